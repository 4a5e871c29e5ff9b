// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/StartText.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

/// `std::ref(item)` → `item`: what the callable receives in its own thread is
/// the element itself.
const Expr *unwrapped(const Expr *Argument) {
  const auto *Call = dyn_cast<CallExpr>(&spelled(*Argument));
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->isInStdNamespace() && Callee->getIdentifier() &&
                 (Callee->getName() == "ref" || Callee->getName() == "cref") &&
                 Call->getNumArgs() == 1
             ? Call->getArg(0)
             : Argument;
}

class ReturnFinder : public RecursiveASTVisitor<ReturnFinder> {
public:
  bool Found = false;
  bool VisitReturnStmt(ReturnStmt *) {
    Found = true;
    return false;
  }
};

} // namespace

std::string textOf(const Expr &E, const ASTContext &Context) {
  return sourceText(E.getSourceRange(), Context).str();
}

std::string directCall(const Spawn &S, const ASTContext &Context) {
  if (!S.Callable)
    return {};
  std::string Arguments;
  for (const Expr *Argument : S.Arguments)
    Arguments +=
        (Arguments.empty() ? "" : ", ") + textOf(*unwrapped(Argument), Context);
  const std::string Callable = textOf(*S.Callable, Context);
  if (Callable.empty())
    return {};
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S.Callable)) {
    // A body of one statement stands for itself.
    const auto *Body = dyn_cast<CompoundStmt>(Lambda->getBody());
    ReturnFinder Returns;
    Returns.TraverseStmt(const_cast<Stmt *>(Lambda->getBody()));
    const bool HasInitCapture =
        llvm::any_of(Lambda->captures(), [&](const LambdaCapture &Capture) {
          return Lambda->isInitCapture(&Capture);
        });
    if (Body && Body->size() == 1 && !Returns.Found && !HasInitCapture &&
        S.Arguments.empty())
      if (const auto *Only = dyn_cast<Expr>(Body->body_front()))
        return textOf(*Only, Context) + ";";
    return Callable + "(" + Arguments + ");";
  }
  const auto *Address = dyn_cast<UnaryOperator>(S.Callable);
  if (Address && isa_and_nonnull<CXXMethodDecl>(S.Target))
    return "std::invoke(" + Callable + (Arguments.empty() ? "" : ", ") +
           Arguments + ");";
  if (isa<CallExpr>(S.Callable)) // std::bind(work, item)
    return S.What == Spawn::Kind::Coroutine ? Callable : Callable + "();";
  const std::string Name =
      Address ? textOf(*Address->getSubExpr(), Context) : Callable;
  return Name + "(" + Arguments + ");";
}

std::string elementDeclaration(const Loop &In, llvm::StringRef Source,
                               llvm::StringRef Index,
                               const ASTContext &Context) {
  if (!In.Variable || In.Shape == Loop::Kind::For)
    return {};
  std::string Declared;
  if (const auto *Bindings = dyn_cast<DecompositionDecl>(In.Variable)) {
    for (const BindingDecl *Binding : Bindings->bindings())
      Declared +=
          (Declared.empty() ? "auto &[" : ", ") + Binding->getNameAsString();
    Declared += "]";
  } else {
    Declared =
        sourceText({In.Variable->getBeginLoc(), In.Variable->getLocation()},
                   Context)
            .str();
  }
  return fmt::format("    {} = {}[{}];\n", Declared, Source.str(), Index.str());
}

const Stmt *statementAround(const Stmt &S, const FunctionAnalysis &Analysis) {
  const Stmt *Current = &S;
  for (const Stmt *Up = Analysis.parent(S); Up; Up = Analysis.parent(*Up)) {
    if (const auto *If = dyn_cast<IfStmt>(Up);
        If ? Current == If->getThen() || Current == If->getElse()
           : !isa<Expr, DeclStmt, ReturnStmt>(Up))
      return Current;
    Current = Up;
  }
  return nullptr;
}

std::string startOf(const Spawn &S, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const Stmt *Statement =
      statementAround(*S.Site, TU.analysis(*TU.functionAround(*S.Site)));
  if (!Statement)
    return textOf(*S.Site, Context) + ";";
  if (const auto *If = dyn_cast<IfStmt>(Statement))
    return "if (" + textOf(*If->getCond(), Context) + ")  // as before";
  std::string Text = sourceText(Statement->getSourceRange(), Context).str();
  return llvm::StringRef(Text).ends_with(";") ? Text : Text + ";";
}

} // namespace slowpath
