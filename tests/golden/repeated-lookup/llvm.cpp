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
  if (!counts.count(node.id()))
    return 0;
  return counts.lookup(node.id()); // want[review]: 'counts.lookup(node.id())'
}

int stringBad(llvm::StringMap<int> &counts, const Node &node) {
  if (counts.contains(node.name()))
    return counts[node.name()]; // want[review]: 'counts[node.name()]'
  return 0;
}

bool pointersBad(llvm::SmallPtrSetImpl<int *> &seen, const Node &node) {
  if (seen.count(node.place()))
    return false;
  seen.insert(node.place()); // want[review]: 'seen.insert(node.place())'
  return true;
}
