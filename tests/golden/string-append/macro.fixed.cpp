#include <iostream>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

#define FOR_EACH(name, list) for (const std::string &name : list)
#define TARGET text
#define PARTS text + word
#define TAIL word + "."

// The loop is the macro's, the concatenation the user's.
std::string loopMacroBad(const Words &words) {
  std::string text;
  FOR_EACH(word, words) {
    text += word; // want[safe]: 'text' is copied whole
  }
  return text;
}

// What macros spell in pieces is not edited.
std::string piecesOk(const Words &words) {
  std::string text;
  for (const std::string &word : words) {
    TARGET = TARGET + word;
    text = PARTS;
    text = text + TAIL;
  }
  return text;
}

int main() { std::cout << loopMacroBad({"a", "b"}) << '\n'; }
