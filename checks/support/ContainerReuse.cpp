// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ContainerReuse.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/GrowingObjects.h"
#include "checks/support/Hoist.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/MoveCost.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

/// Does a T keep the memory that it has got when it is emptied, and has it none
/// of its own to begin with?
bool keepsMemory(QualType T, const ASTContext &Context) {
  const TypeMeaning What = meaningOf(T);
  // As large as libstdc++'s string, whose fifteen characters no text of a loop
  // fits in for long.
  constexpr int64_t MaxSize = 32;
  return (What == TypeMeaning::ContiguousSequence ||
          What == TypeMeaning::String) &&
         copyCost(T) != CopyCost::None && hasPlainCopies(T) &&
         Context.getTypeSizeInChars(T).getQuantity() <= MaxSize;
}

/// What is done with the container at Use.
enum class Handling { Looked, Grown, Other };

Handling handlingAt(const DeclRefExpr &Use, const FunctionAnalysis &Analysis,
                    TranslationUnit &TU) {
  if (const CallExpr *Call = callOn(Use, Analysis)) {
    if (addsElement(*Call, TU))
      return Handling::Grown;
    const auto *Method =
        dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
    return Method && !isUserCode(*Method) &&
                   (Method->isConst() || hasConstTwin(*Method))
               ? Handling::Looked
               : Handling::Other;
  }
  // for (const T &each : container)
  for (const Stmt *Up = &Use; Up && isa<Expr, DeclStmt>(Up);
       Up = Analysis.parent(*Up))
    if (const auto *Range =
            dyn_cast_or_null<CXXForRangeStmt>(Analysis.parent(*Up)))
      return isa<DeclStmt>(Up) && Range->getRangeStmt() == Up ? Handling::Looked
                                                              : Handling::Other;
  return Handling::Other;
}

/// Does the loop that Growth is in, within the body of L, run in each iteration
/// of L and add to the container in each of its own?
bool growsAlways(const CallExpr &Growth, const Loop &L,
                 const FunctionAnalysis &Analysis) {
  const Loop *Inner = Analysis.innermostLoop(Growth);
  return Inner && Inner->Parent == &L && Inner->isDataLoop() &&
         Analysis.runsEveryIteration(Growth, *Inner) &&
         statementInBody(*Inner->Statement, L, Analysis) == Inner->Statement;
}

Rewrite rewriteOf(const VarDecl &Var, const DeclStmt &Declaration,
                  const Loop &L, const FunctionAnalysis &Analysis) {
  const ASTContext &Context = Var.getASTContext();
  const std::string Before = statementText(Declaration, Context);
  const std::string Empty = Var.getNameAsString() + ".clear();";
  Rewrite Fix;
  Fix.Title = "make it once, and empty it for each iteration";
  Fix.Code = fmt::format("{}\n{}\n  {}", onOneLine(Before),
                         headerOf(L, Context), Empty);
  if (isTakenElsewhere(Declaration, Analysis) ||
      Declaration.getBeginLoc().isMacroID())
    return Fix;
  Fix.Edits = insertAround(L, Before, "", Analysis);
  if (Fix.Edits.empty())
    return Fix;
  Fix.Edits.push_back(
      FixItHint::CreateReplacement(Declaration.getSourceRange(), Empty));
  Fix.Level = FixLevel::Review;
  return Fix;
}

} // namespace

bool outweighsMemory(const Stmt &S, TranslationUnit &TU) {
  const auto *E = dyn_cast<Expr>(&S);
  // What the project does there nobody knows.
  const std::optional<CallShape> Shape = E ? shapeOf(*E) : std::nullopt;
  if (isa<CallExpr, CXXConstructExpr>(S) &&
      (!Shape || isUserCode(*Shape->Callee)))
    return true;
  const std::optional<ModeledCall> Model =
      E && isa<CallExpr, CXXConstructExpr>(*E) ? TU.models().match(*E)
                                               : std::nullopt;
  return Model &&
         llvm::any_of(llvm::seq(size_t{0}, static_cast<size_t>(Effect::Last)),
                      [&](size_t I) {
                        const auto Each = static_cast<Effect>(I);
                        const llvm::StringRef Group =
                            toString(Each).split('.').first;
                        return Model->Effects.has(Each) &&
                               llvm::is_contained({"db", "kv", "net", "rpc",
                                                   "io", "process", "thread",
                                                   "task", "log", "parse"},
                                                  Group);
                      });
}

std::optional<ContainerReuse> containerReuseAt(const Expr &Made, const Loop &L,
                                               TranslationUnit &TU) {
  const auto *Construct = dyn_cast<CXXConstructExpr>(&Made);
  const FunctionDecl *Function = TU.functionAround(Made);
  if (!Construct || Construct->getNumArgs() != 0 || !Function ||
      L.Shape == Loop::Kind::Algorithm ||
      !keepsMemory(Made.getType(), TU.context()))
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const VarDecl *Var = initialised(Made, Analysis);
  const auto *Declaration =
      dyn_cast_or_null<DeclStmt>(statementInBody(Made, L, Analysis));
  if (!Var || !Declaration || !isAutomaticObject(*Var) ||
      Var->getType().isConstQualified())
    return std::nullopt;
  bool Grows = false;
  for (const DeclRefExpr *Use : usesOf(*Var, *Function)) {
    if (TU.functionAround(*Use) != Function)
      return std::nullopt;
    const Handling How = handlingAt(*Use, Analysis, TU);
    if (How == Handling::Other)
      return std::nullopt;
    Grows |= How == Handling::Grown &&
             growsAlways(*callOn(*Use, Analysis), L, Analysis);
  }
  if (!Grows ||
      anyStmt(*L.Body, [&](const Stmt &S) { return outweighsMemory(S, TU); }))
    return std::nullopt;
  return ContainerReuse{Var, rewriteOf(*Var, *Declaration, L, Analysis)};
}

} // namespace slowpath
