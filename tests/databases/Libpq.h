// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_TESTS_DATABASES_LIBPQ_H
#define SLOWPATH_TESTS_DATABASES_LIBPQ_H

#include <cstdio>
#include <cstdlib>
#include <libpq-fe.h>

namespace slowpath::databases {

/// A connection to the server that libpq's environment variables name. Ends the
/// program if there is none.
inline PGconn *connect() {
  PGconn *db = PQconnectdb("");
  if (PQstatus(db) != CONNECTION_OK) {
    std::fputs(PQerrorMessage(db), stderr);
    std::exit(1);
  }
  return db;
}

} // namespace slowpath::databases

#endif
