// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/InitialiserOrder.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace slowpath {
namespace {

using Ranks = llvm::DenseMap<const FieldDecl *, unsigned>;

Ranks ranksIn(llvm::ArrayRef<FieldGroup> Groups,
              llvm::ArrayRef<unsigned> Order) {
  Ranks Result;
  for (const unsigned Index : Order)
    for (const FieldDecl *Field : Groups[Index])
      Result.try_emplace(Field, Result.size());
  return Result;
}

/// May it matter when an initialiser runs: does it do more than to compute a
/// value of literals, parameters and variables?
bool mayDoMore(const Expr &Init) {
  return anyStmt(Init, [](const Stmt &S) {
    if (isa<CXXThisExpr, CXXNewExpr, LambdaExpr, StmtExpr>(S))
      return true;
    if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(&S))
      return mayDoMore(*Default->getExpr());
    if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
      return Unary->isIncrementDecrementOp();
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return Binary->isAssignmentOp();
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
      return !Construct->getConstructor()->isTrivial() &&
             isUserCode(*Construct->getConstructor());
    const auto *Call = dyn_cast<CallExpr>(&S);
    if (!Call)
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && (Callee->isInStdNamespace() || Callee->isConstexpr()))
      return false;
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
    return !Member || !Member->getMethodDecl()->isConst() ||
           !isLibraryClass(Member->getImplicitObjectArgument()->getType());
  });
}

bool isConstant(const Expr &Init) {
  return !anyStmt(Init, [](const Stmt &S) {
    return isa<DeclRefExpr, CXXThisExpr, CXXDefaultInitExpr, LambdaExpr,
               CXXNewExpr, CallExpr, CXXConstructExpr>(S);
  });
}

bool readsObject(const Expr &Init) {
  return anyStmt(Init, [](const Stmt &S) {
    const auto *Default = dyn_cast<CXXDefaultInitExpr>(&S);
    return isa<CXXThisExpr>(S) || (Default && readsObject(*Default->getExpr()));
  });
}

/// Do both name a parameter that one of them may move from?
bool shareParameter(const Expr &A, const Expr &B) {
  llvm::SmallPtrSet<const Decl *, 4> Named;
  const auto AsParameter = [](const Stmt &S) -> const ParmVarDecl * {
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    const auto *Var = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
    return Var && !Var->getType()->isScalarType() &&
                   !Var->getType().getNonReferenceType().isConstQualified()
               ? Var
               : nullptr;
  };
  anyStmt(A, [&](const Stmt &S) {
    if (const ParmVarDecl *Var = AsParameter(S))
      Named.insert(Var);
    return false;
  });
  return anyStmt(B, [&](const Stmt &S) {
    const ParmVarDecl *Var = AsParameter(S);
    return Var && Named.contains(Var);
  });
}

/// May it matter that Later, which runs behind First, runs before it?
bool dependOnOrder(const Expr &First, const Expr &Later) {
  return !isConstant(Later) && !(isConstant(First) && !readsObject(Later)) &&
         (mayDoMore(First) || mayDoMore(Later) || shareParameter(First, Later));
}

class Reordering {
public:
  Reordering(llvm::ArrayRef<FieldGroup> Groups, llvm::ArrayRef<unsigned> Order,
             const ASTContext &Around)
      : Context(Around), New(ranksIn(Groups, Order)) {}

  llvm::SmallVector<FixItHint, 4> Edits;

  /// Has each of the initialisers the same value in the new order?
  bool keepsValues(
      llvm::ArrayRef<std::pair<const FieldDecl *, const Expr *>> Inits) const {
    for (const auto &[Field, Init] : Inits)
      for (const auto &[Later, Other] : Inits)
        if (Field->getFieldIndex() < Later->getFieldIndex() &&
            New.lookup(Field) > New.lookup(Later) &&
            dependOnOrder(*Init, *Other))
          return false;
    return true;
  }

