// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <omp.h>

void cores() {
  omp_get_max_threads();
  omp_get_num_procs();
  omp_get_num_threads();
}
