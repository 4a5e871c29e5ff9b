// packages: Qt5Core
#include <QHash>
#include <QString>
#include <QStringList>

void keep(QStringList &to, QString text);

// The text is the loop's own.
int ownOk(const QStringList &names) {
  int n = 0;
  for (const QString &name : names)
    n += name.toLower().contains("x");
  return n;
}

// It is changed on the way.
int changedOk(const QStringList &names, QString filter) {
  int n = 0;
  for (const QString &name : names) {
    n += name.contains(filter.toLower());
    filter += name;
  }
  return n;
}

// A copy that is given away or changed.
void givenOk(const QStringList &names, const QString &prefix, QStringList &to) {
  for (const QString &name : names) {
    keep(to, prefix.toLower());
    QString text = prefix.toLower();
    text += name;
    to << text;
  }
}

// Now and then.
int rarelyOk(const QStringList &names, const QString &filter) {
  int n = 0;
  for (const QString &name : names)
    if (name.isEmpty())
      n += name.contains(filter.toLower());
  return n;
}

void grown(QHash<QString, int> &ages, const QStringList &names) {
  for (const QString &name : names) {
    if (ages.keys().contains(name))
      continue;
    ages.insert(name, 1);
  }
}
