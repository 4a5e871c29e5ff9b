// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <httplib.h>

void answer(const httplib::Request &, httplib::Response &Answer) {
  Answer.status = 200;
}

void requests(httplib::Request &Request) {
  httplib::ClientImpl Plain("host");
  httplib::Client Client("https://host");
  Client.set_keep_alive(true);
  Client.Get("/");
  Client.Post("/");
  Client.Put("/", "text", "text/plain");
  Client.Delete("/");
  Client.send(Request);
}
