#pragma once

#include <future>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

void convert(const std::string &file);
void convertLater(const std::string &file);
void convertThrough(const std::string &file);

class Converter {
public:
  void add(const std::string &file);
  void addBounded(const std::string &file);
  void addWhenFew(const std::string &file);
  void addSometimes(const std::string &file);
  void start();
  void wait();
  std::future<void> later(const std::string &file);

private:
  std::vector<std::thread> threads_;
  std::counting_semaphore<8> free_{8};
};

class Job {
public:
  virtual ~Job() = default;
  virtual void run(const std::string &file) = 0;
};
