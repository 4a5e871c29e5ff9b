// args: -std=c++17 -fPIC -DQT_USE_QSTRINGBUILDER
// packages: Qt5Core
#include <QString>
#include <QStringBuilder>
#include <QStringList>
#include <iostream>

QString builderBad(const QStringList &parts) {
  QString text;
  for (const QString &part : parts)
    text += part; // want[safe]: 'text' is copied whole to append to it
  return text;
}

QString plusBad(const QStringList &parts) {
  QString text;
  for (const QString &part : parts) {
    text += QLatin1String(", ");
    text += part; // want[safe]: 'text' is copied whole to append to it
  }
  return text;
}

int main() {
  std::cout << qPrintable(builderBad({"a", "", "bc"}))
            << qPrintable(plusBad({"a", "", "bc"})) << '\n';
}
