// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt5Core
#include <QList>
#include <QStringList>
#include <QVector>

void finding(QList<int> &List, QVector<int> &Numbers, QStringList &Texts) {
  Texts.contains("a");
  List.contains(1);
  List.indexOf(1);
  List.count(1);
  List.removeAll(1);
  List.removeOne(1);
  Numbers.contains(1);
  Numbers.indexOf(1);
  Numbers.count(1);
  Numbers.removeAll(1);
  Numbers.removeOne(1);
}
