// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <uv.h>

void run(void *);

void loop(uv_loop_t *Loop, uv_tcp_t *Socket, uv_connect_t *Connect,
          const struct sockaddr *Address, uv_fs_t *File,
          uv_getaddrinfo_t *Names, uv_process_t *Process,
          const uv_process_options_t *Options) {
  uv_tcp_connect(Connect, Socket, Address, nullptr);
  uv_fs_open(Loop, File, "file", 0, 0, nullptr);
  uv_getaddrinfo(Loop, Names, nullptr, "host", "http", nullptr);
  uv_spawn(Loop, Process, Options);
  uv_run(Loop, UV_RUN_DEFAULT);
}

void threads(uv_loop_t *Loop, uv_work_t *Work, uv_thread_t *Thread,
             uv_mutex_t *Mutex) {
  uv_queue_work(Loop, Work, nullptr, nullptr);
  uv_thread_create(Thread, run, nullptr);
  uv_mutex_lock(Mutex);
}
