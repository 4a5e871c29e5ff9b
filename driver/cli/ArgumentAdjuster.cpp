// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/ArgumentAdjuster.h"
#include "clang/Basic/Version.h"
#include "clang/Options/Options.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace slowpath::cli {

namespace options = clang::options;

/// `ccache g++ …`, `env CCACHE_DIR=/c ccache g++ …`, `cmake -E env A=b g++ …`:
/// everything before the compiler goes.
static void stripLaunchers(std::vector<std::string> &Command) {
  auto Begin = Command.begin();
  auto IsCompiler = [&] {
    return llvm::StringSwitch<bool>(llvm::sys::path::stem(*Begin))
        .Cases({"ccache", "sccache", "distcc", "icecc", "gomacc", "buildcache",
                "env", "time", "nice", "cmake"},
               false)
        .Default(true);
  };
  while (Begin != Command.end() && !IsCompiler()) {
    llvm::StringRef Launcher = llvm::sys::path::stem(*Begin);
    auto Next = std::next(Begin);
    if (Launcher == "cmake" && Next != Command.end() && *Next == "-E")
      std::advance(Next, std::next(Next) != Command.end() ? 2 : 1);
    // `ccache -c a.cpp`: launched under the launcher's own name, the compiler
    // is not in the command.
    if (Next == Command.end() ||
        (llvm::StringRef(*Next).starts_with("-") && Launcher != "env"))
      break;
    if (Launcher == "env" || Launcher == "cmake")
      while (Next != Command.end() && (llvm::StringRef(*Next).contains('=') ||
                                       llvm::StringRef(*Next).starts_with("-")))
        ++Next;
    Begin = Next;
  }
  if (Begin != Command.end())
    Command.erase(Command.begin(), Begin);
}

/// Options that say what to produce, or that need files which a build by
/// another compiler leaves in another form.
static bool isDropped(const llvm::opt::Arg &A) {
  const llvm::opt::Option &O = A.getOption();
  // Input files: the one to analyse is appended; a value that followed an
  // unknown option looks like one, too.
  if (O.getKind() == llvm::opt::Option::UnknownClass ||
      O.getKind() == llvm::opt::Option::InputClass)
    return true;
  if (O.matches(options::OPT_M_Group))
    return true;
  static constexpr unsigned Dropped[] = {
      options::OPT_o,
      options::OPT_c,
      options::OPT_S,
      options::OPT_E,
      options::OPT__DASH_DASH,
      options::OPT_emit_llvm,
      options::OPT_fsyntax_only,
      options::OPT_save_temps,
      options::OPT_save_temps_EQ,
      options::OPT__serialize_diags,
      options::OPT_resource_dir,
      options::OPT_resource_dir_EQ,
      options::OPT_ferror_limit_EQ,
      options::OPT_pedantic_errors,
      options::OPT_fplugin_EQ,
      options::OPT_fpass_plugin_EQ,
      options::OPT_fprofile_use_EQ,
      options::OPT_fprofile_instr_use_EQ,
      options::OPT_fprofile_sample_use_EQ,
      options::OPT_mtune_EQ,
  };
  if (llvm::is_contained(Dropped, O.getID()))
    return true;
  llvm::StringRef Spelling = A.getSpelling();
  if (O.matches(options::OPT_Wp_COMMA))
    return llvm::any_of(A.getValues(), [](llvm::StringRef Value) {
      return Value.starts_with("-M");
    });
  if (O.matches(options::OPT_W_Joined) || Spelling.starts_with("-W"))
    return A.getNumValues() > 0 &&
           (llvm::StringRef(A.getValue()).starts_with("error") ||
            llvm::StringRef(A.getValue()) == "fatal-errors");
  return false;
}

/// The strings of Command's options that clang shall see.
static std::vector<std::string>
keptOptions(const std::vector<std::string> &Command) {
  bool IsCl = llvm::is_contained(Command, "--driver-mode=cl");
  std::vector<const char *> Pointers;
  for (const std::string &Argument : llvm::drop_begin(Command))
    // A response file that exists is expanded by now.
    if (!llvm::StringRef(Argument).starts_with("@"))
      Pointers.push_back(Argument.c_str());

  unsigned MissingIndex = 0;
  unsigned MissingCount = 0;
  llvm::opt::InputArgList Parsed = clang::getDriverOptTable().ParseArgs(
      Pointers, MissingIndex, MissingCount,
      llvm::opt::Visibility(IsCl ? options::CLOption : options::ClangOption));
  size_t End = MissingCount != 0 ? MissingIndex : Pointers.size();

  std::vector<const llvm::opt::Arg *> Args(Parsed.begin(), Parsed.end());
  std::vector<std::string> Kept;
  for (size_t I = 0; I < Args.size(); ++I) {
    if (isDropped(*Args[I]))
      continue;
    size_t Next = I + 1 < Args.size() ? Args[I + 1]->getIndex() : End;
    for (size_t S = Args[I]->getIndex(); S < Next; ++S)
      Kept.push_back(Pointers[S]);
  }
  return Kept;
}

std::vector<std::string> adjustArguments(std::vector<std::string> Command,
                                         const std::string &File,
                                         const std::string &ResourceDir) {
  stripLaunchers(Command);
  if (Command.empty())
    Command.push_back("clang++");
  Command = clang::tooling::getStripPluginsAdjuster()(Command, File);
  const std::string Compiler = Command.front();
  // "aarch64-linux-gnu-g++-12" says which target and language it is for.
  clang::tooling::addTargetAndModeForProgramName(Command, Compiler);

  std::vector<std::string> Result = {Compiler};
  for (std::string &Option : keptOptions(Command))
    Result.push_back(std::move(Option));
  Result.insert(Result.end(), {"-fsyntax-only", "-Qunused-arguments",
                               "-ferror-limit=0", "-Wno-unknown-warning-option",
                               // No warning of clang's own is a finding, and
                               // some need a CFG of every function.
                               "-w"});
  if (!ResourceDir.empty())
    Result.insert(Result.end(), {"-resource-dir", ResourceDir});
  Result.insert(Result.end(), {"--", File});
  return Result;
}

std::string findResourceDir(llvm::StringRef Executable) {
  llvm::SmallString<128> Beside(llvm::sys::path::parent_path(Executable));
  llvm::sys::path::append(Beside, "..", "lib", "clang",
                          CLANG_VERSION_MAJOR_STRING);
  llvm::sys::path::remove_dots(Beside, /*remove_dot_dot=*/true);
  if (llvm::sys::fs::is_directory(Beside))
    return std::string(Beside);
  return SLOWPATH_CLANG_RESOURCE_DIR;
}

} // namespace slowpath::cli
