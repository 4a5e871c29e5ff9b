#include <cstring>

inline int dotsBad(const char *text) {
  int dots = 0;
  const auto length = strlen(text);
  for (size_t i = 0; i < length; ++i) // want[safe]: 'strlen(text)' looks for the end of 'text'
    dots += text[i] == '.';
  return dots;
}
