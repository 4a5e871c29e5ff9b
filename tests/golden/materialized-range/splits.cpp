// args: -std=c++17
#include <absl/strings/str_split.h>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <sstream>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;
void use(absl::string_view part);

int boostBad(const Strings &lines) {
  int sum = 0;
  for (const std::string &line : lines) { // want-note: inside this loop
    Strings parts;
    boost::split(parts, line, boost::is_any_of(",;")); // want[advice]: 'line' is split into a list of all its parts to read the first // want-advice: line.substr(0, line.find_first_of(",;"))
    sum += std::stoi(parts[0]);
  }
  for (const std::string &line : lines) {
    Strings parts;
    boost::split(parts, line, boost::is_any_of(",")); // want[advice]: to read the last // want-advice: line.substr(line.find_last_of(",") + 1)
    sum += std::stoi(parts.back());
  }
  return sum;
}

std::size_t abslBad(const Strings &lines) {
  std::size_t sum = 0;
  for (const std::string &line : lines) {
    const Strings parts = absl::StrSplit(line, ','); // want[advice]: 'line' is split into a list of all its parts to count them // want-advice: 1 + std::count(line.begin(), line.end(), ',')
    sum += parts.size();
  }
  return sum;
}

// Also of one text: each part is a string.
void walkBad(const std::string &text) {
  const Strings parts = absl::StrSplit(text, '\n'); // want[advice]: 'text' is split into a list of all its parts to walk over them once // want-advice: for (const auto part : absl::StrSplit(text, '\n'))  // views of the parts
  for (const std::string &part : parts)
    use(part);
}

// The project's own.
static Strings split(const std::string &text, char separator) {
  Strings result;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + 1)
    result.push_back(text.substr(begin, end - begin));
  result.push_back(text.substr(begin));
  return result;
}
static Strings words(const std::string &text) {
  Strings result;
  std::istringstream stream(text);
  std::string word;
  while (std::getline(stream, word, ' '))
    result.push_back(word);
  return result;
}
void ownBad(const Strings &lines, Strings &names) {
  for (const std::string &line : lines) {
    names.push_back(split(line, '=')[0]); // want[advice]: 'line' is split into a list of all its parts to read the first // want-advice: line.substr(0, line.find('='))
    const Strings all = words(line); // want[advice]: to read the first // want-advice: line.substr(0, line.find(…))
    names.push_back(all.front());
  }
}
