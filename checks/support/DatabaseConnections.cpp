// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which connection a call is about: the parts of DatabaseCalls that follow
// handles.
#include "checks/models/CallShape.h"
#include "checks/support/DatabaseCalls.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// One step behind `&x`, `*x`, `x->`, casts and copies, or null.
const Expr *behind(const Expr &E) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E);
      Unary &&
      (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref))
    return Unary->getSubExpr();
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&E))
    return Cast->getSubExpr();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
      Operator && Operator->getNumArgs() == 1)
    return Operator->getArg(0);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E);
      Construct && Construct->getNumArgs() == 1 &&
      Construct->getConstructor()->isCopyOrMoveConstructor())
    return Construct->getArg(0);
  return nullptr;
}

bool isConstant(const Expr &Argument, TranslationUnit &TU) {
  return isa<CXXDefaultArgExpr>(Argument) ||
         !constantPrefix(Argument, TU.models()).empty() ||
         (!Argument.isValueDependent() && Argument.isEvaluatable(TU.context()));
}

/// The object or argument a transaction or statement is made for: the first of
/// class or pointer type that is no text.
const Expr *madeFor(const CallShape &Shape) {
  for (const Expr *Argument : Shape.Args) {
    const QualType Type = Argument->getType().getNonReferenceType();
    if (!isString(Type) && (Type->isRecordType() ||
                            (Type->isPointerType() &&
                             !Type->getPointeeType()->isAnyCharacterType())))
      return Argument;
  }
  return Shape.Object;
}

} // namespace

bool areDifferent(const Expr *A, const Expr *B) {
  if (!A || !B)
    return false;
  const auto Named = [](const Expr &E) -> const ValueDecl * {
    const Expr &Core = spelled(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
      return dyn_cast<VarDecl>(Ref->getDecl());
    if (const auto *Member = dyn_cast<MemberExpr>(&Core);
        Member && isa<CXXThisExpr>(spelled(*Member->getBase())))
      return dyn_cast<FieldDecl>(Member->getMemberDecl());
    return nullptr;
  };
  const ValueDecl *NamedA = Named(*A), *NamedB = Named(*B);
  return NamedA && NamedB && isa<VarDecl>(NamedA) == isa<VarDecl>(NamedB) &&
         NamedA->getCanonicalDecl() != NamedB->getCanonicalDecl() &&
         NamedA->getType().getNonReferenceType().getCanonicalType() ==
             NamedB->getType().getNonReferenceType().getCanonicalType();
}

const Expr *atCaller(const Expr *Object, const FunctionDecl &Callee,
                     const Expr &E) {
  const std::optional<CallShape> Shape = shapeOf(E);
  if (!Object || !Shape)
    return nullptr;
  const VarDecl *Root = rootVariable(*Object);
  if (!Root)
    return Shape->Object ? Shape->Object : madeFor(*Shape);
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Root)) {
    const auto *Of = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    return Of && declaresSameEntity(Of, &Callee)
               ? Shape->arg(Parameter->getFunctionScopeIndex())
               : nullptr;
  }
  return Root->hasGlobalStorage() ? Object : nullptr;
}

Connection DatabaseCalls::connection(const Expr *Handle) {
  Connection Result{nullptr, Handle};
  for (unsigned Step = 0; Handle && Step < 12; ++Step) {
    const Expr &E = spelled(*Handle);
    Result.Object = &E;
    if (const Expr *Inner = behind(E)) {
      Handle = Inner;
    } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&E)) {
      //   statement.bind(1, x), which returns statement
      if (returnsItsObject(*Member)) {
        Handle = Result.Spelled = Member->getImplicitObjectArgument();
        continue;
      }
      if (Member->getNumArgs() != 0)
        return Result;
      const std::optional<ModeledCall> Made = TU.models().match(E);
      Handle = Member->getImplicitObjectArgument();
      if (Made && Made->Effects.has(Effect::DbBegin))
        Result.Spelled = Handle;
    } else if (const auto *Part = dyn_cast<MemberExpr>(&E);
               Part && isa<FieldDecl>(Part->getMemberDecl()) &&
               !TU.isUserCode(Part->getMemberDecl()->getLocation())) {
      //   sql.prepare << "INSERT …", of soci::session
      Handle = Part->getBase();
      Result.Spelled = Handle;
    } else if (const auto *Own = dyn_cast<MemberExpr>(&E);
               Own && isa<CXXThisExpr>(spelled(*Own->getBase()))) {
      const auto *Field = dyn_cast<FieldDecl>(Own->getMemberDecl());
      const Expr *Source = Field ? madeFrom(*Field) : nullptr;
      if (!Source)
        return Result;
      Handle = Result.Spelled = Source;
    } else if (const auto *Call = dyn_cast<CallExpr>(&E)) {
      //   QSqlDatabase::database("settings")
      if (llvm::all_of(Call->arguments(), [&](const Expr *Argument) {
            return isConstant(*Argument, TU);
          }))
        Result.Object = nullptr;
      return Result;
    } else {
      const auto *Ref = dyn_cast<DeclRefExpr>(&E);
      const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      // The element of a loop is another one in each iteration.
      if (!Var || isa<ParmVarDecl>(Var) || !Var->hasLocalStorage() ||
          Var->isCXXForRangeDecl())
        return Result;
      bool IsAmbient = false;
      const Expr *Source = madeFrom(*Var, IsAmbient);
      if (IsAmbient) {
        //   QSqlDatabase db = QSqlDatabase::database("main");   QSqlQuery
        //   query;
        const bool IsConnection = Source != nullptr;
        return {nullptr, IsConnection ? Result.Spelled : nullptr};
      }
      if (!Source)
        return Result;
      Handle = Source;
      Result.Spelled = Source;
    }
  }
  return Result;
}

