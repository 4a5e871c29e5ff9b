// packages: sqlite3
// Statements that are no writes of rows, or of which nothing is known.
#include <sqlite3.h>
#include <string>
#include <vector>

const char *const Schema[] = {
    "CREATE TABLE a(id)", "CREATE TABLE b(id)", "CREATE TABLE c(id)",
    "CREATE TABLE d(id)", "CREATE TABLE e(id)", "CREATE TABLE f(id)",
    "CREATE TABLE g(id)", "CREATE TABLE h(id)", "CREATE TABLE i(id)",
    "CREATE TABLE j(id)", "CREATE TABLE k(id)", "CREATE TABLE l(id)",
    "CREATE TABLE m(id)", "CREATE TABLE n(id)", "CREATE TABLE o(id)",
    "CREATE TABLE p(id)", "CREATE TABLE q(id)", "CREATE TABLE r(id)"};

void schemaOk(sqlite3 *Db, const std::vector<const char *> &Upgrades) {
  for (const char *Sql : Schema)
    sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr);
  for (const char *Sql : Upgrades)
    sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr);
}

void indexOk(sqlite3 *Db, const std::vector<std::string> &Columns) {
  for (const std::string &Column : Columns)
    sqlite3_exec(Db, ("CREATE INDEX i_" + Column + " ON t(" + Column + ")").c_str(), nullptr, nullptr, nullptr);
}

void pragmasOk(sqlite3 *Db, const std::vector<std::string> &Settings) {
  for (const std::string &Setting : Settings)
    sqlite3_exec(Db, ("PRAGMA " + Setting).c_str(), nullptr, nullptr, nullptr);
}

void attachOk(sqlite3 *Db, const std::vector<std::string> &Files) {
  for (const std::string &File : Files)
    sqlite3_exec(Db, ("ATTACH '" + File + "' AS other").c_str(), nullptr, nullptr, nullptr);
}

void selectOk(sqlite3 *Db, const std::vector<int> &Ids) {
  sqlite3_stmt *Find = nullptr;
  sqlite3_prepare_v2(Db, "SELECT name FROM t WHERE id = ?1", -1, &Find, nullptr);
  for (int Id : Ids) {
    sqlite3_bind_int(Find, 1, Id);
    sqlite3_step(Find);
    sqlite3_reset(Find);
  }
  sqlite3_finalize(Find);
}

// The rows of one statement.
void rowsOk(sqlite3 *Db, std::vector<int> &Ids) {
  sqlite3_stmt *Take = nullptr;
  sqlite3_prepare_v2(Db, "DELETE FROM t RETURNING id", -1, &Take, nullptr);
  for (int Result = sqlite3_step(Take); Result == SQLITE_ROW; Result = sqlite3_step(Take))
    Ids.push_back(sqlite3_column_int(Take, 0));
  sqlite3_finalize(Take);
}
