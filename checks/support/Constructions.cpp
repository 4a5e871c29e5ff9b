// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Constructions.h"
#include "checks/models/ConstantText.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace slowpath {
namespace {

using Kind = Construction::Kind;

std::optional<Kind> kindOf(const ModeledCall &Call) {
  const EffectSet &Does = Call.Effects;
  const bool Gives = Call.Model->HandleAt == ApiModel::Place::Result;
  if (Does.has(Effect::RegexCompile))
    return Kind::Regex;
  // `setlocale` and its like change what there is.
  if (Does.has(Effect::LocaleCreate))
    return Gives || Call.Model->Out ||
                   Call.Model->HandleAt == ApiModel::Place::This
               ? std::optional(Kind::Locale)
               : std::nullopt;
  if (!Gives)
    return std::nullopt;
  if (Does.has(Effect::RandomCreate))
    return Kind::Random;
  if (Does.has(Effect::StreamCreate))
    return Kind::Stream;
  return Does.has(Effect::AllocHeavy) ? std::optional(Kind::Other)
                                      : std::nullopt;
}

bool isText(QualType Type) {
  Type = Type.getNonReferenceType();
  return isString(Type) || meaningOf(Type) == TypeMeaning::View ||
         ((Type->isPointerType() || Type->isArrayType()) &&
          QualType(Type->getPointeeOrArrayElementType(), 0)
              ->isAnyCharacterType());
}

/// Is it written to by who is given it: `UErrorCode &status`, `&zone`?
bool isOutput(const Expr &Argument, const CallShape &Shape, unsigned Index) {
  const auto *Callee = dyn_cast<FunctionDecl>(Shape.Callee);
  const QualType Type = Callee && Index < Callee->getNumParams()
                            ? Callee->getParamDecl(Index)->getType()
                            : Argument.getType();
  return (Type->isPointerType() || Type->isLValueReferenceType()) &&
         !Type->getPointeeType().isConstQualified();
}

class Judge {
public:
  /// For the iterations of Loop, or for calls of the function if it is null.
  Judge(const Loop *Loop, const FunctionDecl &Function, TranslationUnit &Unit)
      : L(Loop), TU(Unit), Analysis(Unit.analysis(Function)) {}

  Ingredients of(const Expr &E) {
    if (++Steps > MaxSteps || E.isTypeDependent() || E.isValueDependent())
      return Ingredients::Differ;
    if (isa<CXXDefaultArgExpr>(E))
      return Ingredients::Constant;
    const Expr &Core = spelled(E);
    const auto IsLocal = [](const Stmt &S) {
      const auto *Ref = dyn_cast<DeclRefExpr>(&S);
      const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      return isa<CXXThisExpr>(S) || (Var && Var->hasLocalStorage());
    };
    if (!anyStmtOutsideLambdas(&Core, IsLocal) &&
        (knownText(Core, TU.models()).Complete ||
         Core.isEvaluatable(TU.context())))
      return Ingredients::Constant;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
      return ofReference(*Ref);
    if (const auto *Member = dyn_cast<MemberExpr>(&Core))
      return ofMember(*Member);
    if (const auto *New = dyn_cast<CXXNewExpr>(&Core))
      return New->getConstructExpr()
                 ? std::min(Ingredients::Invariant,
                            ofArguments(*New->getConstructExpr()))
                 : Ingredients::Differ;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core))
      return !isUserCode(*Construct->getConstructor()) ? ofArguments(*Construct)
                                                       : Ingredients::Differ;
    if (const auto *Call = dyn_cast<CallExpr>(&Core))
      return std::min(Ingredients::Invariant, ofCall(*Call));
    const auto *Unary = dyn_cast<UnaryOperator>(&Core);
    const auto *Binary = dyn_cast<BinaryOperator>(&Core);
    const bool Combines = (Unary && !Unary->isIncrementDecrementOp() &&
                           Unary->getOpcode() != UO_Deref) ||
                          (Binary && !Binary->isAssignmentOp()) ||
                          isa<ConditionalOperator, ExplicitCastExpr,
                              InitListExpr, ArraySubscriptExpr>(Core);
    return Combines ? ofChildren(Core) : Ingredients::Differ;
  }

