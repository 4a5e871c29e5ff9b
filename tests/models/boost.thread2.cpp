// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What futures are called unless BOOST_THREAD_VERSION is 4.
#include <boost/thread/future.hpp>

void futures(boost::unique_future<int> &Future) {
  Future.wait();
  Future.get();
}
