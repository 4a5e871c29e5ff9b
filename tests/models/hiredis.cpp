// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: hiredis
#include <hiredis/async.h>
#include <hiredis/hiredis.h>

void connections(redisContext *Context) {
  redisConnect("host", 6379);
  redisConnectWithTimeout("host", 6379, {1, 0});
  redisConnectUnix("/run/redis");
  redisConnectNonBlock("host", 6379);
  redisReconnect(Context);
  redisFree(Context);
}

void commands(redisContext *Context, int Count, const char **Words,
              va_list Arguments) {
  redisCommand(Context, "GET %s", "key");
  redisvCommand(Context, "GET %s", Arguments);
  redisCommandArgv(Context, Count, Words, nullptr);
  redisAppendCommand(Context, "GET %s", "key");
  redisAppendCommandArgv(Context, Count, Words, nullptr);
  void *Reply = nullptr;
  redisGetReply(Context, &Reply);
}

void asynchronous(redisAsyncContext *Context) {
  redisAsyncConnect("host", 6379);
  redisAsyncCommand(Context, nullptr, nullptr, "GET %s", "key");
}
