// Logging to standard error; safe to call from any thread.
#pragma once

#include <iostream>
#include <mutex>

namespace logging {

inline std::mutex mutex;

template <class... Parts> void write(const Parts &...parts) {
  const std::lock_guard<std::mutex> lock(mutex);
  (std::cerr << ... << parts) << '\n';
}

template <class... Parts> void warning(const Parts &...parts) {
  write("warning: ", parts...);
}

template <class... Parts> void error(const Parts &...parts) {
  write("error: ", parts...);
}

} // namespace logging
