#include "words.h"
#include <iostream>

int main() {
  std::vector<std::string> words;
  addWords(words, {"a", "b"});
  for (const std::string &word : words)
    std::cout << word << '\n';
}
