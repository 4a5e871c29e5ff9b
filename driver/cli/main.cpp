// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The command line: what the arguments mean, and nothing else.
#include "driver/cli/Options.h"
#include "driver/cli/Run.h"
#include "driver/cli/Worker.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <map>

using namespace slowpath::cli;

static constexpr const char *CheckFooter =
    R"(Checks come from the .clang-tidy files of the project, plus all of slowpath-*
unless these name some. NOLINT comments are honoured. Findings in system headers
and in files that a build generated in its own directory are left out, unless
PATH names the latter.

Exit status:
  0  no findings
  1  findings
  2  wrong usage, or an output or a rewrite could not be written
  3  some translation unit could not be analysed (it is listed with the reason)

Examples:
  slowpath check                             the project this directory is in
  slowpath check src include/cache.h         a part of it
  slowpath check -p build/release
  slowpath check a.cpp -- -std=c++20 -Iinclude
  slowpath check --checks='-*,slowpath-string-append'
  slowpath check --output text --output json=slowpath.json
  slowpath check --fix src                   then look at git diff
)";

static constexpr const char *FactsFooter =
    R"(For build systems that run one action per file: the output depends on the file,
what it includes, its .clang-tidy and the compile command only, and names files
relative to the project root. What could not be analysed has a file, too, which
says why: the exit status is 0 whenever all files were written.

Examples:
  slowpath facts -p build -o build/facts            one file per source
  slowpath facts -p build src/a.cpp -o a.facts --depfile
  slowpath link $(find build/facts -name '*.facts')
)";

static constexpr const char *LinkFooter =
    R"(To be run in the project root, which paths are relative to. The exit status is
that of check.
)";

static constexpr const char *Footer =
    R"(Examples:
  slowpath check                      check the project this directory is in
  slowpath check a.cpp -- -std=c++20  check a file without a compile database
  slowpath check --help               all options
)";

static void addUnitOptions(CLI::App &Command, Options &Opts) {
  Command
      .add_option("PATH", Opts.Paths,
                  "Files and directories (default: everything in the compile "
                  "database)")
      ->option_text("");
  Command
      .add_option(
          "-p", Opts.BuildDir,
          "Directory with compile_commands.json, or that file (default: "
          "found upward and in build*/, b/, out*/)")
      ->option_text("BUILDDIR");
  Command
      .add_option("--checks", Opts.Checks,
                  "Comma-separated globs, the last word on which checks run; "
                  "added to the configured ones unless they begin with '-*'")
      ->option_text("GLOBS");
  Command
      .add_option("-j,--jobs", Opts.Jobs,
                  "Worker processes (default: one per core)")
      ->check(CLI::Range(1U, 4096U))
      ->option_text("N");
  Command
      .add_option("--timeout", Opts.TimeoutSeconds,
                  "Time limit for one translation unit; 0 for none (default: "
                  "120)")
      ->check(CLI::Range(0U, 1000000U))
      ->option_text("SECONDS");
  Command.add_flag("-q,--quiet", Opts.Quiet, "No progress on standard error");
}

static void addReportOptions(CLI::App &Command, Options &Opts) {
  Command
      .add_option("--output,--format", Opts.Outputs,
                  "What to write and where (default: text on standard output); "
                  "may be repeated. Formats: text, json")
      ->option_text("FORMAT[=FILE]")
      ->allow_extra_args(false);
  Command
      .add_option("--color", Opts.Color,
                  "auto, always or never (auto follows NO_COLOR and "
                  "CLICOLOR_FORCE)")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, ColorMode>{{"auto", ColorMode::Auto},
                                           {"always", ColorMode::Always},
                                           {"never", ColorMode::Never}}))
      ->option_text("WHEN");
}

static void addIndexOption(CLI::App &Command, Options &Opts) {
  Command.add_flag("--index", Opts.Index,
                   "Write .slowpath/index.sqlite, from which slowpath-clangd "
                   "and the plugin know the other files");
}

static int parseAndRun(std::vector<std::string> Arguments) {
  CLI::App App("Finds performance bottlenecks in C++ and rewrites them.",
               "slowpath");
  App.set_version_flag("--version", "slowpath " SLOWPATH_VERSION
                                    " (clang " SLOWPATH_CLANG_VERSION ")");
  App.set_help_flag("-h,--help", "Show this help");
  App.footer(Footer);
  App.require_subcommand(1);

  Options Opts;
  CLI::App *Check = App.add_subcommand("check", "Check a project or files");
  Check->footer(CheckFooter);
  addUnitOptions(*Check, Opts);
  addReportOptions(*Check, Opts);
  addIndexOption(*Check, Opts);
  Check->add_flag("--fix", Opts.Fix,
                  "Apply the safe rewrites to the files of the project, and "
                  "report the other findings");
  CLI::App *Facts = App.add_subcommand(
      "facts", "Write what each file says about its functions, for link");
  Facts->footer(FactsFooter);
  addUnitOptions(*Facts, Opts);
  Facts
      ->add_option("-o", Opts.FactsTo,
                   "One file NAME.facts, or a directory for several")
      ->required()
      ->option_text("OUT");
  Facts->add_flag("--depfile", Opts.WithDepfile,
                  "Write what each file was made from to OUT.d, as make rules");
  Facts
      ->add_option("--prefix-map", Opts.PrefixMap,
                   "Begin paths that begin with OLD, outside of the project "
                   "root, with NEW; may be repeated")
      ->check([](const std::string &Value) {
        return Value.find('=') == std::string::npos ? "expected OLD=NEW"
                                                    : std::string();
      })
      ->option_text("OLD=NEW");
  CLI::App *Link = App.add_subcommand(
      "link", "Report what check would, from files of facts");
  Link->footer(LinkFooter);
  Link->add_option("FACTS", Opts.Paths, "Files that facts wrote, in any order")
      ->required()
      ->option_text("");
  addReportOptions(*Link, Opts);
  addIndexOption(*Link, Opts);
  CLI::App *Checks = App.add_subcommand("checks", "List the checks");
  // Started by `check`; not for people.
  CLI::App *Worker = App.add_subcommand("worker")->group("");

  auto Dashes = std::find(Arguments.begin(), Arguments.end(), "--");
  if (Dashes != Arguments.end()) {
    Opts.CompileArguments.emplace(std::next(Dashes), Arguments.end());
    Arguments.erase(Dashes, Arguments.end());
  }
  if (Arguments.empty()) {
    fmt::print(stderr, "{}", App.help());
    return ExitUsage;
  }
  // CLI11 takes them from the back.
  std::reverse(Arguments.begin(), Arguments.end());
  try {
    App.parse(std::move(Arguments));
  } catch (const CLI::ParseError &Error) {
    if (Error.get_exit_code() == 0)
      return App.exit(Error);
    fmt::print(stderr, "slowpath: error: {}\nSee slowpath --help.\n",
               Error.what());
    return ExitUsage;
  }

  if (Worker->parsed())
    return runWorker();
  if (Checks->parsed())
    return listChecks();
  if (Facts->parsed())
    return runFacts(Opts);
  if (Link->parsed())
    return runLink(Opts);
  return runCheck(Opts);
}

int main(int Argc, char **Argv) {
  try {
    return parseAndRun({Argv + std::min(Argc, 1), Argv + Argc});
  } catch (const std::exception &Error) {
    fmt::print(stderr, "slowpath: internal error: {}\n", Error.what());
    return ExitUsage;
  }
}
