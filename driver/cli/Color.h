// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_COLOR_H
#define SLOWPATH_DRIVER_CLI_COLOR_H

#include <string>
#include <string_view>

namespace slowpath::cli {

enum class ColorMode { Auto, Always, Never };

/// Shall output to this descriptor be coloured? Auto: NO_COLOR says no,
/// CLICOLOR_FORCE yes, TERM=dumb no (https://no-color.org,
/// https://bixense.com/clicolors), else whether it is a terminal.
bool useColor(ColorMode Mode, int Fd);

enum class Tone { Bold, Warning, Note, Check, Caret, Added, Removed, Dim };

/// Wraps text in terminal colours, or leaves it when they are off.
class Palette {
public:
  explicit Palette(bool On) : On(On) {}
  std::string operator()(Tone T, std::string_view Text) const;

private:
  bool On;
};

} // namespace slowpath::cli

#endif
