// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Outputs.h"
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <set>
#include <unistd.h>

namespace slowpath::cli {

static std::string joined(const std::vector<std::string> &Names) {
  return fmt::format("{}", fmt::join(Names, ", "));
}

llvm::Expected<std::vector<Output>>
parseOutputs(const std::vector<std::string> &Values) {
  std::vector<Output> Outputs;
  std::set<std::string> Places;
  for (const std::string &Value :
       Values.empty() ? std::vector<std::string>{"text"} : Values) {
    Output O;
    size_t Equals = Value.find('=');
    O.Format = Value.substr(0, Equals);
    if (Equals != std::string::npos) {
      O.File = Value.substr(Equals + 1);
      if (O.File.empty())
        return llvm::createStringError(
            fmt::format("--output {}: no file name after '='", Value));
      // As with other tools, "-" is standard output.
      if (O.File == "-")
        O.File.clear();
    }
    O.Writer = makeReporter(O.Format);
    if (!O.Writer)
      return llvm::createStringError(
          fmt::format("unknown output format '{}'; known formats: {}", O.Format,
                      joined(reportFormats())));
    if (!Places.insert(O.File).second)
      return llvm::createStringError(fmt::format(
          "two outputs for {}; give one of them a file: --output {}=FILE",
          O.File.empty() ? "standard output" : O.File, O.Format));
    Outputs.push_back(std::move(O));
  }
  return Outputs;
}

/// Writes Text; false with errno set when the system refuses.
static bool writeText(std::FILE *Stream, const std::string &Text) {
  return std::fwrite(Text.data(), 1, Text.size(), Stream) == Text.size() &&
         std::fflush(Stream) == 0;
}

static bool writeFile(const std::string &File, const std::string &Text) {
  std::FILE *Stream = std::fopen(File.c_str(), "wb");
  if (!Stream)
    return false;
  bool Written = writeText(Stream, Text);
  int Why = errno;
  if (std::fclose(Stream) != 0)
    return false;
  errno = Why;
  return Written;
}

bool writeOutputs(const std::vector<Output> &Outputs, const RunReport &Report,
                  ColorMode Color) {
  // When the reader of one goes away, the other outputs are still wanted.
  std::signal(SIGPIPE, SIG_IGN);
  bool AllWritten = true;
  for (const Output &O : Outputs) {
    bool Colored = O.File.empty() ? useColor(Color, STDOUT_FILENO)
                                  : Color == ColorMode::Always;
    const std::string Text = O.Writer->render(Report, Colored);
    if (O.File.empty() ? writeText(stdout, Text) : writeFile(O.File, Text))
      continue;
    // `slowpath check | head`: the reader has seen enough.
    if (O.File.empty() && errno == EPIPE)
      continue;
    AllWritten = false;
    fmt::print(stderr, "slowpath: error: cannot write {}: {}\n",
               O.File.empty() ? "standard output" : O.File,
               std::strerror(errno));
  }
  return AllWritten;
}

} // namespace slowpath::cli
