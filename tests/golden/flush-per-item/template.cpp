#include <iostream>
#include <string>
#include <vector>

template <typename Format>
void eachBad(std::ostream &out, const std::vector<std::string> &items,
             Format format) {
  for (const std::string &item : items) {
    const std::string text = format(item);
    out << text << std::endl; // want[review]: what is in 'out'
  }
}

void useOk(const std::vector<std::string> &items) {
  eachBad(std::cout, items, [](const std::string &item) { return item; });
}
