// packages: Qt5Core
#include <QSet>
#include <QStringList>
#include <QVector>

int knownBad(const QStringList &words, const QStringList &known) {
  int count = 0;
  const QSet<QString> knownSet(known.begin(), known.end());
  for (const QString &word : words)
    if (!knownSet.contains(word)) // want[review]: 'known' is searched from its beginning for 'word'
      ++count;
  return count;
}

QStringList uniqueBad(const QStringList &words) {
  QStringList result;
  for (const QString &word : words)
    if (!result.contains(word)) // want[advice]: 'result' is searched from its beginning for 'word' // want-advice: QSet<QString> seen; // lives as long as 'result' // want-advice: seen.insert(word); // want-advice: result << word;
      result << word;
  return result;
}

void removeBad(QVector<int> &items, const QVector<int> &old) {
  for (int each : old)
    items.removeAll(each); // want[advice]: 'items' is searched from its beginning for 'each'
}

int ignoringCaseOk(const QStringList &words, const QStringList &known) {
  int count = 0;
  for (const QString &word : words)
    if (known.contains(word, Qt::CaseInsensitive))
      ++count;
  return count;
}

static const QStringList Defaults(QStringList() << "Title" << "URL");
int tablesOk(const QStringList &words, bool all) {
  const QStringList kept = QStringList() << "a" << "b";
  QStringList others;
  others << "c" << "d";
  if (all)
    others << "e";
  int count = 0;
  for (const QString &word : words)
    if (Defaults.contains(word) || kept.contains(word) || others.contains(word))
      ++count;
  return count;
}
