#ifndef FETCHER_H
#define FETCHER_H

#include <string>
#include <thread>
#include <vector>

class Fetcher {
public:
  void fetchAll(const std::vector<std::string> &Urls) {
    for (const std::string &Url : Urls)
      std::thread([Url] { fetch(Url); }).detach(); // want[advice]: a thread is started for every element of 'Urls'
  }

private:
  static void fetch(const std::string &Url);
};

#endif
