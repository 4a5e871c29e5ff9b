// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-blocking-in-async: n coroutines of one thread that
// pause for a millisecond each, by putting the thread to sleep and by a timer.
#include <utility>
#include <asio.hpp>
#include "tests/bench/Bench.h"
#include <chrono>
#include <thread>

namespace {

using std::chrono::milliseconds;

asio::awaitable<void> blocking() {
  std::this_thread::sleep_for(milliseconds(1));
  co_return;
}

asio::awaitable<void> waiting() {
  asio::steady_timer timer(co_await asio::this_coro::executor, milliseconds(1));
  co_await timer.async_wait(asio::use_awaitable);
}

template <typename Coroutine> void runAll(int n, Coroutine coroutine) {
  asio::io_context io;
  for (int i = 0; i < n; ++i)
    asio::co_spawn(io, coroutine(), asio::detached);
  io.run();
}

} // namespace

int main() {
  return slowpath::bench::table({10, 100, 1000},
                                [](int n) { runAll(n, blocking); },
                                [](int n) { runAll(n, waiting); });
}
