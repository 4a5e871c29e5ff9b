#include <algorithm>
#include <iostream>
#include <vector>

std::vector<int> reversedBad(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items) // want-note: inside this loop
    result.push_back(item); // want[safe]: inserting at the front moves all elements of 'result'
  std::reverse(result.begin(), result.end());
  return result;
}

std::vector<int> nestedBad(const std::vector<std::vector<int>> &rows) {
  std::vector<int> result;
  for (const std::vector<int> &row : rows) {
    for (int item : row) {
      if (item % 2 == 0)
        continue;
      result.emplace_back(item); // want[safe]: moves all elements of 'result'
    }
  }
  std::reverse(result.begin(), result.end());
  return result;
}

int main() {
  for (int item : reversedBad({1, 2, 3, 4}))
    std::cout << item << ' ';
  for (int item : nestedBad({{1, 2, 3}, {}, {5, 7}}))
    std::cout << item << ' ';
  std::cout << '\n';
}
