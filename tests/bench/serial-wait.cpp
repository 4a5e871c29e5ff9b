// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The cost curve of slowpath-serial-wait: n tasks that wait for an answer of a
// millisecond, each waited for before the next, and all at once.
#include "tests/bench/Bench.h"
#include <chrono>
#include <future>
#include <thread>
#include <vector>

namespace {

int answer(int question) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return question;
}

void oneByOne(int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += std::async(std::launch::async, answer, i).get();
  slowpath::bench::keep(sum);
}

void atOnce(int n) {
  std::vector<std::future<int>> running;
  for (int i = 0; i < n; ++i)
    running.push_back(std::async(std::launch::async, answer, i));
  int sum = 0;
  for (std::future<int> &one : running)
    sum += one.get();
  slowpath::bench::keep(sum);
}

} // namespace

int main() { return slowpath::bench::table({10, 30, 100}, oneByOne, atOnce); }
