// packages: libpq
#include <cstdlib>
#include <libpq-fe.h>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

struct Node {
  int Id = 0;
  std::string Name;
};

std::string parentOf(PGconn *C, const std::string &Name) {
  const char *Values[] = {Name.c_str()};
  PGresult *R = PQexecParams(C, "SELECT parent FROM node WHERE name = $1", 1, nullptr, Values, nullptr, nullptr, 0);
  std::string Parent = PQntuples(R) > 0 ? PQgetvalue(R, 0, 0) : "";
  PQclear(R);
  return Parent;
}

// Each answer is the next question.
std::string rootOk(PGconn *C, std::string Name) {
  for (std::string Parent = Name; !Parent.empty(); Parent = parentOf(C, Parent))
    Name = Parent;
  return Name;
}

int depthOk(PGconn *C, std::string Name) {
  int Depth = 0;
  while (!Name.empty()) {
    Name = parentOf(C, Name);
    ++Depth;
  }
  return Depth;
}

// Pages: the next one begins where the last one ended.
void pagesOk(PGconn *C, std::vector<std::string> &All) {
  std::string Last;
  for (;;) {
    const std::string Sql = "SELECT name FROM node WHERE name > '" + Last + "' LIMIT 1000";
    PGresult *R = PQexec(C, Sql.c_str());
    const int Count = PQntuples(R);
    for (int I = 0; I < Count; ++I)
      All.push_back(PQgetvalue(R, I, 0));
    PQclear(R);
    if (Count == 0)
      break;
    Last = All.back();
  }
}

// The first one that answers.
std::string firstOk(PGconn *C, const std::vector<Node> &Nodes) {
  for (const Node &N : Nodes)
    if (std::string Parent = parentOf(C, N.Name); !Parent.empty())
      return Parent;
  return {};
}

// Asked once for each name, however often it comes.
void cachedOk(PGconn *C, const std::vector<Node> &Nodes) {
  std::map<std::string, std::string> Known;
  for (const Node &N : Nodes)
    if (Known.find(N.Name) == Known.end())
      Known[N.Name] = parentOf(C, N.Name);
}

std::string cachedParent(PGconn *C, const std::string &Name) {
  static std::unordered_map<std::string, std::string> Known;
  if (const auto Found = Known.find(Name); Found != Known.end())
    return Found->second;
  return Known[Name] = parentOf(C, Name);
}

void cachedInHelperOk(PGconn *C, std::vector<Node> &Nodes) {
  for (Node &N : Nodes)
    N.Name = cachedParent(C, N.Name);
}

// Many at a time.
void chunksOk(PGconn *C, const std::vector<std::string> &Lists) {
  for (const std::string &List : Lists) {
    const std::string Sql = "SELECT name FROM node WHERE id IN (" + List + ")";
    PQclear(PQexec(C, Sql.c_str()));
  }
}

void arraysOk(PGconn *C, const std::vector<std::string> &Arrays) {
  for (const std::string &Array : Arrays) {
    const char *Values[] = {Array.c_str()};
    PQclear(PQexecParams(C, "SELECT name FROM node WHERE id = ANY($1)", 1, nullptr, Values, nullptr, nullptr, 0));
  }
}

// Another table each time.
void tablesOk(PGconn *C, const std::vector<std::string> &Tables) {
  for (const std::string &Table : Tables)
    PQclear(PQexec(C, ("SELECT count(*) FROM " + Table).c_str()));
}

// Another database each time.
void shardsOk(const std::vector<PGconn *> &Shards) {
  for (PGconn *C : Shards)
    PQclear(PQexec(C, "SELECT count(*) FROM node WHERE id = 1"));
}

// The rows of one query.
void oneQueryOk(PGconn *C, std::vector<std::string> &Names) {
  PGresult *R = PQexec(C, "SELECT name FROM node");
  for (int I = 0; I < PQntuples(R); ++I)
    Names.push_back(PQgetvalue(R, I, 0));
  PQclear(R);
}

// Few, and of a fixed number.
void fewOk(PGconn *C) {
  for (const char *Name : {"first", "last"})
    parentOf(C, Name);
}

// Another answer each time.
void numbersOk(PGconn *C, std::vector<Node> &Nodes) {
  for (Node &N : Nodes) {
    PGresult *R = PQexec(C, "SELECT nextval('node_id')");
    N.Name = PQgetvalue(R, 0, 0);
    PQclear(R);
  }
}

// Jobs are taken one by one.
bool takeOk(PGconn *C) {
  bool Any = false;
  while (PGresult *R = PQexec(C, "SELECT id FROM job LIMIT 1 FOR UPDATE SKIP LOCKED")) {
    Any = PQntuples(R) > 0;
    PQclear(R);
    if (!Any)
      break;
  }
  return Any;
}

// Waits for what comes in.
bool next(std::string &Name);
void serveOk(PGconn *C) {
  std::string Name;
  while (true) {
    if (!next(Name))
      continue;
    parentOf(C, Name);
  }
}

