#include "jobs.h"

#include <chrono>
#include <memory>

using Files = std::vector<std::string>;

void each(const Files &files) {
  for (const std::string &file : files) // want-note: inside this loop
    convertThrough(file); // want[advice]: each 'convertThrough' leads to the start of a thread
}

void member(Converter &converter, const Files &files) {
  for (const std::string &file : files) // want-note: inside this loop
    converter.add(file); // want: each 'converter.add' leads to the start of a thread
}

void ofJob(Job &job, const Files &files) {
  for (const std::string &file : files) // want-note: inside this loop
    job.run(file); // want: each 'job.run' leads to the start of a thread
}

// ---- what must not be reported ---------------------------------------------

void bounded(Converter &converter, const Files &files) {
  for (const std::string &file : files)
    converter.addBounded(file);
}

void whenFew(Converter &converter, const Files &files) {
  for (const std::string &file : files)
    converter.addWhenFew(file);
}

void sometimes(Converter &converter, const Files &files) {
  for (const std::string &file : files)
    converter.addSometimes(file);
}

// One thread for each object.
void starting(std::vector<Converter> &all) {
  for (Converter &converter : all)
    converter.start();
}

void waited(Converter &converter, const Files &files) {
  for (const std::string &file : files) {
    converter.add(file);
    converter.wait();
  }
}

void polite(Converter &converter, const Files &files) {
  for (const std::string &file : files) {
    converter.add(file);
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
}

void permitted(Converter &converter, std::counting_semaphore<8> &places, const Files &files) {
  for (const std::string &file : files) {
    places.acquire();
    converter.add(file);
  }
}

// Given back, and waited for or not by the caller.
void given(Converter &converter, const Files &files) {
  for (const std::string &file : files)
    converter.later(file).get();
}

void few(Converter &converter) {
  for (int i = 0; i < 3; ++i)
    converter.add(std::to_string(i));
}
