// packages: sqlite3 libcurl libpq
// args: -std=c++17
#include <curl/curl.h>
#include <httplib.h>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;
using Client = std::unique_ptr<httplib::Client>;

// Another server each time: a pool, or one that answers.
void shardsOk(const Strings &Hosts, std::vector<Client> &Pool) {
  for (const std::string &Host : Hosts) {
    httplib::Client Check(Host.c_str());
    Check.Get("/alive");
  }
  for (const std::string &Host : Hosts)
    Pool.push_back(std::make_unique<httplib::Client>(Host.c_str()));
}
void indexedOk(const Strings &Files) {
  for (std::size_t I = 0; I < Files.size(); ++I) {
    sqlite3 *Db = nullptr;
    sqlite3_open(Files[I].c_str(), &Db);
    sqlite3_exec(Db, "VACUUM", nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  }
}
static void vacuum(const std::string &File) {
  sqlite3 *Db = nullptr;
  sqlite3_open(File.c_str(), &Db);
  sqlite3_exec(Db, "VACUUM", nullptr, nullptr, nullptr);
  sqlite3_close(Db);
}
void helperOk(const Strings &Files) {
  for (const std::string &File : Files)
    vacuum(File);
}
std::string nextServer();
void servedOk(int Count) {
  for (int I = 0; I < Count; ++I) {
    pqxx::connection C(nextServer());
    pqxx::nontransaction(C).exec("SELECT 1");
  }
}

// Kept by others.
void filledOk(int Count, std::vector<CURL *> &Handles) {
  for (int I = 0; I < Count; ++I) {
    CURL *Handle = curl_easy_init();
    Handles.push_back(Handle);
  }
}
void multiOk(CURLM *Multi, const Strings &Addresses) {
  for (const std::string &Address : Addresses) {
    CURL *Handle = curl_easy_init();
    curl_easy_setopt(Handle, CURLOPT_URL, Address.c_str());
    curl_multi_add_handle(Multi, Handle);
  }
}

// Opened when it is needed, and kept.
class Lazy {
public:
  PGconn *get() {
    if (!C)
      C = PQconnectdb("");
    return C;
  }
  httplib::Client &client(const std::string &Host) {
    if (const auto Found = Clients.find(Host); Found != Clients.end())
      return *Found->second;
    return *(Clients[Host] = std::make_unique<httplib::Client>(Host.c_str()));
  }
  void allOk(const Strings &Statements) {
    for (const std::string &Sql : Statements) {
      PQclear(PQexec(get(), Sql.c_str()));
      client("http://localhost").Get("/");
    }
  }
  void staticOk(const Strings &Paths) {
    for (const std::string &Path : Paths) {
      static httplib::Client Own("http://localhost");
      Own.Get(Path.c_str());
    }
  }

private:
  PGconn *C = nullptr;
  std::map<std::string, Client> Clients;
};

// In memory, or a few.
void memoryOk(const Strings &Scripts) {
  for (const std::string &Script : Scripts) {
    sqlite3 *Db = nullptr;
    sqlite3_open(":memory:", &Db);
    sqlite3_exec(Db, Script.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  }
}
void fewOk() {
  for (int I = 0; I < 3; ++I) {
    sqlite3 *Db = nullptr;
    sqlite3_open("a.db", &Db);
    sqlite3_close(Db);
  }
}
bool untilOk(int Most) {
  for (int Attempt = 0; Attempt < Most; ++Attempt) {
    PGconn *C = PQconnectdb("");
    const bool IsOpen = PQstatus(C) == CONNECTION_OK;
    PQfinish(C);
    if (IsOpen)
      return true;
  }
  return false;
}
void failedOk(const Strings &Statements, PGconn *C) {
  for (const std::string &Sql : Statements) {
    try {
      PQclear(PQexec(C, Sql.c_str()));
    } catch (...) {
      PGconn *Again = PQconnectdb("");
      PQclear(PQexec(Again, Sql.c_str()));
      PQfinish(Again);
    }
  }
}

// One server after the other.
class Rotation {
public:
  void allOk(const Strings &Paths) {
    for (const std::string &Path : Paths) {
      At = (At + 1) % Hosts.size();
      httplib::Client Client(Hosts[At].c_str());
      Client.Get(Path.c_str());
    }
  }

private:
  const Strings Hosts;
  std::size_t At = 0;
};
