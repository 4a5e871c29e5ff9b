// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/FactsFile.h"
#include "checks/facts/Program.h"
#include "driver/cli/Paths.h"
#include "driver/cli/Protocol.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/raw_ostream.h"

namespace slowpath::cli {

namespace json = llvm::json;

/// What such a file begins with; then, in four bytes, the unpacked size.
static constexpr llvm::StringLiteral Magic = "SPFACTS1";
/// Nobody has so much to say: a larger size is a damaged file.
static constexpr uint32_t MaxSize = 1U << 30;

std::string encodeFacts(const UnitResult &Result, const std::string &Root) {
  facts::Unit Unit;
  // What is not readable here was not written by a worker of ours.
  (void)Unit.ParseFromString(Result.Facts);
  Unit.set_version(SLOWPATH_VERSION);
  Unit.set_file(relativeTo(canonicalPath(Result.File, Root), Root));
  if (Result.State == UnitState::Incomplete)
    Unit.set_incomplete(Result.Reason);
  if (Result.State == UnitState::Failed)
    Unit.set_failed(Result.Reason);
  for (const ReportedFinding &F : Result.Findings) {
    std::string Text;
    llvm::raw_string_ostream(Text) << toJSON(F);
    Unit.add_findings(std::move(Text));
  }
  for (const std::string &Error : Result.ConfigErrors)
    Unit.add_config_errors(Error);
  const std::string Plain = Unit.SerializeAsString();
  llvm::SmallVector<uint8_t, 0> Packed;
  llvm::compression::zstd::compress(llvm::arrayRefFromStringRef(Plain), Packed);
  char Size[4];
  llvm::support::endian::write32le(Size, static_cast<uint32_t>(Plain.size()));
  return (Magic + llvm::StringRef(Size, 4) + llvm::toStringRef(Packed)).str();
}

llvm::Expected<UnitResult> decodeFacts(llvm::StringRef Bytes) {
  const auto Fail = [](const char *Why) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(), Why);
  };
  if (!Bytes.consume_front(Magic) || Bytes.size() < 4)
    return Fail("is not a facts file");
  const uint32_t Size = llvm::support::endian::read32le(Bytes.data());
  llvm::SmallVector<uint8_t, 0> Plain;
  if (Size > MaxSize)
    return Fail("is damaged");
  if (llvm::Error Error = llvm::compression::zstd::decompress(
          llvm::arrayRefFromStringRef(Bytes.drop_front(4)), Plain, Size)) {
    llvm::consumeError(std::move(Error));
    return Fail("is damaged");
  }
  facts::Unit Unit;
  if (!Unit.ParseFromArray(Plain.data(), static_cast<int>(Plain.size())) ||
      !isConsistent(Unit))
    return Fail("is damaged");
  if (Unit.version() != SLOWPATH_VERSION)
    return llvm::createStringError(
        llvm::inconvertibleErrorCode(),
        "was written by slowpath %s, this is slowpath " SLOWPATH_VERSION,
        Unit.version().c_str());
  UnitResult Result;
  Result.File = Unit.file();
  if (!Unit.failed().empty()) {
    Result.State = UnitState::Failed;
    Result.Reason = Unit.failed();
  } else if (!Unit.incomplete().empty()) {
    Result.State = UnitState::Incomplete;
    Result.Reason = Unit.incomplete();
  }
  for (const std::string &Text : Unit.findings()) {
    llvm::Expected<json::Value> Value = json::parse(Text);
    if (!Value)
      return Value.takeError();
    json::Path::Root Path;
    if (!fromJSON(*Value, Result.Findings.emplace_back(), Path))
      return Path.getError();
  }
  Result.ConfigErrors.assign(Unit.config_errors().begin(),
                             Unit.config_errors().end());
  Unit.clear_findings();
  Result.Facts = Unit.SerializeAsString();
  return Result;
}

void mapPrefixes(UnitResult &Result, llvm::ArrayRef<std::string> Map) {
  if (Map.empty())
    return;
  const auto Apply = [&](std::string &Path) {
    for (llvm::StringRef Entry : llvm::reverse(Map)) {
      const auto [Old, New] = Entry.split('=');
      llvm::StringRef Rest = Path;
      if (!Old.empty() && Rest.consume_front(Old)) {
        Path = (New + Rest).str();
        return;
      }
    }
  };
  Apply(Result.File);
  for (ReportedFinding &F : Result.Findings) {
    Apply(F.File);
    for (Note &N : F.Notes)
      Apply(N.File);
    for (Fix &Rewrite : F.Fixes)
      for (Edit &E : Rewrite.Edits)
        Apply(E.File);
  }
  facts::Unit Unit;
  if (!Unit.ParseFromString(Result.Facts))
    return;
  Apply(*Unit.mutable_file());
  for (std::string &File : *Unit.mutable_files())
    Apply(File);
  Result.Facts = Unit.SerializeAsString();
}

std::string dependencyRule(llvm::StringRef Target,
                           llvm::ArrayRef<std::string> Inputs) {
  std::string Rule;
  const auto Add = [&](llvm::StringRef Path) {
    for (const char C : Path) {
      if (C == ' ' || C == '#')
        Rule += '\\';
      else if (C == '$')
        Rule += '$';
      Rule += C;
    }
  };
  Add(Target);
  Rule += ':';
  for (const std::string &Input : Inputs) {
    Rule += " \\\n  ";
    Add(Input);
  }
  return Rule + '\n';
}

} // namespace slowpath::cli
