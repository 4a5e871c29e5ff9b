#include <string>
#include <thread>
#include <vector>

void load(const std::string &Url);

template <typename Done>
void emplaceBad(const std::vector<std::string> &Urls, Done Notify) {
  std::vector<std::thread> Threads;
  for (const std::string &Url : Urls)
    Threads.emplace_back([&Url, Notify] { // want[advice]: every element of 'Urls'
      load(Url);
      Notify(Url);
    });
  for (std::thread &T : Threads)
    T.join();
}

template <typename T> void constructBad(const std::vector<T> &Urls) {
  for (std::size_t I = 0; I < Urls.size(); ++I)
    std::thread([&Urls, I] { load(Urls[I]); }).detach(); // want[advice]: every element of 'Urls'
}

// What the range is, is not known in the pattern.
template <typename Range> void rangeBad(const Range &Urls) {
  for (const auto &Url : Urls)
    std::thread(load, Url).detach(); // want[advice]: every element of 'Urls'
}

void use(const std::vector<std::string> &Urls) {
  emplaceBad(Urls, [](const std::string &) {});
  constructBad(Urls);
  rangeBad(Urls);
}
