// packages: Qt6Core
// args: -fPIC
#include <QLocale>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <algorithm>

int wildcardBad(const QStringList &names) {
  int found = 0;
  QRegularExpression image(QRegularExpression::wildcardToRegularExpression("*.png"));
  for (const QString &name : names) {
    // want[review]: 'image' compiles
    found += image.match(name).hasMatch() ? 1 : 0;
  }
  return found;
}

int escapedBad(const QStringList &names, const QString &word) {
  int found = 0;
  const QRegularExpression whole("\\b" + QRegularExpression::escape(word) + "\\b", QRegularExpression::CaseInsensitiveOption);
  for (const QString &name : names) {
    // want[review]: 'whole' compiles
    found += whole.match(name).hasMatch() ? 1 : 0;
  }
  return found;
}

QString localeBad(const QStringList &numbers) {
  QString result;
  QLocale german("de_DE");
  for (const QString &number : numbers) {
    // want[review]: 'german' loads the same locale data
    result += german.toString(number.size());
  }
  return result;
}

bool anyBad(const QStringList &names) {
  return std::any_of(names.begin(), names.end(), [](const QString &name) {
    static const QRegularExpression pattern("^x");
    return name.contains(pattern); // want[review]: compiles
  });
}
