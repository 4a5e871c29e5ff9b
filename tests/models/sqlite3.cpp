// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cstdarg>
#include <sqlite3.h>

void connections(sqlite3 *Db) {
  sqlite3_open("file", &Db);
  sqlite3_open_v2("file", &Db, SQLITE_OPEN_READWRITE, nullptr);
  sqlite3_open16(u"file", &Db);
  sqlite3_get_autocommit(Db);
  sqlite3_wal_checkpoint(Db, nullptr);
  sqlite3_wal_checkpoint_v2(Db, nullptr, SQLITE_CHECKPOINT_FULL, nullptr,
                            nullptr);
  sqlite3_db_cacheflush(Db);
  sqlite3_db_release_memory(Db);
  sqlite3_load_extension(Db, "file", nullptr, nullptr);
  sqlite3_close(Db);
  sqlite3_close_v2(Db);
}

void text(sqlite3 *Db, char ***Table) {
  sqlite3_exec(Db, "INSERT INTO t VALUES (1)", nullptr, nullptr, nullptr);
  sqlite3_get_table(Db, "SELECT a FROM t", Table, nullptr, nullptr, nullptr);
}

void formatting(va_list Values, char *Text) {
  sqlite3_mprintf("SELECT %d", 1);
  sqlite3_vmprintf("SELECT %d", Values);
  sqlite3_snprintf(9, Text, "SELECT %d", 1);
  sqlite3_vsnprintf(9, Text, "SELECT %d", Values);
}

void statements(sqlite3 *Db, sqlite3_stmt *Statement) {
  sqlite3_prepare(Db, "SELECT 1", -1, &Statement, nullptr);
  sqlite3_prepare_v3(Db, "SELECT 1", -1, 0, &Statement, nullptr);
  sqlite3_prepare16_v2(Db, u"SELECT 1", -1, &Statement, nullptr);
  sqlite3_prepare_v2(Db, "INSERT INTO t VALUES (?)", -1, &Statement, nullptr);
  sqlite3_step(Statement);
  sqlite3_changes(Db);
  sqlite3_changes64(Db);
  sqlite3_reset(Statement);
  sqlite3_clear_bindings(Statement);
  sqlite3_finalize(Statement);
}

void blobs(sqlite3 *Db, sqlite3_blob *Blob, sqlite3_backup *Backup) {
  sqlite3_blob_open(Db, "main", "t", "a", 1, 0, &Blob);
  sqlite3_blob_reopen(Blob, 2);
  sqlite3_blob_write(Blob, "x", 1, 0);
  sqlite3_backup_step(Backup, -1);
}
