#include <fstream>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

struct Supplier {
  std::string Name;
  int Id;
};
void load(const Supplier &S);

void emplaceBad(const std::vector<Supplier> &Suppliers) {
  std::vector<std::thread> Threads;
  // want-note@+1: inside this loop
  for (const Supplier &S : Suppliers)
    Threads.emplace_back([&S] { load(S); }); // want[advice]: a thread is started for every element of 'Suppliers', with no limit (n threads → one per core)
  // want-advice: const auto takeTurns = [&] {
  // want-advice:   for (std::size_t i; (i = next++) < Suppliers.size();) {
  // want-advice:     const Supplier &S = Suppliers[i];
  // want-advice:     load(S);
  for (std::thread &T : Threads)
    T.join();
}

void pushBad(const std::vector<Supplier> &Suppliers) {
  std::vector<std::thread> Threads;
  for (const Supplier &S : Suppliers)
    Threads.push_back(std::thread(load, std::cref(S))); // want[advice]: for every element of 'Suppliers'
  for (std::thread &T : Threads)
    T.join();
}

void detachBad(const std::list<Supplier> &Suppliers) {
  for (const Supplier &S : Suppliers)
    std::thread([S] { load(S); }).detach(); // want[advice]: a thread is started
  // want-advice: slots.acquire();  // waits for one of them to end
}

void localBad(const std::vector<Supplier> &Suppliers) {
  for (const Supplier &S : Suppliers) {
    std::thread T(load, S); // want[advice]: a thread is started
    T.detach();
  }
}

void movedBad(const std::vector<Supplier> &Suppliers,
              std::vector<std::thread> &Threads) {
  for (const Supplier &S : Suppliers) {
    std::thread T(load, S); // want[advice]: a thread is started
    Threads.push_back(std::move(T));
  }
}

void heapBad(const std::vector<Supplier> &Suppliers) {
  std::vector<std::unique_ptr<std::thread>> Threads;
  for (const Supplier &S : Suppliers) {
    Threads.push_back(std::make_unique<std::thread>(load, S)); // want[advice]: a thread is started
    Threads.emplace_back(new std::thread(load, S)); // want[advice]: a thread is started
  }
  for (auto &T : Threads)
    T->join();
}

void indexBad(const std::vector<Supplier> &Suppliers) {
  std::vector<std::thread> Threads(Suppliers.size());
  for (std::size_t I = 0; I < Suppliers.size(); ++I)
    Threads[I] = std::thread([&, I] { load(Suppliers[I]); }); // want[advice]: every element of 'Suppliers'
  // want-advice:   for (std::size_t I; (I = next++) < Suppliers.size();) {
  for (std::thread &T : Threads)
    T.join();
}

void iteratorBad(const std::list<Supplier> &Suppliers) {
  for (auto It = Suppliers.begin(); It != Suppliers.end(); ++It)
    std::thread(load, *It).detach(); // want[advice]: every element of 'Suppliers'
}

void linesBad(std::ifstream &In) {
  std::vector<std::jthread> Threads;
  std::string Line;
  while (std::getline(In, Line))
    Threads.emplace_back([Line] { load({Line, 0}); }); // want[advice]: a thread is started for everything read from 'In'
}

void mapBad(const std::map<int, Supplier> &Suppliers) {
  std::map<int, std::thread> Threads;
  for (const auto &[Id, S] : Suppliers)
    Threads.try_emplace(Id, load, S); // want[advice]: a thread is started
  for (auto &[Id, T] : Threads)
    T.join();
}

static void loadLater(const Supplier &S) {
  std::thread([S] { load(S); }).detach(); // want[advice]: for every element of 'Suppliers'
}
void helperBad(const std::vector<Supplier> &Suppliers) {
  // want-note@+1: inside this loop
  for (const Supplier &S : Suppliers)
    loadLater(S); // want-note: 'loadLater' is called here
}

class Loader {
public:
  void loadAll() {
    for (const Supplier &S : Pending)
      Threads.emplace_back(&Loader::loadOne, this, S); // want[advice]: every element of 'Pending'
  }

private:
  void loadOne(const Supplier &S);
  std::vector<Supplier> Pending;
  std::vector<std::thread> Threads;
};

// An acquire inside of the thread limits the work, not the threads.
void lateBad(const std::vector<Supplier> &Suppliers, std::mutex &Mutex) {
  for (const Supplier &S : Suppliers)
    std::thread([&Mutex, S] { // want[advice]: a thread is started
      std::lock_guard<std::mutex> Lock(Mutex);
      load(S);
    }).detach();
}
