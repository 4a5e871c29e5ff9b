#include <iostream>
#include <vector>

// The lines of the file end as they did.
int lastBad(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items)
    result.insert(result.begin(), item); // want[safe]: moves all elements of 'result'
  return result.back();
}

int main() { std::cout << lastBad({1, 2}) << '\n'; }
