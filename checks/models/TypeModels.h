// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_MODELS_TYPEMODELS_H
#define SLOWPATH_CHECKS_MODELS_TYPEMODELS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace slowpath {

/// What a class is to a performance check, whatever library it comes from. A
/// closed vocabulary: the words are those of `types:` in model files, see
/// docs/models.md.
enum class TypeMeaning {
#define SLOWPATH_TYPE_MEANING(Enumerator, Spelling) Enumerator,
#include "checks/models/TypeMeanings.def"
  /// Nothing is known.
  Other
};

/// The spelling in model files: "double_ended".
llvm::StringRef toString(TypeMeaning Meaning);

/// One row of `types:`.
struct TypeModel {
  /// The qualified name from "::", written as those of functions are.
  std::string Name;
  TypeMeaning Meaning = TypeMeaning::Other;
};

} // namespace slowpath

#endif
