// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -isystem /usr/lib/llvm-22/include
#include <absl/algorithm/container.h>
#include <algorithm>
#include <boost/range/algorithm/find.hpp>
#include <forward_list>
#include <list>
#include <llvm/ADT/STLExtras.h>
#include <vector>

void finding(const std::vector<int> &Numbers, std::list<int> &List,
             std::forward_list<int> &Forward) {
  std::find(Numbers.begin(), Numbers.end(), 1);
  std::ranges::find(Numbers, 1);
  std::count(Numbers.begin(), Numbers.end(), 1);
  std::ranges::count(Numbers, 1);
  boost::range::find(Numbers, 1);
  llvm::is_contained(Numbers, 1);
  llvm::find(Numbers, 1);
  llvm::count(Numbers, 1);
  absl::c_linear_search(Numbers, 1);
  absl::c_find(Numbers, 1);
  absl::c_count(Numbers, 1);
  List.remove(1);
  Forward.remove(1);
}
