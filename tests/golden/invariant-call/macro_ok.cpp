#include <cstring>

#define EACH(i, text) for (size_t i = 0; i < strlen(text); ++i)

int macroOk(const char *text) {
  int n = 0;
  EACH(i, text)
    n += text[i] == ' ';
  return n;
}