private:
  static constexpr unsigned MaxSteps = 100;

  Ingredients ofChildren(const Stmt &S) {
    Ingredients Result = Ingredients::Constant;
    for (const Stmt *Child : S.children())
      if (const auto *Operand = dyn_cast_or_null<Expr>(Child))
        Result = std::min(Result, of(*Operand));
    return Result;
  }

  Ingredients ofArguments(const CXXConstructExpr &Construct) {
    Ingredients Result = Ingredients::Constant;
    for (const Expr *Argument : Construct.arguments())
      Result = std::min(Result, of(*Argument));
    return Result;
  }

  /// `QRegularExpression::escape(name)`, `prefix + name`, `name.toStdString()`:
  /// what a library computes from its arguments.
  Ingredients ofCall(const CallExpr &Call) {
    const std::optional<CallShape> Shape = shapeOf(Call);
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Shape || !Callee || isUserCode(*Callee))
      return Ingredients::Differ;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    Ingredients Result = Ingredients::Constant;
    if (Method && !Method->isStatic()) {
      if (!Method->isConst() || !Shape->Object)
        return Ingredients::Differ;
      Result = of(*Shape->Object);
    } else if (Shape->Args.empty()) {
      // `Locale::getGerman()`, but not `rand()`.
      const QualType Type = Callee->getReturnType();
      return Type->isReferenceType() &&
                     Type->getPointeeType().isConstQualified()
                 ? Ingredients::Invariant
                 : Ingredients::Differ;
    }
    for (const auto &[Index, Argument] : llvm::enumerate(Shape->Args))
      Result = isOutput(*Argument, *Shape, static_cast<unsigned>(Index))
                   ? Ingredients::Differ
                   : std::min(Result, of(*Argument));
    return Result;
  }

  Ingredients ofMember(const MemberExpr &Member) {
    if (const auto *Var = dyn_cast<VarDecl>(Member.getMemberDecl()))
      return Var->getType().isConstQualified() ? Ingredients::Constant
                                               : Ingredients::Differ;
    const auto *Method = dyn_cast<CXXMethodDecl>(&Analysis.function());
    return L && Method && Method->isConst() &&
                   isa<CXXThisExpr>(spelled(*Member.getBase()))
               ? Ingredients::Invariant
               : Ingredients::Differ;
  }

  Ingredients ofReference(const DeclRefExpr &Ref) {
    const auto *Var = dyn_cast<VarDecl>(Ref.getDecl());
    if (!Var)
      return isa<EnumConstantDecl, FunctionDecl>(Ref.getDecl())
                 ? Ingredients::Constant
                 : Ingredients::Differ;
    const QualType Type = Var->getType();
    const QualType Value = Type.getNonReferenceType();
    if (Value.isVolatileQualified())
      return Ingredients::Differ;
    const bool IsConst =
        Value.isConstQualified() ||
        (Value->isArrayType() &&
         TU.context().getBaseElementType(Value).isConstQualified());
    if (!Var->hasLocalStorage())
      return IsConst ? Ingredients::Constant : Ingredients::Differ;
    if (Type->isReferenceType() && !IsConst)
      return Ingredients::Differ;
    if (Type->isPointerType() && !isText(Type))
      return Ingredients::Differ;
    const bool IsOutside =
        L && !isDeclaredIn(*Var, *L->Statement, TU.context()) &&
        !(L->Body && isDeclaredIn(*Var, *L->Body, TU.context()));
    const bool IsFixed =
        IsConst || (IsOutside ? !Analysis.isModifiedIn(*Var, *L)
                              : Analysis.isOnlyRead(*Var));
    if (!IsFixed || (L && Var == L->Variable))
      return Ingredients::Differ;
    const Expr *Init = isa<ParmVarDecl>(Var) ? nullptr : Var->getInit();
    const Ingredients Inner = Init ? of(*Init) : Ingredients::Differ;
    // What is written elsewhere before is the same all the same.
    return IsOutside && (Inner == Ingredients::Differ || !IsConst)
               ? Ingredients::Invariant
               : Inner;
  }

  const Loop *L;
  TranslationUnit &TU;
  const FunctionAnalysis &Analysis;
  unsigned Steps = 0;
};

