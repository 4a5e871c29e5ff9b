// args: -std=c++17 -fPIC
// packages: Qt5Core
#include <QList>
#include <QString>
#include <QStringList>

// What Qt's containers hold is shared.
struct Entry {
  QString name;
  QList<int> numbers;
};

void entriesOk(QList<Entry> &entries, const QStringList &names) {
  for (const QString &name : names) {
    Entry entry;
    entry.name = name + "!";
    entries.append(entry);
  }
}
