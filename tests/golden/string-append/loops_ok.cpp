#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

using Words = std::vector<std::string>;

// Small constants, also by name.
constexpr int Retries = 3;
enum { Columns = 8 };

std::string namedConstantOk() {
  std::string text;
  for (int i = 0; i < Retries; ++i)
    text = text + "x";
  for (int i = 0; i < Columns; ++i)
    text = text + "-";
  return text;
}

std::string arrayOk() {
  const char *const names[] = {"a", "b", "c"};
  std::string text;
  for (const char *name : names)
    text = text + name;
  return text;
}

// One part per worker.
std::string workersOk() {
  std::string text;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    text = text + std::to_string(i);
  return text;
}

// A server handles one message at a time.
struct Server {
  void runOk() {
    while (running) {
      const std::string message = receive();
      std::string reply = "re: ";
      reply = reply + message;
      send(reply);
    }
  }
  std::string receive();
  void send(const std::string &);
  std::atomic<bool> running;
};

// Once per hundred items.
std::string chunksOk(const Words &words) {
  std::string progress;
  std::size_t n = 0;
  for (const std::string &word : words)
    if (++n % 100 == 0)
      progress = progress + word;
  return progress;
}

// Errors are rare.
std::string errorsOk(const Words &words) {
  std::string errors;
  for (const std::string &word : words) {
    try {
      (void)std::stoi(word);
    } catch (const std::exception &) {
      errors = errors + word;
    }
    if (word.size() > 1000) [[unlikely]]
      errors = errors + "long: " + word;
  }
  return errors;
}

void abortsOk(const Words &words) {
  std::string text;
  for (const std::string &word : words) {
    if (word.empty()) {
      text = text + word;
      std::fputs(text.c_str(), stderr);
      std::abort();
    }
  }
}

// The string starts anew on each way to the concatenation.
void resetOk(const Words &words, Words &lines) {
  std::string line;
  for (const std::string &word : words) {
    line.clear();
    line = line + word;
    lines.push_back(line);
    line.assign(">");
    line = line + word;
    lines.push_back(line);
    line = word;
    line = line + "!";
    lines.push_back(line);
  }
}

// As long as the first that fits.
std::string firstOk(const Words &words) {
  std::string text = "found: ";
  for (const std::string &word : words)
    if (word.size() > 3) {
      text = text + word;
      break;
    }
  return text;
}

// Everybody's own string.
struct Row {
  void add(const std::string &word) { text = text + word; }
  std::string text;
};

void rowsOk(const Words &words, std::vector<Row> &rows) {
  for (const std::string &word : words) {
    Row row;
    row.add(word);
    rows.push_back(row);
  }
}

// Doubling takes few steps to any length.
std::string doubledOk(const Words &words) {
  std::string text = "x";
  for (std::size_t i = 0; i < words.size(); ++i)
    text = text + text;
  return text;
}
