// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Progress.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace slowpath::cli {

static size_t terminalWidth() {
  winsize Size = {};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &Size) == 0 && Size.ws_col > 0)
    return Size.ws_col;
  return 80;
}

Progress::Progress(size_t Total, bool Quiet)
    : Total(Total), Quiet(Quiet), Drawn(Clock::now()) {
  const char *Term = std::getenv("TERM");
  IsTerminal = isatty(STDERR_FILENO) != 0 &&
               std::string_view(Term ? Term : "") != "dumb";
}

Progress::~Progress() {
  if (IsDrawn)
    fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
}

void Progress::advance(const std::string &File) {
  ++Done;
  Latest = File;
}

void Progress::tick() {
  using namespace std::chrono_literals;
  Clock::time_point Now = Clock::now();
  if (Quiet || Now - Drawn <
                   (IsTerminal ? Clock::duration(100ms) : Clock::duration(10s)))
    return;
  Drawn = Now;
  if (!IsTerminal) {
    fmt::print(stderr, "[{}/{}]{}{}\n", Done, Total, Latest.empty() ? "" : " ",
               Latest);
    std::fflush(stderr);
    return;
  }
  constexpr size_t BarWidth = 24;
  size_t Filled = Total == 0 ? 0 : Done * BarWidth / Total;
  std::string Line =
      fmt::format("[{}{}] {}/{} ", std::string(Filled, '='),
                  std::string(BarWidth - Filled, ' '), Done, Total);
  // The last column stays free: some terminals wrap when it is written.
  size_t Room = terminalWidth() - std::min(terminalWidth(), Line.size() + 1);
  std::string_view File = Latest;
  // Cut between characters: a UTF-8 continuation byte starts none.
  if (File.size() > Room)
    File.remove_prefix(File.size() - Room);
  while (!File.empty() && (File.front() & 0xC0) == 0x80)
    File.remove_prefix(1);
  fmt::print(stderr, "\r\x1b[K{}{}", Line, File);
  std::fflush(stderr);
  IsDrawn = true;
}

} // namespace slowpath::cli