Ingredients samenessOf(const Construction &C, Judge &Judge) {
  Ingredients Result = Ingredients::Constant;
  bool HasText = false;
  for (const auto &[Index, Argument] : llvm::enumerate(C.Shape.Args)) {
    const bool IsText = isText(Argument->getType());
    HasText |= IsText;
    // What a function is given beside its text is often where to put it.
    if (C.IsObject || IsText ||
        (!isOutput(*Argument, C.Shape, static_cast<unsigned>(Index)) &&
         !C.Shape.Object))
      Result = std::min(Result, Judge.of(*Argument));
  }
  return C.IsObject || HasText || C.Shape.explicitArgs() != 0
             ? Result
             : Ingredients::Differ;
}

/// Does Function keep what it is given, by its name?
bool isSetter(const FunctionDecl &Function) {
  static const llvm::Regex Keeps(
      "^(set|add|append|insert|push|emplace|register|install|make_)",
      llvm::Regex::IgnoreCase);
  const IdentifierInfo *Id = Function.getIdentifier();
  return Id && Keeps.match(Id->getName());
}

/// Does Class go through matches: `std::sregex_iterator it(begin, end, re)`?
bool isIterator(const CXXRecordDecl &Class) {
  const IdentifierInfo &Category =
      Class.getASTContext().Idents.get("iterator_category");
  return !Class.lookup(&Category).empty();
}

ObjectUse useAsArgument(const CallExpr &Call, const Expr &Argument,
                        bool IsLocale) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee) {
    // In a template: `std::regex_match(text, re)`.
    const auto *Names =
        dyn_cast<UnresolvedLookupExpr>(Call.getCallee()->IgnoreParens());
    return Names && llvm::all_of(
                        Names->decls(),
                        [](const NamedDecl *D) { return !isUserCode(*D); })
               ? ObjectUse::SetUp
               : ObjectUse::Kept;
  }
  const std::optional<CallShape> Shape = shapeOf(Call);
  if (!Shape || isSetter(*Callee) || Callee->isOverloadedOperator())
    return ObjectUse::Kept;
  const auto *At = llvm::find(Shape->Args, &Argument);
  if (At == Shape->Args.end())
    return ObjectUse::Kept;
  const auto Index = static_cast<unsigned>(At - Shape->Args.begin());
  if (Index >= Callee->getNumParams())
    return ObjectUse::Kept;
  const QualType Type = Callee->getParamDecl(Index)->getType();
  if (!Type->isLValueReferenceType() ||
      !Type->getPointeeType().isConstQualified())
    return ObjectUse::Kept;
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  const bool IsTool = IsLocale || !Method || Method->isStatic() ||
                      Method->isConst() || isUserCode(*Method) ||
                      (Shape->Object && isValue(Shape->Object->getType()));
  return IsTool ? ObjectUse::Tool : ObjectUse::Kept;
}

/// `QString cap(int n)` beside `QString cap(int n) const`.
bool hasConstOverload(const CXXMethodDecl &Method) {
  return Method.getIdentifier() &&
         llvm::any_of(Method.getParent()->lookup(Method.getDeclName()),
                      [&](const NamedDecl *Each) {
                        const auto *Other = dyn_cast<CXXMethodDecl>(Each);
                        return Other && Other->isConst() &&
                               Other->getNumParams() == Method.getNumParams();
                      });
}

