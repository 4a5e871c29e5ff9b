// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/CollectedRange.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Purity.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Is an object of type T nothing but numbers and texts, so that copies of it
/// stay as they are whatever happens?
bool holdsOnlyValues(QualType T, unsigned Depth = 4) {
  T = T.getNonReferenceType();
  if (T->isArithmeticType() || T->isEnumeralType() || isString(T))
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  return Record && Depth != 0 && !Record->isInStdNamespace() &&
         meaningOf(T) == TypeMeaning::Other &&
         llvm::all_of(Record->bases(),
                      [&](const CXXBaseSpecifier &Base) {
                        return holdsOnlyValues(Base.getType(), Depth - 1);
                      }) &&
         llvm::all_of(Record->fields(), [&](const FieldDecl *Field) {
           return !Field->getType()->isReferenceType() &&
                  holdsOnlyValues(Field->getType(), Depth - 1);
         });
}

/// Does Init give a variable a value that depends on nothing?
bool isFixed(const Expr *Init, const ASTContext &Context) {
  if (!Init)
    return true;
  const auto *Construct =
      dyn_cast<CXXConstructExpr>(Init->IgnoreUnlessSpelledInSource());
  return (Construct && Construct->getNumArgs() == 0) ||
         (!Init->isValueDependent() && Init->isEvaluatable(Context));
}

/// The statement before S in its block but declarations of what depends on
/// nothing, or null.
const Stmt *statementBefore(const Stmt &S, const FunctionAnalysis &Analysis) {
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Analysis.parent(S));
  if (!Block)
    return nullptr;
  const Stmt *Before = nullptr;
  for (const Stmt *Each : Block->body()) {
    if (Each == &S)
      return Before;
    const auto *Declaration = dyn_cast<DeclStmt>(Each);
    const bool IsFixedOne =
        Declaration && Before &&
        llvm::all_of(Declaration->decls(), [&](const Decl *D) {
          const auto *Var = dyn_cast<VarDecl>(D);
          return Var && Var->hasLocalStorage() &&
                 holdsOnlyValues(Var->getType()) &&
                 isFixed(Var->getInit(), Analysis.function().getASTContext());
        });
    if (!IsFixedOne)
      Before = Each;
  }
  return nullptr;
}

/// Is Var declared in the block that S is a statement of?
bool isDeclaredBeside(const VarDecl &Var, const Stmt &S,
                      const FunctionAnalysis &Analysis) {
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Analysis.parent(S));
  return Block && llvm::any_of(Block->body(), [&](const Stmt *Each) {
           const auto *Declaration = dyn_cast<DeclStmt>(Each);
           return Declaration && llvm::is_contained(Declaration->decls(), &Var);
         });
}

/// Do all uses of Var in Fill append one element, and is there no other but the
/// one in Over and reserve()?
bool isOnlyCollected(const VarDecl &Var, const Stmt &Fill,
                     const CXXForRangeStmt &Over, FunctionAnalysis &Analysis,
                     TranslationUnit &TU) {
  unsigned Appended = 0;
  for (const DeclRefExpr *Use : usesOf(Var, Analysis.function())) {
    if (Analysis.contains(*Over.getRangeStmt(), *Use))
      continue;
    const Expr *Call = memberCallOn(*Use, Analysis);
    //   names << name;
    if (const auto *Operator =
            dyn_cast_or_null<CXXOperatorCallExpr>(Analysis.parent(*Use));
        Operator && Operator->getArg(0) == Use)
      Call = Operator;
    const auto Model = Call ? TU.models().match(*Call) : std::nullopt;
    if (!Model || !isDiscarded(*Call, Analysis))
      return false;
    if (Model->Effects.has(Effect::SequenceReserve))
      continue;
    // `all.append(others)` appends many.
    const auto *Appends = cast<CallExpr>(Call);
    if (!Model->Effects.has(Effect::SequenceAppend) ||
        llvm::any_of(Appends->arguments(),
                     [&](const Expr *Argument) {
                       return Argument != Use &&
                              meaningOf(Argument->getType()) ==
                                  meaningOf(Var.getType());
                     }) ||
        !Analysis.contains(Fill, *Use) ||
        TU.functionAround(*Use) != &Analysis.function())
      return false;
    ++Appended;
  }
  return Appended != 0 && isEmptyAt(Var, Fill, Analysis, TU.context());
}

