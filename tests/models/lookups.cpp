// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -isystem /usr/lib/llvm-22/include
#include <absl/container/btree_map.h>
#include <absl/container/btree_set.h>
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/container/node_hash_map.h>
#include <absl/container/node_hash_set.h>
#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>
#include <boost/container/map.hpp>
#include <boost/container/set.hpp>
#include <boost/unordered_map.hpp>
#include <boost/unordered_set.hpp>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/ADT/StringMap.h>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

void maps(std::map<int, int> &A, std::unordered_map<int, int> &B,
          absl::flat_hash_map<int, int> &C, absl::node_hash_map<int, int> &D,
          absl::btree_map<int, int> &E, boost::container::map<int, int> &F,
          boost::container::flat_map<int, int> &G) {
  A.count(1);
  A.contains(1);
  A.find(1);
  A[1] = 2;
  A.at(1);
  A.insert_or_assign(1, 2);
  A.insert({1, 2});
  A.emplace(1, 2);
  A.try_emplace(1, 2);
  A.erase(1);
  B.count(1);
  B.contains(1);
  B.find(1);
  B[1] = 2;
  B.at(1);
  B.insert_or_assign(1, 2);
  B.insert({1, 2});
  B.emplace(1, 2);
  B.try_emplace(1, 2);
  B.erase(1);
  C.count(1);
  C.contains(1);
  C.find(1);
  C[1] = 2;
  C.at(1);
  C.insert_or_assign(1, 2);
  C.insert({1, 2});
  C.emplace(1, 2);
  C.try_emplace(1, 2);
  C.erase(1);
  D.count(1);
  D.contains(1);
  D.find(1);
  D[1] = 2;
  D.at(1);
  D.insert_or_assign(1, 2);
  D.insert({1, 2});
  D.emplace(1, 2);
  D.try_emplace(1, 2);
  D.erase(1);
  E.count(1);
  E.contains(1);
  E.find(1);
  E[1] = 2;
  E.at(1);
  E.insert_or_assign(1, 2);
  E.insert({1, 2});
  E.emplace(1, 2);
  E.try_emplace(1, 2);
  E.erase(1);
  F.count(1);
  F.contains(1);
  F.find(1);
  F[1] = 2;
  F.at(1);
  F.insert_or_assign(1, 2);
  F.insert(std::make_pair(1, 2));
  F.emplace(1, 2);
  F.try_emplace(1, 2);
  F.erase(1);
  G.count(1);
  G.contains(1);
  G.find(1);
  G[1] = 2;
  G.at(1);
  G.insert_or_assign(1, 2);
  G.insert(std::make_pair(1, 2));
  G.emplace(1, 2);
  G.try_emplace(1, 2);
  G.erase(1);
}

void hashMap(boost::unordered_map<int, int> &A) {
  A.count(1);
  A.find(1);
  A[1] = 2;
  A.at(1);
  A.insert_or_assign(1, 2);
  A.insert({1, 2});
  A.emplace(1, 2);
  A.try_emplace(1, 2);
  A.erase(1);
}

void sets(std::set<int> &A, std::unordered_set<int> &B,
          absl::flat_hash_set<int> &C, absl::node_hash_set<int> &D,
          absl::btree_set<int> &E, boost::container::set<int> &F,
          boost::container::flat_set<int> &G) {
  A.count(1);
  A.contains(1);
  A.find(1);
  A.insert(1);
  A.emplace(1);
  A.erase(1);
  B.count(1);
  B.contains(1);
  B.find(1);
  B.insert(1);
  B.emplace(1);
  B.erase(1);
  C.count(1);
  C.contains(1);
  C.find(1);
  C.insert(1);
  C.emplace(1);
  C.erase(1);
  D.count(1);
  D.contains(1);
  D.find(1);
  D.insert(1);
  D.emplace(1);
  D.erase(1);
  E.count(1);
  E.contains(1);
  E.find(1);
  E.insert(1);
  E.emplace(1);
  E.erase(1);
  F.count(1);
  F.contains(1);
  F.find(1);
  F.insert(1);
  F.emplace(1);
  F.erase(1);
  G.count(1);
  G.contains(1);
  G.find(1);
  G.insert(1);
  G.emplace(1);
  G.erase(1);
}

void hashSet(boost::unordered_set<int> &A) {
  A.count(1);
  A.find(1);
  A.insert(1);
  A.emplace(1);
  A.erase(1);
}

void dense(llvm::DenseMap<int, int> &A) {
  A.count(1);
  A.contains(1);
  A.find(1);
  A[1] = 2;
  A.at(1);
  A.lookup(1);
  A.insert_or_assign(1, 2);
  A.insert({1, 2});
  A.try_emplace(1, 2);
  A.erase(1);
}

void strings(llvm::StringMap<int> &A) {
  A.count("1");
  A.contains("1");
  A.find("1");
  A["1"] = 2;
  A.at("1");
  A.lookup("1");
  A.insert_or_assign("1", 2);
  A.insert({"1", 2});
  A.try_emplace("1", 2);
  A.erase("1");
}

void ordered(llvm::MapVector<int, int> &A) {
  A.count(1);
  A.contains(1);
  A.find(1);
  A[1] = 2;
  A.at(1);
  A.lookup(1);
  A.insert_or_assign(1, 2);
  A.insert({1, 2});
  A.try_emplace(1, 2);
}

void pointers(llvm::SmallPtrSetImpl<int *> &Few, int *Key) {
  Few.count(Key);
  Few.contains(Key);
  Few.find(Key);
  Few.insert(Key);
  Few.erase(Key);
}

void denseSet(llvm::DenseSet<int> &A) {
  A.count(1);
  A.contains(1);
  A.find(1);
  A.insert(1);
  A.erase(1);
}
