// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ObjectSites.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/LinearSearch.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace slowpath {
namespace {

const CXXRecordDecl *recordOf(QualType T) {
  const CXXRecordDecl *Record =
      T.isNull() || T->isDependentType() ? nullptr : T->getAsCXXRecordDecl();
  return Record ? Record->getDefinition() : nullptr;
}

bool addsElement(const EffectSet &Effects) {
  return Effects.hasAny({Effect::SequenceAppend, Effect::SequenceInsert,
                         Effect::SequenceInsertFront, Effect::LookupAccess,
                         Effect::LookupAssign, Effect::LookupInsert});
}

QualType elementOfArray(QualType T) {
  while (lengthOf(T) != 1)
    T = elementType(T);
  return T;
}

} // namespace

const Expr *extendedBy(const CallExpr &Call, TranslationUnit &TU) {
  const auto Model = TU.models().match(Call);
  const std::optional<CallShape> Shape =
      Model && addsElement(Model->Effects) ? shapeOf(Call) : std::nullopt;
  return Shape ? Shape->Object : nullptr;
}

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

bool isLargeCount(const Expr &Count, TranslationUnit &TU) {
  const Expr &Core = spelled(Count);
  if (Core.isValueDependent())
    return false;
  if (Expr::EvalResult Value; Core.EvaluateAsInt(Value, TU.context()))
    return Value.Val.getInt().isStrictlyPositive() &&
           Value.Val.getInt().getZExtValue() >= ManyElements;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&Core);
  return Call && Call->getNumArgs() == 0 && Call->getMethodDecl()->isConst() &&
         isValue(Call->getImplicitObjectArgument()->getType()) &&
         mayBeLong(*Call->getImplicitObjectArgument(), TU);
}

ObjectStorage storageIn(QualType Container, ASTContext &Context) {
  switch (meaningOf(Container)) {
  case TypeMeaning::ContiguousSequence:
  case TypeMeaning::IndexedSequence:
    return ObjectStorage::Block;
  case TypeMeaning::DoubleEndedContiguous:
    // Qt 5 allocates each element that is larger than a pointer.
    return hasQt6(Context) ? ObjectStorage::Block : ObjectStorage::Heap;
  default:
    return ObjectStorage::Node;
  }
}

class ObjectSites::Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(ObjectSites &To) : Result(To) {}

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
    if (E->getNumArgs() != 0 &&
        storageIn(E->getType(), Result.TU.context()) == ObjectStorage::Block)
      addCount(*E, E->getType(), *E->getArg(0));
    return true;
  }

  bool VisitCXXNewExpr(CXXNewExpr *E) {
    const CXXRecordDecl *Record = recordOf(E->getAllocatedType());
    // What a class or an arena allocates, it places as it likes.
    if (E->getNumPlacementArgs() != 0 ||
        isa_and_nonnull<CXXMethodDecl>(E->getOperatorNew()))
      return true;
    ObjectSite At{.Made = E};
    if (E->isArray())
      At.Count = E->getArraySize().value_or(nullptr);
    if (!E->isArray() || At.Count)
      add(Record, At);
    return true;
  }

  bool VisitDeclaratorDecl(DeclaratorDecl *D) {
    const QualType T = D->getType();
    if (!isa<VarDecl, FieldDecl>(D) || isa<ParmVarDecl>(D) || T.isNull() ||
        T->isDependentType() || lengthOf(T) < ManyElements)
      return true;
    add(recordOf(elementOfArray(T)), {.Array = D});
    return true;
  }

private:
  void addCount(const Expr &Made, QualType Container, const Expr &Count) {
    if (Count.getType()->isIntegerType())
      add(recordOf(elementType(Container)), {.Made = &Made, .Count = &Count});
  }

  void add(const CXXRecordDecl *Record, ObjectSite At) {
    if (Record && Result.TU.isUserCode(Record->getLocation()))
      Result.Sites[Record].push_back(At);
  }

  ObjectSites &Result;
};

llvm::ArrayRef<ObjectSite> ObjectSites::of(const CXXRecordDecl &Record) {
  if (!IsFilled) {
    IsFilled = true;
    Finder Find(*this);
    for (Decl *D : TU.context().getTraversalScope())
      Find.TraverseDecl(D);
  }
  const auto Found = Sites.find(Record.getDefinition());
  return Found == Sites.end() ? llvm::ArrayRef<ObjectSite>() : Found->second;
}

} // namespace slowpath
