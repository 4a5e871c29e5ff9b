// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <nats/nats.h>

void messages(natsConnection *Connection, natsOptions *Options, natsMsg *Reply,
              jsCtx *Stream) {
  natsConnection_Connect(&Connection, Options);
  natsConnection_ConnectTo(&Connection, "nats://host");
  natsConnection_Publish(Connection, "a", "x", 1);
  natsConnection_Flush(Connection);
  natsConnection_Request(&Reply, Connection, "a", "x", 1, 1000);
  js_Publish(nullptr, Stream, "a", "x", 1, nullptr, nullptr);
  js_PublishAsync(Stream, "a", "x", 1, nullptr);
}
