#include <algorithm>
#include <deque>
#include <future>
#include <iterator>
#include <string>
#include <vector>

int price(const std::string &Url);

int unbracedBad(const std::vector<std::string> &Urls) {
  std::vector<std::future<int>> Prices;
  const std::size_t limit = std::thread::hardware_concurrency() + 1;
  for (const std::string &Url : Urls) {
    if (Prices.size() >= limit)
      Prices[Prices.size() - limit].wait();
    Prices.push_back(std::async(std::launch::async, price, Url));
  } // want[review]: 'std::async' starts a thread for every element of 'Urls'
  int Sum = 0;
  for (std::future<int> &P : Prices)
    Sum += P.get();
  return Sum;
}

int bracedBad(const std::vector<std::string> &Urls) {
  std::vector<std::future<int>> Prices;
  Prices.reserve(Urls.size());
  const std::size_t limit = std::thread::hardware_concurrency() + 1;
  for (const std::string &Url : Urls) {
    if (Prices.size() >= limit)
      Prices[Prices.size() - limit].wait();
    Prices.emplace_back(std::async([&Url] { return price(Url); })); // want[review]: 'std::async' starts a thread
  }
  int Sum = 0;
  for (std::future<int> &P : Prices)
    Sum += P.get();
  return Sum;
}

// Elements of unknown state may be in it already.
void parameterBad(const std::vector<std::string> &Urls,
                  std::deque<std::future<int>> &Prices) {
  for (const std::string &Url : Urls)
    Prices.push_back(std::async(std::launch::async, price, Url)); // want[advice]: 'std::async' starts a thread
  // want-advice: if (Prices.size() >= limit)
  // want-advice:   Prices[Prices.size() - limit].wait();
}

void laterBad(const std::vector<std::string> &Urls) {
  std::vector<std::future<int>> Prices;
  for (const std::string &Url : Urls) {
    auto Price = std::async(std::launch::async, price, Url); // want[advice]: 'std::async' starts a thread
    Prices.push_back(std::move(Price));
  }
}

std::vector<std::future<int>>
algorithmBad(const std::vector<std::string> &Urls) {
  std::vector<std::future<int>> Prices;
  std::transform(Urls.begin(), Urls.end(), std::back_inserter(Prices),
                 [](const std::string &Url) {
                   return std::async(std::launch::async, price, Url); // want[advice]: every element of 'Urls'
                 });
  return Prices;
}

static std::future<int> startPrice(const std::string &Url) {
  return std::async(std::launch::async, price, Url); // want[advice]: every element of 'Urls'
}
void helperBad(const std::vector<std::string> &Urls) {
  std::vector<std::future<int>> Prices;
  for (const std::string &Url : Urls)
    Prices.push_back(startPrice(Url));
}

// FN: what the calls of a template's dependent arguments are is not known.
template <typename T> void FN_dependent(const std::vector<T> &Urls) {
  std::vector<std::future<int>> Prices;
  for (std::size_t I = 0; I < Urls.size(); ++I)
    Prices.push_back(std::async(std::launch::async, price, Urls[I]));
}
