// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/memory/MaterializedRangeCheck.h"
#include "checks/support/CollectedRange.h"
#include "checks/support/Objects.h"
#include "checks/support/RepeatedWork.h"
#include "checks/support/ReturnedRange.h"
#include "checks/support/SnapshotReads.h"
#include "checks/support/SplitReads.h"
#include "checks/support/TextSplits.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral MadeId = "made";
constexpr llvm::StringLiteral LoopId = "loop";
constexpr llvm::StringLiteral FunctionId = "function";

std::string quoted(const Expr &E, const ASTContext &Context) {
  // `it->` of `it->keys()`
  const std::string Text = onOneLine(sourceText(E.getSourceRange(), Context));
  llvm::StringRef Name = Text;
  Name.consume_back("->");
  return "'" + Name.str() + "'";
}

llvm::StringRef nameOf(Snapshot::Part Part) {
  switch (Part) {
  case Snapshot::Part::Keys:
    return "keys";
  case Snapshot::Part::Values:
    return "values";
  case Snapshot::Part::Elements:
    return "elements";
  }
  return "";
}

/// What a read wants to know.
llvm::StringRef purposeOf(SingleRead::Kind What) {
  switch (What) {
  case SingleRead::Kind::Contains:
    return "look for one of them";
  case SingleRead::Kind::Size:
    return "count them";
  case SingleRead::Kind::IsEmpty:
    return "see whether there are any";
  case SingleRead::Kind::First:
    return "read the first";
  case SingleRead::Kind::Last:
    return "read the last";
  }
  return "";
}

} // namespace

constinit const CheckInfo MaterializedRangeCheck::Info = {
    .Name = "slowpath-materialized-range",
    .Summary = "fills a container that is only walked once, or asked one thing",
    .Group = Category::Memory,
    .Paid = Impact::Large,
    .Typical = {"n copies", "none"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void MaterializedRangeCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   m.keys()   text.split(',')   absl::StrSplit(text, ',')
  Finder->addMatcher(
      callExpr(unless(cxxOperatorCallExpr()), InUserCode).bind(MadeId), this);
  //   std::vector<T>(s.begin(), s.end())
  Finder->addMatcher(
      cxxConstructExpr(InUserCode,
                       hasArgument(0, ignoringImplicit(cxxMemberCallExpr())),
                       hasArgument(1, ignoringImplicit(cxxMemberCallExpr())))
          .bind(MadeId),
      this);
  //   for (int length : lengths)
  Finder->addMatcher(cxxForRangeStmt(InUserCode).bind(LoopId), this);
  //   static Strings openNames(const Rows &rows)
  Finder->addMatcher(functionDecl(isDefinition(), InUserCode).bind(FunctionId),
                     this);
}

void MaterializedRangeCheck::check(const MatchFinder::MatchResult &Result) {
  TranslationUnit &TU = unit(*Result.Context);
  if (const auto *Over = Result.Nodes.getNodeAs<CXXForRangeStmt>(LoopId)) {
    checkCollected(*Over, TU);
    return;
  }
  if (const auto *Function = Result.Nodes.getNodeAs<FunctionDecl>(FunctionId)) {
    checkReturned(*Function, TU);
    return;
  }
  const auto *Made = Result.Nodes.getNodeAs<Expr>(MadeId);
  if (const std::optional<Snapshot> Copy = snapshotAt(*Made, TU))
    checkCopy(*Copy, TU);
  else if (const auto *Call = dyn_cast<CallExpr>(Made))
    checkSplit(*Call, TU);
}

void MaterializedRangeCheck::checkCopy(const Snapshot &Copy,
                                       TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  if (!isReportable(*Copy.Made, TU.context()))
    return;
  Finding F;
  F.Range = Copy.Made->getSourceRange();
  F.Growth = Info.Typical;
  F.Message = "all " + nameOf(Copy.What).str() + " of " +
              quoted(*Copy.Container, Context) + " are copied into a list to ";
  if (const std::optional<SingleRead> Read = readOfSnapshot(Copy, TU)) {
    // Copies that the loop uses otherwise, too, are better made once.
    const Loop *L = TU.innermostLoop(*Copy.Made);
    if (L && !areAllSingleReads(*Copy.Call, *L, TU))
      return;
    F.Message += purposeOf(Read->What);
    if (L && L->isDataLoop())
      F.In = L;
    F.Fix = askContainer(Copy, *Read, TU);
    includeUsed(F, TU.context());
    report(std::move(F), TU.context());
    return;
  }
  const std::optional<SnapshotWalk> Walk = walkOver(Copy, TU);
  // Of keys that are looked up one by one, slowpath-repeated-lookup tells.
  if (!Walk || lookupOfElement(Copy, *Walk->Over, TU))
    return;
  F.Message += "walk over them once";
  F.In = Walk->Over;
  F.Fix = walkInstead(Copy, *Walk, TU);
  includeUsed(F, TU.context());
  report(std::move(F), TU.context());
}

void MaterializedRangeCheck::includeUsed(Finding &F, ASTContext &Context) {
  if (!F.Fix.Edits.empty() &&
      llvm::StringRef(F.Fix.Code).contains("std::as_const"))
    addInclude(F.Fix, F.Range.getBegin(), "<utility>", Context);
}

void MaterializedRangeCheck::checkSplit(const CallExpr &Split,
                                        TranslationUnit &TU) {
  Finding F;
  std::string Text;
  bool IsWalk = false;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Split))
    if (const std::optional<SplitRead> Found = splitReadAt(*Member, TU)) {
      Text = quoted(*Found->Text, TU.context());
      F.Message = purposeOf(Found->Read.What).str();
      F.Fix = readOnePart(*Found, TU);
    }
  if (F.Message.empty())
    if (const std::optional<TextSplit> Found = textSplitAt(Split, TU)) {
      Text = quoted(*Found->Text, TU.context());
      F.Message = Found->Read ? purposeOf(Found->Read->What).str()
                              : "walk over them once";
      F.Fix = withoutParts(*Found, TU);
      IsWalk = Found->Walk;
    }
  if (F.Message.empty() || !isReportable(Split, TU.context()))
    return;
  F.Range = Split.getSourceRange();
  F.Growth = {"a string per part", "none"};
  F.Message = Text + " is split into a list of all its parts to " + F.Message;
  const Loop *L = TU.innermostLoop(Split);
  if (L && L->isDataLoop()) {
    // The same parts each time are better kept: slowpath-invariant-call.
    const std::optional<Work> Splits = workOf(Split, TU);
    if (Splits && samenessOf(Split, *Splits, *L, TU) != Sameness::No)
      return;
    F.In = L;
  } else if (const std::optional<RepeatedCall> Call =
                 TU.repeatedCall(*TU.functionAround(Split));
             Call && !L) {
    F.In = Call->In;
    F.Notes.push_back({Call->Call->getBeginLoc(), "called here"});
  } else if (!IsWalk) {
    // One part of one text: nobody waits for it.
    return;
  }
  report(std::move(F), TU.context());
}

