// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Apply.h"
#include "driver/cli/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace slowpath::cli {
namespace {

namespace fs = llvm::sys::fs;

/// What is to be done to a file.
struct Changes {
  /// Sorted by place.
  std::vector<Edit> Edits;
  /// The findings that the edits belong to, into RunReport::Findings.
  std::vector<size_t> Findings;
};

using ChangesByFile = std::map<std::string, Changes>;

/// Do A and B, edits of one file, touch the same text? Equal ones, such as the
/// #include that two rewrites need, do not get in each other's way.
bool conflicts(const Edit &A, const Edit &B) {
  if (A == B)
    return A.Length != 0;
  return A.Offset < B.Offset + std::max(B.Length, 1U) &&
         B.Offset < A.Offset + std::max(A.Length, 1U);
}

bool fits(const Fix &Rewrite, const ChangesByFile &Planned) {
  return llvm::all_of(Rewrite.Edits, [&](const Edit &E) {
    const auto File = Planned.find(E.File);
    return File == Planned.end() ||
           llvm::none_of(File->second.Edits, [&](const Edit &Other) {
             return conflicts(E, Other);
           });
  });
}

/// The file as it will be; nothing if an edit is beyond its end.
std::optional<std::string> edited(llvm::StringRef Text,
                                  const std::vector<Edit> &Edits) {
  std::string Result;
  size_t At = 0;
  for (const Edit &E : Edits) {
    if (E.Offset < At || E.Offset + E.Length > Text.size())
      return std::nullopt;
    Result += Text.slice(At, E.Offset);
    Result += E.Replacement;
    At = E.Offset + E.Length;
  }
  Result += Text.drop_front(At);
  return Result;
}

/// Replaces the file in one step.
llvm::Error replaceFile(const std::string &Path, llvm::StringRef Text,
                        fs::perms Permissions) {
  llvm::Expected<fs::TempFile> File =
      fs::TempFile::create(Path + ".%%%%%%", Permissions);
  if (!File)
    return File.takeError();
  llvm::raw_fd_ostream(File->FD, /*shouldClose=*/false) << Text;
  if (const std::error_code Error = fs::setPermissions(File->FD, Permissions))
    return llvm::joinErrors(llvm::errorCodeToError(Error), File->discard());
  return File->keep(Path);
}

/// Why the file was not changed; empty if it was.
std::string change(const std::string &Path, const Changes &Planned,
                   llvm::sys::TimePoint<std::chrono::nanoseconds> Since) {
  fs::file_status Status;
  if (const std::error_code Error = fs::status(Path, Status))
    return Error.message();
  if (Status.getLastModificationTime() > Since)
    return "it changed while it was analysed";
  if (!fs::can_write(Path))
    return "it may not be written";
  const auto Buffer = llvm::MemoryBuffer::getFile(
      Path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return Buffer.getError().message();
  const std::optional<std::string> Text =
      edited((*Buffer)->getBuffer(), Planned.Edits);
  if (!Text)
    return "it is shorter than it was";
  return llvm::toString(replaceFile(Path, *Text, Status.permissions()));
}

/// Which rewrites to apply, in the order of the findings.
ChangesByFile plan(const RunReport &Report) {
  ChangesByFile Planned;
  for (const auto &[Index, F] : llvm::enumerate(Report.Findings)) {
    if (F.FixLevel != "safe" || F.Fixes.empty() ||
        !fits(F.Fixes.front(), Planned))
      continue;
    const std::vector<Edit> &Edits = F.Fixes.front().Edits;
    // Outside of the project paths are absolute.
    if (llvm::sys::path::is_absolute(Edits.front().File) ||
        llvm::any_of(
            Edits, [&](const Edit &E) { return E.File != Edits.front().File; }))
      continue;
    Changes &File = Planned[Edits.front().File];
    File.Findings.push_back(Index);
    for (const Edit &E : Edits)
      if (!llvm::is_contained(File.Edits, E))
        File.Edits.push_back(E);
  }
  for (auto &[File, Each] : Planned)
    std::sort(
        Each.Edits.begin(), Each.Edits.end(), [](const Edit &A, const Edit &B) {
          return std::tie(A.Offset, A.Length) < std::tie(B.Offset, B.Length);
        });
  return Planned;
}

} // namespace

Applied applySafeFixes(RunReport &Report,
                       llvm::sys::TimePoint<std::chrono::nanoseconds> Since) {
  Applied Result;
  std::vector<bool> IsFixed(Report.Findings.size());
  for (const auto &[File, Planned] : plan(Report)) {
    const std::string Path = canonicalPath(File, Report.Root);
    if (const std::string Problem = change(Path, Planned, Since);
        !Problem.empty()) {
      Result.Problems.push_back(
          fmt::format("{} was not changed: {}", File, Problem));
      continue;
    }
    ++Result.Files;
    for (const size_t Index : Planned.Findings)
      IsFixed[Index] = true;
  }
  std::vector<ReportedFinding> Left;
  for (const auto &[Index, F] : llvm::enumerate(Report.Findings))
    if (!IsFixed[Index])
      Left.push_back(std::move(F));
  Result.Findings = static_cast<unsigned>(Report.Findings.size() - Left.size());
  Report.Findings = std::move(Left);
  return Result;
}

} // namespace slowpath::cli
