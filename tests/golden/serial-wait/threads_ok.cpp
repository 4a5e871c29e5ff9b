#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

int price(const std::string &Item);
void load(const std::string &Item);
void note(int Price);
using Items = std::vector<std::string>;

// Waited for when all run.
int laterOk(const Items &All) {
  std::vector<std::future<int>> Prices;
  for (const std::string &Item : All)
    Prices.push_back(std::async(std::launch::async, price, Item)); // other checks count them
  int Sum = 0;
  for (std::future<int> &Price : Prices)
    Sum += Price.get();
  return Sum;
}

// Something is done meanwhile.
void meanwhileOk(const Items &All) {
  for (const std::string &Item : All) {
    std::future<int> Price = std::async(std::launch::async, price, Item);
    load(Item);
    note(Price.get());
  }
}
void bothOk(const Items &All) {
  for (const std::string &Item : All) {
    std::future<int> Price = std::async(std::launch::async, price, Item);
    std::future<void> Loaded = std::async(std::launch::async, load, Item);
    note(Price.get());
    Loaded.get();
  }
}

// The next needs what this one gives.
std::string chainOk(std::string Text, const Items &All) {
  std::string (*Append)(std::string, std::string) = nullptr;
  for (const std::string &Item : All)
    Text = std::async(std::launch::async, Append, Text, Item).get();
  return Text;
}
void sharedOk(const Items &All) {
  std::map<std::string, int> Known;
  for (const std::string &Item : All) {
    std::thread Loader([&] { Known[Item] = price(Item); });
    Loader.join();
  }
}

// The first that is cheap enough.
int firstOk(const Items &All) {
  for (const std::string &Item : All) {
    const int Price = std::async(std::launch::async, price, Item).get();
    if (Price < 10)
      return Price;
  }
  return 0;
}

// Gives up waiting after a while.
void limitedOk(const Items &All) {
  for (const std::string &Item : All) {
    std::future<int> Price = std::async(std::launch::async, price, Item);
    Price.wait_for(std::chrono::seconds(1));
  }
}

// Runs in this thread.
int deferredOk(const Items &All) {
  int Sum = 0;
  for (const std::string &Item : All)
    Sum += std::async(std::launch::deferred, price, Item).get();
  return Sum;
}

// One by one on purpose.
void politeOk(const Items &All) {
  for (const std::string &Item : All) {
    std::async(std::launch::async, load, Item).get();
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
}
void lockedOk(std::mutex &Mutex, const Items &All) {
  for (const std::string &Item : All) {
    std::lock_guard Lock(Mutex);
    std::async(std::launch::async, load, Item).get();
  }
}

// A few, always; once.
void fewOk() {
  for (const char *Item : {"a", "b", "c"})
    std::async(std::launch::async, load, Item).get();
}
void onceOk(const std::string &Item) {
  std::thread Loader(load, Item);
  Loader.join();
}

int pairNeedsOk(const std::string &First) {
  const int One = std::async(std::launch::async, price, First).get();
  const int Two = std::async(std::launch::async, price, std::to_string(One)).get();
  return Two;
}
void pairWritesOk(std::string &Text) {
  std::async(std::launch::async, [&] { Text += "a"; }).get();
  std::async(std::launch::async, [&] { Text += "b"; }).get();
}

// What one task leaves in the object, the next finds there.
class Migration {
public:
  void allOk(const Items &All) {
    for (const std::string &Item : All)
      std::async(std::launch::async, &Migration::one, this, Item).get();
  }
  void eachOk(const Items &All) {
    for (const std::string &Item : All) {
      std::thread Step([&] { one(Item); });
      Step.join();
    }
  }

private:
  void one(std::string Item) { Last = Item; }
  std::string Last;
};

// All work on one object.
struct Image;
void filter(Image &To, const std::string &How);
void filtersOk(Image *To, const Items &All) {
  for (const std::string &Item : All) {
    std::thread Step([To, Item] { filter(*To, Item); });
    Step.join();
  }
}
void sharedFiltersOk(std::shared_ptr<Image> To, const Items &All) {
  for (const std::string &Item : All)
    std::async(std::launch::async, [To, Item] { filter(*To, Item); }).get();
}
