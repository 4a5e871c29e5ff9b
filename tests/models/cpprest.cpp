// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cpprest/http_client.h>
#include <cpprest/json.h>
#include <pplx/pplxtasks.h>

int work();

void requests() {
  web::http::client::http_client Client("https://example.org");
  Client.request(web::http::methods::GET);
  web::json::value::parse("{}");
}

void tasks(std::vector<pplx::task<int>> &Tasks) {
  pplx::task<int> Task = pplx::create_task(work);
  pplx::when_all(Tasks.begin(), Tasks.end());
  Task.wait();
  Task.get();
}
