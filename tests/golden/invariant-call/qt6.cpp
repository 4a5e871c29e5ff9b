// packages: Qt6Core
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <cstdio>

int filteredBad(const QStringList &names, const QString &filter) {
  int n = 0;
  for (const QString &name : names)
    n += name.contains(filter.toLower()); // want[safe]: 'filter.toLower()' makes a new text of 'filter'
  return n;
}

int declaredBad(const QStringList &names, const QString &filter) {
  int n = 0;
  for (const QString &name : names) {
    const QString lower = filter.toLower(); // want[safe]: 'filter.toLower()' makes a new text of 'filter'
    n += name.contains(lower);
  }
  return n;
}

int keysBad(const QMap<QString, int> &ages) {
  int sum = 0;
  for (int i = 0; i < ages.keys().size(); ++i) // want[safe]: 'ages.keys()' makes a new list from 'ages'
    sum += ages.value(ages.keys().at(i));
  return sum;
}

int partsBad(const QString &line) {
  int sum = 0;
  for (int i = 0; i < line.split(',').size(); ++i) // want[review]: 'line.split(',')' splits 'line'
    sum += line.split(',')[i].size();
  return sum;
}

int bytesBad(const QString &text) {
  int sum = 0;
  for (int i = 0; i < text.toUtf8().size(); ++i) // want[safe]: 'text.toUtf8()' makes a new text
    sum += i;
  return sum;
}

int parsedBad(const QStringList &keys, const QByteArray &json) {
  int sum = 0;
  for (const QString &key : keys)
    sum += QJsonDocument::fromJson(json).object().value(key).toInt(); // want[review]: parses 'json'
  return sum;
}

int main() {
  std::printf("%d %d %d %d %d %d %d\n", filteredBad({"abc", "b"}, "B"),
              filteredBad({}, "b"), declaredBad({"ab", "c"}, "B"),
              keysBad({{"a", 1}, {"b", 2}}), partsBad("a,bc,"), bytesBad("äb"),
              parsedBad({"a", "b"}, R"({"a": 1, "b": 2})"));
}
