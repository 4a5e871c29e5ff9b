// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/Golden.h"
#include "checks/AllChecks.h"
#include "tests/support/Process.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <set>

namespace slowpath::test {
namespace {

using Problems = std::vector<std::string>;

std::string at(const std::string &File, unsigned Line) {
  return fmt::format("{}:{}", File, Line);
}

void append(Problems &To, Problems From) {
  To.insert(To.end(), std::make_move_iterator(From.begin()),
            std::make_move_iterator(From.end()));
}

void splitWords(llvm::StringRef Text, std::vector<std::string> &Into) {
  llvm::SmallVector<llvm::StringRef> Words;
  llvm::SplitString(Text, Words);
  for (llvm::StringRef Word : Words)
    Into.push_back(Word.str());
}

/// One line of the comment block at the top of a case. Returns false if it
/// looks like a directive but is none.
bool parseDirective(llvm::StringRef Line, Expectations &Into) {
  llvm::StringRef Text = Line.trim();
  Text.consume_front("//");
  Text = Text.trim();
  if (Text == "error-ok") {
    Into.MayHaveErrors = true;
    return true;
  }
  static const llvm::Regex Directive("^([a-z-]+): *(.*)$");
  llvm::SmallVector<llvm::StringRef> Groups;
  if (!Directive.match(Text, &Groups))
    return true;
  const llvm::StringRef Key = Groups[1];
  const llvm::StringRef Value = Groups[2].trim();
  if (Key == "args") {
    splitWords(Value, Into.Args);
  } else if (Key == "packages") {
    splitWords(Value, Into.Packages);
  } else if (Key == "checks") {
    Into.Checks = Value.str();
  } else if (Key == "as") {
    Into.As = Value.str();
  } else if (Key == "options") {
    std::vector<std::string> Settings;
    splitWords(Value, Settings);
    for (const std::string &Setting : Settings) {
      auto [Name, Chosen] = llvm::StringRef(Setting).split('=');
      Into.Options[Name.str()] = Chosen.str();
    }
  } else {
    return false;
  }
  return true;
}

std::string describe(const LintedFinding &Finding) {
  return fmt::format(
      "[{}{}] {}", Finding.Check,
      Finding.Record ? ", " + toString(Finding.Record->Level).str() : "",
      Finding.Message);
}

std::string describe(const Want &W) {
  return fmt::format(
      "{}{}", W.Level ? "[" + toString(*W.Level).str() + "] " : "", W.Text);
}

bool isPlace(const Want &W, const LintedPlace &Place) {
  return W.File == Place.File && W.Line == Place.Line;
}

bool meets(const LintedFinding &Finding, const Want &W) {
  if (!isPlace(W, Finding.At) ||
      !llvm::StringRef(Finding.Message).contains(W.Text))
    return false;
  return !W.Level || (Finding.Record && Finding.Record->Level == *W.Level);
}

/// Pairs wants and findings so that as many as possible have a partner
/// (augmenting paths: a want may match several findings of its line).
/// Returns the finding of each want, or -1.
std::vector<int> pairUp(const std::vector<Want> &Wants,
                        const std::vector<LintedFinding> &Findings) {
  std::vector<int> WantOf(Findings.size(), -1);
  std::vector<int> FindingOf(Wants.size(), -1);
  std::vector<bool> Tried;
  std::function<bool(size_t)> Place = [&](size_t W) {
    for (size_t F = 0; F < Findings.size(); ++F) {
      if (Tried[F] || !meets(Findings[F], Wants[W]))
        continue;
      Tried[F] = true;
      if (WantOf[F] == -1 || Place(static_cast<size_t>(WantOf[F]))) {
        WantOf[F] = static_cast<int>(W);
        FindingOf[W] = static_cast<int>(F);
        return true;
      }
    }
    return false;
  };
  for (size_t W = 0; W < Wants.size(); ++W) {
    Tried.assign(Findings.size(), false);
    Place(W);
  }
  return FindingOf;
}

bool hasLine(llvm::StringRef Text, llvm::StringRef Line) {
  llvm::SmallVector<llvm::StringRef> Lines;
  Text.split(Lines, '\n');
  return llvm::any_of(
      Lines, [&](llvm::StringRef L) { return L.trim() == Line.trim(); });
}

/// Is A more trusted than B?
bool isBolder(FixLevel A, FixLevel B) { return A < B; }

/// Rules that every finding of every case keeps.
Problems findingProblems(const LintedFinding &Finding) {
  Problems Result;
  const std::string Where = at(Finding.At.File, Finding.At.Line);
  if (std::string Problem = messageProblem(Finding.Message); !Problem.empty())
    Result.push_back(
        fmt::format("{}: the message {}: {}", Where, Problem, Finding.Message));
  if (!Finding.Record) {
    Result.push_back(
        fmt::format("{}: not reported through SlowpathCheck::report: {}", Where,
                    describe(Finding)));
    return Result;
  }
  const FixLevel Level = Finding.Record->Level;
  if ((Level == FixLevel::Safe) == Finding.Safe.empty())
    Result.push_back(fmt::format("{}: level {} but {} edits on the warning",
                                 Where, toString(Level).str(),
                                 Finding.Safe.empty() ? "no" : "there are"));
  if ((Level == FixLevel::Review) == Finding.Review.empty())
    Result.push_back(fmt::format("{}: level {} but {} edits on the notes",
                                 Where, toString(Level).str(),
                                 Finding.Review.empty() ? "no" : "there are"));
  if (Level == FixLevel::Advice && Finding.Record->Advice.empty())
    Result.push_back(Where + ": advice without a rewrite to show");
  const CheckInfo *Info = findCheck(Finding.Check);
  if (Info && isBolder(Level, Info->BestFix))
    Result.push_back(fmt::format(
        "{}: level {} but CheckInfo says that {} is the best there is", Where,
        toString(Level).str(), toString(Info->BestFix).str()));
  return Result;
}

/// The compiler or linker flags of pkg-config packages.
std::vector<std::string> packageFlags(const std::vector<std::string> &Packages,
                                      const std::string &What,
                                      Problems &Found) {
  std::vector<std::string> Flags;
  if (Packages.empty())
    return Flags;
  std::vector<std::string> Command = {"pkg-config", What};
  Command.insert(Command.end(), Packages.begin(), Packages.end());
  const ProcessResult Result = run(Command);
  if (Result.Status != 0)
    Found.push_back(fmt::format("pkg-config {}: {}{}",
                                llvm::join(Packages, " "), Result.Err,
                                Result.Problem));
  splitWords(Result.Out, Flags);
  return Flags;
}

/// Adds the expectations of the headers beside the case that it includes.
void parseHeaders(const std::string &Folder, llvm::StringRef Text,
                  std::set<std::string> &Seen, Expectations &Into,
                  Problems &Found) {
  static const llvm::Regex Include("^ *# *include *\"([^\"]+)\"");
  llvm::SmallVector<llvm::StringRef> Lines;
  Text.split(Lines, '\n');
  for (llvm::StringRef Line : Lines) {
    llvm::SmallVector<llvm::StringRef> Groups;
    if (!Include.match(Line, &Groups))
      continue;
    const std::string Header = Folder + "/" + Groups[1].str();
    auto Buffer = llvm::MemoryBuffer::getFile(Header);
    if (!Buffer || !Seen.insert(Header).second)
      continue;
    append(Found, parseExpectations(Header, (*Buffer)->getBuffer(),
                                    /*IsMainFile=*/false, Into));
    parseHeaders(Folder, (*Buffer)->getBuffer(), Seen, Into, Found);
  }
}

/// "range_for.cpp" and "fixed" → "range_for.fixed.cpp".
std::string snapshotPath(llvm::StringRef File, llvm::StringRef Kind) {
  const llvm::StringRef Extension = llvm::sys::path::extension(File);
  return (File.drop_back(Extension.size()) + "." + Kind + Extension).str();
}

/// The golden case while it is carried out.
class Execution {
public:
  explicit Execution(const GoldenCase &Case)
      : Case(Case), Folder(llvm::sys::path::parent_path(Case.Path).str()) {}

