#include <cstring>
#include <sstream>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

// `+=` would put the words in the wrong order.
std::string prependBad(const Words &words) {
  std::string text;
  for (const std::string &word : words)
    text = word + text; // want[advice]: 'text' is copied whole to prepend to it
  return text;
}

std::string snapshotBad(const Words &words) {
  std::ostringstream out;
  std::size_t longest = 0;
  for (const std::string &word : words) {
    out << word;
    longest += out.str().size(); // want[advice]: 'out' grows in the loop and is copied whole
  }
  return std::to_string(longest);
}

void scanBad(char *buffer, const Words &words) {
  for (const std::string &word : words)
    strcat(buffer, word.c_str()); // want[advice]: 'strcat' walks over all of 'buffer'
}

std::string longer(const std::string &text, const std::string &word) {
  return text + word;
}

std::string helperBad(const Words &words) {
  std::string text;
  for (const std::string &word : words)
    text = longer(text, word); // want[advice]: 'longer' returns a longer copy of 'text'
  return text;
}