void MaterializedRangeCheck::checkReturned(const FunctionDecl &Function,
                                           TranslationUnit &TU) {
  const std::optional<ReturnedRange> Found = returnedRange(Function, TU);
  if (!Found || !isReportable(*Found->Fill, TU.context()))
    return;
  const std::string Name = "'" + Found->Sequence->getNameAsString() + "'";
  Finding F;
  F.Range = SourceRange(Found->Sequence->getLocation());
  F.Growth = Info.Typical;
  for (const CXXForRangeStmt *Walk : Found->Walks)
    F.Notes.push_back({Walk->getBeginLoc(), "walked over here"});
  F.Message = Name + " is filled with copies and returned to be walked over "
                     "once, which needs no more than one element at a time";
  F.Fix = yieldInstead(*Found, TU);
  report(std::move(F), TU.context());
}

void MaterializedRangeCheck::checkCollected(const CXXForRangeStmt &Over,
                                            TranslationUnit &TU) {
  if (!isReportable(Over, TU.context()))
    return;
  const std::optional<CollectedRange> Found = collectedBy(Over, TU);
  if (!Found)
    return;
  const std::string Name = "'" + Found->Sequence->getNameAsString() + "'";
  Finding F;
  F.Range = SourceRange(Found->Sequence->getLocation());
  F.Growth = {"n elements in memory", "1"};
  F.In = Found->Fill;
  F.Notes.push_back({Over.getBeginLoc(), "the only use of " + Name});
  F.Message = Name + " is filled in one loop only to be walked over once in "
                     "the next, which needs no more than one element at a time";
  F.Fix = computeAtOnce(*Found, TU);
  report(std::move(F), TU.context());
}

} // namespace slowpath
