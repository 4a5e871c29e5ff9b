#include <future>
#include <string>
#include <vector>

int price(const std::string &Item);

#define EACH(Item, All) for (const std::string &Item : All)
#define PRICE(Item) std::async(std::launch::async, price, Item).get()

int loopBad(const std::vector<std::string> &All) {
  int Sum = 0;
  EACH(Item, All)
    Sum += std::async(std::launch::async, price, Item).get(); // want: each 'std::async' is waited for
  return Sum;
}

// Nobody wrote this call here.
int bodyOk(const std::vector<std::string> &All) {
  int Sum = 0;
  for (const std::string &Item : All)
    Sum += PRICE(Item);
  return Sum;
}
