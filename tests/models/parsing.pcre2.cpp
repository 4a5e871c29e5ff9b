// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -DPCRE2_CODE_UNIT_WIDTH=0
#include <pcre2.h>

void expressions(PCRE2_SPTR8 Narrow, PCRE2_SPTR16 Wide, PCRE2_SPTR32 Wider,
                 int Error, PCRE2_SIZE Offset) {
  pcre2_jit_compile_8(pcre2_compile_8(Narrow, PCRE2_ZERO_TERMINATED, 0, &Error,
                                      &Offset, nullptr),
                      PCRE2_JIT_COMPLETE);
  pcre2_jit_compile_16(pcre2_compile_16(Wide, PCRE2_ZERO_TERMINATED, 0, &Error,
                                        &Offset, nullptr),
                       PCRE2_JIT_COMPLETE);
  pcre2_jit_compile_32(pcre2_compile_32(Wider, PCRE2_ZERO_TERMINATED, 0, &Error,
                                        &Offset, nullptr),
                       PCRE2_JIT_COMPLETE);
}
