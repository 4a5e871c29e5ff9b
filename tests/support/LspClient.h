// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_SUPPORT_LSPCLIENT_H
#define SLOWPATH_TESTS_SUPPORT_LSPCLIENT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace slowpath::test {

/// The editor's side of the Language Server Protocol: starts a server and talks
/// JSON-RPC to it over pipes. Every wait has a deadline, after which it returns
/// an error, so that a server that hangs fails a test instead of stopping it.
/// Not thread-safe.
class LspClient {
public:
  /// Starts Program with Args and greets it as an editor that has opened the
  /// folder Root. Environment entries ("NAME=value") are added to this
  /// process's. The server's stderr goes to the file Log.
  static llvm::Expected<std::unique_ptr<LspClient>>
  start(llvm::StringRef Program, llvm::ArrayRef<std::string> Args,
        llvm::StringRef Root, llvm::ArrayRef<std::string> Environment,
        llvm::StringRef Log);
  /// Kills the server if it still runs.
  ~LspClient();
  LspClient(const LspClient &) = delete;
  LspClient &operator=(const LspClient &) = delete;

  /// Opens a C++ file of that text, as version 1.
  llvm::Error open(llvm::StringRef Path, llvm::StringRef Text);
  /// Replaces the whole text of an open file.
  llvm::Error change(llvm::StringRef Path, int Version, llvm::StringRef Text);

  /// Waits for the diagnostics of that version of the file. Those of other
  /// files (clangd also publishes some for its own configuration) and of
  /// earlier versions are dropped.
  llvm::Expected<llvm::json::Array> diagnostics(llvm::StringRef Path,
                                                int Version);

  /// The `result` of a request, or its `error` as an error.
  llvm::Expected<llvm::json::Value> request(llvm::StringRef Method,
                                            llvm::json::Value Params);
  llvm::Error notify(llvm::StringRef Method, llvm::json::Value Params);

  /// What the server answered to the greeting.
  const llvm::json::Value &capabilities() const { return Capabilities; }

  /// Says goodbye and returns the server's exit code, or an error if a signal
  /// ended it or it does not end.
  llvm::Expected<int> shutdown();

  static std::string uri(llvm::StringRef Path);

private:
  using Deadline = std::chrono::steady_clock::time_point;

  LspClient(pid_t Server, int ToServer, int FromServer)
      : Server(Server), ToServer(ToServer), FromServer(FromServer) {}
  llvm::Error send(llvm::json::Object Message);
  llvm::Expected<llvm::json::Value> receive(Deadline Until);
  /// Appends what has arrived to Buffer; waits until something does.
  llvm::Error fill(Deadline Until);

  pid_t Server;
  int ToServer;
  int FromServer;
  int LastId = 0;
  std::string Buffer;
  std::deque<llvm::json::Value> Notifications;
  llvm::json::Value Capabilities = nullptr;
};

} // namespace slowpath::test

#endif
