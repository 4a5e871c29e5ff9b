// packages: Qt5Core
// args: -fPIC
#include <QRegExp>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <cstdio>

int variableBad(const QStringList &lines) {
  int found = 0;
  for (const QString &line : lines) {
    QRegularExpression number(QStringLiteral("^[0-9]+$")); // want[safe]: 'number' compiles
    if (number.match(line).hasMatch())
      ++found;
  }
  return found;
}

QStringList replacedBad(const QStringList &lines) {
  QStringList result;
  for (QString line : lines) {
    line.replace(QRegularExpression("[ \t]+"), " "); // want[safe]: 'QRegularExpression' compiles
    result << line.trimmed();
  }
  return result;
}

int splitBad(const QStringList &lines) {
  int found = 0;
  for (int i = 0; i < lines.size(); ++i)
    found += lines[i].split(QRegularExpression("[,;]")).size(); // want[safe]: compiles
  return found;
}

// It holds the last match.
int withStateBad(const QStringList &lines) {
  int found = 0;
  for (const QString &line : lines) {
    QRegExp word("[a-z]+"); // want[review]: 'word' compiles
    if (word.indexIn(line) >= 0)
      found += word.cap(0).size();
  }
  return found;
}

int withOptionBad(const QStringList &lines) {
  int found = 0;
  for (const QString &line : lines) {
    QRegExp word("a.*b"); // want[advice]: 'word' compiles
    word.setMinimal(true);
    found += word.indexIn(line);
  }
  return found;
}

QString cleaned(QString text) {
  return text.remove(QRegularExpression("<[^>]*>")); // want[review]: each call of 'cleaned' compiles
}

QStringList cleanedAll(const QStringList &lines) {
  QStringList result;
  foreach (const QString &line, lines)
    result << cleaned(line);
  return result;
}

int main() {
  const QStringList lines = {"12", "a b,c", "", "x \t y;z"};
  for (const QStringList &each : {QStringList(), lines}) {
    std::printf("%d %d\n", variableBad(each), splitBad(each));
    for (const QString &line : replacedBad(each))
      std::printf("%s\n", qPrintable(line));
  }
}
