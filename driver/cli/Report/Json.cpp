// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The format is documented in docs/json.md.
#include "driver/cli/Protocol.h"
#include "driver/cli/Report/Reporter.h"
#include "llvm/Support/raw_ostream.h"

namespace slowpath::cli {

namespace json = llvm::json;

namespace {

class JsonReporter : public Reporter {
public:
  std::string render(const RunReport &Report, bool) const override {
    json::Array Findings;
    for (const ReportedFinding &F : Report.Findings)
      Findings.push_back(toJSON(F));
    json::Array Errors;
    for (const UnitError &E : Report.Errors)
      Errors.push_back(json::Object{{"file", json::fixUTF8(E.File)},
                                    {"reason", json::fixUTF8(E.Reason)}});
    json::Value Document = json::Object{
        {"version", SLOWPATH_VERSION},
        {"findings", std::move(Findings)},
        {"errors", std::move(Errors)},
        {"stats", json::Object{{"tus", Report.Units},
                               {"analysed", Report.Analysed},
                               {"incomplete", Report.Incomplete},
                               {"failed", Report.Failed},
                               {"findings", static_cast<unsigned>(
                                                Report.Findings.size())}}}};
    std::string Text;
    llvm::raw_string_ostream Stream(Text);
    json::OStream(Stream, /*IndentSize=*/2).value(Document);
    Stream << '\n';
    return Text;
  }
};

} // namespace

std::unique_ptr<Reporter> makeJsonReporter() {
  return std::make_unique<JsonReporter>();
}

} // namespace slowpath::cli
