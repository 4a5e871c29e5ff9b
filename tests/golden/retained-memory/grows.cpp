// args: -std=c++17
#include <condition_variable>
#include <deque>
#include <httplib.h>
#include <iostream>
#include <mutex>
#include <string>
#include <vector>

static std::vector<std::string> seenPaths;

void pageBad(const httplib::Request &req, httplib::Response &res) {
  seenPaths.push_back(req.path); // want[advice]: 'seenPaths' only grows: each request adds to it, and nothing takes anything out
  res.set_content(std::to_string(seenPaths.size()), "text/plain");
}

class Service {
public:
  void page(const httplib::Request &req, httplib::Response &res) {
    std::cout << log_.size();
    log_ += req.path; // want[advice]: 'log_' only grows
    res.set_content("done", "text/plain");
  }

private:
  std::string log_;
};

std::string nextMessage();

class Worker {
public:
  void run() {
    while (true) {
      std::unique_lock<std::mutex> lock(mutex_);
      ready_.wait(lock);
      history_.push_back(nextMessage()); // want[advice]: 'history_' only grows: each event adds to it
    }
  }

private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::vector<std::string> history_;
};
