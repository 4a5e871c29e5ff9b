#include <algorithm>
#include <array>
#include <deque>
#include <list>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

struct Item {
  int id;
  std::string name;
  std::vector<int> parents;
};
enum class Color { Red, Green, Blue };

bool next(std::string &text);

// Not all of a long sequence.
int tableOk(const std::vector<std::string> &words) {
  static const std::vector<std::string> keywords = {"if", "else", "for"};
  const std::array<std::string, 4> types = {"int", "char", "bool", "long"};
  static constexpr std::string_view Names[] = {"a", "b", "c"};
  int count = 0;
  for (const std::string &word : words)
    if (std::find(keywords.begin(), keywords.end(), word) != keywords.end() ||
        std::find(types.begin(), types.end(), word) != types.end() ||
        std::find(std::begin(Names), std::end(Names), word) != std::end(Names))
      ++count;
  return count;
}

int filledByHandOk(const std::vector<std::string> &words, bool isLong) {
  std::vector<std::string> skipped;
  skipped.push_back("a");
  if (isLong)
    skipped.push_back("the");
  int count = 0;
  for (const std::string &word : words)
    count += std::count(skipped.begin(), skipped.end(), word);
  return count;
}

int settingsOk(const std::vector<std::string> &words, const std::vector<std::string> &options) {
  int count = 0;
  for (const std::string &word : words)
    count += std::count(options.begin(), options.end(), word);
  return count;
}

// Searched once, or for the same.
bool onceOk(const std::vector<int> &items, int id) {
  return std::find(items.begin(), items.end(), id) != items.end();
}

int sameKeyOk(const std::vector<int> &items, const std::vector<int> &others, int id) {
  int count = 0;
  for (int other : others)
    if (other > 0 && std::find(items.begin(), items.end(), id) != items.end())
      ++count;
  return count;
}

int fewTimesOk(const std::vector<int> &items) {
  int count = 0;
  for (int id = 0; id < 8; ++id)
    if (std::find(items.begin(), items.end(), id) != items.end())
      ++count;
  return count;
}

int fewKeysOk(const std::vector<int> &items) {
  int count = 0;
  for (int id : {1, 2, 3})
    count += std::count(items.begin(), items.end(), id);
  return count;
}

// Few different values.
std::vector<Color> colorsOk(const std::vector<Color> &all) {
  std::vector<Color> used;
  for (Color color : all)
    if (std::find(used.begin(), used.end(), color) == used.end())
      used.push_back(color);
  return used;
}

int charactersOk(const std::string &text, const std::vector<std::string> &lines) {
  int count = 0;
  for (const std::string &line : lines)
    if (std::find(text.begin(), text.end(), line[0]) != text.end())
      ++count;
  return count;
}

// The rest of a sequence, from a cursor.
int cursorOk(const std::vector<int> &items, const std::vector<int> &keys) {
  int count = 0;
  auto it = items.begin();
  for (int key : keys) {
    it = std::find(it, items.end(), key);
    if (it == items.end())
      break;
    ++count;
  }
  return count;
}

// What belongs to one element is short.
int parentsOk(const std::vector<Item> &items, const std::vector<int> &roots) {
  int count = 0;
  for (const Item &item : items)
    for (int root : roots)
      if (std::find(item.parents.begin(), item.parents.end(), root) != item.parents.end())
        ++count;
  return count;
}

int ownParentsOk(const std::vector<Item> &items) {
  int count = 0;
  for (const Item &item : items)
    if (std::find(item.parents.begin(), item.parents.end(), item.id) != item.parents.end())
      ++count;
  return count;
}

// Trees and hash tables.
int setsOk(const std::set<int> &sorted, const std::unordered_set<int> &hashed, const std::map<int, int> &map, const std::vector<int> &keys) {
  int count = 0;
  for (int key : keys)
    count += sorted.count(key) + hashed.count(key) + map.count(key);
  return count;
}

// No key to hash.
int nearestOk(const std::vector<Item> &items, const std::vector<int> &limits) {
  int count = 0;
  for (int limit : limits)
    if (std::find_if(items.begin(), items.end(), [&](const Item &item) { return item.id > limit; }) != items.end())
      ++count;
  return count;
}

