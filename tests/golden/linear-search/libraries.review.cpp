// packages: absl_algorithm_container
// args: -isystem /usr/lib/llvm-22/include
#include <absl/algorithm/container.h>
#include <absl/container/inlined_vector.h>
#include <boost/container/vector.hpp>
#include <boost/range/algorithm/find.hpp>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <string>
#include <unordered_set>
#include <vector>

int abseilBad(const std::vector<std::string> &words, const std::vector<std::string> &known) {
  int count = 0;
  const std::unordered_set<std::string> knownSet(known.begin(), known.end());
  for (const std::string &word : words)
    if (!knownSet.contains(word)) // want[review]: 'known' is searched from its beginning for 'word'
      ++count;
  return count;
}

int llvmBad(const std::vector<int> &items, const llvm::SmallVectorImpl<int> &known) {
  int count = 0;
  const std::unordered_set<int> knownSet(known.begin(), known.end());
  for (int item : items)
    if (knownSet.contains(item)) // want[review]: 'known' is searched from its beginning for 'item'
      ++count;
  return count;
}

int boostBad(const std::vector<int> &items, const boost::container::vector<int> &known) {
  int count = 0;
  const std::unordered_set<int> knownSet(known.begin(), known.end());
  for (int item : items)
    if (knownSet.contains(item)) // want[review]: 'known' is searched from its beginning for 'item'
      ++count;
  return count;
}
