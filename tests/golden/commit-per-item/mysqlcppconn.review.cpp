// args: -std=c++17
// A statement has no functions for transactions, its connection does.
#include <cppconn/connection.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/statement.h>
#include <memory>
#include <string>
#include <vector>

void connectionBad(sql::Connection *C, const std::vector<std::string> &Names) {
  sql::Statement *S = C->createStatement();
  C->setAutoCommit(false);
  for (const std::string &Name : Names)
    S->execute("INSERT INTO t VALUES('" + Name + "')"); // want[review]: each 'S->execute' of this INSERT is a transaction of its own
  C->commit();
  C->setAutoCommit(true);
  delete S;
}

void statementBad(sql::Statement *S, const std::vector<std::string> &Names) {
  for (const std::string &Name : Names)
    S->execute("INSERT INTO t VALUES('" + Name + "')"); // want[advice]: each 'S->execute' of this INSERT is a transaction of its own
  // want-advice: connection->setAutoCommit(false);
}

void uniqueBad(const std::unique_ptr<sql::Connection> &C, const std::vector<std::string> &Names) {
  const std::unique_ptr<sql::PreparedStatement> S(C->prepareStatement("INSERT INTO t VALUES(?)"));
  C->setAutoCommit(false);
  for (const std::string &Name : Names) {
    S->setString(1, Name);
    S->execute(); // want[review]: each 'S->execute' of this INSERT is a transaction of its own
  }
  C->commit();
  C->setAutoCommit(true);
}
