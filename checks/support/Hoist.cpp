// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Hoist.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// May S stand before L: does it name nothing that is of L or changes in it?
/// Of Own, which it declares, it may say what it likes.
bool isSameBefore(const Stmt &S, const Loop &L, const VarDecl &Own,
                  const FunctionAnalysis &Analysis) {
  const ASTContext &Context = Analysis.function().getASTContext();
  return !anyStmt(S, [&](const Stmt &Part) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Part);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var && Var != &Own &&
           (isDeclaredIn(*Var, *L.Statement, Context) ||
            Analysis.isModifiedIn(*Var, L));
  });
}

/// The variable that the statement S declares, alone and in this function's
/// own storage, or null.
const VarDecl *declaredBy(const Stmt &S) {
  const auto *Declaration = dyn_cast<DeclStmt>(&S);
  if (!Declaration || !Declaration->isSingleDecl())
    return nullptr;
  const auto *Var = dyn_cast<VarDecl>(Declaration->getSingleDecl());
  return Var && Var->hasLocalStorage() && !Var->getType()->isReferenceType()
             ? Var
             : nullptr;
}

bool closesConnection(const EffectSet &Effects) {
  return Effects.hasAny(
      {Effect::DbDisconnect, Effect::NetDisconnect, Effect::NetSessionDestroy});
}

} // namespace

bool dependsOn(const Stmt &S, const Loop &L, const ASTContext &Context) {
  return anyStmt(S, [&](const Stmt &Part) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Part);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var && isDeclaredIn(*Var, *L.Statement, Context);
  });
}

const Stmt *statementInBody(const Stmt &E, const Loop &L,
                            const FunctionAnalysis &Analysis) {
  if (!isa_and_nonnull<CompoundStmt>(L.Body))
    return nullptr;
  const Stmt *Up = &E;
  while (const Stmt *Next = Analysis.parent(*Up)) {
    if (Next == L.Body)
      return Up;
    if (isa<CompoundStmt>(Next))
      return nullptr;
    Up = Next;
  }
  return nullptr;
}

bool isNameUsed(llvm::StringRef Name, const NamedDecl *Own,
                const FunctionAnalysis &Analysis) {
  const FunctionDecl &Function = Analysis.function();
  const auto IsTaken = [&](const NamedDecl &Other) {
    return &Other != Own && Other.getIdentifier() &&
           Other.getIdentifier()->getName() == Name;
  };
  if (llvm::any_of(Function.parameters(),
                   [&](const ParmVarDecl *P) { return IsTaken(*P); }))
    return true;
  return anyStmt(*Function.getBody(), [&](const Stmt &Part) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(&Part))
      return llvm::any_of(Declaration->decls(), [&](const Decl *D) {
        const auto *Named = dyn_cast<NamedDecl>(D);
        return Named && IsTaken(*Named);
      });
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Part))
      return IsTaken(*Ref->getDecl());
    if (const auto *Member = dyn_cast<MemberExpr>(&Part))
      return Member->isImplicitAccess() && IsTaken(*Member->getMemberDecl());
    return false;
  });
}

bool isTakenElsewhere(const DeclStmt &First, const FunctionAnalysis &Analysis) {
  const auto *Var = First.isSingleDecl()
                        ? dyn_cast<NamedDecl>(First.getSingleDecl())
                        : nullptr;
  return !Var || !Var->getIdentifier() ||
         isNameUsed(Var->getIdentifier()->getName(), Var, Analysis);
}

std::string statementText(const Stmt &S, const ASTContext &Context) {
  std::string Text = sourceText(S.getSourceRange(), Context).str();
  if (!Text.empty() && Text.back() != ';' && Text.back() != '}')
    Text += ';';
  return Text;
}

llvm::SmallVector<FixItHint, 4> moveOut(llvm::ArrayRef<const Stmt *> First,
                                        llvm::ArrayRef<const Stmt *> Last,
                                        const Loop &L,
                                        const FunctionAnalysis &Analysis) {
  const ASTContext &Context = Analysis.function().getASTContext();
  const auto TextOf = [&](llvm::ArrayRef<const Stmt *> Statements) {
    std::string Text;
    for (const Stmt *S : Statements) {
      if (!Text.empty())
        Text += '\n';
      Text += statementText(*S, Context);
    }
    return Text;
  };
  llvm::SmallVector<FixItHint, 4> Edits =
      insertAround(L, TextOf(First), TextOf(Last), Analysis);
  if (Edits.empty())
    return {};
  for (const llvm::ArrayRef<const Stmt *> Statements : {First, Last})
    for (const Stmt *S : Statements) {
      const std::optional<FixItHint> Removal = removeStatement(*S, Context);
      if (!Removal || statementText(*S, Context).empty())
        return {};
      Edits.push_back(*Removal);
    }
  return Edits;
}

llvm::SmallVector<FixItHint, 4> hoistConnection(const Expr &Open, const Loop &L,
                                                TranslationUnit &TU) {
  if (L.Shape == Loop::Kind::Algorithm)
    return {};
  const FunctionDecl *Function = TU.functionAround(Open);
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Stmt *Opening = statementInBody(Open, L, Analysis);
  if (!Opening)
    return {};
  llvm::SmallVector<const Stmt *, 2> First;
  const VarDecl *Var = declaredBy(*Opening);
  if (!Var) {
    //   sqlite3 *db;
    //   sqlite3_open(name, &db);
    const std::optional<ModeledCall> Call = TU.models().match(Open);
    const Expr *Out = Call && Call->Model->Out && Opening == &Open
                          ? cast<CallExpr>(Open).getArg(*Call->Model->Out)
                          : nullptr;
    const auto *Address =
        Out ? dyn_cast<UnaryOperator>(&spelled(*Out)) : nullptr;
    Var = Address ? rootVariable(*Address->getSubExpr()) : nullptr;
    for (const Stmt *S : L.Body->children())
      if (Var && declaredBy(*S) == Var)
        First.push_back(S);
    if (First.empty())
      return {};
  }
  First.push_back(Opening);
  if (isTakenElsewhere(*cast<DeclStmt>(First.front()), Analysis) ||
      !llvm::all_of(First, [&](const Stmt *S) {
        return isSameBefore(*S, L, *Var, Analysis);
      }))
    return {};

  llvm::SmallVector<const Stmt *, 1> Last;
  for (const DeclRefExpr *Use : usesOf(*Var, *Function)) {
    const Stmt *Around = statementInBody(*Use, L, Analysis);
    const auto *Call = dyn_cast_or_null<Expr>(Around);
    const std::optional<ModeledCall> Match =
        Call ? TU.models().match(*Call) : std::nullopt;
    if (Match && closesConnection(Match->Effects) && Match->Handle &&
        rootVariable(*Match->Handle) == Var)
      Last.push_back(Around);
  }
  if (Var->getType()->isRecordType()
          ? !Last.empty()
          : Last.size() != 1 || earlyExit(L) || skipsRest(L) ||
                Last[0] != endsOfBody(L).second)
    return {};
  return moveOut(First, Last, L, Analysis);
}

} // namespace slowpath
