// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt6Core
#include <QByteArray>
#include <QString>

void texts(const QString &Text, const QByteArray &Bytes) {
  Text.sliced(1);
  Bytes.sliced(1);
}
