// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafkacpp.h>

void producing(rd_kafka_t *Kafka, rd_kafka_topic_t *Topic, void *Data,
               rd_kafka_message_t *Messages) {
  rd_kafka_new(RD_KAFKA_PRODUCER, nullptr, nullptr, 0);
  rd_kafka_produce(Topic, 0, 0, Data, 1, nullptr, 0, nullptr);
  rd_kafka_producev(Kafka, RD_KAFKA_V_END);
  rd_kafka_produce_batch(Topic, 0, 0, Messages, 1);
  rd_kafka_flush(Kafka, 1000);
  rd_kafka_commit_transaction(Kafka, 1000);
}

void consuming(rd_kafka_t *Kafka, const rd_kafka_message_t *Message) {
  rd_kafka_poll(Kafka, 1000);
  rd_kafka_consumer_poll(Kafka, 1000);
  rd_kafka_commit(Kafka, nullptr, 0);
  rd_kafka_commit_message(Kafka, Message, 0);
}

void objects(const RdKafka::Conf *Settings, std::string &Error,
             RdKafka::Topic *Topic, void *Data) {
  RdKafka::Producer *Producer = RdKafka::Producer::create(Settings, Error);
  Producer->produce(Topic, 0, 0, Data, 1, nullptr, nullptr);
  Producer->flush(1000);
  RdKafka::KafkaConsumer *Consumer =
      RdKafka::KafkaConsumer::create(Settings, Error);
  Consumer->commitSync();
  Consumer->commitAsync();
}
