#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

// Each append on a line of its own, as the statement had one.
std::string linesBad(const Words &words) {
  std::string text;
  for (const auto &word : words) {
    text += "<";
    text += word;
    text += ">"; // want[safe]: 'text' is copied whole
    if (word.empty()) {
	text = text +   // want[review]: 'text' is copied whole
	       "tab" + word;
	text += "tab";
	text += word; // want@-1[safe]: 'text' is copied whole
    }
    text += "(";
    text += word; // want[safe]: 'text' is copied whole
  }
  return text;
}

// Statements that share a line go on to do so.
std::string sharedBad(const Words &words) {
  std::string text;
  int count = 0;
  for (const auto &word : words) {
    ++count; text += "-"; text += word; // want[safe]: 'text' is copied whole
    { text += "{"; text += word; } // want[safe]: 'text' is copied whole
    text += "+"; text += word; ++count; // want[safe]: 'text' is copied whole
  }
  return text + std::to_string(count);
}

// A reference may lead to the string, or into it.
void characterBad(std::string &text, const char &mark) {
  text = text + "a longer text than fits" + mark; // want[review]: each time 'characterBad' is called in a loop
}

std::string callerBad(const Words &words) {
  std::string text = "ab";
  for (std::size_t i = 0; i < words.size(); ++i)
    characterBad(text, text[0]);
  return text;
}

std::string sameBad(const Words &words) {
  std::string first = "ab";
  std::string second = "cd";
  std::string &text = words.size() > 2 ? first : second;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += "," + second; // want[safe]: 'text' is copied whole
  return first + second;
}

// The sum has read the first part before the second changes it.
std::string mark = "a";

std::string changeMark(const std::string &word) {
  if (word == "bad")
    throw std::runtime_error("bad");
  return mark += "b";
}

std::string changedBad(const Words &words) {
  std::string text;
  try {
    for (const auto &word : words)
      text = text + mark + changeMark(word); // want[review]: 'text' is copied whole
  } catch (const std::exception &) {
  }
  return text;
}

// What is called moves on where the text goes.
std::string texts[3];
std::string *target = &texts[0];

std::string moveOn(const std::string &word) {
  target = &texts[word.size() % 3];
  return word;
}

std::string targetBad(const Words &words) {
  for (const auto &word : words)
    *target = *target + moveOn(word); // want[review]: '*target' is copied whole
  return texts[0] + texts[1] + texts[2];
}

void ownPointerBad(std::string *text, const Words &words) {
  for (const auto &word : words)
    *text += moveOn(word); // want[safe]: '*text' is copied whole
}

int main() {
  for (const Words &words : {Words{}, Words{"a"}, Words{"a", "", "bcd", "bad"}})
    std::cout << linesBad(words) << ' ' << sharedBad(words) << ' '
              << sameBad(words) << '\n';
  std::string text;
  ownPointerBad(&text, {"a", "bcd"});
  std::cout << text << '\n';
}
