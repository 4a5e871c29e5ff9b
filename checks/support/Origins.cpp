// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Origins.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

class OriginFinder {
public:
  OriginFinder(const FunctionAnalysis &Where, const FunctionDecl &Around,
               bool OnlyLasting)
      : Analysis(Where), Home(Around), OnlyLasting(OnlyLasting) {}

  Origins Found;

  void add(const Stmt &S) {
    if (!Found.IsFixed || ++Steps > MaxSteps) {
      Found.IsFixed = false;
      return;
    }
    if (isa<CXXDefaultArgExpr>(S))
      return;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&S)) {
      if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
        addVariable(*Var);
      return;
    }
    const auto *Member = dyn_cast<MemberExpr>(&S);
    Found.IsFixed &= isPure(S) && !(Member && isAssigned(*Member)) &&
                     !(OnlyLasting && mayChange(S));
    for (const Stmt *Child : S.children())
      if (Child)
        add(*Child);
  }

private:
  /// Addresses are short; what is longer is not worth the time.
  static constexpr unsigned MaxSteps = 200;

  static bool isPure(const Stmt &S) {
    if (isa<LambdaExpr, CXXNewExpr, CXXThrowExpr, StmtExpr>(S))
      return false;
    if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
      return !Unary->isIncrementDecrementOp();
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return !Binary->isAssignmentOp();
    const auto *Call = dyn_cast<CallExpr>(&S);
    if (!Call)
      return true;
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return false;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Method && !Method->isStatic())
      return Method->isConst();
    // `std::to_string(port)`, but not `nextHost()`.
    return Call->getNumArgs() != 0;
  }

  /// Does the function write to a member itself: `at_ = (at_ + 1) % n`?
  bool isAssigned(const MemberExpr &Member) const {
    return anyStmt(*Analysis.function().getBody(), [&](const Stmt &S) {
      const auto *Assign = dyn_cast<BinaryOperator>(&S);
      const auto *Step = dyn_cast<UnaryOperator>(&S);
      const Expr *Target = Assign && Assign->isAssignmentOp() ? Assign->getLHS()
                           : Step && Step->isIncrementDecrementOp()
                               ? Step->getSubExpr()
                               : nullptr;
      return Target && isSameObject(*Target, Member);
    });
  }

  /// May S, a member of `this` or a call of the project, be something else the
  /// next time?
  bool mayChange(const Stmt &S) const {
    const auto *Method = dyn_cast<CXXMethodDecl>(&Analysis.function());
    if (const auto *Member = dyn_cast<MemberExpr>(&S))
      return isa<FieldDecl>(Member->getMemberDecl()) &&
             isa<CXXThisExpr>(spelled(*Member->getBase())) &&
             !Member->getType().isConstQualified() &&
             !(Method && Method->isConst());
    const auto *Call = dyn_cast<CallExpr>(&S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    return Callee && isUserCode(*Callee);
  }

  void addVariable(const VarDecl &Var) {
    if (!Var.hasLocalStorage()) {
      Found.IsFixed &= !OnlyLasting || Var.getType().isConstQualified();
      return;
    }
    // What a parameter refers to is the caller's.
    const bool IsKept =
        Var.getType()->isReferenceType()
            ? isa<ParmVarDecl>(Var) &&
                  Var.getType()->getPointeeType().isConstQualified()
            : Var.getType().isConstQualified() || Analysis.isOnlyRead(Var);
    if (!IsKept) {
      Found.IsFixed = false;
      return;
    }
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(&Var)) {
      if (Parameter->getDeclContext() != &Home)
        Found.IsFixed = false;
      else if (!llvm::is_contained(Found.Parameters,
                                   Parameter->getFunctionScopeIndex()))
        Found.Parameters.push_back(Parameter->getFunctionScopeIndex());
      return;
    }
    if (const Expr *Init = Var.getInit())
      add(*Init);
    else
      Found.IsFixed = false;
  }

  const FunctionAnalysis &Analysis;
  const FunctionDecl &Home;
  const bool OnlyLasting;
  unsigned Steps = 0;
};

bool isMemberOfThis(const Expr &E) {
  const auto *Member = dyn_cast<MemberExpr>(&spelled(E));
  return Member && isa<FieldDecl>(Member->getMemberDecl()) &&
         isa<CXXThisExpr>(spelled(*Member->getBase()));
}

bool isInitialiser(const Expr &E, const FunctionDecl &Function) {
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function);
  return Constructor &&
         llvm::any_of(Constructor->inits(), [&](const CXXCtorInitializer *I) {
           return anyStmt(*I->getInit(),
                          [&](const Stmt &S) { return &S == &E; });
         });
}

