#include <cstring>

inline int dotsBad(const char *text) {
  int dots = 0;
  for (size_t i = 0; i < strlen(text); ++i) // want[safe]: 'strlen(text)' looks for the end of 'text'
    dots += text[i] == '.';
  return dots;
}
