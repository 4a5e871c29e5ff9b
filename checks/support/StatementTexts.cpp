// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/StatementTexts.h"
#include "checks/models/ApiModels.h"
#include "checks/models/ConstantText.h"
#include "checks/models/VariableText.h"
#include "checks/support/DatabaseCalls.h"
#include "checks/support/Objects.h"
#include "checks/support/TranslationUnit.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Callers further away, and functions in functions in functions, are not
/// followed.
constexpr unsigned MaxCallers = 2, MaxNesting = 4;

/// The constructor of Class that takes Count arguments, if there is one only.
const CXXConstructorDecl *onlyConstructor(const CXXRecordDecl &Class,
                                          unsigned Count) {
  const CXXConstructorDecl *Only = nullptr;
  if (!Class.hasDefinition())
    return nullptr;
  for (const CXXConstructorDecl *Each : Class.ctors()) {
    if (Each->isCopyOrMoveConstructor() || Each->isDeleted() ||
        Count < Each->getMinRequiredArguments() || Count > Each->getNumParams())
      continue;
    if (Only)
      return nullptr;
    Only = Each;
  }
  return Only;
}

bool isOrDerivesFromClass(const CXXRecordDecl &Class, const RecordDecl &Base) {
  const auto *BaseClass = dyn_cast<CXXRecordDecl>(&Base);
  return BaseClass && (declaresSameEntity(&Class, BaseClass) ||
                       (Class.hasDefinition() && BaseClass->hasDefinition() &&
                        Class.isDerivedFrom(BaseClass)));
}

/// Is E a call on `this`, or the construction of a base of `this`?
bool isOnThis(const Expr &E) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E))
    return Construct->getConstructionKind() != CXXConstructionKind::Complete;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&E);
  return Call && isa<CXXThisExpr>(spelled(*Call->getImplicitObjectArgument()));
}

MemberPath rest(const MemberPath &Path) {
  return {Path.begin() + 1, Path.end()};
}

} // namespace

const FunctionDecl *calledBody(const CallShape &Shape) {
  const auto *Callee = dyn_cast<FunctionDecl>(Shape.Callee);
  if (Shape.MakesClass)
    Callee = onlyConstructor(*Shape.Class, Shape.explicitArgs());
  const FunctionDecl *Body = nullptr;
  return Callee && Callee->hasBody(Body) && !Body->isDefaulted() &&
                 isUserCode(*Body)
             ? Body
             : nullptr;
}

TextParameter textParameter(const Expr *E, const FunctionDecl &Function,
                            const ApiModels &Models) {
  char Placeholder = 0;
  for (unsigned Step = 0; E && Step < 8; ++Step) {
    E = &spelled(*E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl())) {
        if (Parameter->getDeclContext() != &Function)
          return {};
        return {Parameter, Placeholder};
      }
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      if (!Var || !Var->hasLocalStorage())
        return {};
      if (Var->getType().isConstQualified()) {
        E = Var->getInit();
        continue;
      }
      const VariableText Text = textBefore(*Var, *Ref, Models);
      E = Text.From;
      Placeholder = Text.Placeholder ? Text.Placeholder : Placeholder;
    } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
               Member && Member->getNumArgs() == 0)
      E = Member->getImplicitObjectArgument();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
             Construct && Construct->getNumArgs() >= 1 &&
             (isString(Construct->getType()) ||
              Construct->getConstructor()->isCopyOrMoveConstructor()))
      E = Construct->getArg(0);
    else if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
      E = Cast->getSubExpr();
    else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const Formatting By = formattingBy(*Call, Models);
      E = By.Format;
      Placeholder = By.Placeholder;
    } else
      return {};
  }
  return {};
}

PrepareCalls StatementTexts::before(const Expr &Use, const Expr &Statement,
                                    const MemberPath &Path) {
  return before(Use, Statement, Path, 0);
}

PrepareCalls StatementTexts::before(const Expr &Use, const Expr &Statement,
                                    const MemberPath &Path, unsigned Depth) {
  const StatementHandle Handle = statementHandle(&Statement);
  if (!Handle)
    return {};
  // A member of this object may be prepared by other methods, too.
  MemberPath FromThis = Path;
  if (!Handle.Variable)
    FromThis.insert(FromThis.begin(), Handle.Field);
  PrepareCalls Found = preparesBefore(Use, Handle, [&](const Expr &E) {
    std::optional<PrepareCall> Prepare = prepareAt(E, Path);
    return Prepare || Handle.Variable ? Prepare : prepareOfThis(E, FromThis);
  });
  const auto *Parameter =
      dyn_cast_or_null<ParmVarDecl>(Found.empty() ? Handle.Variable : nullptr);
  const auto *Function =
      Parameter && !Handle.Field
          ? dyn_cast<FunctionDecl>(Parameter->getDeclContext())
          : nullptr;
  if (!Function || Depth == MaxCallers)
    return Found;
  for (const Expr *Call : TU.callsOf(*Function)) {
    const std::optional<CallShape> Shape = shapeOf(*Call);
    const Expr *Given =
        Shape ? Shape->arg(Parameter->getFunctionScopeIndex()) : nullptr;
    const PrepareCalls There =
        Given ? before(*Call, *Given, Path, Depth + 1) : PrepareCalls();
    if (There.empty())
      return {};
    Found.append(There);
  }
  return Found;
}

