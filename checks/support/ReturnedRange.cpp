// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ReturnedRange.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Aliasing.h"
#include "checks/support/EraseLoop.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

const VarDecl *variableOf(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

const Stmt *single(const Stmt *S) {
  const auto *Block = dyn_cast_or_null<CompoundStmt>(S);
  if (!Block)
    return S;
  return Block->size() == 1 ? Block->body_front() : nullptr;
}

/// Can only code of this unit call Function?
bool isOwnOfUnit(const FunctionDecl &Function, TranslationUnit &TU) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  const bool IsPrivate =
      Method && !Method->isVirtual() && Method->getAccess() == AS_private;
  return (IsPrivate || Function.getFormalLinkage() == Linkage::Internal) &&
         !Function.isDependentContext() && !TU.isHandedOver(Function);
}

/// `result.push_back(row.name)` of a text that is there already, else null.
const Expr *copiedBy(const Stmt *S, const VarDecl &Sequence,
                     TranslationUnit &TU) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  const auto *Call = E ? dyn_cast<CallExpr>(&spelled(*E)) : nullptr;
  const auto Model = Call ? TU.models().match(*Call) : std::nullopt;
  const Expr *Object = Call ? calledOn(*Call) : nullptr;
  if (!Model || !Object || !Model->Effects.has(Effect::SequenceAppend) ||
      variableOf(*Object) != &Sequence)
    return nullptr;
  const Expr *Element = Call->getArg(Call->getNumArgs() - 1);
  if (Call->getNumArgs() != (isa<CXXOperatorCallExpr>(Call) ? 2u : 1u))
    return nullptr;
  const Expr &Core = spelled(*Element);
  return isString(Core.getType()) && Core.isLValue() &&
                 isa<DeclRefExpr, MemberExpr>(Core)
             ? &Core
             : nullptr;
}

/// Fills in what the loop copies. Returns false if it does anything else.
bool readFill(ReturnedRange &Result, TranslationUnit &TU) {
  const Stmt *Body = single(Result.Fill->getBody());
  if (const auto *If = dyn_cast_or_null<IfStmt>(Body)) {
    if (If->getElse() || If->getInit() || If->getConditionVariable())
      return false;
    Result.Condition = If->getCond();
    Body = single(If->getThen());
  }
  const VarDecl *Each = Result.Fill->getLoopVariable();
  Result.Element = copiedBy(Body, *Result.Sequence, TU);
  // What the loop variable refers to must be there later, too.
  if (!Result.Element || !Each || !Each->getIdentifier() ||
      !Each->getType()->isReferenceType() ||
      rootVariable(*Result.Element) != Each)
    return false;
  if (!Result.Condition)
    return true;
  // It depends on the element and on what the function is given.
  return isEffectless(*Result.Condition) &&
         !anyStmt(*Result.Condition, [&](const Stmt &S) {
           if (isa<CXXThisExpr>(S))
             return true;
           const auto *Ref = dyn_cast<DeclRefExpr>(&S);
           const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
           return Var && Var != Each && !isa<ParmVarDecl>(Var);
         });
}

/// `Strings names; names.reserve(…); for (…) …; return names;`
bool readBody(ReturnedRange &Result, TranslationUnit &TU) {
  const auto *Body = dyn_cast<CompoundStmt>(Result.Function->getBody());
  if (!Body || Body->size() < 3)
    return false;
  const auto *Declaration = dyn_cast<DeclStmt>(Body->body_front());
  const auto *Return = dyn_cast<ReturnStmt>(Body->body_back());
  Result.Sequence = Declaration && Declaration->isSingleDecl()
                        ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                        : nullptr;
  if (!Result.Sequence || !Return || !Return->getRetValue() ||
      !isSequence(Result.Sequence->getType()) ||
      !Result.Function->getASTContext().hasSameUnqualifiedType(
          Result.Sequence->getType(), Result.Function->getReturnType()))
    return false;
  const Expr *Returned = &spelled(*Return->getRetValue());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Returned);
      Construct && Construct->getNumArgs() == 1)
    Returned = Construct->getArg(0);
  if (variableOf(*Returned) != Result.Sequence)
    return false;
  for (const Stmt *Each : llvm::make_range(std::next(Body->body_begin()),
                                           std::prev(Body->body_end()))) {
    if (const auto *Loop = dyn_cast<CXXForRangeStmt>(Each);
        Loop && !Result.Fill) {
      Result.Fill = Loop;
      continue;
    }
    const auto *Call = dyn_cast<CallExpr>(Each);
    const auto Model = Call ? TU.models().match(*Call) : std::nullopt;
    if (!Model || !Model->Effects.has(Effect::SequenceReserve))
      return false;
  }
  return Result.Fill && Result.Fill->getRangeInit() &&
         isEmptyAt(*Result.Sequence, *Result.Fill,
                   TU.analysis(*Result.Function), TU.context()) &&
         readFill(Result, TU);
}

