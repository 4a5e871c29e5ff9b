// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <microhttpd.h>

void answer(MHD_Connection *Request);
