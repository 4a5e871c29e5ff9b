// packages: sqlite3
// Helpers that write the first time only, or now and then.
#include <set>
#include <sqlite3.h>
#include <string>
#include <vector>

static void insert(sqlite3 *Db, const std::string &Name) {
  sqlite3_exec(Db, ("INSERT INTO t VALUES('" + Name + "')").c_str(), nullptr, nullptr, nullptr);
}

class Tags {
public:
  explicit Tags(sqlite3 *To) : Db(To) {}
  void noteOk(const std::vector<std::string> &Names) {
    for (const std::string &Name : Names) {
      ensureSchema();
      Pending.push_back(Name);
      writeSome();
    }
  }

private:
  void ensureSchema() {
    if (IsReady)
      return;
    IsReady = true;
    sqlite3_exec(Db, "INSERT INTO version VALUES(1)", nullptr, nullptr, nullptr);
  }
  void writeSome() {
    if (Pending.size() < 1000)
      return;
    std::string Values;
    for (const std::string &Name : Pending)
      Values += (Values.empty() ? "('" : ",('") + Name + "')";
    sqlite3_exec(Db, ("INSERT INTO tag VALUES" + Values).c_str(), nullptr, nullptr, nullptr);
    Pending.clear();
  }
  sqlite3 *Db;
  bool IsReady = false;
  std::vector<std::string> Pending;
};

// Once, by a flag of the loop.
void onceOk(sqlite3 *Db, const std::vector<std::string> &Names) {
  bool Started = false;
  for (const std::string &Name : Names) {
    if (!Started) {
      insert(Db, "begin of " + Name);
      Started = true;
    }
  }
}
