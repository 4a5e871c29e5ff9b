// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/HoistCall.h"
#include "checks/support/Hoist.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Is Name used for anything in Function?
bool isTaken(llvm::StringRef Name, const FunctionDecl &Function) {
  const auto IsTaken = [&](const NamedDecl &D) {
    return D.getIdentifier() && D.getName() == Name;
  };
  return llvm::any_of(Function.parameters(),
                      [&](const ParmVarDecl *P) { return IsTaken(*P); }) ||
         anyStmt(*Function.getBody(), [&](const Stmt &S) {
           if (const auto *Declaration = dyn_cast<DeclStmt>(&S))
             return llvm::any_of(Declaration->decls(), [&](const Decl *D) {
               const auto *Named = dyn_cast<NamedDecl>(D);
               return Named && IsTaken(*Named);
             });
           if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
             return IsTaken(*Ref->getDecl());
           const auto *Member = dyn_cast<MemberExpr>(&S);
           return Member && Member->isImplicitAccess() &&
                  IsTaken(*Member->getMemberDecl());
         });
}

/// `length`, or `textLength` where that is taken; empty if both are.
std::string freeName(const Work &W, const FunctionDecl &Function,
                     const llvm::StringSet<> &Names) {
  const auto IsFree = [&](llvm::StringRef Name) {
    return !Names.contains(Name) && !isTaken(Name, Function);
  };
  if (IsFree(W.Name))
    return W.Name;
  const Expr *Subject = W.Subject ? &spelled(*W.Subject) : nullptr;
  const NamedDecl *Named = nullptr;
  if (const auto *Ref = dyn_cast_or_null<DeclRefExpr>(Subject))
    Named = Ref->getDecl();
  else if (const auto *Member = dyn_cast_or_null<MemberExpr>(Subject))
    Named = Member->getMemberDecl();
  if (!Named || !Named->getIdentifier())
    return {};
  std::string Long = Named->getName().str();
  Long += llvm::toUpper(W.Name.front());
  Long += W.Name.substr(1);
  return IsFree(Long) ? Long : std::string();
}

/// L up to its body, with what Call is replaced by.
std::string headerWith(const Loop &L, llvm::StringRef Call,
                       llvm::StringRef Name, const ASTContext &Context) {
  std::string Header = headerOf(L, Context);
  const size_t At = Header.find(Call);
  if (At != std::string::npos)
    return Header.replace(At, Call.size(), Name);
  if (llvm::StringRef(Header).ends_with(" { … }"))
    Header.resize(Header.size() - llvm::StringRef(" { … }").size());
  return Header + "\n  … " + Name.str() + " …";
}

} // namespace

llvm::SmallVector<const CallExpr *, 2>
sameCalls(const CallExpr &Call, const Loop &L, TranslationUnit &TU) {
  llvm::FoldingSetNodeID Wanted;
  Call.Profile(Wanted, TU.context(), /*Canonical=*/true);
  llvm::SmallVector<const CallExpr *, 2> Found;
  anyStmtOutsideLambdas(L.Statement, [&](const Stmt &S) {
    const auto *Other = dyn_cast<CallExpr>(&S);
    if (!Other || Other->getDirectCallee() != Call.getDirectCallee())
      return false;
    llvm::FoldingSetNodeID Id;
    Other->Profile(Id, TU.context(), /*Canonical=*/true);
    if (Id == Wanted)
      Found.push_back(Other);
    return false;
  });
  return Found;
}

bool isAlwaysCalled(const CallExpr &Call, const Loop &L,
                    const FunctionAnalysis &Analysis) {
  const Expr *Condition = L.condition();
  if (L.Shape == Loop::Kind::Do || !Condition ||
      !Analysis.contains(*Condition, Call))
    return false;
  const Stmt *Child = &Call;
  for (const Stmt *Up = Child; Up != Condition; Child = Up) {
    Up = Analysis.parent(*Up);
    if (const auto *Binary = dyn_cast<BinaryOperator>(Up);
        Binary && Binary->isLogicalOp() && Binary->getRHS() == Child)
      return false;
    if (const auto *Choice = dyn_cast<ConditionalOperator>(Up);
        Choice && Choice->getCond() != Child)
      return false;
  }
  return true;
}

