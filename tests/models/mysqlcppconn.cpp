// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/statement.h>
#include <mysql_driver.h>

void connections(sql::Driver &Driver, sql::mysql::MySQL_Driver &MySql,
                 sql::Connection &Connection) {
  Driver.connect("host", "user", "");
  MySql.connect("host", "user", "");
  Connection.setSchema("x");
  Connection.isValid();
  Connection.reconnect();
}

void transactions(sql::Connection &Connection) {
  Connection.setAutoCommit(false);
  Connection.setSavepoint("a");
  Connection.rollback();
  Connection.commit();
  Connection.setAutoCommit(true);
}

void statements(sql::Connection &Connection) {
  sql::Statement *Statement = Connection.createStatement();
  Statement->execute("UPDATE t SET a = 1");
  Statement->executeQuery("SELECT a FROM t");
  Statement->executeUpdate("UPDATE t SET a = 1");
  sql::PreparedStatement *Change =
      Connection.prepareStatement("UPDATE t SET a = ?");
  Change->execute();
  Change->executeUpdate();
  sql::PreparedStatement *Find = Connection.prepareStatement("SELECT a FROM t");
  Find->executeQuery();
}
