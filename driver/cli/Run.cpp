// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Run.h"
#include "checks/AllChecks.h"
#include "clang-tidy/GlobList.h"
#include "driver/cli/Apply.h"
#include "driver/cli/FactsFile.h"
#include "driver/cli/Link.h"
#include "driver/cli/Outputs.h"
#include "driver/cli/Paths.h"
#include "driver/cli/Plan.h"
#include "driver/cli/Progress.h"
#include "driver/cli/WorkerPool.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <chrono>
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
static RunReport assemble(const std::string &Root,
                          std::vector<UnitResult> Results) {
  std::set<ReportedFinding, ByPlace> Findings;
  RunReport Report;
  Report.Root = Root;
  Report.Units = static_cast<unsigned>(Results.size());
  for (UnitResult &R : Results) {
    if (R.State == UnitState::Failed)
      ++Report.Failed;
    else
      ++Report.Analysed;
    if (R.State == UnitState::Incomplete)
      ++Report.Incomplete;
    if (R.State != UnitState::Complete)
      Report.Errors.push_back(
          {relativeTo(canonicalPath(R.File, Root), Root), R.Reason, R.State});
    for (ReportedFinding &F : R.Findings)
      Findings.insert(std::move(F));
  }
  while (!Findings.empty())
    Report.Findings.push_back(
        std::move(Findings.extract(Findings.begin()).value()));
  return Report;
}

