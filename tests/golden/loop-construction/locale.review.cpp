#include <locale>
#include <sstream>
#include <string>
#include <vector>

std::string upperBad(const std::vector<std::string> &lines) {
  std::string result;
  std::locale german("de_DE.UTF-8");
  for (const std::string &line : lines) {
    // want[review]: 'german' loads the same locale data again
    for (char each : line)
      result += std::toupper(each, german);
  }
  return result;
}

std::string imbuedBad(const std::vector<double> &numbers) {
  std::ostringstream text;
  const std::locale usedLocale("de_DE.UTF-8");
  for (double number : numbers) {
    text.imbue(usedLocale); // want[review]: loads the same locale data again
    text << number << '\n';
  }
  return text.str();
}

std::string formatted(double number) {
  std::ostringstream text;
  static const std::locale usedLocale("en_US.UTF-8");
  text.imbue(usedLocale); // want[review]: each call of 'formatted' loads the same locale data again
  text << number;
  return text.str();
}

std::string formattedAll(const std::vector<double> &numbers) {
  std::string result;
  for (double number : numbers)
    result += formatted(number);
  return result;
}
