// args: -std=c++17
#include <deque>
#include <httplib.h>
#include <iostream>
#include <map>
#include <string>
#include <vector>

// Something is taken out.
static std::deque<std::string> lastPaths;
void boundedOk(const httplib::Request &req, httplib::Response &) {
  lastPaths.push_back(req.path);
  if (lastPaths.size() > 100)
    lastPaths.pop_front();
}

static std::vector<std::string> pending;
void queueOk(const httplib::Request &req, httplib::Response &) { pending.push_back(req.path); }
void flush() {
  for (const std::string &each : pending)
    std::cout << each;
  pending.clear();
}

static std::vector<std::string> swapped;
void swapOk(const httplib::Request &req, httplib::Response &) { swapped.push_back(req.path); }
std::vector<std::string> take() {
  std::vector<std::string> result;
  result.swap(swapped);
  return result;
}

// Others may take out what they like.
std::vector<std::string> everybodys;
void visibleOk(const httplib::Request &req, httplib::Response &) { everybodys.push_back(req.path); }

static std::vector<std::string> handedOut;
void handedOutOk(const httplib::Request &req, httplib::Response &) { handedOut.push_back(req.path); }
std::vector<std::string> &paths() { return handedOut; }

// There are as many as keys.
static std::map<std::string, int> counts;
void countOk(const httplib::Request &req, httplib::Response &) { counts.emplace(req.path, 1); }

// Until there are enough.
static std::vector<std::string> first;
void limitedOk(const httplib::Request &req, httplib::Response &) {
  if (first.size() < 10)
    first.push_back(req.path);
}

// Not per request.
static std::vector<std::string> names;
void configure(const std::string &name) { names.push_back(name); }

// Of the request itself.
void localOk(const httplib::Request &req, httplib::Response &res) {
  std::string text;
  text += req.path;
  res.set_content(text, "text/plain");
}

// Functions elsewhere may empty it.
class Service {
public:
  void page(const httplib::Request &req, httplib::Response &) { log_.push_back(req.path); }
  void rotate();

private:
  std::vector<std::string> log_;
};

class Open {
public:
  void page(const httplib::Request &req, httplib::Response &) { log.push_back(req.path); }
  std::vector<std::string> log;
};
