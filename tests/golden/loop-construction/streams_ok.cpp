#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

void print(std::ostream &to, int number);

std::string handedOnOk(const std::vector<int> &numbers) {
  std::string result;
  for (int number : numbers) {
    std::ostringstream text;
    print(text, number);
    result += text.str();
  }
  return result;
}

std::vector<std::ostringstream> keptOk(const std::vector<int> &numbers) {
  std::vector<std::ostringstream> all;
  for (int number : numbers) {
    std::ostringstream text;
    text << number;
    all.push_back(std::move(text));
  }
  return all;
}

// Now and then.
std::string guardedOk(const std::vector<int> &numbers) {
  std::string result;
  for (int number : numbers) {
    if (number < 0) {
      std::ostringstream text;
      text << number;
      result += text.str();
    }
  }
  return result;
}

// The file takes longer.
void filesOk(const std::vector<int> &numbers) {
  for (int number : numbers) {
    std::ostringstream name;
    name << "file" << number;
    std::ofstream file(name.str());
    file << number;
  }
}

void fewOk() {
  for (int i = 0; i < 5; ++i) {
    std::ostringstream name;
    name << i;
    std::puts(name.str().c_str());
  }
}
