// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -isystem /usr/lib/llvm-22/include
#include <absl/container/inlined_vector.h>
#include <boost/container/small_vector.hpp>
#include <boost/container/string.hpp>
#include <boost/container/vector.hpp>
#include <deque>
#include <list>
#include <llvm/ADT/SmallVector.h>
#include <string>
#include <vector>

void standard(std::vector<int> &Numbers, std::string &Text) {
  Numbers.insert(Numbers.begin(), 1);
  Numbers.emplace(Numbers.begin(), 1);
  Numbers.erase(Numbers.begin());
  Numbers.pop_back();
  Numbers.resize(1);
  Numbers.clear();
  Text.insert(0, "x");
  Text.erase(0, 1);
  Text.pop_back();
  Text.resize(1);
  Text.clear();
  Text.substr(1);
}

void boosted(boost::container::vector<int> &Numbers,
             boost::container::small_vector_base<int> &Few,
             boost::container::string &Text) {
  Numbers.insert(Numbers.begin(), 1);
  Numbers.emplace(Numbers.begin(), 1);
  Numbers.erase(Numbers.begin());
  Numbers.pop_back();
  Numbers.resize(1);
  Numbers.clear();
  Few.insert(Few.begin(), 1);
  Few.emplace(Few.begin(), 1);
  Few.erase(Few.begin());
  Text.insert(0, "x");
  Text.erase(0, 1);
  Text.pop_back();
  Text.resize(1);
  Text.clear();
  Text.substr(1);
}

void ofLlvm(llvm::SmallVectorImpl<int> &Numbers) {
  Numbers.insert(Numbers.begin(), 1);
  Numbers.erase(Numbers.begin());
  Numbers.pop_back();
  Numbers.resize(1);
  Numbers.truncate(1);
  Numbers.clear();
}

void ofAbseil(absl::InlinedVector<int, 4> &Numbers) {
  Numbers.insert(Numbers.begin(), 1);
  Numbers.emplace(Numbers.begin(), 1);
  Numbers.erase(Numbers.begin());
  Numbers.pop_back();
  Numbers.resize(1);
  Numbers.clear();
}

void appending(std::vector<int> &Numbers, std::deque<int> &Queue,
               std::list<int> &List, boost::container::vector<int> &Others,
               boost::container::small_vector_base<int> &Few,
               llvm::SmallVectorImpl<int> &Small,
               absl::InlinedVector<int, 4> &Inlined) {
  Numbers.push_back(1);
  Numbers.emplace_back(1);
  Queue.push_back(1);
  Queue.emplace_back(1);
  List.push_back(1);
  List.emplace_back(1);
  Others.push_back(1);
  Others.emplace_back(1);
  Few.push_back(1);
  Few.emplace_back(1);
  Small.push_back(1);
  Small.emplace_back(1);
  Inlined.push_back(1);
  Inlined.emplace_back(1);
  Numbers.reserve(1);
  Others.reserve(1);
  Small.reserve(1);
  Inlined.reserve(1);
}
