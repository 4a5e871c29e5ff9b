#include <string>
#include <vector>

#define APPEND(text, word) text = text + word

// What a macro spells is its author's.
std::string macroOk(const std::vector<std::string> &words) {
  std::string text;
  for (const std::string &word : words)
    APPEND(text, word);
  return text;
}
