// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -std=c++17
#include <capnp/ez-rpc.h>
#include <kj/async.h>

void calls(kj::Promise<int> &Promise, kj::Array<kj::Promise<int>> Promises) {
  capnp::EzRpcClient Client("host");
  Promise.wait(Client.getWaitScope());
  kj::joinPromises(kj::mv(Promises));
}
