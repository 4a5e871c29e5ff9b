// Settings from a "key = value" file; without the file all have a default.
#pragma once

#include "text.h"

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

struct Config {
  std::string database = "inventory.db";
  std::string outbox = "outbox";
  std::string reportTitle = "Re-order report";
};

inline Config loadConfig(const std::string &file) {
  Config config;
  std::ifstream in(file);
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t equals = line.find('=');
    if (line.starts_with('#') || equals == std::string::npos)
      continue;
    const std::string_view entry = line;
    const std::string_view key = text::trim(entry.substr(0, equals));
    const std::string_view value = text::trim(entry.substr(equals + 1));
    if (key == "database")
      config.database = value;
    else if (key == "outbox")
      config.outbox = value;
    else if (key == "report_title")
      config.reportTitle = value;
    else
      throw std::runtime_error("unknown setting: " + line);
  }
  return config;
}
