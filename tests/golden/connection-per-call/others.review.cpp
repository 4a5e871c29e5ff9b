// packages: libpq libcurl hiredis libmariadb
// args: -std=c++17
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <httplib.h>
#include <libpq-fe.h>
#include <memory>
#include <mysql.h>
#include <pqxx/pqxx>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;
using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

void libpqBad(const std::string &Where, const Strings &Statements) {
  const Connection C(PQconnectdb(Where.c_str()), &PQfinish);
  for (const std::string &Sql : Statements) {
    // want: each 'PQconnectdb' opens a connection that is closed again
    PQclear(PQexec(C.get(), Sql.c_str()));
  }
}

void pqxxBad(const std::string &Host, int Port, const Strings &Statements) {
  pqxx::connection C("host=" + Host + " port=" + std::to_string(Port));
  for (const std::string &Sql : Statements) {
    // want: each 'pqxx::connection' opens a connection that is closed again
    pqxx::nontransaction Tx(C);
    Tx.exec(Sql);
  }
}

void curlBad(const Strings &Addresses) {
  CURL *Handle = curl_easy_init();
  for (const std::string &Address : Addresses) {
    // want: each 'curl_easy_init' opens a connection that is closed again
    curl_easy_setopt(Handle, CURLOPT_URL, Address.c_str());
    curl_easy_perform(Handle);
  }
  curl_easy_cleanup(Handle);
}

void httpBad(const Strings &Paths) {
  httplib::Client Client("http://localhost:8080");
  for (const std::string &Path : Paths) {
    // want: each 'httplib::Client' opens a connection that is closed again
    Client.Get(Path.c_str());
  }
  for (const std::string &Path : Paths)
    httplib::Client("http://localhost:8080").Get(Path.c_str()); // want: each 'httplib::Client' opens a connection that is closed again
}

void redisBad(const Strings &Keys) {
  redisContext *C = redisConnect("localhost", 6379);
  for (const std::string &Key : Keys) {
    // want: each 'redisConnect' opens a connection that is closed again
    freeReplyObject(redisCommand(C, "DEL %s", Key.c_str()));
  }
  redisFree(C);
}
