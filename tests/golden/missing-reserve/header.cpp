#include "doubled.h"
#include <iostream>

int main() {
  for (int item : doubled({1, 2, 3}))
    std::cout << item << '\n';
}
