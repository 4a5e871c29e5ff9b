#include <algorithm>
#include <future>
#include <string>
#include <thread>
#include <vector>

int price(const std::string &Item);
void load(const std::string &Item);

template <typename T> int sumBad(const std::vector<std::string> &All, const T &) {
  int Sum = 0;
  for (const std::string &Item : All)
    Sum += std::async(std::launch::async, price, Item).get(); // want: each 'std::async' is waited for
  return Sum;
}

void lambdaBad(const std::vector<std::string> &All) {
  sumBad(All, 1);
  sumBad(All, 'c');
  std::for_each(All.begin(), All.end(), [](const std::string &Item) { // want-note: the callable is run once per element by this call
    std::thread Loader(load, Item); // want: each 'std::thread' is waited for
    Loader.join();
  });
}
