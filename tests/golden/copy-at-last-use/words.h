#ifndef WORDS_H
#define WORDS_H

#include <string>
#include <vector>

inline void addWords(std::vector<std::string> &words, const std::vector<std::string> &more) {
  for (const std::string &each : more) { // want-note: inside this loop
    std::string word = each + " ";
    words.push_back(word); // want[safe]: 'word' is copied
  }
}

#endif
