// packages: Qt5Core
// args: -fPIC -std=c++17
#include <QList>
#include <QString>
#include <QVector>

struct RowBad { // want[review]: each 'RowBad' has 14 bytes of padding
  QString name;
  bool a = false;
  bool c = false;
};

QVector<RowBad> rows(const QStringList &names) {
  QVector<RowBad> result;
  // want-note@+1: inside this loop
  for (const QString &name : names) {
    RowBad row;
    row.name = name;
    result.append(row); // want-note: 'result' gets one per iteration here
  }
  return result;
}

// Qt 5 allocates each: 40 bytes and 32 take a block of 48.
struct EntryOk {
  bool a = false;
  QString name;
  bool c = false;
  double d[2] = {};
};

QList<EntryOk> entries(const QStringList &names) {
  QList<EntryOk> result;
  for (const QString &name : names) {
    EntryOk entry;
    entry.name = name;
    result << entry;
  }
  return result;
}
