// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Makes the facts of a large program from those of a small one, to see how the
// cost of linking grows: writes copies of the given files under other names.
// Functions that headers define stay what they are, as in a program of many
// files; all others, and what calls them, are renamed.
#include "checks/facts/Facts.pb.h"
#include "driver/cli/FactsFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace slowpath {
namespace {

struct Original {
  cli::UnitResult Result;
  facts::Unit Unit;
};

Original readFacts(const char *Path) {
  auto Bytes = llvm::MemoryBuffer::getFile(Path);
  if (!Bytes)
    llvm::report_fatal_error(llvm::Twine(Path) + ": cannot be read", false);
  llvm::Expected<cli::UnitResult> Result =
      cli::decodeFacts((*Bytes)->getBuffer());
  if (!Result)
    llvm::report_fatal_error(Result.takeError(), false);
  Original Read{std::move(*Result), {}};
  if (!Read.Unit.ParseFromString(Read.Result.Facts))
    llvm::report_fatal_error(llvm::Twine(Path) + ": no facts", false);
  return Read;
}

/// The functions that are defined in the units' main files.
llvm::StringSet<> definedInSources(const std::vector<Original> &All) {
  llvm::StringSet<> Names;
  for (const Original &Each : All)
    for (const facts::Function &F : Each.Unit.functions())
      if (Each.Unit.files(static_cast<int>(F.at().file())) == Each.Unit.file())
        Names.insert(F.usr());
  return Names;
}

Original renamed(Original Copy, const std::string &Folder,
                 const llvm::StringSet<> &Names) {
  const auto Rename = [&](std::string *Name) {
    if (Names.contains(*Name))
      *Name += "#" + Folder;
  };
  const auto Move = [&](std::string *File) {
    *File =
        llvm::StringRef(*File).ends_with(".h") ? *File : Folder + "/" + *File;
  };
  facts::Unit &Unit = Copy.Unit;
  Move(Unit.mutable_file());
  for (std::string &File : *Unit.mutable_files())
    Move(&File);
  for (facts::Function &F : *Unit.mutable_functions()) {
    Rename(F.mutable_usr());
    for (facts::Site &Site : *F.mutable_sites())
      Rename(Site.mutable_callee());
  }
  for (std::string &Quiet : *Unit.mutable_quiet())
    Rename(&Quiet);
  Copy.Result.File = Unit.file();
  // What a unit shows alone is not linked.
  Copy.Result.Findings.clear();
  Copy.Result.Facts = Unit.SerializeAsString();
  return Copy;
}

} // namespace
} // namespace slowpath

int main(int Count, char **Arguments) {
  using namespace slowpath;
  unsigned Units = 0;
  if (Count < 4 || llvm::StringRef(Arguments[1]).getAsInteger(10, Units)) {
    llvm::errs() << "usage: slowpath_multiply_facts UNITS DIRECTORY FACTS…\n";
    return 2;
  }
  std::vector<Original> All;
  for (int I = 3; I < Count; ++I)
    All.push_back(readFacts(Arguments[I]));
  const llvm::StringSet<> Names = definedInSources(All);
  for (unsigned I = 0; I < Units; ++I) {
    const Original Copy = renamed(
        All[I % All.size()], "copy" + std::to_string(I / All.size()), Names);
    std::error_code Error;
    llvm::raw_fd_ostream File(
        std::string(Arguments[2]) + "/" + std::to_string(I) + ".facts", Error);
    if (Error)
      llvm::report_fatal_error(llvm::StringRef(Error.message()), false);
    File << cli::encodeFacts(Copy.Result, ".");
  }
}
