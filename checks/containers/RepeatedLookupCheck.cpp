// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/containers/RepeatedLookupCheck.h"
#include "checks/support/LookupRepeats.h"
#include "checks/support/Objects.h"
#include "checks/support/SnapshotLoop.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CallId = "call";
constexpr Cost Twice = {"2 lookups", "1"};

std::string text(const Expr &E, const ASTContext &Context) {
  // `it->` of `it->count(k)`
  const std::string Text = onOneLine(sourceText(E.getSourceRange(), Context));
  llvm::StringRef Name = Text;
  Name.consume_back("->");
  return Name.str();
}

} // namespace

constinit const CheckInfo RepeatedLookupCheck::Info = {
    .Name = "slowpath-repeated-lookup",
    .Summary = "looks a key up again in the same map or set",
    .Group = Category::Containers,
    .Paid = Impact::Small,
    .Typical = Twice,
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void RepeatedLookupCheck::registerMatchers(MatchFinder *Finder) {
  //   m.count(k)   s.insert(k)   m[k]   m.keys()
  Finder->addMatcher(
      callExpr(anyOf(cxxMemberCallExpr(),
                     cxxOperatorCallExpr(hasOverloadedOperatorName("[]"))),
               unless(isExpansionInSystemHeader()))
          .bind(CallId),
      this);
}

void RepeatedLookupCheck::check(const MatchFinder::MatchResult &Result) {
  TranslationUnit &TU = unit(*Result.Context);
  const auto *Call = Result.Nodes.getNodeAs<CallExpr>(CallId);
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      Member && Member->getNumArgs() == 0) {
    checkSnapshot(*Member, TU);
    return;
  }
  if (!lookupAt(*Call, TU))
    return;
  const FunctionDecl *Function = TU.functionAround(*Call);
  if (Function && Done.insert(Function).second &&
      TU.analysis(*Function).isWhole())
    checkFunction(*Function, TU);
}

void RepeatedLookupCheck::checkFunction(const FunctionDecl &Function,
                                        TranslationUnit &TU) {
  LookupRewrite Write(Function, TU);
  for (const auto &Same : lookupsOf(Function, TU)) {
    if (isSmallMap(Same.front(), TU))
      continue;
    if (Same.size() > 1) {
      checkTests(Same, Write, TU);
      checkUses(Same, Write, TU);
    }
    checkInvariant(Same, Write, TU);
  }
}

void RepeatedLookupCheck::checkTests(llvm::ArrayRef<Lookup> Same,
                                     LookupRewrite &Write,
                                     TranslationUnit &TU) {
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Same.front().Call));
  for (const Lookup &Asked : Same) {
    if ((Asked.What != Lookup::Kind::Test &&
         Asked.What != Lookup::Kind::Find) ||
        Reported.contains(Asked.Call))
      continue;
    std::optional<MapChanges> Changes;
    for (const LookupTest &Test : testsOf(Asked, Analysis)) {
      if (!Changes)
        Changes.emplace(Asked, Same, TU);
      if (checkFound(Test, Same, *Changes, Write, TU) ||
          checkMissing(Test, Same, *Changes, Write, TU))
        Reported.insert(Asked.Call);
    }
  }
}

bool RepeatedLookupCheck::checkFound(const LookupTest &Test,
                                     llvm::ArrayRef<Lookup> Same,
                                     const MapChanges &Changes,
                                     LookupRewrite &Write,
                                     TranslationUnit &TU) {
  const LookupRepeats Again = repeatsIfFound(Test, Same, Changes, Reported, TU);
  if (Again.All.empty() || !isReportable(*Again.All.front().Call, TU.context()))
    return false;
  for (const Lookup &L : Again.All)
    Reported.insert(L.Call);
  std::optional<Rewrite> Fix;
  if (Again.All.size() == 1 && Again.All.front().What == Lookup::Kind::Erase)
    Fix = Write.eraseAnyway(Test, Again.All.front());
  if (!Fix)
    Fix = Write.useIterator(Test, Again.All, Again.Worst);
  emit(Again.All.front(), Test.Asked, std::move(*Fix), TU);
  return true;
}

