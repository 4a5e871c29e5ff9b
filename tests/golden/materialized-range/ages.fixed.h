#include <QMap>
#include <QString>

inline int sumBad(const QMap<QString, int> &ages) {
  int sum = 0;
  for (int age : ages) // want[safe]: all values of 'ages'
    sum += age;
  return sum;
}
