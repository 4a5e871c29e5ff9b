// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Link.h"
#include "checks/facts/Index.h"
#include "checks/facts/LinkedFinding.h"
#include "driver/cli/Paths.h"
#include <fmt/format.h>
#include <map>

namespace slowpath::cli {

static ReportedFinding reported(const LinkedFinding &F) {
  const facts::Site &Site = *F.At;
  ReportedFinding Result;
  Result.Check = F.Check.str();
  Result.File = F.At.In->fileOf(Site.at()).str();
  Result.Line = Site.at().line();
  Result.Column = Site.at().column();
  Result.EndLine = Site.end().line();
  Result.EndColumn = Site.end().column();
  Result.CostBefore = F.Growth.Before.str();
  Result.CostAfter = F.Growth.After.str();
  Result.Message = fmt::format("{} ({} → {})", F.Message, Result.CostBefore,
                               Result.CostAfter);
  Result.FixLevel = "advice";
  Result.FixTitle = F.FixTitle;
  Result.Advice = F.Advice;
  for (const facts::Rewrite &Known : Site.rewrites())
    if (Known.check() == Result.Check) {
      Result.FixLevel = "review";
      Fix &Rewrite = Result.Fixes.emplace_back();
      Rewrite.Title = F.FixTitle;
      for (const facts::Edit &E : Known.edits())
        Rewrite.Edits.push_back({F.At.In->fileOf(E.start()).str(),
                                 E.start().line(), E.start().column(),
                                 E.end().line(), E.end().column(), E.offset(),
                                 E.length(), E.replacement()});
    }
  for (const LinkedNote &Note : F.Notes)
    Result.Notes.push_back(
        {Note.File, Note.At.line(), Note.At.column(), Note.Message});
  return Result;
}

llvm::Error link(std::vector<UnitResult> &Results, const std::string &Root,
                 bool WithIndex) {
  Program Linked;
  std::map<std::string, size_t> Numbers;
  for (size_t I = 0; I < Results.size(); ++I) {
    UnitResult &R = Results[I];
    Numbers.emplace(relativeTo(canonicalPath(R.File, Root), Root), I);
    if (R.Facts.empty())
      continue;
    facts::Unit Unit;
    if (Unit.ParseFromString(R.Facts))
      Linked.add(std::move(Unit));
    else
      R.ConfigErrors.push_back(
          fmt::format("{}: its facts cannot be read", R.File));
    R.Facts = {};
  }
  Linked.link();
  for (UnitResult &R : Results)
    std::erase_if(R.Findings, [&](const ReportedFinding &F) {
      return isRefuted(Linked, F.Check, F.File, F.Line, F.Column);
    });
  ReportedPlaces Known;
  for (const UnitResult &R : Results)
    for (const ReportedFinding &F : R.Findings)
      Known.emplace(F.Check, placeText(F.File, F.Line, F.Column));
  for (const LinkedFinding &F : findAcrossUnits(Linked, Known))
    if (const auto Unit = Numbers.find(F.At.In->Unit->file());
        Unit != Numbers.end())
      Results[Unit->second].Findings.push_back(reported(F));
  return WithIndex ? writeIndex(Root, Linked) : llvm::Error::success();
}

} // namespace slowpath::cli
