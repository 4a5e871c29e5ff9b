// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LiteralTexts.h"
#include "checks/support/GivenTexts.h"
#include "checks/support/GrowingObjects.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

bool isText(const FieldDecl &Field) {
  const CXXRecordDecl *Class = Field.getType()->getAsCXXRecordDecl();
  return Class && Class->isInStdNamespace() && isString(Field.getType());
}

/// Does a view have the operator, too?
bool isLook(OverloadedOperatorKind Operator) {
  return Operator == OO_EqualEqual || Operator == OO_ExclaimEqual ||
         Operator == OO_Less || Operator == OO_LessLess;
}

} // namespace

class LiteralTexts::Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(LiteralTexts &To) : Result(To) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    if (!D || (!isa<TranslationUnitDecl>(D) &&
               !Result.TU.isUserCode(D->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitMemberExpr(MemberExpr *E) {
    if (Text *Of = textOf(E))
      ++Of->Others;
    return true;
  }

  //   &Order::state
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *Field = dyn_cast<FieldDecl>(E->getDecl()))
      ++Result.Texts[Field->getCanonicalDecl()].Others;
    return true;
  }

  //   order.state = "open";   order.state == "open"   out << order.state
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
    if (E->getOperator() == OO_Equal) {
      Text *Of = textOf(E->getArg(0));
      const Expr *Literal = Of ? literalOf(*E->getArg(1)) : nullptr;
      if (Literal) {
        --Of->Others;
        Of->Literal = Of->Literal ? Of->Literal : Literal;
      }
    } else if (isLook(E->getOperator())) {
      for (const Expr *Argument : E->arguments())
        if (Text *Of = textOf(Argument))
          --Of->Others;
    }
    return true;
  }

  //   order.state.empty()   order.state.c_str()
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *E) {
    const CXXMethodDecl *Method = E->getMethodDecl();
    Text *Of = textOf(E->getImplicitObjectArgument());
    if (Of && Method && Method->isConst() && E->getNumArgs() == 0 &&
        (E->getType()->isScalarType() ||
         Method->getReturnType()->isScalarType()))
      --Of->Others;
    return true;
  }

  bool VisitCXXConstructorDecl(CXXConstructorDecl *D) {
    if (D->isDefaulted())
      return true;
    for (const CXXCtorInitializer *Init : D->inits())
      if (Init->getMember() && Init->getInit())
        give(*Init->getMember(), *Init->getInit());
    return true;
  }

  bool VisitFieldDecl(FieldDecl *D) {
    if (const Expr *Init = D->getInClassInitializer())
      give(*D, *Init);
    return true;
  }

  //   Order{"open", 1}
  bool VisitInitListExpr(InitListExpr *E) {
    const InitListExpr &List = E->isSemanticForm() ? *E : *E->getSemanticForm();
    const RecordDecl *Record = List.getType()->getAsRecordDecl();
    if (!Record || Record->isUnion())
      return true;
    const auto *Class = dyn_cast<CXXRecordDecl>(Record);
    unsigned At = Class ? Class->getNumBases() : 0;
    for (const FieldDecl *Field : Record->fields()) {
      if (!Field->isUnnamedBitField() && At < List.getNumInits())
        give(*Field, *List.getInit(At++));
    }
    return true;
  }

  //   Order("open", 1), of an aggregate
  bool VisitCXXParenListInitExpr(CXXParenListInitExpr *E) {
    giveAny(E->getType());
    return true;
  }

  bool VisitDecompositionDecl(DecompositionDecl *D) {
    giveAny(D->getType());
    return true;
  }

  //   orders.emplace_back("open", 1), which does so in the library
  bool VisitCallExpr(CallExpr *E) {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
    const auto *Class =
        Method ? dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent())
               : nullptr;
    if (Class && Method->getPrimaryTemplate() && E->getNumArgs() > 1)
      for (const TemplateArgument &Each : Class->getTemplateArgs().asArray())
        if (Each.getKind() == TemplateArgument::Type)
          giveAny(Each.getAsType());
    return true;
  }

private:
  /// Of the field that E names, if that is a text.
  Text *textOf(const Expr *E) {
    const auto *Member = E ? dyn_cast<MemberExpr>(&spelled(*E)) : nullptr;
    const auto *Field =
        Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
    return Field && isText(*Field) ? &Result.Texts[Field->getCanonicalDecl()]
                                   : nullptr;
  }

  void give(const FieldDecl &Field, const Expr &Init) {
    if (!isText(Field) || isEmpty(Init))
      return;
    Text &Of = Result.Texts[Field.getCanonicalDecl()];
    if (const Expr *Literal = literalOf(Init))
      Of.Literal = Of.Literal ? Of.Literal : Literal;
    else
      ++Of.Others;
  }

  void giveAny(QualType T) {
    const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
    if (Record && Record->hasDefinition() && Record->isAggregate())
      for (const FieldDecl *Field : Record->getDefinition()->fields())
        if (isText(*Field))
          ++Result.Texts[Field->getCanonicalDecl()].Others;
  }

  LiteralTexts &Result;
};

const Expr *LiteralTexts::literalIn(const FieldDecl &Field) {
  if (!isText(Field) || (!TU.context().getSourceManager().isWrittenInMainFile(
                             Field.getLocation()) &&
                         !isSeenWhole(Field)))
    return nullptr;
  if (!IsFilled) {
    IsFilled = true;
    Finder Find(*this);
    for (Decl *D : TU.context().getTraversalScope())
      Find.TraverseDecl(D);
  }
  const auto Found = Texts.find(Field.getCanonicalDecl());
  return Found != Texts.end() && Found->second.Others == 0
             ? Found->second.Literal
             : nullptr;
}

} // namespace slowpath
