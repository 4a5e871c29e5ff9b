// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_COMPILEDATABASE_H
#define SLOWPATH_DRIVER_CLI_COMPILEDATABASE_H

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace slowpath::cli {

/// One entry of a database: the first, where a file has several.
struct CompileEntry {
  /// Absolute, as the command spells it.
  std::string File;
  /// Without links: what paths are compared by.
  std::string Canonical;
  std::string Directory;
  std::vector<std::string> Arguments;
};

/// A compile_commands.json.
class CompileDatabase {
public:
  /// Reads the file at Path.
  static llvm::Expected<CompileDatabase> load(const std::string &Path);

  /// The sources clang can parse, in the order of the file.
  const std::vector<CompileEntry> &entries() const { return Entries; }

  /// A command for a file that has none, made from that of the most similar
  /// file. The database must not be empty.
  CompileEntry infer(const std::string &File) const;

private:
  std::unique_ptr<clang::tooling::CompilationDatabase> Inferring;
  std::vector<CompileEntry> Entries;
};

/// Databases for a project, best first: that of Directory or the nearest
/// directory above it, up to Root, which has one itself or in build*/, b/ or
/// out*/ or one level below these. Directories are canonical.
std::vector<std::string> findDatabases(const std::string &Directory,
                                       const std::string &Root);

/// The nearest directory at or above Directory that holds a .git; empty when
/// there is none.
std::string findRepository(const std::string &Directory);

} // namespace slowpath::cli

#endif
