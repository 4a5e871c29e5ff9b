// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Color.h"
#include "driver/cli/Paths.h"
#include "driver/cli/Report/Diff.h"
#include "driver/cli/Report/Reporter.h"
#include "driver/cli/Report/Snippet.h"
#include "driver/cli/SourceText.h"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace slowpath::cli {

namespace {

/// One rendering.
class TextWriter {
public:
  TextWriter(const RunReport &Report, bool Colored)
      : Report(Report), Paint(Colored), Current(currentDirectory()) {}

  std::string write() {
    for (const ReportedFinding &F : Report.Findings)
      finding(F);
    summary();
    errors(UnitState::Failed, "not analysed:");
    errors(UnitState::Incomplete,
           "incomplete (compile errors; the rest of the file was checked):");
    return std::move(Out);
  }

private:
  void finding(const ReportedFinding &F);
  void place(const std::string &File, unsigned Line, unsigned Column);
  void snippet(const std::string &File, unsigned Line, unsigned Column,
               unsigned EndLine, unsigned EndColumn);
  void rewrite(const ReportedFinding &F);
  void diff(const Fix &F, const std::string &Home);
  void summary();
  void errors(UnitState State, std::string_view Heading);
  /// The reason, without the file's name when it begins with that.
  static std::string reason(const UnitError &E) {
    if (E.Reason.starts_with(E.File + ":"))
      return E.Reason.substr(E.File.size() + 1);
    return " " + E.Reason;
  }

  /// The file as the user would name it from where they are.
  std::string shown(const std::string &File) const {
    std::filesystem::path Absolute = absolute(File);
    if (isBelow(Absolute.string(), Report.Root) &&
        (isBelow(Report.Root, Current) || isBelow(Current, Report.Root)))
      return Absolute.lexically_relative(Current).string();
    return Absolute.string();
  }
  std::string absolute(const std::string &File) const {
    return (std::filesystem::path(Report.Root) / File).string();
  }
  const SourceText &source(const std::string &File) {
    return Sources.get(absolute(File));
  }
  /// "  12 | " of so many columns.
  std::string gutter(std::string_view Label, char Mark = '|') const {
    return Paint(Tone::Dim, fmt::format("{:>5} {}", Label, Mark)) + " ";
  }

