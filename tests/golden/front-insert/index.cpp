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
  for (std::size_t i = 0; i < items.size();) {
    if (items[i] == 3)
      items.erase(items.begin() + i); // want[review]: each erase moves the elements behind it in 'items', once per iteration
    else
      ++i;
  }
}

void backBad(std::vector<Item> &items, int limit) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].isOld() || items.at(i).id > limit) {
      items.erase(items.begin() + i); // want[review]: each erase moves the elements behind it in 'items'
      --i;
    }
  }
}

void undoneBad(std::vector<int> &items) {
  for (int i = 0; i < int(items.size()); ++i)
    if (items[i] < 0)
      items.erase(items.begin() + i--); // want[review]: each erase moves the elements behind it in 'items'
}

void downBad(std::vector<int> &items) {
  for (int i = int(items.size()) - 1; i >= 0; --i)
    if (items[i] < 0)
      items.erase(items.begin() + i); // want[review]: each erase moves the elements behind it in 'items'
}

void down2Bad(std::vector<int> &items) {
  for (std::size_t i = items.size(); i-- > 0;) {
    if (items[i] == 7)
      items.erase(items.begin() + i); // want[review]: each erase moves the elements behind it in 'items'
  }
}

void textBad(std::string &text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ')
      text.erase(i, 1); // want[review]: each erase moves the elements behind it in 'text'
    else
      ++i;
  }
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
