#include <vector>

int next();

// What n says may be wrong: reserve() would throw for -1, and take as much
// memory as a broken file asks for.
std::vector<int> countedBad(int n) {
  std::vector<int> result;
  for (int i = 0; i < n; ++i)
    result.push_back(next()); // want[review]: 'result' grows step by step to 'n' elements
  return result;
}

std::vector<int> branchBad(bool all, const std::vector<int> &items) {
  std::vector<int> result;
  if (all)
    for (int item : items)
      result.push_back(item); // want[advice]: 'result' grows step by step to 'items.size()' elements // want-advice: result.reserve(items.size());
  return result;
}
