// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

void sessions(soci::connection_pool &Pool, std::size_t Position) {
  soci::connection_pool Own(4);
  Pool.lease();
  Pool.try_lease(Position, 1000);
  soci::session Leased(Pool);
  soci::session Session("postgresql", "dbname=shop");
  soci::session Named("sqlite3", "file");
  soci::session Made(soci::sqlite3, "file");
  Session.open("sqlite3", "file");
  Session.reconnect();
  Session.close();
}

void transactions(soci::session &Session) {
  Session.begin();
  Session.commit();
  Session.rollback();
  soci::transaction Transaction(Session);
  Transaction.commit();
  Transaction.rollback();
}

void statements(soci::session &Session, int Number) {
  Session << "UPDATE t SET a = 1";
  Session.once << "UPDATE t SET a = 1";
  soci::statement Change =
      (Session.prepare << "UPDATE t SET a = :a", soci::use(Number));
  Change.execute(true);
  Change.fetch();
  Change.get_affected_rows();
  soci::statement Later(Session);
  Later.prepare("SELECT a FROM t");
  soci::rowset<int> Rows = (Session.prepare << "SELECT a FROM t");
}
