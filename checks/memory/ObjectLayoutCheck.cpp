// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/memory/ObjectLayoutCheck.h"
#include "checks/support/FieldReorder.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/OwnedValues.h"
#include "checks/support/SmallKeys.h"
#include "checks/support/TestCode.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include <fmt/format.h>

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral RecordId = "record";
constexpr llvm::StringLiteral CallId = "call";

/// Less than this, of each object and of its size, is lost in what allocators
/// and caches round up: memory comes in units of 8 bytes at least, and the time
/// to walk over objects changes by less than what two runs differ in.
constexpr uint64_t LeastBytes = 8;
constexpr uint64_t LeastPercent = 10;

/// What stays in the cache while a loop uses other data.
constexpr uint64_t MostBytes = 4096;

bool isWorthAWord(uint64_t Saved, uint64_t Size) {
  return Saved >= LeastBytes && Saved * 100 >= Size * LeastPercent;
}

} // namespace

constinit const CheckInfo ObjectLayoutCheck::Info = {
    .Name = "slowpath-object-layout",
    .Summary = "wastes memory in objects of which there are many",
    .Group = Category::Memory,
    .Paid = Impact::Small,
    .Typical = {"n large objects", "n smaller objects"},
    .IsDefault = false,
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

void ObjectLayoutCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   struct Order { bool open; double price; bool paid; };
  Finder->addMatcher(cxxRecordDecl(isDefinition(), InUserCode).bind(RecordId),
                     this);
  //   points.push_back(std::make_unique<Point>());   ++counts[item.kind];
  Finder->addMatcher(
      callExpr(anyOf(cxxMemberCallExpr(),
                     cxxOperatorCallExpr(hasOverloadedOperatorName("[]"))),
               InUserCode)
          .bind(CallId),
      this);
}

void ObjectLayoutCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  if (!Uses) {
    TranslationUnit &TU = unit(Context);
    Uses.emplace(TU);
    Texts.emplace(TU);
    Objects.emplace(TU);
  }
  if (const auto *Record = Result.Nodes.getNodeAs<CXXRecordDecl>(RecordId)) {
    checkClass(*Record, Context);
    return;
  }
  const auto *Call = Result.Nodes.getNodeAs<CallExpr>(CallId);
  checkAppend(*Call, Context);
  checkLookup(*Call, Context);
}

bool ObjectLayoutCheck::mayReportClass(const CXXRecordDecl &Record,
                                       ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation Loc = Record.getLocation();
  if (Loc.isMacroID() || Record.isImplicit() || nameOf(Record).empty() ||
      !TU.isUserCode(Loc) || TU.isGenerated(Loc) || isSharedWithC(Record, SM))
    return false;
  llvm::SmallString<256> Path(SM.getFilename(Loc));
  SM.getFileManager().makeAbsolutePath(Path);
  return includesTests() || !isTestFile(Path);
}

void ObjectLayoutCheck::checkClass(const CXXRecordDecl &Record,
                                   ASTContext &Context) {
  if (!mayReportClass(Record, Context))
    return;
  const std::optional<FieldLayout> Layout = FieldLayout::of(Record, Context);
  if (!Layout)
    return;
  const llvm::SmallVector<ManyObjects, 2> Places = Objects->of(
      Record, [&](const Stmt &S) { return isReportable(S, Context); });
  if (Places.empty())
    return;
  const LayoutUse Use = Uses->of(Record);
  if (Use == LayoutUse::Bytes)
    return;
  const auto PlaceThatGains = [&](uint64_t Size) -> std::optional<ManyObjects> {
    for (const ManyObjects &Each : Places)
      if (Size < Layout->size() &&
          isWorthAWord(Each.saved(Layout->size(), Size), Layout->size()))
        return Each;
    return std::nullopt;
  };
  if (auto Found = byOrder(Record, *Layout, Use, Context, PlaceThatGains)) {
    reportSmaller(std::move(*Found), *Layout, Context);
  } else if (auto Narrow = byEnums(Record, *Layout, *Uses, unit(Context),
                                   PlaceThatGains)) {
    if (!Narrow->What.Fix.Edits.empty())
      addInclude(Narrow->What.Fix, Record.getLocation(), "<cstdint>", Context);
    reportSmaller(std::move(*Narrow), *Layout, Context);
  }
  for (SmallerObjects &Each :
       byTexts(Record, *Layout, *Texts, Context, PlaceThatGains))
    reportSmaller(std::move(Each), *Layout, Context);
}

