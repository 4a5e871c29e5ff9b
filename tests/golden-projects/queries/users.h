// What the program knows of its users, behind one class.
#pragma once

#include <memory>
#include <string>
#include <vector>

struct pg_conn;

struct User {
  int id = 0;
  std::string name;
  int manager = 0;
};

class Users {
public:
  explicit Users(const char *where);
  virtual ~Users();

  std::string nameOf(int id);
  std::string cachedNameOf(int id);
  std::vector<std::string> namesOf(const std::vector<int> &ids);
  int managerOf(int id);
  bool isBlocked(const User &user);
  void run(const std::string &sql);
  virtual User load(int id);

private:
  pg_conn *db_;
};