  bool add(const CXXConstructorDecl &Constructor) {
    if (Constructor.isImplicit() || Constructor.isDeleted() ||
        Constructor.isDefaulted())
      return true;
    const FunctionDecl *Defined = nullptr;
    if (!Constructor.isDefined(Defined))
      return false;
    const auto &Definition = *cast<CXXConstructorDecl>(Defined);
    llvm::SmallVector<std::pair<const FieldDecl *, const Expr *>, 8> Inits;
    for (const CXXCtorInitializer *Init : Definition.inits())
      if (const FieldDecl *Field = Init->getMember(); Field && Init->getInit())
        Inits.emplace_back(Field, Init->getInit());
    return keepsValues(Inits) && reorder(Definition);
  }

private:
  /// As they are written, since compilers warn if it is another order.
  bool reorder(const CXXConstructorDecl &Definition) {
    llvm::SmallVector<const CXXCtorInitializer *, 8> Written;
    for (const CXXCtorInitializer *Init : Definition.inits())
      if (Init->isWritten() && Init->getMember())
        Written.push_back(Init);
    const auto InNewOrder = [&](const CXXCtorInitializer *A,
                                const CXXCtorInitializer *B) {
      return New.lookup(A->getMember()) < New.lookup(B->getMember());
    };
    llvm::sort(Written, [](const auto *A, const auto *B) {
      return A->getSourceOrder() < B->getSourceOrder();
    });
    if (llvm::is_sorted(Written, InNewOrder))
      return true;
    const SourceRange All(Written.front()->getSourceRange().getBegin(),
                          Written.back()->getSourceRange().getEnd());
    const llvm::StringRef Text = sourceText(All, Context);
    // Bases come first, and a comment is about its neighbour.
    if (Text.empty() || Text.contains("//") || Text.contains("/*") ||
        Text.contains('#') ||
        llvm::any_of(Definition.inits(), [&](const CXXCtorInitializer *Init) {
          return Init->isWritten() && !Init->getMember() &&
                 Init->getSourceOrder() > Written.front()->getSourceOrder();
        }))
      return false;
    const llvm::SmallVector<const CXXCtorInitializer *, 8> Places = Written;
    llvm::sort(Written, InNewOrder);
    for (const auto [Place, Init] : llvm::zip_equal(Places, Written)) {
      const llvm::StringRef Code = sourceText(Init->getSourceRange(), Context);
      if (Place == Init)
        continue;
      if (Code.empty() || Place->getSourceRange().getBegin().isMacroID())
        return false;
      Edits.push_back(
          FixItHint::CreateReplacement(Place->getSourceRange(), Code));
    }
    return true;
  }

  const ASTContext &Context;
  const Ranks New;
};

} // namespace

std::optional<llvm::SmallVector<FixItHint, 4>>
reorderInitialisers(const CXXRecordDecl &Record,
                    llvm::ArrayRef<FieldGroup> Groups,
                    llvm::ArrayRef<unsigned> Order, const ASTContext &Context) {
  Reordering Result(Groups, Order, Context);
  llvm::SmallVector<std::pair<const FieldDecl *, const Expr *>, 8> Defaults;
  for (const FieldDecl *Field : Record.fields())
    if (const Expr *Init = Field->getInClassInitializer())
      Defaults.emplace_back(Field, Init);
  if (!Result.keepsValues(Defaults))
    return std::nullopt;
  for (const Decl *D : Record.decls()) {
    const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
    if (Template && isa<CXXConstructorDecl>(Template->getTemplatedDecl()))
      return std::nullopt;
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(D);
        Constructor && !Result.add(*Constructor))
      return std::nullopt;
  }
  return std::move(Result.Edits);
}

bool keepsLifetimes(llvm::ArrayRef<FieldGroup> Groups,
                    llvm::ArrayRef<unsigned> Order, const ASTContext &Context) {
  std::optional<unsigned> Last;
  for (const unsigned Index : Order)
    for (const FieldDecl *Field : Groups[Index]) {
      const CXXRecordDecl *Class =
          Context.getBaseElementType(Field->getType())->getAsCXXRecordDecl();
      if (!Class ||
          (Class->hasTrivialDestructor() &&
           (!isUserCode(*Class) || !Class->hasNonTrivialDefaultConstructor())))
        continue;
      if (Last && *Last > Field->getFieldIndex())
        return false;
      Last = Field->getFieldIndex();
    }
  return true;
}

} // namespace slowpath
