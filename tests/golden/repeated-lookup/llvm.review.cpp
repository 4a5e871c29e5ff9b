// args: -isystem /usr/lib/llvm-22/include
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/ADT/StringMap.h>

struct Node {
  int id() const;
  llvm::StringRef name() const;
  int *place() const;
};

int denseBad(const llvm::DenseMap<int, int> &counts, const Node &node) {
  auto it = counts.find(node.id());
  if (it == counts.end())
    return 0;
  return it->second; // want[review]: 'counts.lookup(node.id())'
}

int stringBad(llvm::StringMap<int> &counts, const Node &node) {
  if (auto it = counts.find(node.name()); it != counts.end())
    return it->second; // want[review]: 'counts[node.name()]'
  return 0;
}

bool pointersBad(llvm::SmallPtrSetImpl<int *> &seen, const Node &node) {
  if (!seen.insert(node.place()).second)
    return false;
  // want[review]: 'seen.insert(node.place())'
  return true;
}