/// Does Var, or what it points to, outlive the function by Use?
bool isHandedOn(const DeclRefExpr &Use, const FunctionAnalysis &Analysis) {
  const Stmt *Child = &Use;
  for (const Stmt *Up = Analysis.parent(Use); Up;
       Child = Up, Up = Analysis.parent(*Up)) {
    if (isa<ReturnStmt, CoreturnStmt, LambdaExpr>(Up))
      return true;
    if (const auto *Unary = dyn_cast<UnaryOperator>(Up))
      return Unary->getOpcode() == UO_AddrOf;
    if (const auto *Assign = dyn_cast<BinaryOperator>(Up))
      return Assign->getOpcode() == BO_Assign && Assign->getRHS() == Child;
    if (const auto *Call = dyn_cast<CallExpr>(Up)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      return Callee && Callee->isInStdNamespace() && Callee->getIdentifier() &&
             (Callee->getName() == "move" || Callee->getName() == "forward");
    }
    if (isa<MemberExpr, CXXConstructExpr>(Up) || !isa<Expr>(Up))
      return false;
  }
  return false;
}

/// Is there a call that ends what Var points to?
bool isClosed(const VarDecl &Var, const FunctionAnalysis &Analysis,
              TranslationUnit &TU) {
  return llvm::any_of(
      usesOf(Var, Analysis.function()), [&](const DeclRefExpr *Use) {
        for (const Stmt *Up = Analysis.parent(*Use); Up && isa<Expr>(Up);
             Up = Analysis.parent(*Up))
          if (const auto *Call = dyn_cast<CallExpr>(Up)) {
            const auto Model = TU.models().match(*Call);
            return Model && (Model->Effects.has(Effect::DbDisconnect) ||
                             Model->Effects.has(Effect::NetDisconnect) ||
                             Model->Effects.has(Effect::NetSessionDestroy));
          }
        return false;
      });
}

Lifetime lifetimeIn(const VarDecl &Var, const Expr *Out,
                    const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  const QualType Type = Var.getType();
  if (!Var.hasLocalStorage() || isa<ParmVarDecl>(Var) ||
      Type->isReferenceType())
    return Lifetime::Unknown;
  for (const DeclRefExpr *Use : usesOf(Var, Analysis.function())) {
    if (Out && Analysis.contains(*Out, *Use))
      continue;
    if (isHandedOn(*Use, Analysis))
      return isa<ReturnStmt>(*Analysis.parent(*Use)) ? Lifetime::Result
                                                     : Lifetime::Unknown;
  }
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (Class)
    return Class->hasDefinition() && !Class->hasTrivialDestructor()
               ? Lifetime::Function
               : Lifetime::Unknown;
  return Type->isPointerType() && isClosed(Var, Analysis, TU)
             ? Lifetime::Function
             : Lifetime::Unknown;
}

} // namespace

Origins originsOf(const Expr &E, const FunctionAnalysis &Analysis,
                  const FunctionDecl &Home) {
  OriginFinder Finder(Analysis, Home, /*OnlyLasting=*/false);
  Finder.add(E);
  return std::move(Finder.Found);
}

Origins lastingOriginsOf(const Expr &E, const FunctionAnalysis &Analysis,
                         const FunctionDecl &Home) {
  OriginFinder Finder(Analysis, Home, /*OnlyLasting=*/true);
  Finder.add(E);
  return std::move(Finder.Found);
}

Lifetime lifetimeOf(const Expr &E, const Expr *Out,
                    const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  if (Out) {
    //   sqlite3_open(path, &db)
    const auto *Address = dyn_cast<UnaryOperator>(&spelled(*Out));
    const Expr *Target = Address && Address->getOpcode() == UO_AddrOf
                             ? Address->getSubExpr()
                             : nullptr;
    if (!Target)
      return Lifetime::Unknown;
    if (isMemberOfThis(*Target))
      return Lifetime::Object;
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Target));
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var ? lifetimeIn(*Var, Out, Analysis, TU) : Lifetime::Unknown;
  }
  if (isInitialiser(E, Analysis.function()))
    return Lifetime::Object;
  if (const VarDecl *Var = initialised(E, Analysis))
    return lifetimeIn(*Var, nullptr, Analysis, TU);
  for (const Stmt *Up = Analysis.parent(E); Up; Up = Analysis.parent(*Up)) {
    if (isa<ReturnStmt>(Up))
      return Lifetime::Result;
    if (const auto *Assign = dyn_cast<BinaryOperator>(Up))
      return Assign->getOpcode() == BO_Assign &&
                     isMemberOfThis(*Assign->getLHS())
                 ? Lifetime::Object
                 : Lifetime::Unknown;
    //   httplib::Client("host").Get("/")
    if (isa<MemberExpr>(Up))
      return isa<CXXConstructExpr>(E) ? Lifetime::Function : Lifetime::Unknown;
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Up))
      return isMemberOfThis(*Call->getImplicitObjectArgument())
                 ? Lifetime::Object
                 : Lifetime::Unknown;
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up))
      return Call->getOperator() == OO_Equal && isMemberOfThis(*Call->getArg(0))
                 ? Lifetime::Object
                 : Lifetime::Unknown;
    if (isa<CallExpr>(Up) || !isa<Expr>(Up))
      return Lifetime::Unknown;
  }
  return Lifetime::Unknown;
}

} // namespace slowpath
