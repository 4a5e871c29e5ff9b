// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/AtomicSum.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Hoist.h"
#include "checks/support/LoopData.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Purity.h"
#include "checks/support/QuickWork.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The atomic that S adds to without asking for the sum, or null.
const Expr *addedTo(const Stmt &S, const FunctionAnalysis &Analysis,
                    const ApiModels &Models) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const auto Model = Call ? Models.match(*Call) : std::nullopt;
  return Model && Model->Effects.has(Effect::SyncAtomicAdd) &&
                 isDiscarded(*Call, Analysis)
             ? Model->Handle
             : nullptr;
}

/// `long` of `std::atomic<long>`; of a class that is no template, what it is
/// converted to.
QualType valueOf(const Expr &Atomic) {
  QualType T = spelled(Atomic).getType().getNonReferenceType();
  //   total->fetch_add(item);
  if (T->isPointerType())
    T = T->getPointeeType();
  if (const auto *Written = T->getAs<TemplateSpecializationType>();
      Written && !Written->isTypeAlias() &&
      !Written->template_arguments().empty() &&
      Written->template_arguments()[0].getKind() == TemplateArgument::Type)
    return Written->template_arguments()[0].getAsType();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return {};
  for (const NamedDecl *D : Class->getVisibleConversionFunctions())
    if (const auto *Conversion = dyn_cast<CXXConversionDecl>(D))
      return Conversion->getConversionType().getCanonicalType();
  return {};
}

/// Does L, in one of its iterations, write to anything that is not a variable
/// of this function, or do what nobody can tell, except to add to atomics?
bool writesElsewhere(const Loop &L, const FunctionAnalysis &Analysis,
                     TranslationUnit &TU) {
  const SideEffects Effects = TU.purity().effectsOf(Analysis.function());
  return llvm::any_of(Effects.Writes, [&](const SideEffects::Write &W) {
    if (W.Own || !W.At || W.At == L.Statement ||
        !Analysis.contains(*L.Statement, *W.At))
      return !W.At;
    return !addedTo(*W.At, Analysis, TU.models());
  });
}

/// Does S, or a function of the project that it calls, read an atomic, or do
/// anything else with one than to add to it? MaxCalls deep.
bool asksAtomics(const Stmt &S, const FunctionAnalysis &Analysis,
                 TranslationUnit &TU, unsigned MaxCalls) {
  if (const auto *E = dyn_cast<Expr>(&S);
      E && &spelled(*E) == E && meaningOf(E->getType()) == TypeMeaning::Atomic)
    return true;
  const Expr *Object = addedTo(S, Analysis, TU.models());
  if (const auto *Call = dyn_cast<CallExpr>(&S); Call && !Object) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    const FunctionDecl *Body = nullptr;
    if (Callee && TU.isUserCode(Callee->getLocation()) &&
        Callee->hasBody(Body) &&
        (MaxCalls == 0 ||
         asksAtomics(*Body->getBody(), TU.analysis(*Body), TU, MaxCalls - 1)))
      return true;
  }
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    const auto *E = dyn_cast_or_null<Expr>(Child);
    if (!Child || (Object && E && &spelled(*E) == &spelled(*Object)))
      return false;
    // `hits.fetch_add` in front of the arguments.
    const auto *Callee = dyn_cast_or_null<MemberExpr>(E);
    if (Object && Callee && &spelled(*Callee->getBase()) == &spelled(*Object))
      return false;
    return asksAtomics(*Child, Analysis, TU, MaxCalls);
  });
}

/// `m_rowCount_` → `localRowCount`, `row_count` → `local_row_count`
std::string localName(llvm::StringRef Object) {
  llvm::StringRef Base =
      Object.drop_front(Object.find_last_of(".>:(* ") + 1).trim('_');
  Base.consume_front("m_");
  if (Base.empty() ||
      !llvm::all_of(Base, [](char C) { return llvm::isAlnum(C) || C == '_'; }))
    return "localSum";
  if (Base.contains('_'))
    return "local_" + Base.str();
  return "local" + std::string(1, llvm::toUpper(Base.front())) +
         Base.drop_front().str();
}

/// What one call adds; null for `++` and `--`.
const Expr *amountOf(const CallExpr &Add) {
  const unsigned Index = isa<CXXOperatorCallExpr>(Add) ? 1 : 0;
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Add);
  const bool IsStep = Operator && (Operator->getOperator() == OO_PlusPlus ||
                                   Operator->getOperator() == OO_MinusMinus);
  return !IsStep && Index < Add.getNumArgs() ? Add.getArg(Index) : nullptr;
}