  Problems execute() {
    readCase();
    if (Found.empty())
      lintCase();
    if (Found.empty())
      checkFixes();
    return std::move(Found);
  }

private:
  void readCase() {
    auto Buffer = llvm::MemoryBuffer::getFile(Case.Path);
    if (!Buffer) {
      Found.push_back(Case.Path + ": " + Buffer.getError().message());
      return;
    }
    Text = (*Buffer)->getBuffer().str();
    append(Found, parseExpectations(Case.Path, Text, true, Expected));
    parseHeaders(Folder, Text, Headers, Expected, Found);
    if (Case.isOk() && !Expected.Findings.empty())
      Found.push_back(Case.Path + ": an _ok case wants findings");
    if (!Case.isOk() && Expected.Findings.empty())
      Found.push_back(Case.Path +
                      ": wants nothing; add a want or name it *_ok.cpp");

    Request.File = Case.Path;
    Request.Args = compilerArgs(Expected, Found);
    Request.Checks = Expected.Checks.empty() ? "-*,slowpath-" + Case.Folder
                                             : Expected.Checks;
    Request.Options = Expected.Options;
    // The cases' own folder is named tests/.
    Request.Options.try_emplace("slowpath.Tests", "true");
    if (!Expected.As.empty()) {
      Request.File = "/slowpath-golden-project/" + Expected.As;
      Request.Overlay[Request.File] = Text;
      Request.Overlay["/slowpath-golden-project/.git"] = "";
      Request.Args.push_back("-I" + Folder);
      for (Want &W : llvm::concat<Want>(Expected.Findings, Expected.Notes))
        if (W.File == Case.Path)
          W.File = Request.File;
    }
  }

