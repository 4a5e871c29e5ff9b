// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: grpc++
#include <google/protobuf/empty.pb.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/client_unary_call.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <grpcpp/support/sync_stream.h>

using Message = google::protobuf::Empty;

void answer(grpc::ServerContext *Blocking, grpc::CallbackServerContext *);

void channels(const std::shared_ptr<grpc::ChannelCredentials> &Credentials,
              const grpc::ChannelArguments &Arguments,
              grpc::ChannelInterface &Channel) {
  grpc::CreateChannel("host:1", Credentials);
  grpc::CreateCustomChannel("host:1", Credentials, Arguments);
  grpc::SslCredentials({});
  Channel.WaitForConnected(gpr_timespec());
}

void calls(grpc::ChannelInterface *Channel,
           const grpc::internal::RpcMethod &Method,
           grpc::ClientContext *Context, const Message &Asked, Message *Got,
           grpc::ClientReader<Message> &Reader, grpc::CompletionQueue &Queue,
           void *Tag, bool IsOk) {
  grpc::internal::BlockingUnaryCall(Channel, Method, Context, Asked, Got);
  Reader.Read(Got);
  Queue.Next(&Tag, &IsOk);
}
