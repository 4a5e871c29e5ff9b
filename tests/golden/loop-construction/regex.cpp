#include <algorithm>
#include <cstdio>
#include <regex>
#include <string>
#include <vector>

int variableBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) { // want-note: inside this loop
    std::regex number("[0-9]+"); // want[safe]: 'number' compiles the same expression again, once per iteration
    if (std::regex_search(line, number))
      ++found;
  }
  return found;
}

int withFlagsBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::regex word{"[a-z]+", std::regex::icase | std::regex::optimize}; // want[safe]: 'word' compiles
    std::smatch match;
    if (std::regex_match(lines[i], match, word))
      found += static_cast<int>(match.size());
  }
  return found;
}

std::vector<std::string> temporaryBad(const std::vector<std::string> &lines) {
  std::vector<std::string> result;
  for (const std::string &line : lines)
    result.push_back(std::regex_replace(line, std::regex("[ \t]+"), " ")); // want[safe]: 'std::regex' compiles the same expression again
  return result;
}

int nestedBad(const std::vector<std::vector<std::string>> &pages) {
  int found = 0;
  for (const auto &page : pages)
    for (const std::string &line : page) {
      auto digit = std::regex("[0-9]"); // want[safe]: 'digit' compiles
      found += std::regex_search(line, digit) ? 1 : 0;
    }
  return found;
}

int guardedBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    if (line.length() > 2) {
      const std::string text = "^a";
      const std::regex start(text); // want[safe]: 'start' compiles
      found += std::regex_search(line, start) ? 1 : 0;
    }
  }
  return found;
}

int leavesEarlyBad(const std::vector<std::string> &lines) {
  for (const std::string &line : lines) {
    std::regex end("c$"); // want[safe]: 'end' compiles
    if (line.empty())
      continue;
    if (std::regex_search(line, end))
      return static_cast<int>(line.size());
  }
  return -1;
}

int iteratorBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    std::regex word("[a-z]+"); // want[safe]: 'word' compiles
    for (std::sregex_iterator it(line.begin(), line.end(), word), last;
         it != last; ++it)
      ++found;
  }
  return found;
}

int capturedBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    std::regex any("[ac]"); // want[safe]: 'any' compiles
    const auto matches = [&] { return std::regex_search(line, any); };
    found += matches() ? 1 : 0;
  }
  return found;
}

int twoBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    std::regex first("a"); // want[safe]: 'first' compiles
    std::regex second("b"); // want[safe]: 'second' compiles
    found += std::regex_search(line, first) ? 1 : 0;
    found += std::regex_search(line, second) ? 1 : 0;
    found += std::regex_search(line, std::regex("[xyz]")) ? 1 : 0; // want[safe]: compiles
    found += std::regex_search(line, std::regex("[uvw]")) ? 1 : 0; // want[safe]: compiles
  }
  return found;
}

int main() {
  const std::vector<std::string> none;
  const std::vector<std::string> lines = {"abc", "", "12 x", "a  b\tc", "C"};
  for (const auto &text : {none, lines}) {
    std::printf("%d %d %d %d %d %d %d %d\n", variableBad(text),
                withFlagsBad(text), guardedBad(text), leavesEarlyBad(text),
                iteratorBad(text), capturedBad(text), twoBad(text),
                nestedBad({text, none, text}));
    for (const std::string &line : temporaryBad(text))
      std::printf("%s\n", line.c_str());
  }
}