bool RepeatedLookupCheck::checkMissing(const LookupTest &Test,
                                       llvm::ArrayRef<Lookup> Same,
                                       const MapChanges &Changes,
                                       LookupRewrite &Write,
                                       TranslationUnit &TU) {
  for (const Lookup &L : Same) {
    if (!addsIfMissing(L, Test, TU) || Reported.contains(L.Call))
      continue;
    const Change Between = Changes.between(*Test.Asked.Call, *L.Call);
    if (Between == Change::Certain || !isReportable(*L.Call, TU.context()))
      return false;
    std::optional<Rewrite> Fix = Write.insertOnce(Test, L, Between);
    if (!Fix)
      return false;
    Reported.insert(L.Call);
    emit(L, Test.Asked, std::move(*Fix), TU);
    return true;
  }
  return false;
}

void RepeatedLookupCheck::checkUses(llvm::ArrayRef<Lookup> Same,
                                    LookupRewrite &Write, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(*Same.front().Call);
  for (const Lookup &First : Same) {
    if (Reported.contains(First.Call) ||
        !isReportable(*First.Call, TU.context()))
      continue;
    const Loop *In = TU.innermostLoop(*First.Call);
    if (!(In && In->isDataLoop()) && !TU.repeatedCall(*Function))
      continue;
    const LookupRepeats Again = repeatsAfter(First, Same, Reported, TU);
    if (Again.All.size() < 2)
      continue;
    for (const Lookup &L : Again.All)
      Reported.insert(L.Call);
    emit(Again.All[1], First, Write.useReference(Again.All, Again.Worst), TU);
  }
}

void RepeatedLookupCheck::checkInvariant(llvm::ArrayRef<Lookup> Same,
                                         LookupRewrite &Write,
                                         TranslationUnit &TU) {
  for (const Lookup &L : Same) {
    const Loop *In = TU.innermostLoop(*L.Call);
    if (!In || Reported.contains(L.Call) || !isTheSameIn(*In, L, Same, TU) ||
        !isReportable(*L.Call, TU.context()))
      continue;
    Reported.insert(L.Call);
    Finding F;
    F.Range = L.Call->getSourceRange();
    F.Message = "'" + text(*L.Call, TU.context()) +
                "' is looked up in each iteration, always with the same key";
    F.Growth = {"n lookups", "1"};
    F.In = In;
    F.Fix = Write.moveOut(L, *In);
    report(std::move(F), TU.context());
    return;
  }
}

void RepeatedLookupCheck::checkSnapshot(const CXXMemberCallExpr &Call,
                                        TranslationUnit &TU) {
  const std::optional<Snapshot> Copy = snapshotAt(Call, TU);
  if (!Copy || !isReportable(Call, TU.context()))
    return;
  const std::optional<SnapshotWalk> Walk = walkOver(*Copy, TU);
  if (!Walk)
    return;
  const Expr *Again = lookupOfElement(*Copy, *Walk->Over, TU);
  if (!Again)
    return;
  Reported.insert(Again);
  Finding F;
  F.Range = Call.getSourceRange();
  F.Message = "'" + text(Call, TU.context()) + "' copies all keys of '" +
              text(*Copy->Container, TU.context()) +
              "' to iterate over them, and '" + text(*Again, TU.context()) +
              "' looks up each";
  F.Growth = {"n copies and lookups", "none"};
  F.In = Walk->Over;
  F.Fix = walkInstead(*Copy, *Walk, TU);
  report(std::move(F), TU.context());
}

void RepeatedLookupCheck::emit(const Lookup &Second, const Lookup &First,
                               Rewrite Fix, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  Finding F;
  F.Range = Second.Call->getSourceRange();
  F.Message = "'" + text(*Second.Call, Context) + "' looks for '" +
              text(*Second.Key, Context) + "' in '" +
              text(*Second.Map, Context) + "' again, after '" +
              text(*First.Call, Context) + "'";
  F.Growth = Twice;
  F.Notes.push_back({First.Call->getBeginLoc(), "first looked up here"});
  const Loop *In = TU.innermostLoop(*Second.Call);
  if (In && In->isDataLoop())
    F.In = In;
  F.Fix = std::move(Fix);
  report(std::move(F), TU.context());
}

} // namespace slowpath
