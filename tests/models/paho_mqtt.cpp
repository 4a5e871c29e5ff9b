// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <MQTTAsync.h>
#include <MQTTClient.h>
#include <mqtt/async_client.h>
#include <mqtt/client.h>

void ofC(MQTTClient Client, MQTTClient_connectOptions *Options,
         MQTTClient_message *Message, MQTTClient_deliveryToken Token) {
  MQTTClient_create(&Client, "tcp://host", "id", 0, nullptr);
  MQTTClient_connect(Client, Options);
  MQTTClient_publishMessage(Client, "a", Message, &Token);
  MQTTClient_waitForCompletion(Client, Token, 1000);
}

void asynchronous(MQTTAsync Client, const MQTTAsync_connectOptions *Options,
                  const MQTTAsync_message *Message) {
  MQTTAsync_connect(Client, Options);
  MQTTAsync_sendMessage(Client, "a", Message, nullptr);
}

void ofCpp(mqtt::const_message_ptr Message, mqtt::token &Token,
           mqtt::client &Blocking) {
  mqtt::async_client Client("tcp://host", "id");
  Client.connect();
  Client.publish(Message);
  Token.wait();
  Blocking.publish(Message);
}
