// packages: sqlite3
#include <cstdarg>
#include <map>
#include <sqlite3.h>
#include <string>
#include <vector>

using Ids = std::vector<int>;

static sqlite3_stmt *prepare(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Made = nullptr;
  sqlite3_prepare_v2(Db, Sql, -1, &Made, nullptr);
  return Made;
}
static void run(sqlite3_stmt *Statement, int Id) {
  sqlite3_bind_int(Statement, 1, Id);
  sqlite3_step(Statement);
  sqlite3_reset(Statement);
}

void beforeOk(sqlite3 *Db, const Ids &All) {
  sqlite3_stmt *Insert = prepare(Db, "INSERT INTO t VALUES(?1)");
  for (int Id : All)
    run(Insert, Id);
  sqlite3_finalize(Insert);
}

// Another text each time.
void tablesOk(sqlite3 *Db, const std::vector<std::string> &Tables) {
  for (const std::string &Table : Tables) {
    sqlite3_stmt *Count = prepare(Db, ("SELECT count(*) FROM " + Table).c_str());
    sqlite3_step(Count);
    sqlite3_finalize(Count);
  }
}

// Another connection each time.
void shardsOk(const std::vector<sqlite3 *> &Shards) {
  for (sqlite3 *Shard : Shards) {
    sqlite3_stmt *Remove = nullptr;
    sqlite3_prepare_v2(Shard, "DELETE FROM t WHERE id = 1", -1, &Remove, nullptr);
    sqlite3_step(Remove);
    sqlite3_finalize(Remove);
  }
}

// For many rows each time.
void insertAll(sqlite3 *Db, const Ids &Batch) {
  sqlite3_stmt *Insert = nullptr;
  sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr);
  for (int Id : Batch) {
    sqlite3_bind_int(Insert, 1, Id);
    sqlite3_step(Insert);
    sqlite3_reset(Insert);
  }
  sqlite3_finalize(Insert);
}
void batchesOk(sqlite3 *Db, const std::vector<Ids> &Batches) {
  for (const Ids &Batch : Batches)
    insertAll(Db, Batch);
}
void innerOk(sqlite3 *Db, const std::vector<Ids> &Batches) {
  for (const Ids &Batch : Batches) {
    sqlite3_stmt *Insert = nullptr;
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr);
    for (int Id : Batch) {
      sqlite3_bind_int(Insert, 1, Id);
      sqlite3_step(Insert);
      sqlite3_reset(Insert);
    }
    sqlite3_finalize(Insert);
  }
}

// Once, when it is needed.
class Lazy {
public:
  explicit Lazy(sqlite3 *To) : Db(To) {}
  void insertOk(int Id) {
    if (!Insert)
      sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr);
    run(Insert, Id);
  }
  void removeOk(int Id) {
    if (Remove == nullptr)
      Remove = prepare(Db, "DELETE FROM t WHERE id = ?1");
    run(Remove, Id);
  }
  void updateOk(int Id) {
    static sqlite3_stmt *Update = prepare(Db, "UPDATE t SET n = 0 WHERE id = ?1");
    run(Update, Id);
  }
  sqlite3_stmt *cached(const std::string &Sql) {
    if (const auto Found = Cache.find(Sql); Found != Cache.end())
      return Found->second;
    sqlite3_stmt *Made = nullptr;
    sqlite3_prepare_v2(Db, Sql.c_str(), -1, &Made, nullptr);
    Cache[Sql] = Made;
    return Made;
  }
  void allOk(const Ids &All) {
    for (int Id : All) {
      insertOk(Id);
      removeOk(Id);
      updateOk(Id);
      run(cached("REPLACE INTO t VALUES(?1)"), Id);
    }
  }

private:
  sqlite3 *Db;
  sqlite3_stmt *Insert = nullptr;
  sqlite3_stmt *Remove = nullptr;
  std::map<std::string, sqlite3_stmt *> Cache;
};

// Few, or until it works.
void fewOk(sqlite3 *Db) {
  for (int I = 0; I < 3; ++I) {
    sqlite3_stmt *Insert = nullptr;
    sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(1)", -1, &Insert, nullptr);
    sqlite3_step(Insert);
    sqlite3_finalize(Insert);
  }
}
void busyOk(sqlite3 *Db, sqlite3_stmt *&Insert) {
  while (sqlite3_prepare_v2(Db, "INSERT INTO t VALUES(?1)", -1, &Insert, nullptr) == SQLITE_BUSY)
    sqlite3_sleep(10);
}

// These have no plan to keep.
static void control(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Control = prepare(Db, Sql);
  sqlite3_step(Control);
  sqlite3_finalize(Control);
}
void restartsOk(sqlite3 *Db, const std::vector<Ids> &Batches) {
  for (const Ids &Batch : Batches) {
    control(Db, "BEGIN IMMEDIATE TRANSACTION");
    insertAll(Db, Batch);
    control(Db, "PRAGMA optimize");
  }
}

// Another text each time: the values are written into it.
static void ask(sqlite3 *Db, const char *Format, ...) {
  va_list Values;
  va_start(Values, Format);
  char *Sql = sqlite3_vmprintf(Format, Values);
  va_end(Values);
  control(Db, Sql);
  sqlite3_free(Sql);
}
void formattedOk(sqlite3 *Db, const Ids &All) {
  for (int Id : All)
    ask(Db, "UPDATE t SET seen = 1 WHERE id = %d", Id);
}

// Only where nobody has kept one.
struct Session {
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Kept = nullptr;
};
static bool isSeen(const Session &In, int Id) {
  sqlite3_stmt *Own = nullptr;
  sqlite3_stmt *Select = nullptr;
  if (Id > 0)
    Select = In.Kept;
  if (Select) {
    sqlite3_reset(Select);
  } else {
    Own = prepare(In.Db, "SELECT seen FROM t WHERE id = ?1");
    Select = Own;
  }
  sqlite3_bind_int(Select, 1, Id);
  const bool Seen = sqlite3_step(Select) == SQLITE_ROW;
  sqlite3_finalize(Own);
  return Seen;
}
int seenOk(const Session &In, const Ids &All) {
  int Seen = 0;
  for (int Id : All)
    Seen += isSeen(In, Id);
  return Seen;
}
