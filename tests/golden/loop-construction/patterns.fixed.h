#include <regex>
#include <string>
#include <vector>

inline int countDigits(const std::vector<std::string> &lines) {
  int found = 0;
  std::regex digits("[0-9]+");
  for (const std::string &line : lines) {
    // want[safe]: 'digits' compiles
    found += std::regex_search(line, digits) ? 1 : 0;
  }
  return found;
}
