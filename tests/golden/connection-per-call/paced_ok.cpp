// packages: libcurl
// args: -std=c++17
#include <chrono>
#include <curl/curl.h>
#include <future>
#include <string>
#include <thread>
#include <vector>

static bool fetch(const std::string &Url, std::string &) {
  CURL *Handle = curl_easy_init();
  curl_easy_setopt(Handle, CURLOPT_URL, Url.c_str());
  const CURLcode Result = curl_easy_perform(Handle);
  curl_easy_cleanup(Handle);
  return Result == CURLE_OK;
}

// Tries again until one works.
std::string untilItWorksOk(const std::string &Url, int Limit) {
  std::string Answer;
  bool Works = false;
  int Failed = 0;
  while (!Works && Failed < Limit) {
    Works = fetch(Url, Answer);
    if (!Works)
      ++Failed;
  }
  return Answer;
}
bool elseBreakOk(const std::string &Url, int Times, std::string &Answer) {
  for (int I = 0; I < Times; ++I) {
    if (!fetch(Url, Answer)) {
      Answer.clear();
    } else {
      return true;
    }
  }
  return false;
}
long untilAnIdOk(const std::string &Url, std::string &Answer) {
  long Id = 0;
  do {
    Id = fetch(Url, Answer);
  } while (!Id);
  return Id;
}

// Waits in each iteration: what is asked now and then needs no connection
// between.
struct Poller {
  std::future<void> Stop;
  bool isStopped(int Seconds) {
    return Stop.wait_for(std::chrono::seconds(Seconds)) ==
           std::future_status::ready;
  }
  void pollOk(const std::string &Url, std::string &Answer) {
    while (!isStopped(1))
      fetch(Url, Answer);
  }
};
void slowlyOk(const std::string &Url, std::string &Answer, std::size_t Times) {
  for (std::size_t I = 0; I < Times; ++I) {
    fetch(Url, Answer);
    std::this_thread::sleep_for(std::chrono::seconds(10));
  }
}

// Only the first item asks.
class Zones {
public:
  void showOk(const std::vector<std::string> &Names) {
    for (const std::string &Name : Names)
      nameOf(Name);
  }

private:
  std::size_t nameOf(const std::string &Name) {
    if (Known.empty() && !load())
      return 0;
    return Known.front().size() + Name.size();
  }
  bool load() {
    std::string Answer;
    if (!fetch("http://example.org/zones", Answer))
      return false;
    Known.push_back(Answer);
    return true;
  }
  std::vector<std::string> Known;
};

std::size_t use(Zones &All, const std::vector<std::string> &Names) {
  All.showOk(Names);
  return Names.size();
}
