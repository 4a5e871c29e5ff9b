// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <nng/nng.h>

void messages(nng_socket Socket, nng_aio *Operation, void *Data,
              size_t Length) {
  nng_dial(Socket, "tcp://host:1", nullptr, 0);
  nng_send(Socket, Data, Length, 0);
  nng_recv(Socket, Data, &Length, 0);
  nng_aio_wait(Operation);
}
