#include <sstream>
#include <string>
#include <vector>

void use(const std::string &text);

// Nothing of it stays.
void otherOk(const std::vector<std::string> &words, std::string &text) {
  for (const std::string &word : words)
    text = word.empty() ? "none" : word + ",";
}
void anewOk(const std::vector<std::string> &words) {
  for (const std::string &word : words) {
    std::string text = "a";
    text = word.empty() ? text : text + word;
    use(text);
  }
}
void numberOk(const std::vector<int> &numbers, std::string &text) {
  for (int number : numbers) {
    std::ostringstream stream;
    stream << number;
    text = stream.str();
    use(text);
  }
}
// To another stream.
void printOk(const std::vector<int> &numbers, std::string &text, std::ostream &out) {
  for (int number : numbers) {
    std::ostringstream stream;
    stream << number;
    out << text;
    text = stream.str();
  }
}
