// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Run.h"
#include "driver/cli/Link.h"
#include "driver/cli/Outputs.h"
#include "driver/cli/Paths.h"
#include "driver/cli/Plan.h"
#include "driver/cli/Progress.h"
#include "driver/cli/WorkerPool.h"
#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <thread>
#include <tuple>

namespace slowpath::cli {

static int usageError(llvm::Error Error) {
  fmt::print(stderr, "slowpath: error: {}\n", llvm::toString(std::move(Error)));
  return ExitUsage;
}

namespace {

/// The order of reports. Findings that are equal in it are one finding, met in
/// several translation units.
struct ByPlace {
  bool operator()(const ReportedFinding &A, const ReportedFinding &B) const {
    auto Key = [](const ReportedFinding &F) {
      return std::tie(F.File, F.Line, F.Column, F.Check, F.Message);
    };
    return Key(A) < Key(B);
  }
};

} // namespace

static bool isAskedFor(const ReportedFinding &F, const PlannedUnit &Unit,
                       const Plan &P) {
  if (Unit.OnlyFiles.empty() && P.GeneratedDir.empty())
    return true;
  const std::string File = canonicalPath(F.File, P.Root);
  // Nobody edits what a generator wrote.
  if (!P.GeneratedDir.empty() && isBelow(File, P.GeneratedDir))
    return false;
  return Unit.OnlyFiles.empty() ||
         std::find(Unit.OnlyFiles.begin(), Unit.OnlyFiles.end(), File) !=
             Unit.OnlyFiles.end();
}

/// Puts the results together. Of the copies of a finding in a header, the one
/// of the first unit stays, so the order in which workers finish shows nowhere.
static RunReport assemble(const Plan &P, std::vector<UnitResult> Results) {
  std::set<ReportedFinding, ByPlace> Findings;
  RunReport Report;
  Report.Root = P.Root;
  Report.Errors = P.Missing;
  Report.Failed = static_cast<unsigned>(P.Missing.size());
  Report.Units = static_cast<unsigned>(Results.size() + P.Missing.size());
  for (size_t I = 0; I < Results.size(); ++I) {
    UnitResult &R = Results[I];
    if (R.State == UnitState::Failed)
      ++Report.Failed;
    else
      ++Report.Analysed;
    if (R.State == UnitState::Incomplete)
      ++Report.Incomplete;
    if (R.State != UnitState::Complete)
      Report.Errors.push_back(
          {relativeTo(canonicalPath(R.File, "/"), P.Root), R.Reason, R.State});
    for (ReportedFinding &F : R.Findings)
      if (isAskedFor(F, P.Units[I], P))
        Findings.insert(std::move(F));
  }
  while (!Findings.empty())
    Report.Findings.push_back(
        std::move(Findings.extract(Findings.begin()).value()));
  std::sort(Report.Errors.begin(), Report.Errors.end(),
            [](const UnitError &A, const UnitError &B) {
              return std::tie(A.File, A.Reason) < std::tie(B.File, B.Reason);
            });
  return Report;
}

/// Mistakes in configuration files, each told once though every worker met it.
static void tellConfigErrors(const std::vector<UnitResult> &Results) {
  std::set<std::string> Told;
  for (const UnitResult &R : Results)
    for (const std::string &Error : R.ConfigErrors)
      if (Told.insert(Error).second)
        fmt::print(stderr, "slowpath: warning: {}\n", Error);
}

/// Whoever reads a machine format on standard output, or only files, still
/// sees in the log what was not checked.
static void tellFailures(const RunReport &Report,
                         const std::vector<Output> &Outputs) {
  for (const Output &O : Outputs)
    if (O.Format == "text" && O.File.empty())
      return;
  for (const UnitError &E : Report.Errors)
    if (E.State == UnitState::Failed)
      fmt::print(stderr, "slowpath: warning: {} was not analysed: {}\n", E.File,
                 E.Reason);
}

int runCheck(const Options &Opts) {
  llvm::Expected<std::vector<Output>> Outputs = parseOutputs(Opts.Outputs);
  if (!Outputs)
    return usageError(Outputs.takeError());
  llvm::Expected<Plan> P = makePlan(Opts);
  if (!P)
    return usageError(P.takeError());
  if (!Opts.Quiet)
    for (const std::string &Remark : P->Remarks)
      fmt::print(stderr, "slowpath: {}\n", Remark);

  std::vector<UnitRequest> Requests;
  for (const PlannedUnit &Unit : P->Units)
    Requests.push_back(Unit.Request);
  std::vector<UnitResult> Results(Requests.size());
  PoolOptions Pool;
  Pool.Jobs = Opts.Jobs != 0
                  ? Opts.Jobs
                  : std::max(1U, std::thread::hardware_concurrency());
  Pool.Timeout = std::chrono::seconds(Opts.TimeoutSeconds);
  int Signal = 0;
  {
    Progress Bar(Requests.size(), Opts.Quiet);
    PoolCallbacks Callbacks;
    Callbacks.Done = [&](size_t Index, UnitResult Result) {
      Bar.advance(relativeTo(Result.File, P->Root));
      Results[Index] = std::move(Result);
    };
    Callbacks.Tick = [&] { Bar.tick(); };
    Signal = runPool(Requests, Pool, Callbacks);
  }
  if (Signal != 0)
    return 128 + Signal;

  link(Results, P->Root);
  tellConfigErrors(Results);
  RunReport Report = assemble(*P, std::move(Results));
  tellFailures(Report, *Outputs);
  if (!writeOutputs(*Outputs, Report, Opts.Color))
    return ExitUsage;
  if (Report.Failed != 0)
    return ExitUnanalysed;
  return Report.Findings.empty() ? ExitClean : ExitFindings;
}

} // namespace slowpath::cli
