#include <iostream>
#include <string>
#include <vector>

#define PRINT(out, item) out << item << std::endl

void macroOk(std::ostream &out, const std::vector<std::string> &items) {
  for (const std::string &item : items)
    PRINT(out, item);
}
