// packages: libmariadb,libpq,sqlite3
// Loops that take the next piece of their data in the condition.
#include <cstdio>
#include <dirent.h>
#include <fstream>
#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>
#include <string>
#include <thread>

void work(const std::string &Item);

void rowsBad(MYSQL_RES *Result) {
  MYSQL_ROW Row;
  while ((Row = mysql_fetch_row(Result)))
    std::thread(work, std::string(Row[0])).detach(); // want: a thread is started for every row of 'Result', with no limit
}
void comparedBad(MYSQL_RES *Result) {
  MYSQL_ROW Row;
  while ((Row = mysql_fetch_row(Result)) != nullptr)
    std::thread(work, std::string(Row[0])).detach(); // want: for every row of 'Result'
}
void forBad(MYSQL_RES *Result) {
  for (MYSQL_ROW Row = mysql_fetch_row(Result); Row; Row = mysql_fetch_row(Result))
    std::thread(work, std::string(Row[0])).detach(); // want: for every row of 'Result'
}
// C functions return 0 when they have done it.
void fetchedBad(MYSQL_STMT *Statement, const std::string &Item) {
  while (!mysql_stmt_fetch(Statement))
    std::thread(work, Item).detach(); // want: for every row of 'Statement'
}
void fetched2Bad(MYSQL_STMT *Statement, const std::string &Item) {
  while (mysql_stmt_fetch(Statement) == 0)
    std::thread(work, Item).detach(); // want: for every row of 'Statement'
}
void countedBad(PGresult *Result) {
  for (int I = 0; I < PQntuples(Result); ++I)
    std::thread(work, std::string(PQgetvalue(Result, I, 0))).detach(); // want: for every row of 'Result'
}
void counted2Bad(PGresult *Result) {
  const int Count = PQntuples(Result);
  for (int I = 0; I < Count; ++I)
    std::thread(work, std::string(PQgetvalue(Result, I, 0))).detach(); // want: for every row of 'Result'
}

std::string textOf(sqlite3_stmt *Statement);
void steppedBad(sqlite3_stmt *Statement) {
  while (sqlite3_step(Statement) == SQLITE_ROW)
    std::thread(work, textOf(Statement)).detach(); // want: for every row of 'Statement'
}
void stepped2Bad(sqlite3_stmt *Statement) {
  int Result = SQLITE_OK;
  while ((Result = sqlite3_step(Statement)) == SQLITE_ROW)
    std::thread(work, textOf(Statement)).detach(); // want: for every row of 'Statement'
}
struct Cursor {
  bool next() { return sqlite3_step(Statement) == SQLITE_ROW; }
  sqlite3_stmt *Statement;
};
void classBad(Cursor Rows) {
  while (Rows.next())
    std::thread(work, textOf(Rows.Statement)).detach(); // want: for every row of 'Rows'
}

void linesBad(const std::string &File) {
  std::ifstream In(File);
  std::string Line;
  while (In >> Line && Line != "end")
    std::thread(work, Line).detach(); // want: a thread is started for everything read from 'In', with no limit
}
void eofBad(const std::string &File) {
  std::ifstream In(File);
  std::string Line;
  while (!In.eof()) {
    std::getline(In, Line);
    std::thread(work, Line).detach(); // want: for everything read from 'In'
  }
}
void getsBad(FILE *In) {
  char Line[80];
  while (fgets(Line, sizeof Line, In))
    std::thread(work, std::string(Line)).detach(); // want: for everything read from 'In'
}
void getlineBad(FILE *In) {
  char *Line = nullptr;
  size_t Size = 0;
  while (getline(&Line, &Size, In) != -1)
    std::thread(work, std::string(Line)).detach(); // want: for everything read from 'In'
}
void folderBad(DIR *Folder) {
  while (const dirent *Entry = readdir(Folder))
    std::thread(work, std::string(Entry->d_name)).detach(); // want: for everything read from 'Folder'
}

// The project's own.
struct Item {
  std::string Name;
};
class Items {
public:
  const Item *next() { return At == End ? nullptr : At++; }

private:
  const Item *At;
  const Item *End;
};
void ownBad(Items &All) {
  while (const Item *Each = All.next())
    std::thread(work, Each->Name).detach(); // want: for everything read from 'All'
}
