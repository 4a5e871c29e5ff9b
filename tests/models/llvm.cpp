// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -isystem /usr/lib/llvm-22/include
#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

// By value and with a body: only then are the classes' bases known.
void types(llvm::SmallVector<int, 4>, llvm::DenseMap<int, int>,
           llvm::StringMap<int>, llvm::MapVector<int, int>,
           llvm::SmallPtrSet<int *, 4>, llvm::DenseSet<int>, llvm::StringRef,
           llvm::ArrayRef<int>) {}
