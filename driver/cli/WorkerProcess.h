// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_WORKERPROCESS_H
#define SLOWPATH_DRIVER_CLI_WORKERPROCESS_H

#include <string>
#include <sys/types.h>

namespace slowpath::cli {

/// A file descriptor that closes itself.
class Descriptor {
public:
  explicit Descriptor(int Fd = -1) : Fd(Fd) {}
  Descriptor(Descriptor &&Other) noexcept : Fd(Other.release()) {}
  Descriptor &operator=(Descriptor &&Other) noexcept;
  ~Descriptor() { reset(); }

  int get() const { return Fd; }
  int release();
  void reset();

private:
  int Fd;
};

/// One `slowpath worker` process and its three pipes, all non-blocking.
/// Destroying it kills and reaps the process.
class WorkerProcess {
public:
  WorkerProcess() = default;
  WorkerProcess(WorkerProcess &&) = delete;
  ~WorkerProcess() { kill(); }

  /// Starts the process; false, with the reason in error(), when the system
  /// refuses.
  bool start();
  bool isRunning() const { return Pid > 0; }
  const std::string &error() const { return Error; }

  int requestFd() const { return Request.get(); }
  int resultFd() const { return Result.get(); }
  int noiseFd() const { return Noise.get(); }

  /// Queues a request and forgets the noise of the one before.
  void send(const std::string &Line);
  /// Is there something that the pipe did not take yet?
  bool hasUnsent() const { return !Unsent.empty(); }
  void flush();

  /// Reads what is there. False at the end of the pipe: the process is ending.
  bool readResult();
  void readNoise();
  /// The next whole line, or false.
  bool takeLine(std::string &Line);

  /// Waits for the process to end and says how it did: "crashed (SIGSEGV)". A
  /// process that stays is killed.
  std::string reap();
  void kill();

private:
  std::string fatalMessage() const;
  void close();

  pid_t Pid = -1;
  Descriptor Request, Result, Noise;
  std::string Unsent;
  std::string Received;
  /// The end of what the process printed.
  std::string Printed;
  std::string Error;
};

} // namespace slowpath::cli

#endif
