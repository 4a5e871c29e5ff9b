// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/CountedCopy.h"
#include "checks/support/Aliasing.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/QuickWork.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Is E an object that is still there when its full expression has ended: a
/// variable, or what is reached from one through members, elements and
/// pointers?
bool isLastingPlace(const Expr &E) {
  const Expr &Core = spelled(E);
  if (isa<CXXThisExpr>(Core))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
    return isa<VarDecl, BindingDecl>(Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return isa<FieldDecl, VarDecl>(Member->getMemberDecl()) &&
           isLastingPlace(*Member->getBase());
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&Core))
    return isLastingPlace(*Subscript->getBase());
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Core))
    return Unary->getOpcode() == UO_Deref &&
           isLastingPlace(*Unary->getSubExpr());
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Core);
  if (!Operator || Operator->isPRValue())
    // `->` has a pointer for its value.
    return Operator && Operator->getOperator() == OO_Arrow &&
           isLastingPlace(*Operator->getArg(0));
  return (Operator->getOperator() == OO_Subscript ||
          Operator->getOperator() == OO_Star) &&
         isLastingPlace(*Operator->getArg(0));
}

/// The call that Use, a mention of a counted pointer, is followed, tested or
/// compared by; null if anything else is done with it.
const CallExpr *readBy(const DeclRefExpr &Use,
                       const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(Use);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Up))
    Up = Analysis.parent(*Up);
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up)) {
    switch (Operator->getOperator()) {
    case OO_Arrow:
    case OO_Star:
    case OO_Exclaim:
    case OO_EqualEqual:
    case OO_ExclaimEqual:
      return Operator;
    default:
      return nullptr;
    }
  }
  // `if (p)`, `p.get()`; but not how many owners there are.
  const auto *Member = dyn_cast_or_null<MemberExpr>(Up);
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(
      Member ? Analysis.parent(*Member) : nullptr);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Method->isConst() && Call->getNumArgs() == 0 &&
                 (isa<CXXConversionDecl>(Method) ||
                  Call->getType()->isPointerType())
             ? Call
             : nullptr;
}

/// Asks what runs while a copy lives, functions of the project included,
/// whether it may change a pointer of the same type.
class Keepers {
public:
  Keepers(QualType Pointer, llvm::ArrayRef<const CallExpr *> Reads,
          TranslationUnit &TU)
      : Pointer(Pointer), Reads(Reads), TU(TU) {}

  bool mayChange(const Stmt &S, bool IsForeign) {
    return mayChangeAlias(Pointer, S, IsForeign, [this](const CallExpr &Call) {
      return isHarmless(Call);
    });
  }

private:
  static constexpr unsigned MaxDepth = 3;

  bool isHarmless(const CallExpr &Call) {
    if (llvm::is_contained(Reads, &Call))
      return true;
    const FunctionDecl *Callee = Call.getDirectCallee();
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    const FunctionDecl *Definition = nullptr;
    if (!Callee || !TU.isUserCode(Callee->getLocation()) ||
        (Method && Method->isVirtual()) || Depth == MaxDepth ||
        !Callee->hasBody(Definition))
      return false;
    // What it is given by value is made, copied and destroyed here, too.
    if (llvm::any_of(Callee->parameters(), [](const ParmVarDecl *Parameter) {
          return Parameter->getType()->isRecordType();
        }))
      return false;
    ++Depth;
    const bool Harmless =
        !mayChange(*Definition->getBody(), /*IsForeign=*/true);
    --Depth;
    return Harmless;
  }

  const QualType Pointer;
  const llvm::ArrayRef<const CallExpr *> Reads;
  TranslationUnit &TU;
  unsigned Depth = 0;
};

} // namespace

std::optional<CountedCopy> countedCopyAt(const VarDecl &Var,
                                         TranslationUnit &TU) {
  const auto *Construct =
      dyn_cast_or_null<CXXConstructExpr>(Var.getInit()->IgnoreImplicit());
  if (!Construct || !Construct->getConstructor()->isCopyConstructor() ||
      meaningOf(Var.getType()) != TypeMeaning::SharedPointer)
    return std::nullopt;
  CountedCopy Copied{.In = TU.innermostLoop(*Construct),
                     .Copy = &Var,
                     .From = Construct->getArg(0)};
  if (!Copied.In || !goesThroughData(*Copied.In, TU) ||
      !isLastingPlace(*Copied.From))
    return std::nullopt;
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Construct));
  if (initialised(*Construct, Analysis) != &Var || !isOwnObject(Var, Analysis))
    return std::nullopt;
  const Stmt *Declaration = Construct;
  while (Declaration && !isa<DeclStmt>(Declaration))
    Declaration = Analysis.parent(*Declaration);
  const auto *Scope =
      Declaration
          ? dyn_cast_or_null<CompoundStmt>(Analysis.parent(*Declaration))
          : nullptr;
  if (!Scope || !Analysis.contains(*Copied.In->Statement, *Scope))
    return std::nullopt;

  llvm::SmallVector<const CallExpr *, 4> Reads;
  for (const DeclRefExpr *Use : usesOf(Var, Analysis.function())) {
    const CallExpr *Read = readBy(*Use, Analysis);
    // In a lambda, which may run when what is copied is gone.
    const FunctionDecl *Around = TU.functionAround(*Use);
    if (!Read || Around != &Analysis.function())
      return std::nullopt;
    Reads.push_back(Read);
  }
  // Nobody follows it: it keeps something alive.
  if (Reads.empty() || !isQuick(*Copied.In, {}, TU))
    return std::nullopt;
  Keepers Others(Var.getType(), Reads, TU);
  for (const Stmt *S :
       llvm::make_range(std::next(llvm::find(Scope->body(), Declaration)),
                        Scope->body_end()))
    if (Others.mayChange(*S, /*IsForeign=*/false))
      return std::nullopt;
  return Copied;
}

Rewrite referInstead(const CountedCopy &Copied, TranslationUnit &TU) {
  const VarDecl &Copy = *Copied.Copy;
  Rewrite Result;
  Result.Level = FixLevel::Safe;
  Result.Title = "refer to it instead";
  const std::string Text =
      onOneLine(sourceText(Copy.getSourceRange(), TU.context()));
  const bool IsConst = Copy.getType().isConstQualified();
  if (!IsConst)
    Result.Edits.push_back(
        FixItHint::CreateInsertion(Copy.getBeginLoc(), "const "));
  Result.Edits.push_back(FixItHint::CreateInsertion(Copy.getLocation(), "&"));
  const llvm::StringRef Type = sourceText(
      SourceRange(Copy.getBeginLoc(), Copy.getTypeSpecEndLoc()), TU.context());
  const llvm::StringRef Name = Copy.getName();
  const size_t At = llvm::StringRef(Text).find(Name, Type.size());
  Result.Code = (IsConst ? "" : "const ") + Text + ";";
  if (At != llvm::StringRef::npos)
    Result.Code.insert(At + (IsConst ? 0 : 6), "&");
  return Result;
}

} // namespace slowpath
