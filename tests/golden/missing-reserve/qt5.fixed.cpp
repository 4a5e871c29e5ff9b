// packages: Qt5Core
#include <QStringList>
#include <QVector>
#include <iostream>

QVector<int> lengthsBad(const QStringList &words) {
  QVector<int> result;
  result.reserve(words.size());
  for (const QString &word : words)
    result << word.size(); // want[safe]: 'result' grows step by step to 'words.size()' elements
  return result;
}

QVector<int> mergedOk(const QVector<QVector<int>> &rows) {
  QVector<int> result;
  for (const QVector<int> &row : rows)
    result += row;
  return result;
}

int main() {
  for (int length : lengthsBad({"a", "bb"}))
    std::cout << length << '\n';
}