/// The loop over the value of Call, or over the only mention of the variable
/// that holds it.
const CXXForRangeStmt *walkOver(const Expr &Call,
                                const FunctionAnalysis &Analysis) {
  const Expr *Mention = &Call;
  // Not the one that a range-for makes.
  if (const VarDecl *Kept = holderOf(Call, Analysis);
      Kept && !Kept->isImplicit()) {
    const auto Uses = usesOf(*Kept, Analysis.function());
    if (Uses.size() != 1 || !isAutomaticObject(*Kept))
      return nullptr;
    Mention = Uses.front();
  }
  for (const Stmt *Up = Mention; Up; Up = Analysis.parent(*Up))
    if (const auto *Walk = dyn_cast<CXXForRangeStmt>(Up))
      return Walk->getRangeInit() &&
                     &spelled(*Walk->getRangeInit()) == &spelled(*Mention)
                 ? Walk
                 : nullptr;
  return nullptr;
}

/// Does Walk leave alone what the function goes through, and what it is given?
bool leavesAlone(const CXXForRangeStmt &Walk, const CallExpr &Call,
                 const ReturnedRange &Range, TranslationUnit &TU) {
  const FunctionDecl *Caller = TU.functionAround(Walk);
  if (!Caller)
    return false;
  FunctionAnalysis &Analysis = TU.analysis(*Caller);
  const auto Found = llvm::find_if(
      Analysis.loops(), [&](const auto &L) { return L->Statement == &Walk; });
  if (Found == Analysis.loops().end() || !(*Found)->isDataLoop())
    return false;
  const VarDecl *Each = Walk.getLoopVariable();
  if (!Each || Analysis.isModifiedIn(*Each, *Walk.getBody()))
    return false;
  const Expr *Source = &spelled(*Range.Fill->getRangeInit());
  const VarDecl *Root = rootVariable(*Source);
  const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Root);
  // Of the argument, or of the object.
  if (Parameter) {
    // What is passed by value is gone when the function has returned.
    if (Parameter->getFunctionScopeIndex() >= Call.getNumArgs() ||
        !Parameter->getType()->isReferenceType())
      return false;
    Root = rootVariable(*Call.getArg(Parameter->getFunctionScopeIndex()));
    if (!Root && !isa<MemberExpr>(
                     spelled(*Call.getArg(Parameter->getFunctionScopeIndex()))))
      return false;
  } else if (Root) {
    return false;
  }
  for (const Expr *Argument : Call.arguments())
    if (const VarDecl *Var = rootVariable(*Argument);
        Var && (Var->hasGlobalStorage() ||
                Analysis.isModifiedIn(*Var, *Walk.getBody())))
      return false;
  return (Root && isOwnObject(*Root, Analysis) &&
          !mayHaveOtherNames(*Root, Walk, Analysis)) ||
         !mayChangeAlias(Source->getType(), *Walk.getBody(),
                         /*IsForeign=*/true);
}

} // namespace

std::optional<ReturnedRange> returnedRange(const FunctionDecl &Function,
                                           TranslationUnit &TU) {
  if (!Function.doesThisDeclarationHaveABody() || !isOwnOfUnit(Function, TU))
    return std::nullopt;
  ReturnedRange Result;
  Result.Function = &Function;
  const QualType Element = elementType(Function.getReturnType());
  if (Element.isNull() || !isString(Element) || !readBody(Result, TU))
    return std::nullopt;
  const llvm::ArrayRef<const Expr *> Calls = TU.callsOf(Function);
  for (const Expr *E : Calls) {
    const auto *Call = dyn_cast<CallExpr>(E);
    const FunctionDecl *Caller = TU.functionAround(*E);
    const CXXForRangeStmt *Walk =
        Call && Caller ? walkOver(*Call, TU.analysis(*Caller)) : nullptr;
    if (!Walk || !leavesAlone(*Walk, *Call, Result, TU))
      return std::nullopt;
    Result.Walks.push_back(Walk);
  }
  return Result.Walks.empty() ? std::nullopt : std::optional(Result);
}

Rewrite yieldInstead(const ReturnedRange &Range, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const auto TextOf = [&](const Expr &E) {
    return onOneLine(sourceText(E.getSourceRange(), Context));
  };
  const std::string Each = Range.Fill->getLoopVariable()->getNameAsString();
  const std::string Source = TextOf(*Range.Fill->getRangeInit());
  const std::string Element = TextOf(*Range.Element);
  Rewrite Fix;
  if (Context.getLangOpts().CPlusPlus20) {
    Fix.Title = "return a view";
    Fix.Code = "return " + Source;
    if (Range.Condition)
      Fix.Code += " | std::views::filter([=](const auto &" + Each +
                  ") { return " + TextOf(*Range.Condition) + "; })";
    if (Element != Each)
      Fix.Code += " | std::views::transform([](const auto &" + Each +
                  ") -> const auto & { return " + Element + "; })";
    Fix.Code += ";  // auto " + Range.Function->getNameAsString() + "(…)";
    return Fix;
  }
  Fix.Title = "call back with each";
  Fix.Code = "visit(" + Element +
             ");  // in place of the append, in template "
             "<typename Visit> void " +
             Range.Function->getNameAsString() + "(…, Visit visit)";
  return Fix;
}

} // namespace slowpath
