#include <spawn.h>
#include <string>
#include <unistd.h>
#include <vector>

void convert(const std::string &File);

void forkBad(const std::vector<std::string> &Files) {
  for (const std::string &File : Files) {
    if (fork() == 0) { // want[advice]: 'fork' starts a process for every element of 'Files', with no limit (n processes → one per core)
      // want-advice:   wait(nullptr);  // for any one of them
      convert(File);
      _exit(0);
    }
  }
}

void spawnBad(const std::vector<std::string> &Files, char **Arguments,
              char **Environment) {
  for (const std::string &File : Files) {
    pid_t Child;
    posix_spawn(&Child, File.c_str(), nullptr, nullptr, Arguments, Environment); // want[advice]: 'posix_spawn' starts a process
  }
}
