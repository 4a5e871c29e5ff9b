#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

struct Row {
  int id;
  int size;
};
struct Node {
  int size;
  Node *next;
};
void show(int size);
int read(const std::string &name);
int total();

// Collected first because the second loop changes what the first reads.
void eraseOk(std::map<int, int> &ages) {
  std::vector<int> old;
  for (const auto &[id, age] : ages)
    if (age > 100)
      old.push_back(id);
  for (int id : old)
    ages.erase(id);
}

// All or nothing.
void allOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names) {
    if (name.empty())
      throw std::invalid_argument("empty");
    sizes.push_back(read(name));
  }
  for (int size : sizes)
    show(size);
}

// Seen by whoever catches.
int tryOk(const std::vector<std::string> &names) {
  int sum = 0;
  try {
    std::vector<int> sizes;
    for (const std::string &name : names)
      sizes.push_back(read(name));
    for (int size : sizes)
      sum += size;
  } catch (const std::exception &) {
    return sum;
  }
  return sum;
}

// Sorted, measured, walked backwards or twice.
int sortedOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  std::sort(sizes.begin(), sizes.end());
  int sum = 0;
  for (int size : sizes)
    sum = sum * 2 + size;
  return sum;
}

int uniqueOk(const std::vector<std::string> &names) {
  std::set<int> sizes;
  for (const std::string &name : names)
    sizes.insert(read(name));
  int sum = 0;
  for (int size : sizes)
    sum += size;
  return sum;
}

double meanOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  double sum = 0;
  for (int size : sizes)
    sum += size;
  return sum / double(sizes.size());
}

int backwardsOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  int sum = 0;
  for (auto it = sizes.rbegin(); it != sizes.rend(); ++it)
    sum = sum * 2 + *it;
  return sum;
}

// What the first loop finds, the second one needs in advance.
double deviationOk(const std::vector<double> &numbers) {
  std::vector<double> positive;
  double sum = 0;
  for (double number : numbers)
    if (number > 0) {
      positive.push_back(number);
      sum += number;
    }
  double squares = 0;
  for (double number : positive)
    squares += (number - sum) * (number - sum);
  return squares;
}

double betweenOk(const std::vector<double> &numbers) {
  std::vector<double> positive;
  double sum = 0;
  for (double number : numbers)
    if (number > 0) {
      positive.push_back(number);
      sum += number;
    }
  const double mean = sum / double(numbers.size());
  double squares = 0;
  for (double number : positive)
    squares += (number - mean) * (number - mean);
  return squares;
}

// The first loop looks at what the second one computes.
int feedbackOk(const std::vector<int> &numbers) {
  int sum = 0;
  std::vector<int> kept;
  for (int number : numbers)
    if (number > sum)
      kept.push_back(number);
  for (int number : kept)
    sum += number;
  return sum;
}

// Not all are looked at: what else the first loop does still happens.
int leftOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  int sum = 0;
  for (int size : sizes) {
    if (size < 0)
      break;
    sum += size;
  }
  return sum;
}

// What is pointed to may change in the meantime.
int pointersOk(std::vector<Node> &nodes) {
  std::vector<Node *> chosen;
  for (Node &node : nodes) {
    node.next = nullptr;
    chosen.push_back(&node);
  }
  int sum = 0;
  for (const Node *node : chosen)
    sum += node->size;
  return sum;
}

// The result is somebody else's, or what is read is.
void elsewhereOk(const std::vector<std::string> &names, int &sum) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  for (int size : sizes)
    sum += size;
}

int limit;
int globalOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  int sum = 0;
  for (int size : sizes)
    if (size < limit)
      sum += size;
  return sum;
}

int addressOk(const std::vector<std::string> &names, void (*watch)(int *)) {
  int sum = 0;
  watch(&sum);
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  for (int size : sizes)
    sum += size;
  return sum;
}

// Held while it is collected only.
int lockedOk(std::mutex &mutex, const std::vector<std::string> &names) {
  std::vector<int> sizes;
  {
    std::lock_guard<std::mutex> lock(mutex);
    for (const std::string &name : names)
      sizes.push_back(read(name));
  }
  int sum = 0;
  for (int size : sizes)
    sum += size;
  return sum;
}

// Something happens in between.
int stepOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  int sum = total();
  for (int size : sizes)
    sum += size;
  return sum;
}

// Not only the loop fills it, or it is given away.
int seededOk(const std::vector<std::string> &names) {
  std::vector<int> sizes = {1};
  for (const std::string &name : names)
    sizes.push_back(read(name));
  int sum = 0;
  for (int size : sizes)
    sum += size;
  return sum;
}

std::vector<int> returnedOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names)
    sizes.push_back(read(name));
  int sum = 0;
  for (int size : sizes)
    sum += size;
  show(sum);
  return sizes;
}

// The last one counts.
int replacedOk(const std::vector<std::string> &names) {
  std::vector<int> sizes;
  for (const std::string &name : names) {
    sizes.clear();
    sizes.push_back(read(name));
  }
  int sum = 0;
  for (int size : sizes)
    sum += size;
  return sum;
}

// In a loop of both.
int nestedOk(const std::vector<std::vector<std::string>> &groups) {
  std::vector<int> sizes;
  int sum = 0;
  for (const auto &names : groups) {
    for (const std::string &name : names)
      sizes.push_back(read(name));
    for (int size : sizes)
      sum += size;
  }
  return sum;
}

// Few.
int shortOk() {
  std::vector<int> sizes;
  for (int i = 0; i < 4; ++i)
    sizes.push_back(read(std::to_string(i)));
  int sum = 0;
  for (int size : sizes)
    sum += size;
  return sum;
}

// The elements that are walked over are changed meanwhile, or converted.
int elementsOk(std::set<int> &numbers, const std::set<int> &others) {
  int sum = 0;
  for (int number : std::vector<int>(numbers.begin(), numbers.end()))
    numbers.erase(number - 1);
  for (long number : std::vector<long>(others.begin(), others.end()))
    sum += int(number);
  for (int number : std::vector<int>(others.rbegin(), others.rend()))
    sum = sum * 2 + number;
  return sum;
}

int dedupOk(const std::vector<int> &numbers) {
  int sum = 0;
  for (int number : std::set<int>(numbers.begin(), numbers.end()))
    sum += number;
  return sum;
}
