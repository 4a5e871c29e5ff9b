// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <oneapi/tbb.h>
#include <vector>

void work();

void algorithms(std::vector<int> &Numbers) {
  tbb::parallel_for(0, 10, [](int) {});
  tbb::parallel_for_each(Numbers, [](int) {});
  tbb::parallel_reduce(
      tbb::blocked_range<int>(0, 10), 0,
      [](const tbb::blocked_range<int> &, int Sum) { return Sum; },
      [](int A, int B) { return A + B; });
  tbb::parallel_invoke(work, work);
  tbb::parallel_sort(Numbers);
}

void groups(tbb::task_group &Group, tbb::task_arena &Arena) {
  Group.run(work);
  Group.wait();
  Group.run_and_wait(work);
  Arena.enqueue(work);
}

void limits(tbb::flow::graph &Graph, tbb::task_arena &Arena) {
  tbb::flow::limiter_node<int> Limiter(Graph, 4);
  tbb::global_control Control(tbb::global_control::max_allowed_parallelism, 4);
  Arena.max_concurrency();
  tbb::this_task_arena::max_concurrency();
  tbb::info::default_concurrency();
}
