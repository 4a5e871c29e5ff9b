// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/WorkerProcess.h"
#include "driver/cli/Worker.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace slowpath::cli {

Descriptor &Descriptor::operator=(Descriptor &&Other) noexcept {
  if (this != &Other) {
    reset();
    Fd = Other.release();
  }
  return *this;
}

int Descriptor::release() {
  int Released = Fd;
  Fd = -1;
  return Released;
}

void Descriptor::reset() {
  if (Fd >= 0)
    ::close(Fd);
  Fd = -1;
}

namespace {

struct Pipe {
  Descriptor Read, Write;

  bool open() {
    int Fds[2];
    if (pipe2(Fds, O_CLOEXEC) != 0)
      return false;
    // Above the numbers the worker expects, so that moving one there cannot
    // close another.
    Read = Descriptor(fcntl(Fds[0], F_DUPFD_CLOEXEC, 10));
    Write = Descriptor(fcntl(Fds[1], F_DUPFD_CLOEXEC, 10));
    ::close(Fds[0]);
    ::close(Fds[1]);
    return Read.get() >= 0 && Write.get() >= 0;
  }
};

} // namespace

static void setNonBlocking(int Fd) {
  fcntl(Fd, F_SETFL, fcntl(Fd, F_GETFL) | O_NONBLOCK);
}

static void raiseStackLimit() {
  // Deeply nested code recurses deeply in clang.
  rlimit Limit;
  constexpr rlim_t Wanted = 64U << 20;
  if (getrlimit(RLIMIT_STACK, &Limit) == 0 && Limit.rlim_cur != RLIM_INFINITY &&
      Limit.rlim_cur < Wanted) {
    Limit.rlim_cur = Limit.rlim_max == RLIM_INFINITY || Limit.rlim_max > Wanted
                         ? Wanted
                         : Limit.rlim_max;
    setrlimit(RLIMIT_STACK, &Limit);
  }
}

/// When memory runs out, the kernel shall end a worker, which costs one file,
/// and not the program or the user's editor.
static void offerToBeKilledFirst() {
  const int Fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (Fd < 0)
    return;
  constexpr char Score[] = "500";
  (void)!write(Fd, Score, sizeof(Score) - 1);
  ::close(Fd);
}