/// Does Walk only read what Fill does not change, its elements, and variables
/// that it writes itself and Fill does not name?
bool isIndependent(const Loop &Walk, const Stmt &Fill, const VarDecl &Sequence,
                   FunctionAnalysis &Analysis, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  llvm::SmallPtrSet<const VarDecl *, 4> Written;
  for (const SideEffects::Write &Each :
       TU.purity().effectsOf(Analysis.function()).Writes) {
    if (!Each.At || !Analysis.contains(*Walk.Statement, *Each.At))
      continue;
    if (!Each.Own)
      return false;
    Written.insert(Each.Own);
  }
  const auto IsNamedIn = [&](const VarDecl &Var, const Stmt &Where) {
    return llvm::any_of(
        usesOf(Var, Analysis.function()),
        [&](const DeclRefExpr *Use) { return Analysis.contains(Where, *Use); });
  };
  return !anyStmt(*Walk.Body, [&](const Stmt &S) {
    if (isa<CXXThisExpr, LambdaExpr>(S))
      return true;
    if (const auto *Unary = dyn_cast<UnaryOperator>(&S);
        Unary && Unary->getOpcode() == UO_Deref)
      return true;
    if (const auto *Member = dyn_cast<MemberExpr>(&S))
      return Member->isArrow();
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Var || isDeclaredIn(*Var, *Walk.Statement, Context))
      return false;
    if (Var == &Sequence || !Var->hasLocalStorage())
      return !Var->isConstexpr();
    if (!isOwnObject(*Var, Analysis) || !holdsOnlyValues(Var->getType()) ||
        mayHaveOtherNames(*Var, *Walk.Statement, Analysis))
      return true;
    return Written.contains(Var) ? IsNamedIn(*Var, Fill)
                                 : Analysis.isModifiedIn(*Var, Fill);
  });
}

} // namespace

std::optional<CollectedRange> collectedBy(const CXXForRangeStmt &Over,
                                          TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(Over);
  const auto *Ref = Over.getRangeInit()
                        ? dyn_cast<DeclRefExpr>(&spelled(*Over.getRangeInit()))
                        : nullptr;
  const auto *Sequence = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Function || !Sequence || !isAutomaticObject(*Sequence) ||
      !holdsOnlyValues(Over.getLoopVariable()->getType()))
    return std::nullopt;
  FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Stmt *Before = statementBefore(Over, Analysis);
  // In a loop around both, it would still hold what was collected before.
  if (!Before || !isDeclaredBeside(*Sequence, Over, Analysis))
    return std::nullopt;
  CollectedRange Result{.Sequence = Sequence};
  for (const auto &L : Analysis.loops()) {
    if (L->Statement == Before)
      Result.Fill = L.get();
    if (L->Statement == &Over)
      Result.Walk = L.get();
  }
  if (!Result.Fill || !Result.Walk || !Result.Fill->isDataLoop() ||
      Result.Fill->Shape == Loop::Kind::Algorithm || !Result.Walk->Body ||
      earlyExit(*Result.Walk) || isInTry(Over, Analysis) ||
      // The elements are those of the sequence, not changed on the way.
      (Over.getLoopVariable()->getType()->isReferenceType() &&
       Analysis.isModifiedIn(*Over.getLoopVariable(), *Result.Walk->Body)) ||
      !isOnlyCollected(*Sequence, *Before, Over, Analysis, TU) ||
      !isIndependent(*Result.Walk, *Before, *Sequence, Analysis, TU))
    return std::nullopt;
  return Result;
}

Rewrite computeAtOnce(const CollectedRange &Collected, TranslationUnit &TU) {
  Rewrite Fix;
  Fix.Title = "do both in one loop";
  Fix.Code = headerOf(*Collected.Fill, TU.context()) + "  // with what '" +
             Collected.Walk->Variable->getNameAsString() + "' is used for";
  return Fix;
}

} // namespace slowpath
