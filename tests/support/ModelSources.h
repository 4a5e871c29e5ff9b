// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_MODELSOURCES_H
#define SLOWPATH_TESTS_SUPPORT_MODELSOURCES_H

#include "checks/models/ApiModels.h"
#include <string>
#include <vector>

namespace slowpath::test {

/// A model file and the sources that call what its rows describe.
struct ModelCase {
  /// "sqlite3": the names of the file and of its sources begin with it.
  std::string Name;
  ModelRows Rows;
  /// Absolute paths, sorted.
  std::vector<std::string> Sources;
};

/// One case per builtin model file, in their order. Its sources are
/// `<name>.cpp` and `<name>.<part>.cpp` in Folder.
std::vector<ModelCase> modelCases(const std::string &Folder);

/// tests/models of the source tree.
std::string modelFolder();

/// Parses the sources of Case with the real headers and compares the calls in
/// them with its rows, as found through Models. Returns what is wrong, one text
/// per problem:
///   * a source that does not compile;
///   * a row that no call matches, or whose handle, SQL text, statement name or
///     output the matching calls do not have where the row says, or whose
///     effects differ;
///   * a type that no declaration has;
///   * a row marked with `since` that a call matches all the same.
std::vector<std::string> checkModels(const ModelCase &Case,
                                     const ApiModels &Models);

} // namespace slowpath::test

#endif