void ObjectLayoutCheck::reportSmaller(SmallerObjects Found,
                                      const FieldLayout &Layout,
                                      ASTContext &Context) {
  const std::string Before = std::to_string(Layout.size()) + " bytes each";
  const std::string After = std::to_string(Found.Size) + " bytes each";
  Found.What.Growth = {Before, After};
  report(std::move(Found.What), Context);
}

void ObjectLayoutCheck::checkAppend(const CallExpr &Append,
                                    ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const std::optional<OwnedValues> Found = ownedValuesAt(Append, TU);
  if (!Found || !isReportable(Append, Context))
    return;
  const auto Many = Objects->addedBy(Append, *Found->Container);
  if (!Many || !Judged.insert(Found->Sequence).second ||
      !mayBeElements(*Found, TU))
    return;
  const std::string Class = nameOf(*Found->Class);
  const std::string Name = Found->Sequence->getNameAsString();
  Finding F;
  F.Range = Append.getSourceRange();
  F.Growth = {"n allocations, n jumps", "O(log n) allocations"};
  F.In = Many->In;
  F.Message = fmt::format(
      "each '{}' of '{}' is allocated on its own, though it has only {} bytes "
      "and nothing asks for its address",
      Class, Name,
      Context.getTypeSizeInChars(Context.getCanonicalTagType(Found->Class))
          .getQuantity());
  F.Notes.push_back({Found->Sequence->getLocation(), "kept here"});
  F.Fix.Title = "keep the objects themselves";
  F.Fix.Code = fmt::format("std::vector<{}> {};", Class, Name);
  report(std::move(F), Context);
}

void ObjectLayoutCheck::checkLookup(const CallExpr &Call, ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const std::optional<Lookup> Found = lookupAt(Call, TU);
  if (!Found || !isReportable(Call, Context))
    return;
  const std::optional<SmallKeys> Keys = smallKeysOf(*Found, TU);
  if (!Keys || Judged.contains(Keys->Container))
    return;
  Finding F;
  const Loop *L = TU.innermostLoop(Call);
  const auto *Field = dyn_cast<FieldDecl>(Keys->Container);
  const auto *Owner =
      Field ? dyn_cast<CXXRecordDecl>(Field->getParent()) : nullptr;
  if (L && goesThroughData(*L, TU) && Keys->ArraySize <= MostBytes) {
    F.In = L;
  } else if (Owner && Keys->ArraySize <= Keys->Size) {
    const auto Places = Objects->of(
        *Owner, [&](const Stmt &S) { return isReportable(S, Context); });
    if (Places.empty())
      return;
    F.Notes.push_back({Places.front().Loc, Places.front().Note});
  } else {
    return;
  }
  Judged.insert(Keys->Container);
  F.Range = Call.getSourceRange();
  F.Growth = {"n searches", "n array accesses"};
  F.Message =
      fmt::format("'{}' searches '{}' for a key of which there are only {}",
                  onOneLine(sourceText(Call.getSourceRange(), Context)),
                  Keys->Container->getNameAsString(), Keys->Keys);
  F.Notes.push_back({Keys->Container->getLocation(), "declared here"});
  F.Fix.Title = "use an array with a place for each";
  F.Fix.Code = Keys->Array + " " + Keys->Container->getNameAsString() + ";";
  report(std::move(F), Context);
}

} // namespace slowpath
