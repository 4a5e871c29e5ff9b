// packages: libcurl sqlite3 libpq
// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <utility>
#include <asio.hpp>
#include <chrono>
#include <curl/curl.h>
#include <future>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

using asio::ip::tcp;

// Awaited: others run meanwhile.
asio::awaitable<void> timerOk(tcp::socket &Socket) {
  asio::steady_timer Timer(co_await asio::this_coro::executor, std::chrono::seconds(1));
  co_await Timer.async_wait(asio::use_awaitable);
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

// In a thread of its own.
asio::awaitable<void> threadOk(tcp::socket &Socket, CURL *Curl) {
  std::thread([Curl] { curl_easy_perform(Curl); }).detach();
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}
asio::awaitable<void> poolOk(tcp::socket &Socket, asio::thread_pool &Pool, CURL *Curl) {
  asio::post(Pool, [Curl] { curl_easy_perform(Curl); });
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

// It goes on in the pool.
asio::awaitable<void> movedOk(asio::thread_pool &Pool, CURL *Curl) {
  co_await asio::post(Pool, asio::use_awaitable);
  curl_easy_perform(Curl);
}

// In this process.
asio::awaitable<void> embeddedOk(tcp::socket &Socket, sqlite3 *Db) {
  sqlite3_exec(Db, "UPDATE visits SET n = n + 1", nullptr, nullptr, nullptr);
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

// Nothing is shared: not a coroutine, or one that awaits nothing.
void functionOk(CURL *Curl) { curl_easy_perform(Curl); }

// On the way out.
asio::awaitable<void> errorOk(tcp::socket &Socket) {
  bool Failed = false;
  try {
    co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
  } catch (const std::exception &) {
    Failed = true;
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
  if (Failed)
    Socket.close();
}

// One that is called, and runs when it is awaited.
asio::awaitable<void> ask(tcp::socket &Socket);
asio::awaitable<void> spawnsOk(asio::io_context &Io, tcp::socket &Socket) {
  asio::co_spawn(Io, ask(Socket), asio::detached);
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

// Once, before it serves.
asio::awaitable<void> serveOk() {
  const auto Executor = co_await asio::this_coro::executor;
  tcp::resolver Resolver(Executor);
  tcp::acceptor Acceptor(Executor, *Resolver.resolve("localhost", "80").begin());
  for (;;)
    co_await Acceptor.async_accept(asio::use_awaitable);
}

// Ready when it is asked.
asio::awaitable<int> readyOk(std::future<int> &Answer) {
  asio::steady_timer Timer(co_await asio::this_coro::executor);
  while (Answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    Timer.expires_after(std::chrono::milliseconds(1));
    co_await Timer.async_wait(asio::use_awaitable);
  }
  co_return Answer.get();
}

// Its result is there.
asio::awaitable<PGresult *> resultOk(PGconn *Db) {
  asio::steady_timer Timer(co_await asio::this_coro::executor);
  while (PQisBusy(Db)) {
    Timer.expires_after(std::chrono::milliseconds(1));
    co_await Timer.async_wait(asio::use_awaitable);
    PQconsumeInput(Db);
  }
  co_return PQgetResult(Db);
}
