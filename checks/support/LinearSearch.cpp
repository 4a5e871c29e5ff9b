// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LinearSearch.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace slowpath {
namespace {

bool refersTo(const Stmt &S, const VarDecl &Var) {
  return anyStmt(S, [&](const Stmt &Each) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
    return Ref && Ref->getDecl() == &Var;
  });
}

/// `v` in `v.begin()`, `std::begin(v)` for Names begin and cbegin, else null.
const Expr *iterated(const Expr &Iterator,
                     std::initializer_list<llvm::StringRef> Names) {
  const Expr *Core = &spelled(Iterator);
  while (const auto *Construct = dyn_cast<CXXConstructExpr>(Core)) {
    if (Construct->getNumArgs() != 1)
      return nullptr;
    Core = &spelled(*Construct->getArg(0));
  }
  const auto *Call = dyn_cast<CallExpr>(Core);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() ||
      !llvm::is_contained(Names, Callee->getName()))
    return nullptr;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Call->getNumArgs() == 0 ? Member->getImplicitObjectArgument()
                                   : nullptr;
  return Call->getNumArgs() == 1 ? Call->getArg(0) : nullptr;
}

const Expr *beginOf(const Expr &E) {
  return iterated(E, {"begin", "cbegin", "constBegin"});
}
const Expr *endOf(const Expr &E) {
  return iterated(E, {"end", "cend", "constEnd"});
}

/// The operands of `a == b` (or `a != b` for Operator OO_ExclaimEqual),
/// builtin, overloaded or rewritten.
std::optional<std::pair<const Expr *, const Expr *>>
comparedBy(const Expr &E, OverloadedOperatorKind Operator) {
  const Expr &Core = *E.IgnoreParenImpCasts();
  const auto Sides = [](const Expr *A, const Expr *B) {
    return std::optional(std::pair(A, B));
  };
  const bool IsEqual = Operator == OO_EqualEqual;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Core))
    return Binary->getOpcode() == (IsEqual ? BO_EQ : BO_NE)
               ? Sides(Binary->getLHS(), Binary->getRHS())
               : std::nullopt;
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Core))
    return Call->getOperator() == Operator && Call->getNumArgs() == 2
               ? Sides(Call->getArg(0), Call->getArg(1))
               : std::nullopt;
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(&Core))
    return Rewritten->getOperator() == (IsEqual ? BO_EQ : BO_NE)
               ? Sides(Rewritten->getLHS(), Rewritten->getRHS())
               : std::nullopt;
  return std::nullopt;
}

/// Does Class name its values, as an enumeration does: `static Kind Public()`,
/// `static const Kind Public;`?
bool isEnumeration(const CXXRecordDecl &Class) {
  const ASTContext &Context = Class.getASTContext();
  const auto IsOwn = [&](QualType T) {
    return Context.hasSameUnqualifiedType(T,
                                          Context.getCanonicalTagType(&Class));
  };
  constexpr int Enough = 3;
  return llvm::count_if(Class.decls(), [&](const Decl *D) {
           const auto *Method = dyn_cast<CXXMethodDecl>(D);
           const auto *Var = dyn_cast<VarDecl>(D);
           return (Method && Method->isStatic() &&
                   Method->getNumParams() == 0 &&
                   IsOwn(Method->getReturnType())) ||
                  (Var && Var->getType().isConstQualified() &&
                   IsOwn(Var->getType()));
         }) >= Enough;
}

/// Are there few values of T, so that few keys tell elements apart?
bool hasFewValues(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  //   QChar
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (Class && Class->isCompleteDefinition() && !Class->isDependentType() &&
      (Class->getASTContext().getTypeSizeInChars(T).getQuantity() <= 2 ||
       isEnumeration(*Class)))
    return true;
  return T->isBooleanType() || T->isAnyCharacterType() || T->isEnumeralType() ||
         T->isNullPtrType();
}

