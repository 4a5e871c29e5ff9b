// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <libmemcached/memcached.h>

void access(memcached_st *Cache, const char *const *Keys, const size_t *Lengths,
            memcached_result_st *Result) {
  memcached_create(nullptr);
  size_t Length = 0;
  uint32_t Flags = 0;
  uint64_t Number = 0;
  memcached_return_t Status = MEMCACHED_SUCCESS;
  memcached_get(Cache, "key", 3, &Length, &Flags, &Status);
  memcached_set(Cache, "key", 3, "value", 5, 0, 0);
  memcached_mget(Cache, Keys, Lengths, 1);
  memcached_fetch_result(Cache, Result, &Status);
  memcached_increment(Cache, "key", 3, 1, &Number);
  memcached_delete(Cache, "key", 3, 0);
  memcached_flush_buffers(Cache);
}
