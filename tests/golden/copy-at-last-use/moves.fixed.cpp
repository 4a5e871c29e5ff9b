#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

struct Person {
  std::string name;
  std::vector<int> marks;
  int age = 0;
};

std::vector<std::string> linesBad(std::istream &in) {
  std::vector<std::string> lines;
  // want-note@+1: inside this loop
  for (int i = 0; i < 100 && in; ++i) {
    std::string line;
    std::getline(in, line);
    if (line.empty())
      continue;
    lines.push_back(std::move(line)); // want[safe]: 'line' is copied, although it is not used again
  }
  return lines;
}

std::vector<Person> peopleBad(const std::map<std::string, int> &ages) {
  std::vector<Person> people;
  for (const auto &[name, age] : ages) { // want-note: inside this loop
    Person person;
    person.name = name + "!";
    person.age = age;
    for (int i = 0; i < age; ++i)
      person.marks.push_back(i);
    people.push_back(std::move(person)); // want[safe]: all elements of 'person' are copied
  }
  return people;
}

std::map<std::string, std::vector<int>> groupsBad(const std::vector<std::string> &names) {
  std::map<std::string, std::vector<int>> groups;
  for (const std::string &name : names) { // want-note: inside this loop // want-note: inside this loop
    const std::size_t end = name.find(':');
    std::string key = name.substr(0, end);
    std::vector<int> sizes(name.size(), 1);
    if (!key.empty())
      groups.emplace(std::move(key), std::move(sizes)); // want[safe]: 'key' is copied // want[safe]: all elements of 'sizes' are copied
  }
  return groups;
}

struct Index {
  std::vector<std::string> words;
  std::set<std::string> unique;
  // Filled in a loop, and so large.
  void setWordsBad(const std::vector<std::string> &all) {
    std::vector<std::string> kept;
    for (const std::string &word : all)
      if (word.size() > 2)
        kept.push_back(word);
    words = std::move(kept); // want[safe]: all elements of 'kept' are copied, although it is not used again (O(n) copy → O(1) move)
  }
  void addBad(const std::vector<std::string> &all) {
    for (const std::string &word : all) { // want-note: inside this loop
      std::string lower = word;
      for (char &c : lower)
        c = static_cast<char>(c | 32);
      unique.insert(std::move(lower)); // want[safe]: 'lower' is copied
    }
  }
};

std::vector<int> kept;
std::size_t total(std::vector<int> numbers) {
  kept = std::move(numbers);
  return kept.size();
}

std::size_t argumentBad(int n) {
  std::vector<int> numbers;
  for (int i = 0; i < n; ++i)
    numbers.push_back(i);
  return total(std::move(numbers)); // want[safe]: all elements of 'numbers' are copied
}

// Each branch ends its life.
void branchesBad(const std::vector<std::string> &words, std::vector<std::string> &small,
                 std::vector<std::string> &large) {
  for (const std::string &word : words) { // want-note: inside this loop // want-note: inside this loop
    std::string text = "<" + word + ">";
    if (text.size() < 5)
      small.push_back(std::move(text)); // want[safe]: 'text' is copied
    else
      large.push_back(std::move(text)); // want[safe]: 'text' is copied
  }
}

std::vector<std::shared_ptr<Person>> sharedBad(const std::vector<std::string> &names) {
  std::vector<std::shared_ptr<Person>> people;
  for (const std::string &name : names) { // want-note: inside this loop
    Person person;
    person.name = name;
    std::cout << person.name.front() << person.marks.size();
    people.push_back(std::make_shared<Person>(std::move(person))); // want[safe]: all elements of 'person' are copied
  }
  return people;
}

int main() {
  std::istringstream in("one\n\nthree\n");
  for (const std::string &line : linesBad(in))
    std::cout << line;
  for (const Person &person : peopleBad({{"ann", 2}, {"bob", 3}}))
    std::cout << person.name << person.age << person.marks.size();
  for (const auto &[key, sizes] : groupsBad({"a:1", "bb:2", ":", "a:3"}))
    std::cout << key << sizes.size();
  Index index;
  index.setWordsBad({"a", "abc", "defg"});
  index.addBad({"Aha", "aha", "Oho"});
  std::cout << index.words.size() << index.unique.size() << argumentBad(7);
  std::vector<std::string> small, large;
  branchesBad({"a", "abcdefg"}, small, large);
  std::cout << small.front() << large.front() << sharedBad({"x", "y"}).back()->name << "\n";
}
