// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ManyObjects.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/LinearSearch.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LockedLoop.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// What fewer objects waste is less than what a page of memory holds.
constexpr uint64_t Many = 1000;

const CXXRecordDecl *recordOf(QualType T) {
  const CXXRecordDecl *Record =
      T.isNull() || T->isDependentType() ? nullptr : T->getAsCXXRecordDecl();
  return Record ? Record->getDefinition() : nullptr;
}

/// A loop over data that is not little by its nature.
bool isLong(const Loop &L, TranslationUnit &TU) {
  return isPerItem(L, TU) &&
         (L.Shape == Loop::Kind::Algorithm || goesThroughData(L, TU));
}

bool addsElement(const EffectSet &Effects) {
  return Effects.hasAny({Effect::SequenceAppend, Effect::SequenceInsert,
                         Effect::SequenceInsertFront, Effect::LookupAccess,
                         Effect::LookupAssign, Effect::LookupInsert});
}

/// The container that Call adds an element to, or null.
const Expr *extendedBy(const CallExpr &Call, TranslationUnit &TU) {
  const auto Model = TU.models().match(Call);
  const std::optional<CallShape> Shape =
      Model && addsElement(Model->Effects) ? shapeOf(Call) : std::nullopt;
  return Shape ? Shape->Object : nullptr;
}

/// The number of elements of T, which is an array of arrays or `std::array`.
uint64_t lengthOf(QualType T) {
  uint64_t Length = 1;
  while (true) {
    if (const auto *Array =
            dyn_cast_or_null<ConstantArrayType>(T->getAsArrayTypeUnsafe())) {
      Length *= Array->getZExtSize();
      T = Array->getElementType();
      continue;
    }
    const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        T->getAsCXXRecordDecl());
    if (!Class || meaningOf(T) != TypeMeaning::IndexedSequence ||
        Class->getTemplateArgs().size() != 2 ||
        Class->getTemplateArgs()[1].getKind() != TemplateArgument::Integral)
      return Length;
    Length *= Class->getTemplateArgs()[1].getAsIntegral().getZExtValue();
    T = Class->getTemplateArgs()[0].getAsType();
  }
}

QualType elementOfArray(QualType T) {
  while (lengthOf(T) != 1)
    T = elementType(T);
  return T;
}

/// Is the number of elements Count large: a constant, or the size of another
/// container?
bool isLargeCount(const Expr &Count, TranslationUnit &TU) {
  const Expr &Core = spelled(Count);
  if (Core.isValueDependent())
    return false;
  if (Expr::EvalResult Value; Core.EvaluateAsInt(Value, TU.context()))
    return Value.Val.getInt().isStrictlyPositive() &&
           Value.Val.getInt().getZExtValue() >= Many;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&Core);
  return Call && Call->getNumArgs() == 0 && Call->getMethodDecl()->isConst() &&
         isValue(Call->getImplicitObjectArgument()->getType()) &&
         mayBeLong(*Call->getImplicitObjectArgument(), TU);
}

ManyObjects::Storage storageIn(QualType Container, ASTContext &Context) {
  switch (meaningOf(Container)) {
  case TypeMeaning::ContiguousSequence:
  case TypeMeaning::IndexedSequence:
    return ManyObjects::Storage::Block;
  case TypeMeaning::DoubleEndedContiguous:
    // Qt 5 allocates each element that is larger than a pointer.
    return hasQt6(Context) ? ManyObjects::Storage::Block
                           : ManyObjects::Storage::Heap;
  default:
    return ManyObjects::Storage::Node;
  }
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
  case Storage::Block:
    return Before - After;
  case Storage::Heap:
    return Chunk(Before) - Chunk(After);
  case Storage::Node:
    return (Before - After) / 16 * 16;
  }
  llvm_unreachable("all kinds of storage are covered");
}

class ManyObjectsIndex::Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(ManyObjectsIndex &To) : Result(To) {}

  bool TraverseDecl(Decl *D) {
    if (!D || (!isa<TranslationUnitDecl>(D) &&
               !Result.TU.isUserCode(D->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitCallExpr(CallExpr *E) {
    if (const std::optional<CallShape> Shape = shapeOf(*E);
        Shape && Shape->MakesClass && Shape->Class) {
      add(Shape->Class->getDefinition(), {.Made = E});
      return true;
    }
    if (const Expr *Container = extendedBy(*E, Result.TU)) {
      const QualType T = Container->getType();
      add(recordOf(elementType(T)), {.Made = E, .Container = Container});
      return true;
    }
    const auto Model = Result.TU.models().match(*E);
    const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
    if (Model && Member && E->getNumArgs() != 0 &&
        Model->Effects.hasAny(
            {Effect::SequenceReserve, Effect::SequenceShrink}))
      addCount(*E, Member->getImplicitObjectArgument()->getType(),
               *E->getArg(0));
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    if (E->getNumArgs() != 0 && storageIn(E->getType(), Result.TU.context()) ==
                                    ManyObjects::Storage::Block)
      addCount(*E, E->getType(), *E->getArg(0));
    return true;
  }

  bool VisitCXXNewExpr(CXXNewExpr *E) {
    const CXXRecordDecl *Record = recordOf(E->getAllocatedType());
    // What a class or an arena allocates, it places as it likes.
    if (E->getNumPlacementArgs() != 0 ||
        isa_and_nonnull<CXXMethodDecl>(E->getOperatorNew()))
      return true;
    Site At{.Made = E};
    if (E->isArray())
      At.Count = E->getArraySize().value_or(nullptr);
    if (!E->isArray() || At.Count)
      add(Record, At);
    return true;
  }

  bool VisitDeclaratorDecl(DeclaratorDecl *D) {
    const QualType T = D->getType();
    if (!isa<VarDecl, FieldDecl>(D) || isa<ParmVarDecl>(D) || T.isNull() ||
        T->isDependentType() || lengthOf(T) < Many)
      return true;
    add(recordOf(elementOfArray(T)), {.Array = D});
    return true;
  }

private:
  void addCount(const Expr &Made, QualType Container, const Expr &Count) {
    if (Count.getType()->isIntegerType())
      add(recordOf(elementType(Container)), {.Made = &Made, .Count = &Count});
  }

  void add(const CXXRecordDecl *Record, Site At) {
    if (Record && Result.TU.isUserCode(Record->getLocation()))
      Result.Sites[Record].push_back(At);
  }

  ManyObjectsIndex &Result;
};

std::optional<ManyObjects> ManyObjectsIndex::judgeElement(const Site &At) {
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

std::optional<ManyObjects> ManyObjectsIndex::judgeAllocation(const Site &At) {
  ManyObjects Result;
  Result.Where = ManyObjects::Storage::Heap;
  Result.Note = "one is made and kept per iteration here";
  constexpr unsigned Steps = 2;
  for (const Loop *L = TU.innermostLoop(*At.Made); L; L = L->Parent)
    if (isLong(*L, TU) && isKept(*At.Made, *L, Steps)) {
      Result.In = L;
      return Result;
    }
  return std::nullopt;
}

std::optional<ManyObjects> ManyObjectsIndex::judge(const Site &At,
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
  if (!IsFilled) {
    IsFilled = true;
    Finder Find(*this);
    for (Decl *D : TU.context().getTraversalScope())
      Find.TraverseDecl(D);
  }
  llvm::SmallVector<ManyObjects, 2> Result;
  for (const Site &At : Sites.lookup(Record.getDefinition()))
    if (std::optional<ManyObjects> Found = judge(At, IsReportable))
      Result.push_back(std::move(*Found));
  return Result;
}

} // namespace slowpath
