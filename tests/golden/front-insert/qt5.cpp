// args: -std=c++17 -fPIC
// packages: Qt5Core
#include <QByteArray>
#include <QList>
#include <QQueue>
#include <QString>
#include <QStringList>
#include <QVector>
#include <iostream>

QVector<int> prependBad(const QList<int> &items) {
  QVector<int> result;
  for (int item : items)
    result.prepend(item); // want[safe]: inserting at the front moves all elements of 'result'
  return result;
}

void insertBad(QVector<int> &result, const QList<int> &items) {
  for (int item : items)
    result.insert(0, item); // want[advice]: inserting at the front moves all elements of 'result'
}

int drainBad(QVector<int> queue) {
  int sum = 0;
  while (!queue.isEmpty())
    sum += queue.takeFirst(); // want[advice]: erasing at the front moves all other elements of 'queue'
  return sum;
}

void linesBad(QByteArray buffer, QList<QByteArray> &lines) {
  for (int end; (end = buffer.indexOf('\n')) != -1;) {
    lines.append(buffer.left(end));
    buffer.remove(0, end + 1); // want[advice]: erasing at the front moves all other elements of 'buffer' // want-advice: start += end + 1;  // the index of what is left of buffer, 0 before the loop, where searches begin
  }
}

void tailBad(QString text, QStringList &words) {
  for (int end; (end = text.indexOf(',')) != -1;) {
    words.append(text.left(end));
    text = text.mid(end + 1); // want[advice]: dropping the front copies all the rest of 'text'
  }
}

QString textBad(const QStringList &words) {
  QString text = "!";
  for (const QString &word : words)
    text.prepend(word); // want[advice]: inserting at the front moves all elements of 'text'
  return text;
}

// QList keeps free space at its front, in Qt 5 as well.
void listOk(QList<int> &list, QQueue<int> &queue, QStringList &names) {
  while (!list.isEmpty() && !queue.isEmpty() && !names.isEmpty()) {
    list.removeFirst();
    queue.dequeue();
    names.takeFirst();
  }
}

void listPrependOk(QList<int> &list, const QVector<int> &items) {
  for (int item : items) {
    list.prepend(item);
    list.insert(0, item);
    list.push_front(item);
  }
}

void recentOk(QVector<int> &recent, const QList<int> &items) {
  for (int item : items) {
    recent.prepend(item);
    if (recent.size() > 10)
      recent.removeLast();
  }
}

int main() {
  for (int item : prependBad({1, 2, 3}))
    std::cout << item;
}
