// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Hoist.h"
#include "checks/support/Members.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/SnapshotLoop.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace slowpath {
namespace {

/// `m` or `this->m`, `d->m`: what can be written twice.
bool isPlainName(const Expr &E) {
  const Expr &Core = spelled(E);
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return isPlainName(*Member->getBase());
  return isa<DeclRefExpr, CXXThisExpr>(Core);
}

/// `for (const K &key : m.keys()) {` as `for (auto it = m.keyBegin(); …) {` and
/// `const K &key = *it;`.
llvm::SmallVector<FixItHint, 4> walkKeys(const Snapshot &Copy,
                                         const CXXForRangeStmt &Over,
                                         const ObjectText &Map,
                                         TranslationUnit &TU) {
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Over));
  const ASTContext &Context = TU.context();
  const auto *Body = dyn_cast<CompoundStmt>(Over.getBody());
  const VarDecl &Variable = *Over.getLoopVariable();
  if (!Body || Body->body_empty() || Over.getInit() ||
      Over.getBeginLoc().isMacroID() || isa<DecompositionDecl>(Variable) ||
      Over.getRangeInit()->getEndLoc() != Copy.Made->getEndLoc() ||
      !isPlainName(*Copy.Container) ||
      !hasMember(*Copy.containerClass(), "keyBegin") ||
      isNameUsed("it", nullptr, Analysis) ||
      !isAloneOnItsLines(*Body->body_front(), Context))
    return {};
  const SourceRange Header(Variable.getBeginLoc(), Copy.Made->getEndLoc());
  const std::string Declared =
      sourceText(SourceRange(Variable.getBeginLoc(), Variable.getLocation()),
                 Context)
          .str();
  if (Declared.empty() || sourceText(Header, Context).empty())
    return {};
  const std::string Loop = "auto it = " + Map.Access +
                           "keyBegin(); it != " + Map.Access + "keyEnd(); ++it";
  const Stmt &First = *Body->body_front();
  return {FixItHint::CreateReplacement(Header, Loop),
          FixItHint::CreateInsertion(First.getBeginLoc(),
                                     Declared + " = *it;" +
                                         lineBreakAt(First, Context) +
                                         indentationOf(First, Context))};
}

} // namespace

Rewrite walkInstead(const Snapshot &Copy, const SnapshotWalk &Walk,
                    TranslationUnit &TU) {
  const ObjectText Map = objectText(*Copy.Container, TU.context());
  const Loop &Over = *Walk.Over;
  Rewrite Fix;
  Fix.Title = "iterate over the container itself";
  // The variable of Q_FOREACH's own loop is not the user's.
  const bool IsNamed =
      Over.Variable && !Over.Statement->getBeginLoc().isMacroID();
  const auto *Range = dyn_cast<CXXForRangeStmt>(Over.Statement);
  if (Copy.What == Snapshot::Part::Keys) {
    const bool IsShort = hasMember(*Copy.containerClass(), "cbegin");
    Fix.Code = "for (auto it = " + Map.Access +
               (IsShort ? "cbegin" : "constBegin") + "(); it != " + Map.Access +
               (IsShort ? "cend" : "constEnd") + "(); ++it) …  // it.key()";
    if (lookupOfElement(Copy, Over, TU))
      Fix.Code += ", it.value()";
    else if (Range && !Walk.Kept)
      Fix.Edits = walkKeys(Copy, *Range, Map, TU);
  } else {
    // To go through a container of Qt that is not const copies what is shared.
    const std::string Whole =
        Copy.isOfConst() || !hasMember(*Copy.containerClass(), "detach")
            ? Map.Value
            : "std::as_const(" + Map.Value + ")";
    const std::string Name =
        IsNamed ? Over.Variable->getNameAsString() : "value";
    Fix.Code = "for (const auto &" + Name + " : " + Whole + ")";
    const bool CanBeConst =
        IsNamed &&
        (!Over.Variable->getType()->isReferenceType() ||
         Over.Variable->getType()->getPointeeType().isConstQualified());
    if (Range && !Walk.Kept && CanBeConst &&
        TU.context().getLangOpts().CPlusPlus17)
      Fix.Edits = {
          FixItHint::CreateReplacement(Copy.Made->getSourceRange(), Whole)};
  }
  if (!Fix.Edits.empty() && Walk.Meanwhile <= Change::Unlikely)
    Fix.Level =
        Walk.Meanwhile == Change::None ? FixLevel::Safe : FixLevel::Review;
  else
    Fix.Edits.clear();
  return Fix;
}

} // namespace slowpath
