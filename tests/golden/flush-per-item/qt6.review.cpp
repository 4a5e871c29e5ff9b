// packages: Qt6Core
#include <QFile>
#include <QStringList>
#include <QTextStream>

void linesBad(QFile &file, const QStringList &lines) {
  QTextStream out(&file);
  for (const QString &line : lines)
    out << line << '\n'; // want[review]: 'Qt::endl' makes the system write what is in 'out'
}

void flushBad(QFile &file, const QStringList &lines) {
  for (const QString &line : lines) {
    file.write(line.toUtf8());
    // want[review]: 'file.flush' makes the system write what is in 'file'
  }
  file.flush();
}

QString textOk(const QStringList &lines) {
  QString text;
  QTextStream out(&text);
  for (const QString &line : lines)
    out << line << Qt::endl;
  return text;
}
