#include "unique.h"
#include <iostream>

int main() {
  std::set<int> seen;
  for (int number : {1, 2, 1})
    std::cout << visitBad(seen, number);
}
