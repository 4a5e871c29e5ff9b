// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/computation/LoopConstructionCheck.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/ConstructionRewrite.h"
#include "checks/support/ContainerReuse.h"
#include "checks/support/Objects.h"
#include "checks/support/QueryLoop.h"
#include "checks/support/RareCode.h"
#include "llvm/ADT/StringSet.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

using Kind = Construction::Kind;

constexpr Cost Growth = {"n constructions", "1 construction"};

llvm::StringRef deedOf(Kind What) {
  switch (What) {
  case Kind::Regex:
    return "compiles the same expression again";
  case Kind::Locale:
    return "loads the same locale data again";
  case Kind::Random:
    return "opens a source of randomness again";
  case Kind::Stream:
    return "makes a stream with its locale and buffer";
  case Kind::Other:
    return "sets up the same again";
  }
  llvm_unreachable("all kinds are handled");
}

Kind kindOf(const EffectSet &Effects) {
  if (Effects.has(Effect::RegexCompile))
    return Kind::Regex;
  if (Effects.has(Effect::LocaleCreate))
    return Kind::Locale;
  return Effects.has(Effect::RandomCreate) ? Kind::Random : Kind::Other;
}

/// The innermost loop over data around S, or null.
const Loop *dataLoop(const Expr &E, TranslationUnit &TU) {
  const Loop *L = TU.innermostLoop(E);
  while (L && !L->isDataLoop())
    L = L->Parent;
  return L;
}

/// Is what Call makes used within the function that makes it, for each item of
/// a loop that calls it, and made from constants only?
bool isMadePerItem(const FarCall &Call) {
  return Call.Path.size() > 1 && Call.Kept == facts::OF_FUNCTION &&
         // Under a condition, nobody knows for how many.
         Call.Path.back()->every_call() && Call.Sql.complete() &&
         Call.Address.fixed() && Call.Address.lasting() &&
         Call.Address.parameters().empty() && happensPerItem(Call) &&
         !Call.IsMemoised && !Call.Path.front()->is_memoised() &&
         llvm::is_contained(Call.Path.back()->reportable(),
                            LoopConstructionCheck::Info.Name) &&
         Call.Effects.hasAny({Effect::RegexCompile, Effect::LocaleCreate,
                              Effect::RandomCreate, Effect::AllocHeavy});
}

/// Does a call in the loop wait for something, compared to which what is made
/// is no matter: a file, a server, a process?
bool isOutweighed(const Program &Linked, SiteRef Site) {
  return Linked.effectsAt(Site).hasAny(
      {Effect::DbQuery, Effect::DbCommit, Effect::DbConnect, Effect::KvQuery,
       Effect::NetRequest, Effect::NetConnect, Effect::NetFetch,
       Effect::NetWait, Effect::RpcCall, Effect::ProcessSpawn, Effect::IoFsync,
       Effect::IoMove, Effect::Sleep});
}

/// The same of the files that Call opens beside the source of randomness.
bool opensFiles(const Program &Linked, const FarCall &Call) {
  return !Call.Effects.has(Effect::RandomCreate) &&
         Linked.effectsAt(Call.Path.front()).has(Effect::IoOpen);
}

LinkedFinding findingOf(const FarCall &Call) {
  const SiteRef Site = Call.Path.front();
  const SiteRef Leaf = Call.Path.back();
  const Kind What = kindOf(Call.Effects);
  LinkedFinding F;
  F.Check = LoopConstructionCheck::Info.Name;
  F.At = Leaf;
  F.Message = fmt::format("each call of '{}' {}: once per item of a loop",
                          Leaf.In->Fact->name(), deedOf(What).str());
  F.Growth = Growth;
  F.Notes.push_back(noteOf(*Site.In, *Site.In->loopOf(*Site)));
  for (const SiteRef &Step : llvm::drop_end(Call.Path))
    F.Notes.push_back({Step.In->fileOf(Step->at()).str(), Step->at(),
                       fmt::format("'{}' calls '{}' here",
                                   Step.In->Fact->name(), Step->spelling())});
  F.FixTitle = "keep it for the next call";
  const std::string Text =
      Call.Sql.known().empty()
          ? std::string("…")
          : fmt::format("\"{}\"", onOneLine(Call.Sql.known()));
  F.Advice = What == Kind::Random
                 ? fmt::format("thread_local {} …;  // and what it seeds",
                               Leaf->spelling())
                 : fmt::format("static const … = {}({});  // or a member",
                               Leaf->spelling(), Text);
  return F;
}

} // namespace

