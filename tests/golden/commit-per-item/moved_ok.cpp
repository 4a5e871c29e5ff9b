// packages: sqlite3
// args: -std=c++17
// The file is gone, whatever becomes of a transaction.
#include <cstdio>
#include <filesystem>
#include <sqlite3.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

void movedOk(sqlite3 *Db, const Strings &Files) {
  for (const std::string &File : Files) {
    std::filesystem::rename(File, File + ".done");
    sqlite3_exec(Db, ("UPDATE f SET done = 1 WHERE name = '" + File + "'").c_str(), nullptr, nullptr, nullptr);
  }
}

static bool discard(const std::string &File) { return std::remove(File.c_str()) == 0; }
void removedOk(sqlite3 *Db, const Strings &Files) {
  for (const std::string &File : Files)
    if (discard(File))
      sqlite3_exec(Db, ("DELETE FROM f WHERE name = '" + File + "'").c_str(), nullptr, nullptr, nullptr);
}
