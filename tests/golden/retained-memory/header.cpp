// args: -std=c++17
#include "requests.h"

std::size_t count() { return paths.size(); }
