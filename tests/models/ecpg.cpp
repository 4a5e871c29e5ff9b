// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libecpg
#include <ecpglib.h>

void generated() {
  ECPGconnect(1, 0, "x", nullptr, nullptr, nullptr, 0);
  ECPGprepare(2, nullptr, false, "find", "SELECT a FROM t");
  ECPGdo(3, 0, 1, nullptr, false, 0, "UPDATE t SET a = 1");
}
