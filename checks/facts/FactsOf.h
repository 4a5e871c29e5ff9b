// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_FACTS_FACTSOF_H
#define SLOWPATH_CHECKS_FACTS_FACTSOF_H

#include "checks/facts/Facts.pb.h"
#include "checks/models/ApiModels.h"
#include "checks/support/TranslationUnit.h"

namespace slowpath {

/// What TU says about its functions: the calls in them that a model describes,
/// or that lead to a function of the project which may make such calls. The
/// same for equal sources: in source order, nothing of the machine in it but
/// the file names as clang knows them. Functions with errors in them are left
/// out. Findings and incompleteness are the caller's to add.
facts::Unit factsOf(TranslationUnit &TU);

/// Do these matter beyond the function they happen in: databases, networks,
/// tasks, files?
bool isFarReaching(const EffectSet &Effects);

} // namespace slowpath

#endif
