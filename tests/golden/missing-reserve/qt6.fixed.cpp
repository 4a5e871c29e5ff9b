// packages: Qt6Core
#include <QStringList>
#include <QList>
#include <iostream>

QList<qsizetype> lengthsBad(const QStringList &words) {
  QList<qsizetype> result;
  result.reserve(words.size());
  for (const QString &word : words)
    result << word.size(); // want[safe]: 'result' grows step by step to 'words.size()' elements
  return result;
}

QList<qsizetype> mergedOk(const QList<QList<qsizetype>> &rows) {
  QList<qsizetype> result;
  for (const QList<qsizetype> &row : rows)
    result += row;
  return result;
}

int main() {
  for (qsizetype length : lengthsBad({"a", "bb"}))
    std::cout << length << '\n';
}
