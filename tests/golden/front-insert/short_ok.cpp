#include <istream>
#include <string>
#include <thread>
#include <vector>

// A number has few digits.
std::vector<int> digitsOk(unsigned number) {
  std::vector<int> digits;
  while (number > 0) {
    digits.insert(digits.begin(), int(number % 10));
    number /= 10;
  }
  return digits;
}

void paddedOk(std::string &text, std::size_t width) {
  while (text.size() < width)
    text.insert(0, 1, '0');
}

struct Item {
  Item parent() const;
  bool isValid() const;
};

// A path has as many parts as the tree has levels.
std::vector<Item> pathOk(Item item) {
  std::vector<Item> path;
  while (item.isValid()) {
    path.insert(path.begin(), item);
    item = item.parent();
  }
  return path;
}

// One per worker.
void workersOk(std::vector<unsigned> &ids) {
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    ids.insert(ids.begin(), i);
}

// Until it works.
bool retryOk(std::vector<int> &tried, bool (*attempt)()) {
  for (int tries = 0; tries < 100; ++tries) {
    if (attempt())
      return true;
    tried.insert(tried.begin(), tries);
  }
  return false;
}

// Once per hundred items.
void chunksOk(const std::vector<int> &items, std::vector<int> &marks) {
  int n = 0;
  for (int item : items)
    if (++n % 100 == 0)
      marks.insert(marks.begin(), item);
}

// Errors are rare.
void errorsOk(const std::vector<std::string> &words, std::vector<std::string> &errors) {
  for (const std::string &word : words) {
    try {
      (void)std::stoi(word);
    } catch (const std::exception &) {
      errors.insert(errors.begin(), word);
    }
  }
}

// Drops all at once.
void clearedOk(std::vector<int> &batch, const std::vector<int> &items) {
  for (int item : items) {
    batch.push_back(item);
    batch.erase(batch.begin(), batch.end());
  }
}

// Elements of the iteration.
void rowsOk(std::vector<std::vector<int>> &rows) {
  for (std::vector<int> &row : rows)
    row.insert(row.begin(), 0);
}

// What a class does to itself is how it is made.
struct Path : std::vector<int> {
  void extendOk(const std::vector<int> &items) {
    for (int item : items)
      insert(begin(), item);
  }
};

// A qualified name has few parts, and so has a path.
std::vector<std::string> partsOk(std::string name) {
  std::vector<std::string> parts;
  auto colons = name.find("::");
  while (colons != std::string::npos) {
    parts.push_back(name.substr(0, colons));
    name = name.substr(colons + 2);
    colons = name.find("::");
  }
  return parts;
}

std::vector<std::string> foldersOk(std::string path) {
  std::vector<std::string> folders;
  std::size_t slash;
  while ((slash = path.find('/')) != std::string::npos) {
    folders.push_back(path.substr(0, slash));
    path.erase(0, slash + 1);
  }
  return folders;
}

// From host to domain: www.example.org, example.org, org.
bool dropFirst(std::string &host) {
  const auto dot = host.find(".");
  if (dot == std::string::npos)
    return false;
  host = host.substr(dot + 1);
  return true;
}

int domainsOk(std::string host, int (*matches)(const std::string &)) {
  int found = 0;
  do {
    found = matches(host);
  } while (found == 0 && dropFirst(host));
  return found;
}

// Each line is read anew.
void settingsOk(std::istream &In, std::vector<std::string> &Values) {
  std::string Line;
  while (!In.eof()) {
    std::getline(In, Line);
    const std::size_t At = Line.find('=');
    if (At == std::string::npos)
      continue;
    Line = Line.substr(At + 1);
    Values.push_back(Line);
  }
}
void wordsOk(std::istream &In, std::vector<std::string> &Values) {
  std::string Word;
  while (In.good()) {
    In >> Word;
    Word.erase(0, 1);
    Values.push_back(Word);
  }
}

// As many as the path has levels up.
std::string stripOk(std::string path) {
  while (path.find("../") == 0)
    path = path.substr(3);
  return path;
}
bool beginsWith(const std::string &text, const std::string &prefix);
std::string stripAllOk(std::string path, const std::string &up, int &levels) {
  while (beginsWith(path, up)) {
    path.erase(0, up.size());
    ++levels;
  }
  return path;
}

// There is nothing to move.
void copyOk(const std::vector<char> &data, std::string &copy) {
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data[i] != 2)
      continue;
    if (copy.empty())
      copy.insert(copy.begin(), data.begin(), data.end());
    copy[i] = ' ';
  }
}

// Never more than twenty-one.
struct History {
  std::vector<int> recent;
  void addOk(int id) {
    recent.push_back(id);
    while (recent.size() > 20)
      recent.erase(recent.begin());
  }
  void addAllOk(const std::vector<int> &ids) {
    for (int id : ids)
      addOk(id);
  }
};
void useHistory(History &history, const std::vector<int> &ids) {
  history.addAllOk(ids);
}

// Filled again by somebody, and not worked off.
bool answer(std::vector<std::string> &parts);
void answersOk(int &left) {
  std::vector<std::string> parts;
  while (left > 0) {
    if (!answer(parts))
      return;
    left -= static_cast<int>(parts.front().size());
    parts.erase(parts.begin());
  }
}

// Where the error comes from.
bool parse(const std::string &line, std::string &error);
static bool checkOk(const std::string &line, std::string &error) {
  if (!parse(line, error)) {
    error.insert(0, "line: ");
    return false;
  }
  return true;
}
int checkAll(const std::vector<std::string> &lines, std::string &error) {
  int wrong = 0;
  for (const std::string &line : lines)
    wrong += !checkOk(line, error);
  return wrong;
}

// No longer than a page.
bool nameOf(int &id, std::string &name);
bool pathOk(int id, std::string &path) {
  std::string name;
  while (nameOf(id, name)) {
    if (path.size() + name.size() + 1 >= 4096)
      return false;
    path.insert(0, name);
    path.insert(0, 1, '/');
  }
  return true;
}
