// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: curlpp
#include <curlpp/Easy.hpp>
#include <curlpp/Multi.hpp>
#include <curlpp/cURLpp.hpp>

void requests(curlpp::Multi &Multi) {
  curlpp::Cleanup Cleanup;
  curlpp::Easy Request;
  Request.perform();
  Multi.add(&Request);
}
