// args: -std=c++17 -fPIC
// packages: Qt6Core
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVector>

// Qt 6 keeps free space at both ends of all of them.
void prependOk(QVector<int> &result, QList<int> &list, const std::vector<int> &items) {
  for (int item : items) {
    result.prepend(item);
    result.insert(0, item);
    list.push_front(item);
  }
}

int drainOk(QVector<int> queue) {
  int sum = 0;
  while (!queue.isEmpty())
    sum += queue.takeFirst();
  return sum;
}

void linesOk(QByteArray buffer, QList<QByteArray> &lines) {
  for (qsizetype end; (end = buffer.indexOf('\n')) != -1;) {
    lines.append(buffer.left(end));
    buffer.remove(0, end + 1);
  }
}

void textOk(QString &text, const QStringList &words) {
  for (const QString &word : words)
    text.prepend(word);
}
