// packages: sqlite3 libcurl
// What has been done for an item outside of the database must be on record
// before the next one: a later failure must not undo it.
#include <curl/curl.h>
#include <spawn.h>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Job {
  int Id;
  std::string Address;
};

static void markDone(sqlite3 *Db, int Id) {
  const std::string Sql = "UPDATE job SET done = 1 WHERE id = " + std::to_string(Id);
  sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
}

void mailOk(sqlite3 *Db, CURL *Mail, const std::vector<Job> &Jobs) {
  for (const Job &J : Jobs) {
    curl_easy_setopt(Mail, CURLOPT_URL, J.Address.c_str());
    curl_easy_perform(Mail);
    markDone(Db, J.Id);
  }
}

void processOk(sqlite3 *Db, char **Arguments, const std::vector<Job> &Jobs) {
  for (const Job &J : Jobs) {
    pid_t Child;
    if (posix_spawn(&Child, J.Address.c_str(), nullptr, nullptr, Arguments, nullptr) == 0)
      markDone(Db, J.Id);
  }
}

static void deliver(CURL *Mail, const Job &J) {
  curl_easy_setopt(Mail, CURLOPT_URL, J.Address.c_str());
  curl_easy_perform(Mail);
}
void helperOk(sqlite3 *Db, CURL *Mail, const std::vector<Job> &Jobs) {
  for (const Job &J : Jobs) {
    deliver(Mail, J);
    sqlite3_exec(Db, ("UPDATE job SET done = 1 WHERE id = " + std::to_string(J.Id)).c_str(), nullptr, nullptr, nullptr);
  }
}