  void lintCase() {
    Result = lint(Request);
    if (!Expected.MayHaveErrors)
      append(Found, Result.CompileErrors);
    append(Found, compare(Expected, Result.Findings));
    for (const LintedFinding &Finding : Result.Findings)
      append(Found, findingProblems(Finding));
  }

  void checkFixes() {
    const bool HasSafe = llvm::any_of(
        Result.Findings, [](const auto &F) { return !F.Safe.empty(); });
    const bool HasReview = llvm::any_of(
        Result.Findings, [](const auto &F) { return !F.Review.empty(); });
    if ((HasSafe || HasReview) && !Expected.As.empty()) {
      Found.push_back(Case.Path + ": `as:` is for cases without fixes");
      return;
    }
    FixOutcome Fixed;
    if (HasSafe)
      Fixed = apply(Apply::Safe, "safe");
    compareSnapshots("fixed", HasSafe, Fixed);
    FixOutcome Reviewed;
    if (HasReview)
      Reviewed = apply(Apply::SafeAndReview, "safe and review");
    compareSnapshots("review", HasReview, Reviewed);
    if (Expected.MayHaveErrors)
      return;
    if (HasReview)
      checkCompiles("review", Reviewed);
    if (HasSafe)
      checkEquivalence(Fixed);
  }

  FixOutcome apply(Apply What, const std::string &Kind) {
    FixOutcome Outcome = applyFixes(Request, Result, What);
    if (!Outcome.Converged)
      Found.push_back(fmt::format(
          "{}: after {} rounds of {} fixes, edits are still offered", Case.Path,
          Outcome.Rounds, Kind));
    if (!Expected.MayHaveErrors)
      for (const std::string &Error : Outcome.Last.CompileErrors)
        Found.push_back(fmt::format("after {} fixes: {}", Kind, Error));
    for (const auto &[File, Changed] : Outcome.Changed)
      if (File != Case.Path && !Headers.contains(File))
        Found.push_back(fmt::format("{}: {} fixes change it, but only the case "
                                    "and headers beside it may be changed",
                                    File, Kind));
    return Outcome;
  }

  void compareSnapshots(llvm::StringRef Kind, bool Exists,
                        const FixOutcome &Outcome) {
    std::set<std::string> Files = Headers;
    Files.insert(Case.Path);
    for (const std::string &File : Files) {
      std::optional<std::string> Changed;
      if (auto It = Outcome.Changed.find(File);
          Exists && It != Outcome.Changed.end())
        Changed = It->second;
      append(Found, compareSnapshot(snapshotPath(File, Kind), Changed));
    }
  }

  /// Writes the case and the headers beside it, changed by fixes, to To.
  std::string writeFixed(const FixOutcome &Outcome, const std::string &To) {
    std::set<std::string> Files = Headers;
    Files.insert(Case.Path);
    for (const std::string &File : Files) {
      auto It = Outcome.Changed.find(File);
      const std::string Content =
          It != Outcome.Changed.end() ? It->second : readFile(File);
      writeFile(To + llvm::StringRef(File).drop_front(Folder.size()).str(),
                Content);
    }
    return To + "/" + Case.Name + ".cpp";
  }

