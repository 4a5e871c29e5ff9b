// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/FieldLayout.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace slowpath {
namespace {

void move(FieldOrder &Order, unsigned From, unsigned To) {
  auto *const Begin = Order.begin();
  if (From < To)
    std::rotate(Begin + From, Begin + From + 1, Begin + To + 1);
  else
    std::rotate(Begin + To, Begin + From, Begin + From + 1);
}

} // namespace

std::optional<FieldOrder> FieldLayout::smallest(
    llvm::function_ref<bool(llvm::ArrayRef<unsigned>)> IsAllowed) const {
  // Pairs of moves are as many as the fourth power of this.
  constexpr unsigned MaxPairs = 16;
  // To look at source code takes longer than to add up sizes.
  unsigned Questions = 1000;
  const auto Count = static_cast<unsigned>(Groups.size());
  FieldOrder Sorted = declaredOrder();
  const auto AlignOf = [&](unsigned Index) {
    uint64_t Most = 1;
    for (const FieldSize &Each : Places[Index])
      Most = std::max(Most, Each.Align);
    return Most;
  };
  llvm::sort(Sorted, [&](unsigned A, unsigned B) {
    return std::pair(AlignOf(B), A) < std::pair(AlignOf(A), B);
  });
  const uint64_t Least = llvm::alignTo(Size - Padding, Align);
  uint64_t BestSize = Size;
  std::optional<FieldOrder> Best;
  const auto Consider = [&](llvm::ArrayRef<unsigned> Order) {
    const uint64_t Now = sizeIn(Order);
    if (Now >= BestSize || Questions == 0)
      return;
    --Questions;
    if (IsAllowed(Order)) {
      BestSize = Now;
      Best = FieldOrder(Order);
    }
  };
  // Nearest first, so that of several orders the one that changes less stays.
  const auto ForEachMove = [&](const FieldOrder &From, auto Do) {
    for (unsigned Distance = 1; Distance < Count; ++Distance)
      for (unsigned At = 0; At < Count && BestSize > Least && Questions != 0;
           ++At)
        for (const bool Down : {true, false}) {
          if (Down ? At + Distance >= Count : At < Distance)
            continue;
          FieldOrder Order = From;
          move(Order, At, Down ? At + Distance : At - Distance);
          Do(Order);
        }
  };
  const FieldOrder Declared = declaredOrder();
  ForEachMove(Declared, Consider);
  if (Count <= MaxPairs)
    ForEachMove(Declared,
                [&](const FieldOrder &Once) { ForEachMove(Once, Consider); });
  // From the largest alignment on there are no gaps, unless there is one in
  // front of the first field, where the smallest fit.
  Consider(Sorted);
  std::reverse(Sorted.begin(), Sorted.end());
  Consider(Sorted);
  return Best;
}

llvm::SmallVector<bool, 8>
movedGroups(llvm::ArrayRef<unsigned> Order,
            llvm::function_ref<bool(unsigned)> IsFixed) {
  // The heaviest increasing subsequence stays where it is.
  const size_t Count = Order.size();
  llvm::SmallVector<uint64_t, 8> Weight(Count);
  llvm::SmallVector<std::optional<size_t>, 8> Before(Count);
  size_t Last = 0;
  for (size_t I = 0; I != Count; ++I) {
    for (size_t J = 0; J != I; ++J)
      if (Order[J] < Order[I] && Weight[J] > Weight[I]) {
        Weight[I] = Weight[J];
        Before[I] = J;
      }
    Weight[I] += IsFixed(Order[I]) ? Count + 1 : 1;
    if (Weight[I] >= Weight[Last])
      Last = I;
  }
  llvm::SmallVector<bool, 8> Moved(Count, true);
  for (std::optional<size_t> At = Last; At && Count != 0; At = Before[*At])
    Moved[Order[*At]] = false;
  return Moved;
}

} // namespace slowpath
