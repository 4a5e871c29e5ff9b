#include <absl/container/btree_map.h>
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

struct Node {
  int id() const;
};

int hashBad(const absl::flat_hash_map<int, int> &counts, const Node &node) {
  if (counts.contains(node.id()))
    return counts.at(node.id()); // want[review]: 'counts.at(node.id())'
  return 0;
}

void setBad(absl::flat_hash_set<int> &seen, const Node &node) {
  if (!seen.contains(node.id()))
    seen.insert(node.id()); // want[review]: 'seen.insert(node.id())'
}

void defaultBad(absl::btree_map<int, int> &counts, const Node &node) {
  if (counts.find(node.id()) == counts.end())
    counts[node.id()] = 1; // want[review]: 'counts[node.id()]'
}
