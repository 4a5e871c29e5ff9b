// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_DEFAULTCHECKS_H
#define SLOWPATH_CHECKS_DEFAULTCHECKS_H

namespace clang::tidy {
struct ClangTidyOptions;
}

namespace slowpath {

/// Turns on all of slowpath's checks that are on by default, and those of clang-tidy's `performance-*`
/// that are worth it (UpstreamCheck::IsDefault), unless the configuration names
/// some.
///
/// A project that has a `.clang-tidy` wrote it for clang-tidy; starting
/// slowpath must not need an edit there. So, for the globs of `Options.Checks`:
///  - one that enables something of slowpath: honoured as written;
///  - only ones that disable something of slowpath: everything but that;
///  - none, not even after `-*`: everything;
///  - one that names something of `performance`: of that module as written.
/// Call it once, on the merged options of a file. Thread-safe for different
/// Options.
void enableDefaultChecks(clang::tidy::ClangTidyOptions &Options);

} // namespace slowpath

#endif
