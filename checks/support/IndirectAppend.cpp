// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/IndirectAppend.h"
#include "checks/support/Concatenation.h"
#include "checks/support/GrowingText.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

std::string text(const Expr &E, const ASTContext &Context) {
  return onOneLine(sourceText(E.getSourceRange(), Context));
}

/// The operands behind s of `s + a + b`; none if it is no such sum.
llvm::SmallVector<const Expr *, 4> appendedTo(const Expr &Object,
                                              const Expr &Sum) {
  llvm::SmallVector<const Expr *, 4> Operands = operandsOfPlus(Sum);
  if (Operands.size() < 2 || !isSameObject(*Operands.front(), Object))
    return {};
  Operands.erase(Operands.begin());
  return llvm::any_of(Operands,
                      [&](const Expr *E) { return mentions(*E, Object); })
             ? llvm::SmallVector<const Expr *, 4>()
             : Operands;
}

/// What a chain of `<<` writes to.
const Expr &targetOf(const CXXOperatorCallExpr &Output) {
  const Expr *Target = &spelled(*Output.getArg(0));
  while (const auto *Inner = dyn_cast<CXXOperatorCallExpr>(Target)) {
    if (Inner->getOperator() != OO_LessLess)
      break;
    Target = &spelled(*Inner->getArg(0));
  }
  return *Target;
}

} // namespace

std::optional<Rewrite> appendInBranch(const CXXOperatorCallExpr &Assign,
                                      const ASTContext &Context) {
  const Expr &Object = *Assign.getArg(0);
  const auto *Choice =
      dyn_cast<ConditionalOperator>(&spelled(*Assign.getArg(1)));
  if (!Choice)
    return std::nullopt;
  const auto InThen = appendedTo(Object, *Choice->getTrueExpr());
  const auto InElse = appendedTo(Object, *Choice->getFalseExpr());
  if (InThen.empty() == InElse.empty())
    return std::nullopt;
  const Expr &Other =
      InThen.empty() ? *Choice->getTrueExpr() : *Choice->getFalseExpr();
  const bool IsSame = isSameObject(Other, Object);
  if (!IsSame && mentions(Other, Object))
    return std::nullopt;
  const std::string Name = text(Object, Context);
  std::string Append;
  for (const Expr *Each : InThen.empty() ? InElse : InThen)
    Append += (Append.empty() ? "" : " ") + Name +
              " += " + text(*Each, Context) + ";";
  const std::string Keep = Name + " = " + text(Other, Context) + ";";
  const std::string Condition = text(*Choice->getCond(), Context);
  Rewrite Fix;
  Fix.Title = "append to it in the branch that does";
  if (IsSame)
    Fix.Code = "if (" + (InThen.empty() ? "!(" + Condition + ")" : Condition) +
               ") { " + Append + " }";
  else
    Fix.Code = "if (" + Condition + ") { " + (InThen.empty() ? Keep : Append) +
               " } else { " + (InThen.empty() ? Append : Keep) + " }";
  return Fix;
}

std::optional<Rewrite> keepOneStream(const CXXOperatorCallExpr &Assign,
                                     const CallExpr &Snapshot, const Loop &L,
                                     TranslationUnit &TU) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&Snapshot);
  if (!Call || !L.Body)
    return std::nullopt;
  const Expr &Object = *Assign.getArg(0);
  const Expr &Stream = *Call->getImplicitObjectArgument();
  if (outlivesIteration(Stream, L, TU) && !isRestartedStream(Stream, *L.Body))
    return std::nullopt;
  const bool IsWritten = anyStmt(*L.Body, [&](const Stmt &S) {
    const auto *Output = dyn_cast<CXXOperatorCallExpr>(&S);
    return Output && Output->getOperator() == OO_LessLess &&
           Output->getNumArgs() == 2 &&
           isSameObject(*Output->getArg(1), Object) &&
           isSameObject(targetOf(*Output), Stream);
  });
  if (!IsWritten)
    return std::nullopt;
  const std::string Name = text(Stream, TU.context());
  Rewrite Fix;
  Fix.Title = "write to one stream";
  Fix.Code = Name + " << …;  // what is added, to one " + Name +
             " before the loop\n// after the loop:\n" +
             text(Object, TU.context()) + " = " + Name + ".str();";
  return Fix;
}

} // namespace slowpath
