#include <iostream>
#include <string>
#include <utility>
#include <vector>

#define FOR_ALL(x, items) for (const auto &x : items)

void macroBad(std::vector<std::string> &lines, const std::vector<std::string> &words) {
  FOR_ALL(word, words) { // want-note: inside this loop
    std::string line = word + ".";
    lines.push_back(std::move(line)); // want[safe]: 'line' is copied
  }
}

int main() {
  std::vector<std::string> lines;
  macroBad(lines, {"a", "b"});
  for (const std::string &line : lines)
    std::cout << line << "\n";
}
