#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

using Counts = std::map<int, int>;

int otherKeyOk(Counts &counts, int a, int b) {
  return counts.count(a) ? counts[b] : 0;
}

int otherMapOk(Counts &a, Counts &b, int key) { return a.count(key) ? b[key] : 0; }

int keyMovesOk(Counts &counts, int key) {
  if (counts.count(key)) {
    ++key;
    return counts[key];
  }
  return 0;
}

int memberMovesOk(Counts &counts, std::pair<int, int> &pair) {
  if (counts.count(pair.first)) {
    pair.first = pair.second;
    return counts[pair.first];
  }
  return 0;
}

int throughReferenceOk(Counts &counts, int key) {
  int &same = key;
  if (counts.count(key)) {
    same = 3;
    return counts.size();
  }
  return 0;
}

int clearedOk(Counts &counts, int key) {
  if (counts.count(key)) {
    counts.clear();
    return counts[key];
  }
  return 0;
}

int rehashedOk(std::unordered_map<int, int> &counts, int key) {
  if (counts.count(key)) {
    counts[key + 1] = 1;
    return counts[key];
  }
  return 0;
}

void fill(Counts &counts);
int filledOk(Counts &counts, int key) {
  if (!counts.count(key))
    fill(counts);
  return counts.at(key);
}

int refilledOk(Counts &counts, int key) {
  if (counts.count(key)) {
    fill(counts);
    return counts.at(key);
  }
  return 0;
}

// Each call may add others, and has its own idea of what is there.
long memoOk(std::unordered_map<long, long> &memo, long n) {
  if (n < 2)
    return n;
  if (!memo.count(n))
    memo[n] = memoOk(memo, n - 1) + memoOk(memo, n - 2);
  return 0;
}

// Another thread may have come first.
class Cache {
public:
  int get(int key) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (values_.count(key))
        hits_++;
    }
    std::unique_lock<std::mutex> lock(mutex_);
    if (!values_.count(key)) {
      lock.unlock();
      int value = load(key);
      lock.lock();
      values_[key] = value;
    }
    return 0;
  }
  void drop(int key) {
    if (values_.count(key)) {
      forget(key);
      values_[key] = 0;
    }
  }

private:
  int load(int key);
  void forget(int key);
  std::mutex mutex_;
  Counts values_;
  int hits_ = 0;
};

// Several elements per key.
void multiOk(std::multimap<int, int> &all, std::multiset<int> &set, int key) {
  if (!all.count(key))
    all.insert({key, 1});
  if (!set.count(key))
    set.insert(key);
}

// Known keys.
std::string configOk(const std::map<std::string, std::string> &values) {
  if (values.count("name"))
    return values.at("name");
  return "";
}

enum class Color { Red, Green };
int colorsOk(const std::map<Color, int> &values, Color color) {
  return values.count(color) ? values.at(color) : 0;
}

int tableOk(const std::string &name) {
  static const std::map<std::string, int> table = {{"red", 1}, {"green", 2}};
  return table.count(name) ? table.at(name) : 0;
}

// One lookup each.
int oneOk(const Counts &counts, int key) {
  if (auto it = counts.find(key); it != counts.end())
    return it->second;
  return 0;
}

bool insertOk(std::set<int> &seen, int key) { return seen.insert(key).second; }

// Either one or the other.
int eitherOk(Counts &counts, int key, bool old) {
  if (old)
    return counts.at(key);
  return counts[key];
}

// The insertion is of another kind.
void assignOk(Counts &counts, int key, int value) {
  auto it = counts.find(key);
  if (it != counts.end() && it->second == value)
    return;
  counts[key] = value;
}

int next();
void sideEffectOk(Counts &counts) {
  if (counts.count(next()))
    counts[next()] = 1;
}

// A lambda runs some other time.
std::function<int()> laterOk(Counts &counts, int key) {
  if (counts.count(key))
    return [&counts, key] { return counts[key]; };
  return {};
}

// Not a map.
struct Registry {
  int count(int) const;
  int &operator[](int);
  void insert(int);
};
int notAMapOk(Registry &registry, int key) {
  return registry.count(key) ? registry[key] : 0;
}


std::size_t unevaluatedOk(Counts &counts, int key) {
  return counts.count(key) ? sizeof(counts[key]) : 0;
}

// The loop asks until it is there.
void waitOk(Counts &counts, int key) {
  while (!counts.count(key))
    fill(counts);
}

void differentEachTimeOk(Counts &counts, const std::vector<int> &keys) {
  for (int key : keys)
    counts[key] += 1;
}

// Rare.
[[noreturn]] void fail();
int coldOk(Counts &counts, int key) {
  if (!counts.count(key))
    fail();
  return 0;
}

// Only some of what is missing is inserted.
void someOk(const std::vector<int> &Items, std::set<int> &Seen) {
  for (int Item : Items) {
    if (Seen.count(Item))
      continue;
    if (Item % 2)
      continue;
    Seen.insert(Item);
  }
  for (int Item : Items) {
    if (Seen.count(Item))
      continue;
    if (Item > 100)
      Seen.insert(Item);
  }
}
