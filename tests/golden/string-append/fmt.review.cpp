// packages: fmt
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

std::string formatBad(const Words &words) {
  std::string text;
  for (const std::string &word : words)
    fmt::format_to(std::back_inserter(text), "{}, ", word); // want[review]: 'text' is formatted into a new copy of itself
  return text;
}

std::string numbersBad(const std::vector<int> &numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    fmt::format_to(std::back_inserter(text), "[{}]={:04x};", i, numbers[i]); // want[review]: 'text' is formatted into a new copy of itself
  }
  return text;
}

std::string inFrontBad(const Words &words) {
  std::string text;
  for (const std::string &word : words)
    text = fmt::format("{}, {}", word, text); // want[advice]: 'text' is formatted into a new copy of itself // want-advice: parts.push_back(fmt::format("{}, ", word));
  return text;
}

std::string eachOk(const Words &words) {
  std::string text;
  for (const std::string &word : words)
    text += fmt::format("{}, ", word);
  return text;
}

void otherOk(const Words &words, Words &lines) {
  std::string line;
  for (const std::string &word : words) {
    line = fmt::format("{}!", word);
    lines.push_back(line);
  }
}
