// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cppdb/frontend.h>

void sessions() {
  cppdb::session Session("sqlite3:db=file");
  Session.open("sqlite3:db=file");
  Session.prepare("SELECT a FROM t");
  Session.create_statement("SELECT a FROM t");
  Session << "SELECT a FROM t";
}

void transactions(cppdb::session &Session) {
  Session.begin();
  Session.commit();
  Session.rollback();
  cppdb::transaction Transaction(Session);
  Transaction.commit();
}

void statements(cppdb::session &Session) {
  cppdb::statement Change = Session.prepare("UPDATE t SET a = ?");
  Change.exec();
  cppdb::statement Find = Session.prepare("SELECT a FROM t");
  Find.query();
  Find.row();
}
