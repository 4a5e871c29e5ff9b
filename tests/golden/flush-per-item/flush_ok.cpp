#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

std::string inMemoryOk(const std::vector<std::string> &items) {
  std::ostringstream out;
  for (const std::string &item : items)
    out << item << std::endl;
  return out.str();
}

void errorsOk(const std::vector<std::string> &items, std::ostream &log) {
  for (const std::string &item : items) {
    std::cerr << item << std::endl;
    std::clog << item << std::endl;
    log << item << std::endl;
  }
}

// Each file is flushed once.
void filesOk(const std::vector<std::string> &names) {
  for (const std::string &name : names) {
    std::ofstream out(name);
    out << name << std::endl;
  }
}

void askOk(const std::vector<std::string> &questions) {
  std::string answer;
  for (const std::string &question : questions) {
    std::cout << question << std::endl;
    std::cin >> answer;
  }
}

void progressOk(const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    std::cout << '\r' << item << std::endl;
    std::fflush(stdout);
  }
}

void serveOk() {
  std::string line;
  while (std::getline(std::cin, line))
    std::cout << line.size() << std::endl;
}

void waitOk(std::ofstream &out, const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    out << item << std::endl;
    sleep(1);
  }
}

// One of them.
void chosenOk(std::ostream &out, const std::vector<std::string> &items,
              const std::string &chosen) {
  for (const std::string &item : items)
    if (item == chosen)
      out << item << std::endl;
}

bool convert(const std::string &item);

// Says how far it is.
void workOk(const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    std::cout << "converting " << item << std::endl;
    if (!convert(item))
      return;
  }
}

void note(const std::string &item) { std::cout << item << std::endl; }

void notesOk(const std::vector<std::string> &items) {
  for (const std::string &item : items)
    note(item);
}

void usageOk() {
  const char *const options[] = {"-a", "-b", "-c"};
  for (const char *option : options)
    std::cout << option << std::endl;
}

void batchOk(std::ofstream &out, const std::vector<std::string> &items) {
  int n = 0;
  for (const std::string &item : items) {
    out << item << '\n';
    if (++n % 1000 == 0)
      out << std::endl;
  }
}

struct Options {
  bool sync = false;
};

void policyOk(int fd, const std::vector<std::string> &items, Options options) {
  for (const std::string &item : items) {
    (void)!write(fd, item.data(), item.size());
    if (options.sync)
      fsync(fd);
  }
}

void replaceOk(FILE *file, const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    fputs(item.c_str(), file);
    fflush(file);
  }
  std::rename("new", "old");
}

void onceOk(std::ofstream &out, const std::vector<std::string> &items) {
  for (const std::string &item : items)
    out << item << '\n';
  out << std::endl;
}

void fewOk(std::ofstream &out, const std::vector<std::string> &devices) {
  for (const std::string &device : devices)
    out << device << std::endl;
}

// A class of that name.
namespace mine {
struct Sink {
  Sink &operator<<(const std::string &);
  Sink &operator<<(Sink &(*)(Sink &));
  void flush();
};
Sink &endl(Sink &);
} // namespace mine

void mineOk(mine::Sink &out, const std::vector<std::string> &items) {
  for (const std::string &item : items) {
    out << item << mine::endl;
    out.flush();
  }
}
