#include <map>
#include <string>
#include <vector>

// A number has few digits.
std::string hexOk(unsigned number) {
  std::string text;
  do {
    text = "0123456789abcdef"[number % 16] + text;
    number /= 16;
  } while (number != 0);
  return text;
}

std::string binaryOk(unsigned long number) {
  std::string text;
  for (; number; number >>= 1)
    text = ((number & 1) ? "1" : "0") + text;
  return text;
}

std::string decimalOk(unsigned number) {
  std::string text;
  while (number > 0) {
    text = char('0' + number % 10) + text;
    number = number / 10;
  }
  return text;
}

// Nor is a column wide.
std::string paddedOk(std::string text, std::size_t width) {
  while (text.size() < width)
    text = " " + text;
  return text;
}

struct Directory {
  std::string name() const;
  bool isRoot() const;
  Directory parent() const;
};

// A path has as many parts as the tree has levels.
std::string pathOk(Directory directory) {
  std::string path;
  while (!directory.isRoot()) {
    path = directory.name() + "/" + path;
    directory = directory.parent();
  }
  return path;
}

int parentOf(int id);
const std::string &nameOf(int id);

std::string idPathOk(int id) {
  std::string path;
  for (; id != 0; id = parentOf(id))
    path = nameOf(id) + "." + path;
  return path;
}

// Cut off again when it gets long.
std::string lastOk(const std::string &input) {
  std::string recent;
  for (char c : input) {
    recent = recent + c;
    if (recent.size() > 8)
      recent.erase(0, 1);
  }
  return recent;
}

// Begun anew when the line is full.
std::string wrappedOk(const std::string &input) {
  std::string wrapped, line;
  for (char c : input) {
    if (line.size() > 72) {
      wrapped += line + "\n";
      line = " ";
    }
    line = line + c;
  }
  return wrapped + line;
}

// As many as there are levels above.
struct Entry {
  std::string name;
  int parent = 0;
};
Entry entryOf(int id);
std::string separator();
std::string pathOk(int id, int root) {
  std::string path;
  while (true) {
    const Entry entry = entryOf(id);
    path = entry.name + separator() + path;
    const int parent = entry.parent;
    if (parent == root)
      return path;
    id = parent;
  }
}
std::string fileOf(const std::string &path);
std::string folderOf(const std::string &path);
std::string levelsOk(std::string path) {
  std::string below = fileOf(path);
  while (!(path = folderOf(path)).empty())
    below = fileOf(path) + separator() + below;
  return below;
}
