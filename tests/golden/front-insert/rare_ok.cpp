// Code that runs once, or hardly ever.
#include <cstdlib>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

static Strings reversedOk(const Strings &Names) {
  Strings Result;
  for (const std::string &Name : Names)
    Result.insert(Result.begin(), Name);
  return Result;
}
const Strings Reversed = reversedOk({"a", "b"});

void show(const Strings &Trace);
static void dieOk(const Strings &Trace) {
  Strings Result;
  for (const std::string &Name : Trace)
    Result.insert(Result.begin(), Name);
  show(Result);
}
void require(bool Good, const Strings &Trace) {
  if (!Good) {
    dieOk(Trace);
    std::abort();
  }
}
