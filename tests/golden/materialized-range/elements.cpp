#include <cstdio>
#include <list>
#include <set>
#include <string>
#include <vector>

long setBad(const std::set<int> &numbers) {
  long sum = 0;
  for (int number : std::vector<int>(numbers.begin(), numbers.end())) // want[safe]: all elements of 'numbers' are copied into a list to walk over them once
    sum += number;
  return sum;
}

std::size_t listBad(std::list<std::string> names) {
  std::size_t sum = 0;
  for (const auto &name : std::vector<std::string>(names.begin(), names.end())) // want[safe]: all elements of 'names'
    sum += name.size();
  return sum;
}

int main() {
  std::printf("%ld %ld %zu\n", setBad({1, 2}), setBad({}),
              listBad({"a", "bcd"}));
}
