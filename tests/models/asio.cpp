// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <asio.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/parallel_group.hpp>
#include <asio/spawn.hpp>
#include <asio/ssl.hpp>

using asio::ip::tcp;

void work();
asio::awaitable<void> coroutine();

void tasks(asio::thread_pool &Executor) {
  asio::co_spawn(Executor, coroutine(), asio::detached);
  asio::spawn(Executor, [](asio::yield_context) {});
  asio::post(Executor, work);
  asio::dispatch(Executor, work);
  asio::defer(Executor, work);
}

asio::awaitable<void> together() {
  using namespace asio::experimental::awaitable_operators;
  co_await (coroutine() && coroutine());
  co_await (coroutine() || coroutine());
}

void group(asio::steady_timer &Timer) {
  asio::experimental::make_parallel_group(
      [&](auto Token) { return Timer.async_wait(Token); },
      [&](auto Token) { return Timer.async_wait(Token); });
}

void contexts() {
  asio::io_context Context;
  Context.run();
  asio::thread_pool Pool(4);
  Pool.join();
}

void sockets(tcp::socket &Socket, tcp::resolver &Resolver,
             asio::mutable_buffer Buffer) {
  const auto Connected = [](asio::error_code, const tcp::endpoint &) {};
  const auto Moved = [](asio::error_code, std::size_t) {};
  const auto Endpoints = Resolver.resolve("host", "http");
  Resolver.async_resolve("host", "http", [](asio::error_code, const auto &) {});
  asio::connect(Socket, Endpoints);
  asio::async_connect(Socket, Endpoints, Connected);
  Socket.connect(*Endpoints.begin());
  Socket.async_connect(*Endpoints.begin(), [](asio::error_code) {});
  asio::read(Socket, Buffer);
  asio::write(Socket, Buffer);
  asio::async_read(Socket, Buffer, Moved);
  asio::async_write(Socket, Buffer, Moved);
  Socket.write_some(Buffer);
  Socket.send(Buffer);
}

void tls(asio::ssl::stream<tcp::socket> &Stream) {
  asio::ssl::context Context(asio::ssl::context::tls_client);
  Stream.handshake(asio::ssl::stream_base::client);
}

void timers(asio::steady_timer &Timer) {
  Timer.wait();
  Timer.async_wait([](asio::error_code) {});
}

void accepts(asio::ip::tcp::acceptor &Acceptor) {
  Acceptor.async_accept([](asio::error_code, asio::ip::tcp::socket) {});
}

void parts(asio::ip::tcp::socket &Socket, asio::streambuf &Lines,
           asio::mutable_buffer Buffer) {
  const auto Moved = [](asio::error_code, std::size_t) {};
  asio::async_read_until(Socket, Lines, '\n', Moved);
  Socket.async_read_some(Buffer, Moved);
  Socket.async_write_some(asio::const_buffer(Buffer), Moved);
}
