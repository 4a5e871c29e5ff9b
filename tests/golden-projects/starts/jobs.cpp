#include "jobs.h"

void convertLater(const std::string &file) {
  std::thread(convert, file).detach(); // want-note: 'convertLater' calls
}

// want-note@+1: 'convertThrough' calls 'convertLater' here
void convertThrough(const std::string &file) { convertLater(file); }

void Converter::add(const std::string &file) {
  threads_.emplace_back(convert, file); // want-note: 'Converter::add' calls
}

void Converter::addBounded(const std::string &file) {
  free_.acquire();
  threads_.emplace_back([this, file] {
    convert(file);
    free_.release();
  });
}

void Converter::addWhenFew(const std::string &file) {
  if (threads_.size() >= 8)
    wait();
  threads_.emplace_back(convert, file);
}

void Converter::addSometimes(const std::string &file) {
  if (file.ends_with(".wav"))
    threads_.emplace_back(convert, file);
}

void Converter::start() { threads_.emplace_back(convert, ""); }

void Converter::wait() {
  for (std::thread &thread : threads_)
    thread.join();
  threads_.clear();
}

std::future<void> Converter::later(const std::string &file) {
  return std::async(std::launch::async, convert, file);
}

// One of several kinds of jobs.
class Conversion : public Job {
public:
  void run(const std::string &file) override {
    std::thread(convert, file).detach(); // want-note: 'Conversion::run' calls
  }
};
