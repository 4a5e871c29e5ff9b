// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/Project.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <fmt/format.h>

namespace slowpath::test {

namespace json = llvm::json;

Project::Project(const std::string &Name)
    : Temporary("slowpath-project"), Root(Temporary.file(Name)) {
  write(".git/HEAD", "ref: refs/heads/main\n");
}

void Project::add(const std::string &Name, llvm::StringRef Text,
                  const std::vector<std::string> &Args,
                  const std::vector<std::string> &Compiler) {
  write(Name, Text);
  json::Array Arguments;
  for (const std::string &Word : Compiler)
    Arguments.push_back(Word);
  for (const std::string &Word : Args)
    Arguments.push_back(Word);
  Arguments.push_back("-c");
  Arguments.push_back(file(Name));
  Commands.push_back(json::Object{{"directory", Root},
                                  {"file", file(Name)},
                                  {"arguments", std::move(Arguments)}});
}

void Project::writeDatabase(const std::string &Folder) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  Stream << json::Value(json::Array(Commands)) << '\n';
  write((Folder.empty() ? "" : Folder + "/") + "compile_commands.json", Text);
}

ProcessResult Project::check(const std::vector<std::string> &Arguments,
                             ProcessOptions Options,
                             const std::string &Folder) const {
  std::vector<std::string> Command = {slowpathProgram(), "check"};
  Command.insert(Command.end(), Arguments.begin(), Arguments.end());
  Options.Directory = Folder.empty() ? Root : file(Folder);
  // The terminal of whoever runs the tests is none of the project's business.
  for (const char *Name : {"NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"})
    Options.Unset.push_back(Name);
  return run(Command, Options);
}

json::Object Project::checkToJson(const std::vector<std::string> &Arguments,
                                  const std::string &Folder) const {
  std::vector<std::string> All = {"--format", "json"};
  All.insert(All.end(), Arguments.begin(), Arguments.end());
  const ProcessResult Result = check(All, {}, Folder);
  llvm::Expected<json::Value> Parsed = json::parse(Result.Out);
  if (!Parsed) {
    ADD_FAILURE() << "not JSON: " << llvm::toString(Parsed.takeError()) << "\n"
                  << Result.Out << Result.Err << Result.Problem;
    return {};
  }
  json::Object *Report = Parsed->getAsObject();
  if (!Report) {
    ADD_FAILURE() << "not a JSON object: " << Result.Out;
    return {};
  }
  return std::move(*Report);
}

ProcessResult configureExample(const std::string &Build) {
  const std::string Example = SLOWPATH_SOURCE_DIR "/docs/example";
  return run({SLOWPATH_CMAKE, "-G", "Ninja", "-S", Example, "-B", Build});
}

std::string slowpathProgram() { return SLOWPATH_BINARY_DIR "/bin/slowpath"; }

std::vector<std::string> findingsOf(const json::Object &Report) {
  std::vector<std::string> Lines;
  const json::Array *Findings = Report.getArray("findings");
  if (!Findings) {
    ADD_FAILURE() << "the report has no findings";
    return Lines;
  }
  for (const json::Value &Value : *Findings) {
    const json::Object *Finding = Value.getAsObject();
    if (!Finding) {
      ADD_FAILURE() << "a finding is no object";
      continue;
    }
    Lines.push_back(fmt::format(
        "{}:{}:{}: {} [{}]", Finding->getString("file").value_or("?").str(),
        Finding->getInteger("line").value_or(-1),
        Finding->getInteger("column").value_or(-1),
        Finding->getString("message").value_or("?").str(),
        Finding->getString("check").value_or("?").str()));
  }
  return Lines;
}

std::vector<std::string> errorFilesOf(const json::Object &Report) {
  std::vector<std::string> Files;
  const json::Array *Errors = Report.getArray("errors");
  if (!Errors) {
    ADD_FAILURE() << "the report has no errors array";
    return Files;
  }
  for (const json::Value &Value : *Errors)
    Files.push_back(Value.getAsObject()->getString("file").value_or("?").str());
  return Files;
}

} // namespace slowpath::test
