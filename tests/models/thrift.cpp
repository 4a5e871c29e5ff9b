// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <thrift/transport/TSocket.h>
#include <thrift/transport/TTransport.h>

void transports(apache::thrift::transport::TSocket &Socket,
                apache::thrift::transport::TTransport &Transport) {
  Socket.open();
  Transport.open();
  Transport.flush();
}
