// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <sybdb.h>
#include <sybfront.h>

void queries(LOGINREC *Login, DBPROCESS *Process) {
  dbopen(Login, "server");
  dbcmd(Process, "SELECT a FROM t");
  dbsqlexec(Process);
  dbsqlsend(Process);
  dbresults(Process);
  dbnextrow(Process);
}

void bulk(DBPROCESS *Process) {
  bcp_sendrow(Process);
  bcp_batch(Process);
  bcp_done(Process);
}
