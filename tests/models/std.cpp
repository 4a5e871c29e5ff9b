// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <array>
#include <atomic>
#include <barrier>
#include <bit>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <forward_list>
#include <fstream>
#include <future>
#include <iostream>
#include <latch>
#include <list>
#include <locale>
#include <map>
#include <memory>
#include <mutex>
#include <queue>
#include <random>
#include <regex>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <span>
#include <sstream>
#include <stack>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

using namespace std::chrono_literals;
using TimePoint = std::chrono::steady_clock::time_point;

void types(std::string &, std::vector<int> &, std::deque<int> &,
           std::array<int, 2> &, std::span<int>, std::map<int, int> &,
           std::multimap<int, int> &, std::unordered_map<int, int> &,
           std::unordered_multimap<int, int> &, std::list<int> &,
           std::forward_list<int> &, std::set<int> &, std::multiset<int> &,
           std::unordered_set<int> &, std::unordered_multiset<int> &,
           std::queue<int> &, std::stack<int> &, std::priority_queue<int> &,
           std::string_view, std::chrono::seconds, TimePoint, std::istream &,
           std::atomic<int> &, std::atomic_ref<int>,
           std::lock_guard<std::mutex> &, std::unique_lock<std::mutex> &,
           std::scoped_lock<std::mutex> &,
           std::shared_lock<std::shared_mutex> &, std::shared_ptr<int>);

int work();

void threads(TimePoint Later) {
  std::thread Thread(work);
  Thread.join();
  Thread.detach();
  std::jthread Joining(work);
  Joining.join();
  Joining.detach();
  auto *OnHeap = new std::jthread(work);
  delete OnHeap;
  std::thread::hardware_concurrency();
  std::jthread::hardware_concurrency();
  std::this_thread::sleep_for(1s);
  std::this_thread::sleep_until(Later);
}

void futures() {
  std::future<int> Future = std::async(work);
  std::future<int> Lazy = std::async(std::launch::deferred, work);
  Future.wait();
  Future.wait_for(std::chrono::seconds(1));
  Future.wait_until(std::chrono::steady_clock::now());
  Future.get();
  std::shared_future<int> Shared = Lazy.share();
  Shared.wait_for(std::chrono::seconds(1));
  Shared.wait_until(std::chrono::steady_clock::now());
  Shared.wait();
  Shared.get();
  std::packaged_task<int()> Task(work);
}

void mutexes(std::mutex &Plain, std::recursive_mutex &Recursive,
             std::timed_mutex &Timed, std::recursive_timed_mutex &Both,
             std::shared_mutex &Shared, std::shared_timed_mutex &SharedTimed) {
  Plain.lock();
  Recursive.lock();
  Timed.lock();
  Both.lock();
  Shared.lock();
  Shared.lock_shared();
  SharedTimed.lock();
  SharedTimed.lock_shared();
  std::lock_guard Guard(Plain);
  std::unique_lock Unique(Plain);
  Unique.lock();
  std::scoped_lock Scoped(Plain, Timed);
  std::shared_lock Reading(Shared);
  Reading.lock();
}

void waiting(std::condition_variable &Condition,
             std::condition_variable_any &Any,
             std::unique_lock<std::mutex> &Lock,
             std::counting_semaphore<4> &Semaphore, std::latch &Latch,
             std::barrier<> &Barrier, TimePoint Later) {
  Condition.wait(Lock);
  Condition.wait_for(Lock, 1s);
  Condition.wait_until(Lock, Later);
  Any.wait(Lock);
  Any.wait_for(Lock, 1s);
  Any.wait_until(Lock, Later);
  Semaphore.acquire();
  Semaphore.try_acquire();
  Semaphore.try_acquire_for(1s);
  Semaphore.try_acquire_until(Later);
  Semaphore.release();
  Latch.wait();
  Latch.arrive_and_wait();
  Barrier.arrive_and_wait();
  Barrier.wait(Barrier.arrive());
}

void atomics(std::atomic<int> &Number, int Expected) {
  Number.fetch_add(1);
  Number.fetch_sub(1);
  Number.fetch_and(1);
  Number.fetch_or(1);
  Number.fetch_xor(1);
  Number.exchange(1);
  Number.compare_exchange_strong(Expected, 1);
  Number.compare_exchange_weak(Expected, 1);
  ++Number;
  --Number;
  Number += 1;
  Number -= 1;
  Number &= 1;
  Number |= 1;
  Number ^= 1;
  Number.wait(1);
}

void atomicReferences(std::atomic_ref<int> Number) {
  Number.fetch_add(1);
  Number.fetch_sub(1);
  ++Number;
  --Number;
  Number += 1;
  Number -= 1;
}

void streams(const std::string &Path, std::filebuf &Buffer) {
  std::ofstream Out(Path);
  std::ifstream In(Path);
  std::fstream Both(Path);
  Out.open(Path);
  In.open(Path);
  Both.open(Path);
  Buffer.open(Path, std::ios::in);
  Out.flush();
  std::endl(Out);
  std::flush(Out);
  std::unitbuf(Out);
}

void files(const std::filesystem::path &From, const std::filesystem::path &To) {
  std::filesystem::exists(From);
  std::filesystem::copy(From, To);
  std::filesystem::rename(From, To);
  std::filesystem::remove(From);
  std::filesystem::remove_all(From);
  std::filesystem::file_size(From);
  std::filesystem::status(From);
  std::filesystem::is_regular_file(From);
  std::filesystem::is_directory(From);
  std::filesystem::last_write_time(From);
  std::filesystem::equivalent(From, To);
  std::filesystem::canonical(From);
  std::filesystem::weakly_canonical(From);
  std::filesystem::space(From);
  std::filesystem::create_directory(To);
  std::filesystem::create_directories(To);
  std::filesystem::copy_file(From, To);
  std::filesystem::rename(From, To);
  std::filesystem::remove(From);
  std::filesystem::remove_all(From);
  std::filesystem::directory_iterator Entries(From);
  std::filesystem::recursive_directory_iterator AllEntries(From);
}

void tables(const std::string &Pattern) {
  std::regex Regex(Pattern);
  Regex.assign(Pattern);
  std::locale Locale("de_DE.UTF-8");
  std::locale::global(Locale);
  std::use_facet<std::ctype<char>>(Locale);
  std::random_device Device;
  std::mt19937 Engine(Device());
  std::ostringstream Out;
  std::istringstream In(Pattern);
  std::stringstream Both;
}

void bytes(std::span<int> Items, float Value) {
  std::as_bytes(Items);
  std::as_writable_bytes(Items);
  std::bit_cast<int>(Value);
}
