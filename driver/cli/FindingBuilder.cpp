// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/FindingBuilder.h"
#include "checks/UpstreamChecks.h"
#include "checks/facts/LinkedFinding.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "driver/cli/Paths.h"
#include "driver/cli/SourceText.h"
#include "clang/Lex/Lexer.h"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace slowpath::cli {

using clang::tidy::ClangTidyError;
using clang::tooling::DiagnosticMessage;

namespace {

class Builder {
public:
  Builder(const UnitRequest &Request, llvm::ArrayRef<FindingRecord> Records)
      : Request(Request), Records(Records) {}

  UnitResult build(llvm::ArrayRef<ClangTidyError> Errors, facts::Unit Facts);

private:
  std::string canonical(const std::string &File) {
    auto [Known, IsNew] = Canonical.try_emplace(File);
    if (IsNew)
      Known->second = canonicalPath(File, Request.Directory);
    return Known->second;
  }
  std::string shown(const std::string &File) {
    return relativeTo(canonical(File), Request.Root);
  }
  const SourceText &source(const std::string &File) {
    return Sources.get(canonical(File));
  }

  ReportedFinding finding(const ClangTidyError &Error);
  const FindingRecord *recordOf(const ClangTidyError &Error);
  unsigned endOf(const ClangTidyError &Error);
  Fix fix(std::string Title,
          const llvm::StringMap<clang::tooling::Replacements> &Edits);
  std::string located(const DiagnosticMessage &Message);
  void complete(facts::Unit &Facts);

