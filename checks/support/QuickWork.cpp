// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/QuickWork.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// What a modelled call may do in a moment.
bool isQuick(const EffectSet &Does) {
  EffectSet Rest = Does;
  for (const Effect Quick :
       {Effect::LookupAccess, Effect::LookupAssign, Effect::LookupErase,
        Effect::LookupFind, Effect::LookupGet, Effect::LookupInsert,
        Effect::LookupTest, Effect::SequenceAppend, Effect::SequenceReserve,
        Effect::SequenceShrink, Effect::SyncAtomicAdd, Effect::SyncAtomicRmw})
    Rest.remove(Quick);
  return Rest.empty();
}

class QuickWalk {
public:
  QuickWalk(llvm::ArrayRef<const Expr *> Except, TranslationUnit &TU)
      : Except(Except), TU(TU) {}

  bool isQuickLoop(const Loop &L) {
    for (const Stmt *Part : L.Statement->children())
      // Of a range-for, what clang makes of it asks for its iterators only.
      if (Part && Part != L.Body && !isa<CXXForRangeStmt>(L.Statement) &&
          !visit(*Part))
        return false;
    return L.Body && visit(*L.Body);
  }

private:
  static constexpr unsigned MaxStatements = 12;
  static constexpr unsigned MaxDepth = 3;

  bool visit(const Stmt &S) {
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr,
            CXXDeleteExpr, CoroutineSuspendExpr, AsmStmt, CXXTryStmt, GotoStmt>(
            S))
      return false;
    if (isa<CompoundStmt>(S))
      for (const Stmt *Child : S.children())
        if (Child && ++Statements > MaxStatements)
          return false;
    const auto *E = dyn_cast<Expr>(&S);
    if (E && E->isTypeDependent())
      return false;
    if (E && !llvm::is_contained(Except, E)) {
      if (const auto *Call = dyn_cast<CallExpr>(E); Call && !isQuickCall(*Call))
        return false;
      if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
          Construct && !isQuickConstruction(*Construct))
        return false;
    }
    return llvm::all_of(S.children(), [&](const Stmt *Child) {
      return !Child || visit(*Child);
    });
  }

  bool isQuickCall(const CallExpr &Call) {
    if (const auto Model = TU.models().match(Call))
      return isQuick(Model->Effects);
    const FunctionDecl *Callee = Call.getDirectCallee();
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if (!Callee ||
        (Method && Method->isVirtual() && !Method->hasAttr<FinalAttr>()))
      return false;
    if (isQuickBuiltin(*Callee) || Callee->isImplicit() ||
        Callee->isDefaulted())
      return true;
    if (TU.isUserCode(Callee->getLocation()))
      return isQuickFunction(*Callee);
    if (Method) {
      // A base may have it: `std::__shared_ptr::get`.
      if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
          Member &&
          isValueClass(spelled(*Member->getImplicitObjectArgument()).getType()))
        return true;
      const QualType Class =
          TU.context().getCanonicalTagType(Method->getParent());
      return isValueClass(Class);
    }
    // Operators of values, `std::min`, `std::get`, `std::to_string`.
    return llvm::all_of(Call.arguments(),
                        [](const Expr *Argument) {
                          return Argument->getType()->isArithmeticType() ||
                                 Argument->getType()->isEnumeralType() ||
                                 Argument->getType()->isNullPtrType() ||
                                 isValueClass(Argument->getType());
                        }) &&
           (isa<CXXOperatorCallExpr>(Call) || Callee->isConstexpr() ||
            llvm::all_of(Callee->parameters(), [](const ParmVarDecl *P) {
              return P->getType()->isArithmeticType();
            }));
  }

  /// `std::move`, `std::sqrt`, but not `printf`, which the compiler knows, too.
  bool isQuickBuiltin(const FunctionDecl &Callee) const {
    const unsigned Id = Callee.getBuiltinID();
    const Builtin::Context &Known = TU.context().BuiltinInfo;
    return Id != 0 && (Callee.isInStdNamespace() || Known.isConst(Id) ||
                       Known.isConstWithoutErrnoAndExceptions(Id));
  }

  /// Containers, strings, iterators, pairs, smart pointers: not streams.
  static bool isValueClass(QualType T) {
    const CXXRecordDecl *Class = T.getNonReferenceType()->getAsCXXRecordDecl();
    return Class && (isValue(T) || meaningOf(T) == TypeMeaning::SharedPointer ||
                     (meaningOf(T) == TypeMeaning::Other &&
                      Class->hasDefinition() && Class->hasTrivialDestructor()));
  }

  bool isQuickConstruction(const CXXConstructExpr &Construct) {
    const CXXConstructorDecl &Constructor = *Construct.getConstructor();
    if (TU.models().match(Construct))
      return false;
    if (Constructor.isTrivial() || Constructor.isImplicit() ||
        Constructor.isDefaulted() || isValueClass(Construct.getType()))
      return true;
    return TU.isUserCode(Constructor.getLocation()) &&
           isQuickFunction(Constructor);
  }

  bool isQuickFunction(const FunctionDecl &Callee) {
    const FunctionDecl *Definition = nullptr;
    if (!Callee.hasBody(Definition) || Depth == MaxDepth)
      return false;
    ++Depth;
    const bool Quick = visit(*Definition->getBody());
    --Depth;
    return Quick;
  }

  const llvm::ArrayRef<const Expr *> Except;
  TranslationUnit &TU;
  unsigned Statements = 0;
  unsigned Depth = 0;
};

} // namespace

bool isQuick(const Loop &L, llvm::ArrayRef<const Expr *> Except,
             TranslationUnit &TU) {
  return QuickWalk(Except, TU).isQuickLoop(L);
}

} // namespace slowpath