/// The child's side of start(). Only async-signal-safe calls.
[[noreturn]] static void becomeWorker(int Request, int Result, int Noise,
                                      pid_t Parent) {
  // A worker busy with one file would outlive a killed parent for minutes.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != Parent)
    _exit(2);
  for (int Signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
    std::signal(Signal, SIG_DFL);
  // Ctrl-C reaches the parent, which ends its workers.
  setpgid(0, 0);
  rlimit NoCore = {0, 0};
  setrlimit(RLIMIT_CORE, &NoCore);
  raiseStackLimit();
  offerToBeKilledFirst();
  int Null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(Null, STDIN_FILENO);
  dup2(Noise, STDOUT_FILENO);
  dup2(Noise, STDERR_FILENO);
  dup2(Request, WorkerRequestFd);
  dup2(Result, WorkerResultFd);
  execl("/proc/self/exe", "slowpath", "worker", nullptr);
  const char Message[] = "LLVM ERROR: cannot run /proc/self/exe\n";
  (void)!write(STDERR_FILENO, Message, sizeof(Message) - 1);
  _exit(2);
}

bool WorkerProcess::start() {
  Pipe Requests, Results, Noises;
  if (!Requests.open() || !Results.open() || !Noises.open()) {
    Error = fmt::format("cannot make a pipe: {}", std::strerror(errno));
    return false;
  }
  pid_t Parent = getpid();
  pid_t Child = fork();
  if (Child < 0) {
    Error = fmt::format("cannot start a process: {}", std::strerror(errno));
    return false;
  }
  if (Child == 0)
    becomeWorker(Requests.Read.get(), Results.Write.get(), Noises.Write.get(),
                 Parent);
  Pid = Child;
  Request = std::move(Requests.Write);
  Result = std::move(Results.Read);
  Noise = std::move(Noises.Read);
  for (int Fd : {Request.get(), Result.get(), Noise.get()})
    setNonBlocking(Fd);
  Unsent.clear();
  Received.clear();
  Printed.clear();
  return true;
}

void WorkerProcess::send(const std::string &Line) {
  Printed.clear();
  // Nothing that an earlier unit left may count as the answer to this one.
  Received.clear();
  Unsent = Line;
  flush();
}

void WorkerProcess::flush() {
  std::string_view Rest = Unsent;
  while (!Rest.empty()) {
    ssize_t Written = write(Request.get(), Rest.data(), Rest.size());
    if (Written < 0 && errno == EINTR)
      continue;
    if (Written < 0) {
      // On a broken pipe the end of the result pipe tells the rest.
      if (errno != EAGAIN)
        Rest = {};
      break;
    }
    Rest.remove_prefix(static_cast<size_t>(Written));
  }
  Unsent = std::string(Rest);
}

/// Appends what Fd has to Text; false at its end.
static bool readAvailable(int Fd, std::string &Text) {
  char Chunk[1 << 16];
  while (true) {
    ssize_t Read = read(Fd, Chunk, sizeof(Chunk));
    if (Read > 0) {
      Text.append(Chunk, static_cast<size_t>(Read));
      if (static_cast<size_t>(Read) < sizeof(Chunk))
        return true;
      continue;
    }
    if (Read < 0 && errno == EINTR)
      continue;
    return Read < 0 && errno == EAGAIN;
  }
}

bool WorkerProcess::readResult() {
  return readAvailable(Result.get(), Received);
}

void WorkerProcess::readNoise() {
  if (Noise.get() < 0)
    return;
  if (!readAvailable(Noise.get(), Printed))
    Noise.reset();
  constexpr size_t Kept = 4096;
  if (Printed.size() > Kept)
    Printed.erase(0, Printed.size() - Kept);
}

bool WorkerProcess::takeLine(std::string &Line) {
  size_t End = Received.find('\n');
  if (End == std::string::npos)
    return false;
  Line = Received.substr(0, End);
  Received.erase(0, End + 1);
  return true;
}

/// The line that says why, of all that a dying clang prints. Others are left
/// out: stack traces hold addresses, and reports are to be reproducible.
std::string WorkerProcess::fatalMessage() const {
  for (std::string_view Mark :
       {"LLVM ERROR: ", "UNREACHABLE executed", "Assertion `",
        "terminate called", "ERROR: AddressSanitizer"}) {
    size_t Begin = Printed.find(Mark);
    if (Begin != std::string::npos)
      return ": " + Printed.substr(Begin, Printed.find('\n', Begin) - Begin);
  }
  return "";
}

std::string WorkerProcess::reap() {
  readNoise();
  int Status = 0;
  pid_t Ended = 0;
  for (int Tries = 0; Tries < 100 && Ended == 0; ++Tries) {
    Ended = waitpid(Pid, &Status, WNOHANG);
    if (Ended == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  if (Ended != Pid) {
    kill();
    return "the worker closed its pipe and went on";
  }
  std::string Why = fatalMessage();
  Pid = -1;
  close();
  if (WIFSIGNALED(Status)) {
    int Signal = WTERMSIG(Status);
    const char *Name = sigabbrev_np(Signal);
    std::string Shown =
        Name ? fmt::format("SIG{}", Name) : fmt::format("signal {}", Signal);
    if (Signal == SIGKILL)
      return "killed (SIGKILL), perhaps for want of memory";
    return fmt::format("crashed ({}){}", Shown, Why);
  }
  return fmt::format("the worker ended with status {}{}", WEXITSTATUS(Status),
                     Why);
}

void WorkerProcess::kill() {
  if (Pid > 0) {
    ::kill(Pid, SIGKILL);
    while (waitpid(Pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Pid = -1;
  close();
}

void WorkerProcess::close() {
  Request.reset();
  Result.reset();
  Noise.reset();
}

} // namespace slowpath::cli
