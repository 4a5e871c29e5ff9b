// packages: re2 icu-i18n icu-uc
// RE2, ICU, POSIX
#include <re2/re2.h>
#include <cstdio>
#include <regex.h>
#include <string>
#include <unicode/numfmt.h>
#include <vector>

int implicitBad(const std::vector<std::string> &lines) {
  int found = 0;
  const RE2 pattern("[0-9]+");
  for (const std::string &line : lines)
    if (RE2::FullMatch(line, pattern)) // want[safe]: 'RE2' compiles
      ++found;
  return found;
}

int re2Bad(const std::vector<std::string> &lines) {
  int found = 0;
  re2::RE2 word("[a-z]+", RE2::Quiet);
  for (const std::string &line : lines) {
    // want[safe]: 'word' compiles
    found += RE2::PartialMatch(line, word) ? 1 : 0;
  }
  return found;
}

int posixBad(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    regex_t word;
    regcomp(&word, "[a-z]+", REG_EXTENDED | REG_NOSUB); // want[advice]: 'regcomp' compiles
    found += regexec(&word, line.c_str(), 0, nullptr, 0) == 0 ? 1 : 0;
    regfree(&word);
  }
  return found;
}

void icuBad(const std::vector<double> &numbers, icu::UnicodeString &result) {
  for (double number : numbers) {
    UErrorCode status = U_ZERO_ERROR;
    icu::NumberFormat *format = icu::NumberFormat::createInstance(icu::Locale::getGerman(), status); // want[advice]: loads the same locale data
    format->format(number, result);
    delete format;
  }
}

int main() {
  for (const std::vector<std::string> &lines :
       {std::vector<std::string>(), std::vector<std::string>{"12", "ab", ""}})
    std::printf("%d %d\n", implicitBad(lines), re2Bad(lines));
}