  const UnitRequest &Request;
  llvm::ArrayRef<FindingRecord> Records;
  std::map<std::string, std::string> Canonical;
  SourceCache Sources;
  /// The checks that may report at a place, and the edits that rewrite it then.
  llvm::StringMap<std::map<std::string, std::vector<Edit>>> Candidates;
};

const FindingRecord *Builder::recordOf(const ClangTidyError &Error) {
  auto Match = llvm::find_if(Records, [&](const FindingRecord &R) {
    return R.Check == Error.DiagnosticName &&
           R.Offset == Error.Message.FileOffset &&
           Error.Message.Message == R.Message &&
           canonical(R.File) == canonical(Error.Message.FilePath);
  });
  return Match == Records.end() ? nullptr : &*Match;
}

/// The end of the reported code: that of a range which begins at the location,
/// else of the token there.
unsigned Builder::endOf(const ClangTidyError &Error) {
  unsigned Begin = Error.Message.FileOffset;
  for (const clang::tooling::FileByteRange &Range : Error.Message.Ranges)
    if (Range.FileOffset == Begin && Range.FilePath == Error.Message.FilePath)
      return Begin + Range.Length;
  const std::string &Text = source(Error.Message.FilePath).content();
  if (Begin >= Text.size())
    return Begin;
  clang::LangOptions Language;
  Language.CPlusPlus = true;
  clang::Lexer Lexer(clang::SourceLocation(), Language, Text.c_str(),
                     Text.c_str() + Begin, Text.c_str() + Text.size());
  clang::Token Token;
  Lexer.LexFromRawLexer(Token);
  return Begin + Token.getLength();
}

Fix Builder::fix(std::string Title,
                 const llvm::StringMap<clang::tooling::Replacements> &Edits) {
  Fix Result;
  Result.Title = std::move(Title);
  for (const auto &InFile : Edits)
    for (const clang::tooling::Replacement &R : InFile.second) {
      std::string File = R.getFilePath().str();
      SourceText::Position Start = source(File).position(R.getOffset());
      SourceText::Position End =
          source(File).position(R.getOffset() + R.getLength());
      Result.Edits.push_back({shown(File), Start.Line, Start.Column, End.Line,
                              End.Column, R.getOffset(), R.getLength(),
                              R.getReplacementText().str()});
    }
  llvm::sort(Result.Edits, [](const Edit &A, const Edit &B) {
    return std::tie(A.File, A.Offset, A.Length) <
           std::tie(B.File, B.Offset, B.Length);
  });
  return Result;
}

ReportedFinding Builder::finding(const ClangTidyError &Error) {
  const FindingRecord *Record = recordOf(Error);
  const DiagnosticMessage &Message = Error.Message;
  const SourceText &Source = source(Message.FilePath);
  SourceText::Position Start = Source.position(Message.FileOffset);
  SourceText::Position End =
      Source.position(Record ? Record->EndOffset : endOf(Error));

  ReportedFinding F;
  F.Check = Error.DiagnosticName;
  F.File = shown(Message.FilePath);
  F.Line = Start.Line;
  F.Column = Start.Column;
  F.EndLine = End.Line;
  F.EndColumn = End.Column;
  F.Message = Message.Message;
  if (Record) {
    F.CostBefore = Record->CostBefore;
    F.CostAfter = Record->CostAfter;
    F.FixTitle = Record->FixTitle;
    F.Advice = Record->Advice;
  }

  if (!Message.Fix.empty())
    F.Fixes.push_back(
        fix(Record ? Record->FixTitle : "as clang-tidy proposes", Message.Fix));
  for (const DiagnosticMessage &N : Error.Notes) {
    // A note with edits is an alternative rewrite: its text is the title.
    if (!N.Fix.empty()) {
      F.Fixes.push_back(fix(Record ? Record->FixTitle : N.Message, N.Fix));
      continue;
    }
    // The rewrite in words, for frontends that show nothing but diagnostics.
    if (N.FilePath.empty() ||
        (Record && llvm::StringRef(N.Message).starts_with(RewriteNotePrefix)))
      continue;
    SourceText::Position At = source(N.FilePath).position(N.FileOffset);
    F.Notes.push_back({shown(N.FilePath), At.Line, At.Column, N.Message});
  }
  if (const UpstreamCheck *Upstream = findUpstreamCheck(F.Check);
      Upstream && !Upstream->IsFixBelieved)
    F.Fixes.clear();
  F.FixLevel = Record             ? slowpath::toString(Record->Level).str()
               : !F.Fixes.empty() ? "review"
                                  : "advice";
  return F;
}

std::string Builder::located(const DiagnosticMessage &Message) {
  if (Message.FilePath.empty())
    return Message.Message;
  SourceText::Position At =
      source(Message.FilePath).position(Message.FileOffset);
  return fmt::format("{}:{}:{}: {}", shown(Message.FilePath), At.Line,
                     At.Column, Message.Message);
}

/// As facts name a file.
static uint32_t fileIn(facts::Unit &Facts, const std::string &File) {
  const auto Known = llvm::find(Facts.files(), File);
  const auto Index = Known - Facts.files().begin();
  if (Known == Facts.files().end())
    Facts.add_files(File);
  return static_cast<uint32_t>(Index);
}

static void setPosition(facts::Position &At, uint32_t File, unsigned Line,
                        unsigned Column) {
  At.set_file(File);
  At.set_line(Line);
  At.set_column(Column);
}

void Builder::complete(facts::Unit &Facts) {
  for (std::string &File : *Facts.mutable_files())
    File = shown(File);
  Facts.set_file(shown(Request.File));
  for (facts::Function &Function : *Facts.mutable_functions())
    for (facts::Site &Site : *Function.mutable_sites()) {
      const auto Found = Candidates.find(
          placeText(Facts.files(static_cast<int>(Site.at().file())),
                    Site.at().line(), Site.at().column()));
      if (Found == Candidates.end())
        continue;
      for (const auto &[Check, Edits] : Found->second) {
        Site.add_reportable(Check);
        if (Edits.empty())
          continue;
        facts::Rewrite &Rewrite = *Site.add_rewrites();
        Rewrite.set_check(Check);
        for (const Edit &E : Edits) {
          facts::Edit &Added = *Rewrite.add_edits();
          const uint32_t File = fileIn(Facts, E.File);
          setPosition(*Added.mutable_start(), File, E.StartLine, E.StartColumn);
          setPosition(*Added.mutable_end(), File, E.EndLine, E.EndColumn);
          Added.set_offset(E.Offset);
          Added.set_length(E.Length);
          Added.set_replacement(E.Replacement);
        }
      }
    }
}

/// Drops what a check of clang-tidy says where one of ours says more.
static void dropCovered(std::vector<ReportedFinding> &Findings) {
  std::vector<ReportedFinding> Kept;
  for (const ReportedFinding &F : Findings) {
    const UpstreamCheck *Upstream = findUpstreamCheck(F.Check);
    if (!Upstream || llvm::none_of(Findings, [&](const ReportedFinding &Ours) {
          return Ours.Check == Upstream->CoveredBy && Ours.File == F.File &&
                 Ours.Line <= F.EndLine && F.Line <= Ours.EndLine;
        }))
      Kept.push_back(F);
  }
  Findings = std::move(Kept);
}

UnitResult Builder::build(llvm::ArrayRef<ClangTidyError> Errors,
                          facts::Unit Facts) {
  UnitResult Result;
  Result.File = Request.File;
  const std::string Main = canonical(Request.File);
  unsigned CompileErrors = 0;
  const ClangTidyError *First = nullptr;
  for (const ClangTidyError &Error : Errors) {
    llvm::StringRef Name = Error.DiagnosticName;
    if (Name == "clang-tidy-config" || Name == "clang-tidy-nolint") {
      Result.ConfigErrors.push_back(located(Error.Message));
    } else if (Name.starts_with("clang-diagnostic-")) {
      if (Error.DiagLevel != ClangTidyError::Error)
        continue;
      ++CompileErrors;
      // clang-tidy sorts by file name; what is wrong in the file itself says
      // more than what follows from it in a header.
      if (!First || (canonical(First->Message.FilePath) != Main &&
                     canonical(Error.Message.FilePath) == Main))
        First = &Error;
    } else if (Error.Message.Message == CandidateMessage) {
      const DiagnosticMessage &Message = Error.Message;
      const SourceText::Position At =
          source(Message.FilePath).position(Message.FileOffset);
      std::vector<Edit> &Edits =
          Candidates[placeText(shown(Message.FilePath), At.Line, At.Column)]
                    [Error.DiagnosticName];
      for (const DiagnosticMessage &Note : Error.Notes)
        if (!Note.Fix.empty())
          Edits = fix({}, Note.Fix).Edits;
    } else if (!Error.Message.FilePath.empty()) {
      Result.Findings.push_back(finding(Error));
    }
  }
  dropCovered(Result.Findings);
  if (First) {
    Result.State = UnitState::Incomplete;
    Result.Reason = located(First->Message);
    if (CompileErrors > 1)
      Result.Reason += fmt::format(" (and {} more error{})", CompileErrors - 1,
                                   CompileErrors == 2 ? "" : "s");
  }
  if (Request.WithFacts) {
    complete(Facts);
    Result.Facts = Facts.SerializeAsString();
  }
  return Result;
}

} // namespace

UnitResult buildResult(const UnitRequest &Request,
                       llvm::ArrayRef<ClangTidyError> Errors,
                       llvm::ArrayRef<FindingRecord> Records,
                       facts::Unit Facts) {
  return Builder(Request, Records).build(Errors, std::move(Facts));
}

} // namespace slowpath::cli