/// What the expression E, an object or its name, is used for.
ObjectUse useAt(const Expr &E, Kind What, TranslationUnit &TU) {
  const FunctionDecl *Around = TU.functionAround(E);
  if (!Around)
    return ObjectUse::Kept;
  const FunctionAnalysis &Analysis = TU.analysis(*Around);
  const Expr *Child = &E;
  for (const Stmt *Up = Analysis.parent(E); Up; Up = Analysis.parent(*Up)) {
    if (isa<LambdaExpr>(Up))
      return ObjectUse::Tool;
    if (const auto *Member = dyn_cast<MemberExpr>(Up)) {
      const auto *Call =
          dyn_cast_or_null<CXXMemberCallExpr>(Analysis.parent(*Member));
      const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
      if (!Method)
        return ObjectUse::Kept;
      if (Method->isConst() || hasConstOverload(*Method))
        return ObjectUse::Tool;
      //   rx.setMinimal(true);
      return Call->getNumArgs() != 0 &&
                     llvm::all_of(Call->arguments(),
                                  [&](const Expr *Argument) {
                                    return !Argument->isValueDependent() &&
                                           Argument->isEvaluatable(
                                               TU.context());
                                  })
                 ? ObjectUse::SetUp
                 : ObjectUse::Kept;
    }
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up)) {
      const auto *Method =
          dyn_cast_or_null<CXXMethodDecl>(Operator->getDirectCallee());
      //   device()
      const bool IsRun =
          What == Kind::Random && Operator->getOperator() == OO_Call;
      return Method && (Method->isConst() || IsRun) &&
                     Operator->getArg(0) == Child
                 ? ObjectUse::Tool
                 : ObjectUse::Kept;
    }
    if (const auto *Call = dyn_cast<CallExpr>(Up))
      return useAsArgument(*Call, *Child, What == Kind::Locale);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Up)) {
      // A copy for a lambda.
      if (isa_and_nonnull<LambdaExpr>(Analysis.parent(*Construct)))
        return ObjectUse::Tool;
      return isIterator(*Construct->getConstructor()->getParent()) &&
                     !isUserCode(*Construct->getConstructor())
                 ? ObjectUse::Tool
                 : ObjectUse::Kept;
    }
    if (!isa<ImplicitCastExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
             ParenExpr, CXXFunctionalCastExpr, ExprWithCleanups>(Up))
      return ObjectUse::Kept;
    Child = cast<Expr>(Up);
  }
  return ObjectUse::Kept;
}

/// Is the engine that E seeds returned, copied, or made to be kept by another
/// object?
bool isSeedForOthers(const Expr &E, const FunctionAnalysis &Analysis) {
  const VarDecl *Engine = initialised(E, Analysis);
  if (!Engine)
    for (const Stmt *Up = Analysis.parent(E); Up; Up = Analysis.parent(*Up)) {
      const auto *Call = dyn_cast<CallExpr>(Up);
      const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up);
      if (isa<CXXConstructExpr, ReturnStmt>(Up) ||
          (Call && !(Operator && Operator->getOperator() == OO_Call)))
        return true;
      if (!isa<Expr>(Up))
        return Analysis.parent(*Up) == nullptr;
    }
  return Engine &&
         llvm::any_of(
             usesOf(*Engine, Analysis.function()), [&](const DeclRefExpr *Use) {
               const Stmt *Up = Analysis.parent(*Use);
               while (isa_and_nonnull<ImplicitCastExpr>(Up))
                 Up = Analysis.parent(*Up);
               return Engine->getType()->isRecordType() &&
                      isa_and_nonnull<CXXConstructExpr, ReturnStmt>(Up);
             });
}

bool seedsForOthers(const Construction &C, const FunctionAnalysis &Analysis) {
  if (!C.Variable)
    return !Analysis.parent(*C.Made) || isSeedForOthers(*C.Made, Analysis);
  return llvm::any_of(
      usesOf(*C.Variable, Analysis.function()),
      [&](const DeclRefExpr *Use) { return isSeedForOthers(*Use, Analysis); });
}

} // namespace

