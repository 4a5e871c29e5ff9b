#include <fstream>
#include <string>
#include <vector>

inline void saveBad(const std::vector<int> &items, const char *path) {
  std::ofstream out(path);
  for (const int item : items)
    out << item << '\n'; // want[safe]: what is in 'out'
}
