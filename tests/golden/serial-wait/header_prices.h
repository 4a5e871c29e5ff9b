#include <future>
#include <string>
#include <vector>

int price(const std::string &Item);

inline int sumBad(const std::vector<std::string> &All) {
  int Sum = 0;
  for (const std::string &Item : All)
    Sum += std::async(std::launch::async, price, Item).get(); // want: each 'std::async' is waited for
  return Sum;
}
