// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <zmq.h>
#include <zmq.hpp>

void ofC(void *Socket, void *Data, zmq_msg_t *Message) {
  void *Context = zmq_ctx_new();
  zmq_socket(Context, ZMQ_REQ);
  zmq_connect(Socket, "tcp://host:1");
  zmq_send(Socket, Data, 1, 0);
  zmq_recv(Socket, Data, 1, 0);
  zmq_msg_send(Message, Socket, 0);
}

void ofCpp(zmq::message_t &Message) {
  zmq::context_t Context;
  zmq::socket_t Socket(Context, zmq::socket_type::req);
  Socket.connect("tcp://host:1");
  Socket.send(Message, zmq::send_flags::none);
  (void)Socket.recv(Message, zmq::recv_flags::none);
}
