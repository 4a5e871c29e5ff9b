// packages: Qt6Core
// args: -fPIC
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

struct RowBad { // want[review]: each 'RowBad' has 14 bytes of padding, and many are kept; another order of its fields saves 8 (48 bytes each → 40 bytes each)
  bool a = false;
  QString name;
  bool c = false;
  double d = 0;
};

QList<RowBad> rows(const QStringList &names) {
  QList<RowBad> result;
  // want-note@+1: inside this loop
  for (const QString &name : names) {
    RowBad row;
    row.name = name;
    result.append(row); // want-note: 'result' gets one per iteration here
  }
  return result;
}

// The rest of a QObject is much larger than that.
class ThingOk : public QObject {
public:
  bool a = false;
  double b = 0;
  bool c = false;
  double d = 0;
  bool e = false;
};

void things(const QStringList &names, QHash<QString, ThingOk *> &all) {
  for (const QString &name : names)
    all.insert(name, new ThingOk);
}

class BaseOk : public QObject {};
class DerivedOk : public BaseOk {
public:
  bool a = false;
  double b = 0;
  bool c = false;
  double d = 0;
  bool e = false;
};

void derived(const QStringList &names, QHash<QString, DerivedOk *> &all) {
  for (const QString &name : names)
    all.insert(name, new DerivedOk);
}
