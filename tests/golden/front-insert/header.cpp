#include "backwards.h"
#include <iostream>

int main() {
  for (int item : backwardsBad({1, 2, 3}))
    std::cout << item;
}
