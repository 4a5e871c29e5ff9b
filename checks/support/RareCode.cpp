// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/RareCode.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace slowpath {
namespace {

/// Names of what a program does once, when it starts or ends, or is put in
/// place.
bool isNamedSetUp(const FunctionDecl &Function) {
  if (isa<CXXDestructorDecl>(Function))
    return true;
  static const llvm::Regex Pattern(
      "^([iI]nit|[iI]nitiali[sz]e|[sS]et_?[uU]p|[mM]igrate|[uU]pgrade|"
      "([uU]n)?[iI]nstall|[sS]hut_?[dD]own|[tT]ear_?[dD]own|[uU]sage|"
      "([pP]rint|[sS]how)_?([uU]sage|[hH]elp))($|[A-Z0-9_])");
  return Function.getIdentifier() && Pattern.match(Function.getName());
}

/// Is what surrounds Call executed once, or hardly ever?
bool isRareCall(const Expr &Call, TranslationUnit &TU) {
  const FunctionDecl *Caller = TU.functionAround(Call);
  if (!Caller)
    return true;
  const FunctionAnalysis &Analysis = TU.analysis(*Caller);
  return Analysis.isCold(Call) || isInStaticVariable(Call, Analysis) ||
         TU.isRare(*Caller);
}

/// Is Call one that starts or ends a program, if its callee is to set up or
/// tear down?
bool isSetUpCall(const Expr &Call, TranslationUnit &TU) {
  const FunctionDecl *Caller = TU.functionAround(Call);
  if (!Caller)
    return true;
  for (const Loop *L = TU.analysis(*Caller).innermostLoop(Call); L;
       L = L->Parent)
    if (L->isDataLoop())
      return false;
  return Caller->isMain() || isa<CXXConstructorDecl>(Caller) ||
         isRareCall(Call, TU);
}

} // namespace

bool isInStaticVariable(const Expr &E, const FunctionAnalysis &Analysis) {
  const Stmt *Up = &E;
  while (Up && isa<Expr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Declaration = dyn_cast_or_null<DeclStmt>(Up);
  return Declaration && llvm::any_of(Declaration->decls(), [](const Decl *D) {
           const auto *Var = dyn_cast<VarDecl>(D);
           return Var && Var->isStaticLocal();
         });
}

bool isRarelyCalled(const FunctionDecl &Function, TranslationUnit &TU) {
  const llvm::ArrayRef<const Expr *> Calls = TU.callsOf(Function);
  const bool HandedOver = TU.isHandedOver(Function);
  const LambdaExpr *Lambda = TU.lambdaOf(Function);
  if ((Lambda || !Function.isExternallyVisible()) && !HandedOver &&
      (!Calls.empty() || TU.initialisesGlobal(Function)) &&
      llvm::all_of(Calls,
                   [&](const Expr *Call) { return isRareCall(*Call, TU); }))
    return true;
  if (Lambda) {
    // What a lambda is for, the function that writes it knows.
    const FunctionDecl *Around = TU.functionAround(*Lambda);
    return Around && TU.isRare(*Around);
  }
  return isNamedSetUp(Function) && !HandedOver &&
         llvm::all_of(Calls,
                      [&](const Expr *Call) { return isSetUpCall(*Call, TU); });
}

} // namespace slowpath