std::optional<PrepareCall> StatementTexts::prepareAt(const Expr &E,
                                                     const MemberPath &Path) {
  if (Path.empty())
    if (std::optional<PrepareCall> OfLibrary = TU.models().prepareAt(E))
      return OfLibrary;
  const std::optional<CallShape> Shape = shapeOf(E);
  if (!Shape)
    return std::nullopt;
  const FunctionDecl *Body = calledBody(*Shape);
  if (!Body)
    return std::nullopt;

  PrepareCall Result;
  Result.Call = &E;
  const PrepareCalls *Inner = nullptr;
  const auto *Method = dyn_cast<CXXMethodDecl>(Body);
  if (!Path.empty() && Method && !Method->isStatic() &&
      isOrDerivesFromClass(*Method->getParent(), *Path[0]->getParent())) {
    Inner = &within(*Body, Into::Member, nullptr, Path);
    Result.Handle = Shape->Object;
  }
  //   prepare(db, "SELECT …", &stmt)
  if (!Inner || Inner->empty())
    for (const ParmVarDecl *Parameter : Body->parameters()) {
      const QualType Type = Parameter->getType();
      const bool IsOut =
          Type->isLValueReferenceType() ||
          (Type->isPointerType() && Type->getPointeeType()->isPointerType());
      if (!IsOut || Type->getPointeeType().isConstQualified() ||
          isString(Type->getPointeeType()))
        continue;
      Inner = &within(*Body, Into::Parameter, Parameter, Path);
      Result.Handle = nullptr;
      Result.Out = Shape->arg(Parameter->getFunctionScopeIndex());
      if (!Inner->empty())
        break;
    }
  //   Statement Database::prepare(sql) { return Statement(db_, sql); }
  if ((!Inner || Inner->empty()) && !isa<CXXConstructorDecl>(Body)) {
    const QualType Type = Body->getReturnType();
    if (!Type->isRecordType() && !Type->isPointerType() &&
        !Type->isReferenceType())
      return std::nullopt;
    Inner = &within(*Body, Into::Result, nullptr, Path);
    Result.Out = nullptr;
  }
  if (!Inner || Inner->empty())
    return std::nullopt;

  for (const PrepareCall &Call : *Inner) {
    const Expr *Sql = Call.Sql;
    if (const TextParameter From = textParameter(Sql, *Body, TU.models()))
      Sql = Shape->arg(From.Parameter->getFunctionScopeIndex());
    if (!Sql || (Result.Sql && Result.Sql != Sql)) {
      Result.Sql = nullptr;
      break;
    }
    Result.Sql = Sql;
  }
  return Result;
}

std::optional<PrepareCall>
StatementTexts::prepareOfThis(const Expr &E, const MemberPath &Path) {
  if (!isOnThis(E))
    return std::nullopt;
  std::optional<PrepareCall> Result = prepareAt(E, Path);
  if (Result)
    Result->OfThis = true;
  return Result;
}

const PrepareCalls &StatementTexts::within(const FunctionDecl &Body, Into What,
                                           const ParmVarDecl *Out,
                                           const MemberPath &Path) {
  // A recursive function prepares what its other calls do.
  static const PrepareCalls Nothing;
  if (Nesting == MaxNesting)
    return Nothing;
  const auto [Slot, IsNew] =
      Known.try_emplace({&Body, What, Out, {Path.begin(), Path.end()}});
  if (!IsNew)
    return Slot->second;
  ++Nesting;
  PrepareCalls Found;
  switch (What) {
  case Into::Member:
    Found = preparesOfMember(Body, *Path[0], [&](const Expr &E) {
      std::optional<PrepareCall> Prepare = prepareAt(E, rest(Path));
      return Prepare ? Prepare : prepareOfThis(E, Path);
    });
    break;
  case Into::Parameter:
    Found = preparesOfParameter(
        Body, *Out, [&](const Expr &E) { return prepareAt(E, Path); });
    break;
  case Into::Result:
    Found = preparesOfResult(Body,
                             [&](const Expr &E) { return prepareAt(E, Path); });
    break;
  }
  --Nesting;
  return Slot->second = std::move(Found);
}

const llvm::StringMap<PrepareCalls> &StatementTexts::byName() {
  if (Names)
    return *Names;
  llvm::StringMap<PrepareCalls> Found;
  for (const FunctionDecl *Function : TU.functions())
    for (const Expr *E : callsIn(*Function)) {
      const std::optional<ModeledCall> Model = TU.models().match(*E);
      const std::optional<CallShape> Shape = shapeOf(*E);
      if (!Model || !Model->Model->StatementName || !Shape ||
          !Model->Effects.has(Effect::DbPrepare))
        continue;
      const Expr *Name = Shape->arg(*Model->Model->StatementName);
      const KnownText Text = Name ? knownText(*Name, TU.models()) : KnownText();
      if (!Text.Complete)
        continue;
      PrepareCall Prepare;
      Prepare.Call = E;
      Prepare.Sql = Model->Sql;
      Found[Text.Text].push_back(Prepare);
    }
  return Names.emplace(std::move(Found));
}

PrepareCalls StatementTexts::named(const Expr &Use, const Expr &Name) {
  const KnownText Text = knownText(Name, TU.models());
  if (!Text.Complete)
    return {};
  PrepareCalls Found = byName().lookup(Text.Text);
  if (Text.Text.empty())
    llvm::erase_if(Found, [&](const PrepareCall &Prepare) {
      return TU.functionAround(*Prepare.Call) != TU.functionAround(Use);
    });
  return Found;
}

} // namespace slowpath