int dependentOk(const std::vector<Item> &items, const std::vector<int> &offsets) {
  int count = 0;
  for (int offset : offsets)
    if (std::any_of(items.begin(), items.end(), [&](const Item &item) { return item.id + offset == item.id * 2; }))
      ++count;
  return count;
}

// Looks for a free name.
std::string freeNameOk(const std::vector<std::string> &names, std::string name) {
  while (std::find(names.begin(), names.end(), name) != names.end())
    name += "_";
  return name;
}

// All pairs are looked at.
int pairsOk(const std::vector<Item> &items, const std::vector<Item> &others) {
  int count = 0;
  for (const Item &item : items)
    for (const Item &other : others)
      if (item.id == other.id)
        ++count;
      else
        --count;
  return count;
}

// The index is compared, not an element.
int indexOk(const std::vector<int> &items, const std::vector<int> &chosen) {
  int sum = 0;
  for (int key : chosen)
    for (std::size_t i = 0; i < items.size(); ++i)
      if (i == static_cast<std::size_t>(key)) {
        sum += items[i];
        break;
      }
  return sum;
}

// Kept short.
void recentOk(const std::vector<int> &items, std::vector<int> &recent) {
  for (int item : items) {
    if (std::find(recent.begin(), recent.end(), item) == recent.end())
      recent.push_back(item);
    if (recent.size() > 10)
      recent.clear();
  }
}

// Once per batch.
int batchOk(const std::vector<int> &items, const std::vector<int> &known) {
  int count = 0;
  int n = 0;
  for (int item : items)
    if (++n % 1000 == 0)
      count += std::count(known.begin(), known.end(), item);
  return count;
}

// Leaves the loop: it runs once.
bool firstOnlyOk(const std::vector<int> &items, const std::vector<int> &known) {
  for (int item : items) {
    if (item > 3)
      return std::find(known.begin(), known.end(), item) != known.end();
  }
  return false;
}

// An own class with the same method.
struct Filter {
  std::vector<int> table;
  bool contains(int value) const;
  int find(int value) const;
};
int ownClassOk(const Filter &filter, const std::vector<int> &items) {
  int count = 0;
  for (int item : items)
    if (filter.contains(item) || filter.find(item) > 0)
      ++count;
  return count;
}

// The place changes with each that is taken out.
int placesOk(std::vector<int> &items, const std::vector<int> &old, int current) {
  for (int each : old) {
    const auto at = std::ranges::find(items, each) - items.begin();
    if (at < current)
      --current;
    std::sort(items.begin(), items.end());
    items.resize(items.size() - 1);
  }
  return current;
}

// Few by their names.
int formatsOk(const std::vector<std::string> &files, const std::vector<std::string> &formats) {
  int count = 0;
  for (const std::string &file : files)
    count += std::count(formats.begin(), formats.end(), file);
  return count;
}

// What is removed comes back at the end.
void movedToEndOk(std::list<int> &items, const std::vector<int> &used) {
  for (int each : used) {
    items.remove(each);
    items.push_back(each);
  }
}

// A class for a character.
struct Letter {
  char16_t code;
  bool operator==(const Letter &) const = default;
};
int lettersOk(const std::vector<Letter> &text, const std::vector<Letter> &vowels) {
  int count = 0;
  for (const Letter letter : text)
    count += std::count(vowels.begin(), vowels.end(), letter);
  return count;
}

// A class that names its values has few.
class Kind {
public:
  static constexpr Kind Public() { return Kind(1); }
  static constexpr Kind Private() { return Kind(2); }
  static constexpr Kind Protected() { return Kind(3); }
  bool operator==(const Kind &other) const { return bits == other.bits; }

private:
  explicit constexpr Kind(int bits) : bits(bits) {}
  int bits;
};
struct KindList {
  Kind kind;
  std::vector<int> members;
};
std::size_t kindsOk(const std::vector<KindList> &lists, const std::vector<Kind> &wanted) {
  std::size_t members = 0;
  for (const Kind &kind : wanted)
    for (const KindList &list : lists)
      if (list.kind == kind) {
        members += list.members.size();
        break;
      }
  return members;
}
