// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SingleReads.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace slowpath {
namespace {

using Kind = SingleRead::Kind;

bool isZero(const Expr &E, const ASTContext &Context) {
  Expr::EvalResult Value;
  return !E.isValueDependent() && E.EvaluateAsInt(Value, Context) &&
         Value.Val.getInt() == 0;
}

/// What Call asks of Object, the sequence it is called on.
std::optional<SingleRead> askedBy(const CallExpr &Call, const Expr &Object,
                                  const ASTContext &Context) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() != OO_Subscript ||
        &spelled(*Operator->getArg(0)) != &spelled(Object) ||
        !isZero(*Operator->getArg(1), Context))
      return std::nullopt;
    return SingleRead{.What = Kind::First, .Call = &Call};
  }
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  if (!Method || !Method->getIdentifier() ||
      &spelled(*Member->getImplicitObjectArgument()) != &spelled(Object))
    return std::nullopt;
  const llvm::StringRef Name = Method->getName();
  const auto Given = llvm::count_if(Call.arguments(), [](const Expr *E) {
    return !isa<CXXDefaultArgExpr>(E);
  });
  if (Given == 1) {
    if (Name == "contains")
      return SingleRead{
          .What = Kind::Contains, .Call = &Call, .Key = Call.getArg(0)};
    if (Name == "at" && isZero(*Call.getArg(0), Context))
      return SingleRead{.What = Kind::First, .Call = &Call};
    return std::nullopt;
  }
  if (Given != 0)
    return std::nullopt;
  const std::optional<Kind> What =
      llvm::StringSwitch<std::optional<Kind>>(Name)
          .Cases({"size", "count", "length"}, Kind::Size)
          .Cases({"isEmpty", "empty"}, Kind::IsEmpty)
          .Cases({"first", "constFirst", "front", "takeFirst"}, Kind::First)
          .Cases({"last", "constLast", "back", "takeLast"}, Kind::Last)
          .Default(std::nullopt);
  return What ? std::optional(SingleRead{.What = *What, .Call = &Call})
              : std::nullopt;
}

/// Is the element that Call gives access to copied or read, not changed?
bool isOnlyRead(const CallExpr &Call, const FunctionAnalysis &Analysis,
                TranslationUnit &TU) {
  if (!Call.isLValue())
    return true;
  const Stmt *Up = Analysis.parent(Call);
  while (isa_and_nonnull<ParenExpr>(Up))
    Up = Analysis.parent(*Up);
  // Of a pointer the pointer is.
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Up);
  return (Cast && Cast->getCastKind() == CK_LValueToRValue) ||
         useKindOf(Call, nullptr, Analysis, TU) == UseKind::Read;
}

/// The one thing that the call around Object asks of it.
std::optional<SingleRead> readOf(const Expr &Object,
                                 const FunctionAnalysis &Analysis,
                                 TranslationUnit &TU) {
  const Stmt *Up = Analysis.parent(Object);
  while (isa_and_nonnull<MaterializeTemporaryExpr, CXXBindTemporaryExpr,
                         ImplicitCastExpr, ParenExpr, MemberExpr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Call = dyn_cast_or_null<CallExpr>(Up);
  std::optional<SingleRead> Read =
      Call ? askedBy(*Call, Object, TU.context()) : std::nullopt;
  return Read && isOnlyRead(*Call, Analysis, TU) ? Read : std::nullopt;
}

} // namespace

std::optional<SingleRead> singleReadOf(const Expr &Made, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(Made);
  if (!Function || !isLibraryClass(Made.getType()))
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Expr *Object = &Made;
  const VarDecl *Kept = holderOf(Made, Analysis);
  if (Kept) {
    const auto Uses = usesOf(*Kept, *Function);
    if (Uses.size() != 1 || !isAutomaticObject(*Kept) ||
        TU.innermostLoop(*Uses.front()) != TU.innermostLoop(Made))
      return std::nullopt;
    Object = Uses.front();
  }
  std::optional<SingleRead> Read = readOf(*Object, Analysis, TU);
  if (Read)
    Read->Kept = Kept;
  return Read;
}

std::optional<SingleRead> singleReadOf(const VarDecl &Filled,
                                       const DeclRefExpr &At,
                                       TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(At);
  if (!Function || !isLibraryClass(Filled.getType()))
    return std::nullopt;
  const auto Uses = usesOf(Filled, *Function);
  if (Uses.size() != 2 || !isAutomaticObject(Filled))
    return std::nullopt;
  const DeclRefExpr &Use = *Uses[Uses.front() == &At ? 1 : 0];
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  if (TU.innermostLoop(Use) != TU.innermostLoop(At) ||
      !Analysis.dominates(At, Use))
    return std::nullopt;
  std::optional<SingleRead> Read = readOf(Use, Analysis, TU);
  if (Read)
    Read->Kept = &Filled;
  return Read;
}

std::string inPlaceOf(const SingleRead &Read, const std::string &Code,
                      TranslationUnit &TU) {
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Read.Call));
  const Stmt *Up = Analysis.parent(*Read.Call);
  while (isa_and_nonnull<ImplicitCastExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr, ExprWithCleanups>(Up))
    Up = Analysis.parent(*Up);
  const bool IsWhole =
      isa_and_nonnull<ReturnStmt, DeclStmt, ParenExpr, CXXFunctionalCastExpr>(
          Up) ||
      (isa_and_nonnull<CallExpr>(Up) && !isa<CXXOperatorCallExpr>(Up));
  return IsWhole ? Code : "(" + Code + ")";
}

} // namespace slowpath
