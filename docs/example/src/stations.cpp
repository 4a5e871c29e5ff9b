#include "stations.h"

#include <asio/buffer.hpp>
#include <asio/connect.hpp>
#include <asio/read.hpp>
#include <asio/redirect_error.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>
#include <asio/write.hpp>
#include <chrono>
#include <thread>

using asio::ip::tcp;
using asio::use_awaitable;

asio::awaitable<std::string> askStation(std::string host) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  const auto addresses =
      co_await resolver.async_resolve(host, "7070", use_awaitable);
  tcp::socket socket(executor);
  co_await asio::async_connect(socket, addresses, use_awaitable);
  const std::string request = "SCANS\n";
  co_await asio::async_write(socket, asio::buffer(request), use_awaitable);
  std::string scans;
  asio::error_code end;
  co_await asio::async_read(socket, asio::dynamic_buffer(scans),
                            asio::redirect_error(use_awaitable, end));
  co_return scans;
}

asio::awaitable<void> showMessage(tcp::socket &station, std::string text) {
  text += '\n';
  co_await asio::async_write(station, asio::buffer(text), use_awaitable);
  std::this_thread::sleep_for(std::chrono::seconds(2));
  const std::string clear = "\n";
  co_await asio::async_write(station, asio::buffer(clear), use_awaitable);
}
