#include <iostream>
#include <string>
#include <vector>

// Whoever was given it may know where it is.
void tidy(std::string &text);
std::vector<std::string> tidiedBad(const std::vector<std::string> &words) {
  std::vector<std::string> result;
  for (const std::string &word : words) { // want-note: inside this loop
    std::string text = word;
    tidy(text);
    result.push_back(text); // want[review]: 'text' is copied
  }
  return result;
}

// Its own move may do something else.
struct Counted {
  std::vector<int> values;
  Counted() = default;
  Counted(const Counted &) = default;
  Counted(Counted &&other) noexcept : values(std::move(other.values)) { ++moves; }
  static int moves;
};
void countedBad(std::vector<Counted> &all, int n) {
  for (int i = 0; i < n; ++i) { // want-note: inside this loop
    Counted one;
    one.values.push_back(i);
    all.push_back(one); // want[review]: all elements of 'one' are copied
  }
}

// The loop is around the call.
void add(std::vector<std::vector<int>> &all, int number) {
  std::vector<int> row(10, number);
  all.push_back(row); // want[safe]: all elements of 'row' are copied
}
void addAll(std::vector<std::vector<int>> &all, int n) {
  for (int i = 0; i < n; ++i) // want-note: inside this loop
    add(all, i); // want-note: called here
}

struct Label {
  Label(int number, std::string text) : number(number), text(std::move(text)) {}
  int number;
  std::string text;
};
void labelsBad(std::vector<Label> &labels, int n) {
  for (int i = 0; i < n; ++i) { // want-note: inside this loop
    std::string text = std::to_string(i);
    labels.emplace_back(i, text); // want[safe]: 'text' is copied
  }
}

int main() {
  std::vector<Label> labels;
  labelsBad(labels, 2);
  std::cout << labels.back().text;
  std::vector<std::vector<int>> all;
  addAll(all, 3);
  std::cout << all.back().front() << "\n";
}
void tidy(std::string &text) { text += '.'; }
int Counted::moves = 0;
