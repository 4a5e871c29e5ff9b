#include "header.h"
#include <iostream>

int main() { std::cout << dotsBad("") << dotsBad("a.b.c") << '\n'; }
