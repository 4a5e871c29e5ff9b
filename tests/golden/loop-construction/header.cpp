#include <cstdio>
#include "patterns.h"

int main() { std::printf("%d\n", countDigits({"12", "a", "3"})); }
