// Limits in less usual places.
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
void work(const std::string &Item);

static unsigned poolSize() {
  const unsigned Cores = std::thread::hardware_concurrency();
  return Cores ? Cores : 2;
}

void helperOk(const Strings &Items) {
  std::vector<std::thread> Threads;
  const unsigned Count = poolSize();
  for (unsigned I = 0; I < Count; ++I)
    Threads.emplace_back([&Items, I, Count] {
      for (std::size_t At = I; At < Items.size(); At += Count)
        work(Items[At]);
    });
  for (std::thread &Each : Threads)
    Each.join();
}

void assignedOk(const Strings &Items) {
  std::vector<std::thread> Threads(std::min<std::size_t>(poolSize(), Items.size()));
  for (std::thread &Each : Threads)
    Each = std::thread([&Items] { work(Items.front()); });
  for (std::thread &Each : Threads)
    Each.join();
}

class Fetcher {
public:
  void semaphoreOk(const Strings &Items) {
    std::vector<std::thread> Threads;
    for (const std::string &Item : Items) {
      enter();
      Threads.emplace_back([this, &Item] {
        work(Item);
        Slots.release();
      });
    }
    for (std::thread &Each : Threads)
      Each.join();
  }
  void conditionOk(const Strings &Items) {
    for (const std::string &Item : Items) {
      {
        std::unique_lock Lock(Mutex);
        Changed.wait(Lock, [this] { return Active < 8; });
        ++Active;
      }
      std::thread([this, Item] {
        work(Item);
        const std::lock_guard Lock(Mutex);
        --Active;
        Changed.notify_one();
      }).detach();
    }
  }

private:
  void enter() { Slots.acquire(); }
  std::counting_semaphore<8> Slots{8};
  std::mutex Mutex;
  std::condition_variable Changed;
  int Active = 0;
};

struct Device {
  void poll();
};
void devicesOk(std::vector<Device> &Devices) {
  std::vector<std::thread> Threads;
  for (Device &Each : Devices)
    Threads.emplace_back([&Each] { Each.poll(); });
  for (std::thread &Each : Threads)
    Each.join();
}

void chunksOk(const Strings &Items) {
  for (std::size_t I = 0; I < Items.size(); I += 8) {
    std::vector<std::thread> Threads;
    for (std::size_t J = I; J < std::min(I + 8, Items.size()); ++J)
      Threads.emplace_back(work, Items[J]);
    for (std::thread &Each : Threads)
      Each.join();
  }
}

void deferredOk(const Strings &Items) {
  std::vector<std::future<void>> Results;
  for (const std::string &Item : Items)
    Results.push_back(std::async(std::launch::deferred, work, Item));
  for (std::future<void> &Each : Results)
    Each.get();
}

void windowOk(const Strings &Items) {
  std::deque<std::future<void>> Running;
  for (const std::string &Item : Items) {
    if (Running.size() >= 8) {
      Running.front().get();
      Running.pop_front();
    }
    Running.push_back(std::async(std::launch::async, work, Item));
  }
}
