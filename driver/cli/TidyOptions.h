// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_DRIVER_CLI_TIDYOPTIONS_H
#define SLOWPATH_DRIVER_CLI_TIDYOPTIONS_H

#include "clang-tidy/ClangTidyOptions.h"
#include <optional>
#include <string>
#include <vector>

namespace slowpath::cli {

/// The options of a file: .clang-tidy files found and merged by clang-tidy's
/// own code, then slowpath's default checks, then --checks. What clang-tidy
/// would enable beyond slowpath and performance (the static analyzer) is
/// turned off.
class TidyOptionsProvider : public clang::tidy::FileOptionsProvider {
public:
  /// Mistakes in .clang-tidy files are appended to Errors, which has to outlive
  /// the provider; such a file counts as absent.
  TidyOptionsProvider(std::optional<std::string> Checks,
                      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
                      std::vector<std::string> &Errors);

  std::vector<OptionsSource> getRawOptions(llvm::StringRef File) override;

  /// The files that the options of File are made from: .clang-tidy files, and
  /// the model files that they name.
  std::vector<std::string> filesBehind(llvm::StringRef File);

private:
  std::optional<std::string> Checks;
};

} // namespace slowpath::cli

#endif