static void sortErrors(RunReport &Report) {
  std::sort(Report.Errors.begin(), Report.Errors.end(),
            [](const UnitError &A, const UnitError &B) {
              return std::tie(A.File, A.Reason) < std::tie(B.File, B.Reason);
            });
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

/// May a check look at facts? Not if the command line says which checks run,
/// and none of those does.
static bool needsFacts(const Options &Opts) {
  if (Opts.Index || !Opts.Checks ||
      !llvm::StringRef(*Opts.Checks).trim().starts_with("-*"))
    return true;
  clang::tidy::GlobList Enabled(*Opts.Checks);
  return llvm::any_of(linkedChecks(), [&](const CheckInfo *Info) {
    return Enabled.contains(Info->Name);
  });
}

/// Analyses the units of the plan; the signal that ended it early, or 0.
static int analyseAll(const Plan &P, const Options &Opts, bool WithFacts,
                      const PoolCallbacks &Callbacks) {
  std::vector<UnitRequest> Requests;
  Requests.reserve(P.Units.size());
  for (const PlannedUnit &Unit : P.Units) {
    UnitRequest &Request = Requests.emplace_back(Unit.Request);
    Request.WithFacts = WithFacts;
    Request.WithInputs = Opts.WithDepfile;
  }
  PoolOptions Pool;
  Pool.Jobs = Opts.Jobs != 0
                  ? Opts.Jobs
                  : std::max(1U, std::thread::hardware_concurrency());
  Pool.Timeout = std::chrono::seconds(Opts.TimeoutSeconds);
  Progress Bar(Requests.size(), Opts.Quiet);
  PoolCallbacks Shown;
  Shown.Done = [&](size_t Index, UnitResult Result) {
    Bar.advance(relativeTo(Result.File, P.Root));
    Callbacks.Done(Index, std::move(Result));
  };
  Shown.Tick = [&] { Bar.tick(); };
  return runPool(Requests, Pool, Shown);
}

static llvm::Expected<Plan> planAndTell(const Options &Opts) {
  llvm::Expected<Plan> P = makePlan(Opts);
  if (P && !Opts.Quiet)
    for (const std::string &Remark : P->Remarks)
      fmt::print(stderr, "slowpath: {}\n", Remark);
  return P;
}

static int finish(const RunReport &Report, const std::vector<Output> &Outputs,
                  const Options &Opts) {
  tellFailures(Report, Outputs);
  if (!writeOutputs(Outputs, Report, Opts.Color))
    return ExitUsage;
  if (Report.Failed != 0)
    return ExitUnanalysed;
  return Report.Findings.empty() ? ExitClean : ExitFindings;
}

/// False if an index was asked for, and could not be written.
static bool linkAndTell(std::vector<UnitResult> &Results,
                        const std::string &Root, const Options &Opts) {
  llvm::Error Error = link(Results, Root, Opts.Index);
  if (!Error)
    return true;
  fmt::print(stderr, "slowpath: error: {}\n", llvm::toString(std::move(Error)));
  return false;
}

/// False if a rewrite was not applied though it should have been.
static bool fixAndTell(RunReport &Report,
                       llvm::sys::TimePoint<std::chrono::nanoseconds> Since) {
  const Applied Done = applySafeFixes(Report, Since);
  fmt::print(stderr, "slowpath: fixed {} finding{} in {} file{}\n",
             Done.Findings, Done.Findings == 1 ? "" : "s", Done.Files,
             Done.Files == 1 ? "" : "s");
  for (const std::string &Problem : Done.Problems)
    fmt::print(stderr, "slowpath: error: {}\n", Problem);
  return Done.Problems.empty();
}

int runCheck(const Options &Opts) {
  const auto Start = std::chrono::system_clock::now();
  llvm::Expected<std::vector<Output>> Outputs = parseOutputs(Opts.Outputs);
  if (!Outputs)
    return usageError(Outputs.takeError());
  llvm::Expected<Plan> P = planAndTell(Opts);
  if (!P)
    return usageError(P.takeError());
  if (Opts.Index && llvm::any_of(Opts.Paths, [&](const std::string &Path) {
        return canonicalPath(Path, currentDirectory()) !=
               canonicalPath(P->Root, "/");
      }))
    return usageError(llvm::createStringError(
        "--index is about the whole project: name no files with it"));

  std::vector<UnitResult> Results(P->Units.size());
  PoolCallbacks Callbacks;
  Callbacks.Done = [&](size_t Index, UnitResult Result) {
    Results[Index] = std::move(Result);
  };
  if (const int Signal = analyseAll(*P, Opts, needsFacts(Opts), Callbacks);
      Signal != 0)
    return 128 + Signal;

  const bool HasIndex = linkAndTell(Results, P->Root, Opts);
  tellConfigErrors(Results);
  for (size_t I = 0; I < Results.size(); ++I)
    std::erase_if(Results[I].Findings, [&](const ReportedFinding &F) {
      return !isAskedFor(F, P->Units[I], *P);
    });
  RunReport Report = assemble(P->Root, std::move(Results));
  Report.Failed += static_cast<unsigned>(P->Missing.size());
  Report.Units += static_cast<unsigned>(P->Missing.size());
  Report.Errors.insert(Report.Errors.end(), P->Missing.begin(),
                       P->Missing.end());
  sortErrors(Report);
  const bool AllWritten = (!Opts.Fix || fixAndTell(Report, Start)) && HasIndex;
  const int Status = finish(Report, *Outputs, Opts);
  return AllWritten ? Status : ExitUsage;
}

/// Writes Bytes so that a reader sees all of them or none.
static llvm::Error writeWhole(const std::string &Path, llvm::StringRef Bytes) {
  const llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  if (const std::error_code Error =
          Folder.empty() ? std::error_code()
                         : llvm::sys::fs::create_directories(Folder))
    return llvm::createStringError(Error, "%s: %s", Path.c_str(),
                                   Error.message().c_str());
  return llvm::writeToOutput(Path, [&](llvm::raw_ostream &Stream) {
    Stream << Bytes;
    return llvm::Error::success();
  });
}

int runFacts(const Options &Opts) {
  llvm::Expected<Plan> P = planAndTell(Opts);
  if (!P)
    return usageError(P.takeError());
  const bool IsFile = llvm::StringRef(Opts.FactsTo).ends_with(".facts");
  if (IsFile && P->Units.size() + P->Missing.size() != 1) {
    fmt::print(stderr,
               "slowpath: error: {} files for one facts file; name a directory "
               "with -o\n",
               P->Units.size() + P->Missing.size());
    return ExitUsage;
  }
  bool Written = true;
  const auto Write = [&](UnitResult Result) {
    const std::string Shown =
        relativeTo(canonicalPath(Result.File, P->Root), P->Root);
    const std::string Path =
        IsFile ? Opts.FactsTo
               : fmt::format("{}/{}.facts", Opts.FactsTo,
                             llvm::StringRef(Shown).ltrim('/').str());
    llvm::Error Failure = llvm::Error::success();
    if (Opts.WithDepfile)
      Failure = writeWhole(Path + ".d", dependencyRule(Path, Result.Inputs));
    mapPrefixes(Result, Opts.PrefixMap);
    if (llvm::Error Error =
            llvm::joinErrors(std::move(Failure),
                             writeWhole(Path, encodeFacts(Result, P->Root)))) {
      fmt::print(stderr, "slowpath: error: {}\n",
                 llvm::toString(std::move(Error)));
      Written = false;
    }
  };
  for (const UnitError &Missing : P->Missing) {
    UnitResult Stub;
    Stub.File = Missing.File;
    Stub.State = UnitState::Failed;
    Stub.Reason = Missing.Reason;
    Write(std::move(Stub));
  }
  PoolCallbacks Callbacks;
  Callbacks.Done = [&](size_t Index, UnitResult Result) {
    std::erase_if(Result.Findings, [&](const ReportedFinding &F) {
      return !isAskedFor(F, P->Units[Index], *P);
    });
    Write(std::move(Result));
  };
  if (const int Signal = analyseAll(*P, Opts, /*WithFacts=*/true, Callbacks);
      Signal != 0)
    return 128 + Signal;
  return Written ? ExitClean : ExitUsage;
}

int runLink(const Options &Opts) {
  llvm::Expected<std::vector<Output>> Outputs = parseOutputs(Opts.Outputs);
  if (!Outputs)
    return usageError(Outputs.takeError());
  std::vector<UnitResult> Results;
  unsigned Unread = 0;
  for (const std::string &Path : Opts.Paths) {
    auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/false);
    std::string Why;
    if (!Buffer) {
      Why = Buffer.getError().message();
    } else if (llvm::Expected<UnitResult> Result =
                   decodeFacts((*Buffer)->getBuffer())) {
      Results.push_back(std::move(*Result));
      continue;
    } else {
      Why = llvm::toString(Result.takeError());
    }
    fmt::print(stderr, "slowpath: warning: {} {}\n", Path, Why);
    ++Unread;
  }
  // In the order of names, as the plan of a check is.
  std::sort(
      Results.begin(), Results.end(),
      [](const UnitResult &A, const UnitResult &B) { return A.File < B.File; });
  const std::string Root = currentDirectory();
  const bool HasIndex = linkAndTell(Results, Root, Opts);
  tellConfigErrors(Results);
  RunReport Report = assemble(Root, std::move(Results));
  Report.Failed += Unread;
  Report.Units += Unread;
  sortErrors(Report);
  const int Status = finish(Report, *Outputs, Opts);
  return HasIndex ? Status : ExitUsage;
}

} // namespace slowpath::cli