  std::vector<std::string> compileCommand(const std::string &File) const {
    std::vector<std::string> Command = {SLOWPATH_CLANGXX};
    Command.insert(Command.end(), Request.Args.begin(), Request.Args.end());
    Command.push_back(File);
    return Command;
  }

  void checkCompiles(const std::string &Kind, const FixOutcome &Outcome) {
    TemporaryFolder Temporary;
    std::vector<std::string> Command =
        compileCommand(writeFixed(Outcome, Temporary.path()));
    Command.push_back("-fsyntax-only");
    const ProcessResult Compiled = run(Command);
    if (Compiled.Status != 0)
      Found.push_back(fmt::format("{}: does not compile after {} fixes:\n{}{}",
                                  Case.Path, Kind, Compiled.Err,
                                  Compiled.Problem));
  }

  /// Builds and runs the program File; nothing and a problem if it fails.
  std::optional<ProcessResult> runProgram(const std::string &File,
                                          const std::string &Program,
                                          const std::string &Kind) {
    std::vector<std::string> Command = compileCommand(File);
    if (std::getenv("SLOWPATH_SANITIZE"))
      for (const char *Flag : {"-O0", "-g", "-fsanitize=address,undefined",
                               "-fno-sanitize-recover=all"})
        Command.push_back(Flag);
    else
      Command.push_back("-O1");
    Command.push_back("-o");
    Command.push_back(Program);
    for (const std::string &Flag :
         packageFlags(Expected.Packages, "--libs", Found))
      Command.push_back(Flag);
    Command.push_back("-pthread");
    ProcessOptions Patient;
    Patient.TimeoutSeconds = 100;
    const ProcessResult Compiled = run(Command, Patient);
    if (Compiled.Status != 0) {
      Found.push_back(fmt::format("{}: the {} program does not build:\n{}{}",
                                  Case.Path, Kind, Compiled.Err,
                                  Compiled.Problem));
      return std::nullopt;
    }
    ProcessOptions Impatient;
    Impatient.TimeoutSeconds = 20;
    ProcessResult Ran = run({Program}, Impatient);
    if (!Ran.Problem.empty()) {
      Found.push_back(fmt::format("{}: the {} program: {}\n{}", Case.Path, Kind,
                                  Ran.Problem, Ran.Err));
      return std::nullopt;
    }
    return Ran;
  }

  void checkEquivalence(const FixOutcome &Fixed) {
    if (!llvm::StringRef(Text).contains("int main(")) {
      Found.push_back(Case.Path + ": has safe fixes but no int main() that "
                                  "exercises them");
      return;
    }
    TemporaryFolder Temporary;
    const std::optional<ProcessResult> Before =
        runProgram(Case.Path, Temporary.file("before"), "original");
    if (!Before)
      return;
    if (Before->Out.empty())
      Found.push_back(Case.Path + ": main prints nothing to compare");
    const std::optional<ProcessResult> After =
        runProgram(writeFixed(Fixed, Temporary.file("src")),
                   Temporary.file("after"), "fixed");
    if (!After)
      return;
    if (Before->Status != After->Status)
      Found.push_back(
          fmt::format("{}: the fixes change the exit status from {} to {}\n{}",
                      Case.Path, Before->Status, After->Status, After->Err));
    if (Before->Out != After->Out)
      Found.push_back(
          fmt::format("{}: the fixes change the output\nbefore:\n{}after:\n{}",
                      Case.Path, Before->Out, After->Out));
  }

