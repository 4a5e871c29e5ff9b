#include <string>
#include <vector>

inline std::string joinBad(const std::vector<std::string> &words) {
  std::string text;
  for (const std::string &word : words)
    text = text + word; // want[safe]: 'text' is copied whole
  return text;
}
