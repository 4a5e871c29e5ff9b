// args: -I/usr/include/postgresql
#include "users.h"

#include <cstdlib>
#include <libpq-fe.h>
#include <map>

namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Result ask(PGconn *db, const std::string &sql) {
  // want-note@+1: 'ask' ends up in this call
  return {PQexec(db, sql.c_str()), &PQclear};
}

} // namespace

Users::Users(const char *where) : db_(PQconnectdb(where)) {}
Users::~Users() { PQfinish(db_); }

std::string Users::nameOf(int id) {
  // want-note@+2: 'Users::nameOf' calls 'ask' here
  const Result found =
      ask(db_, "SELECT name FROM users WHERE id = " + std::to_string(id));
  return PQgetvalue(found.get(), 0, 0);
}

std::string Users::cachedNameOf(int id) {
  static std::map<int, std::string> known;
  if (const auto found = known.find(id); found != known.end())
    return found->second;
  return known[id] = nameOf(id);
}

std::vector<std::string> Users::namesOf(const std::vector<int> &ids) {
  std::string list;
  for (int id : ids)
    list += (list.empty() ? "" : ",") + std::to_string(id);
  const Result found =
      ask(db_, "SELECT name FROM users WHERE id IN (" + list + ")");
  std::vector<std::string> names;
  for (int row = 0; row < PQntuples(found.get()); ++row)
    names.push_back(PQgetvalue(found.get(), row, 0));
  return names;
}

int Users::managerOf(int id) {
  const Result found =
      ask(db_, "SELECT manager FROM users WHERE id = " + std::to_string(id));
  return std::atoi(PQgetvalue(found.get(), 0, 0));
}

bool Users::isBlocked(const User &user) {
  // want-note@+2: 'Users::isBlocked' calls 'ask' here
  const Result found =
      ask(db_, "SELECT 1 FROM blocked WHERE name = '" + user.name + "'");
  return PQntuples(found.get()) != 0;
}

void Users::run(const std::string &sql) {
  // want-note@+1: 'Users::run' calls 'ask' here
  ask(db_, sql);
}

User Users::load(int id) {
  User user;
  user.id = id;
  user.name = nameOf(id); // want-note: 'Users::load' calls 'nameOf' here
  return user;
}
