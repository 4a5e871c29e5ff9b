// packages: libcurl libpq
// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <utility>
#include <asio.hpp>
#include <chrono>
#include <curl/curl.h>
#include <future>
#include <libpq-fe.h>
#include <string>
#include <thread>

using asio::ip::tcp;

int compute(const std::string &Line);

asio::awaitable<std::string> sleepBad(tcp::socket &Socket) {
  std::string Line;
  co_await asio::async_read(Socket, asio::dynamic_buffer(Line), asio::use_awaitable);
  std::this_thread::sleep_for(std::chrono::milliseconds(100)); // want[advice]: 'std::this_thread::sleep_for' blocks the thread of this coroutine, and all that share it
  co_return Line;
}

asio::awaitable<int> futureBad(tcp::socket &Socket) {
  std::string Line;
  co_await asio::async_read(Socket, asio::dynamic_buffer(Line), asio::use_awaitable);
  co_return std::async(std::launch::async, compute, Line).get(); // want: blocks the thread of this coroutine
}

static void download(CURL *Curl) {
  curl_easy_perform(Curl); // want-note: 'download' calls 'curl_easy_perform' here
}

asio::awaitable<void> requestBad(tcp::socket &Socket, CURL *Curl) {
  download(Curl); // want: 'download' leads to a call that blocks the thread of this coroutine
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

asio::awaitable<void> queryBad(tcp::socket &Socket, PGconn *Db) {
  PQclear(PQexec(Db, "UPDATE visits SET n = n + 1")); // want: 'PQexec' blocks the thread
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

asio::awaitable<void> syncBad(tcp::socket &Socket, tcp::socket &Other) {
  asio::write(Other, asio::buffer("hello")); // want: 'asio::write' blocks the thread
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

void handlerBad(tcp::socket &Socket, asio::mutable_buffer Buffer, CURL *Curl) {
  Socket.async_read_some(Buffer, [Curl](asio::error_code, std::size_t) {
    curl_easy_perform(Curl); // want: 'curl_easy_perform' blocks the thread of this completion handler
  });
}

// A session, not a server; and too early to be in the pool.
asio::awaitable<void> sessionBad(tcp::socket &Socket, asio::mutable_buffer Buffer) {
  std::this_thread::sleep_for(std::chrono::milliseconds(100)); // want: 'std::this_thread::sleep_for' blocks
  for (;;)
    co_await Socket.async_read_some(Buffer, asio::use_awaitable);
}
asio::awaitable<void> earlyBad(asio::thread_pool &Pool, CURL *Curl) {
  curl_easy_perform(Curl); // want: 'curl_easy_perform' blocks
  co_await asio::post(Pool, asio::use_awaitable);
}
