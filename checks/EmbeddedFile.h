// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_EMBEDDEDFILE_H
#define SLOWPATH_CHECKS_EMBEDDEDFILE_H

namespace slowpath {

/// A text file compiled into the program. Arrays of them end with a null name.
struct EmbeddedFile {
  /// Without its folder.
  const char *Name;
  const char *Text;
};

/// checks/models/*.yaml, sorted by name.
extern const EmbeddedFile EmbeddedModels[];

} // namespace slowpath

#endif
