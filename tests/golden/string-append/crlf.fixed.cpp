#include <iostream>
#include <string>
#include <vector>

// The lines of the file end as they did.
std::string joinBad(const std::vector<std::string> &words) {
  std::string text;
  for (const auto &word : words) {
    text += "<";
    text += word; // want[safe]: 'text' is copied whole
  }
  return text;
}

int main() { std::cout << joinBad({"a", "b"}) << '\n'; }