/// Fills Part and Key from Condition, an equality or a conjunction with one,
/// where IsElement tells what depends on the element. Returns success.
template <typename P>
bool splitEquality(const Expr &Condition, P IsElement, LinearSearch &Result) {
  const Expr &Core = *Condition.IgnoreParenImpCasts();
  if (const auto *And = dyn_cast<BinaryOperator>(&Core);
      And && And->getOpcode() == BO_LAnd)
    return splitEquality(*And->getLHS(), IsElement, Result) ||
           splitEquality(*And->getRHS(), IsElement, Result);
  const auto Sides = comparedBy(Core, OO_EqualEqual);
  if (!Sides)
    return false;
  const auto [Left, Right] = *Sides;
  const bool OfLeft = IsElement(*Left);
  if (OfLeft == IsElement(*Right))
    return false;
  Result.Part = OfLeft ? Left : Right;
  Result.Key = OfLeft ? Right : Left;
  return !hasFewValues(spelled(*Result.Part).getType());
}

/// `[&](const Item &each) { return each.id == id; }` given for Predicate.
bool splitPredicate(const Expr &Predicate, LinearSearch &Result) {
  const Expr *Core = &spelled(Predicate);
  while (const auto *Construct = dyn_cast<CXXConstructExpr>(Core)) {
    if (Construct->getNumArgs() != 1)
      return false;
    Core = &spelled(*Construct->getArg(0));
  }
  const auto *Lambda = dyn_cast<LambdaExpr>(Core);
  const CXXMethodDecl *Operator = Lambda ? Lambda->getCallOperator() : nullptr;
  const auto *Body =
      Lambda ? dyn_cast_or_null<CompoundStmt>(Lambda->getBody()) : nullptr;
  if (!Operator || Operator->getNumParams() != 1 || !Body || Body->size() != 1)
    return false;
  const auto *Return = dyn_cast<ReturnStmt>(Body->body_front());
  if (!Return || !Return->getRetValue())
    return false;
  Result.Element = Operator->getParamDecl(0);
  return splitEquality(
      *Return->getRetValue(),
      [&](const Expr &E) { return refersTo(E, *Result.Element); }, Result);
}

/// `std::find(…) != v.end()` around the call as the expression of Search.
void widenToTest(LinearSearch &Search, const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(*Search.Expression);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr, CXXConstructExpr>(Up))
    Up = Analysis.parent(*Up);
  // The operands of a rewritten `!=` are below the call that it stands for.
  if (const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
      Call && Call->getOperator() == OO_EqualEqual)
    for (const Stmt *Outer = Analysis.parent(*Up); Outer;
         Outer = Analysis.parent(*Outer)) {
      if (isa<CXXRewrittenBinaryOperator>(Outer))
        Up = Outer;
      else if (!isa<UnaryOperator, ImplicitCastExpr, ParenExpr>(Outer))
        break;
    }
  const auto *Test = dyn_cast_or_null<Expr>(Up);
  if (!Test)
    return;
  for (const OverloadedOperatorKind Operator : {OO_EqualEqual, OO_ExclaimEqual})
    if (const auto Sides = comparedBy(*Test, Operator))
      for (const Expr *Side : {Sides->first, Sides->second})
        if (const Expr *Of = endOf(*Side);
            Of && isSameObject(*Of, *Search.Sequence)) {
          Search.What = LinearSearch::Kind::Test;
          Search.Expression = Test;
          Search.IsNegated = Operator == OO_EqualEqual;
          return;
        }
}

/// Does S do nothing but leave the loop: `break;`, `return …;`, or set
/// variables first?
bool leavesLoop(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    S = Block->body_empty() ? nullptr : Block->body_back();
  return S && isa<BreakStmt, ReturnStmt>(S);
}

const Stmt *onlyStatement(const Stmt *S) {
  while (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    S = Block->size() == 1 ? Block->body_front() : nullptr;
  return S;
}

} // namespace

