// args: -std=c++17 -fPIC
// packages: Qt6Core
#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QMultiMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <utility>

struct User {
  QString name;
  int visits() const;
};

QString firstBad(const QMap<QString, int> &ages) {
  return ages.firstKey(); // want[review]: all keys of 'ages' are copied into a list to read the first
}

int firstValueBad(const QHash<QString, int> &counts) {
  return counts.cbegin().value(); // want[review]: all values of 'counts'
}

int anyBad(QSet<int> numbers) {
  return *numbers.cbegin(); // want[review]: all elements of 'numbers'
}

int lastBad(QMap<QString, int> &ages) {
  return std::as_const(ages).last() + int(ages.lastKey().size()); // want[review]: to read the last // want[review]: to read the last
}

// The key is made from another type.
bool literalBad(const QMap<QString, int> &ages) {
  return ages.contains(QLatin1String("a")); // want[review]: to look for one of them
}

bool valueBad(const QMap<QString, int> &ages, int age) {
  return ages.values().contains(age); // want[advice]: all values of 'ages'
}

// What the user's function may change, only the user knows.
void note(const QString &name);
struct Directory {
  QMap<QString, User> users;
  void listBad() const {
    for (const QString &name : users.keys()) // want[advice]: all keys of 'users'
      note(name);
  }
  int visitsBad() const {
    int sum = 0;
    for (const User &user : users) // want[review]: all values of 'users'
      sum += user.visits();
    return sum;
  }
};

// 'sum' may be a value of the map.
void aliasBad(const QHash<QString, int> &counts, int &sum) {
  for (int count : counts) // want[review]: all values of 'counts'
    sum += count;
}

int keptBad(const QMap<QString, int> &ages) {
  const QStringList names = ages.keys(); // want[advice]: all keys of 'ages'
  int sum = 0;
  for (const QString &name : names)
    sum += int(name.size());
  return sum;
}

int foreachBad(const QMap<QString, int> &ages, const QMultiMap<int, int> &all) {
  int sum = 0;
  foreach (const QString &name, ages.keys()) // want[advice]: all keys of 'ages'
    sum += int(name.size());
  Q_FOREACH (int each, all.values()) // want[advice]: all values of 'all'
    sum += each;
  return sum;
}

int jsonBad(const QJsonObject &object) {
  int sum = 0;
  for (const QString &name : object.keys()) // want[advice]: all keys of 'object'
    sum += int(name.size());
  return sum;
}

QStringList namesBad(const QStringList &lines) {
  QStringList names;
  for (const QString &line : lines)
    names << line.left(line.indexOf('=')); // want[review]: 'line' is split into a list of all its parts to read the first
  return names;
}

int partsBad(const QList<QByteArray> &lines, const QString &separator,
             const QStringList &paths) {
  int sum = 0;
  for (const QByteArray &line : lines)
    sum += int(line.count(',') + 1) * 2; // want[review]: to count them
  for (const QByteArray &line : lines)
    sum += line.mid(line.lastIndexOf(',') + 1).toInt(); // want[review]: to read the last
  for (const QString &path : paths)
    sum += path.left(path.indexOf(separator)).toInt(); // want[review]: to read the first
  for (const QString &path : paths) {
    const QStringList parts = path.split("/"); // want[advice]: to read the first
    sum += parts.at(0).toInt();
  }
  for (const QString &path : paths)
    sum += path.toLower().split('/').last().toInt(); // want[advice]: 'path.toLower()' is split into a list of all its parts to read the last
  return sum;
}

// What is declared is not the list.
int declaredBad(const QStringList &lines) {
  int sum = 0;
  for (const QString &line : lines) {
    const int size = line.left(line.indexOf("/")).toInt(); // want[review]: to read the first
    const auto count = line.count("/") + 1; // want[review]: to count them
    sum += size * int(count);
  }
  return sum;
}

namespace {
int helperBad(const QString &line) {
  return line.mid(line.lastIndexOf('=') + 1).toInt(); // want[review]: 'line' is split
}
} // namespace

int callsBad(const QStringList &lines) {
  int sum = 0;
  for (const QString &line : lines)
    sum += helperBad(line); // want-note: called here
  return sum;
}
