#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

struct Named {
  std::string name;
};

std::string rangeForBad(const Words &words) {
  std::string text;
  for (const std::string &word : words) // want-note: inside this loop
    text += word; // want[safe]: 'text' is copied whole to append to it, once per iteration
  return text;
}

std::string twoOperandsBad(const Words &words) {
  std::string text;
  for (const std::string &word : words) {
    text += ",";
    text += word; // want[safe]: 'text' is copied whole
  }
  return text;
}

std::string doWhileBad(const Words &words) {
  std::string text;
  std::size_t i = 0;
  do {
    text += words[i]; // want[safe]: 'text' is copied whole
  } while (++i < words.size());
  return text;
}

void memberBad(Named &node, const Words &words) {
  for (const std::string &word : words)
    node.name += word; // want[safe]: 'node.name' is copied whole
}

std::string lambdaBad(const Words &words) {
  std::string text;
  std::for_each(words.begin(), words.end(), [&](const std::string &word) { // want-note: run once per element
    text += word; // want[safe]: 'text' is copied whole
  });
  return text;
}

std::string rangesBad(const Words &words) {
  std::string text;
  std::ranges::for_each(words, [&](const std::string &word) {
    text += word; // want[safe]: 'text' is copied whole
  });
  return text;
}

void addTo(std::string &out, const std::string &word) {
  out += word; // want[safe]: each time 'addTo' is called in a loop
}

std::string helperBad(const Words &words) {
  std::string text;
  for (const std::string &word : words)
    addTo(text, word);
  return text;
}

std::string twoStringsBad(const Words &words) {
  std::string odd, even;
  bool isOdd = true;
  for (const std::string &word : words) {
    if (isOdd)
      odd += word; // want[safe]: 'odd' is copied whole
    else
      even += word; // want[safe]: 'even' is copied whole
    isOdd = !isOdd;
  }
  return odd + "|" + even;
}

std::string nestedBad(const std::vector<Words> &rows) {
  std::string page;
  for (const Words &row : rows) {
    std::string line;
    for (const std::string &cell : row)
      line += cell; // want[safe]: 'line' is copied whole
    page += line; // want[safe]: 'page' is copied whole
  }
  return page;
}

int main() {
  const Words words = {"a", "bc", "", "def"};
  Named node{"n"};
  memberBad(node, words);
  std::cout << rangeForBad(words) << '\n'
            << twoOperandsBad(words) << '\n'
            << doWhileBad(words) << '\n'
            << node.name << '\n'
            << lambdaBad(words) << '\n'
            << rangesBad(words) << '\n'
            << helperBad(words) << '\n'
            << twoStringsBad(words) << '\n'
            << nestedBad({words, words}) << '\n';
}
