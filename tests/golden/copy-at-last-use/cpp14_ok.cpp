// args: -std=c++14
#include <string>
#include <vector>

using Lines = std::vector<std::string>;

// Before C++17 the variable is a copy of the iterator.
int iteratorOk(std::vector<std::vector<int>> &all, int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i) {
    std::vector<int> row(10, i);
    auto it = row.begin();
    all.push_back(row);
    sum += *it;
  }
  return sum;
}

int copiedIteratorOk(std::vector<std::vector<int>> &all, int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i) {
    std::vector<int> row(10, i);
    auto it = row.begin();
    auto next = it;
    all.push_back(row);
    sum += *next;
  }
  return sum;
}
