#include <sstream>
#include <string>
#include <vector>

void branchBad(const std::vector<std::string> &words, std::string &text) {
  for (const std::string &word : words)
    text = text.empty() ? word : text + "," + word; // want[advice]: 'text' is copied whole to append to it, once per iteration // want-advice: if (text.empty()) { text = word; } else { text += ","; text += word; }
}
void onlyBad(const std::vector<std::string> &words, std::string &text) {
  for (const std::string &word : words)
    text = word.empty() ? text : text + word; // want[advice]: 'text' is copied whole to append to it // want-advice: if (!(word.empty())) { text += word; }
}

void streamBad(const std::vector<int> &numbers, std::string &text) {
  for (int number : numbers) {
    std::ostringstream stream;
    stream << text << number << ',';
    text = stream.str(); // want[advice]: 'text' is copied into a stream and back to append to it, once per iteration
  }
}
void restartedBad(const std::vector<int> &numbers, std::string &text) {
  std::ostringstream stream;
  for (int number : numbers) {
    stream.str("");
    stream << text;
    stream << number;
    text = stream.str(); // want[advice]: 'text' is copied into a stream and back to append to it
  }
}
