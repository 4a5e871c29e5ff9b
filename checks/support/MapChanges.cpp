// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/MapChanges.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Enclosing.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The member of `this` that E is, lies in, or is reached through.
const ValueDecl *memberOfThis(const Expr &E) {
  const Expr *Core = &spelled(E);
  while (true) {
    if (const auto *Member = dyn_cast<MemberExpr>(Core)) {
      if (isa<CXXThisExpr>(spelled(*Member->getBase())))
        return Member->getMemberDecl();
      Core = &spelled(*Member->getBase());
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Core)) {
      if (isa<CXXThisExpr>(spelled(*Call->getImplicitObjectArgument())))
        return Call->getMethodDecl();
      Core = &spelled(*Call->getImplicitObjectArgument());
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Core);
               Operator && Operator->getNumArgs() != 0) {
      Core = &spelled(*Operator->getArg(0));
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(Core)) {
      Core = &spelled(*Unary->getSubExpr());
    } else {
      return nullptr;
    }
  }
}

bool isMutableReference(QualType Parameter) {
  const QualType Pointee = Parameter->getPointeeType();
  return !Pointee.isNull() && !Pointee.isConstQualified() &&
         !Pointee->isFunctionType();
}

/// x of `x`, `&x`, `std::move(x)`
const Expr &passed(const Expr &E) {
  const Expr &Core = spelled(E);
  if (const auto *Address = dyn_cast<UnaryOperator>(&Core);
      Address && Address->getOpcode() == UO_AddrOf)
    return spelled(*Address->getSubExpr());
  if (const auto *Call = dyn_cast<CallExpr>(&Core);
      Call && Call->getNumArgs() == 1 &&
      (Call->getBuiltinCallee() == Builtin::BImove ||
       Call->getBuiltinCallee() == Builtin::BIforward))
    return spelled(*Call->getArg(0));
  return Core;
}

} // namespace

MapChanges::MapChanges(const Lookup &First, llvm::ArrayRef<Lookup> Same,
                       TranslationUnit &TU)
    : First(First), Same(Same), TU(TU),
      Analysis(TU.analysis(*TU.functionAround(*First.Call))) {
  // What is behind a pointer can have other names, whoever holds the pointer.
  if (!First.Map->getType()->isPointerType())
    Map = ownerOf(*First.Map);
  Key = ownerOf(*First.Key);
  for (const Expr *Each : {First.Map, First.Key})
    if (const ValueDecl *Member = memberOfThis(*Each))
      Members.push_back(Member);
  anyStmt(*Analysis.function().getBody(), [&](const Stmt &S) {
    if (const Change How = of(S); How != Change::None)
      Changes.push_back({&S, How});
    return false;
  });
}

MapChanges::Owner MapChanges::ownerOf(const Expr &E) const {
  const Expr &Core = spelled(E);
  if (Core.isValueDependent())
    return Owner::Foreign;
  if (Core.isEvaluatable(TU.context()) || isa<StringLiteral>(Core))
    return Owner::Private;
  // What variables of this function hold themselves.
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return Member->isArrow() ? Owner::Foreign : ownerOf(*Member->getBase());
  const auto *Ref = dyn_cast<DeclRefExpr>(&Core);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || Var->getType()->isReferenceType() || !Var->hasLocalStorage() ||
      Var->getType().isVolatileQualified() ||
      cast<Decl>(Var->getDeclContext())->getCanonicalDecl() !=
          Analysis.function().getCanonicalDecl())
    return Owner::Foreign;
  Owner Result = Owner::Private;
  for (const DeclRefExpr *Use : usesOf(*Var, Analysis.function())) {
    if (isInside<LambdaExpr>(*Use, Analysis))
      return Owner::Foreign;
    const Stmt *Up = Analysis.parent(*Use);
    while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, MemberExpr>(Up) &&
           !isa_and_nonnull<CXXMemberCallExpr>(Analysis.parent(*Up))) {
      // The value is read.
      if (const auto *Cast = dyn_cast<ImplicitCastExpr>(Up);
          Cast && (Cast->getCastKind() == CK_LValueToRValue ||
                   Cast->getType().isConstQualified()))
        break;
      Up = Analysis.parent(*Up);
    }
    if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Up);
        Unary && Unary->getOpcode() == UO_AddrOf)
      return Owner::Foreign;
    if (isa_and_nonnull<ImplicitCastExpr, CXXMemberCallExpr, MemberExpr,
                        CompoundStmt, ReturnStmt, CXXOperatorCallExpr,
                        BinaryOperator, UnaryOperator>(Up))
      continue;
    if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Up);
        Construct && !Construct->getConstructor()
                          ->getParamDecl(0)
                          ->getType()
                          ->isPointerType())
      continue;
    const auto *Call = dyn_cast_or_null<CallExpr>(Up);
    if (!Call)
      return Owner::Foreign;
    Result = Owner::Local;
  }
  return Result;
}

/// Is Place the map, the key, or what either is reached through?
bool MapChanges::isPart(const Expr &Place) const {
  return mentions(*First.Map, Place) || mentions(*First.Key, Place);
}

