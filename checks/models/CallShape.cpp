// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/models/CallShape.h"
#include "clang/AST/DeclTemplate.h"

namespace slowpath {

using namespace clang;

std::string lookupName(const NamedDecl &D) {
  const DeclarationName Name = D.getDeclName();
  if (const IdentifierInfo *Identifier = Name.getAsIdentifierInfo())
    return Identifier->getName().str();
  if (Name.getNameKind() == DeclarationName::CXXOperatorName)
    return std::string("operator") +
           getOperatorSpelling(Name.getCXXOverloadedOperator());
  return {};
}

bool isNamed(const DeclContext *DC, StringRef Path) {
  while (true) {
    while (DC->isTransparentContext() || DC->isInlineNamespace())
      DC = DC->getParent();
    if (DC->isTranslationUnit() || Path.empty())
      return DC->isTranslationUnit() && Path.empty();
    const auto *Named = dyn_cast<NamedDecl>(DC);
    const IdentifierInfo *Identifier = Named ? Named->getIdentifier() : nullptr;
    if (!Identifier)
      return false;
    auto [Rest, Component] = Path.rsplit("::");
    const bool Same = Component.consume_back("*")
                          ? Identifier->getName().starts_with(Component)
                          : Identifier->getName() == Component;
    if (!Same)
      return false;
    Path = Rest;
    DC = DC->getParent();
  }
}

namespace {

const CXXRecordDecl *recordOf(QualType Type) {
  if (const QualType Pointee = Type->getPointeeType(); !Pointee.isNull())
    Type = Pointee;
  return Type->getAsCXXRecordDecl();
}

/// The class that `std::make_unique<T>(…)` and its likes, and `emplace` of a
/// std::optional<T>, construct, or null.
const CXXRecordDecl *madeClass(const FunctionDecl &FD) {
  const IdentifierInfo *Name = FD.getIdentifier();
  if (Name && Name->isStr("emplace"))
    if (const auto *Method = dyn_cast<CXXMethodDecl>(&FD))
      if (const auto *Class =
              dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent());
          Class && Class->getName() == "optional" &&
          Class->getTemplateArgs().size() > 0 &&
          Class->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
        return Class->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  if (!Name || !(Name->isStr("make_unique") || Name->isStr("make_shared")))
    return nullptr;
  if (!isNamed(FD.getDeclContext(), "::std") &&
      !isNamed(FD.getDeclContext(), "::boost"))
    return nullptr;
  const TemplateArgumentList *Args = FD.getTemplateSpecializationArgs();
  if (!Args || Args->size() == 0 ||
      Args->get(0).getKind() != TemplateArgument::Type)
    return nullptr;
  return Args->get(0).getAsType()->getAsCXXRecordDecl();
}

} // namespace

std::optional<CallShape> shapeOf(const Expr &E) {
  CallShape Shape;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E)) {
    Shape.Callee = Construct->getConstructor();
    Shape.Class = Construct->getConstructor()->getParent();
    Shape.Args = ArrayRef(Construct->getArgs(), Construct->getNumArgs());
    return Shape;
  }
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(&E)) {
    const QualType Type = Delete->getDestroyedType();
    Shape.Class = Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
    if (!Shape.Class || !Shape.Class->hasDefinition())
      return std::nullopt;
    Shape.Callee = Shape.Class->getDestructor();
    Shape.Object = Delete->getArgument();
    return Shape.Callee ? std::optional(Shape) : std::nullopt;
  }
  const auto *Call = dyn_cast<CallExpr>(&E);
  if (!Call)
    return std::nullopt;
  Shape.Args = ArrayRef(Call->getArgs(), Call->getNumArgs());
  const FunctionDecl *FD = Call->getDirectCallee();
  if (!FD)
    return std::nullopt;
  Shape.Callee = FD;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
    if (isa<CXXMethodDecl>(FD)) {
      Shape.Object = Shape.Args.front();
      Shape.Args = Shape.Args.drop_front();
    }
    // stdexec::sync_wait(x): the call operator of a constant object.
    if (Operator->getOperator() == OO_Call && Shape.Object)
      if (const auto *Ref =
              dyn_cast<DeclRefExpr>(Shape.Object->IgnoreParenImpCasts()))
        if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
            Var && Var->hasGlobalStorage())
          Shape.Callee = Var;
  } else if (const CXXRecordDecl *Made = madeClass(*FD)) {
    Shape.Class = Made;
    Shape.MakesClass = true;
    return Shape;
  } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    Shape.Object = Member->getImplicitObjectArgument();
  }
  if (Shape.Object)
    Shape.Class = recordOf(Shape.Object->IgnoreParenImpCasts()->getType());
  return Shape;
}

} // namespace slowpath