/// The call of Add with Amount instead of its first argument.
std::string withAmount(const CallExpr &Add, llvm::StringRef Amount,
                       const ASTContext &Context) {
  std::string Text =
      onOneLine(sourceText(Add.getCallee()->getSourceRange(), Context));
  Text += "(" + Amount.str();
  for (const Expr *Further : llvm::drop_begin(Add.arguments()))
    if (!isa<CXXDefaultArgExpr>(Further))
      Text += ", " + onOneLine(sourceText(Further->getSourceRange(), Context));
  return Text + ");";
}

/// Can one call add the sum of what Adds add: do all use operators, or all the
/// same function with the same further arguments? Amounts with a fraction are
/// cut off one by one.
bool haveOneSum(llvm::ArrayRef<const CallExpr *> Adds,
                const ASTContext &Context) {
  const CallExpr &First = *Adds.front();
  return llvm::all_of(Adds, [&](const CallExpr *Add) {
    const Expr *Amount = amountOf(*Add);
    if (Amount && !spelled(*Amount).getType()->isIntegralOrEnumerationType())
      return false;
    if (isa<CXXOperatorCallExpr>(First))
      return isa<CXXOperatorCallExpr>(Add);
    return Amount && !isa<CXXOperatorCallExpr>(Add) &&
           withAmount(*Add, "", Context) == withAmount(First, "", Context);
  });
}

} // namespace

std::optional<AtomicSum> atomicSumAt(const CallExpr &Add, TranslationUnit &TU) {
  const Loop *L = TU.innermostLoop(Add);
  if (!L || !goesThroughData(*L, TU))
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Add));
  AtomicSum Sum;
  Sum.In = L;
  Sum.Object = addedTo(Add, Analysis, TU.models());
  if (!Sum.Object || !Analysis.contains(*L->Statement, Add) ||
      isRunByThreads(*L->Statement, Analysis) ||
      Analysis.isChunkGuarded(Add, *L) ||
      !outlivesIteration(*Sum.Object, *L, TU))
    return std::nullopt;
  Sum.Value = valueOf(*Sum.Object);
  if (Sum.Value.isNull() || !Sum.Value->isArithmeticType() ||
      Sum.Value->isBooleanType())
    return std::nullopt;
  llvm::SmallVector<const Expr *, 2> Except;
  unsigned Mentions = 0;
  anyStmt(*L->Statement, [&](const Stmt &S) {
    const auto *E = dyn_cast<Expr>(&S);
    Mentions += E && &spelled(*E) == E && isSameObject(*E, *Sum.Object);
    const Expr *Object = addedTo(S, Analysis, TU.models());
    if (Object && isSameObject(*Object, *Sum.Object)) {
      Sum.Adds.push_back(cast<CallExpr>(&S));
      Except.push_back(Sum.Adds.back());
    }
    return false;
  });
  if (Sum.Adds.size() != Mentions || Sum.Adds.front() != &Add ||
      !isQuick(*L, Except, TU) || writesElsewhere(*L, Analysis, TU) ||
      asksAtomics(*L->Statement, Analysis, TU, /*MaxCalls=*/3))
    return std::nullopt;
  return Sum;
}

Rewrite addOnce(const AtomicSum &Sum, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Sum.Adds.front()));
  const Loop &L = *Sum.In;
  const std::string Object =
      onOneLine(sourceText(spelled(*Sum.Object).getSourceRange(), Context));
  const std::string Local = localName(Object);
  Rewrite Result;
  Result.Level = FixLevel::Review;
  Result.Title = "add up in a local variable, and to the atomic once";
  const std::string Before =
      Sum.Value.getUnqualifiedType().getAsString(Context.getPrintingPolicy()) +
      " " + Local + " = 0;";
  const CallExpr &First = *Sum.Adds.front();
  const std::string After = isa<CXXOperatorCallExpr>(First)
                                ? Object + " += " + Local + ";"
                                : withAmount(First, Local, Context);
  Result.Code = Before + "\n" + headerOf(L, Context) + " // adds to '" + Local +
                "'\n" + After;
  // The sum of numbers with a fraction depends on their order.
  const Stmt *Exit = earlyExit(L);
  if (Object.empty() || !Sum.Value->isIntegerType() ||
      (Exit && !isa<BreakStmt>(Exit)) || !haveOneSum(Sum.Adds, Context) ||
      isNameUsed(Local, nullptr, Analysis))
    return Result;
  auto Edits = insertAround(L, Before, After, Analysis);
  if (Edits.empty())
    return Result;
  for (const CallExpr *Add : Sum.Adds) {
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Add)) {
      Edits.push_back(FixItHint::CreateReplacement(
          spelled(*Operator->getArg(0)).getSourceRange(), Local));
      continue;
    }
    const llvm::StringRef Amount =
        sourceText(amountOf(*Add)->getSourceRange(), Context);
    if (Amount.empty())
      return Result;
    Edits.push_back(FixItHint::CreateReplacement(
        Add->getSourceRange(), (Local + " += " + Amount).str()));
  }
  Result.Edits = std::move(Edits);
  return Result;
}

} // namespace slowpath
