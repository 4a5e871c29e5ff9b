// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/TestUnit.h"
#include "checks/models/ApiModels.h"
#include "tests/support/Lint.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/ErrorHandling.h"
#include "gtest/gtest.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath::test {
namespace {

constexpr llvm::StringLiteral Prelude =
    "bool hit(int); bool cond();"
    "template <typename T> void value(int, const T &);\n";

/// Turns compile errors into failures of the running test.
class ErrorReporter : public DiagnosticConsumer {
public:
  explicit ErrorReporter(TestUnit::Errors Handling) : Handling(Handling) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error ||
        Handling == TestUnit::Errors::Expected)
      return;
    llvm::SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    const std::string Where =
        Info.hasSourceManager() && Info.getLocation().isValid()
            ? Info.getLocation().printToString(Info.getSourceManager())
            : "no location";
    ADD_FAILURE() << Where << ": " << Message.str().str();
  }

private:
  const TestUnit::Errors Handling;
};

} // namespace

class TestUnit::Collector : public RecursiveASTVisitor<Collector> {
public:
  explicit Collector(TestUnit &Into)
      : Into(Into), SM(Into.AST->getSourceManager()) {}

  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    // In a template, value(1, dependent) has no callee yet.
    llvm::StringRef Name;
    if (Callee && Callee->getIdentifier())
      Name = Callee->getName();
    else if (const auto *Lookup = dyn_cast<UnresolvedLookupExpr>(
                 Call->getCallee()->IgnoreImplicit()))
      Name = Lookup->getName().getAsIdentifierInfo()
                 ? Lookup->getName().getAsIdentifierInfo()->getName()
                 : "";
    if ((Name != "hit" && Name != "value") || Call->getNumArgs() == 0)
      return true;
    const auto *Mark =
        dyn_cast<IntegerLiteral>(Call->getArg(0)->IgnoreImplicit());
    if (!Mark)
      return true;
    const int Number = static_cast<int>(Mark->getValue().getSExtValue());
    if (Name == "hit")
      Into.Hits.try_emplace(Number, Call);
    else if (Call->getNumArgs() == 2)
      Into.Values.try_emplace(Number,
                              Call->getArg(1)->IgnoreUnlessSpelledInSource());
    return true;
  }

  bool VisitVarDecl(VarDecl *Var) {
    if (SM.isInMainFile(SM.getExpansionLoc(Var->getLocation())) &&
        Var->getIdentifier())
      Into.Variables.try_emplace(Var->getName(), Var);
    return true;
  }

  bool VisitFunctionDecl(FunctionDecl *Function) {
    if (SM.isInMainFile(SM.getExpansionLoc(Function->getLocation())) &&
        Function->getIdentifier() && Function->doesThisDeclarationHaveABody())
      Into.Functions.try_emplace(Function->getName(), Function);
    return true;
  }

private:
  TestUnit &Into;
  const SourceManager &SM;
};

TestUnit::TestUnit(llvm::StringRef Code, std::vector<std::string> Args,
                   Errors Handling) {
  std::vector<std::string> All = defaultArgs();
  All.insert(All.end(), Args.begin(), Args.end());
  All.push_back("-w");
  All.push_back("-resource-dir=" SLOWPATH_CLANG_RESOURCE_DIR);
  ErrorReporter Reporter(Handling);
  AST = tooling::buildASTFromCodeWithArgs(
      (Prelude + Code).str(), All, "code.cpp", "slowpath-tests",
      std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(),
      tooling::FileContentMappings(), &Reporter);
  if (!AST)
    llvm::report_fatal_error("the code of a test cannot be parsed at all");
  Collector(*this).TraverseAST(AST->getASTContext());
  Unit = TranslationUnit::of(AST->getASTContext());
}

TestUnit::~TestUnit() = default;

ASTContext &TestUnit::context() { return AST->getASTContext(); }

const CallExpr &TestUnit::hit(int Mark) const {
  const CallExpr *Call = Hits.lookup(Mark);
  if (!Call)
    llvm::report_fatal_error(
        fmt::format("the code of a test has no hit({})", Mark).c_str());
  return *Call;
}

const Expr &TestUnit::value(int Mark) const {
  const Expr *E = Values.lookup(Mark);
  if (!E)
    llvm::report_fatal_error(
        fmt::format("the code of a test has no value({}, …)", Mark).c_str());
  return *E;
}

const VarDecl &TestUnit::variable(llvm::StringRef Name) const {
  const VarDecl *Var = Variables.lookup(Name);
  if (!Var)
    llvm::report_fatal_error("the code of a test has no variable " + Name);
  return *Var;
}

const FunctionDecl &TestUnit::function(llvm::StringRef Name) const {
  const FunctionDecl *Function = Functions.lookup(Name);
  if (!Function)
    llvm::report_fatal_error("the code of a test has no function " + Name);
  return *Function;
}

FunctionAnalysis &TestUnit::analysis(int Mark) {
  const FunctionDecl *Function = Unit->functionAround(hit(Mark));
  if (!Function)
    llvm::report_fatal_error(
        fmt::format("hit({}) is in no function", Mark).c_str());
  return Unit->analysis(*Function);
}

const Loop *TestUnit::loop(int Mark) { return Unit->innermostLoop(hit(Mark)); }

} // namespace slowpath::test
