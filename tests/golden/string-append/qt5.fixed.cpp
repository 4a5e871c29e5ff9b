// args: -std=c++17 -fPIC
// packages: Qt5Core
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <iostream>

QString appendBad(const QStringList &parts) {
  QString text;
  for (const QString &part : parts)
    text += part; // want[safe]: 'text' is copied whole to append to it
  return text;
}

QString literalBad(const QStringList &parts) {
  QString text;
  foreach (const QString &part, parts) {
    text += QLatin1String(", ");
    text += part; // want[safe]: 'text' is copied whole to append to it
    text += ";"; // want[safe]: 'text' is copied whole to append to it
    text += QChar('x'); // want[safe]: 'text' is copied whole to append to it
    text += QStringLiteral("y"); // want[safe]: 'text' is copied whole to append to it
  }
  return text;
}

// `+` takes the number as a QChar, `+=` as a char.
QString numberBad(const QStringList &parts) {
  QString text;
  for (int i = 0; i < parts.size(); ++i)
    text = text + 0x20ac; // want[advice]: 'text' is copied whole to append to it
  return text;
}

QByteArray bytesBad(const QList<QByteArray> &parts) {
  QByteArray bytes;
  for (const QByteArray &part : parts)
    bytes += part; // want[safe]: 'bytes' is copied whole to append to it
  return bytes;
}

QString prependBad(const QStringList &parts) {
  QString text;
  for (const QString &part : parts)
    text = part + text; // want[advice]: 'text' is copied whole to prepend to it
  return text;
}

QString inPlaceOk(const QStringList &parts) {
  QString text;
  for (const QString &part : parts) {
    text += part;
    text.append(part);
  }
  return text;
}

int main() {
  for (const QStringList &parts :
       {QStringList{"a"}, QStringList{"a", "", "bcd"}})
    std::cout << qPrintable(appendBad(parts)) << ' '
              << qPrintable(literalBad(parts)) << ' '
              << bytesBad({"x", "yz"}).constData() << '\n';
}
