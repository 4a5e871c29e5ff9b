// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Purity.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Is a value of T made, copied and destroyed without a trace?
bool isPlainValue(QualType T) {
  T = T.getNonReferenceType();
  const CXXRecordDecl *Class =
      T->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  return !Class || isValue(T) ||
         (Class->hasDefinition() && Class->hasTrivialDestructor() &&
          meaningOf(T) == TypeMeaning::Other);
}

/// Does T give away what is not const: a pointer or reference to it?
bool leadsToMutable(QualType T) {
  const QualType Pointee = T->getPointeeType();
  return !Pointee.isNull() && !Pointee.isConstQualified() &&
         !T->isRValueReferenceType();
}

const FunctionDecl *bodyOf(const FunctionDecl &Function) {
  const FunctionDecl *Definition = nullptr;
  return Function.hasBody(Definition) ? Definition : nullptr;
}

bool mayBeOverridden(const FunctionDecl &Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  return Method && Method->isVirtual() && !Method->hasAttr<FinalAttr>() &&
         !Method->getParent()->isEffectivelyFinal();
}

} // namespace

/// Walks over the body of one function.
class EffectWalk {
public:
  /// Within are the functions being looked at, the innermost last. OnlyIfPure:
  /// the walk ends where the function turns out not to be.
  EffectWalk(Purity &In, llvm::ArrayRef<const FunctionDecl *> Within,
             bool OnlyIfPure)
      : In(In), TU(In.TU), Bodies(Within.begin(), Within.end()),
        OnlyIfPure(OnlyIfPure) {}

  SideEffects of(const FunctionDecl &Definition) {
    Bodies.push_back(&Definition);
    const FunctionAnalysis &Analysis = TU.analysis(Definition);
    Found.IsLong |= llvm::any_of(Analysis.loops(), [](const auto &L) {
      return L->isDataLoop() && !followsLinks(*L);
    });
    if (Analysis.isWhole())
      visit(Definition.getBody());
    else
      foreign(*Definition.getBody());
    Bodies.pop_back();
    return std::move(Found);
  }

  /// The effects of Definition, called from the functions Within, if it is
  /// pure.
  static std::optional<SideEffects>
  ifPure(Purity &In, const FunctionDecl &Definition,
         llvm::ArrayRef<const FunctionDecl *> Within, size_t &Outermost) {
    if (const auto Known = In.Known.find(&Definition); Known != In.Known.end())
      return Known->second;
    EffectWalk Walk(In, Within, /*OnlyIfPure=*/true);
    std::optional<SideEffects> Effects = Walk.of(Definition);
    if (!Effects->writesOwnOnly() || Effects->ReadsGlobals)
      Effects = std::nullopt;
    else
      Effects->Writes.clear();
    // What was taken for granted of a caller must not be remembered.
    if (Walk.Outermost >= Within.size())
      In.Known[&Definition] = Effects;
    Outermost = std::min(Outermost, Walk.Outermost);
    return Effects;
  }

private:
  /// Calls of calls; more is not worth the time.
  static constexpr size_t MaxDepth = 6;

  void foreign(const Stmt &At) {
    Found.Writes.push_back({&At, nullptr});
    HasForeign = true;
  }

