// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/UpstreamChecks.h"
#include "llvm/ADT/STLExtras.h"

namespace slowpath {

llvm::ArrayRef<UpstreamCheck> upstreamChecks() {
  static constexpr UpstreamCheck All[] = {
      // Each std::endl there is, most of which cost nothing that matters.
      {.Name = "performance-avoid-endl",
       .IsFixBelieved = true,
       .CoveredBy = "slowpath-flush-per-item"},
      // 97 % of all its module reports in one project, and smaller enumerations
      // change the layout of what others were compiled with.
      {.Name = "performance-enum-size"},
      {.Name = "performance-faster-string-find",
       .IsDefault = true,
       .IsFixBelieved = true},
      {.Name = "performance-for-range-copy",
       .IsDefault = true,
       .IsFixBelieved = true},
      {.Name = "performance-implicit-conversion-in-loop", .IsDefault = true},
      {.Name = "performance-inefficient-algorithm",
       .IsDefault = true,
       .IsFixBelieved = true},
      // Its advice for `text = part + text` appends at the wrong end.
      {.Name = "performance-inefficient-string-concatenation",
       .CoveredBy = "slowpath-string-append"},
      {.Name = "performance-inefficient-vector-operation",
       .IsFixBelieved = true,
       .CoveredBy = "slowpath-missing-reserve"},
      {.Name = "performance-move-const-arg",
       .IsDefault = true,
       .IsFixBelieved = true},
      {.Name = "performance-move-constructor-init",
       .IsDefault = true,
       .IsFixBelieved = true},
      {.Name = "performance-no-automatic-move",
       .IsDefault = true,
       .IsFixBelieved = true},
      {.Name = "performance-no-int-to-ptr"},
      {.Name = "performance-noexcept-destructor", .IsFixBelieved = true},
      {.Name = "performance-noexcept-move-constructor",
       .IsDefault = true,
       .IsFixBelieved = true},
      {.Name = "performance-noexcept-swap", .IsFixBelieved = true},
      // Takes the destructor away from the class others were compiled with.
      {.Name = "performance-trivially-destructible"},
      {.Name = "performance-type-promotion-in-math-fn",
       .IsDefault = true,
       .IsFixBelieved = true},
      // The reference it makes may change or dangle where the copy did not:
      // https://github.com/llvm/llvm-project/issues/150189
      {.Name = "performance-unnecessary-copy-initialization",
       .IsDefault = true,
       .CoveredBy = "slowpath-shared-state"},
      // Declarations in other files keep the old signature.
      {.Name = "performance-unnecessary-value-param", .IsDefault = true}};
  return All;
}

const UpstreamCheck *findUpstreamCheck(llvm::StringRef Name) {
  const auto *Found = llvm::find_if(
      upstreamChecks(), [&](const UpstreamCheck &C) { return C.Name == Name; });
  return Found == upstreamChecks().end() ? nullptr : Found;
}

} // namespace slowpath
