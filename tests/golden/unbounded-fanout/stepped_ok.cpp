// packages: libmariadb,sqlite3
// Conditions that take something, too, but not the next piece of some data.
#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <mysql.h>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

void work(const std::string &Item);
struct Job {
  std::string Name;
};

// Waits for the next one.
class Jobs {
public:
  Job *next() {
    std::unique_lock<std::mutex> Held(Lock);
    Filled.wait(Held, [&] { return !All.empty(); });
    Job *Result = All.back();
    All.pop_back();
    return Result;
  }

private:
  std::mutex Lock;
  std::condition_variable Filled;
  std::vector<Job *> All;
};
void waitOk(Jobs &Queue) {
  while (Job *Each = Queue.next())
    std::thread(work, Each->Name).detach();
}

// Nobody knows.
class Server {
public:
  Job *accept();
  Job *wrapped() { return accept(); }
  virtual Job *overridden() { return nullptr; }
};
void unseenOk(Server &From) {
  while (Job *Each = From.accept())
    std::thread(work, Each->Name).detach();
  while (Job *Each = From.wrapped())
    std::thread(work, Each->Name).detach();
  while (Job *Each = From.overridden())
    std::thread(work, Each->Name).detach();
}

// Until it works.
Job *attempt(int &Times) { return ++Times < 3 ? nullptr : new Job; }
void againOk(int Times) {
  Job *Done = nullptr;
  while ((Done = attempt(Times)) == nullptr)
    std::thread(work, std::string("again")).detach();
  while (!(Done = attempt(Times)))
    std::thread(work, std::string("again")).detach();
}
void busyOk(sqlite3_stmt *Statement) {
  while (sqlite3_step(Statement) == SQLITE_BUSY)
    std::thread(work, std::string("again")).detach();
}
void emptyOk(MYSQL_RES *Result) {
  MYSQL_ROW Row;
  while (!(Row = mysql_fetch_row(Result)))
    std::thread(work, std::string("again")).detach();
}

// As deep as the structure.
struct Node {
  std::string Name;
  Node *Up;
};
Node *upFrom(Node *From) { return From->Up; }
void linksOk(Node *From) {
  while ((From = upFrom(From)))
    std::thread(work, From->Name).detach();
}

// What a person types.
void typedOk() {
  char Line[80];
  while (fgets(Line, sizeof Line, stdin))
    std::thread(work, std::string(Line)).detach();
  while (std::cin.good())
    std::thread(work, std::string(Line)).detach();
}

// Few by their nature.
void devicesOk(MYSQL_RES *Devices) {
  MYSQL_ROW Row;
  while ((Row = mysql_fetch_row(Devices)))
    std::thread(work, std::string(Row[0])).detach();
}
