#include <future>
#include <string>
#include <thread>
#include <vector>

int price(const std::string &Item);
void load(const std::string &Item);
void note(int Price);
using Items = std::vector<std::string>;

int sumBad(const Items &All) {
  int Sum = 0;
  for (const std::string &Item : All)
    Sum += std::async(std::launch::async, price, Item).get(); // want[advice]: each 'std::async' is waited for before the next one is started
  return Sum;
}

std::vector<int> collectBad(const Items &All) {
  std::vector<int> Prices;
  for (const std::string &Item : All) {
    std::future<int> Price = std::async(std::launch::async, [&Item] { return price(Item); }); // want: each 'std::async' is waited for
    Prices.push_back(Price.get());
  }
  return Prices;
}

// The future is destroyed at once, and waits.
void discardedBad(const Items &All) {
  for (const std::string &Item : All)
    (void)std::async(std::launch::async, load, Item); // want: each 'std::async' is waited for
}

void joinedBad(const Items &All) {
  for (const std::string &Item : All) {
    std::thread Loader(load, Item); // want: each 'std::thread' is waited for
    Loader.join();
  }
}

void scopedBad(const Items &All) {
  for (const std::string &Item : All) {
    note(1);
    std::jthread Loader([&] { load(Item); }); // want: each 'std::jthread' is waited for
  }
}

int pairBad(const std::string &First, const std::string &Second) {
  const int One = std::async(std::launch::async, price, First).get(); // want-note: the one before is waited for here
  const int Two = std::async(std::launch::async, price, Second).get(); // want[advice]: this 'std::async' is started only when the one before has ended
  return One + Two;
}
