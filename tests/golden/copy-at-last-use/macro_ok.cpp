#include <string>
#include <vector>

#define KEEP(lines, line) lines.push_back(line)

void macroOk(std::vector<std::string> &lines, const std::vector<std::string> &words) {
  for (const std::string &word : words) {
    std::string line = word;
    KEEP(lines, line);
  }
}
