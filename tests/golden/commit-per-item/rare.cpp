// packages: sqlite3
// Functions that sound like it, but are called while the program does its work.
#include <sqlite3.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

static void insert(sqlite3 *Db, const std::string &Name) {
  sqlite3_exec(Db, ("INSERT INTO t VALUES ('" + Name + "')").c_str(), nullptr, nullptr, nullptr); // want[advice]: each 'sqlite3_exec' of this INSERT is a transaction of its own
}

// A request of a user.
void installBad(sqlite3 *Db, const Strings &Packages) {
  for (const std::string &Package : Packages)
    insert(Db, Package);
}
void handle(sqlite3 *Db, const Strings &Packages) { installBad(Db, Packages); }

// Of each user.
static void initUserBad(sqlite3 *Db, const Strings &Rights) {
  for (const std::string &Right : Rights)
    sqlite3_exec(Db, ("INSERT INTO r VALUES ('" + Right + "')").c_str(), nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this INSERT is a transaction of its own
}
int main() {
  sqlite3 *Db = nullptr;
  sqlite3_open("users.db", &Db);
  const std::vector<Strings> Users = {};
  for (const Strings &Rights : Users)
    initUserBad(Db, Rights);
}

// A word that only begins so.
void initiateTransfersBad(sqlite3 *Db, const Strings &Transfers) {
  for (const std::string &Transfer : Transfers)
    sqlite3_exec(Db, ("INSERT INTO f VALUES ('" + Transfer + "')").c_str(), nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this INSERT is a transaction of its own
}

// Called by someone else, through a pointer.
static void setUpBad(sqlite3 *Db, const Strings &Names) {
  for (const std::string &Name : Names)
    sqlite3_exec(Db, ("INSERT INTO n VALUES ('" + Name + "')").c_str(), nullptr, nullptr, nullptr); // want[review]: each 'sqlite3_exec' of this INSERT is a transaction of its own
}
void (*Handler)(sqlite3 *, const Strings &) = setUpBad;
