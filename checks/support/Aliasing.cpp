// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Aliasing.h"
#include "checks/support/LibraryIterators.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace slowpath {
namespace {

using Visited = llvm::SmallPtrSet<const CXXRecordDecl *, 8>;

/// Calls Visit for the types that a value of Record is made of until it returns
/// false: template arguments of library classes, else fields and bases. Returns
/// whether it never did.
bool allParts(const CXXRecordDecl &Record, bool IsLibrary,
              llvm::function_ref<bool(QualType)> Visit) {
  if (IsLibrary) {
    const auto *Template = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
    const auto VisitArgument = [&](const TemplateArgument &Each) {
      return Each.getKind() != TemplateArgument::Type ||
             Visit(Each.getAsType());
    };
    if (Template)
      for (const TemplateArgument &Each : Template->getTemplateArgs().asArray())
        if (Each.getKind() == TemplateArgument::Pack
                ? !llvm::all_of(Each.pack_elements(), VisitArgument)
                : !VisitArgument(Each))
          return false;
    return true;
  }
  return llvm::all_of(
             Record.fields(),
             [&](const FieldDecl *F) { return Visit(F->getType()); }) &&
         llvm::all_of(Record.bases(), [&](const CXXBaseSpecifier &Base) {
           return Visit(Base.getType());
         });
}

/// Is copying, moving and destroying a value of T done without user code?
bool isPlain(QualType T, Visited &Seen) {
  T = T.getNonReferenceType().getCanonicalType();
  while (const Type *Element = T->getArrayElementTypeNoTypeQual())
    T = QualType(Element, 0).getCanonicalType();
  if (T->isDependentType() || T->isFunctionType())
    return false;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record)
    return true;
  if (!Seen.insert(Record->getCanonicalDecl()).second)
    return true;
  if (isLibraryIterator(T))
    return true;
  const bool IsLibrary = isLibraryClass(T);
  if (!IsLibrary) {
    if (!Record->hasDefinition() || Record->isLambda())
      return false;
    const CXXDestructorDecl *Destructor = Record->getDestructor();
    if ((Destructor && Destructor->isUserProvided()) ||
        llvm::any_of(Record->ctors(), [](const CXXConstructorDecl *C) {
          return C->isCopyOrMoveConstructor() && C->isUserProvided();
        }))
      return false;
  }
  return allParts(*Record, IsLibrary,
                  [&](QualType Part) { return isPlain(Part, Seen); });
}

bool isPlain(QualType T) {
  Visited Seen;
  return isPlain(T, Seen);
}

/// May a T be reached from a value of Holder, or lie in it, or around it?
bool mayHold(QualType Holder, QualType T, Visited &Seen) {
  Holder = Holder.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  while (!Holder->getPointeeType().isNull())
    Holder = Holder->getPointeeType().getCanonicalType().getUnqualifiedType();
  while (const Type *Element = Holder->getArrayElementTypeNoTypeQual())
    Holder = QualType(Element, 0).getCanonicalType().getUnqualifiedType();
  if (Holder->isDependentType() || Holder->isVoidType() || Holder == T)
    return true;
  const CXXRecordDecl *Record = Holder->getAsCXXRecordDecl();
  if (!Record)
    return false;
  if (!Record->hasDefinition())
    return true;
  const CXXRecordDecl *Wanted = T->getAsCXXRecordDecl();
  if (Wanted && Wanted->hasDefinition() &&
      (Wanted->isDerivedFrom(Record) || Record->isDerivedFrom(Wanted)))
    return true;
  if (!Seen.insert(Record->getCanonicalDecl()).second)
    return false;
  return !allParts(*Record, isLibraryClass(Holder),
                   [&](QualType Part) { return !mayHold(Part, T, Seen); });
}

class AliasWalk {
public:
  AliasWalk(QualType T, bool IsForeign,
            llvm::function_ref<bool(const CallExpr &)> IsHarmless)
      : T(T.getNonReferenceType().getCanonicalType().getUnqualifiedType()),
        IsForeign(IsForeign), IsHarmless(IsHarmless) {}

