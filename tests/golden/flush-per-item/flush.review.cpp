#include <cstdio>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

void flushBad(std::ofstream &out, const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    out << item << '\n';
    // want[review]: 'out.flush' makes the system write what is in 'out'
  }
  out.flush();
}

void fflushBad(FILE *file, const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    fputs(item.c_str(), file);
    // want[review]: 'fflush' makes the system write what is in 'file'
  }
  fflush(file);
}

bool syncBad(int fd, const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    if (write(fd, item.data(), item.size()) < 0)
      return false;
    fsync(fd); // want[advice]: 'fsync' waits until the disk has all of 'fd'
  }
  return true;
}
