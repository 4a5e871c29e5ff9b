// args: -std=c++17 -fPIC
// packages: Qt6Core
#include <QHash>
#include <QMap>
#include <QMultiMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <iostream>
#include <utility>

int sumBad(const QHash<QString, int> &counts) {
  int sum = 0;
  // want-note@+1: inside this loop
  for (int count : counts) // want[safe]: all values of 'counts' are copied into a list to walk over them once
    sum += count;
  return sum;
}

int detachBad(QHash<QString, int> counts) {
  int sum = 0;
  for (int count : std::as_const(counts)) // want[safe]: all values of 'counts'
    sum += count;
  return sum;
}

int lengthsBad(const QMap<QString, int> &ages) {
  int sum = 0;
  for (auto it = ages.keyBegin(); it != ages.keyEnd(); ++it) { // want[safe]: all keys of 'ages' are copied into a list to walk over them once
    const QString &name = *it;
    if (name.isEmpty())
      continue;
    sum += int(name.size());
  }
  return sum;
}

int integersBad(const QMap<int, int> *ages) {
  int sum = 0;
  for (auto it = ages->keyBegin(); it != ages->keyEnd(); ++it) { // want[safe]: all keys of 'ages'
    int age = *it;
    sum += age;
  }
  return sum;
}

int setBad(const QSet<QString> &names) {
  int sum = 0;
  for (const auto &name : names) // want[safe]: all elements of 'names'
    sum += int(name.size());
  return sum;
}

bool knownBad(const QMap<QString, int> &ages, const QString &name) {
  return ages.contains(name); // want[safe]: all keys of 'ages' are copied into a list to look for one of them
}

int unknownBad(const QHash<int, int> &counts, const QList<int> &numbers) {
  int sum = 0;
  for (int number : numbers)
    if (!counts.contains(number)) // want[safe]: all keys of 'counts'
      ++sum;
  return sum;
}

int sizeBad(const QMap<QString, int> &ages) {
  return int(ages.size() + ages.size()); // want[safe]: to count them // want[safe]: to count them
}

bool emptyBad(const QMap<QString, int> *ages) {
  return ages->isEmpty(); // want[safe]: to see whether there are any
}

// Derived from QMap in Qt 5.
int multiBad(const QMultiMap<int, int> &all) {
  int sum = 0;
  for (auto it = all.keyBegin(); it != all.keyEnd(); ++it) { // want[safe]: all keys of 'all'
    int key = *it;
    sum += key;
  }
  for (int value : all) // want[safe]: all values of 'all'
    sum += value;
  return sum;
}

int main() {
  const QMap<QString, int> ages = {{"a", 1}, {"bc", 2}, {"", 4}};
  const QMap<QString, int> none;
  const QMap<int, int> numbers = {{5, 1}, {7, 2}};
  std::cout << sumBad({{"a", 1}, {"b", 2}}) << sumBad({}) << detachBad({{"a", 3}})
            << lengthsBad(ages) << lengthsBad(none) << integersBad(&numbers)
            << setBad({"ab", "c"}) << knownBad(ages, "a") << knownBad(ages, "x")
            << unknownBad({{1, 1}}, {1, 2, 3}) << sizeBad(ages) << sizeBad(none)
            << multiBad({{1, 20}, {1, 10}}) << emptyBad(&ages) << emptyBad(&none);
}
