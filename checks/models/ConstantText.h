// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_CONSTANTTEXT_H
#define SLOWPATH_CHECKS_MODELS_CONSTANTTEXT_H

#include "clang/AST/Expr.h"
#include <string>

namespace slowpath {

class ApiModels;

/// What is known of a string: its beginning, and whether that is all of it.
struct KnownText {
  std::string Text;
  bool Complete = false;
};

/// As constantPrefix (ApiModels.h), which cannot tell an empty string from an
/// unknown one.
KnownText knownText(const clang::Expr &E, const ApiModels &Models);

} // namespace slowpath

#endif