bool isOfEveryIteration(const CallExpr &Call, const Loop &L,
                        const FunctionAnalysis &Analysis) {
  if (Analysis.runsEveryIteration(Call, L))
    return true;
  const Expr *Begin = nullptr;
  for (const Stmt *Up = &Call; Up && isa<Expr>(Up); Up = Analysis.parent(*Up))
    if (const auto *Binary = dyn_cast<BinaryOperator>(Up);
        Binary && Binary->isLogicalOp())
      Begin = Binary->getLHS();
  return Begin && Analysis.runsEveryIteration(*Begin, L);
}

bool hasOtherCondition(const CallExpr &Call, const Loop &L,
                       TranslationUnit &TU) {
  const Expr *Condition = L.condition();
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*L.Statement));
  if (!Condition || !Analysis.contains(*Condition, Call))
    return true;
  return anyStmt(*Condition, [&](const Stmt &S) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var && !Analysis.contains(Call, S) &&
           (isDeclaredIn(*Var, *L.Statement, TU.context()) ||
            Analysis.isModifiedIn(*Var, L));
  });
}

const DeclStmt *declarationOf(const CallExpr &Call, const Loop &L,
                              const FunctionAnalysis &Analysis) {
  const VarDecl *Var = initialised(Call, Analysis);
  if (!Var || !Var->getInit() || Analysis.isModifiedIn(*Var, L) ||
      &spelled(*Var->getInit()) != &Call)
    return nullptr;
  return dyn_cast_or_null<DeclStmt>(statementInBody(Call, L, Analysis));
}

Rewrite hoistCall(const CallExpr &Call, const Work &W, const Loop &L,
                  Sameness Sure, llvm::StringSet<> &Names,
                  TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const FunctionDecl &Function = *TU.functionAround(*L.Statement);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  const std::string Text = sourceText(Call.getSourceRange(), Context).str();
  Rewrite Fix;
  if (W.What == Work::Kind::Sort) {
    Fix.Title = "sort once, before the loop";
    Fix.Code = onOneLine(Text) + ";\n" + headerOf(L, Context);
    if (isDiscarded(Call, Analysis) && statementInBody(Call, L, Analysis))
      Fix.Edits = moveOut({&Call}, {}, L, Analysis);
    Fix.Level = Fix.Edits.empty() ? FixLevel::Advice : FixLevel::Review;
    return Fix;
  }
  Fix.Title = "call it once, before the loop";
  if (const DeclStmt *Declaration = declarationOf(Call, L, Analysis)) {
    Fix.Code = onOneLine(statementText(*Declaration, Context)) + "\n" +
               headerOf(L, Context);
    if (!isTakenElsewhere(*Declaration, Analysis))
      Fix.Edits = moveOut({Declaration}, {}, L, Analysis);
    const bool IsSafe = Sure == Sameness::Proven && W.IsTotal;
    Fix.Level = Fix.Edits.empty() ? FixLevel::Advice
                : IsSafe          ? FixLevel::Safe
                                  : FixLevel::Review;
    return Fix;
  }
  const std::string Free = freeName(W, Function, Names);
  const std::string Name = Free.empty() ? W.Name : Free;
  const std::string Declaration = "const auto " + Name + " = " + Text + ";";
  Fix.Code = onOneLine(Declaration) + "\n" + headerWith(L, Text, Name, Context);
  const bool IsInLambda = TU.functionAround(Call) != &Function;
  if (Free.empty() || Text.empty() || IsInLambda)
    return Fix;
  Fix.Edits = insertAround(L, Declaration, "", Analysis);
  if (Fix.Edits.empty())
    return Fix;
  Names.insert(Name);
  bool IsSafe = Sure == Sameness::Proven;
  bool IsCalled = W.IsTotal;
  for (const CallExpr *Each : sameCalls(Call, L, TU)) {
    if (!isResultOnlyRead(*Each, Analysis))
      continue;
    IsCalled |= isAlwaysCalled(*Each, L, Analysis);
    Fix.Edits.push_back(
        FixItHint::CreateReplacement(Each->getSourceRange(), Name));
  }
  Fix.Level = IsSafe && IsCalled ? FixLevel::Safe : FixLevel::Review;
  return Fix;
}

} // namespace slowpath
