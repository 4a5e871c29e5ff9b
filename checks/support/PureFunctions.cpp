// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/PureFunctions.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LibraryIterators.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// How deep calls of the user's own functions are followed.
constexpr unsigned MaxDepth = 3;

/// What a pure function may do by calling a library.
bool isComputing(const EffectSet &Does) {
  EffectSet Rest = Does;
  for (const Effect Each : {Effect::CallbackPerItem,
                            Effect::CallbackWrap,
                            Effect::ContainerSnapshot,
                            Effect::LookupFind,
                            Effect::LookupGet,
                            Effect::LookupTest,
                            Effect::MeasureLinear,
                            Effect::SearchLinear,
                            Effect::SequenceAppend,
                            Effect::SequenceErase,
                            Effect::SequenceEraseFront,
                            Effect::SequenceInsert,
                            Effect::SequenceInsertFront,
                            Effect::SequenceReserve,
                            Effect::SequenceShrink,
                            Effect::SequenceTail,
                            Effect::Sort,
                            Effect::StringFind,
                            Effect::StringFormat,
                            Effect::StringScan,
                            Effect::StringSplit})
    Rest.remove(Each);
  return Rest.empty();
}

class PureWalk {
public:
  PureWalk(const FunctionDecl &Function, unsigned Depth, TranslationUnit &TU)
      : Function(Function), Depth(Depth), TU(TU) {}

  bool isPure() {
    return llvm::all_of(Function.parameters(),
                        [](const ParmVarDecl *P) {
                          const QualType Pointee =
                              P->getType()->getPointeeType();
                          return Pointee.isNull() || Pointee.isConstQualified();
                        }) &&
           !anyStmt(*Function.getBody(),
                    [&](const Stmt &S) { return isImpure(S); });
  }

private:
  /// A variable of Function or a lambda in it, that is no reference nor
  /// pointer, or a part of one.
  bool isOwn(const Expr &E) const {
    const Expr &Core = spelled(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      if (!Var || !Var->hasLocalStorage() || Var->getType()->isReferenceType())
        return false;
      // Not of a function around it, if it is a lambda.
      for (const DeclContext *In = Var->getDeclContext(); In;
           In = In->getParent())
        if (In->Equals(&Function))
          return true;
      return false;
    }
    if (const auto *Member = dyn_cast<MemberExpr>(&Core))
      return !Member->isArrow() && isa<FieldDecl>(Member->getMemberDecl()) &&
             isOwn(*Member->getBase());
    if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&Core))
      return Subscript->getBase()
                 ->IgnoreParenImpCasts()
                 ->getType()
                 ->isArrayType() &&
             isOwn(*Subscript->getBase());
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Core);
    return Call && Call->getOperator() == OO_Subscript &&
           isLibraryClass(Call->getArg(0)->getType()) &&
           meaningOf(Call->getArg(0)->getType()) != TypeMeaning::View &&
           isOwn(*Call->getArg(0));
  }

  bool isImpure(const Stmt &S) {
    if (isa<CXXNewExpr, CXXDeleteExpr, CXXThrowExpr, CoroutineSuspendExpr,
            CoreturnStmt, AsmStmt, GotoStmt, CXXTryStmt,
            CXXUnresolvedConstructExpr, UnresolvedLookupExpr,
            UnresolvedMemberExpr, CXXDependentScopeMemberExpr>(S))
      return true;
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return Binary->isAssignmentOp() && !isOwn(*Binary->getLHS());
    if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
      return Unary->isIncrementDecrementOp() && !isOwn(*Unary->getSubExpr());
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&S)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      return Var && !Var->hasLocalStorage() &&
             !Var->getType().isConstQualified();
    }
    if (const auto *Member = dyn_cast<MemberExpr>(&S)) {
      const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      return Field &&
             (Field->isMutable() || Field->getType().isVolatileQualified() ||
              meaningOf(Field->getType()) == TypeMeaning::Atomic);
    }
    if (const auto *Call = dyn_cast<CallExpr>(&S))
      return !isPureCall(*Call);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
      return !isLibraryClass(Construct->getType()) &&
             !isLibraryIterator(Construct->getType()) &&
             !Construct->getConstructor()->isTrivial() &&
             !Construct->getConstructor()->isDefaulted();
    return false;
  }

  bool isPureCall(const CallExpr &Call) {
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Callee || Callee->isNoReturn())
      return false;
    if (const auto Model = TU.models().match(Call);
        Model && !isComputing(Model->Effects))
      return false;
    // It calls a lambda of its own, the body of which is looked at, too.
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Method && Method->getParent()->isLambda())
      return true;
    if (TU.isUserCode(Callee->getLocation()))
      return Depth < MaxDepth && isPureBodyAt(*Callee, Depth + 1, TU);
    if (const unsigned Id = Callee->getBuiltinID();
        Id != 0 && (TU.context().BuiltinInfo.isPure(Id) ||
                    TU.context().BuiltinInfo.isConst(Id)))
      return true;
    if (Callee->hasAttr<PureAttr>() || Callee->hasAttr<ConstAttr>())
      return true;
    llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
    if (Method && Method->isInstance()) {
      const Expr *Object = nullptr;
      if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call)) {
        Object = Member->getImplicitObjectArgument();
      } else if (!Arguments.empty()) {
        Object = Arguments.front();
        Arguments = Arguments.drop_front();
      }
      if (!Object ||
          !(isLibraryClass(Object->getType()) ||
            isLibraryIterator(Object->getType())) ||
          Callee->getOverloadedOperator() == OO_Call ||
          !(Method->isConst() || isOwn(*Object) ||
            (Call.isLValue() && hasConstTwin(*Method))))
        return false;
    } else if (Method ||
               (!Callee->isInStdNamespace() && !Callee->isConstexpr() &&
                !isa<CXXOperatorCallExpr>(Call))) {
      return false;
    }
    return llvm::all_of(Arguments, [&](const Expr *Argument) {
      const QualType T = Argument->getType();
      if (T->isPointerType())
        return T->getPointeeType().isConstQualified();
      return isa<LambdaExpr>(spelled(*Argument)) || !Argument->isLValue() ||
             T.isConstQualified() || isOwn(*Argument);
    });
  }

public:
  static bool isPureBodyAt(const FunctionDecl &Function, unsigned Depth,
                           TranslationUnit &TU) {
    const FunctionDecl *Definition = nullptr;
    if (!Function.hasBody(Definition) || !Definition->getBody() ||
        Definition->isDependentContext() || Definition->isMain() ||
        Definition->isNoReturn())
      return false;
    const auto *Method = dyn_cast<CXXMethodDecl>(Definition);
    if (Method && !Method->getParent()->isLambda() &&
        ((Method->isInstance() && !Method->isConst()) || Method->isVirtual()))
      return false;
    return PureWalk(*Definition, Depth, TU).isPure();
  }

private:
  const FunctionDecl &Function;
  const unsigned Depth;
  TranslationUnit &TU;
};

} // namespace

bool isPureBody(const FunctionDecl &Function, TranslationUnit &TU) {
  return PureWalk::isPureBodyAt(Function, 0, TU);
}

const Loop *workOf(const FunctionDecl &Function, TranslationUnit &TU) {
  const FunctionDecl *Definition = nullptr;
  if (!Function.hasBody(Definition))
    return nullptr;
  for (const std::unique_ptr<Loop> &Each : TU.analysis(*Definition).loops())
    if (dataOf(*Each, TU))
      return Each.get();
  return nullptr;
}

} // namespace slowpath
