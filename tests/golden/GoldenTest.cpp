// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every file of tests/golden/<check>/ as one test; see docs/testing.md.
#include "tests/support/Golden.h"
#include "gtest/gtest.h"
#include <algorithm>

namespace slowpath::test {
namespace {

class GoldenTest : public testing::Test {
public:
  explicit GoldenTest(GoldenCase Case) : Case(std::move(Case)) {}

  void TestBody() override {
    for (const std::string &Problem : checkCase(Case))
      ADD_FAILURE() << Problem;
  }

private:
  const GoldenCase Case;
};

/// '-' begins the negative half of a gtest filter, so names may not have it.
std::string testName(std::string Text) {
  std::replace(Text.begin(), Text.end(), '-', '_');
  return Text;
}

const bool IsRegistered = [] {
  for (const GoldenCase &Case : goldenCases(goldenFolder()))
    testing::RegisterTest(
        testName(Case.Folder).c_str(), testName(Case.Name).c_str(), nullptr,
        nullptr, Case.Path.c_str(), 1,
        // The fixture type must be the same for all tests of a suite.
        [Case]() -> testing::Test * { return new GoldenTest(Case); });
  return true;
}();

} // namespace
} // namespace slowpath::test
