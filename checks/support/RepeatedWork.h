// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_REPEATEDWORK_H
#define SLOWPATH_CHECKS_SUPPORT_REPEATEDWORK_H

#include "checks/support/Sameness.h"
#include <string>

namespace slowpath {

/// What a call does that takes time with the size of what it is given, and
/// nothing else: its result depends on its operands only.
struct Work {
  enum class Kind {
    /// Goes through a text or elements.
    Scan,
    /// Sorts elements in place.
    Sort,
    /// Makes a new object from a text or container.
    Make,
    /// A function of the project.
    Own
  };
  Kind What = Kind::Scan;
  /// "goes through all of", to be followed by Subject.
  std::string Does;
  /// What it is done to, or null.
  const clang::Expr *Subject = nullptr;
  /// What to call the result.
  std::string Name = "result";
  /// Only the length of a text counts.
  bool LengthOnly = false;
  /// Nothing can go wrong but that memory is short.
  bool IsTotal = false;
};

/// The work of Call, or nothing.
std::optional<Work> workOf(const clang::CallExpr &Call, TranslationUnit &TU);

/// Of the result of Call, W, in L: of its object and all its arguments.
Sameness samenessOf(const clang::CallExpr &Call, const Work &W, const Loop &L,
                    TranslationUnit &TU);

/// Is the value of Call, a new object, used where it is: is it not stored, nor
/// given away, nor changed?
bool isResultOnlyRead(const clang::CallExpr &Call,
                      const FunctionAnalysis &Analysis);

} // namespace slowpath

#endif
