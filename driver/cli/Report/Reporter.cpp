// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Report/Reporter.h"

namespace slowpath::cli {

namespace {

struct Format {
  const char *Name;
  std::unique_ptr<Reporter> (*Make)();
};

constexpr Format Formats[] = {
    {"text", makeTextReporter},
    {"json", makeJsonReporter},
};

} // namespace

std::unique_ptr<Reporter> makeReporter(std::string_view Name) {
  for (const Format &F : Formats)
    if (F.Name == Name)
      return F.Make();
  return nullptr;
}

std::vector<std::string> reportFormats() {
  std::vector<std::string> Names;
  for (const Format &F : Formats)
    Names.push_back(F.Name);
  return Names;
}

} // namespace slowpath::cli
