#pragma once
#include <curl/curl.h>
#include <libpq-fe.h>
#include <string>

class Session {
public:
  explicit Session(const std::string &Server);
  ~Session();
  void run(const std::string &Sql);

private:
  PGconn *Connection;
};

void runOn(const std::string &Server, const std::string &Sql);
void fetch(const std::string &Path);
Session &shared();
