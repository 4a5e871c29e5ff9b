// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
// A place in a channel is waited for before each start.
#include <utility>
#include <asio.hpp>
#include <asio/experimental/channel.hpp>
#include <string>
#include <vector>

using Slots = asio::experimental::channel<void(asio::error_code, int)>;

asio::awaitable<void> fetch(const std::string &Url, Slots &Free);

asio::awaitable<void> channelOk(asio::io_context &Io, Slots &Free, const std::vector<std::string> &Urls) {
  for (const std::string &Url : Urls) {
    co_await Free.async_send(asio::error_code(), 0, asio::use_awaitable);
    asio::co_spawn(Io, fetch(Url, Free), asio::detached);
  }
}