std::optional<LinearSearch> searchBy(const CallExpr &Call,
                                     TranslationUnit &TU) {
  const auto Model = TU.models().match(Call);
  if (!Model || !Model->Effects.has(Effect::SearchLinear))
    return std::nullopt;
  const FunctionDecl *Function = TU.functionAround(Call);
  if (!Function)
    return std::nullopt;
  LinearSearch Result;
  Result.Expression = &Call;
  Result.Begin = &Call;
  Result.Range = Call.getSourceRange();
  llvm::SmallVector<const Expr *, 4> Arguments(Call.arguments());
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  if (Member)
    // Without the cast to the base that declares the method.
    Arguments.insert(Arguments.begin(),
                     Member->getImplicitObjectArgument()->IgnoreImpCasts());
  else if (isa<CXXOperatorCallExpr>(Call))
    Arguments.erase(Arguments.begin());
  llvm::erase_if(Arguments,
                 [](const Expr *E) { return isa<CXXDefaultArgExpr>(E); });
  if (Arguments.size() == 3) {
    const Expr *Begin = beginOf(*Arguments[0]);
    const Expr *End = endOf(*Arguments[1]);
    if (!Begin || !End || !isSameObject(*Begin, *End))
      return std::nullopt;
    Arguments.erase(Arguments.begin());
    Arguments[0] = Begin;
  }
  if (Arguments.size() != 2 || !isSequence(Arguments[0]->getType()))
    return std::nullopt;
  Result.Sequence = Arguments[0];
  if (!Model->Effects.has(Effect::CallbackPerItem))
    Result.Key = Arguments[1];
  else if (!splitPredicate(*Arguments[1], Result))
    return std::nullopt;
  const QualType Value = Call.getType();
  if (Member && !Member->getMethodDecl()->isConst())
    Result.What = LinearSearch::Kind::Removal;
  else if (Value->isBooleanType())
    Result.What = LinearSearch::Kind::Test;
  else if (Value->isIntegerType() && !Member)
    Result.What = LinearSearch::Kind::Count;
  else
    widenToTest(Result, TU.analysis(*Function));
  return Result;
}

std::optional<LinearSearch> searchBy(const Stmt &LoopStatement,
                                     TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(LoopStatement);
  if (!Function)
    return std::nullopt;
  const auto *Range = dyn_cast<CXXForRangeStmt>(&LoopStatement);
  const auto *Counting = dyn_cast<ForStmt>(&LoopStatement);
  const auto *If =
      dyn_cast_or_null<IfStmt>(onlyStatement(Range      ? Range->getBody()
                                             : Counting ? Counting->getBody()
                                                        : nullptr));
  if (!If || If->getElse() || If->getInit() || If->getConditionVariable() ||
      !leavesLoop(If->getThen()))
    return std::nullopt;
  const auto &Loops = TU.analysis(*Function).loops();
  const auto *Found = llvm::find_if(
      Loops, [&](const auto &L) { return L->Statement == &LoopStatement; });
  if (Found == Loops.end())
    return std::nullopt;
  const Loop &L = **Found;
  const std::optional<LoopData> Data = dataOf(L, TU);
  if (!Data || Data->What != LoopData::Kind::Elements || !L.Variable ||
      !isSequence(Data->Source->getType()))
    return std::nullopt;
  LinearSearch Result;
  Result.Sequence = Data->Source;
  Result.Element = L.Variable;
  Result.Begin = Range ? static_cast<const Stmt *>(Range->getRangeInit())
                       : Counting->getInit();
  Result.Range =
      SourceRange(LoopStatement.getBeginLoc(),
                  Range ? Range->getRParenLoc() : Counting->getRParenLoc());
  if (!Result.Begin ||
      !splitEquality(
          *If->getCond(),
          [&](const Expr &E) { return refersTo(E, *L.Variable); }, Result))
    return std::nullopt;
  //   for (size_t i = 0; i < v.size(); ++i) if (i == chosen)
  if (L.Variable->getType()->isIntegerType() && Counting &&
      !mentions(*Result.Part, *Result.Sequence))
    return std::nullopt;
  return Result;
}

