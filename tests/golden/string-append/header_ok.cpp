#include <string>

// The standard library concatenates in loops as it likes.
std::string headerOk() { return std::string("a") + "b"; }
