// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt5Core
// What Qt 6 no longer has, or has made an alias.
#include <QLinkedList>
#include <QRegExp>
#include <QVector>

void types(QVector<int> &, QLinkedList<int> &);

void tables() { QRegExp Expression("a+"); }
