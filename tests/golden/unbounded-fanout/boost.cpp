// args: -DBOOST_BIND_GLOBAL_PLACEHOLDERS
#include <boost/bind.hpp>
#include <boost/foreach.hpp>
#include <boost/thread.hpp>
#include <string>
#include <vector>

void load(std::string Url);

void groupBad(const std::vector<std::string> &Urls) {
  boost::thread_group Group;
  for (const std::string &Url : Urls)
    Group.create_thread([Url] { load(Url); }); // want[advice]: a thread is started for every element of 'Urls'
  Group.join_all();
}

void emplaceBad(const std::vector<std::string> &Urls) {
  std::vector<boost::thread> Threads;
  for (const std::string &Url : Urls)
    Threads.emplace_back(load, Url); // want[advice]: a thread is started
  for (boost::thread &T : Threads)
    T.join();
}

void bindBad(const std::vector<std::string> &Urls) {
  for (const std::string &Url : Urls)
    boost::thread(boost::bind(&load, Url)).detach(); // want[advice]: a thread is started
}