  const GoldenCase &Case;
  const std::string Folder;
  std::string Text;
  /// The files beside the case that it includes.
  std::set<std::string> Headers;
  Expectations Expected;
  LintRequest Request;
  LintResult Result;
  Problems Found;
};

} // namespace

std::vector<std::string> parseExpectations(const std::string &File,
                                           llvm::StringRef Text,
                                           bool IsMainFile,
                                           Expectations &Into) {
  Problems Found;
  static const llvm::Regex Form("^want(-note|-advice)?((@[-+][0-9]+|"
                                "\\[(safe|review|advice)\\])*): *(.*)$");
  static const llvm::Regex Offset("@([-+][0-9]+)");
  static const llvm::Regex Level("\\[([a-z]+)\\]");
  llvm::SmallVector<llvm::StringRef> Lines;
  Text.split(Lines, '\n');
  bool IsTop = true;
  unsigned Number = 0;
  for (llvm::StringRef Line : Lines) {
    ++Number;
    const llvm::StringRef Trimmed = Line.trim();
    if (!Trimmed.empty() && !Trimmed.starts_with("//"))
      IsTop = false;
    if (IsTop && IsMainFile && !Trimmed.starts_with("// want") &&
        !parseDirective(Line, Into))
      Found.push_back(fmt::format("{}: no such directive: {}", at(File, Number),
                                  Trimmed.str()));

    size_t Begin = Line.find("// want");
    while (Begin != llvm::StringRef::npos) {
      const size_t End = Line.find("// want", Begin + 1);
      const llvm::StringRef Comment =
          Line.slice(Begin, End).drop_front(3).rtrim();
      Begin = End;
      llvm::SmallVector<llvm::StringRef> Groups;
      if (!Form.match(Comment, &Groups) || Groups[5].trim().empty()) {
        Found.push_back(fmt::format("{}: no such expectation: {}",
                                    at(File, Number), Comment.str()));
        continue;
      }
      const llvm::StringRef Kind = Groups[1];
      const llvm::StringRef Modifiers = Groups[2];
      const std::string Expected = Groups[5].trim().str();
      if (Kind == "-advice") {
        if (!Modifiers.empty() || Into.Findings.empty())
          Found.push_back(fmt::format("{}: want-advice follows a want and "
                                      "takes no modifiers",
                                      at(File, Number)));
        else
          Into.Findings.back().AdviceLines.push_back(Expected);
        continue;
      }
      Want W;
      W.File = File;
      W.Line = Number;
      W.Text = Expected;
      if (Offset.match(Modifiers, &Groups)) {
        int Distance = 0;
        llvm::StringRef Digits = Groups[1];
        Digits.consume_front("+");
        (void)llvm::to_integer(Digits, Distance, 10);
        W.Line = static_cast<unsigned>(static_cast<int>(Number) + Distance);
      }
      if (Level.match(Modifiers, &Groups))
        for (FixLevel L : {FixLevel::Safe, FixLevel::Review, FixLevel::Advice})
          if (toString(L) == Groups[1])
            W.Level = L;
      if (Kind == "-note")
        Into.Notes.push_back(std::move(W));
      else
        Into.Findings.push_back(std::move(W));
    }
  }
  return Found;
}

std::vector<std::string> compilerArgs(const Expectations &Of,
                                      std::vector<std::string> &Found) {
  std::vector<std::string> Args = defaultArgs();
  llvm::append_range(Args, Of.Args);
  llvm::append_range(Args, packageFlags(Of.Packages, "--cflags", Found));
  return Args;
}

std::vector<std::string> compare(const Expectations &Expected,
                                 const std::vector<LintedFinding> &Findings) {
  Problems Found;
  const std::vector<int> FindingOf = pairUp(Expected.Findings, Findings);
  std::vector<bool> IsWanted(Findings.size());
  for (size_t I = 0; I < FindingOf.size(); ++I) {
    const Want &W = Expected.Findings[I];
    if (FindingOf[I] >= 0) {
      const auto Index = static_cast<size_t>(FindingOf[I]);
      IsWanted[Index] = true;
      const std::string Advice =
          Findings[Index].Record ? Findings[Index].Record->Advice : "";
      for (const std::string &Line : W.AdviceLines)
        if (!hasLine(Advice, Line))
          Found.push_back(fmt::format(
              "{}: the rewrite shown lacks a line\n  want: {}\n   got: {}",
              at(W.File, W.Line), Line, Advice));
      continue;
    }
    std::string Got;
    for (const LintedFinding &Finding : Findings)
      if (isPlace(W, Finding.At))
        Got += "\n   got: " + describe(Finding);
    Found.push_back(fmt::format("{}: want not met\n  want: {}{}",
                                at(W.File, W.Line), describe(W),
                                Got.empty() ? "\n   got: nothing here" : Got));
  }
  for (size_t F = 0; F < Findings.size(); ++F)
    if (!IsWanted[F])
      Found.push_back(fmt::format(
          "{}:{}: unexpected finding\n  want: {}\n   got: {}",
          at(Findings[F].At.File, Findings[F].At.Line), Findings[F].At.Column,
          "nothing, or another text", describe(Findings[F])));
  for (const Want &W : Expected.Notes) {
    std::string Got;
    bool IsMet = false;
    for (const LintedFinding &Finding : Findings)
      for (const LintedNote &Note : Finding.Notes)
        if (isPlace(W, Note.At)) {
          IsMet |= llvm::StringRef(Note.Message).contains(W.Text);
          Got += "\n   got: " + Note.Message;
        }
    if (!IsMet)
      Found.push_back(
          fmt::format("{}: note not met\n  want: {}{}", at(W.File, W.Line),
                      W.Text, Got.empty() ? "\n   got: nothing here" : Got));
  }
  return Found;
}

std::string messageProblem(llvm::StringRef Message) {
  if (Message.empty())
    return "is empty";
  const char First = Message.front();
  if (!llvm::StringRef("'\"`").contains(First) &&
      !(First >= 'a' && First <= 'z'))
    return "starts neither in lower case nor with a quote";
  if (Message.ends_with("."))
    return "ends with a full stop";
  if (Message.contains('\n'))
    return "has more than one line";
  return "";
}

std::vector<GoldenCase> goldenCases(const std::string &Folder) {
  std::vector<GoldenCase> Cases;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator Check(Folder, Error), End;
       Check != End && !Error; Check.increment(Error)) {
    if (!llvm::sys::fs::is_directory(Check->path()))
      continue;
    std::error_code Inner;
    for (llvm::sys::fs::directory_iterator File(Check->path(), Inner);
         File != End && !Inner; File.increment(Inner)) {
      llvm::StringRef Name = llvm::sys::path::filename(File->path());
      // "range_for.fixed.cpp" has a dot in its stem.
      if (!Name.consume_back(".cpp") || Name.contains('.'))
        continue;
      Cases.push_back({llvm::sys::path::filename(Check->path()).str(),
                       Name.str(), File->path()});
    }
  }
  llvm::sort(Cases, [](const GoldenCase &A, const GoldenCase &B) {
    return A.Path < B.Path;
  });
  return Cases;
}