bool makesExpensive(const ModeledCall &Call) {
  const std::optional<Kind> What = kindOf(Call);
  return What && *What != Kind::Stream;
}

std::optional<Construction> constructionAt(const Expr &E, TranslationUnit &TU) {
  if (!isa<CXXConstructExpr, CallExpr>(E))
    return std::nullopt;
  const std::optional<ModeledCall> Call = TU.models().match(E);
  if (!Call)
    return std::nullopt;
  const std::optional<Kind> What = kindOf(*Call);
  std::optional<CallShape> Shape = What ? shapeOf(E) : std::nullopt;
  if (!Shape || Shape->MakesClass)
    return std::nullopt;
  Construction Result;
  Result.Made = &E;
  Result.What = *What;
  Result.Shape = *Shape;
  Result.HasState = Call->Effects.has(Effect::RegexMatch);
  const auto *Construct = dyn_cast<CXXConstructExpr>(&E);
  Result.IsObject = Construct != nullptr;
  // Classes of the user are made from other things than their bases.
  if (Construct && isUserCode(*Construct->getConstructor()->getParent()))
    return std::nullopt;
  if (*What == Kind::Random && Shape->explicitArgs() != 0)
    return std::nullopt;
  const FunctionDecl *Function = TU.functionAround(E);
  if (!Function)
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const VarDecl *Variable = initialised(E, Analysis);
  if (!Variable || !Variable->hasInit() || !Construct ||
      &spelled(*Variable->getInit()) != &spelled(E) ||
      !TU.context().hasSameUnqualifiedType(Variable->getType(), E.getType()))
    return Result;
  const Stmt *Up = &E;
  while (isa<Expr>(Up))
    Up = Analysis.parent(*Up);
  Result.Variable = Variable;
  Result.Declaration = cast<DeclStmt>(Up);
  return Result;
}

const Expr *textArgument(const CallShape &Shape) {
  const auto *Found = llvm::find_if(Shape.Args, [](const Expr *Argument) {
    return !isa<CXXDefaultArgExpr>(Argument) && isText(Argument->getType());
  });
  return Found == Shape.Args.end() ? nullptr : *Found;
}

ObjectUse useOf(const Construction &C, TranslationUnit &TU) {
  const FunctionDecl &Function = *TU.functionAround(*C.Made);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  if (!C.IsObject) {
    const Stmt *Up = Analysis.parent(*C.Made);
    while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, ExprWithCleanups,
                           MaterializeTemporaryExpr, CXXBindTemporaryExpr>(Up))
      Up = Analysis.parent(*Up);
    return isa_and_nonnull<ReturnStmt, CXXConstructExpr>(Up) ? ObjectUse::Kept
                                                             : ObjectUse::Tool;
  }
  if (C.Variable && !C.Variable->hasLocalStorage())
    return ObjectUse::Kept;
  if (C.What == Kind::Random && seedsForOthers(C, Analysis))
    return ObjectUse::Kept;
  if (!C.Variable)
    return useAt(*C.Made, C.What, TU);
  ObjectUse Result = ObjectUse::Tool;
  const auto Uses = usesOf(*C.Variable, Function);
  for (const DeclRefExpr *Use : Uses)
    Result = std::min(Result, useAt(*Use, C.What, TU));
  return Uses.empty() ? ObjectUse::Kept : Result;
}

Ingredients ingredientsIn(const Construction &C, const Loop &L,
                          TranslationUnit &TU) {
  Judge Judge(&L, *TU.functionAround(*L.Statement), TU);
  return samenessOf(C, Judge);
}

Ingredients ingredientsOfCalls(const Construction &C, TranslationUnit &TU) {
  Judge Judge(nullptr, *TU.functionAround(*C.Made), TU);
  return samenessOf(C, Judge);
}

} // namespace slowpath
