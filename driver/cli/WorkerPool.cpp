// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/WorkerPool.h"
#include "driver/cli/Protocol.h"
#include "driver/cli/WorkerProcess.h"
#include <algorithm>
#include <cassert>
#include <csignal>
#include <deque>
#include <fmt/format.h>
#include <optional>
#include <poll.h>

namespace slowpath::cli {

using Clock = std::chrono::steady_clock;

namespace {

volatile std::sig_atomic_t CaughtSignal = 0;

/// Notes the ending signals instead of dying of them. poll() returns early
/// (EINTR) when one arrives; one that arrives just before waits for the next
/// tick.
class SignalGuard {
public:
  SignalGuard() {
    CaughtSignal = 0;
    for (size_t I = 0; I < std::size(Signals); ++I) {
      struct sigaction Action = {};
      Action.sa_handler = [](int Signal) { CaughtSignal = Signal; };
      sigaction(Signals[I], nullptr, &Previous[I]);
      // nohup and shells without job control hand down ignored signals.
      if (Previous[I].sa_handler != SIG_IGN)
        sigaction(Signals[I], &Action, nullptr);
    }
    PreviousPipe = std::signal(SIGPIPE, SIG_IGN);
  }
  ~SignalGuard() {
    for (size_t I = 0; I < std::size(Signals); ++I)
      sigaction(Signals[I], &Previous[I], nullptr);
    std::signal(SIGPIPE, PreviousPipe);
  }
  SignalGuard(const SignalGuard &) = delete;
  SignalGuard &operator=(const SignalGuard &) = delete;

private:
  static constexpr int Signals[] = {SIGINT, SIGTERM, SIGHUP};
  struct sigaction Previous[std::size(Signals)];
  void (*PreviousPipe)(int);
};

struct Worker {
  WorkerProcess Process;
  std::optional<size_t> Unit;
  Clock::time_point Deadline;
};

class Pool {
public:
  Pool(const std::vector<UnitRequest> &Requests, const PoolOptions &Options,
       const PoolCallbacks &Callbacks)
      : Requests(Requests), Options(Options), Callbacks(Callbacks) {
    size_t Count =
        std::min<size_t>(std::max(1U, Options.Jobs), Requests.size());
    Workers = std::deque<Worker>(Count);
  }

  int run() {
    SignalGuard Guard;
    for (Worker &W : Workers)
      assign(W);
    while (Finished < Requests.size()) {
      wait();
      if (CaughtSignal != 0)
        return CaughtSignal;
      for (Worker &W : Workers)
        serve(W);
      Callbacks.Tick();
    }
    return 0;
  }

private:
  void assign(Worker &W) {
    W.Unit.reset();
    while (Next < Requests.size()) {
      size_t Index = Next++;
      if (!W.Process.isRunning() && !W.Process.start()) {
        fail(Index, W.Process.error());
        continue;
      }
      W.Unit = Index;
      W.Deadline = Clock::now() + Options.Timeout;
      W.Process.send(encode(Requests[Index]));
      return;
    }
    // Nothing left: an idle worker would only hold memory.
    W.Process.kill();
  }

  void done(size_t Index, UnitResult Result) {
    ++Finished;
    Callbacks.Done(Index, std::move(Result));
  }

  void fail(size_t Index, std::string Reason) {
    UnitResult Result;
    Result.File = Requests[Index].File;
    Result.State = UnitState::Failed;
    Result.Reason = std::move(Reason);
    done(Index, std::move(Result));
  }

  /// Gives up on the unit of a worker and starts the next.
  void abandon(Worker &W, std::string Reason) {
    assert(W.Unit && "an idle worker has nothing to give up");
    size_t Index = *W.Unit;
    W.Process.kill();
    fail(Index, std::move(Reason));
    assign(W);
  }

  void serve(Worker &W) {
    if (!W.Unit)
      return;
    W.Process.flush();
    W.Process.readNoise();
    bool IsOpen = W.Process.readResult();
    std::string Line;
    if (W.Process.takeLine(Line)) {
      llvm::Expected<UnitResult> Result = decodeResult(Line);
      if (!Result || Result->File != Requests[*W.Unit].File) {
        if (!Result)
          llvm::consumeError(Result.takeError());
        abandon(W, "the worker's answer could not be understood");
        return;
      }
      done(*W.Unit, std::move(*Result));
      assign(W);
    } else if (!IsOpen) {
      std::string Reason = W.Process.reap();
      abandon(W, std::move(Reason));
    } else if (Options.Timeout.count() > 0 && Clock::now() >= W.Deadline) {
      abandon(W, fmt::format("timed out after {} s", Options.Timeout.count()));
    }
  }

  void wait() {
    std::vector<pollfd> Polled;
    for (Worker &W : Workers) {
      if (!W.Unit)
        continue;
      Polled.push_back({W.Process.resultFd(), POLLIN, 0});
      if (W.Process.noiseFd() >= 0)
        Polled.push_back({W.Process.noiseFd(), POLLIN, 0});
      if (W.Process.hasUnsent())
        Polled.push_back({W.Process.requestFd(), POLLOUT, 0});
    }
    constexpr int TickMilliseconds = 100;
    poll(Polled.data(), Polled.size(), TickMilliseconds);
  }

  const std::vector<UnitRequest> &Requests;
  const PoolOptions &Options;
  const PoolCallbacks &Callbacks;
  std::deque<Worker> Workers;
  size_t Next = 0;
  size_t Finished = 0;
};

} // namespace

int runPool(const std::vector<UnitRequest> &Requests,
            const PoolOptions &Options, const PoolCallbacks &Callbacks) {
  return Pool(Requests, Options, Callbacks).run();
}

} // namespace slowpath::cli
