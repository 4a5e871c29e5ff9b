#include <cstring>

template <typename Predicate>
int matchesBad(const char *text, Predicate matches) {
  int n = 0;
  const auto length = strlen(text);
  for (size_t i = 0; i < length; ++i) // want[review]: 'strlen(text)' looks for the end of 'text'
    n += matches(text[i]);
  return n;
}

int useOk(const char *text) {
  return matchesBad(text, [](char c) { return c == ' '; });
}
