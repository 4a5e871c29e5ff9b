// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <absl/container/btree_map.h>
#include <absl/container/btree_set.h>
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/container/inlined_vector.h>
#include <absl/container/node_hash_map.h>
#include <absl/container/node_hash_set.h>
#include <absl/strings/str_cat.h>
#include <absl/strings/str_split.h>
#include <absl/time/time.h>
#include <absl/types/span.h>
#include <string>
#include <vector>

void types(absl::InlinedVector<int, 4> &, absl::flat_hash_map<int, int> &,
           absl::node_hash_map<int, int> &, absl::btree_map<int, int> &,
           absl::btree_multimap<int, int> &, absl::flat_hash_set<int> &,
           absl::node_hash_set<int> &, absl::btree_set<int> &, absl::Span<int>,
           absl::Duration, absl::Time);

std::string calls(const std::string &text) { return absl::StrCat(text, 1); }

std::vector<std::string> parts(const std::string &text) {
  return absl::StrSplit(text, ',');
}
