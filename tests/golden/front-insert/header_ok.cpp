#include <string>

std::string headerOk(std::string text) { return text.erase(0, 1); }
