#include "join.h"
#include <iostream>

int main() { std::cout << joinBad({"a", "", "bc"}) << '\n'; }
