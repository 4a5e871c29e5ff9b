// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <utility>
#include <asio.hpp>
#include <string>
#include <unistd.h>

template <typename Text> asio::awaitable<void> FN_pattern(asio::ip::tcp::socket &Socket, const Text &Greeting) {
  sleep(1);
  co_await asio::async_write(Socket, asio::buffer(Greeting), asio::use_awaitable);
}

asio::awaitable<void> use(asio::ip::tcp::socket &Socket) {
  co_await FN_pattern(Socket, std::string("hello"));
}

// A lambda that is a coroutine.
void lambdaBad(asio::io_context &Io, asio::ip::tcp::socket &Socket) {
  const auto Greet = [&]() -> asio::awaitable<void> {
    sleep(1); // want: 'sleep' blocks the thread of this coroutine
    co_await asio::async_write(Socket, asio::buffer("hello"), asio::use_awaitable);
  };
  asio::co_spawn(Io, Greet(), asio::detached);
}
