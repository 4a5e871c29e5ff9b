#include "fetcher.h"

void fetchOk(Fetcher &F, const std::vector<std::string> &Urls) {
  F.fetchAll(Urls);
}
