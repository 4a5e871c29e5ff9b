// args: -isystem /usr/lib/llvm-22/include
#include <llvm/ADT/SmallVector.h>
#include <vector>

void pathBad(llvm::SmallVectorImpl<int> &result, const std::vector<int> &items) {
  for (int item : items)
    result.insert(result.begin(), item); // want[advice]: inserting at the front moves all elements of 'result'
}

int drainBad(llvm::SmallVector<int, 4> worklist) {
  int sum = 0;
  while (!worklist.empty()) {
    sum += worklist.front();
    worklist.erase(worklist.begin()); // want[advice]: erasing at the front moves all other elements of 'worklist'
    if (sum < 1000)
      worklist.push_back(sum);
  }
  return sum;
}
