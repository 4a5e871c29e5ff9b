#include <array>
#include <iostream>
#include <string>
#include <vector>

// What the range is, is not known in the pattern; what the string is, is.
template <class Range> std::string joinBad(const Range &items) {
  std::string text;
  // want-note@+1: inside this loop
  for (const std::string &item : items)
    text += item; // want[safe]: 'text' is copied whole
  return text;
}

template <class Range> std::string marksBad(const Range &items) {
  std::string text;
  for (const auto &item : items) {
    if (item.empty())
      continue;
    text += "x"; // want[safe]: 'text' is copied whole
  }
  return text;
}

// Three elements are three elements, also for a template.
template <class Range> std::string joinFewOk(const Range &items) {
  std::string text;
  for (const std::string &item : items)
    text = text + item;
  return text;
}

int main() {
  const std::vector<std::string> items = {"a", "", "b"};
  std::cout << joinBad(items) << marksBad(items)
            << joinFewOk(std::array<std::string, 3>{"a", "b", "c"}) << '\n';
}
