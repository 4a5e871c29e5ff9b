// Small string helpers shared by the readers, the reports and the messages.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace text {

inline std::string_view trim(std::string_view value) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = value.find_first_not_of(blanks);
  if (first == std::string_view::npos)
    return {};
  const std::size_t last = value.find_last_not_of(blanks);
  return value.substr(first, last - first + 1);
}

inline std::optional<std::int64_t> parseInt(std::string_view value) {
  std::int64_t number = 0;
  const char *end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end)
    return std::nullopt;
  return number;
}

inline std::string join(const std::vector<std::string> &parts,
                        const std::string &separator) {
  std::string joined;
  for (const std::string &part : parts) {
    if (joined.empty())
      joined = part;
    else
      joined = joined + separator + part;
  }
  return joined;
}

inline std::string escapeHtml(std::string_view value) {
  std::string escaped;
  escaped.reserve(value.size());
  for (const char c : value) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return escaped;
}

/// 123456 -> "1234.56"
inline std::string money(std::int64_t cents) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.2f",
                static_cast<double>(cents) / 100.0);
  return digits;
}

} // namespace text
