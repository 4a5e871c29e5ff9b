#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Whatever the elements are.
std::vector<bool> bitsBad(int number) {
  std::vector<bool> bits;
  for (int i = 0; i < number; ++i)
    bits.push_back(i % 3 == 0); // want[safe]: inserting at the front moves all elements of 'bits'
  std::reverse(bits.begin(), bits.end());
  return bits;
}

std::vector<std::unique_ptr<int>> ownersBad(const std::vector<int> &items) {
  std::vector<std::unique_ptr<int>> owners;
  owners.reserve(items.size());
  for (int item : items) {
    auto owner = std::make_unique<int>(item);
    owners.push_back(std::move(owner)); // want[safe]: inserting at the front moves all elements of 'owners'
  } // every item
  std::reverse(owners.begin(), owners.end());
  return owners;
}

std::vector<std::pair<int, std::string>> pairsBad(const std::vector<int> &items) {
  std::vector<std::pair<int, std::string>> pairs{};
  for (int item : items) {
    if (item == 7)
      break;
    pairs.emplace_back(item, "x"); // want[safe]: inserting at the front moves all elements of 'pairs'
  }
  std::reverse(pairs.begin(), pairs.end());
  return pairs;
}

std::string textBad(const std::string &from) {
  std::string text;
  for (char c : from)
    text.push_back(c); // want[safe]: inserting at the front moves all elements of 'text'
  std::reverse(text.begin(), text.end());
  return text;
}

std::vector<int> doBad(int n) {
  std::vector<int> result;
  do
    result.push_back(n); // want[safe]: inserting at the front moves all elements of 'result'
  while (--n > 0);
  std::reverse(result.begin(), result.end());
  return result;
}

int main() {
  for (bool bit : bitsBad(20))
    std::cout << bit;
  for (const auto &owner : ownersBad({1, 2, 3}))
    std::cout << ' ' << *owner;
  for (const auto &[number, text] : pairsBad({1, 2, 7, 3}))
    std::cout << ' ' << number << text;
  std::cout << ' ' << textBad("abc") << textBad("");
  for (int item : doBad(4))
    std::cout << ' ' << item;
  std::cout << '\n';
}
