// In functions that a loop calls.
#include <regex>
#include <string>
#include <vector>

static bool isNumber(const std::string &text) {
  static const std::regex number("[0-9]+"); // want[review]: each call of 'isNumber' compiles the same expression again: once per item of a loop
  return std::regex_match(text, number);
}

int directBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) // want-note: inside this loop
    found += isNumber(line) ? 1 : 0; // want-note: 'directBad' calls 'isNumber' here
  return found;
}

std::string trimmed(const std::string &text) {
  static const std::regex pattern("^ +| +$");
  return std::regex_replace(text, pattern, ""); // want[review]: each call of 'trimmed' compiles
}

class Reader {
public:
  bool accepts(const std::string &line) const {
    static const std::regex comment("^#"); // want[review]: each call of 'Reader::accepts' compiles
    return !std::regex_search(trimmed(line), comment);
  }
};

int readAll(const Reader &reader, const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines)
    found += reader.accepts(line) ? 1 : 0;
  return found;
}

// The text is the caller's.
bool matches(const std::string &line, const char *text) {
  return std::regex_search(line, std::regex(text)); // want[advice]: each call of 'matches' compiles
}

int wrappedBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines)
    found += matches(line, "^a+") ? 1 : 0;
  return found;
}
