#include "layouts.h"
#include "shared_with_c.h"

void fill(const std::vector<double> &values, std::vector<OpenBad> &open, std::vector<ClosedBad> &closed,
          std::vector<ElsewhereBad> &elsewhere, std::vector<SharedOk> &shared) {
  for (double value : values) {
    open.emplace_back();
    closed.emplace_back(value);
    elsewhere.emplace_back(value);
    shared.emplace_back();
  }
}
