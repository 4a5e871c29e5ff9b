// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libcurl
#include <curl/curl.h>

void easy(CURL *Handle) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  curl_easy_init();
  curl_easy_duphandle(Handle);
  curl_easy_setopt(Handle, CURLOPT_URL, "https://example.org");
  curl_easy_perform(Handle);
  curl_easy_reset(Handle);
  curl_easy_cleanup(Handle);
  curl_share_init();
  size_t Sent = 0;
  curl_ws_send(Handle, "x", 1, &Sent, 0, CURLWS_TEXT);
}

void multi(CURL *Handle, int Running) {
  CURLM *Multi = curl_multi_init();
  curl_multi_add_handle(Multi, Handle);
  curl_multi_perform(Multi, &Running);
  curl_multi_poll(Multi, nullptr, 0, 0, nullptr);
  curl_multi_poll(Multi, nullptr, 0, 1000, nullptr);
  curl_multi_wait(Multi, nullptr, 0, 1000, nullptr);
}
