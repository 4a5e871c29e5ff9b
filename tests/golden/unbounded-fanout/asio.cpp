// args: -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
#include <utility>
#include <boost/asio.hpp>
#include <string>
#include <vector>

namespace asio = boost::asio;

asio::awaitable<void> fetch(const std::string &Url);
void load(const std::string &Url);

void coroutineBad(asio::io_context &Io, const std::vector<std::string> &Urls) {
  for (const std::string &Url : Urls)
    asio::co_spawn(Io, fetch(Url), asio::detached); // want[advice]: 'boost::asio::co_spawn' starts a coroutine for every element of 'Urls', with no limit (n tasks at once → a fixed number)
  // want-advice:       co_await fetch(Url);
}

// The pool has a fixed number of threads.
void poolOk(asio::thread_pool &Pool, const std::vector<std::string> &Urls) {
  for (const std::string &Url : Urls)
    asio::post(Pool, [Url] { load(Url); });
}

// A3
asio::awaitable<void> serve(asio::ip::tcp::socket Socket);
asio::awaitable<void> acceptOk(asio::ip::tcp::acceptor &Acceptor) {
  for (;;)
    asio::co_spawn(Acceptor.get_executor(),
                   serve(co_await Acceptor.async_accept(asio::use_awaitable)),
                   asio::detached);
}

// A limit that is awaited.
asio::awaitable<void> turn(int &Running);
asio::awaitable<void> limitedOk(asio::io_context &Io, int &Running,
                                const std::vector<std::string> &Urls) {
  for (const std::string &Url : Urls) {
    co_await turn(Running);
    asio::co_spawn(Io, fetch(Url), asio::detached);
  }
}
