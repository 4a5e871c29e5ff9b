// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -DBOOST_THREAD_VERSION=4 -DBOOST_THREAD_USES_DATETIME
// args: -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/array.hpp>
#include <boost/asio.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/circular_buffer.hpp>
#include <boost/container/deque.hpp>
#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>
#include <boost/container/list.hpp>
#include <boost/container/map.hpp>
#include <boost/container/set.hpp>
#include <boost/container/small_vector.hpp>
#include <boost/container/static_vector.hpp>
#include <boost/container/string.hpp>
#include <boost/container/vector.hpp>
#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <boost/fiber/fiber.hpp>
#include <boost/fiber/future/async.hpp>
#include <boost/locale/generator.hpp>
#include <boost/log/core/core.hpp>
#include <boost/process/child.hpp>
#include <boost/process/system.hpp>
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/random_device.hpp>
#include <boost/regex.hpp>
#include <boost/shared_ptr.hpp>
#include <boost/thread.hpp>
#include <boost/thread/barrier.hpp>
#include <boost/thread/future.hpp>
#include <boost/unordered_map.hpp>
#include <boost/unordered_set.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::asio::ip::tcp;

void types(boost::container::string &, boost::container::vector<int> &,
           boost::container::small_vector<int, 4> &,
           boost::container::small_vector_base<int> &,
           boost::container::static_vector<int, 4> &,
           boost::container::deque<int> &, boost::array<int, 2> &,
           boost::circular_buffer<int> &, boost::unordered_map<int, int> &,
           boost::unordered_multimap<int, int> &,
           boost::container::map<int, int> &,
           boost::container::flat_map<int, int> &, boost::unordered_set<int> &,
           boost::container::set<int> &, boost::container::flat_set<int> &,
           boost::container::list<int> &, boost::posix_time::ptime,
           boost::posix_time::time_duration,
           boost::lock_guard<boost::mutex> &, boost::unique_lock<boost::mutex> &,
           boost::shared_lock<boost::shared_mutex> &, boost::shared_ptr<int>);

int work();

// ---- Beast and Asio --------------------------------------------------------

using Request = beast::http::request<beast::http::string_body>;
using Response = beast::http::response<beast::http::string_body>;

void http(beast::tcp_stream &Stream, const tcp::endpoint &Endpoint,
          Request &Asked, Response &Got, beast::flat_buffer &Buffer) {
  const auto Done = [](beast::error_code, std::size_t) {};
  Stream.connect(Endpoint);
  Stream.async_connect(Endpoint, [](beast::error_code) {});
  beast::http::write(Stream, Asked);
  beast::http::read(Stream, Buffer, Got);
  beast::http::async_write(Stream, Asked, Done);
  beast::http::async_read(Stream, Buffer, Got, Done);
}

void websocket(beast::websocket::stream<tcp::socket> &Stream) {
  Stream.handshake("host", "/");
  Stream.write(asio::buffer("x", 1));
}

asio::awaitable<void> coroutine();

void tasks(asio::thread_pool &Executor) {
  asio::co_spawn(Executor, coroutine(), asio::detached);
  asio::spawn(Executor, [](asio::yield_context) {});
  asio::post(Executor, work);
  asio::dispatch(Executor, work);
}

void contexts(std::chrono::steady_clock::time_point Later) {
  asio::io_context Context;
  asio::thread_pool Pool(4);
  Context.run();
  Context.run_one();
  Context.run_for(std::chrono::seconds(1));
  Context.run_until(Later);
}

void sockets(tcp::socket &Socket, tcp::acceptor &Acceptor,
             tcp::resolver &Resolver, asio::mutable_buffer Buffer) {
  const auto Endpoints = Resolver.resolve("host", "http");
  asio::connect(Socket, Endpoints);
  Socket.connect(*Endpoints.begin());
  Acceptor.accept();
  asio::write(Socket, Buffer);
  asio::read(Socket, Buffer);
  asio::async_write(Socket, Buffer,
                    [](boost::system::error_code, std::size_t) {});
  Socket.send(Buffer);
  Socket.write_some(Buffer);
  Socket.receive(Buffer);
  Socket.read_some(Buffer);
}

void timers(asio::steady_timer &Timer, asio::deadline_timer &Deadline) {
  Timer.wait();
  Deadline.wait();
}

