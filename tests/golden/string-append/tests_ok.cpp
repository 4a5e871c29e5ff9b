// as: test/join_test.cpp
// options: slowpath.Tests=false
#include <string>
#include <vector>

// Tests may be slow.
std::string joinOk(const std::vector<std::string> &words) {
  std::string text;
  for (const std::string &word : words)
    text = text + word;
  return text;
}
