#include "header.h"
#include <cstdio>
#include <iostream>

int main() {
  saveBad({1, 2, 3}, "items.txt");
  std::ifstream in("items.txt");
  for (int item = 0; in >> item;)
    std::cout << item;
  std::remove("items.txt");
}
