#include <cstdio>
#include <regex>
#include <string>
#include <vector>

#define DIGITS "[0-9]+"
#define MATCHES(line, text) std::regex_search(line, std::regex(text))

int constantBad(const std::vector<std::string> &lines) {
  int found = 0;
  const std::regex digits(DIGITS);
  for (const std::string &line : lines) {
    // want[safe]: 'digits' compiles
    found += std::regex_search(line, digits) ? 1 : 0;
  }
  return found;
}

// The user did not spell it out.
int insideOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines)
    found += MATCHES(line, "a+") ? 1 : 0;
  return found;
}

int main() { std::printf("%d\n", constantBad({"12", "a", "3"})); }