  /// `i`, `point.x`, `row[2]`, `text` in `text[2]`: the local object that E is
  /// or is a part of, or null.
  const VarDecl *ownRoot(const Expr &Target) const {
    const Expr &E = spelled(Target);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&E)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      // Not what a lambda captures.
      return Var && Var->hasLocalStorage() &&
                     !Var->getType()->isReferenceType() &&
                     Var->getDeclContext() == Bodies.back()
                 ? Var
                 : nullptr;
    }
    if (const auto *Member = dyn_cast<MemberExpr>(&E))
      return Member->isArrow() ? nullptr : ownRoot(*Member->getBase());
    if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&E)) {
      const Expr &Base = spelled(*Subscript->getBase());
      return Base.getType()->isArrayType() ? ownRoot(Base) : nullptr;
    }
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&E))
      return Call->getOperator() == OO_Subscript &&
                     isValue(Call->getArg(0)->getType()) &&
                     meaningOf(Call->getArg(0)->getType()) != TypeMeaning::View
                 ? ownRoot(*Call->getArg(0))
                 : nullptr;
    return nullptr;
  }

  void write(const Expr &Target, const Stmt &At) {
    if (const VarDecl *Own = ownRoot(Target))
      Found.Writes.push_back({&At, Own});
    else
      foreign(At);
  }

  void visitChildren(const Stmt &S) {
    for (const Stmt *Child : S.children())
      if (Child)
        visit(Child);
  }

  bool isDone() const {
    return OnlyIfPure && (Found.ReadsGlobals || HasForeign);
  }

  void visit(const Stmt *S) {
    if (isDone())
      return;
    if (isa<LambdaExpr, CXXNewExpr, CXXDeleteExpr, CoroutineBodyStmt,
            CoroutineSuspendExpr, CoreturnStmt, AsmStmt, StmtExpr, AtomicExpr,
            VAArgExpr, CXXTypeidExpr, GotoStmt>(S)) {
      foreign(*S);
      return;
    }
    if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(S))
      return;
    if (const auto *E = dyn_cast<Expr>(S);
        E && (E->getType().isVolatileQualified() || E->isTypeDependent())) {
      foreign(*S);
      return;
    }
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(S)) {
      // Its iterators write to nothing but themselves, and what is written
      // through the variable is seen in the body.
      for (const Stmt *Part :
           {Range->getInit(), static_cast<const Stmt *>(Range->getRangeInit()),
            static_cast<const Stmt *>(Range->getLoopVarStmt()),
            Range->getBody()})
        if (Part && Part != Range->getLoopVarStmt())
          visit(Part);
      if (!isPlainValue(Range->getLoopVariable()->getType()))
        foreign(*S);
      if (!isValue(Range->getRangeInit()->getType()) &&
          !Range->getRangeInit()->getType()->isArrayType())
        foreign(*S);
      return;
    }
    if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D))
          if (!isPlainValue(Var->getType()) ||
              (Var->isStaticLocal() && !Var->getType().isConstQualified()))
            foreign(*S);
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
      read(*Ref->getDecl());
    } else if (const auto *Member = dyn_cast<MemberExpr>(S)) {
      readMember(*Member);
    } else if (isa<CXXThisExpr>(S)) {
      Found.ReadsObject = true;
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(S)) {
      if (Unary->isIncrementDecrementOp())
        write(*Unary->getSubExpr(), *S);
      Found.ReadsReferred |= Unary->getOpcode() == UO_Deref;
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(S)) {
      if (Binary->isAssignmentOp())
        write(*Binary->getLHS(), *S);
    } else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(S)) {
      Found.ReadsReferred |=
          !spelled(*Subscript->getBase()).getType()->isArrayType();
    } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
      visitCall(*Call);
      return;
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(S)) {
      const CXXConstructorDecl &Constructor = *Construct->getConstructor();
      if (!isPlainValue(Construct->getType()) ||
          !(Constructor.isTrivial() || Constructor.isDefaulted() ||
            Constructor.isConstexpr() || isLibraryClass(Construct->getType())))
        foreign(*S);
    }
    visitChildren(*S);
  }

  void read(const ValueDecl &Decl) {
    const auto *Var = dyn_cast<VarDecl>(&Decl);
    if (!Var)
      return;
    if (Var->hasLocalStorage())
      Found.ReadsReferred |= Var->getType()->isReferenceType();
    else if (!Var->getType().isConstQualified() ||
             !isPlainValue(Var->getType()))
      Found.ReadsGlobals = true;
  }

  void readMember(const MemberExpr &Member) {
    if (const auto *Field = dyn_cast<FieldDecl>(Member.getMemberDecl())) {
      if (Field->isMutable())
        foreign(Member);
      if (Member.isArrow() && !isa<CXXThisExpr>(spelled(*Member.getBase())))
        Found.ReadsReferred = true;
      Found.ReadsReferred |= Field->getType()->isReferenceType();
    } else if (isa<VarDecl>(Member.getMemberDecl())) {
      read(*Member.getMemberDecl());
    }
  }

  /// Is what the reference E names only read: `grid[i][j]` of a grid that is
  /// not const?
  bool isOnlyRead(const Expr &E) const {
    const FunctionAnalysis &Analysis = TU.analysis(*Bodies.back());
    const Stmt *Child = &E;
    for (const Stmt *Up = Analysis.parent(E); Up;
         Child = Up, Up = Analysis.parent(*Up)) {
      if (const auto *Cast = dyn_cast<ImplicitCastExpr>(Up)) {
        if (Cast->getCastKind() == CK_LValueToRValue ||
            Cast->getType().isConstQualified())
          return true;
        continue;
      }
      const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up);
      const bool IsObject = Call && Call->getOperator() == OO_Subscript &&
                            Call->getArg(0) == Child &&
                            isReadBySubscript(Call->getArg(0)->getType());
      if (const auto *Member = dyn_cast<MemberExpr>(Up)) {
        const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
        if (Method)
          return Method->isConst();
        continue;
      }
      if (!IsObject && !isa<ParenExpr>(Up))
        return false;
    }
    return false;
  }

  /// Does `x[i]` of such a type insert nothing?
  static bool isReadBySubscript(QualType T) {
    switch (meaningOf(T)) {
    case TypeMeaning::ContiguousSequence:
    case TypeMeaning::DoubleEndedContiguous:
    case TypeMeaning::IndexedSequence:
    case TypeMeaning::String:
    case TypeMeaning::View:
      return true;
    default:
      return false;
    }
  }

  void visitCall(const CallExpr &Call) {
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Callee || mayBeOverridden(*Callee) || Callee->isVariadic()) {
      foreign(Call);
      return;
    }
    for (const Expr *Argument : Call.arguments())
      visit(Argument);
    llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
    const Expr *Object = nullptr;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (const auto *MemberCall = dyn_cast<CXXMemberCallExpr>(&Call)) {
      Object = MemberCall->getImplicitObjectArgument();
      visit(Object);
      const auto *Member = dyn_cast<MemberExpr>(&spelled(*Call.getCallee()));
      Found.ReadsReferred |=
          Member && Member->isArrow() && !isa<CXXThisExpr>(spelled(*Object));
    } else if (Method && isa<CXXOperatorCallExpr>(Call) &&
               Method->isInstance()) {
      Object = Arguments.front();
      Arguments = Arguments.drop_front();
    }
    if (Callee->isNoReturn() || isKnownPure(*Callee))
      return;
    if (TU.isUserCode(Callee->getLocation()) && !Callee->isImplicit() &&
        !Callee->isDefaulted()) {
      visitOwn(*Callee, Call);
      return;
    }
    if (Method && Object) {
      visitLibraryMethod(*Method, *Object, Call);
      return;
    }
    if (!isLibraryComputation(*Callee, Call)) {
      foreign(Call);
      return;
    }
    for (unsigned I = 0; I < Arguments.size(); ++I)
      if (I < Callee->getNumParams() &&
          leadsToMutable(Callee->getParamDecl(I)->getType()))
        write(*Arguments[I], Call);
  }

  void visitOwn(const FunctionDecl &Callee, const Expr &Call) {
    const FunctionDecl *Definition = bodyOf(Callee);
    if (!Definition) {
      foreign(Call);
      return;
    }
    if (const auto *Around = llvm::find(Bodies, Definition);
        Around != Bodies.end()) {
      Found.IsLong = true;
      Outermost =
          std::min(Outermost, static_cast<size_t>(Around - Bodies.begin()));
      return;
    }
    const std::optional<SideEffects> There =
        Bodies.size() < MaxDepth ? ifPure(In, *Definition, Bodies, Outermost)
                                 : std::nullopt;
    if (!There) {
      foreign(Call);
      return;
    }
    Found.ReadsReferred |= There->ReadsReferred;
    Found.IsLong |= There->IsLong;
  }

  void visitLibraryMethod(const CXXMethodDecl &Method, const Expr &Object,
                          const Expr &Call) {
    if (!isPlainValue(Object.getType())) {
      foreign(Call);
      return;
    }
    if (Method.isConst() || Method.isStatic())
      return;
    if (!ownRoot(Object) && isReadBySubscript(Object.getType()) &&
        Method.getReturnType()->isReferenceType() && isOnlyRead(Call)) {
      Found.ReadsReferred = true;
      return;
    }
    write(Object, Call);
  }

  /// The compiler knows, or the library says that it is.
  bool isKnownPure(const FunctionDecl &Callee) {
    if (Callee.hasAttr<PureAttr>()) {
      Found.ReadsReferred = true;
      return true;
    }
    if (Callee.hasAttr<ConstAttr>())
      return true;
    const unsigned Builtin = Callee.getBuiltinID();
    const Builtin::Context &Known = TU.context().BuiltinInfo;
    if (Builtin == 0)
      return false;
    Found.ReadsReferred |= Known.isPure(Builtin);
    return Known.isPure(Builtin) || Known.isConst(Builtin) ||
           Known.isConstWithoutErrnoAndExceptions(Builtin);
  }

  /// Does Callee, of a library, nothing but to compute a value, or to write to
  /// what it is handed?
  bool isLibraryComputation(const FunctionDecl &Callee,
                            const CallExpr &Call) const {
    const auto IsNumber = [](const ParmVarDecl *Parameter) {
      return Parameter->getType()->isArithmeticType();
    };
    if (Callee.isInStdNamespace() && Callee.getNumParams() > 0 &&
        !Callee.getReturnType()->isVoidType() &&
        llvm::all_of(Callee.parameters(), IsNumber))
      return true;
    const bool IsOperator =
        isa<CXXOperatorCallExpr>(Call) &&
        llvm::all_of(Call.arguments(), [](const Expr *Argument) {
          return isPlainValue(Argument->getType());
        });
    if (IsOperator)
      return true;
    if (!Callee.isInStdNamespace() || !Callee.isConstexpr())
      return false;
    return llvm::all_of(Call.arguments(), [&](const Expr *Argument) {
      // What an iterator leads to may be written, unless it is const.
      const QualType T = Argument->getType();
      const auto *Range = dyn_cast<CXXMemberCallExpr>(&spelled(*Argument));
      return T->isArithmeticType() || T->isEnumeralType() || isValue(T) ||
             isa<CXXStdInitializerListExpr, InitListExpr>(spelled(*Argument)) ||
             (T->isPointerType() && T->getPointeeType().isConstQualified()) ||
             (Range && Range->getMethodDecl() &&
              (Range->getMethodDecl()->isConst() ||
               ownRoot(*Range->getImplicitObjectArgument())));
    });
  }

  Purity &In;
  TranslationUnit &TU;
  SideEffects Found;
  bool HasForeign = false;
  llvm::SmallVector<const FunctionDecl *, 4> Bodies;
  const bool OnlyIfPure;
  /// The index in Bodies of the outermost function that is called again.
  size_t Outermost = ~size_t(0);
};

bool SideEffects::writesOwnOnly() const {
  return llvm::all_of(Writes, [](const Write &W) { return W.Own != nullptr; });
}

SideEffects Purity::effectsOf(const FunctionDecl &Function) {
  if (const FunctionDecl *Definition = bodyOf(Function))
    return EffectWalk(*this, {}, /*OnlyIfPure=*/false).of(*Definition);
  SideEffects Unknown;
  Unknown.Writes.push_back({});
  return Unknown;
}

std::optional<SideEffects> Purity::ifPure(const FunctionDecl &Function) {
  const FunctionDecl *Definition = bodyOf(Function);
  if (!Definition || mayBeOverridden(Function) || Function.isVariadic())
    return std::nullopt;
  size_t Outermost = 0;
  return EffectWalk::ifPure(*this, *Definition, {}, Outermost);
}

} // namespace slowpath
