// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_FACTS_INDEX_H
#define SLOWPATH_CHECKS_FACTS_INDEX_H

#include "checks/facts/Program.h"
#include "llvm/Support/Error.h"
#include <deque>
#include <memory>
#include <string>

struct sqlite3;

namespace slowpath {

/// Where the index of a project is, seen from its root.
inline constexpr llvm::StringLiteral IndexFile = ".slowpath/index.sqlite";

/// The facts of a project's units in a SQLite file, for an editor, which looks
/// at one of them at a time. Not thread-safe; several processes may read one.
class FactsIndex {
public:
  /// Null if File is not there, or is not the index of this version: without an
  /// index a unit is looked at alone.
  static std::unique_ptr<FactsIndex> open(const std::string &File);

  /// The index of the project that Source, an absolute path, is in: the first
  /// there is above it. Null as open().
  static std::unique_ptr<FactsIndex> findFor(llvm::StringRef Source);

  ~FactsIndex();
  FactsIndex(const FactsIndex &) = delete;
  FactsIndex &operator=(const FactsIndex &) = delete;

  /// The units that matter for what can be said about Unit: those that define
  /// what it calls, at most Program::MaxPath calls away, and those that call
  /// what it defines. Unit itself is not among them, nor a file that was
  /// changed since. Their files are absolute.
  std::deque<facts::Unit> around(const facts::Unit &Unit);

  /// What holds for the whole program.
  ProgramTraits traits();

private:
  FactsIndex(sqlite3 *Opened, std::string ProjectRoot)
      : Db(Opened), Root(std::move(ProjectRoot)) {}

  sqlite3 *Db;
  std::string Root;
};

/// Replaces the index of the project in Root, an absolute path, by one of the
/// units of Linked, whose files are relative to Root. If that fails, the old
/// index stays.
llvm::Error writeIndex(const std::string &Root, const Program &Linked);

} // namespace slowpath

#endif
