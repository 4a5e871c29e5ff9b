// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_SUPPORT_FIELDSOURCE_H
#define SLOWPATH_CHECKS_SUPPORT_FIELDSOURCE_H

#include "checks/support/FieldLayout.h"
#include "clang/Basic/Diagnostic.h"
#include <string>

namespace slowpath {

/// How the fields of a class stand in its source: which lines go with each, and
/// which of them a comment, a blank line or what is declared between holds
/// together.
class FieldSource {
public:
  /// Of the groups of Record, in the order of the source.
  FieldSource(const clang::CXXRecordDecl &Record,
              llvm::ArrayRef<FieldGroup> Groups,
              const clang::ASTContext &Context);

  /// Can whole lines be moved to bring the groups into Order, so that each
  /// comment stays with what it is about, each field in its section, and each
  /// declaration behind what it needs?
  bool canReorder(llvm::ArrayRef<unsigned> Order) const;

  /// The edit that does so, if it can be done.
  clang::FixItHint reorder(llvm::ArrayRef<unsigned> Order) const;
  /// The code that it replaces.
  clang::CharSourceRange reordered(llvm::ArrayRef<unsigned> Order) const;

  /// The declarations in Order, one a line, without comments.
  std::string listing(llvm::ArrayRef<unsigned> Order) const;

private:
  struct Lines {
    /// Offsets into Text, of whole lines: the comment above, the declaration,
    /// and the comment behind it.
    size_t Begin = 0;
    size_t End = 0;
    /// Only groups of the same section may change places.
    unsigned Section = 0;
    /// Does nothing else stand on its lines?
    bool IsWhole = false;
    /// Has it a comment above that may be about what follows, too?
    bool IsHeaded = false;
    /// Does a comment above hold it together with its neighbours?
    bool IsPinned = false;
    /// Does it follow on the group before it, with nothing in between?
    bool FollowsOn = false;
  };

  /// Empty if a macro wrote it.
  llvm::StringRef codeOf(const FieldGroup &Group) const;
  void findLines(const FieldGroup &Group, Lines &Found,
                 size_t EndOfPrevious) const;
  void findSections(const clang::CXXRecordDecl &Record);
  /// The new text of the lines from the first to the last that change.
  std::string rewritten(llvm::ArrayRef<unsigned> Order, size_t &Begin,
                        size_t &End) const;
  clang::CharSourceRange range(size_t Begin, size_t End) const;

  const clang::ASTContext &Context;
  llvm::ArrayRef<FieldGroup> Groups;
  clang::FileID File;
  llvm::StringRef Text;
  llvm::SmallVector<Lines, 8> Of;
  bool HasObstacles = false;
};

} // namespace slowpath

#endif
