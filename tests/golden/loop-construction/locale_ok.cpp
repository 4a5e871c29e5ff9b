#include <clocale>
#include <locale>
#include <string>
#include <vector>

std::string cheapOk(const std::vector<std::string> &lines) {
  std::string result;
  for (const std::string &line : lines) {
    const std::locale global;
    const std::locale &classic = std::locale::classic();
    for (char each : line)
      result += std::toupper(each, each == 'a' ? global : classic);
  }
  return result;
}

std::string ofItemOk(const std::vector<std::string> &names) {
  std::string result;
  for (const std::string &name : names) {
    const std::locale each(name);
    result += std::toupper('a', each);
  }
  return result;
}

// What there is is changed.
void switchedOk(const std::vector<double> &numbers,
                void (*print)(double number)) {
  for (double number : numbers) {
    std::setlocale(LC_NUMERIC, "C");
    print(number);
    std::setlocale(LC_NUMERIC, "");
  }
}
