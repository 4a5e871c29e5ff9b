// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gdbm.h>

void access(GDBM_FILE File, datum Key, datum Value) {
  gdbm_open("file", 0, GDBM_WRCREAT, 0600, nullptr);
  gdbm_store(File, Key, Value, GDBM_REPLACE);
  gdbm_fetch(File, Key);
  gdbm_sync(File);
}
