// packages: Qt6Core
// args: -fPIC
#include <QLocale>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVector>

QString cheapOk(const QStringList &lines) {
  QString result;
  for (const QString &line : lines) {
    QLocale system;
    result += system.toUpper(line) + QLocale::c().toString(line.size()) +
              QLocale(QLocale::German).toString(line.size());
  }
  return result;
}

int ofItemOk(const QStringList &patterns) {
  int found = 0;
  for (const QString &pattern : patterns) {
    QRegularExpression each(QRegularExpression::wildcardToRegularExpression(pattern));
    found += each.match("text").hasMatch() ? 1 : 0;
  }
  return found;
}

struct Filter {
  void setExpression(const QRegularExpression &to) { expression = to; }
  QRegularExpression expression;
};

void keptOk(QVector<Filter> &filters, QVector<QVariant> &values) {
  for (Filter &filter : filters) {
    filter.setExpression(QRegularExpression("a+"));
    QRegularExpression any(".*");
    filter.expression = any;
    values.append(QVariant(QRegularExpression("b+")));
  }
}
