// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The places where clangd has to treat slowpath's checks differently from
// clang-tidy's and offers no extension point. Each wrap… function replaces
// one of clangd's in calls from other object files (the linker's --wrap), and
// calls the original as real….
//
// The linker says nothing when a symbol to wrap is never called:
// CheckWrappedSymbols.cmake compares the names with clangd's archive whenever
// the program is linked. Adding a hook means adding its name to
// SLOWPATH_WRAPPED in CMakeLists.txt. How headers are parsed is in
// PreambleHooks.cpp.
#include "checks/AllChecks.h"
#include "checks/DefaultChecks.h"
#include "checks/Finding.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <optional>
#include <string>

// These repeat declarations of clangd's internal headers, which distributions
// do not ship. Parameter types are checked by the mangled names, results are
// not: they are clangd 22's.
namespace clang::clangd {
struct CodeAction;
struct PublishDiagnosticsParams;
using TidyProviderRef =
    llvm::function_ref<void(tidy::ClangTidyOptions &, llvm::StringRef)>;
} // namespace clang::clangd

using clang::clangd::CodeAction;
using clang::clangd::PublishDiagnosticsParams;
using clang::clangd::TidyProviderRef;
using clang::tidy::ClangTidyOptions;

namespace slowpath {

#define SLOWPATH_REAL(Symbol) __asm__("__real_" Symbol)
#define SLOWPATH_WRAP(Symbol) __asm__("__wrap_" Symbol)

// May a check run on every keystroke? clangd drops the checks it does not know.
#define SLOWPATH_SYMBOL "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"
std::optional<bool> realIsFast(llvm::StringRef) SLOWPATH_REAL(SLOWPATH_SYMBOL);
std::optional<bool> wrapIsFast(llvm::StringRef) SLOWPATH_WRAP(SLOWPATH_SYMBOL);
#undef SLOWPATH_SYMBOL

std::optional<bool> wrapIsFast(llvm::StringRef Check) {
  if (const CheckInfo *Info = findCheck(Check))
    return Info->Speed == Latency::Fast;
  return realIsFast(Check);
}

// The options of a file, merged from .clang-tidy, .clangd and the command line.
#define SLOWPATH_SYMBOL                                                        \
  "_ZN5clang6clangd21getTidyOptionsForFileEN4llvm12function_refIFvRNS_4tidy16" \
  "ClangTidyOptionsENS1_9StringRefEEEES6_"
ClangTidyOptions realTidyOptions(TidyProviderRef, llvm::StringRef)
    SLOWPATH_REAL(SLOWPATH_SYMBOL);
ClangTidyOptions wrapTidyOptions(TidyProviderRef, llvm::StringRef)
    SLOWPATH_WRAP(SLOWPATH_SYMBOL);
#undef SLOWPATH_SYMBOL

ClangTidyOptions wrapTidyOptions(TidyProviderRef Provider,
                                 llvm::StringRef File) {
  ClangTidyOptions Options = realTidyOptions(Provider, File);
  // There is no provider under --clang-tidy=0.
  if (Provider)
    enableDefaultChecks(Options);
  return Options;
}

/// clangd prefers a quick fix that is the only one for its diagnostic, and
/// editors have a key that applies what is preferred without a look. A rewrite
/// that needs review (SlowpathCheck::report puts those on notes) is not that.
static void takeBackPreference(llvm::json::Object &Action) {
  std::optional<llvm::StringRef> Title = Action.getString("title");
  if (Title && Title->starts_with_insensitive(RewriteNotePrefix))
    Action.erase("isPreferred");
}

// A quick fix or refactoring, when the editor asks what can be done.
#define SLOWPATH_SYMBOL "_ZN5clang6clangd6toJSONERKNS0_10CodeActionE"
llvm::json::Value realActionToJson(const CodeAction &)
    SLOWPATH_REAL(SLOWPATH_SYMBOL);
llvm::json::Value wrapActionToJson(const CodeAction &)
    SLOWPATH_WRAP(SLOWPATH_SYMBOL);
#undef SLOWPATH_SYMBOL

llvm::json::Value wrapActionToJson(const CodeAction &Action) {
  llvm::json::Value Json = realActionToJson(Action);
  if (llvm::json::Object *Fields = Json.getAsObject())
    takeBackPreference(*Fields);
  return Json;
}

// The findings of a file, sent to the editor. clangd takes every check for one
// of clang-tidy's and links to a page there.
#define SLOWPATH_SYMBOL                                                        \
  "_ZN5clang6clangd6toJSONERKNS0_24PublishDiagnosticsParamsE"
llvm::json::Value realToJson(const PublishDiagnosticsParams &)
    SLOWPATH_REAL(SLOWPATH_SYMBOL);
llvm::json::Value wrapToJson(const PublishDiagnosticsParams &)
    SLOWPATH_WRAP(SLOWPATH_SYMBOL);
#undef SLOWPATH_SYMBOL

llvm::json::Value wrapToJson(const PublishDiagnosticsParams &Params) {
  llvm::json::Value Json = realToJson(Params);
  llvm::json::Array *Diagnostics = nullptr;
  if (llvm::json::Object *Message = Json.getAsObject())
    Diagnostics = Message->getArray("diagnostics");
  if (!Diagnostics)
    return Json;
  for (llvm::json::Value &Value : *Diagnostics) {
    llvm::json::Object *Diagnostic = Value.getAsObject();
    if (!Diagnostic)
      continue;
    std::optional<llvm::StringRef> Code = Diagnostic->getString("code");
    if (!Code || !findCheck(*Code))
      continue;
    (*Diagnostic)["codeDescription"] =
        llvm::json::Object{{"href", docsUrl(*Code)}};
    (*Diagnostic)["source"] = "slowpath";
    // For editors that want the quick fixes along with the diagnostics.
    if (llvm::json::Array *Actions = Diagnostic->getArray("codeActions"))
      for (llvm::json::Value &Action : *Actions)
        if (llvm::json::Object *Fields = Action.getAsObject())
          takeBackPreference(*Fields);
  }
  return Json;
}

// In --version and in the answer to the editor's first request. Editors search
// it for "clangd version <number>", so that stays.
#define SLOWPATH_SYMBOL "_ZN5clang6clangd13versionStringB5cxx11Ev"
std::string realVersion() SLOWPATH_REAL(SLOWPATH_SYMBOL);
std::string wrapVersion() SLOWPATH_WRAP(SLOWPATH_SYMBOL);
#undef SLOWPATH_SYMBOL

std::string wrapVersion() {
  return "slowpath-clangd " SLOWPATH_VERSION ", " + realVersion();
}

} // namespace slowpath
