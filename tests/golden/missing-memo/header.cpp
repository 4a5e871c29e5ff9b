#include "stairs.h"

long climb(int n, const std::string &text) {
  return stairsBad(n) + commonBad(text, text, n, n);
}
