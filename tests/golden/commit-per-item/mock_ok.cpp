// packages: gmock
// args: -std=c++17
#include <cppconn/connection.h>
#include <cppconn/statement.h>
#include <gmock/gmock.h>
#include <string>
#include <vector>

// Writes and commits nothing.
class MockStatement : public sql::Statement {
public:
  MOCK_METHOD(bool, execute, (const sql::SQLString &), (override));
};
class FakeConnection : public sql::Connection {
public:
  MOCK_METHOD(void, commit, (), (override));
};

void statementOk(MockStatement &Statement, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    Statement.execute("INSERT INTO t VALUES('" + Name + "')");
}

void connectionOk(FakeConnection &Connection, MockStatement &Statement, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names) {
    Statement.execute("INSERT INTO t VALUES('" + Name + "')");
    Connection.commit();
  }
}
