// Code that runs once, or hardly ever.
#include <string>
#include <thread>
#include <vector>

void ping(const std::string &Address);
static std::vector<std::string> addresses();

static bool launchedOk(const std::vector<std::string> &Addresses) {
  for (const std::string &Address : Addresses)
    std::thread(ping, Address).detach();
  return true;
}
const bool Launched = launchedOk(addresses());

void shutDownOk(const std::vector<std::string> &Addresses) {
  for (const std::string &Address : Addresses)
    std::thread(ping, Address).detach();
}
