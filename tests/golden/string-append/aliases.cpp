#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Two appends are not one when an operand can see the string between them.
using Words = std::vector<std::string>;

struct View {
  std::string_view text;
  char last() const { return text.back(); }
};

std::string iteratorBad(const Words &words) {
  std::string text = "ab";
  for (const auto &word : words) {
    const auto first = text.begin();
    text = text + word + *first; // want[review]: 'text' is copied whole
  }
  return text;
}

std::string viewBad(const Words &words) {
  std::string text = "ab";
  for (const auto &word : words) {
    const View view{text};
    text = text + word + view.last(); // want[review]: 'text' is copied whole
  }
  return text;
}

std::string wrapperBad(const Words &words) {
  std::string text = "ab";
  const auto wrapper = std::cref(text);
  for (const auto &word : words)
    text = text + word + wrapper.get().back(); // want[review]: 'text' is copied whole
  return text;
}

std::string captureBad(const Words &words) {
  std::string text = "ab";
  const auto last = [&] { return text.back(); };
  for (const auto &word : words)
    text = text + word + last(); // want[review]: 'text' is copied whole
  return text;
}

std::string bindingBad(const Words &words) {
  auto [text, count] = std::pair<std::string, int>("ab", 0);
  auto &again = text;
  const auto last = [&again] { return again.back(); };
  for (const auto &word : words)
    text = text + word + last(); // want[review]: 'text' is copied whole
  return text;
}

// The operand may be the string itself: both are read before anything is
// written.
void parameterBad(std::string &text, const std::string &word) {
  text = text + "," + word; // want[safe]: each time 'parameterBad' is called in a loop
}

std::string callerBad(const Words &words) {
  std::string text = "ab";
  for (const auto &word : words)
    parameterBad(text, word.empty() ? text : word);
  return text;
}

std::string itselfBad(const Words &words) {
  std::string text = "ab";
  for (std::size_t i = 0; i < words.size(); ++i)
    text = text + text.substr(text.size() - 1); // want[safe]: 'text' is copied whole
  return text;
}

// Where an exception would leave half of it behind.
std::string checked(const std::string &word) {
  if (word == "bad")
    throw 1;
  return word;
}

std::string caughtBad(const Words &words) {
  std::string text;
  try {
    for (const auto &word : words)
      text = text + "," + checked(word); // want[safe]: 'text' is copied whole
  } catch (int) {
  }
  return text;
}

void thrownBad(std::string &text, const Words &words) {
  for (const auto &word : words)
    text = text + '<' + '>' + checked(word); // want[review]: 'text' is copied whole
}

// Only a library's own operators are known to mean the same.
struct Id {
  int value;
};

std::string operator+(const std::string &text, Id id) {
  return text + std::to_string(id.value);
}

std::string operator+(const std::string &text, int number) {
  return text + std::to_string(number);
}

std::string FN_usersOperator(const std::vector<int> &numbers) {
  std::string text;
  for (int number : numbers) {
    text = text + number;
    text = text + Id{number};
  }
  return text;
}

// A user's subscript may do something each time.
struct Lines {
  std::string &operator[](std::size_t) {
    ++count;
    return line;
  }
  std::string line;
  int count = 0;
};

int subscriptBad(const Words &words) {
  Lines lines;
  for (const auto &word : words)
    lines[0] = lines[0] + word; // want[review]: 'lines[0]' is copied whole
  return lines.count;
}

// `+` takes the memory of its operand, `+=` leaves it alone.
std::string moveBad(Words words) {
  std::string text;
  for (auto &word : words)
    text = text + std::move(word); // want[review]: 'text' is copied whole
  return text;
}

std::string movedTargetOk(const Words &words) {
  std::string text;
  for (const auto &word : words)
    text = std::move(text) + word;
  return text;
}

int main() {
  for (const Words &words : {Words{"a"}, Words{"a", "", "bcd", "bad", "e"}})
    std::cout << callerBad(words) << ' ' << itselfBad(words) << ' '
              << caughtBad(words) << '\n';
}
