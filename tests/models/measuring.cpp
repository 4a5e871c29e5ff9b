// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt6Core
#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QMultiHash>
#include <QMultiMap>
#include <QSet>
#include <QString>
#include <iterator>
#include <list>
#include <ranges>

void counting(const std::list<int> &Items) {
  std::distance(Items.begin(), Items.end());
  std::ranges::distance(Items);
}

void copying(const QMap<int, int> &Map, const QMultiMap<int, int> &MultiMap,
             const QHash<int, int> &Hash, const QMultiHash<int, int> &MultiHash,
             const QSet<int> &Set) {
  Map.keys();
  Map.values();
  MultiMap.keys();
  MultiMap.values();
  Hash.keys();
  Hash.values();
  MultiHash.values();
  Set.values();
}

void splitting(const QString &Text, const QByteArray &Bytes) {
  Text.split(',');
  Bytes.split(',');
}
