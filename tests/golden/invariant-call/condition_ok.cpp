#include <cstring>
#include <forward_list>
#include <list>
#include <string>
#include <vector>

// Constants are counted by the compiler.
int constantOk(int n) {
  int sum = 0;
  for (size_t i = 0; i < strlen("constant and long"); ++i)
    sum += n;
  return sum;
}

// The text gets shorter.
void cutOk(char *text) {
  for (size_t i = 0; i < strlen(text); ++i)
    if (text[i] == '#')
      text[i] = '\0';
}

void byValueOk(char *text, char with) {
  for (size_t i = 0; i < strlen(text); ++i)
    text[i] = with;
}

// It becomes another text.
const char *skipOk(const char *text) {
  while (strlen(text) > 3)
    ++text;
  return text;
}

void trimOk(char *text) {
  while (strlen(text) > 0 && text[strlen(text) - 1] == ' ')
    text[strlen(text) - 1] = 0;
}

void fill(char *text);

void writtenByCallOk(char *text, int n) {
  for (size_t i = 0; i < strlen(text) && n > 0; ++i, --n)
    fill(text);
}

void otherNameOk(char *text, int n) {
  for (size_t i = 0; i < strlen(text) && n > 0; ++i, --n) {
    char *end = text + i;
    *end = 0;
  }
}

void arrayOk(int n) {
  char buffer[100] = "begin";
  for (size_t i = 0; i < strlen(buffer) && n > 0; ++i, --n)
    strcat(buffer, "more");
}

// Another one in each iteration.
size_t elementsOk(const std::vector<const char *> &texts) {
  size_t sum = 0;
  for (size_t i = 0; i < texts.size() && sum < strlen(texts[i]); ++i)
    sum += i;
  return sum;
}

// By index, in constant time.
int indexedOk(const std::vector<int> &items) {
  int sum = 0;
  for (int i = 0; i < std::distance(items.begin(), items.end()); ++i)
    sum += items[i];
  return sum;
}

void shrinksOk(std::list<int> &items) {
  while (std::distance(items.begin(), items.end()) > 3)
    items.pop_front();
}

void growsOk(std::string &text, int n) {
  for (int i = 0; i < static_cast<int>(strlen(text.c_str())) && i < n; ++i)
    text += 'x';
}

void viaReferenceOk(int n) {
  std::string text = "x";
  std::string &other = text;
  for (int i = 0; i < static_cast<int>(strlen(text.c_str())) && i < n; ++i)
    other += 'x';
}

void viaLambdaOk(int n) {
  std::list<int> items = {1};
  auto add = [&] { items.push_back(1); };
  for (int i = 0; i < std::distance(items.begin(), items.end()) && i < n; ++i)
    add();
}

struct Reader {
  char line[100];
  std::list<int> items;
  bool next();
  int readOk() {
    int n = 0;
    for (size_t i = 0; i < strlen(line) && next(); ++i)
      n += line[i] == ' ';
    return n;
  }
  int itemsOk() {
    int n = 0;
    while (n < std::distance(items.begin(), items.end()) && next())
      ++n;
    return n;
  }
};

// A function of that name.
namespace mine {
size_t strlen(const char *);
}

int mineOk(const char *text) {
  int n = 0;
  for (size_t i = 0; i < mine::strlen(text); ++i)
    n += text[i] == ' ';
  return n;
}

// Nothing else ends the loop: what changes is not seen.
void waitOk(volatile char *, const char *text) {
  while (strlen(text) > 0)
    fill(nullptr);
}

// At most sixteen.
int shortOk(const char *text) {
  int n = 0;
  for (size_t i = 0; i < 8 && i < strlen(text); ++i)
    n += text[i] == ' ';
  return n;
}

// The length of what is compared, in the body.
int prefixOk(const std::vector<const char *> &names, const char *prefix) {
  int n = 0;
  for (const char *name : names)
    n += strncmp(name, prefix, strlen(prefix)) == 0;
  return n;
}
