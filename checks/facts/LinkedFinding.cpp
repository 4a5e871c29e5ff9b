// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/facts/LinkedFinding.h"
#include "checks/database/CommitPerItemLink.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

namespace slowpath {

std::string placeText(llvm::StringRef File, unsigned Line, unsigned Column) {
  return fmt::format("{}:{}:{}", File.str(), Line, Column);
}

std::vector<LinkedFinding> findAcrossUnits(const Program &Linked,
                                           const ReportedPlaces &Known) {
  std::vector<LinkedFinding> Found;
  findCommitsAcrossUnits(Linked, Known, Found);
  return Found;
}

bool isRefuted(const Program &Linked, llvm::StringRef Check,
               llvm::StringRef File, unsigned Line, unsigned Column) {
  return llvm::any_of(Linked.sitesAt(File, Line, Column),
                      [&](const SiteRef &Site) {
                        return isCommitRefuted(Linked, Check, Site);
                      });
}

} // namespace slowpath
