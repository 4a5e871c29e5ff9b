// packages: libcurl
// args: -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
#include <utility>
#include <boost/asio.hpp>
#include <curl/curl.h>
#include <unistd.h>

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
