// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <amqp.h>

void connections(amqp_socket_t *Socket, amqp_connection_state_t Connection) {
  amqp_new_connection();
  amqp_socket_open(Socket, "host", 5672);
  amqp_login(Connection, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, "user", "");
  amqp_channel_open(Connection, 1);
}

void messages(amqp_connection_state_t Connection, amqp_bytes_t Bytes) {
  amqp_queue_declare(Connection, 1, Bytes, 0, 0, 0, 0, amqp_empty_table);
  amqp_confirm_select(Connection, 1);
  amqp_basic_publish(Connection, 1, Bytes, Bytes, 0, 0, nullptr, Bytes);
  amqp_basic_get(Connection, 1, Bytes, 0);
  amqp_basic_ack(Connection, 1, 1, 0);
  amqp_tx_commit(Connection, 1);
}