constinit const CheckInfo LoopConstructionCheck::Info = {
    .Name = "slowpath-loop-construction",
    .Summary = "makes the same expensive object again for each item",
    .Group = Category::Computation,
    .Paid = Impact::VeryLarge,
    .Typical = Growth,
    .IsDefault = false,
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void LoopConstructionCheck::check(const MatchFinder::MatchResult &Result) {
  const auto &Call = *Result.Nodes.getNodeAs<Expr>(CallId);
  TranslationUnit &TU = unit(*Result.Context);
  if (const std::optional<Construction> C = constructionAt(Call, TU)) {
    if (const Loop *L = dataLoop(Call, TU)) {
      checkLoop(*C, *L, *Result.Context);
      return;
    }
  }
  checkContainer(Call, *Result.Context);
  LinkedCheck::check(Result);
}

void LoopConstructionCheck::checkContainer(const Expr &Made,
                                           ASTContext &Context) {
  const auto *Construct = dyn_cast<CXXConstructExpr>(&Made);
  if (!Construct || Construct->getNumArgs() != 0)
    return;
  TranslationUnit &TU = unit(Context);
  const Loop *L = TU.innermostLoop(Made);
  if (!L || !L->isDataLoop() || !isReportable(Made, Context) ||
      !isPerItem(*L, TU))
    return;
  std::optional<ContainerReuse> Found = containerReuseAt(Made, *L, TU);
  if (!Found)
    return;
  Finding F;
  F.Range = Found->Container->getSourceRange();
  F.Growth = {"n times new memory", "memory once"};
  F.In = L;
  F.Message = fmt::format("'{}' gets its memory anew in each iteration",
                          Found->Container->getNameAsString());
  F.Fix = std::move(Found->Fix);
  report(std::move(F), Context);
}

void LoopConstructionCheck::checkLoop(const Construction &C, const Loop &L,
                                      ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const Expr &Made = *C.Made;
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Made));
  if (!isReportable(Made, Context) || !isPerItem(L, TU) ||
      isInStaticVariable(Made, Analysis) || isMemoised(Made, &L, TU))
    return;
  Finding F;
  if (C.What == Kind::Stream) {
    std::optional<Rewrite> Fix = reuseStream(C, L, TU);
    if (!Fix)
      return;
    F.Fix = std::move(*Fix);
  } else {
    const ObjectUse Use = useOf(C, TU);
    if (Use == ObjectUse::Kept ||
        ingredientsIn(C, L, TU) == Ingredients::Differ)
      return;
    F.Fix = makeBeforeLoop(C, Use, L, TU);
  }
  F.Range = Made.getSourceRange();
  F.Growth = Info.Typical;
  F.In = &L;
  F.Message = fmt::format("'{}' {}, once per iteration",
                          C.Variable ? C.Variable->getNameAsString()
                                     : calleeText(Made, Context),
                          deedOf(C.What).str());
  report(std::move(F), Context);
}

bool LoopConstructionCheck::isCandidate(const Expr &Call,
                                        ASTContext &InContext) {
  TranslationUnit &TU = unit(InContext);
  const std::optional<Construction> C = constructionAt(Call, TU);
  if (C && C->What != Kind::Stream && !dataLoop(Call, TU))
    return mayReport(Call, InContext);
  return LinkedCheck::isCandidate(Call, InContext);
}

llvm::SmallVector<FixItHint, 4>
LoopConstructionCheck::editsFor(const Expr &Call, TranslationUnit &TU) {
  const std::optional<Construction> C = constructionAt(Call, TU);
  return C && useOf(*C, TU) == ObjectUse::Tool
             ? keepForNextCall(*C, TU)
             : llvm::SmallVector<FixItHint, 4>();
}

void LoopConstructionCheck::findConstructions(
    const Program &Linked, std::vector<LinkedFinding> &Found) {
  llvm::DenseSet<const facts::Site *> Reported;
  for (const ProgramFunction &Function : Linked.functions())
    for (const SiteRef &Here : Function.sites())
      if (itemLoop(Here, Info.Name))
        for (const FarCall &Call : Linked.callsAt(Here))
          if (isMadePerItem(Call) && !isOutweighed(Linked, Here) &&
              !opensFiles(Linked, Call) &&
              Reported.insert(&*Call.Path.back()).second)
            Found.push_back(findingOf(Call));
}

} // namespace slowpath
