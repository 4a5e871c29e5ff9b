// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_DATABASES_POSTGRESSERVER_H
#define SLOWPATH_TESTS_DATABASES_POSTGRESSERVER_H

#include "tests/support/Process.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/Program.h"
#include <memory>
#include <string>
#include <vector>

namespace slowpath::test {

/// A PostgreSQL server of its own in a temporary folder, reached by a socket in
/// it, that counts what a program makes it do.
class PostgresServer {
public:
  /// What the server did for one program.
  struct Counts {
    /// Executed, however they were sent.
    int Statements = 0;
    /// Parsed apart from their execution.
    int Prepares = 0;
    /// Transactions that were written to disk: those that only read are not.
    int Commits = 0;
    int Connections = 0;
  };

  static llvm::Expected<std::unique_ptr<PostgresServer>> start();
  /// Stops the server and removes all it wrote.
  ~PostgresServer();
  PostgresServer(const PostgresServer &) = delete;
  PostgresServer &operator=(const PostgresServer &) = delete;

  /// What psql prints for the statements. Fails the running test on errors.
  std::string ask(const std::string &Sql) const;

  /// Runs a program that finds the server by libpq's environment variables, and
  /// counts into Into.
  ProcessResult run(const std::vector<std::string> &Command,
                    Counts &Into) const;

private:
  explicit PostgresServer(std::string Programs)
      : Programs(std::move(Programs)) {}
  llvm::Error create();
  llvm::Error launch();
  /// Settings for a client that calls itself Name.
  ProcessOptions client(const std::string &Name) const;

  /// The folder of initdb, postgres, ….
  std::string Programs;
  TemporaryFolder Folder{"slowpath-postgres"};
  llvm::sys::ProcessInfo Server;
};

} // namespace slowpath::test

#endif
