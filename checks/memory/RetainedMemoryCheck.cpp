// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/memory/RetainedMemoryCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/GrowingObjects.h"
#include "checks/support/LastUse.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CallId = "call";

/// The variables in whose scope S is, with the statement around S in the block
/// of each.
llvm::SmallVector<std::pair<const VarDecl *, const Stmt *>, 8>
variablesAround(const Stmt &S, const FunctionAnalysis &Analysis) {
  llvm::SmallVector<std::pair<const VarDecl *, const Stmt *>, 8> Found;
  const Stmt *Below = &S;
  for (const Stmt *Up = Analysis.parent(S); Up;
       Below = Up, Up = Analysis.parent(*Up)) {
    if (isa<LambdaExpr>(Up))
      break;
    const auto *Block = dyn_cast<CompoundStmt>(Up);
    if (!Block)
      continue;
    for (const Stmt *Each : Block->body()) {
      if (Each == Below)
        break;
      if (const auto *Declaration = dyn_cast<DeclStmt>(Each);
          Declaration && Declaration->isSingleDecl())
        if (const auto *Var = dyn_cast<VarDecl>(Declaration->getSingleDecl()))
          Found.push_back({Var, Below});
    }
  }
  return Found;
}

/// The variable or member of this class that Call adds to, if it lives longer
/// than what runs here.
const ValueDecl *lastingObject(const CallExpr &Call) {
  const Expr *Object = calledOn(Call);
  if (!Object)
    return nullptr;
  const Expr &Core = spelled(*Object);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return Var && Var->hasGlobalStorage() ? Var : nullptr;
  }
  const auto *Member = dyn_cast<MemberExpr>(&Core);
  return Member && isa<CXXThisExpr>(spelled(*Member->getBase()))
             ? dyn_cast<FieldDecl>(Member->getMemberDecl())
             : nullptr;
}

/// Does the last use of Var change it, other than to add to it: `lines = {}`,
/// `lines.clear()`, `Lines().swap(lines)`?
bool isEmptied(const VarDecl &Var, const FunctionAnalysis &Analysis,
               TranslationUnit &TU) {
  const auto Uses = usesOf(Var, Analysis.function());
  return llvm::any_of(Uses, [&](const DeclRefExpr *Use) {
    const CallExpr *Call = callOn(*Use, Analysis);
    return !(Call && addsElement(*Call, TU)) &&
           useKindOf(*Use, nullptr, Analysis, TU) == UseKind::Write &&
           llvm::none_of(Uses, [&](const DeclRefExpr *Other) {
             return Other != Use && Analysis.reaches(*Use, *Other);
           });
  });
}

/// Says a condition around S, or one that returns before it, how many elements
/// Object may have?
bool isLimited(const Expr &S, const ValueDecl &Object,
               const FunctionAnalysis &Analysis) {
  return llvm::any_of(Analysis.guardsWithin(S, nullptr),
                      [&](const Expr *Guard) {
                        return anyStmt(*Guard, [&](const Stmt &Part) {
                          const auto *Ref = dyn_cast<DeclRefExpr>(&Part);
                          const auto *Member = dyn_cast<MemberExpr>(&Part);
                          return (Ref && Ref->getDecl() == &Object) ||
                                 (Member && Member->getMemberDecl() == &Object);
                        });
                      });
}

/// What makes At run again and again as long as Object lives, or null if
/// nothing is known to.
const char *eventBehind(const FunctionDecl &Function, const Expr &At,
                        const ValueDecl &Object, TranslationUnit &TU) {
  if (answersRequest(Function))
    return "each request";
  for (const Loop *L = TU.innermostLoop(At); L; L = L->Parent)
    if (L->Trips == Loop::Bound::Event)
      return "each event";
  // There may be an object for each connection.
  return isa<VarDecl>(Object) && TU.runsAsync(Function) ? "each event"
                                                        : nullptr;
}

} // namespace

