// args: -std=c++17 -fPIC
// packages: Qt6Core
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

#define KEYS(map) map.keys()
#define FOR_EACH(item, items) for (const auto &item : items)
#define TWICE(number) int(2 * (number))
#define ADD(to, item) to.push_back(item)

// Written by the macro.
int keysOk(const QMap<QString, int> &ages) {
  int sum = 0;
  for (const QString &name : KEYS(ages))
    sum += int(name.size());
  return sum;
}

int loopBad(const QMap<QString, int> &ages) {
  int sum = 0;
  FOR_EACH(age, ages.values()) // want[advice]: all values of 'ages'
    sum += age;
  return sum;
}

int askedBad(const QMap<QString, int> &ages) {
  return TWICE(ages.keys().size()); // want[advice]: all keys of 'ages'
}

int firstBad(const QStringList &lines) {
  int sum = 0;
  FOR_EACH(line, lines)
    sum += line.left(line.indexOf(',')).toInt(); // want[review]: 'line' is split
  return sum;
}

int read(const QString &name);
int collectedBad(const QStringList &names) {
  std::vector<int> sizes; // want[advice]: 'sizes' is filled in one loop
  FOR_EACH(name, names)
    ADD(sizes, read(name));
  int sum = 0;
  for (int size : sizes)
    sum += size;
  return sum;
}
