#include <semaphore>
#include <string>
#include <thread>
#include <vector>

void fetch(const std::string &url);
void run();

void coresOk() {
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    threads.emplace_back(run);
  for (std::thread &thread : threads)
    thread.join();
}

void constantOk() {
  for (int i = 0; i < 3; ++i)
    std::thread(run).detach();
}

void configuredOk(int numThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < numThreads; ++i)
    threads.emplace_back(run);
  for (std::thread &thread : threads)
    thread.join();
}

void semaphoreOk(const std::vector<std::string> &urls) {
  std::counting_semaphore<> slots(16);
  std::vector<std::jthread> threads;
  for (const std::string &url : urls) {
    slots.acquire();
    threads.emplace_back([&url, &slots] {
      fetch(url);
      slots.release();
    });
  }
}

void joinedOk(const std::vector<std::string> &urls) {
  for (const std::string &url : urls) {
    std::thread thread(fetch, url);
    thread.join();
  }
}

void emptyOk(std::size_t count) { std::vector<std::thread> threads(count); }

void movedOk(std::vector<std::thread> &from, std::vector<std::thread> &to) {
  for (std::thread &thread : from)
    to.push_back(std::move(thread));
}
