// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A thread per element against one thread per core that take the elements in
// turn; each element costs about two microseconds.
#include "Bench.h"
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace {

void process(std::uint64_t &Item) {
  for (int I = 0; I < 1000; ++I)
    Item = Item * 6364136223846793005U + 1442695040888963407U;
}

void threadPerItem(int N) {
  std::vector<std::uint64_t> Items(static_cast<std::size_t>(N), 1);
  std::vector<std::thread> Threads;
  for (std::uint64_t &Item : Items)
    Threads.emplace_back([&Item] { process(Item); });
  for (std::thread &T : Threads)
    T.join();
  slowpath::bench::keep(Items.front());
}

void threadPerCore(int N) {
  std::vector<std::uint64_t> Items(static_cast<std::size_t>(N), 1);
  std::atomic<std::size_t> Next{0};
  const auto TakeTurns = [&] {
    for (std::size_t I; (I = Next++) < Items.size();)
      process(Items[I]);
  };
  std::vector<std::jthread> Workers;
  for (std::size_t Count = std::min<std::size_t>(
           Items.size(), std::thread::hardware_concurrency() + 1);
       Count > 0; --Count)
    Workers.emplace_back(TakeTurns);
  Workers.clear();
  slowpath::bench::keep(Items.front());
}

} // namespace

int main() {
  return slowpath::bench::table({100, 300, 1000, 5000}, threadPerItem,
                                threadPerCore);
}
