#include <absl/container/btree_map.h>
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

struct Node {
  int id() const;
};

int hashBad(const absl::flat_hash_map<int, int> &counts, const Node &node) {
  if (auto it = counts.find(node.id()); it != counts.end())
    return it->second; // want[review]: 'counts.at(node.id())'
  return 0;
}

void setBad(absl::flat_hash_set<int> &seen, const Node &node) {
  seen.insert(node.id()); // want[review]: 'seen.insert(node.id())'
}

void defaultBad(absl::btree_map<int, int> &counts, const Node &node) {
  counts.try_emplace(node.id(), 1); // want[review]: 'counts[node.id()]'
}