/// Of a write to Place, or to what it points to (IsElement).
Change MapChanges::writing(const Expr &Place, bool IsPointee) const {
  const Expr &Core = spelled(Place);
  if (isa<CXXThisExpr>(Core))
    return Change::None;
  if (IsPointee) {
    // Writing to *p changes a key that is in it, not one that is p.
    const auto IsReached = [&](const Expr &Whole) {
      return !isSameObject(Whole, Core) && mentions(Whole, Core);
    };
    if (isSameObject(*First.Map, Core) || IsReached(*First.Map) ||
        IsReached(*First.Key))
      return Change::Certain;
  } else if (isPart(Core)) {
    return Change::Certain;
  }
  const VarDecl *Root = rootVariable(Core);
  const bool IsOwn = Root && Root->hasLocalStorage() &&
                     !Root->getType()->isReferenceType() &&
                     !Root->getType()->isPointerType();
  const bool IsOfSame = llvm::any_of(Same, [&](const Lookup &Each) {
    return anyStmt(Core, [&](const Stmt &S) { return &S == Each.Call; });
  });
  // Another object, which may be the same under another name.
  const QualType Type = Core.getType().getNonReferenceType().getCanonicalType();
  const auto MayBe = [&](Owner Who, const Expr &What) {
    return Who == Owner::Foreign &&
           (Type->isRecordType() ||
            Type.getUnqualifiedType() == What.getType()
                                             .getNonReferenceType()
                                             .getCanonicalType()
                                             .getUnqualifiedType());
  };
  if (IsOwn ||
      !(MayBe(Key, *First.Key) || (!IsOfSame && MayBe(Map, *First.Map))))
    return Change::None;
  return Change::Unlikely;
}

bool MapChanges::mayTouch(const FunctionDecl &Callee, unsigned Depth) const {
  const FunctionDecl *Definition = nullptr;
  if (!Callee.hasBody(Definition) || Depth == 0)
    return true;
  return anyStmt(*Definition->getBody(), [&](const Stmt &S) {
    if (const auto *Member = dyn_cast<MemberExpr>(&S);
        Member && llvm::is_contained(Members, Member->getMemberDecl()))
      return true;
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    return Call && Call->getMethodDecl() && !Call->getMethodDecl()->isConst() &&
           isa<CXXThisExpr>(spelled(*Call->getImplicitObjectArgument())) &&
           mayTouch(*Call->getMethodDecl(), Depth - 1);
  });
}

Change MapChanges::ofUserCall(const FunctionDecl *Callee, bool IsOnThis,
                              bool IsConst) const {
  if (Map != Owner::Foreign)
    return Key == Owner::Foreign && !IsConst ? Change::Unlikely : Change::None;
  if (!Callee)
    return Change::Possible;
  if (Callee->getCanonicalDecl() == Analysis.function().getCanonicalDecl())
    return Change::Certain;
  if (IsOnThis && !Members.empty() && !IsConst)
    return mayTouch(*Callee, 3) ? Change::Certain : Change::Unlikely;
  // `name()` and the like only tell something.
  if (IsConst && Callee->getNumParams() == 0)
    return Change::Unlikely;
  return Change::Possible;
}

Change MapChanges::ofArguments(const FunctionDecl &Callee,
                               llvm::ArrayRef<const Expr *> Arguments) const {
  Change Result = Change::None;
  for (unsigned I = 0; I < Arguments.size(); ++I) {
    const QualType Type = I < Callee.getNumParams()
                              ? Callee.getParamDecl(I)->getType()
                              : Arguments[I]->getType();
    if (!isMutableReference(Type))
      continue;
    // `std::make_pair(key, value)`, `log("…", key)` forward what they get.
    if (isForwarding(Callee, I)) {
      if (isUserCode(Callee) && isPart(spelled(*Arguments[I])))
        Result = std::max(Result, Change::Unlikely);
      continue;
    }
    const Expr &Given = passed(*Arguments[I]);
    if (isa<CXXThisExpr>(Given)) {
      if (!Members.empty() && isUserCode(Callee))
        Result = std::max(Result, Change::Certain);
      continue;
    }
    const bool IsAddress = isa<UnaryOperator>(spelled(*Arguments[I]));
    Result =
        std::max(Result, writing(Given, Type->isPointerType() && !IsAddress));
  }
  return Result;
}

Change MapChanges::ofLambda(const CXXRecordDecl &Class) const {
  Change Result = Change::None;
  const CXXMethodDecl *Operator = Class.getLambdaCallOperator();
  if (!Operator || !Operator->getBody())
    return Change::Possible;
  anyStmt(*Operator->getBody(), [&](const Stmt &S) {
    // One that calls itself, or another one around it.
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
    const bool IsLambda = Call && Call->getOperator() == OO_Call;
    Result = std::max(Result, IsLambda ? Change::Possible : of(S));
    return false;
  });
  return Result;
}

