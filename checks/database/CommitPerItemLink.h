// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_DATABASE_COMMITPERITEMLINK_H
#define SLOWPATH_CHECKS_DATABASE_COMMITPERITEMLINK_H

#include "checks/facts/LinkedFinding.h"

namespace slowpath {

/// slowpath-commit-per-item across units: adds to Found the loops whose calls
/// lead, in another file, to a statement that commits for itself or to a
/// transaction of its own; and those of one file of which only the callers in
/// other files say that no transaction is open. Known are the places that are
/// reported already.
void findCommitsAcrossUnits(const Program &Linked, const ReportedPlaces &Known,
                            std::vector<LinkedFinding> &Found);

/// Is the write at Site, which commits for itself as far as its own unit knows,
/// in a transaction that a caller in another unit has opened? Or may it be, for
/// not all callers are known, and other units do begin some?
bool isCommitRefuted(const Program &Linked, llvm::StringRef Check,
                     SiteRef Site);

} // namespace slowpath

#endif
