#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

// The loop shapes of which clang-tidy's performance-inefficient-string-
// concatenation reports one: the prepend, on which its advice is wrong.
using Words = std::vector<std::string>;

std::string whileBad(const Words &words) {
  std::string text;
  std::size_t i = 0;
  while (i < words.size())
    text += words[i++]; // want[safe]: 'text' is copied whole to append to it
  return text;
}

std::string doWhileBad(const Words &words) {
  std::string text;
  std::size_t i = 0;
  do {
    text += words[i]; // want[safe]: 'text' is copied whole to append to it
  } while (++i < words.size());
  return text;
}

std::string rangeForBad(const Words &words) {
  std::string text;
  for (const auto &word : words)
    text += word; // want[safe]: 'text' is copied whole to append to it
  return text;
}

class Report {
public:
  void addAllBad(const Words &words) {
    for (const auto &word : words)
      text += word; // want[safe]: 'text' is copied whole to append to it
  }
  std::string text;
};

std::string lambdaBad(const Words &words) {
  std::string text;
  const auto addAll = [&] {
    for (const auto &word : words)
      text += word; // want[safe]: 'text' is copied whole to append to it
  };
  addAll();
  return text;
}

std::string algorithmBad(const Words &words) {
  std::string text;
  std::for_each(words.begin(), words.end(), [&text](const std::string &word) {
    text += word; // want[safe]: 'text' is copied whole to append to it
  });
  return text;
}

void add(std::string &text, const std::string &word) {
  text += word; // want[safe]: 'text' is copied whole to append to it, each time 'add' is called in a loop
}

std::string helperBad(const Words &words) {
  std::string text;
  for (const auto &word : words)
    add(text, word);
  return text;
}

std::string twoStringsBad(const Words &words) {
  std::string names, lengths;
  for (const auto &word : words) {
    names += word; // want[safe]: 'names' is copied whole to append to it
    lengths += std::to_string(word.size()); // want[safe]: 'lengths' is copied whole to append to it
  }
  return names + lengths;
}

std::string nestedBad(const std::vector<Words> &pages) {
  std::string text;
  for (const auto &page : pages)
    for (const auto &word : page) // want-note: inside this loop
      text += word; // want[safe]: 'text' is copied whole to append to it
  return text;
}

std::string localBad(const Words &words) {
  std::string text;
  for (const auto &word : words) {
    const std::string line = word + "\n";
    text += line; // want[safe]: 'text' is copied whole to append to it
  }
  return text;
}

std::string conditionBad(const Words &words) {
  std::string text;
  for (const auto &word : words) {
    if (!word.empty())
      { text += ","; text += word; } // want[safe]: 'text' is copied whole to append to it
    else
      text += "-"; // want[safe]: 'text' is copied whole to append to it
  }
  return text;
}

void pointerBad(std::string *text, const Words &words) {
  for (const auto &word : words)
    *text += word; // want[safe]: '*text' is copied whole to append to it
}

// `+=` would put the words in the wrong order.
std::string prependBad(const Words &words) {
  std::string text;
  for (const auto &word : words)
    text = word + text; // want[advice]: 'text' is copied whole to prepend to it // want-advice: parts.push_back(word);  // std::vector<std::string> parts, before the loop // want-advice: for (auto part = parts.rbegin(); part != parts.rend(); ++part) // want-advice:   text += *part;
  return text;
}

int main() {
  for (const Words &words :
       {Words{"a"}, Words{"a", "", "bcd"}, Words{"x", "y", "z", "x"}}) {
    Report report;
    report.addAllBad(words);
    std::string target = "to:";
    pointerBad(&target, words);
    std::cout << whileBad(words) << ' ' << doWhileBad(words) << ' '
              << rangeForBad(words) << ' ' << report.text << ' '
              << lambdaBad(words) << ' ' << algorithmBad(words) << ' '
              << helperBad(words) << ' ' << twoStringsBad(words) << ' '
              << nestedBad({words, {}, words}) << ' ' << localBad(words) << ' '
              << conditionBad(words) << ' ' << target << ' '
              << prependBad(words) << '\n';
  }
}
