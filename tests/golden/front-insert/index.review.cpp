// args: -std=c++20
#include <iostream>
#include <string>
#include <vector>

struct Item {
  int id;
  bool isOld() const { return id < 0; }
};

void forwardBad(std::vector<int> &items) {
  // want-note@+1: inside this loop
  std::erase_if(items, [&](const auto &element) { return element == 3; });
}

void backBad(std::vector<Item> &items, int limit) {
  std::erase_if(items, [&](const auto &element) { return element.isOld() || element.id > limit; });
}

void undoneBad(std::vector<int> &items) {
  std::erase_if(items, [&](const auto &element) { return element < 0; }); // want[review]: each erase moves the elements behind it in 'items'
}

void downBad(std::vector<int> &items) {
  std::erase_if(items, [&](const auto &element) { return element < 0; }); // want[review]: each erase moves the elements behind it in 'items'
}

void down2Bad(std::vector<int> &items) {
  std::erase_if(items, [&](const auto &element) { return element == 7; });
}

void textBad(std::string &text) {
  std::erase_if(text, [&](const auto &element) { return element == ' '; });
}

// What walks is declared before the loop, and may be used after it.
void whileBad(std::vector<int> &items) {
  auto it = items.begin();
  while (it != items.end()) {
    if (*it == 3)
      it = items.erase(it); // want[advice]: each erase moves the elements behind it in 'items' // want-advice: std::erase_if(items, [&](const auto &element) { return element == 3; });
    else
      ++it;
  }
}

void whileIndexBad(std::vector<int> &items) {
  std::size_t i = 0;
  while (i < items.size()) {
    if (items[i] == 3)
      items.erase(items.begin() + i); // want[advice]: each erase moves the elements behind it in 'items'
    else
      ++i;
  }
}

void foundBad(std::string &text) {
  std::size_t at = 0;
  while ((at = text.find('\r')) != std::string::npos)
    text.erase(at, 1); // want[advice]: each erase moves the elements behind it in 'text' // want-advice: std::erase(text, '\r');
}

int main() {
  std::vector<int> items = {3, 1, 3, 3, -2, 7, 9, 3};
  const auto print = [&] {
    for (int item : items)
      std::cout << item << ' ';
    std::cout << '\n';
  };
  forwardBad(items);
  print();
  undoneBad(items);
  print();
  items.push_back(-4);
  downBad(items);
  down2Bad(items);
  print();
  std::vector<Item> all = {{-1}, {5}, {50}, {2}};
  backBad(all, 10);
  std::string text = " a b  c ";
  textBad(text);
  std::cout << all.size() << text << '\n';
}
