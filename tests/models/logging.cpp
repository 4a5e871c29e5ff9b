// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: spdlog libglog
#include <glog/logging.h>
#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

void ofSpdlog(spdlog::logger &Logger,
              const std::shared_ptr<spdlog::logger> &Shared,
              const spdlog::sink_ptr &Sink,
              const std::weak_ptr<spdlog::details::thread_pool> &Pool) {
  Logger.flush();
  Logger.flush_on(spdlog::level::info);
  spdlog::flush_on(spdlog::level::info);
  spdlog::basic_logger_mt("name", "file");
  spdlog::get("name");
  spdlog::set_default_logger(Shared);
  spdlog::async_logger Asynchronous("name", Sink, Pool);
}

void ofGlog() {
  LOG(ERROR) << "text";
  google::FlushLogFiles(google::GLOG_INFO);
}
