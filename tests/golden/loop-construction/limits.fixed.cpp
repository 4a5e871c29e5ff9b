// What may not be moved unasked.
#include <cstdio>
#include <algorithm>
#include <regex>
#include <string>
#include <vector>

int global = 0;
const std::regex pattern("global");

// The name is taken: a use of the global one would mean another.
int shadowingBad(const std::vector<std::string> &lines) {
  int found = std::regex_match("x", pattern) ? 1 : 0;
  for (const std::string &line : lines) {
    std::regex pattern("[0-9]+"); // want[advice]: 'pattern' compiles
    found += std::regex_search(line, pattern) ? 1 : 0;
  }
  return found;
}

// The new name must be another one.
int namedAnewBad(const std::vector<std::string> &lines) {
  int found = 0;
  const std::regex pattern2("a+");
  for (const std::string &line : lines) {
    found += std::regex_match(line, pattern) ? 1 : 0;
    found += std::regex_match(line, pattern2) ? 1 : 0; // want[safe]: compiles
  }
  return found;
}

// Nobody knows whether the pattern is a good one.
int patternOfCallerBad(const std::vector<std::string> &lines,
                       const std::string &text) {
  int found = 0;
  for (const std::string &line : lines) {
    std::regex expression(text, std::regex::icase); // want[review]: 'expression' compiles
    found += std::regex_search(line, expression) ? 1 : 0;
  }
  return found;
}

int madeOfParameterBad(const std::vector<std::string> &lines,
                       const std::string &word) {
  int found = 0;
  for (const std::string &line : lines)
    if (std::regex_search(line, std::regex("\\b" + word + "\\b"))) // want[review]: compiles
      ++found;
  return found;
}

// The exception is caught inside of the loop.
int caughtBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    try {
      std::regex bad("(a"); // want[review]: 'bad' compiles
      found += std::regex_search(line, bad) ? 1 : 0;
    } catch (const std::regex_error &) {
      ++found;
    }
  }
  return found;
}

int ofAlgorithmBad(const std::vector<std::string> &lines) {
  return static_cast<int>(
      std::count_if(lines.begin(), lines.end(), [](const std::string &line) {
        const std::regex digits("[0-9]+"); // want[review]: 'digits' compiles
        return std::regex_search(line, digits);
      }));
}

int byAssignBad(const std::vector<std::string> &lines) {
  int found = 0;
  std::regex expression;
  for (const std::string &line : lines) {
    expression.assign("a+b"); // want[advice]: 'expression.assign' compiles
    found += std::regex_search(line, expression) ? 1 : 0;
  }
  return found;
}

int withoutBracesBad(const std::vector<std::string> &lines, bool all) {
  int found = 0;
  if (all)
    for (const std::string &line : lines) {
      std::regex word("[a-z]+"); // want[advice]: 'word' compiles
      found += std::regex_search(line, word) ? 1 : 0;
    }
  return found;
}

int main() {
  const std::vector<std::string> lines = {"#a", "12", "aa"};
  std::printf("%d\n", namedAnewBad(lines));
}
