// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LayoutUses.h"
#include "checks/models/ApiModels.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The class or enumeration of T, of the elements of an array, or of what T
/// points to.
const TagDecl *tagIn(QualType T) {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  if (const auto *Pointer = T->getAs<PointerType>())
    T = Pointer->getPointeeType();
  return T->getBaseElementTypeUnsafe()->getAsTagDecl();
}

/// Is E a parameter or member, which somebody else has set?
bool isGiven(const Expr &E) {
  const Expr *Core = E.IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Core);
  return isa<MemberExpr>(Core) || (Ref && isa<ParmVarDecl>(Ref->getDecl()));
}

/// Calls Visit for the classes among the template arguments of D.
template <typename V> void visitArguments(const Decl &D, V Visit) {
  llvm::ArrayRef<TemplateArgument> Arguments;
  if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(&D))
    Arguments = Class->getTemplateArgs().asArray();
  else if (const auto *Function = dyn_cast<FunctionDecl>(&D))
    if (const TemplateArgumentList *List =
            Function->getTemplateSpecializationArgs())
      Arguments = List->asArray();
  for (const TemplateArgument &Each : Arguments)
    if (Each.getKind() == TemplateArgument::Type)
      if (const TagDecl *Type = tagIn(Each.getAsType()))
        Visit(*Type);
}

} // namespace

