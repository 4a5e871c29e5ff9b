// args: -std=c++17 -fPIC
// packages: Qt6Core
#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QMultiMap>
#include <QMutex>
#include <QMutexLocker>
#include <QObject>
#include <QPair>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <vector>

void use(const QString &name);
void sort(QStringList &names);
QMap<QString, int> load();

// The loop changes the map.
void removeOk(QMap<QString, int> &ages) {
  for (const QString &name : ages.keys()) {
    if (name.isEmpty())
      ages.remove(name);
  }
}

void insertOk(QSet<QString> &names) {
  for (const QString &name : names.values())
    names.insert(name + "x");
}

// What is called may change it.
class Registry {
public:
  void closeOk() {
    for (const QString &name : users.keys())
      close(name);
  }
  void calledOk() {
    for (const QString &name : users.keys())
      use(name);
  }

private:
  void close(const QString &name) { users.remove(name); }
  QMap<QString, int> users;
};

struct Item {
  void finish();
};

void finishOk(QMap<int, Item *> &items) {
  for (Item *item : items.values())
    item->finish();
}

// Whoever is told that an object has a new name may change the map.
void signalOk(const QMap<QObject *, int> &objects) {
  for (QObject *object : objects.keys())
    object->setObjectName("x");
}

// The elements that are walked over are replaced meanwhile.
void replacedOk(std::vector<int> &numbers, QJsonObject &object,
                QMap<int, int> &counts) {
  std::size_t next = numbers.size();
  for (int number : std::vector<int>(numbers.begin(), numbers.end()))
    numbers[--next] = number;
  for (const QString &key : object.keys())
    object[key + "2"] = 1;
  for (int count : counts.values())
    *counts.find(1) = count;
}

// The copy is what may be read without the lock.
int unlockedOk(QMutex &mutex, const QMap<QString, int> &ages) {
  QMutexLocker locker(&mutex);
  const QStringList names = ages.keys();
  locker.unlock();
  int sum = 0;
  for (const QString &name : names)
    sum += int(name.size());
  return sum;
}

int bindingOk(const QMap<int, QPair<int, int>> &pairs) {
  int sum = 0;
  for (auto &[first, second] : pairs.values()) {
    first += second;
    sum += first;
  }
  return sum;
}

void passedOk(QMap<int, Item *> &items, void (*done)(QMap<int, Item *> &)) {
  for (Item *item : items.values()) {
    (void)item;
    done(items);
  }
}

// The copy itself is changed, sorted, kept or given away.
int changedOk(const QMap<int, QString> &names) {
  int sum = 0;
  for (QString &name : names.values()) {
    name += "x";
    sum += int(name.size());
  }
  return sum;
}

void sortedOk(const QHash<QString, int> &ages) {
  QStringList names = ages.keys();
  names.sort();
  for (const QString &name : names)
    use(name);
}

QStringList givenOk(const QMap<QString, int> &ages) { return ages.keys(); }

QString joinedOk(const QMap<QString, int> &ages) {
  return QStringList(ages.keys()).join(",");
}

int twiceOk(const QMap<QString, int> &ages) {
  const QStringList names = ages.keys();
  int sum = 0;
  for (const QString &name : names)
    sum += int(name.size());
  for (const QString &name : names)
    sum -= name.isEmpty();
  return sum;
}

// The keys from before the change.
int beforeOk(QMap<QString, int> &ages) {
  const QStringList names = ages.keys();
  ages.clear();
  int sum = 0;
  for (const QString &name : names)
    sum += int(name.size());
  return sum;
}

int onceForAllOk(const QMap<QString, int> &ages, const QStringList &lines) {
  const QStringList names = ages.keys();
  int sum = 0;
  for (const QString &line : lines)
    for (const QString &name : names)
      sum += line == name;
  return sum;
}

// The map is gone when the copy is made.
int temporaryOk() {
  int sum = int(load().keys().size());
  for (const QString &name : load().keys())
    sum += int(name.size());
  return sum;
}

// Several things are asked, or one that the map cannot tell.
int otherOk(const QMap<QString, int> &ages, const QMultiMap<int, int> &all) {
  return int(ages.keys().indexOf("a") + all.values(1).size() +
             ages.keys().mid(1).size());
}

// The first of the copy is changed, not that of the map.
int firstOk(const QMap<int, QString> &names) {
  return int(names.values().first().append("x").size());
}

// A lookup per key: slowpath-repeated-lookup.
int lookupOk(const QMap<QString, int> &ages) {
  int sum = 0;
  for (const QString &name : ages.keys())
    sum += ages.value(name);
  return sum;
}

// The keys are made once for both: slowpath-invariant-call.
int indexOk(const QMap<QString, int> &ages) {
  int sum = 0;
  for (int i = 0; i < ages.keys().size(); ++i)
    sum += ages.value(ages.keys().at(i));
  return sum;
}

// Few.
int fewOk(const QMap<QString, int> &plugins) {
  int sum = 0;
  for (const QString &name : plugins.keys())
    sum += int(name.size());
  return sum;
}

// Once.
QString onceOk(const QString &line) { return line.split('=').first(); }

int partsOk(const QStringList &lines, const QString &separator,
            const QRegularExpression &blanks, const QString &header) {
  int sum = 0;
  for (const QString &line : lines) {
    // All parts are read, or two, or whichever.
    const QStringList parts = line.split(',');
    if (parts.size() == 2)
      sum += parts[1].toInt();
    // What is split at is no fixed text, or empty parts do not count.
    sum += line.split(blanks).first().toInt();
    sum += line.split(' ', Qt::SkipEmptyParts).first().toInt();
    // Separators may overlap.
    sum += int(line.split(separator).size());
    sum += line.split("::").last().toInt();
    // To look for the third is hardly less.
    sum += line.split(',').at(2).toInt();
    sum += line.split(',').contains("a");
    // The same in each iteration: slowpath-invariant-call.
    sum += line == header.split(',').first();
  }
  return sum;
}

void changedPartOk(const QStringList &lines) {
  for (const QString &line : lines) {
    QStringList parts = line.split(',');
    parts.first() += "x";
    use(line.split(',').first().append("x"));
  }
}

// A class of the user's that is a map may mean something else by its members.
class Ages : public QMap<QString, int> {
public:
  bool contains(const QString &name) const;
  bool knownOk(const QString &name) const { return keys().contains(name); }
};

bool derivedOk(const Ages &ages, const QString &name) {
  return ages.keys().contains(name);
}
