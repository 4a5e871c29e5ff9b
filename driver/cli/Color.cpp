// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Color.h"
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace slowpath::cli {

static std::string_view variable(const char *Name) {
  const char *Value = std::getenv(Name);
  return Value ? Value : "";
}

bool useColor(ColorMode Mode, int Fd) {
  if (Mode != ColorMode::Auto)
    return Mode == ColorMode::Always;
  std::string_view Force = variable("CLICOLOR_FORCE");
  if (!variable("NO_COLOR").empty())
    return false;
  if (!Force.empty() && Force != "0")
    return true;
  return variable("TERM") != "dumb" && isatty(Fd) != 0;
}

static std::string_view code(Tone T) {
  switch (T) {
  case Tone::Bold:
    return "1";
  case Tone::Warning:
    return "1;35";
  case Tone::Note:
    return "1;36";
  case Tone::Check:
    return "35";
  case Tone::Caret:
    return "1;32";
  case Tone::Added:
    return "32";
  case Tone::Removed:
    return "31";
  case Tone::Dim:
    return "2";
  }
  return "0";
}

std::string Palette::operator()(Tone T, std::string_view Text) const {
  if (!On || Text.empty())
    return std::string(Text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code(T), Text);
}

} // namespace slowpath::cli
