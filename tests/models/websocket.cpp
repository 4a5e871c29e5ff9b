// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <libwebsockets.h>

void connections(const struct lws_context_creation_info *Settings,
                 const struct lws_client_connect_info *Target) {
  lws_create_context(Settings);
  lws_client_connect_via_info(Target);
}
