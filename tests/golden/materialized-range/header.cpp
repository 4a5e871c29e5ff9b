// args: -std=c++17 -fPIC
// packages: Qt6Core
#include "ages.h"
#include <cstdio>

int main() {
  std::printf("%d %d\n", sumBad({{"a", 1}, {"b", 2}}), sumBad({}));
}
