// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cli/Protocol.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/raw_ostream.h"

namespace slowpath::cli {

namespace json = llvm::json;

// All static and none in a nameless namespace: overloads of toJSON and fromJSON
// are found by argument-dependent lookup, which does not look in there.

// Source text and file names need not be UTF-8, JSON strings must be.
static json::Value text(llvm::StringRef Text) { return json::fixUTF8(Text); }

static json::Value toJSON(const Edit &E) {
  return json::Object{
      {"file", text(E.File)},         {"startLine", E.StartLine},
      {"startColumn", E.StartColumn}, {"endLine", E.EndLine},
      {"endColumn", E.EndColumn},     {"offset", E.Offset},
      {"length", E.Length},           {"replacement", text(E.Replacement)}};
}

static json::Value toJSON(const Note &N) {
  return json::Object{{"file", text(N.File)},
                      {"line", N.Line},
                      {"column", N.Column},
                      {"message", text(N.Message)}};
}

static json::Array texts(const std::vector<std::string> &Texts) {
  json::Array Result;
  for (const std::string &Text : Texts)
    Result.push_back(text(Text));
  return Result;
}

template <typename T> static json::Array array(const std::vector<T> &Items) {
  json::Array Result;
  for (const T &Item : Items)
    Result.push_back(toJSON(Item));
  return Result;
}

static json::Value toJSON(const Fix &F) {
  return json::Object{{"title", text(F.Title)}, {"edits", array(F.Edits)}};
}

static llvm::StringRef toString(UnitState State) {
  switch (State) {
  case UnitState::Complete:
    return "complete";
  case UnitState::Incomplete:
    return "incomplete";
  case UnitState::Failed:
    return "failed";
  }
  llvm_unreachable("covered switch");
}

static bool fromJSON(const json::Value &Value, Edit &E, json::Path Path) {
  json::ObjectMapper O(Value, Path);
  return O && O.map("file", E.File) && O.map("startLine", E.StartLine) &&
         O.map("startColumn", E.StartColumn) && O.map("endLine", E.EndLine) &&
         O.map("endColumn", E.EndColumn) && O.map("offset", E.Offset) &&
         O.map("length", E.Length) && O.map("replacement", E.Replacement);
}

static bool fromJSON(const json::Value &Value, Fix &F, json::Path Path) {
  json::ObjectMapper O(Value, Path);
  return O && O.map("title", F.Title) && O.map("edits", F.Edits);
}

static bool fromJSON(const json::Value &Value, Note &N, json::Path Path) {
  json::ObjectMapper O(Value, Path);
  return O && O.map("file", N.File) && O.map("line", N.Line) &&
         O.map("column", N.Column) && O.map("message", N.Message);
}

static bool fromJSON(const json::Value &Value, UnitState &State,
                     json::Path Path) {
  for (UnitState Known :
       {UnitState::Complete, UnitState::Incomplete, UnitState::Failed})
    if (Value.getAsString() == toString(Known)) {
      State = Known;
      return true;
    }
  Path.report("expected complete, incomplete or failed");
  return false;
}

json::Value toJSON(const ReportedFinding &F) {
  return json::Object{{"check", text(F.Check)},
                      {"file", text(F.File)},
                      {"line", F.Line},
                      {"column", F.Column},
                      {"endLine", F.EndLine},
                      {"endColumn", F.EndColumn},
                      {"message", text(F.Message)},
                      {"cost", json::Object{{"before", text(F.CostBefore)},
                                            {"after", text(F.CostAfter)}}},
                      {"fixLevel", text(F.FixLevel)},
                      {"fixTitle", text(F.FixTitle)},
                      {"fixes", array(F.Fixes)},
                      {"advice", text(F.Advice)},
                      {"notes", array(F.Notes)}};
}

bool fromJSON(const json::Value &Value, ReportedFinding &F, json::Path Path) {
  json::ObjectMapper O(Value, Path);
  if (!O)
    return false;
  const json::Value *CostValue = Value.getAsObject()->get("cost");
  if (!CostValue) {
    Path.field("cost").report("missing value");
    return false;
  }
  json::ObjectMapper Cost(*CostValue, Path.field("cost"));
  return Cost && Cost.map("before", F.CostBefore) &&
         Cost.map("after", F.CostAfter) && O.map("check", F.Check) &&
         O.map("file", F.File) && O.map("line", F.Line) &&
         O.map("column", F.Column) && O.map("endLine", F.EndLine) &&
         O.map("endColumn", F.EndColumn) && O.map("message", F.Message) &&
         O.map("fixLevel", F.FixLevel) && O.map("fixTitle", F.FixTitle) &&
         O.map("fixes", F.Fixes) && O.map("advice", F.Advice) &&
         O.map("notes", F.Notes);
}

static bool fromJSON(const json::Value &Value, UnitRequest &R,
                     json::Path Path) {
  json::ObjectMapper O(Value, Path);
  return O && O.map("file", R.File) && O.map("directory", R.Directory) &&
         O.map("arguments", R.Arguments) && O.map("root", R.Root) &&
         O.map("checks", R.Checks) && O.map("withFacts", R.WithFacts) &&
         O.map("withInputs", R.WithInputs);
}

static bool mapBytes(json::ObjectMapper &O, json::Path Path,
                     std::string &Bytes) {
  std::string Text;
  if (!O.map("facts", Text))
    return false;
  std::vector<char> Decoded;
  if (llvm::Error Error = llvm::decodeBase64(Text, Decoded)) {
    llvm::consumeError(std::move(Error));
    Path.field("facts").report("expected base64");
    return false;
  }
  Bytes.assign(Decoded.begin(), Decoded.end());
  return true;
}

static bool fromJSON(const json::Value &Value, UnitResult &R, json::Path Path) {
  json::ObjectMapper O(Value, Path);
  return O && O.map("file", R.File) && O.map("state", R.State) &&
         O.map("reason", R.Reason) && O.map("findings", R.Findings) &&
         O.map("configErrors", R.ConfigErrors) && O.map("inputs", R.Inputs) &&
         mapBytes(O, Path, R.Facts);
}

static std::string line(const json::Value &Value) {
  std::string Text;
  llvm::raw_string_ostream(Text) << Value << '\n';
  return Text;
}

template <typename T> static llvm::Expected<T> decode(llvm::StringRef Line) {
  llvm::Expected<json::Value> Value = json::parse(Line);
  if (!Value)
    return Value.takeError();
  T Result;
  json::Path::Root Root;
  if (!fromJSON(*Value, Result, Root))
    return Root.getError();
  return Result;
}

std::string encode(const UnitRequest &R) {
  return line(json::Object{
      {"file", text(R.File)},
      {"directory", text(R.Directory)},
      {"arguments", texts(R.Arguments)},
      {"root", text(R.Root)},
      {"checks", R.Checks ? text(*R.Checks) : json::Value(nullptr)},
      {"withFacts", R.WithFacts},
      {"withInputs", R.WithInputs}});
}

std::string encode(const UnitResult &R) {
  return line(json::Object{{"file", text(R.File)},
                           {"state", toString(R.State)},
                           {"reason", text(R.Reason)},
                           {"findings", array(R.Findings)},
                           {"configErrors", texts(R.ConfigErrors)},
                           {"inputs", texts(R.Inputs)},
                           {"facts", llvm::encodeBase64(R.Facts)}});
}

llvm::Expected<UnitRequest> decodeRequest(llvm::StringRef Line) {
  return decode<UnitRequest>(Line);
}

llvm::Expected<UnitResult> decodeResult(llvm::StringRef Line) {
  return decode<UnitResult>(Line);
}

} // namespace slowpath::cli
