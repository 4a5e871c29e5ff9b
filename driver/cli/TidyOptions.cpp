// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/TidyOptions.h"
#include "checks/DefaultChecks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SourceMgr.h"
#include <fmt/format.h>

namespace slowpath::cli {

namespace tidy = clang::tidy;

static tidy::ClangTidyOptions builtinOptions() {
  tidy::ClangTidyOptions Options;
  // Without a configuration, findings in the project's headers count, too.
  Options.HeaderFilterRegex = ".*";
  return Options;
}

static llvm::ErrorOr<tidy::ClangTidyOptions>
parse(llvm::MemoryBufferRef Config, std::vector<std::string> &Errors) {
  return tidy::parseConfigurationWithDiags(
      Config, [&](const llvm::SMDiagnostic &Mistake) {
        std::string Text =
            fmt::format("{}:{}:{}: {}", Config.getBufferIdentifier().str(),
                        Mistake.getLineNo(), Mistake.getColumnNo() + 1,
                        Mistake.getMessage().str());
        if (!llvm::is_contained(Errors, Text))
          Errors.push_back(std::move(Text));
      });
}

TidyOptionsProvider::TidyOptionsProvider(
    std::optional<std::string> Globs,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
    std::vector<std::string> &Errors)
    : FileOptionsProvider({}, builtinOptions(), {}, std::move(Files)),
      Checks(std::move(Globs)) {
  ConfigHandlers = {{".clang-tidy", [&Errors](llvm::MemoryBufferRef Config) {
                       return parse(Config, Errors);
                     }}};
}

std::vector<tidy::ClangTidyOptionsProvider::OptionsSource>
TidyOptionsProvider::getRawOptions(llvm::StringRef File) {
  tidy::ClangTidyOptions Merged;
  unsigned Priority = 0;
  for (const OptionsSource &Source : FileOptionsProvider::getRawOptions(File))
    Merged.mergeWith(Source.first, ++Priority);
  enableDefaultChecks(Merged);
  tidy::ClangTidyOptions Override;
  Override.Checks = (Checks ? *Checks + "," : std::string()) +
                    "-clang-analyzer-*,-clang-diagnostic-*";
  Merged.mergeWith(Override, ++Priority);
  return {{Merged, "slowpath"}};
}

std::vector<std::string>
TidyOptionsProvider::filesBehind(llvm::StringRef File) {
  std::vector<std::string> Files;
  for (const auto &[Options, Source] :
       FileOptionsProvider::getRawOptions(File)) {
    // Other sources are no files, but words for built-in options.
    if (llvm::sys::path::is_absolute(Source))
      Files.push_back(Source);
    if (const auto Models = Options.CheckOptions.find("slowpath.Models");
        Models != Options.CheckOptions.end())
      for (llvm::StringRef Model : llvm::split(Models->second.Value, ','))
        Files.push_back(Model.trim().str());
  }
  return Files;
}

} // namespace slowpath::cli
