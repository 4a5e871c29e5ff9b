// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/DefaultChecks.h"
#include "checks/AllChecks.h"
#include "checks/UpstreamChecks.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace slowpath {

void enableDefaultChecks(clang::tidy::ClangTidyOptions &Options) {
  std::string Checks = Options.Checks.value_or("");
  std::string Enabled = "slowpath-*";
  for (const CheckInfo *Check : allChecks())
    if (!Check->IsDefault)
      Enabled += (",-" + Check->Name).str();
  bool NamesUpstream = false;
  // The separators of clang::tidy::GlobList.
  llvm::SmallVector<llvm::StringRef, 8> Globs;
  llvm::SplitString(Checks, Globs, ",\n");
  for (llvm::StringRef Glob : Globs) {
    Glob = Glob.trim();
    NamesUpstream |= Glob.contains("performance");
    if (!Glob.contains("slowpath"))
      continue;
    if (!Glob.starts_with("-"))
      return;
    // Globs are applied in order: what is disabled has to come last.
    Enabled += ",";
    Enabled += Glob;
  }
  if (!NamesUpstream) {
    for (const UpstreamCheck &Check : upstreamChecks())
      if (Check.IsDefault)
        Enabled += ("," + Check.Name).str();
    // To move an int is a matter of style.
    Options.CheckOptions.try_emplace(
        "performance-move-const-arg.CheckTriviallyCopyableMove", "false");
  }
  Options.Checks = Checks.empty() ? Enabled : Checks + "," + Enabled;
}

} // namespace slowpath
