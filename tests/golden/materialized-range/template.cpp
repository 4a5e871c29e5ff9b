// args: -std=c++17 -fPIC
// packages: Qt6Core
#include <QHash>
#include <QMap>
#include <QString>
#include <cstdio>
#include <vector>

template <typename T> int knownBad(const QMap<QString, T> &, const QMap<int, int> &ages, int age) {
  return ages.keys().contains(age); // want[safe]: all keys of 'ages'
}

// Which class it is, only the instance knows.
template <typename Map> int dependentOk(const Map &map) {
  int sum = 0;
  for (const auto &key : map.keys())
    sum += key;
  return sum + int(map.keys().size());
}

template <typename T> T collectedOk(const std::vector<T> &items) {
  std::vector<T> doubled;
  for (const T &item : items)
    doubled.push_back(item + item);
  T sum{};
  for (const T &item : doubled)
    sum += item;
  return sum;
}

int main() {
  std::printf("%d %d %d %d\n", knownBad(QMap<QString, int>(), {{1, 1}}, 2),
              knownBad(QMap<QString, int>(), {{1, 1}}, 1),
              dependentOk(QMap<int, int>{{1, 1}}),
              collectedOk(std::vector<int>{1, 2}));
}
