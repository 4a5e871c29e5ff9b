// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ManyObjects.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/LinearSearch.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LockedLoop.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/OwningPointers.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// A loop over data that is not little by its nature.
bool isLong(const Loop &L, TranslationUnit &TU) {
  return isPerItem(L, TU) &&
         (L.Shape == Loop::Kind::Algorithm || goesThroughData(L, TU));
}

/// What is kept where a value is assigned to Target in L: not in a variable or
/// member that the next iteration overwrites.
bool isPlaceOfItsOwn(const Expr &Target, const Loop &L, TranslationUnit &TU) {
  return !isa<DeclRefExpr>(spelled(Target)) &&
         !outlivesIteration(Target, L, TU);
}

/// Does Container, which an iteration of L extends, end with the iteration? It
/// need not be the same one in each: all of them are kept.
bool endsWithIteration(const Expr &Container, const Loop &L,
                       TranslationUnit &TU) {
  if (isa<CallExpr>(spelled(Container)))
    return true;
  const VarDecl *Root = rootVariable(Container);
  return Root && !Root->getType()->isReferenceType() &&
         (isDeclaredIn(*Root, *L.Statement, TU.context()) ||
          (L.Body && isDeclaredIn(*Root, *L.Body, TU.context())));
}

/// The long loop in whose iterations Made extends Container, and both outlive
/// them.
std::optional<Repetition> repetitionThatFills(const Expr &Container,
                                              const Expr &Made,
                                              TranslationUnit &TU) {
  for (const Loop *L = TU.innermostLoop(Made); L; L = L->Parent)
    if (isLong(*L, TU) && !endsWithIteration(Container, *L, TU))
      return Repetition{L, std::nullopt};
  std::optional<Repetition> Result = repetitionOn(Container, Made, TU);
  return Result && isLong(*Result->In, TU) ? std::move(Result) : std::nullopt;
}

} // namespace

uint64_t ManyObjects::saved(uint64_t Before, uint64_t After) const {
  // glibc's malloc: 8 bytes of its own, in multiples of 16, at least 32.
  const auto Chunk = [](uint64_t Size) {
    return std::max<uint64_t>(32, llvm::alignTo(Size + 8, 16));
  };
  switch (Where) {
  case ObjectStorage::Block:
    return Before - After;
  case ObjectStorage::Heap:
    return Chunk(Before) - Chunk(After);
  case ObjectStorage::Node:
    return (Before - After) / 16 * 16;
  }
  llvm_unreachable("all kinds of storage are covered");
}

std::optional<ManyObjects>
ManyObjectsIndex::judgeElement(const ObjectSite &At) {
  const std::optional<Repetition> Rep =
      repetitionThatFills(*At.Container, *At.Made, TU);
  if (!Rep || staysShort(*At.Container, *Rep, *At.Made, TU) ||
      !mayBeLong(*At.Container, TU))
    return std::nullopt;
  // A queue of which the same loop takes elements stays as long as it is.
  const Stmt *Scope =
      Rep->Call ? TU.functionAround(*At.Made)->getBody() : Rep->In->Body;
  const SequenceChanges Changes = changesTo(*At.Container, *Scope, TU);
  if (Changes.Erase || Changes.Other)
    return std::nullopt;
  ManyObjects Result;
  Result.Where = storageIn(At.Container->getType(), TU.context());
  Result.In = Rep->In;
  Result.Note =
      "'" +
      onOneLine(sourceText(At.Container->getSourceRange(), TU.context())) +
      "' gets one per iteration here";
  return Result;
}

bool ManyObjectsIndex::isKept(const Expr &Made, const Loop &L, unsigned Depth) {
  const FunctionDecl *Function = TU.functionAround(Made);
  if (!Function)
    return false;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Stmt *Child = &Made;
  for (const Stmt *Up = Analysis.parent(Made); Up;
       Child = Up, Up = Analysis.parent(*Up)) {
    //   Node *node = new Node;   …   nodes.push_back(node);
    if (const auto *Declaration = dyn_cast<DeclStmt>(Up)) {
      const auto *Var = Declaration->isSingleDecl()
                            ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                            : nullptr;
      return Var && Depth != 0 && Var->hasLocalStorage() &&
             llvm::any_of(usesOf(*Var, *Function), [&](const auto *Use) {
               return isKept(*Use, L, Depth - 1);
             });
    }
    if (const auto *Assign = dyn_cast<BinaryOperator>(Up))
      return Assign->getOpcode() == BO_Assign && Assign->getRHS() == Child &&
             isPlaceOfItsOwn(*Assign->getLHS(), L, TU);
    if (const auto *Call = dyn_cast<CallExpr>(Up)) {
      const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
      if (Operator && Operator->getOperator() == OO_Equal)
        return Operator->getNumArgs() == 2 && Operator->getArg(1) == Child &&
               isPlaceOfItsOwn(*Operator->getArg(0), L, TU);
      if (const Expr *Container = extendedBy(*Call, TU))
        return Container != Child &&
               judgeElement({.Made = Call, .Container = Container});
      const FunctionDecl *Callee = Call->getDirectCallee();
      if (!Callee || !Callee->isInStdNamespace() || Call->getNumArgs() != 1 ||
          isa<CXXMemberCallExpr>(Call))
        return false;
      // `std::move(node)`
      continue;
    }
    if (!isa<CastExpr, ParenExpr, ExprWithCleanups, MaterializeTemporaryExpr,
             CXXBindTemporaryExpr, CXXConstructExpr,
             AbstractConditionalOperator, InitListExpr>(Up))
      return false;
  }
  return false;
}

std::optional<ManyObjects>
ManyObjectsIndex::judgeAllocation(const ObjectSite &At) {
  ManyObjects Result;
  Result.Where = ObjectStorage::Heap;
  Result.Note = "one is made and kept per iteration here";
  constexpr unsigned Steps = 2;
  for (const Loop *L = TU.innermostLoop(*At.Made); L; L = L->Parent)
    if (isLong(*L, TU) && isKept(*At.Made, *L, Steps)) {
      Result.In = L;
      return Result;
    }
  return std::nullopt;
}

std::optional<ManyObjects> ManyObjectsIndex::judge(const ObjectSite &At,
                                                   Filter IsReportable) {
  if (At.Array) {
    ManyObjects Result;
    Result.Loc = At.Array->getLocation();
    Result.Note = "'" + At.Array->getNameAsString() + "' has " +
                  std::to_string(lengthOf(At.Array->getType())) + " of them";
    return Result;
  }
  if (!IsReportable(*At.Made))
    return std::nullopt;
  std::optional<ManyObjects> Result;
  if (At.Count) {
    if (!isLargeCount(*At.Count, TU))
      return std::nullopt;
    Result.emplace();
    Result->Note =
        "room for '" +
        onOneLine(sourceText(At.Count->getSourceRange(), TU.context())) +
        "' of them is made here";
  } else {
    Result = At.Container ? judgeElement(At) : judgeAllocation(At);
  }
  if (Result)
    Result->Loc = At.Made->getBeginLoc();
  return Result;
}

llvm::SmallVector<ManyObjects, 2>
ManyObjectsIndex::of(const CXXRecordDecl &Record, Filter IsReportable) {
  llvm::SmallVector<ManyObjects, 2> Result;
  if (isHeavy(Record))
    return Result;
  for (const ObjectSite &At : Sites.of(Record))
    if (std::optional<ManyObjects> Found = judge(At, IsReportable))
      Result.push_back(std::move(*Found));
  return Result;
}

} // namespace slowpath
