#include <cstdio>
#include <list>
#include <set>
#include <string>
#include <vector>

long setBad(const std::set<int> &numbers) {
  long sum = 0;
  for (int number : numbers) // want[safe]: all elements of 'numbers' are copied into a list to walk over them once
    sum += number;
  return sum;
}

std::size_t listBad(std::list<std::string> names) {
  std::size_t sum = 0;
  for (const auto &name : names) // want[safe]: all elements of 'names'
    sum += name.size();
  return sum;
}

int main() {
  std::printf("%ld %ld %zu\n", setBad({1, 2}), setBad({}),
              listBad({"a", "bcd"}));
}
