// packages: sqlite3
// args: -std=c++17
#include <cstdarg>
#include <cstdio>
#include <sqlite3.h>
#include <string>
#include <vector>

struct Device {
  int Id = 0;
  std::string Name;
};

void mprintfBad(sqlite3 *Db, const std::vector<Device> &All) {
  for (const Device &Each : All) {
    char *Sql = sqlite3_mprintf("UPDATE device SET name = %Q WHERE id = %d", Each.Name.c_str(), Each.Id);
    sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr); // want: each 'sqlite3_exec' of this UPDATE
    sqlite3_free(Sql);
  }
}
void bufferBad(sqlite3 *Db, const std::vector<Device> &All) {
  char Sql[128];
  for (const Device &Each : All) {
    sprintf(Sql, "DELETE FROM device WHERE id = %d", Each.Id);
    sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr); // want: each 'sqlite3_exec' of this DELETE
  }
}

class Store {
public:
  explicit Store(const char *File) { sqlite3_open(File, &Db); }
  void run(const char *Format, ...) {
    va_list Values;
    va_start(Values, Format);
    char *Sql = sqlite3_vmprintf(Format, Values);
    va_end(Values);
    if (!Sql)
      return;
    execute(Sql);
    sqlite3_free(Sql);
  }

private:
  void execute(const std::string &Sql) {
    sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr);
  }
  sqlite3 *Db = nullptr;
};

void wrapperBad(Store &To, const std::vector<Device> &All) {
  for (const Device &Each : All)
    To.run("UPDATE device SET name = '%q' WHERE id = %d", Each.Name.c_str(), Each.Id); // want: each 'To.run' of this UPDATE
}

// Reads commit nothing.
void readOk(Store &From, const std::vector<Device> &All) {
  for (const Device &Each : All)
    From.run("SELECT name FROM device WHERE id = %d", Each.Id);
}