/// Are there few of what Name names, in addition to isFewByNature?
static bool isNameOfFew(llvm::StringRef Name) {
  static const llvm::Regex Few(
      "(actions|buttons|callbacks|columns|dialogs|dimensions|encodings|"
      "extensions|formats|handlers|headers|languages|listeners|menus|methods|"
      "modes|observers|pages|panels|roles|tabs|toolbars|types|views|widgets|"
      "windows)(list|vec|vector)?_?$",
      llvm::Regex::IgnoreCase);
  return Few.match(Name);
}

/// `QStringList() << "a" << "b"`. E may be null.
static bool isChainFromEmpty(const Expr *E) {
  bool HasElements = false;
  while (E) {
    E = &spelled(*E);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
      if (Construct->getNumArgs() != 1)
        return HasElements && Construct->getNumArgs() == 0;
      E = Construct->getArg(0);
      continue;
    }
    const auto *Chain = dyn_cast<CXXOperatorCallExpr>(E);
    HasElements |= Chain != nullptr;
    E = Chain && Chain->getOperator() == OO_LessLess ? Chain->getArg(0)
                                                     : nullptr;
  }
  return false;
}

bool mayBeLong(const Expr &Sequence, TranslationUnit &TU) {
  ASTContext &Context = TU.context();
  const Expr &Core = spelled(Sequence);
  if (hasFewValues(elementType(Core.getType())) || fixedSize(Core, Context) ||
      isFewByNature(Core, TU))
    return false;
  // A table: its elements are listed where it is declared.
  const auto IsListed = [&](const Expr *Init) {
    const std::optional<uint64_t> Count =
        Init ? fixedSize(*Init, Context) : std::nullopt;
    return (Count && *Count != 0) || isChainFromEmpty(Init);
  };
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    // What is constant as long as the program lives, it was written with.
    if (Var && Var->hasGlobalStorage() && Var->getType().isConstQualified())
      return false;
    return Var && !isNameOfFew(Var->getName()) &&
           !IsListed(Var->getAnyInitializer());
  }
  if (const auto *Member = dyn_cast<MemberExpr>(&Core)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    return !Field || (!isNameOfFew(Field->getName()) &&
                      !IsListed(Field->getInClassInitializer()));
  }
  return true;
}

SequenceChanges changesTo(const Expr &Sequence, const Stmt &Scope,
                          TranslationUnit &TU) {
  SequenceChanges Result;
  const QualType Element = elementType(spelled(Sequence).getType());
  anyStmt(Scope, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    const auto *Method =
        Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee())
             : nullptr;
    if (!Method || Method->isConst() || Method->isStatic())
      return false;
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
    const Expr *Object =
        Member ? Member->getImplicitObjectArgument() : Call->getArg(0);
    if (!isSameObject(*Object, Sequence))
      return false;
    const auto Model = TU.models().match(*Call);
    const EffectSet Does = Model ? Model->Effects : EffectSet();
    // What returns a place in the sequence is no change by itself, but what
    // returns the sequence (`result << word`) is.
    const QualType Value = Call->getType();
    const bool IsAccess = !Value->isVoidType() && !Value->isBooleanType() &&
                          !Value->isIntegerType() &&
                          !(Value->getAsCXXRecordDecl() && isSequence(Value) &&
                            Call->isLValue() &&
                            Value->getAsCXXRecordDecl() == Method->getParent());
    const bool TakesElement =
        llvm::any_of(Method->parameters(), [&](const ParmVarDecl *Parameter) {
          return !Element.isNull() &&
                 TU.context().hasSameUnqualifiedType(
                     Parameter->getType().getNonReferenceType(), Element);
        });
    if (Does.hasAny({Effect::SequenceAppend, Effect::SequenceInsert,
                     Effect::SequenceInsertFront}))
      Result.Append = Call;
    else if (Does.hasAny({Effect::SequenceErase, Effect::SequenceEraseFront}))
      Result.Erase = Call;
    else if (Does.hasAny({Effect::SearchLinear, Effect::SequenceReserve}))
      return false;
    else if (Does.has(Effect::SequenceShrink) || !IsAccess)
      (TakesElement ? Result.Append : Result.Other) = Call;
    return false;
  });
  return Result;
}

} // namespace slowpath
