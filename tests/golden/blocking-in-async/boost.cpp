// packages: libcurl
// args: -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
#include <utility>
#include <boost/asio.hpp>
#include <curl/curl.h>
#include <functional>
#include <unistd.h>
#include <vector>

namespace asio = boost::asio;

asio::awaitable<void> sleepBad(asio::ip::tcp::socket &Socket) {
  sleep(1); // want: 'sleep' blocks the thread of this coroutine
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

void handlerBad(asio::steady_timer &Timer, CURL *Curl) {
  Timer.async_wait([Curl](boost::system::error_code) {
    curl_easy_perform(Curl); // want: blocks the thread of this completion handler
  });
}

// Handlers by name, bound or not.
void waited(const boost::system::error_code &) {
  sleep(1); // want: 'sleep' blocks the thread of this completion handler
}
class Session {
public:
  explicit Session(asio::io_context &Io) : Timer(Io) {}
  void start() { Timer.async_wait(std::bind(&Session::ticked, this, std::placeholders::_1)); }

private:
  void ticked(const boost::system::error_code &) {
    sleep(1); // want: 'sleep' blocks the thread of this completion handler
    start();
  }
  asio::steady_timer Timer;
};
void waits(asio::steady_timer &Timer, Session &Of) {
  Timer.async_wait(&waited);
  Of.start();
}

// In threads that are there to be blocked.
asio::awaitable<void> pooledOk(asio::ip::tcp::socket &Socket) {
  sleep(1);
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}
void pools(asio::thread_pool &Pool, asio::ip::tcp::socket &Socket) {
  asio::co_spawn(Pool, pooledOk(Socket), asio::detached);
}

// Nothing to wait for.
asio::awaitable<void> pollOk(asio::ip::tcp::socket &Socket, CURLM *Multi) {
  curl_multi_poll(Multi, nullptr, 0, 0, nullptr);
  co_await asio::async_write(Socket, asio::buffer("done"), asio::use_awaitable);
}

// The queue is empty, but nothing is put into it.
class Port {
public:
  explicit Port(asio::io_context &Io) : Timer(Io) {}
  void start() {
    Timer.async_wait([this](boost::system::error_code) { written(); }); // want: 'written' leads to a call that blocks the thread of this completion handler
  }

private:
  void written() {
    if (Waiting.empty())
      sleep(1);
  }
  asio::steady_timer Timer;
  std::vector<int> Waiting;
};
void listens(Port &Of) { Of.start(); }
