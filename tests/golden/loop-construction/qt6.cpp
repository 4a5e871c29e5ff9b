// packages: Qt6Core
// args: -fPIC
#include <QLocale>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <algorithm>

int wildcardBad(const QStringList &names) {
  int found = 0;
  for (const QString &name : names) {
    QRegularExpression image(QRegularExpression::wildcardToRegularExpression("*.png")); // want[review]: 'image' compiles
    found += image.match(name).hasMatch() ? 1 : 0;
  }
  return found;
}

int escapedBad(const QStringList &names, const QString &word) {
  int found = 0;
  for (const QString &name : names) {
    const QRegularExpression whole("\\b" + QRegularExpression::escape(word) + "\\b", QRegularExpression::CaseInsensitiveOption); // want[review]: 'whole' compiles
    found += whole.match(name).hasMatch() ? 1 : 0;
  }
  return found;
}

QString localeBad(const QStringList &numbers) {
  QString result;
  for (const QString &number : numbers) {
    QLocale german("de_DE"); // want[review]: 'german' loads the same locale data
    result += german.toString(number.size());
  }
  return result;
}

bool anyBad(const QStringList &names) {
  return std::any_of(names.begin(), names.end(), [](const QString &name) {
    return name.contains(QRegularExpression("^x")); // want[review]: compiles
  });
}
