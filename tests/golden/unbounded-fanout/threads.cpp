#include <future>
#include <string>
#include <thread>
#include <vector>

void fetch(const std::string &url);

void emplaceBad(const std::vector<std::string> &urls) {
  std::vector<std::thread> threads;
  for (const std::string &url : urls) // want-note: inside this loop
    threads.emplace_back([&url] { fetch(url); }); // want[advice]: a thread is started for every element of 'urls', with no limit
  for (std::thread &thread : threads)
    thread.join();
}

void asyncBad(const std::vector<std::string> &urls) {
  std::vector<std::future<void>> results;
  for (const std::string &url : urls)
    results.push_back(std::async(std::launch::async, fetch, url)); // want[review]: 'std::async' starts a thread for every element of 'urls'
  for (std::future<void> &result : results)
    result.get();
}

void detachedBad(const std::vector<std::string> &urls) {
  for (const std::string &url : urls)
    std::thread(fetch, url).detach(); // want[advice]: for every element of 'urls'
}
