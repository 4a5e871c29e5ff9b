// packages: absl_algorithm_container
// args: -isystem /usr/lib/llvm-22/include
#include <absl/algorithm/container.h>
#include <absl/container/inlined_vector.h>
#include <boost/container/vector.hpp>
#include <boost/range/algorithm/find.hpp>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <string>
#include <vector>

int abseilBad(const std::vector<std::string> &words, const std::vector<std::string> &known) {
  int count = 0;
  for (const std::string &word : words)
    if (!absl::c_linear_search(known, word)) // want[review]: 'known' is searched from its beginning for 'word'
      ++count;
  return count;
}

int llvmBad(const std::vector<int> &items, const llvm::SmallVectorImpl<int> &known) {
  int count = 0;
  for (int item : items)
    if (llvm::is_contained(known, item)) // want[review]: 'known' is searched from its beginning for 'item'
      ++count;
  return count;
}

int boostBad(const std::vector<int> &items, const boost::container::vector<int> &known) {
  int count = 0;
  for (int item : items)
    if (boost::range::find(known, item) != known.end()) // want[review]: 'known' is searched from its beginning for 'item'
      ++count;
  return count;
}