// Sent without waiting for the answers.
void pipelineOk(PGconn *C, const std::vector<Node> &Nodes) {
  PQenterPipelineMode(C);
  for (const Node &N : Nodes) {
    const char *Values[] = {N.Name.c_str()};
    PQsendQueryParams(C, "SELECT parent FROM node WHERE name = $1", 1, nullptr, Values, nullptr, nullptr, 0);
  }
  PQpipelineSync(C);
}

// Nobody knows what it asks.
void unknownOk(PGconn *C, const std::vector<std::string> &Statements) {
  for (const std::string &Sql : Statements)
    PQclear(PQexec(C, Sql.c_str()));
}

// Asks whether the server is there.
static void ping(PGconn *C) { PQclear(PQexec(C, "SELECT 1")); }
void pingOk(PGconn *C, const std::vector<std::string> &Statements) {
  for (const std::string &Sql : Statements) {
    ping(C);
    PQclear(PQexec(C, Sql.c_str()));
  }
}

// Each message is one of several kinds.
struct Message {
  int Kind;
  std::string Name;
};
static void find(PGconn *C, const std::string &Name) {
  PQclear(PQexec(C, ("SELECT id FROM users WHERE name = '" + Name + "'").c_str()));
}
void note(const std::string &Name);
void switchOk(PGconn *C, const std::vector<Message> &Messages) {
  for (const Message &M : Messages)
    switch (M.Kind) {
    case 1:
      find(C, M.Name);
      break;
    default:
      note(M.Name);
    }
}
static void handle(PGconn *C, const Message &M) {
  if (M.Kind == 1)
    note(M.Name);
  else if (M.Kind == 2)
    find(C, M.Name);
  else if (M.Kind == 3)
    note("three");
}
void chainOk(PGconn *C, const std::vector<Message> &Messages) {
  for (const Message &M : Messages)
    handle(C, M);
}

// Down a tree.
void folderOk(PGconn *C, int Id) {
  PGresult *R = PQexec(C, ("SELECT id FROM folder WHERE parent = " + std::to_string(Id)).c_str());
  for (int I = 0; I < PQntuples(R); ++I)
    folderOk(C, std::atoi(PQgetvalue(R, I, 0)));
  PQclear(R);
}

// Nothing in it is of the item.
static void takeOk(PGconn *C, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    PGresult *R = PQexec(C, "SELECT id FROM take_job(1) AS id");
    static_cast<void>(Name.size() + static_cast<std::size_t>(PQntuples(R)));
    PQclear(R);
  }
}
void useTake(PGconn *C, const std::vector<std::string> &Names) { takeOk(C, Names); }

// Many at a time, until none is left.
struct List {
  int Count = 0;
  std::vector<int> Ids;
};
static void fill(PGconn *C, const char *Sql, List *Into) {
  PGresult *R = PQexec(C, Sql);
  Into->Count = PQntuples(R);
  for (int I = 0; I < Into->Count; ++I)
    Into->Ids.push_back(std::atoi(PQgetvalue(R, I, 0)));
  PQclear(R);
}
void drainedOk(PGconn *C) {
  const char *Sql = "SELECT id FROM line WHERE owner IS NULL LIMIT 1000";
  List Orphans;
  fill(C, Sql, &Orphans);
  while (Orphans.Count != 0) {
    Orphans.Ids.clear();
    fill(C, Sql, &Orphans);
  }
}
static void fillIds(PGconn *C, const char *Sql, std::vector<int> &Into) {
  List Found;
  fill(C, Sql, &Found);
  Into = Found.Ids;
}
void drainedIdsOk(PGconn *C, int Owner) {
  const std::string Sql =
      "SELECT id FROM line WHERE owner = " + std::to_string(Owner) + " LIMIT 9";
  std::vector<int> Ids;
  fillIds(C, Sql.c_str(), Ids);
  while (!Ids.empty())
    fillIds(C, Sql.c_str(), Ids);
}

// A few, one by one.
struct Part {
  std::string Name;
  bool IsNew;
};
std::size_t partsOk(PGconn *C) {
  std::vector<Part> Parts;
  Parts.push_back({"door", true});
  Parts.push_back({"window", false});
  std::size_t Sum = 0;
  for (std::size_t I = 0; I < Parts.size(); ++I)
    Sum += parentOf(C, Parts[I].Name).size();
  for (const Part &Each : Parts)
    Sum += parentOf(C, Each.Name).size();
  return Sum;
}
std::vector<int> linesOf(PGconn *C) {
  List Found;
  fill(C, "SELECT id FROM line WHERE owner IS NULL LIMIT 9", &Found);
  return Found.Ids;
}
void untilNoneOk(PGconn *C) {
  std::vector<int> Ids;
  do {
    Ids = linesOf(C);
  } while (!Ids.empty());
}
