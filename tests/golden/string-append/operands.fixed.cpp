#include <iostream>
#include <memory_resource>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

#define SEPARATOR ", "

// Parentheses, precedence and literals survive.
std::string operandsBad(const Words &words) {
  std::string text;
  int count = 1;
  for (const auto &word : words) {
    text += (word.empty() ? "-" : word); // want[safe]: 'text' is copied whole
    text += ("<" + word); // want[safe]: 'text' is copied whole
    text += word;
    text += '>'; // want[safe]: 'text' is copied whole
    text += ("abc" + count);
    text += char('a' + count); // want[safe]: 'text' is copied whole
    text += (++count, word); // want[safe]: 'text' is copied whole
    text += SEPARATOR;
    text += word; // want[safe]: 'text' is copied whole
    text += R"(text = text + "x";)";
    text += "s" "t"; // want[safe]: 'text' is copied whole
    count = 1;
  }
  return text;
}

// Braces where only one statement may stand.
std::string branchesBad(const Words &words) {
  std::string text;
  for (const auto &word : words)
    if (word.empty())
      { text += "e"; text += word; } // want[safe]: 'text' is copied whole
    else
      { text += word; text += "."; } // want[safe]: 'text' is copied whole
  std::size_t i = 0;
  do
    { text += "d"; text += words[i]; } // want[safe]: 'text' is copied whole
  while (++i < words.size());
  for (const auto &word : words)
    switch (word.size()) {
    case 0:
      { text += "0"; text += word; } // want[safe]: 'text' is copied whole
      break;
    default:
      { text += "1"; text += word; } // want[safe]: 'text' is copied whole
    }
  return text;
}

std::string linesBad(const Words &words) {
  std::string text;
  for (const auto &word : words)
    text = text // want[review]: 'text' is copied whole
           + "," // a comment that has no place in the rewrite
           + word;
  return text;
}

// The value is used: shown, not applied.
std::size_t valueBad(const Words &words) {
  std::string text;
  std::size_t sum = 0;
  for (const auto &word : words)
    sum += (text = text + word).size(); // want[advice]: 'text' is copied whole
  return sum;
}

std::size_t typesBad(const Words &words) {
  std::wstring wide;
  std::u8string utf8;
  std::pmr::string pooled;
  for (std::size_t i = 0; i < words.size(); ++i) {
    wide += L"x";
    wide += L'y'; // want[safe]: 'wide' is copied whole
    utf8 += u8"ä"; // want[safe]: 'utf8' is copied whole
    pooled += "z"; // want[safe]: 'pooled' is copied whole
  }
  return wide.size() + utf8.size() + pooled.size();
}

struct Node {
  std::string name;
};

std::string targetsBad(const Words &words) {
  Node node;
  std::string other;
  std::string *pointer = &other;
  std::string names[2];
  Words lines(2);
  for (const auto &word : words) {
    node.name += word; // want[safe]: 'node.name' is copied whole
    (*pointer) += "," + word; // want[safe]: '(*pointer)' is copied whole
    names[1] += word; // want[safe]: 'names[1]' is copied whole
    lines[0] += '-';
    lines[0] += '>'; // want[safe]: 'lines[0]' is copied whole
  }
  return node.name + other + names[1] + lines[0];
}

// A user's class may append in a way of its own.
struct Html : std::string {
  Html() = default;
  Html(std::string text) : std::string(std::move(text)) {}
  Html &operator+=(const std::string &text) {
    append("<").append(text).append(">");
    return *this;
  }
};

Html derivedBad(const Words &words) {
  Html html;
  for (const auto &word : words)
    html = html + word; // want[review]: 'html' is copied whole
  return html;
}

int main() {
  for (const Words &words : {Words{"a"}, Words{"a", "", "bcd"}})
    std::cout << operandsBad(words) << ' ' << branchesBad(words) << ' '
              << typesBad(words) << ' ' << targetsBad(words) << '\n';
}
