#include <utility>
#include <asio.hpp>
#include <unistd.h>

inline asio::awaitable<void> greetBad(asio::ip::tcp::socket &Socket) {
  sleep(1); // want: 'sleep' blocks the thread of this coroutine
  co_await asio::async_write(Socket, asio::buffer("hello"), asio::use_awaitable);
}
