#include <algorithm>
#include <vector>

inline std::vector<int> backwardsBad(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items)
    result.push_back(item); // want[safe]: inserting at the front moves all elements of 'result'
  std::reverse(result.begin(), result.end());
  return result;
}
