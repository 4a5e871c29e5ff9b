// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt5Core
#include <QByteArray>
#include <QList>
#include <QString>
#include <QVarLengthArray>
#include <QVector>

void vectors(QVector<int> &Numbers, QVarLengthArray<int> &Few) {
  Numbers.insert(0, 1);
  Numbers.prepend(1);
  Numbers.push_front(1);
  Numbers.remove(0);
  Numbers.erase(Numbers.begin());
  Numbers.removeAt(0);
  Numbers.removeFirst();
  Numbers.takeFirst();
  Numbers.pop_front();
  Numbers.pop_back();
  Numbers.removeLast();
  Numbers.takeLast();
  Numbers.resize(1);
  Numbers.clear();
  Few.insert(0, 1);
  Few.prepend(1);
  Few.erase(Few.begin());
  Few.pop_back();
  Few.removeLast();
  Few.resize(1);
  Few.clear();
}

void texts(QString &Text, QByteArray &Bytes) {
  Text.insert(0, "x");
  Text.prepend("x");
  Text.push_front('x');
  Text.remove(0, 1);
  Text.chop(1);
  Text.truncate(1);
  Text.resize(1);
  Text.clear();
  Text.mid(1);
  Bytes.insert(0, "x");
  Bytes.prepend("x");
  Bytes.push_front('x');
  Bytes.remove(0, 1);
  Bytes.chop(1);
  Bytes.truncate(1);
  Bytes.resize(1);
  Bytes.clear();
  Bytes.mid(1);
}

void appending(QVector<int> &Numbers, QList<int> &List) {
  Numbers.append(1);
  Numbers.push_back(1);
  Numbers << 1;
  Numbers += 1;
  List.append(1);
  List.push_back(1);
  List << 1;
  List += 1;
  Numbers.reserve(1);
  List.reserve(1);
}
