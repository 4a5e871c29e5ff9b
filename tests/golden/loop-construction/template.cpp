#include <cstdio>
#include <regex>
#include <string>
#include <vector>

template <typename Lines> int countBad(const Lines &lines) {
  int found = 0;
  for (const auto &line : lines) {
    std::regex digits("[0-9]+"); // want[advice]: 'digits' compiles
    found += std::regex_search(line, digits) ? 1 : 0;
  }
  return found;
}

template <typename T> int countAllBad(const std::vector<std::string> &lines) {
  T found = 0;
  for (const std::string &line : lines) {
    std::regex digits("[0-9]+"); // want[safe]: 'digits' compiles
    found += std::regex_search(line, digits) ? 1 : 0;
  }
  return static_cast<int>(found);
}

int main() {
  const std::vector<std::string> lines = {"12", "a", "3"};
  std::printf("%d\n", countBad(lines) + countAllBad<long>(lines));
}
