#include <algorithm>
#include <iostream>
#include <vector>

// What the range is, is not known in the pattern; what the result is, is.
template <class Range> std::vector<int> reversedBad(const Range &items) {
  std::vector<int> result;
  for (const int &item : items) // want-note: inside this loop
    result.push_back(item); // want[safe]: inserting at the front moves all elements of 'result'
  std::reverse(result.begin(), result.end());
  return result;
}

int main() {
  for (int item : reversedBad(std::vector<int>{1, 2, 3, 4}))
    std::cout << item << ' ';
  std::cout << '\n';
}