const Expr *DatabaseCalls::madeFrom(const FieldDecl &Field) {
  const auto *Class = dyn_cast<CXXRecordDecl>(Field.getParent());
  if (!Class || !Field.getType()->isRecordType())
    return nullptr;
  const auto SourceOf = [&](const Expr *Init) -> const Expr * {
    if (!Init)
      return nullptr;
    if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Init))
      Init = Default->getExpr();
    for (const Expr *Each : callsUnder(*Init)) {
      const std::optional<DatabaseCall> Made = at(*Each);
      const Expr *From = Made && (Made->Effects.has(Effect::DbPrepare) ||
                                  Made->Effects.has(Effect::DbStmtCreate))
                             ? Made->Handle
                             : nullptr;
      while (From && behind(spelled(*From)))
        From = behind(spelled(*From));
      const auto *Member =
          From ? dyn_cast<MemberExpr>(&spelled(*From)) : nullptr;
      if (Member && isa<CXXThisExpr>(spelled(*Member->getBase())) &&
          Member->getMemberDecl() != &Field)
        return Member;
    }
    return nullptr;
  };
  for (const CXXConstructorDecl *Constructor : Class->ctors()) {
    const FunctionDecl *Body = nullptr;
    if (Constructor->isCopyOrMoveConstructor() || !Constructor->hasBody(Body))
      continue;
    for (const CXXCtorInitializer *Init :
         cast<CXXConstructorDecl>(Body)->inits())
      if (Init->getMember() == &Field)
        return SourceOf(Init->getInit());
  }
  return SourceOf(Field.getInClassInitializer());
}

const Expr *DatabaseCalls::madeFrom(const VarDecl &Var, bool &IsAmbient) {
  if (const Expr *Init = Var.getInit()) {
    for (const Expr *Each : callsUnder(*Init)) {
      const std::optional<DatabaseCall> Made = at(*Each);
      if (!Made)
        continue;
      const std::optional<CallShape> Shape = shapeOf(*Each);
      assert(Shape && "a modelled call has a callee");
      const bool IsDefault =
          Made->Path.empty() && Made->Model->Transaction &&
          !Made->Model->Transaction->Default.empty() &&
          llvm::all_of(Shape->Args, [&](const Expr *Argument) {
            return isConstant(*Argument, TU) || isString(Argument->getType());
          });
      if (Made->Effects.has(Effect::DbConnect) ||
          Made->Effects.has(Effect::PoolAcquire)) {
        // Of another name, it is another one.
        IsAmbient = IsDefault && !isa<CXXConstructExpr>(Each) &&
                    llvm::all_of(Shape->Args, [&](const Expr *Argument) {
                      return isConstant(*Argument, TU);
                    });
        return IsAmbient ? Each : nullptr;
      }
      if (Made->Handle)
        return Made->Handle;
      IsAmbient = IsDefault;
      return IsAmbient ? nullptr : madeFor(*Shape);
    }
    //   sqlite3 *db = handle_;   auto &db = owner.db();
    const Expr &Alias = spelled(*Init);
    if (isa<MemberExpr, DeclRefExpr>(Alias) || behind(Alias))
      return &Alias;
    if (const auto *Accessor = dyn_cast<CXXMemberCallExpr>(&Alias);
        Accessor && Accessor->getNumArgs() == 0 &&
        (Var.getType()->isPointerType() || Var.getType()->isReferenceType()))
      return &Alias;
  }
  //   sqlite3_prepare_v2(db, "INSERT …", -1, &stmt, nullptr);
  const auto *Function = dyn_cast<FunctionDecl>(Var.getDeclContext());
  if (!Function)
    return nullptr;
  for (const DatabaseCall &Call : in(*Function)) {
    if (!Call.Path.empty() || !Call.Model->Out ||
        Call.Effects.has(Effect::DbConnect))
      continue;
    const std::optional<CallShape> Shape = shapeOf(*Call.Call);
    const Expr *Out = Shape ? Shape->arg(*Call.Model->Out) : nullptr;
    const auto *Address =
        Out ? dyn_cast<UnaryOperator>(&spelled(*Out)) : nullptr;
    const auto *Ref =
        Address ? dyn_cast<DeclRefExpr>(&spelled(*Address->getSubExpr()))
                : nullptr;
    if (Ref && Ref->getDecl() == &Var)
      return Call.Handle;
  }
  return nullptr;
}

} // namespace slowpath
