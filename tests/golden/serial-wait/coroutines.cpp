// args: -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <utility>
#include <asio.hpp>
#include <string>
#include <vector>

using asio::ip::tcp;

static asio::awaitable<std::string> fetch(std::string Host) {
  tcp::socket Socket(co_await asio::this_coro::executor);
  tcp::resolver Resolver(co_await asio::this_coro::executor);
  const auto Addresses = co_await Resolver.async_resolve(Host, "80", asio::use_awaitable);
  co_await asio::async_connect(Socket, Addresses, asio::use_awaitable);
  const std::string Request = "GET / HTTP/1.0\r\n\r\n";
  co_await asio::async_write(Socket, asio::buffer(Request), asio::use_awaitable);
  std::string Page;
  co_await asio::async_read(Socket, asio::dynamic_buffer(Page), asio::use_awaitable);
  co_return Page;
}

static asio::awaitable<std::string> ask(tcp::socket &Socket, std::string Line) {
  co_await asio::async_write(Socket, asio::buffer(Line), asio::use_awaitable);
  std::string Answer;
  co_await asio::async_read(Socket, asio::dynamic_buffer(Answer), asio::use_awaitable);
  co_return Answer;
}

asio::awaitable<void> eachBad(const std::vector<std::string> &Hosts, std::vector<std::string> &Pages) {
  for (const std::string &Host : Hosts) // want-note: inside this loop
    Pages.push_back(co_await fetch(Host)); // want[advice]: each 'fetch' is awaited before the next one is started
}

// ---- what must not be reported ---------------------------------------------

// In order, on one connection.
asio::awaitable<void> oneSocketOk(tcp::socket &Socket, const std::vector<std::string> &Lines) {
  for (const std::string &Line : Lines)
    co_await ask(Socket, Line);
}
asio::awaitable<void> writesOk(tcp::socket &Socket, const std::vector<std::string> &Lines) {
  for (const std::string &Line : Lines)
    co_await asio::async_write(Socket, asio::buffer(Line), asio::use_awaitable);
}

// Each page tells where the next one is.
asio::awaitable<void> pagesOk(std::string Host, std::vector<std::string> &Pages) {
  for (std::string Next = Host; !Next.empty();) {
    Next = co_await fetch(Next);
    Pages.push_back(Next);
  }
}

// The first that answers.
asio::awaitable<std::string> firstOk(const std::vector<std::string> &Hosts) {
  for (const std::string &Host : Hosts) {
    const std::string Page = co_await fetch(Host);
    if (!Page.empty())
      co_return Page;
  }
  co_return "";
}

// One by one on purpose.
asio::awaitable<void> pacedOk(const std::vector<std::string> &Hosts) {
  asio::steady_timer Timer(co_await asio::this_coro::executor);
  for (const std::string &Host : Hosts) {
    co_await fetch(Host);
    Timer.expires_after(std::chrono::seconds(1));
    co_await Timer.async_wait(asio::use_awaitable);
  }
}

// Nobody knows what it does.
asio::awaitable<std::string> unseen(std::string Host);
asio::awaitable<void> unseenOk(const std::vector<std::string> &Hosts) {
  for (const std::string &Host : Hosts)
    co_await unseen(Host);
}

asio::awaitable<void> fewOk() {
  for (const char *Host : {"a", "b"})
    co_await fetch(Host);
}

// Each leaves for the next where it has got to.
asio::awaitable<void> follow(std::string Host, std::string &Cursor) {
  const std::string Page = co_await fetch(Host + Cursor);
  Cursor = Page.substr(0, 10);
}
asio::awaitable<void> cursorOk(const std::vector<std::string> &Hosts) {
  std::string Cursor;
  for (const std::string &Host : Hosts)
    co_await follow(Host, Cursor);
}
class Walk {
public:
  asio::awaitable<void> allOk(const std::vector<std::string> &Hosts) {
    for (const std::string &Host : Hosts)
      co_await step(Host);
  }

private:
  asio::awaitable<void> step(std::string Host) { Last = co_await fetch(Host + Last); }
  std::string Last;
};
