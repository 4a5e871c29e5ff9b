// args: -std=c++20
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
using Threads = std::vector<std::jthread>;

void work(const std::string &Item);
Strings filesIn(const std::string &Folder);

// The limit is of something else, or none.
void atLeastBad(const Strings &Items) {
  if (Items.size() < 8)
    return;
  Threads Running;
  for (const std::string &Item : Items)
    Running.emplace_back(work, Item); // want: a thread is started for every element of 'Items', with no limit
}
void manyBad(const Strings &Items) {
  if (Items.size() > 100000)
    return;
  for (const std::string &Item : Items)
    std::thread(work, Item).detach(); // want: a thread is started for every element of 'Items', with no limit
}
void namedBad(const std::map<std::string, std::string> &ByName) {
  for (const auto &[Key, Item] : ByName)
    std::thread(work, Item).detach(); // want: a thread is started for every element of 'ByName', with no limit
}

void linesBad(const std::string &File) {
  std::ifstream In(File);
  for (std::string Line; std::getline(In, Line);)
    std::thread(work, Line).detach(); // want: a thread is started for everything read from 'In', with no limit
}

void calledBad(const std::string &Folder) {
  Threads Running;
  for (const std::string &File : filesIn(Folder))
    Running.emplace_back(work, File); // want: a thread is started for every element of 'filesIn(Folder)', with no limit // want-advice: auto &&elements = filesIn(Folder); // want-advice: for (std::size_t i; (i = next++) < elements.size();) {
}