std::string goldenFolder() { return SLOWPATH_SOURCE_DIR "/tests/golden"; }

bool updatesSnapshots() {
  const char *Value = std::getenv("UPDATE_SNAPSHOTS");
  return Value && llvm::StringRef(Value) != "0";
}

std::vector<std::string>
compareSnapshot(const std::string &Path,
                const std::optional<std::string> &Text) {
  std::optional<std::string> Golden;
  if (auto Buffer = llvm::MemoryBuffer::getFile(Path))
    Golden = (*Buffer)->getBuffer().str();
  if (Golden == Text)
    return {};
  if (updatesSnapshots()) {
    if (Text)
      writeFile(Path, *Text);
    else
      (void)llvm::sys::fs::remove(Path);
    fmt::print("{} {}\n", Text ? "wrote" : "removed", Path);
    return {};
  }
  constexpr const char *Way = "UPDATE_SNAPSHOTS=1 accepts";
  if (!Text)
    return {fmt::format("{}: exists, but there is nothing to compare it with; "
                        "{}",
                        Path, Way)};
  if (!Golden)
    return {fmt::format("{}: does not exist; {}:\n{}", Path, Way, *Text)};
  llvm::StringRef WantRest = *Golden;
  llvm::StringRef GotRest = *Text;
  unsigned Line = 1;
  while (true) {
    auto [WantLine, WantNext] = WantRest.split('\n');
    auto [GotLine, GotNext] = GotRest.split('\n');
    if (WantLine != GotLine || WantNext.empty() || GotNext.empty())
      return {fmt::format(
          "{}: differs; {}\n  want: {}\n   got: {}\nwhole text:\n{}",
          at(Path, Line), Way, WantLine.str(), GotLine.str(), *Text)};
    WantRest = WantNext;
    GotRest = GotNext;
    ++Line;
  }
}

std::vector<std::string> checkCase(const GoldenCase &Case) {
  return Execution(Case).execute();
}

} // namespace slowpath::test
