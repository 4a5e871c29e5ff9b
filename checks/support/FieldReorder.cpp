// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/FieldReorder.h"
#include "checks/support/FieldSource.h"
#include "checks/support/InitialiserOrder.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Is the layout part of what a library promises to those who are not compiled
/// with it?
bool isExported(const CXXRecordDecl &Record) {
  const auto *Visible = Record.getAttr<VisibilityAttr>();
  return Record.hasAttr<DLLExportAttr>() || Record.hasAttr<DLLImportAttr>() ||
         (Visible && Visible->getVisibility() == VisibilityAttr::Default);
}

/// May other files name the fields by their position, as this one shows?
bool isOpenToOthers(const CXXRecordDecl &Record, const SourceManager &SM) {
  return !SM.isWrittenInMainFile(Record.getLocation()) &&
         llvm::any_of(Record.fields(), [](const FieldDecl *Field) {
           return Field->getAccess() == AS_public;
         });
}

/// The edits that declare the fields, and initialise them, in Order; none if
/// something else would have to change.
llvm::SmallVector<FixItHint, 4> editsFor(const CXXRecordDecl &Record,
                                         const FieldLayout &Layout,
                                         const FieldSource &Source,
                                         llvm::ArrayRef<unsigned> Order,
                                         const ASTContext &Context) {
  if (!Source.canReorder(Order) ||
      !keepsLifetimes(Layout.groups(), Order, Context))
    return {};
  auto Initialisers =
      reorderInitialisers(Record, Layout.groups(), Order, Context);
  // A constructor may stand between the fields, whose lines are written anew.
  const CharSourceRange Lines = Source.reordered(Order);
  if (!Initialisers || llvm::any_of(*Initialisers, [&](const FixItHint &Edit) {
        return Context.getSourceManager().isPointWithin(
            Edit.RemoveRange.getBegin(), Lines.getBegin(), Lines.getEnd());
      }))
    return {};
  Initialisers->push_back(Source.reorder(Order));
  return std::move(*Initialisers);
}

} // namespace

std::string nameOf(const CXXRecordDecl &Record) {
  if (Record.getIdentifier())
    return Record.getNameAsString();
  const TypedefNameDecl *Alias = Record.getTypedefNameForAnonDecl();
  return Alias ? Alias->getNameAsString() : "";
}

bool isSharedWithC(const CXXRecordDecl &Record, const SourceManager &SM) {
  const FileID File = SM.getFileID(Record.getLocation());
  return Record.isExternCContext() ||
         (File != SM.getMainFileID() &&
          SM.getBufferData(File).contains("__cplusplus"));
}

std::optional<FieldReorder>
reorderFields(const CXXRecordDecl &Record, const FieldLayout &Layout,
              LayoutUse Use, const ASTContext &Context,
              llvm::function_ref<bool(uint64_t)> IsWorthIt) {
  std::optional<FieldOrder> Best =
      Layout.smallest([](llvm::ArrayRef<unsigned>) { return true; });
  if (!Best || !IsWorthIt(Layout.sizeIn(*Best)))
    return std::nullopt;
  const FieldSource Source(Record, Layout.groups(), Context);
  FieldReorder Result{.Order = std::move(*Best), .Fix = {}};
  // Rather an order that moves lines only, if that gains enough, too.
  const std::optional<FieldOrder> Movable =
      Layout.smallest([&](llvm::ArrayRef<unsigned> Each) {
        return !editsFor(Record, Layout, Source, Each, Context).empty();
      });
  const bool IsMovable = Movable && IsWorthIt(Layout.sizeIn(*Movable));
  if (IsMovable)
    Result.Order = *Movable;
  Result.Fix.Title = "reorder the fields";
  Result.Fix.Code = Source.listing(Result.Order);
  if (IsMovable && Use == LayoutUse::None && !isExported(Record) &&
      !isOpenToOthers(Record, Context.getSourceManager())) {
    Result.Fix.Edits = editsFor(Record, Layout, Source, Result.Order, Context);
    Result.Fix.Level = FixLevel::Review;
  }
  return Result;
}

} // namespace slowpath
