// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <utility>
#include <asio.hpp>
#include <unistd.h>

#define PAUSE() sleep(1)
#define AWAIT(What) co_await What

asio::awaitable<void> greetBad(asio::ip::tcp::socket &Socket) {
  sleep(1); // want: 'sleep' blocks the thread of this coroutine
  AWAIT(asio::async_write(Socket, asio::buffer("hello"), asio::use_awaitable));
}

// Nobody wrote this call here.
asio::awaitable<void> bodyOk(asio::ip::tcp::socket &Socket) {
  PAUSE();
  co_await asio::async_write(Socket, asio::buffer("hello"), asio::use_awaitable);
}
