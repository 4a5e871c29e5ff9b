// args: -std=c++17 -fPIC
// packages: Qt5Core
#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QVector>
#include <iostream>

int valueBad(const QMap<QString, int> &ages, const QString &name) {
  if (auto it = ages.constFind(name); it != ages.constEnd())
    return it.value(); // want[safe]: 'ages.value(name)' looks for 'name' in 'ages' again
  return -1;
}

int indexBad(QHash<int, int> counts, int key) {
  auto it = counts.find(key);
  if (it == counts.end())
    return 0;
  it.value() += 1; // want[safe]: 'counts[key]'
  return it.value();
}

int removeBad(QHash<int, int> counts, int key) {
  counts.remove(key);
  return counts.size();
}

QString copyBad(const QMap<int, QString> &names, int key) {
  return names.contains(key) ? names[key] : QString(); // want[advice]: 'names[key]'
}

void keysBad(const QMap<QString, int> &ages, int &sum) {
  for (const QString &name : ages.keys()) // want[advice]: 'ages.keys()' copies all keys of 'ages' to iterate over them, and 'ages.value(name)' looks up each
    sum += ages.value(name);
}

void foreachBad(const QMap<QString, int> &ages, int &sum) {
  Q_FOREACH (const QString &name, ages.keys()) // want[advice]: and 'ages[name]' looks up each
    sum += ages[name];
}

// Nothing is looked up: slowpath-materialized-range.
void valuesOk(const QHash<int, int> &counts, int &sum) {
  Q_FOREACH (int count, counts.values())
    sum += count;
}

// The copy is needed.
void keysOk(QMap<QString, int> &ages) {
  for (const QString &name : ages.keys())
    ages.remove(name);
}

// Qt's sets do not say whether there was one.
void setOk(QSet<int> &seen, const QVector<int> &numbers, QVector<int> &result) {
  for (int number : numbers)
    if (!seen.contains(number)) {
      seen.insert(number);
      result.append(number);
    }
}

void multiOk(QMultiMap<int, int> &all, int key) {
  if (!all.contains(key))
    all.insert(key, 1);
}

int main() {
  std::cout << valueBad({{"a", 1}}, "a") << valueBad({{"a", 1}}, "b")
            << indexBad({{1, 1}}, 1) << indexBad({{1, 1}}, 2)
            << removeBad({{1, 1}}, 1) << removeBad({{1, 1}}, 2);
}
