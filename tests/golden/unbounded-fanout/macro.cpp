// args: -std=c++17
#include <string>
#include <thread>
#include <vector>

void load(const std::string &Url);

#define FOR_EACH(Item, Items) for (const auto &Item : Items)
#define START(Url) std::thread(load, Url).detach()
#define LOG(Text) static_cast<void>(Text)

void loopBad(const std::vector<std::string> &Urls) {
  FOR_EACH(Url, Urls)
  std::thread(load, Url).detach(); // want[advice]: every element of 'Urls'
}

void argumentBad(const std::vector<std::string> &Urls) {
  for (const std::string &Url : Urls) {
    LOG(Url);
    std::thread(load, Url).detach(); // want[advice]: every element of 'Urls'
    // want-advice: slots.acquire();  // waits for one of them to end
  }
}

// What a macro writes is not the user's to change.
void macroOk(const std::vector<std::string> &Urls) {
  for (const std::string &Url : Urls)
    START(Url);
}
