// args: -std=c++20
#include <atomic>
#include <deque>
#include <exception>
#include <future>
#include <iostream>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

int fetch(const std::string &Item);
Strings linksOn(const std::string &Page);
std::exception_ptr problemOf(const std::string &Item);

// Whether there is another one depends on what came of the one before.
int budgetOk(const Strings &Items, int Budget) {
  int Bought = 0;
  for (const std::string &Item : Items) {
    const int Cost = std::async(std::launch::async, fetch, Item).get();
    Budget -= Cost;
    if (Budget < 0)
      break;
    ++Bought;
  }
  return Bought;
}
void problemsOk(const Strings &Items) {
  for (const std::string &Item : Items) {
    const std::exception_ptr Problem =
        std::async(std::launch::async, problemOf, Item).get();
    if (Problem)
      std::rethrow_exception(Problem);
  }
}
void crawlOk(const std::string &First) {
  std::deque<std::string> Open{First};
  while (!Open.empty()) {
    const std::string Page = Open.front();
    Open.pop_front();
    for (const std::string &Link :
         std::async(std::launch::async, linksOn, Page).get())
      Open.push_back(Link);
  }
}

// Others take from the same list at the same time.
int sharedOk(const Strings &Items, std::atomic<std::size_t> &Next) {
  int Sum = 0;
  for (std::size_t I = Next++; I < Items.size(); I = Next++)
    Sum += std::async(std::launch::async, fetch, Items[I]).get();
  return Sum;
}

// Somebody is asked each time.
int askedOk(const Strings &Items) {
  int Sum = 0;
  std::string Answer;
  for (const std::string &Item : Items) {
    std::cout << Item << "? ";
    if (std::getline(std::cin, Answer) && Answer == "y")
      Sum += std::async(std::launch::async, fetch, Item).get();
  }
  return Sum;
}
