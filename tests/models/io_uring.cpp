// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <liburing.h>

void ring(struct io_uring *Ring, struct io_uring_cqe *Done, int File) {
  io_uring_queue_init(8, Ring, 0);
  io_uring_prep_fsync(io_uring_get_sqe(Ring), File, 0);
  io_uring_submit(Ring);
  io_uring_submit_and_wait(Ring, 1);
  io_uring_wait_cqe(Ring, &Done);
}
