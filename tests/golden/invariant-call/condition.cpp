#include <cstring>
#include <cwchar>
#include <iostream>
#include <list>
#include <map>
#include <set>
#include <string>
#include <vector>

int spacesBad(const char *text) {
  int spaces = 0;
  // want-note@+2: inside this loop
  // want[safe]@+1: 'strlen(text)' looks for the end of 'text', once per iteration, with the same result each time
  for (size_t i = 0; i < strlen(text); ++i)
    if (text[i] == ' ')
      ++spaces;
  return spaces;
}

// The first letter of each word, and whether there is another one.
std::string initialsBad(const char *text) {
  std::string result;
  for (size_t i = 0; i < strlen(text); ++i) // want[safe]: looks for the end of 'text'
    if (i == 0 || text[i - 1] == ' ')
      result += text[i];
  return result;
}

int wideBad(const wchar_t *text) {
  int spaces = 0;
  size_t i = 0;
  while (i < std::wcslen(text)) { // want[safe]: 'std::wcslen(text)' looks for the end of 'text'
    spaces += text[i] == L' ';
    ++i;
  }
  return spaces;
}

// Both ask for the same.
int borderBad(const char *text) {
  int pairs = 0;
  for (size_t i = 0; i + 1 < strlen(text); ++i) // want[safe]: 'strlen(text)'
    if (text[i] == text[i + 1] && i + 2 != strlen(text))
      ++pairs;
  return pairs;
}

// The letters change, the length does not.
void upperBad(char *text) {
  for (size_t i = 0; i < strlen(text); ++i) // want[review]: 'strlen(text)'
    text[i] = toupper(text[i]);
}

void dashesBad(char *text) {
  for (size_t i = 0; i < strlen(text); i++) // want[review]: 'strlen(text)'
    if (text[i] == ' ')
      text[i] = '-';
}

// Whether 'to' is a part of 'from', only the caller knows.
void copyBad(char *to, const char *from) {
  size_t i = 0;
  for (; i < strlen(from); ++i) // want[review]: 'strlen(from)'
    to[i] = from[i];
  to[i] = 0;
}

int positionsBad(const std::list<int> &items) {
  int sum = 0;
  for (int i = 0; i < std::distance(items.begin(), items.end()); ++i) // want[safe]: goes through 'items'
    sum += i;
  return sum;
}

int localBad(int n) {
  std::set<int> items;
  for (int i = 0; i < n; ++i)
    items.insert(i % 7);
  int sum = 0;
  for (int i = 0; i < std::distance(items.begin(), items.end()); ++i) // want[safe]: goes through 'items'
    sum += i;
  return sum;
}

// In each of the names.
int lettersBad(const std::vector<std::string> &names) {
  int letters = 0;
  for (const std::string &name : names)
    for (size_t i = 0; i < strlen(name.c_str()); ++i) // want[advice]: 'strlen(name.c_str())'
      letters += name[i] != ' ';
  return letters;
}

int bracesBad(const std::vector<std::string> &names) {
  int letters = 0;
  for (const std::string &name : names) {
    for (size_t i = 0; i < strlen(name.c_str()); ++i) // want[safe]: 'strlen(name.c_str())'
      letters += name[i] != ' ';
  }
  return letters;
}

struct Field {
  const char *name;
  char label[32];
};

int labelBad(const Field &field) {
  int n = 0;
  for (size_t i = 0; i < strlen(field.label); ++i) // want[review]: 'strlen(field.label)'
    n += field.label[i] == '.';
  for (size_t i = 0; i < strlen(field.name); ++i) // want[safe]: 'strlen(field.name)'
    n += field.name[i] == '.';
  return n;
}

int onlyStatementBad(const char *text, bool wanted) {
  int n = 0;
  if (wanted)
    for (size_t i = 0; i < strlen(text); ++i) // want[advice]: 'strlen(text)'
      n += text[i] == '.'; 
  return n;
}

int takenBad(const char *text, int length) {
  int n = length;
  for (size_t i = 0; i < strlen(text); ++i) // want[safe]: 'strlen(text)'
    n += text[i] == '.';
  return n;
}

int main() {
  std::cout << spacesBad("") << spacesBad(" ") << spacesBad("a b  c") << '\n';
  std::cout << initialsBad("") << initialsBad("one two three") << '\n';
  std::cout << wideBad(L"") << wideBad(L"a b c") << '\n';
  std::cout << borderBad("") << borderBad("a") << borderBad("aabbccaa") << '\n';
  char text[] = "a few words", other[20];
  upperBad(text);
  dashesBad(text);
  copyBad(other, text);
  std::cout << other << '\n';
  std::cout << positionsBad({}) << positionsBad({1, 2, 3}) << localBad(20)
            << lettersBad({}) << bracesBad({"a b", ""}) << lettersBad({"a b", "", "c"}) << '\n';
  std::cout << labelBad({"a.b", "c.."}) << onlyStatementBad("a.", true)
            << takenBad("..", 3) << '\n';
}
