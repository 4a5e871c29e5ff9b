// args: -std=c++17
// packages: Qt6Core
#include <QAtomicInt>
#include <QList>
#include <QMap>
#include <QSharedPointer>
#include <QString>
#include <cstdio>

struct Item {
  int value = 0;
};

void addBad(const QList<int> &items, QAtomicInt &count) {
  // want-note@+1: inside this loop
  int localCount = 0;
  for (int item : items)
    localCount += item; // want[review]: 'count' is changed atomically once per iteration
  count += localCount;
}
void relaxedBad(const QList<QString> &names, QAtomicInteger<qint64> &total) {
  // want-note@+1: inside this loop
  qint64 localTotal = 0;
  for (const QString &name : names)
    localTotal += name.size(); // want[review]: 'total' is changed
  total.fetchAndAddRelaxed(localTotal);
}
int keptOk(const QList<QSharedPointer<Item>> &items, QList<QSharedPointer<Item>> &kept) {
  int sum = 0;
  for (int i = 0; i < items.size(); ++i) {
    QSharedPointer<Item> item = items[i];
    kept.append(item);
    sum += item->value;
  }
  return sum;
}
int sharedBad(const QMap<QString, QSharedPointer<Item>> &items) {
  int sum = 0;
  for (auto it = items.cbegin(); it != items.cend(); ++it) { // want-note: inside this loop
    const QSharedPointer<Item> &item = *it; // want[safe]: '*it' is copied to 'item'
    sum += item->value;
  }
  return sum;
}
void ticketsOk(QList<int> &items, QAtomicInt &count) {
  for (int &item : items)
    item = count.fetchAndAddRelaxed(1);
}

int main() {
  QMap<QString, QSharedPointer<Item>> items;
  items.insert("a", QSharedPointer<Item>::create());
  items["a"]->value = 7;
  std::printf("%d\n", sharedBad(items));
}
