// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt6Core
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QSet>

void maps(QMap<int, int> &A, QHash<int, int> &B) {
  A.contains(1);
  A.find(1);
  A.constFind(1);
  A[1] = 2;
  A.value(1);
  A.insert(1, 2);
  A.remove(1);
  A.keys();
  A.values();
  B.contains(1);
  B.find(1);
  B.constFind(1);
  B[1] = 2;
  B.value(1);
  B.insert(1, 2);
  B.remove(1);
  B.keys();
  B.values();
}

void sets(QSet<int> &A) {
  A.contains(1);
  A.find(1);
  A.constFind(1);
  A.insert(1);
  A.remove(1);
  A.values();
}

void objects(const QJsonObject &A) { A.keys(); }
