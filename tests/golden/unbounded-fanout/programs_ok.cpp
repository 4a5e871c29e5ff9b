// The first program that can be started, of several that would do.
#include <spawn.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

bool returnOk(const Strings &Viewers, char **Arguments) {
  for (const std::string &Viewer : Viewers) {
    pid_t Child;
    if (posix_spawnp(&Child, Viewer.c_str(), nullptr, nullptr, Arguments, nullptr) == 0)
      return true;
  }
  return false;
}

bool breakOk(const Strings &Viewers, char **Arguments) {
  pid_t Child = 0;
  for (const std::string &Viewer : Viewers) {
    const int Result = posix_spawnp(&Child, Viewer.c_str(), nullptr, nullptr, Arguments, nullptr);
    if (Result == 0)
      break;
  }
  return Child != 0;
}

static bool start(const std::string &Viewer, char **Arguments) {
  pid_t Child;
  return posix_spawnp(&Child, Viewer.c_str(), nullptr, nullptr, Arguments, nullptr) == 0;
}
bool helperOk(const Strings &Viewers, char **Arguments) {
  for (const std::string &Viewer : Viewers)
    if (start(Viewer, Arguments))
      return true;
  return false;
}