  const RunReport &Report;
  Palette Paint;
  std::string Current;
  SourceCache Sources;
  std::string Out;
};

void TextWriter::place(const std::string &File, unsigned Line,
                       unsigned Column) {
  Out += Paint(Tone::Bold, fmt::format("{}:{}:{}:", shown(File), Line, Column));
  Out += ' ';
}

void TextWriter::snippet(const std::string &File, unsigned Line,
                         unsigned Column, unsigned EndLine,
                         unsigned EndColumn) {
  constexpr unsigned MaxLines = 4;
  const SourceText &Source = source(File);
  if (Source.line(Line).empty())
    return;
  const unsigned Last = std::max(Line, EndLine);
  for (unsigned At = Line; At <= Last; ++At) {
    if (At == Line + MaxLines) {
      Out += gutter("") + "…\n";
      break;
    }
    const std::string_view Text = Source.line(At);
    const size_t Begin =
        At == Line ? Column - 1
                   : std::min(Text.find_first_not_of(" \t"), Text.size());
    size_t End = Text.size();
    if (At == EndLine)
      End = std::max<size_t>(Begin + 1, EndColumn) - 1;
    else if (EndLine < Line)
      End = Begin;
    Snippet S = makeSnippet(Text, Begin, End);
    if (At != Line)
      S.Underline.assign(Begin < End ? S.Underline.size() : 0, '~');
    Out += gutter(std::to_string(At)) + S.Code + '\n';
    if (!S.Underline.empty())
      Out += gutter("") + std::string(S.Indent, ' ') +
             Paint(Tone::Caret, S.Underline) + '\n';
  }
}

void TextWriter::finding(const ReportedFinding &F) {
  place(F.File, F.Line, F.Column);
  Out += fmt::format("{} {} {}\n", Paint(Tone::Warning, "warning:"),
                     Paint(Tone::Bold, F.Message),
                     Paint(Tone::Check, fmt::format("[{}]", F.Check)));
  snippet(F.File, F.Line, F.Column, F.EndLine, F.EndColumn);
  for (const Note &N : F.Notes) {
    place(N.File, N.Line, N.Column);
    Out += fmt::format("{} {}\n", Paint(Tone::Note, "note:"), N.Message);
    snippet(N.File, N.Line, N.Column, 0, 0);
  }
  rewrite(F);
  Out += '\n';
}

void TextWriter::rewrite(const ReportedFinding &F) {
  const std::string Kind =
      F.FixLevel == "safe" ? "fix" : fmt::format("rewrite ({})", F.FixLevel);
  for (const Fix &Rewrite : F.Fixes) {
    Out += fmt::format("{} {}\n", Paint(Tone::Note, Kind + ":"), Rewrite.Title);
    diff(Rewrite, F.File);
  }
  if (F.Fixes.empty() && !F.Advice.empty()) {
    Out += fmt::format("{}{}{}\n", Paint(Tone::Note, Kind + ":"),
                       F.FixTitle.empty() ? "" : " ", F.FixTitle);
    SourceText Advice(F.Advice);
    for (unsigned Line = 1; Line <= Advice.lines(); ++Line) {
      if (Line == Advice.lines() && Advice.line(Line).empty())
        break;
      Out += gutter("", '+') +
             Paint(Tone::Added, printableLine(Advice.line(Line), 0)) + '\n';
    }
  }
}

static size_t commonPrefix(std::string_view A, std::string_view B) {
  return static_cast<size_t>(
      std::mismatch(A.begin(), A.end(), B.begin(), B.end()).first - A.begin());
}

void TextWriter::diff(const Fix &F, const std::string &Home) {
  std::string File = Home;
  for (const Hunk &H :
       makeDiff(F, [&](const std::string &Name) -> const SourceText & {
         return source(Name);
       })) {
    if (H.File != File)
      Out += fmt::format("  {} {}\n", Paint(Tone::Dim, "in"), shown(H.File));
    File = H.File;
    // What is shown of a very long line is where it changes.
    size_t Focus = 0;
    if (!H.Removed.empty() && !H.Added.empty())
      Focus = commonPrefix(H.Removed.front(), H.Added.front());
    unsigned Line = H.Line;
    for (const std::string &Text : H.Removed)
      Out += gutter(std::to_string(Line++), '-') +
             Paint(Tone::Removed, printableLine(Text, Focus)) + '\n';
    Line = H.Line;
    for (const std::string &Text : H.Added)
      Out += gutter(std::to_string(Line++), '+') +
             Paint(Tone::Added, printableLine(Text, Focus)) + '\n';
  }
}

static std::string plural(size_t Count, std::string_view Thing) {
  return fmt::format("{} {}{}", Count, Thing, Count == 1 ? "" : "s");
}

void TextWriter::summary() {
  std::set<std::string> Files;
  std::map<std::string, size_t> PerCheck;
  size_t Safe = 0;
  for (const ReportedFinding &F : Report.Findings) {
    Files.insert(F.File);
    ++PerCheck[F.Check];
    if (F.FixLevel == "safe" && !F.Fixes.empty())
      ++Safe;
  }
  std::string Line = "no findings";
  if (!Report.Findings.empty()) {
    Line = fmt::format("{} in {}", plural(Report.Findings.size(), "finding"),
                       plural(Files.size(), "file"));
    if (Safe != 0)
      Line += fmt::format(" ({} with a safe fix)", Safe);
  }
  Out += Paint(Tone::Bold, Line) +
         fmt::format("; {} of {} analysed", Report.Analysed,
                     plural(Report.Units, "translation unit"));
  if (Report.Incomplete != 0)
    Out += fmt::format(", {} of them incomplete", Report.Incomplete);
  Out += '\n';
  if (PerCheck.size() < 2)
    return;
  std::vector<std::pair<std::string, size_t>> Ranking(PerCheck.begin(),
                                                      PerCheck.end());
  std::sort(Ranking.begin(), Ranking.end(), [](const auto &A, const auto &B) {
    return std::tie(B.second, A.first) < std::tie(A.second, B.first);
  });
  for (const auto &[Check, Count] : Ranking)
    Out += fmt::format("{:>5} {}\n", Count, Check);
}

void TextWriter::errors(UnitState State, std::string_view Heading) {
  constexpr size_t Shown = 10;
  size_t Count = 0;
  for (const UnitError &E : Report.Errors) {
    if (E.State != State)
      continue;
    if (Count++ == 0)
      Out += Paint(Tone::Bold, Heading) + "\n";
    // Every file that was not analysed is named; incomplete ones can be most
    // of a project.
    if (State == UnitState::Failed || Count <= Shown)
      Out += fmt::format("  {}:{}\n", shown(E.File), reason(E));
  }
  if (State == UnitState::Incomplete && Count > Shown)
    Out += fmt::format("  and {} more\n", Count - Shown);
}

class TextReporter : public Reporter {
public:
  std::string render(const RunReport &Report, bool Colored) const override {
    return TextWriter(Report, Colored).write();
  }
};

} // namespace

std::unique_ptr<Reporter> makeTextReporter() {
  return std::make_unique<TextReporter>();
}

} // namespace slowpath::cli
