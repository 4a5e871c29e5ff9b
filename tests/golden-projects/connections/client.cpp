// args: -isystem /usr/include/postgresql
#include "client.h"

Session::Session(const std::string &Server)
    : Connection(PQconnectdb(Server.c_str())) {} // want-note: 'Session::Session' calls 'PQconnectdb' here
Session::~Session() { PQfinish(Connection); }
void Session::run(const std::string &Sql) {
  PQclear(PQexec(Connection, Sql.c_str()));
}

void runOn(const std::string &Server, const std::string &Sql) {
  Session Own(Server); // want-note: 'runOn' calls 'Session' here
  Own.run(Sql);
}

void fetch(const std::string &Path) {
  CURL *Handle = curl_easy_init(); // want-note: 'fetch' calls 'curl_easy_init' here
  curl_easy_setopt(Handle, CURLOPT_URL, Path.c_str());
  curl_easy_perform(Handle);
  curl_easy_cleanup(Handle);
}

Session &shared() {
  static Session Only("");
  return Only;
}
