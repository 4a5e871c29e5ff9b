#include <boost/container/string.hpp>
#include <boost/range/algorithm/for_each.hpp>
#include <iostream>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

std::string rangeBad(const Words &words) {
  std::string text;
  boost::for_each(words, [&](const std::string &word) {
    text = text + word; // want[safe]: 'text' is copied whole
  });
  return text;
}

boost::container::string
containerBad(const std::vector<boost::container::string> &words) {
  boost::container::string text;
  for (const auto &word : words)
    text = text + word; // want[safe]: 'text' is copied whole
  return text;
}

int main() {
  std::cout << rangeBad({"a", "", "bc"})
            << containerBad({"a", "", "bc"}).c_str() << '\n';
}