Change MapChanges::ofCall(const CallExpr &Call) const {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (const std::optional<ModeledCall> Model = TU.models().match(Call);
      Model &&
      Model->Effects.hasAny({Effect::SyncLock, Effect::TaskWait, Effect::Sleep,
                             Effect::SemAcquire, Effect::EventLoop}))
    return Change::Certain;
  if (!Callee)
    return Call.isTypeDependent() ? Change::Possible
                                  : ofUserCall(nullptr, false, false);
  llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  const Expr *Object = calledOn(Call);
  if (Object && isa<CXXOperatorCallExpr>(Call))
    Arguments = Arguments.drop_front();
  // The lookups themselves.
  const auto *Own = llvm::find_if(
      Same, [&](const Lookup &Each) { return Each.Call == &Call; });
  if (Own != Same.end())
    return Own->What == Lookup::Kind::Erase ? Change::Certain : Change::None;

  Change Result = ofArguments(*Callee, Arguments);
  const bool IsLibrary = !isUserCode(*Callee);
  const bool IsConst =
      !Object || (Method && (Method->isConst() || hasConstTwin(*Method)));
  if (Object && !IsConst) {
    const QualType Type = Object->getType();
    if (meaningOf(Type) == TypeMeaning::Lock)
      return Change::Certain;
    // A user's `cursor->next()` changes what it points to.
    Result = std::max(Result, writing(*Object, Type->isPointerType()));
  } else if (Object && !Method->isConst()) {
    // `m[other]` makes an element, although there is a const `[]`; and Qt's
    // `m.begin()` copies what is shared.
    const bool IsSame = isSameValue(*Object, *First.Map);
    if (const std::optional<Lookup> Other = lookupAt(Call, TU);
        Other && Other->What != Lookup::Kind::Test &&
        Other->What != Lookup::Kind::Find && Other->What != Lookup::Kind::Get)
      Result =
          std::max(Result, IsSame ? Change::Certain : writing(*Object, false));
    else if (IsSame && hasValueIterators(*classOf(First)))
      Result = std::max(Result, Change::Unlikely);
  }
  if (Method && Method->getParent()->isLambda())
    return std::max(Result, ofLambda(*Method->getParent()));
  // That a callable does not change says nothing about what it calls.
  const bool IsCallable = Callee->getOverloadedOperator() == OO_Call;
  if (!IsLibrary || IsCallable)
    Result = std::max(
        Result, ofUserCall(Callee, Object && isa<CXXThisExpr>(spelled(*Object)),
                           Object && IsConst && !IsCallable));
  return Result;
}

Change MapChanges::of(const Stmt &S) const {
  if (isa<CoroutineSuspendExpr, AsmStmt>(S))
    return Change::Certain;
  if (isa<CXXDeleteExpr>(S))
    return Map == Owner::Foreign ? Change::Possible : Change::None;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
    return Binary->isAssignmentOp()
               ? writing(*Binary->getLHS(), /*IsPointee=*/false)
               : Change::None;
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
    return Unary->isIncrementDecrementOp()
               ? writing(*Unary->getSubExpr(), /*IsPointee=*/false)
               : Change::None;
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return ofCall(*Call);
  // Whoever gets it may call it at once.
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
    return ofLambda(*Lambda->getLambdaClass());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S)) {
    const CXXConstructorDecl &Constructor = *Construct->getConstructor();
    const std::optional<ModeledCall> Model = TU.models().match(*Construct);
    if ((Model && Model->Effects.has(Effect::SyncLock)) ||
        meaningOf(Construct->getType()) == TypeMeaning::Lock)
      return Change::Certain;
    Change Result =
        ofArguments(Constructor, llvm::ArrayRef(Construct->getArgs(),
                                                Construct->getNumArgs()));
    if (Constructor.isUserProvided() && isUserCode(Constructor) &&
        !Constructor.isCopyOrMoveConstructor())
      Result = std::max(Result, ofUserCall(&Constructor, false, false));
    return Result;
  }
  return Change::None;
}

Change MapChanges::between(const Stmt &From, const Stmt &To) const {
  // What is evaluated with To in no certain order.
  const Stmt *Unordered = &To;
  while (const Stmt *Up = Analysis.parent(*Unordered)) {
    const auto *Binary = dyn_cast<BinaryOperator>(Up);
    if (!isa<Expr>(Up) || isa<AbstractConditionalOperator>(Up) ||
        (Binary && (Binary->isLogicalOp() || Binary->isCommaOp())))
      break;
    Unordered = Up;
  }
  Change Result = Change::None;
  for (const auto &[S, How] : Changes)
    if (How > Result && S != &To && S != &From &&
        ((Analysis.contains(*Unordered, *S) && !Analysis.contains(*S, To) &&
          !Analysis.contains(From, *S)) ||
         (Analysis.reachesAvoiding(From, *S, {}) &&
          Analysis.reachesAvoiding(*S, To, {&From}))))
      Result = How;
  return Result;
}

Change MapChanges::in(const Loop &L) const {
  Change Result = Change::None;
  for (const auto &[S, How] : Changes)
    if (Analysis.contains(*L.Statement, *S))
      Result = std::max(Result, How);
  return Result;
}

} // namespace slowpath
