#include <iostream>
#include <string>
#include <vector>

// Reported once, in the pattern, where the type of the string is known.
template <int Width> std::string joinBad(const std::vector<std::string> &items) {
  std::string text(Width, ' ');
  for (const std::string &item : items)
    text = text + item; // want[safe]: 'text' is copied whole
  return text;
}

int main() { std::cout << joinBad<1>({"a", "b"}) << joinBad<2>({"c"}) << '\n'; }
