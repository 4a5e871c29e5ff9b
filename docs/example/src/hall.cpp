#include "stations.h"

asio::awaitable<void> collectScans(const std::vector<std::string> &hosts,
                                   std::string &scans) {
  for (const std::string &host : hosts)
    scans += co_await askStation(host);
}
