// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/OwnedValues.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/GrowingObjects.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/OwningPointers.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace slowpath {
namespace {

/// More than this is dearer to move with its neighbours than to leave alone.
constexpr uint64_t MaxBytes = 32;

/// Can objects of Class lie side by side and be moved, for no more than it
/// costs to allocate them?
bool isSmallValue(const CXXRecordDecl &Class, ASTContext &Context) {
  const CXXRecordDecl *Record = Class.getDefinition();
  if (!Record || !isUserCode(*Record) || Record->isPolymorphic() ||
      Record->isInvalidDecl() || Record->hasUserDeclaredDestructor() ||
      Record->hasUserDeclaredCopyConstructor() ||
      Record->hasUserDeclaredMoveConstructor())
    return false;
  const QualType T = Context.getCanonicalTagType(Record);
  return static_cast<uint64_t>(Context.getTypeSizeInChars(T).getQuantity()) <=
             MaxBytes &&
         (Record->hasSimpleMoveConstructor() ||
          Record->hasSimpleCopyConstructor());
}

/// `std::make_unique<T>(…)`
bool makesObject(const Expr &E, const CXXRecordDecl &Class) {
  const std::optional<CallShape> Shape = shapeOf(spelled(E));
  return Shape && Shape->MakesClass && Shape->Class &&
         declaresSameEntity(Shape->Class, &Class);
}

/// Stops at the first use of the sequence that is not harmless.
class SequenceUses : public RecursiveASTVisitor<SequenceUses> {
public:
  SequenceUses(const OwnedValues &Of, TranslationUnit &In) : Of(Of), TU(In) {}

  bool TraverseDecl(Decl *D) {
    if (!D ||
        (!isa<TranslationUnitDecl>(D) && !TU.isUserCode(D->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) { return note(*E, *E->getDecl()); }
  bool VisitMemberExpr(MemberExpr *E) { return note(*E, *E->getMemberDecl()); }

private:
  bool note(const Expr &E, const ValueDecl &D) {
    if (D.getCanonicalDecl() != Of.Sequence->getCanonicalDecl())
      return true;
    const FunctionDecl *Function = TU.functionAround(E);
    return Function && isHarmless(E, TU.analysis(*Function));
  }

  bool isHarmless(const Expr &Mention, const FunctionAnalysis &Analysis) {
    const Stmt *Up = Analysis.parent(Mention);
    while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Up))
      Up = Analysis.parent(*Up);
    //   for (const auto &point : points)
    if (isa_and_nonnull<DeclStmt>(Up))
      return isWalked(*cast<DeclStmt>(Up), Analysis);
    if (const auto *Subscript = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
        Subscript && Subscript->getOperator() == OO_Subscript)
      return &spelled(*Subscript->getArg(0)) == &spelled(Mention) &&
             isFollowed(*Subscript, Analysis);
    const auto *Member = dyn_cast_or_null<MemberExpr>(Up);
    const auto *Call =
        Member ? dyn_cast_or_null<CXXMemberCallExpr>(Analysis.parent(*Member))
               : nullptr;
    return Call && isHarmlessCall(*Call, Analysis);
  }

  bool isHarmlessCall(const CXXMemberCallExpr &Call,
                      const FunctionAnalysis &Analysis) {
    const auto Model = TU.models().match(Call);
    if (Model && Model->Effects.has(Effect::SequenceAppend))
      return isOfItsOwn(Call, Analysis);
    if (Model && Model->Effects.has(Effect::SequenceReserve))
      return true;
    if (Call.getNumArgs() != 0)
      return false;
    // `points.size()`, `points.clear()`; `points.back()->x`
    return Call.getType()->isVoidType() ||
           Call.getType()->isIntegralOrEnumerationType() ||
           (Call.isLValue() && isFollowed(Call, Analysis));
  }

  /// Appends Call an object that nobody else has seen?
  bool isOfItsOwn(const CXXMemberCallExpr &Call,
                  const FunctionAnalysis &Analysis) {
    if (Call.getNumArgs() != 1)
      return false;
    const Expr &Given = spelled(*Call.getArg(0));
    if (makesObject(Given, *Of.Class))
      return true;
    //   auto point = std::make_unique<Point>();
    //   points.push_back(std::move(point));
    const auto *Move = dyn_cast<CallExpr>(&Given);
    if (!Move || Move->getNumArgs() != 1 || !Move->getDirectCallee() ||
        !Move->getDirectCallee()->isInStdNamespace())
      return false;
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Move->getArg(0)));
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Var || !isOwnObject(*Var, Analysis) || !Var->getInit() ||
        !makesObject(*Var->getInit(), *Of.Class))
      return false;
    return llvm::all_of(usesOf(*Var, Analysis.function()),
                        [&](const DeclRefExpr *Use) {
                          return Use == Ref || isFollowed(*Use, Analysis);
                        });
  }

  /// Is Range the hidden variable of a loop that only follows its elements?
  bool isWalked(const DeclStmt &Range, const FunctionAnalysis &Analysis) {
    const auto *Loop =
        dyn_cast_or_null<CXXForRangeStmt>(Analysis.parent(Range));
    if (!Loop || Loop->getRangeStmt() != &Range)
      return false;
    const auto *Element = dyn_cast<VarDecl>(Loop->getLoopVariable());
    return Element && Element->getType()->isReferenceType() &&
           llvm::all_of(usesOf(*Element, Analysis.function()),
                        [&](const DeclRefExpr *Use) {
                          return isFollowed(*Use, Analysis);
                        });
  }

  const OwnedValues &Of;
  TranslationUnit &TU;
};

/// Is all that is done to Sequence seen in this translation unit?
bool isSeen(const ValueDecl &Sequence, const SourceManager &SM) {
  if (const auto *Var = dyn_cast<VarDecl>(&Sequence))
    return !isa<ParmVarDecl>(Var) &&
           (Var->hasLocalStorage() || isSeenWhole(*Var));
  return SM.isWrittenInMainFile(Sequence.getLocation()) ||
         isSeenWhole(Sequence);
}

} // namespace

std::optional<OwnedValues> ownedValuesAt(const CallExpr &Append,
                                         TranslationUnit &TU) {
  const auto Model = TU.models().match(Append);
  const Expr *Object = Model && Model->Effects.has(Effect::SequenceAppend)
                           ? calledOn(Append)
                           : nullptr;
  if (!Object || !isSequence(Object->getType()) ||
      Object->getType()->isAnyPointerType())
    return std::nullopt;
  OwnedValues Found;
  Found.Container = &spelled(*Object);
  Found.Class = ownedBy(elementType(Object->getType()));
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Found.Container))
    Found.Sequence = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(Found.Container))
    Found.Sequence = Member->getMemberDecl();
  if (!Found.Class || !Found.Sequence ||
      Found.Sequence->getType()->isReferenceType() ||
      !isSmallValue(*Found.Class, TU.context()) ||
      !isSeen(*Found.Sequence, TU.context().getSourceManager()))
    return std::nullopt;
  return Found;
}

bool mayBeElements(const OwnedValues &Values, TranslationUnit &TU) {
  SequenceUses Uses(Values, TU);
  for (Decl *D : TU.context().getTraversalScope())
    if (!Uses.TraverseDecl(D))
      return false;
  return true;
}

} // namespace slowpath