// ---- threads and fibers ----------------------------------------------------

void threads(boost::posix_time::time_duration Time,
             boost::chrono::steady_clock::time_point Later) {
  boost::thread Thread(work);
  Thread.timed_join(Time);
  Thread.join();
  Thread.detach();
  boost::thread_group Group;
  Group.create_thread(work);
  Group.join_all();
  boost::thread::hardware_concurrency();
  boost::thread::physical_concurrency();
  boost::this_thread::sleep(Time);
  boost::this_thread::sleep_for(boost::chrono::seconds(1));
  boost::this_thread::sleep_until(Later);
}

void futures() {
  boost::future<int> Future = boost::async(work);
  boost::future<int> Lazy = boost::async(boost::launch::deferred, work);
  boost::wait_for_all(Future, Lazy);
  boost::when_all(std::move(Lazy));
  Future.wait();
  Future.get();
  boost::shared_future<int> Shared = boost::async(work).share();
  Shared.wait();
  Shared.get();
}

void locks(boost::mutex &Mutex, boost::recursive_mutex &Recursive,
           boost::timed_mutex &Timed, boost::shared_mutex &Shared) {
  Mutex.lock();
  Recursive.lock();
  Timed.lock();
  Shared.lock();
  Shared.lock_shared();
  boost::lock_guard<boost::mutex> Guard(Mutex);
  boost::unique_lock<boost::mutex> Unique(Mutex);
  boost::shared_lock<boost::shared_mutex> Reading(Shared);
}

void conditions(boost::condition_variable &Condition,
                boost::condition_variable_any &Any,
                boost::unique_lock<boost::mutex> &Lock, boost::barrier &Barrier,
                boost::posix_time::time_duration Time,
                boost::chrono::steady_clock::time_point Later) {
  Condition.wait(Lock);
  Condition.wait_for(Lock, boost::chrono::seconds(1));
  Condition.wait_until(Lock, Later);
  Condition.timed_wait(Lock, Time);
  Any.wait(Lock);
  Any.wait_for(Lock, boost::chrono::seconds(1));
  Any.wait_until(Lock, Later);
  Any.timed_wait(Lock, Time);
  Barrier.wait();
}

void fibers() {
  boost::fibers::fiber Fiber(work);
  Fiber.join();
  boost::fibers::async(work).get();
}

// ---- the rest --------------------------------------------------------------

void processes() {
  boost::process::child Child("program");
  boost::process::system("program");
}

void tables(boost::locale::generator &Locales,
            boost::property_tree::ptree &Tree) {
  boost::regex Expression("a+");
  boost::random_device Device;
  boost::mt19937 Engine(Device());
  Locales("de_DE.UTF-8");
  Locales.generate("de_DE.UTF-8");
  boost::property_tree::read_json("file", Tree);
  boost::property_tree::read_xml("file", Tree);
  boost::log::core::get()->flush();
}

void sockets(asio::ip::tcp::socket &Socket, asio::ip::tcp::resolver &Resolver,
             asio::steady_timer &Timer, asio::streambuf &Lines,
             asio::mutable_buffer Buffer,
             const asio::ip::tcp::resolver::results_type &Endpoints) {
  const auto Done = [](boost::system::error_code) {};
  const auto Moved = [](boost::system::error_code, std::size_t) {};
  Timer.async_wait(Done);
  asio::async_connect(
      Socket, Endpoints,
      [](boost::system::error_code, const asio::ip::tcp::endpoint &) {});
  Socket.async_connect(*Endpoints.begin(), Done);
  asio::async_read(Socket, Buffer, Moved);
  asio::async_read_until(Socket, Lines, '\n', Moved);
  Socket.async_read_some(Buffer, Moved);
  Socket.async_write_some(asio::const_buffer(Buffer), Moved);
  Resolver.async_resolve(
      "a", "80",
      [](boost::system::error_code,
         const asio::ip::tcp::resolver::results_type &) {});
}

void accepts(asio::ip::tcp::acceptor &Acceptor) {
  Acceptor.async_accept(
      [](boost::system::error_code, asio::ip::tcp::socket) {});
}

void splits(std::vector<std::string> &Parts, const std::string &Text) {
  boost::split(Parts, Text, boost::is_any_of(","));
}
