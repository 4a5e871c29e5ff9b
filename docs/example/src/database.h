// A thin layer over the sqlite3 C API: handles that close themselves, errors
// as exceptions.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

class DatabaseError : public std::runtime_error {
public:
  DatabaseError(sqlite3 *db, int code)
      : std::runtime_error(sqlite3_errmsg(db)), code_(code) {}
  int code() const { return code_; }

private:
  int code_;
};

class Database {
public:
  explicit Database(const std::string &path) {
    sqlite3 *db = nullptr;
    const int code = sqlite3_open(path.c_str(), &db);
    db_.reset(db);
    check(code);
  }

  void exec(const char *sql) {
    check(sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr));
  }

  /// Rows changed by the last statement.
  int changes() const { return sqlite3_changes(db_.get()); }
  sqlite3 *handle() const { return db_.get(); }

private:
  void check(int code) const {
    if (code != SQLITE_OK)
      throw DatabaseError(db_.get(), code);
  }

  struct Close {
    void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
  };
  std::unique_ptr<sqlite3, Close> db_;
};

class Statement {
public:
  Statement(const Database &db, std::string_view sql) : db_(db.handle()) {
    sqlite3_stmt *statement = nullptr;
    const int size = static_cast<int>(sql.size());
    check(sqlite3_prepare_v2(db_, sql.data(), size, &statement, nullptr));
    statement_.reset(statement);
  }

  Statement &bind(int index, std::string_view value) {
    const int size = static_cast<int>(value.size());
    check(sqlite3_bind_text(statement_.get(), index, value.data(), size,
                            SQLITE_TRANSIENT));
    return *this;
  }

  Statement &bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), index, value));
    return *this;
  }

  /// True while there is a row to read.
  bool step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
      throw DatabaseError(db_, code);
    return code == SQLITE_ROW;
  }

  /// Executes a statement that returns no rows.
  void run() {
    sqlite3_step(statement_.get());
    check(sqlite3_reset(statement_.get())); // returns the error of the step
  }

  std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
  }

  std::string text(int column) const {
    const void *value = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<const char *>(value), static_cast<std::size_t>(size)};
  }

private:
  void check(int code) const {
    if (code != SQLITE_OK)
      throw DatabaseError(db_, code);
  }

  struct Finalize {
    void operator()(sqlite3_stmt *stmt) const { sqlite3_finalize(stmt); }
  };
  sqlite3 *db_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Rolls back at the end of its scope unless it was committed.
class Transaction {
public:
  explicit Transaction(Database &db) : db_(db) { db_.exec("BEGIN IMMEDIATE"); }
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;
  ~Transaction() {
    if (open_)
      sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  void commit() {
    db_.exec("COMMIT");
    open_ = false;
  }

private:
  Database &db_;
  bool open_ = true;
};
