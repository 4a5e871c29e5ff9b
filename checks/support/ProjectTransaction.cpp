// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ProjectTransaction.h"
#include "checks/models/CallShape.h"
#include "checks/support/Objects.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

bool has(const FunctionDecl &Function, Effect What, TranslationUnit &TU) {
  return llvm::any_of(TU.database().in(Function),
                      [What](const DatabaseCall &Call) {
                        return Call.Effects.has(What) && Call.OnEveryCall;
                      });
}

bool isPublic(const Decl &D) {
  return D.getAccess() == AS_public || D.getAccess() == AS_none;
}

/// The object as an argument for a parameter of type Wanted; empty if it does
/// not fit.
std::string passedAs(QualType Wanted, const Expr &Object,
                     const ASTContext &Context) {
  QualType Given = spelled(Object).getType();
  if (Given->isPointerType())
    Given = Given->getPointeeType();
  const QualType Target = Wanted->getPointeeType();
  if (Target.isNull() || !Context.hasSameUnqualifiedType(Target, Given) ||
      (Given.isConstQualified() && !Target.isConstQualified()))
    return {};
  const ObjectText Text = objectText(Object, Context);
  return Wanted->isPointerType() ? Text.Pointer : Text.Value;
}

/// The public method without parameters that commits.
const CXXMethodDecl *commitOf(const CXXRecordDecl &Class, TranslationUnit &TU) {
  for (const CXXMethodDecl *Method : Class.methods())
    if (Method->getNumParams() == 0 && Method->getIdentifier() &&
        isPublic(*Method) && has(*Method, Effect::DbCommit, TU))
      return Method;
  return nullptr;
}

std::optional<TransactionLines> withGuard(const Expr &Connection,
                                          TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  for (const FunctionDecl *Function : TU.functions()) {
    const auto *Constructor = dyn_cast<CXXConstructorDecl>(Function);
    if (!Constructor || Constructor->isCopyOrMoveConstructor() ||
        Constructor->getMinRequiredArguments() > 1 ||
        Constructor->getNumParams() == 0 || !isPublic(*Constructor) ||
        !isPublic(*Constructor->getParent()) ||
        !has(*Constructor, Effect::DbBegin, TU))
      continue;
    const CXXMethodDecl *Commit = commitOf(*Constructor->getParent(), TU);
    const std::string Argument =
        passedAs(Constructor->getParamDecl(0)->getType(), Connection, Context);
    if (!Commit || Argument.empty())
      continue;
    return TransactionLines{
        fmt::format("{} transaction({});",
                    Constructor->getParent()->getQualifiedNameAsString(),
                    Argument),
        fmt::format("transaction.{}();", Commit->getName().str())};
  }
  return std::nullopt;
}

std::optional<TransactionLines> withText(const Expr &Connection,
                                         TranslationUnit &TU) {
  QualType Type = spelled(Connection).getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return std::nullopt;
  const std::string Access = objectText(Connection, TU.context()).Access;
  if (Access.empty())
    return std::nullopt;
  for (const CXXMethodDecl *Method : Class->methods()) {
    const FunctionDecl *Body = nullptr;
    if (!Method->getIdentifier() || !isPublic(*Method) ||
        Method->getNumParams() == 0 || Method->getMinRequiredArguments() > 1 ||
        (Type.isConstQualified() && !Method->isConst()) ||
        !Method->hasBody(Body))
      continue;
    for (const DatabaseCall &Call : TU.database().in(*Body))
      if (Call.Model->SqlEffects &&
          textParameter(Call.Sql, *Body, TU.models()).Parameter ==
              Body->getParamDecl(0)) {
        const auto Line = [&](llvm::StringRef Sql) {
          return fmt::format("{}{}(\"{}\");", Access, Method->getName().str(),
                             Sql.str());
        };
        return TransactionLines{Line("BEGIN"), Line("COMMIT")};
      }
  }
  return std::nullopt;
}

bool mayThrow(const Stmt &S, TranslationUnit &TU,
              llvm::SmallPtrSetImpl<const FunctionDecl *> &Seen) {
  if (isa<CXXThrowExpr>(S))
    return true;
  if (isa<LambdaExpr>(S))
    return false;
  if (const auto *E = dyn_cast<Expr>(&S))
    if (const std::optional<CallShape> Shape = shapeOf(*E))
      if (const FunctionDecl *Body = calledBody(*Shape);
          Body && Seen.insert(Body).second &&
          mayThrow(*Body->getBody(), TU, Seen))
        return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && mayThrow(*Child, TU, Seen);
  });
}

} // namespace

std::optional<TransactionLines> projectTransaction(const Expr &Connection,
                                                   TranslationUnit &TU) {
  if (std::optional<TransactionLines> Guard = withGuard(Connection, TU))
    return Guard;
  return withText(Connection, TU);
}

bool mayThrow(const Stmt &S, TranslationUnit &TU) {
  llvm::SmallPtrSet<const FunctionDecl *, 8> Seen;
  return mayThrow(S, TU, Seen);
}

} // namespace slowpath