  bool mayChange(const Stmt *S) {
    if (!S)
      return false;
    if (isa<CXXDeleteExpr, CoroutineSuspendExpr, DependentCoawaitExpr, AsmStmt>(
            S))
      return true;
    if (const auto *Call = dyn_cast<CallExpr>(S);
        Call && !(IsHarmless && IsHarmless(*Call)) && changes(*Call))
      return true;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(S);
        Construct && changes(*Construct))
      return true;
    if (isa<CXXUnresolvedConstructExpr>(S))
      return true;
    return llvm::any_of(S->children(),
                        [&](const Stmt *Child) { return mayChange(Child); });
  }

private:
  bool holds(QualType Holder) {
    Visited Seen;
    return mayHold(Holder, T, Seen);
  }

  /// A variable of the function itself, which no reference from outside names.
  bool isOwnLocal(const Expr &E) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return IsForeign && Var && Var->hasLocalStorage() &&
           !Var->getType()->isReferenceType() &&
           !Var->getType()->isPointerType();
  }

  bool argumentsChange(const FunctionDecl &Callee,
                       llvm::ArrayRef<const Expr *> Arguments) {
    for (unsigned I = 0; I < Arguments.size(); ++I) {
      const Expr &Argument = *Arguments[I];
      // What calls the argument is not seen; the body of a lambda is.
      const QualType Type = Argument.getType();
      if (!isPlain(Type) && !isa<LambdaExpr>(spelled(Argument)))
        return true;
      if (Type->isFunctionPointerType() || Type->isFunctionType())
        return true;
      const QualType Passed = I < Callee.getNumParams()
                                  ? Callee.getParamDecl(I)->getType()
                                  : Argument.getType();
      const QualType Pointee = Passed->getPointeeType();
      if (!Pointee.isNull() && !Pointee.isConstQualified() && holds(Pointee) &&
          !isOwnLocal(Argument))
        return true;
    }
    return false;
  }

  bool changes(const CallExpr &Call) {
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Callee)
      return true;
    llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    const Expr *Object = calledOn(Call);
    if (Object && isa<CXXOperatorCallExpr>(Call))
      Arguments = Arguments.drop_front();
    if (Callee->getOverloadedOperator() == OO_Call)
      return true;
    if (Method && Object) {
      const QualType Class =
          Method->getASTContext().getCanonicalTagType(Method->getParent());
      if (!isLibraryClass(Class) && !isLibraryIterator(Class) &&
          !(Callee->isDefaulted() && isPlain(Class)))
        return true;
      if (!Method->isConst() && !isOwnLocal(*Object) &&
          holds(Object->getType()))
        return true;
      if (!isPlain(Object->getType()))
        return true;
    } else if (!Callee->isInStdNamespace() && !Callee->getBuiltinID()) {
      // An operator of a library's value, `a == b` of strings.
      if (!isa<CXXOperatorCallExpr>(Call) ||
          !llvm::all_of(Arguments, [](const Expr *Each) {
            return !Each->getType()->isRecordType() ||
                   isLibraryClass(Each->getType()) ||
                   isLibraryIterator(Each->getType());
          }))
        return true;
    }
    return argumentsChange(*Callee, Arguments);
  }

  bool changes(const CXXConstructExpr &Construct) {
    const CXXConstructorDecl &Constructor = *Construct.getConstructor();
    const QualType Class = Construct.getType();
    if (!isPlain(Class) ||
        (!isLibraryClass(Class) && !isLibraryIterator(Class) &&
         !Constructor.isTrivial() && !Constructor.isDefaulted()))
      return true;
    return argumentsChange(Constructor, llvm::ArrayRef(Construct.getArgs(),
                                                       Construct.getNumArgs()));
  }

  const QualType T;
  const bool IsForeign;
  const llvm::function_ref<bool(const CallExpr &)> IsHarmless;
};

} // namespace

bool mayChangeAlias(QualType T, const Stmt &S, bool IsForeign,
                    llvm::function_ref<bool(const CallExpr &)> IsHarmless) {
  return AliasWalk(T, IsForeign, IsHarmless).mayChange(&S);
}

} // namespace slowpath
