// args: -std=c++20
#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <ranges>
#include <semaphore>
#include <span>
#include <string>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
using Threads = std::vector<std::jthread>;

void work(const std::string &Item);
void workOnPart(const Strings &Part);
std::vector<Strings> split(const Strings &Items, unsigned Parts);

// As many as there are cores, or as somebody said.
void partsOk(const Strings &Items) {
  Threads Running;
  for (const Strings &Part : split(Items, 8))
    Running.emplace_back(workOnPart, std::cref(Part));
}
void coresOk(const Strings &Items) {
  const unsigned Cores = std::thread::hardware_concurrency();
  const std::vector<Strings> Parts = split(Items, Cores);
  std::vector<int> Results(Cores);
  Threads Running;
  for (const Strings &Part : Parts)
    Running.emplace_back(workOnPart, std::cref(Part));
  for (int &Result : Results)
    Running.emplace_back([&Result] { Result = 1; });
}
void firstOk(const Strings &Items) {
  Threads Running;
  for (const std::string &Item : Items | std::views::take(8))
    Running.emplace_back(work, Item);
  const std::span<const std::string> All(Items);
  for (const std::string &Item : All.first(std::min<std::size_t>(8, All.size())))
    Running.emplace_back(work, Item);
}
void testedOk(const Strings &Items) {
  if (Items.size() > 8)
    return;
  Threads Running;
  for (const std::string &Item : Items)
    Running.emplace_back(work, Item);
}
void testedAroundOk(const Strings &Items) {
  Threads Running;
  if (!Items.empty() && Items.size() <= 32)
    for (std::size_t I = 0; I < Items.size(); ++I)
      Running.emplace_back(work, Items[I]);
}

// One of each kind.
enum class Color { Red, Green };
void kindsOk(const std::map<Color, std::string> &ByColor) {
  Threads Running;
  for (const auto &[Key, Item] : ByColor)
    Running.emplace_back(work, Item);
}

// A place is taken.
class Turn {
public:
  explicit Turn(std::counting_semaphore<8> &From) : Places(From) {
    Places.acquire();
  }
  ~Turn() { Places.release(); }

private:
  std::counting_semaphore<8> &Places;
};
void turnsOk(const Strings &Items, std::counting_semaphore<8> &Places) {
  for (const std::string &Item : Items) {
    auto Mine = std::make_shared<Turn>(Places);
    std::thread([Mine, Item] { work(Item); }).detach();
  }
}
struct Pool {
  bool isFull() const;
};
void spinOk(const Strings &Items, const Pool &Limit) {
  for (const std::string &Item : Items) {
    while (Limit.isFull())
      std::this_thread::yield();
    std::thread(work, Item).detach();
  }
}

// Each goes on until there is no more work.
struct Jobs {
  bool next(std::string &Job);
};
void workersOk(Jobs &Queue, const Strings &Names) {
  Threads Running;
  for (const std::string &Name : Names)
    Running.emplace_back([&Queue, Name] {
      std::string Job;
      while (Queue.next(Job))
        work(Name + Job);
    });
}

// One by one, as they end.
struct Fade {
  int Ticks = 0;
  std::string Name;
};
struct Fader {
  std::list<Fade> Fades;
  void tickOk() {
    for (auto It = Fades.begin(); It != Fades.end();) {
      if (--It->Ticks > 0) {
        ++It;
        continue;
      }
      if (!It->Name.empty())
        std::thread(work, It->Name).detach();
      It = Fades.erase(It);
    }
  }
};
void useFader(Fader &All) { All.tickOk(); }