constinit const CheckInfo RetainedMemoryCheck::Info = {
    .Name = "slowpath-retained-memory",
    .Summary = "keeps memory that is not needed any more",
    .Group = Category::Memory,
    .Paid = Impact::Large,
    .Typical = {"n elements kept", "none"},
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

void RetainedMemoryCheck::registerMatchers(MatchFinder *Finder) {
  //   app.exec();   log.push_back(line);   text += line;
  Finder->addMatcher(callExpr(unless(isExpansionInSystemHeader())).bind(CallId),
                     this);
}

void RetainedMemoryCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  const auto *Call = Result.Nodes.getNodeAs<CallExpr>(CallId);
  TranslationUnit &TU = unit(Context);
  if (!TU.functionAround(*Call))
    return;
  if (addsElement(*Call, TU)) {
    checkGrowth(*Call, Context);
    return;
  }
  const auto Model = TU.models().match(*Call);
  if (Model && Model->Effects.has(Effect::EventLoop) && !Model->Model->Async)
    checkWait(*Call, Context);
}

void RetainedMemoryCheck::checkWait(const CallExpr &Wait, ASTContext &Context) {
  if (!mayReport(Wait, Context))
    return;
  TranslationUnit &TU = unit(Context);
  const FunctionDecl &Function = *TU.functionAround(Wait);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  for (const auto &[Var, Statement] : variablesAround(Wait, Analysis)) {
    if (!isContainer(Var->getType()) || !isAutomaticObject(*Var) ||
        !isOwnObject(*Var, Analysis) || Var->getType().isConstQualified() ||
        !isFilledInLoop(*Var, Wait, Analysis, TU) ||
        unusedSince(Wait, *Var, Analysis) == Unused::No ||
        isEmptied(*Var, Analysis, TU) || !Reported.insert(Var).second)
      continue;
    const std::string Name = Var->getNameAsString();
    Finding F;
    F.Range = Var->getSourceRange();
    F.Growth = Info.Typical;
    F.Message = "'" + Name + "' keeps its memory while '" +
                calleeText(Wait, Context) +
                "' runs, although it is not used any more";
    F.Notes.push_back({Wait.getBeginLoc(), "waits here"});
    F.Fix.Title = "give the memory back first";
    F.Fix.Code = fmt::format("{0} = decltype({0})();", Name);
    if (auto Edit = insertBefore(*Statement, F.Fix.Code, Analysis)) {
      F.Fix.Edits.push_back(*Edit);
      F.Fix.Level = FixLevel::Review;
    }
    report(std::move(F), Context);
  }
}

void RetainedMemoryCheck::checkGrowth(const CallExpr &Call,
                                      ASTContext &Context) {
  const ValueDecl *Object = lastingObject(Call);
  // What has keys has as many elements as there are keys.
  if (!Object || Reported.contains(Object) ||
      meaningOf(Object->getType()) == TypeMeaning::Map ||
      meaningOf(Object->getType()) == TypeMeaning::Set ||
      !isContainer(Object->getType()))
    return;
  TranslationUnit &TU = unit(Context);
  const FunctionDecl &Function = *TU.functionAround(Call);
  const char *Event = eventBehind(Function, Call, *Object, TU);
  if (!Event || !isReportable(Call, Context) ||
      isLimited(Call, *Object, TU.analysis(Function)) ||
      !isSeenWhole(*Object) || !onlyGrows(*Object, TU))
    return;
  Reported.insert(Object);
  Finding F;
  F.Range = Call.getSourceRange();
  F.Growth = {"O(events) memory", "bounded"};
  F.Message = "'" + Object->getNameAsString() + "' only grows: " + Event +
              " adds to it, and nothing takes anything out";
  F.Fix.Title = "bound it";
  F.Fix.Code = "// keep the last ones only, or write them out and clear()";
  report(std::move(F), Context);
}

} // namespace slowpath