class LayoutUses::Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(LayoutUses &To) : Result(To) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    if (!D || (!isa<TranslationUnitDecl>(D) &&
               !Result.TU.isUserCode(D->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  //   static_assert(std::is_trivially_copyable_v<Header>);
  bool TraverseStaticAssertDecl(StaticAssertDecl *D) {
    const bool Outer = IsAsserted;
    IsAsserted = true;
    const bool Continue = RecursiveASTVisitor::TraverseStaticAssertDecl(D);
    IsAsserted = Outer;
    return Continue;
  }

  bool VisitRecordTypeLoc(RecordTypeLoc Loc) {
    if (IsAsserted)
      note(tagIn(Loc.getType()), LayoutUse::Bytes);
    return true;
  }

  bool VisitUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E) {
    note(tagIn(E->getTypeOfArgument()), LayoutUse::Bytes);
    return true;
  }

  bool VisitOffsetOfExpr(OffsetOfExpr *E) {
    note(tagIn(E->getTypeSourceInfo()->getType()), LayoutUse::Bytes);
    return true;
  }

  bool VisitCastExpr(CastExpr *E) {
    const CastKind Kind = E->getCastKind();
    //   static_cast<Kind>(number)
    if (Kind == CK_IntegralCast && E->getType()->isEnumeralType() &&
        !E->getSubExpr()->isValueDependent() &&
        !E->getSubExpr()->isIntegerConstantExpr(Result.TU.context()))
      note(tagIn(E->getType()), LayoutUse::Order);
    if (Kind != CK_BitCast && Kind != CK_LValueBitCast &&
        Kind != CK_IntegralToPointer)
      return true;
    const QualType From = E->getSubExpr()->getType();
    const QualType To = E->getType();
    const TagDecl *Of = tagIn(From);
    const TagDecl *As = tagIn(To);
    // Only the address is asked for, unless a function is told how much there
    // is, see VisitCallExpr.
    if (Of && To->isVoidPointerType())
      return true;
    // What was handed over as `void *` comes back.
    if (As && From->isVoidPointerType() &&
        !From->getPointeeType().isConstQualified() && isGiven(*E->getSubExpr()))
      return true;
    note(Of, LayoutUse::Bytes);
    note(As, LayoutUse::Bytes);
    return true;
  }

  bool VisitCallExpr(CallExpr *E) {
    //   std::memcpy(&order, data, n);   fwrite(orders.data(), size, n, file);
    if (llvm::any_of(E->arguments(), [](const Expr *Argument) {
          return Argument->getType()->isIntegralOrEnumerationType();
        }))
      for (const Expr *Argument : E->arguments())
        if (Argument->getType()->isVoidPointerType())
          note(tagIn(Argument->IgnoreParenCasts()->getType()),
               LayoutUse::Bytes);
    const FunctionDecl *Callee = E->getDirectCallee();
    if (!Callee)
      return true;
    //   std::scanf("%d", &kind);
    if (Callee->isVariadic())
      for (const Expr *Argument : E->arguments())
        if (Argument->getType()->isPointerType())
          note(dyn_cast_or_null<EnumDecl>(tagIn(Argument->getType())),
               LayoutUse::Bytes);
    const auto Model = Result.TU.models().match(*E);
    if (Model && Model->Effects.has(Effect::ObjectBytes)) {
      const auto Note = [&](const TagDecl &Type) {
        note(&Type, LayoutUse::Bytes);
      };
      visitArguments(*Callee, Note);
      for (const Expr *Argument : E->arguments())
        if (const TagDecl *Class = tagIn(Argument->getType()))
          visitArguments(*Class, Note);
    }
    noteForwarded(*E, *Callee);
    return true;
  }

  //   Order{id, price}   Order order = {.id = id};
  bool VisitInitListExpr(InitListExpr *E) {
    noteList(E->isSemanticForm() ? *E : *E->getSemanticForm());
    return true;
  }

  bool VisitCXXParenListInitExpr(CXXParenListInitExpr *E) {
    note(tagIn(E->getType()), LayoutUse::Order);
    return true;
  }

  //   auto [id, price] = order;
  bool VisitDecompositionDecl(DecompositionDecl *D) {
    note(tagIn(D->getType()), LayoutUse::Order);
    return true;
  }

  //   glVertex3fv(&point.x), to whom `x` is the first of three
  bool VisitUnaryOperator(UnaryOperator *E) {
    const auto *Member = dyn_cast<MemberExpr>(E->getSubExpr()->IgnoreParens());
    const auto *Field =
        Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
    if (E->getOpcode() != UO_AddrOf || !Field ||
        !Field->getType()->isArithmeticType())
      return true;
    const FieldDecl *Next = nullptr;
    for (const FieldDecl *Each : Field->getParent()->fields())
      if (Each->getFieldIndex() == Field->getFieldIndex() + 1)
        Next = Each;
    if (Next &&
        Result.TU.context().hasSameType(Next->getType(), Field->getType()))
      note(dyn_cast<CXXRecordDecl>(Field->getParent()), LayoutUse::Order);
    return true;
  }

  bool VisitFunctionDecl(FunctionDecl *D) {
    const OverloadedOperatorKind Operator = D->getOverloadedOperator();
    // Equality asks for all fields, whichever is first.
    if (D->isDefaulted() && Operator == OO_Spaceship)
      note(D->getNumParams() ? tagIn(D->getParamDecl(0)->getType()) : nullptr,
           LayoutUse::Order);
    return true;
  }

  //   union { Header header; char bytes[16]; }
  bool VisitRecordDecl(RecordDecl *D) {
    if (D->isUnion())
      for (const FieldDecl *Field : D->fields())
        if (!Field->getType()->isAnyPointerType())
          note(tagIn(Field->getType()), LayoutUse::Bytes);
    return true;
  }

private:
  /// Goes through the nested lists, too, that the source leaves the braces out
  /// of.
  void noteList(const InitListExpr &List) {
    const bool SaysMore = llvm::any_of(List.inits(), [](const Expr *Init) {
      return !isa<ImplicitValueInitExpr, CXXDefaultInitExpr, NoInitExpr>(Init);
    });
    if (List.getType()->isRecordType() && SaysMore)
      note(tagIn(List.getType()), LayoutUse::Order);
    for (const Expr *Init : List.inits())
      if (const auto *Inner = dyn_cast<InitListExpr>(Init))
        noteList(*Inner);
  }

  /// `orders.emplace_back(id, price)`, which lists the values of an aggregate
  /// in the library's code.
  void noteForwarded(const CallExpr &Call, const FunctionDecl &Callee) {
    const FunctionTemplateDecl *Template = Callee.getPrimaryTemplate();
    if (Call.getNumArgs() < 2 || !Template ||
        Result.TU.isUserCode(Callee.getLocation()) ||
        llvm::none_of(
            Template->getTemplatedDecl()->parameters(),
            [](const ParmVarDecl *P) { return P->isParameterPack(); }))
      return;
    const auto Note = [&](const TagDecl &Type) {
      const bool IsCopied =
          llvm::any_of(Call.arguments(), [&](const Expr *Argument) {
            const CXXRecordDecl *Class =
                Argument->getType()->getAsCXXRecordDecl();
            return Class && declaresSameEntity(Class, &Type);
          });
      const auto *Record = dyn_cast<CXXRecordDecl>(&Type);
      if (Record && Record->hasDefinition() && Record->isAggregate() &&
          !IsCopied)
        note(Record, LayoutUse::Order);
    };
    visitArguments(Callee, Note);
    if (const auto *Method = dyn_cast<CXXMethodDecl>(&Callee))
      visitArguments(*Method->getParent(), Note);
  }

  /// What holds for an object holds for those that are part of it.
  void note(const TagDecl *Type, LayoutUse Use) {
    if (!Type)
      return;
    LayoutUse &Known = Result.Uses[Type->getCanonicalDecl()];
    if (Known >= Use)
      return;
    Known = Use;
    const auto *Record = dyn_cast<CXXRecordDecl>(Type);
    if (Use != LayoutUse::Bytes || !Record || !Record->hasDefinition())
      return;
    Record = Record->getDefinition();
    for (const FieldDecl *Field : Record->fields())
      if (!Field->getType()->isAnyPointerType() &&
          !Field->getType()->isReferenceType())
        note(tagIn(Field->getType()), Use);
    for (const CXXBaseSpecifier &Base : Record->bases())
      note(tagIn(Base.getType()), Use);
  }

  LayoutUses &Result;
  bool IsAsserted = false;
};

LayoutUse LayoutUses::of(const TagDecl &Type) {
  if (!IsFilled) {
    IsFilled = true;
    Finder Find(*this);
    for (Decl *D : TU.context().getTraversalScope())
      Find.TraverseDecl(D);
  }
  return Uses.lookup(Type.getCanonicalDecl());
}

} // namespace slowpath
