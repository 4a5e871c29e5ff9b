// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SteppedData.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace slowpath {
namespace {

/// The call in a condition that says whether there is a further piece, and the
/// variable it is kept in, if any.
struct Step {
  const CallExpr *Call = nullptr;
  const VarDecl *Kept = nullptr;
  /// Goes on while the call returns 0: C functions say so that it went well.
  bool WhileZero = false;
};

const VarDecl *variableOf(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// Is E 0, null or false?
bool isNothing(const Expr &E, ASTContext &Context) {
  bool Value = true;
  return E.isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNotNull) ||
         (!E.isValueDependent() &&
          E.EvaluateAsBooleanCondition(Value, Context) && !Value);
}

/// `f(x)`, `row = f(x)`, and comparisons of these with a constant that hold
/// while there is something.
Step stepOf(const Expr &Condition, ASTContext &Context) {
  const Expr &Core = spelled(Condition);
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Core)) {
    if (Binary->getOpcode() == BO_Assign) {
      Step Result = stepOf(*Binary->getRHS(), Context);
      Result.Kept = variableOf(*Binary->getLHS());
      return Result;
    }
    const Expr &Limit = *Binary->getRHS();
    const bool IsMask = Binary->getOpcode() == BO_And;
    if (!(Binary->isComparisonOp() || IsMask) || !Limit.isEvaluatable(Context))
      return {};
    Step Result = stepOf(*Binary->getLHS(), Context);
    Result.WhileZero |=
        Binary->getOpcode() == BO_EQ && isNothing(Limit, Context);
    return Result;
  }
  if (const auto *Not = dyn_cast<UnaryOperator>(&Core);
      Not && Not->getOpcode() == UO_LNot) {
    Step Result = stepOf(*Not->getSubExpr(), Context);
    Result.WhileZero = true;
    return Result;
  }
  if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&Core);
      Assign && Assign->getOperator() == OO_Equal &&
      Assign->getNumArgs() == 2) {
    Step Result = stepOf(*Assign->getArg(1), Context);
    Result.Kept = variableOf(*Assign->getArg(0));
    return Result;
  }
  return {dyn_cast<CallExpr>(&Core), nullptr};
}

bool isStream(const Expr &E) {
  return !E.getType().isNull() &&
         meaningOf(E.getType()) == TypeMeaning::InputStream;
}

/// What a person types does not come in thousands.
const Expr *unlessTyped(const Expr *Source, TranslationUnit &TU) {
  const VarDecl *Var = Source ? variableOf(*Source) : nullptr;
  return Var && Var->hasGlobalStorage() && !TU.isUserCode(Var->getLocation())
             ? nullptr
             : Source;
}

/// The stream in `std::getline(in, line)`, `in >> word`, `in.get(c)`.
const Expr *readStream(const Expr &E) {
  const Expr &Core = spelled(E);
  const auto *Call = dyn_cast<CallExpr>(&Core);
  if (!Call || Call->getNumArgs() == 0 || !isStream(*Call))
    return nullptr;
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
  const Expr *Stream =
      Member ? Member->getImplicitObjectArgument() : Call->getArg(0);
  if (!isStream(*Stream))
    return nullptr;
  while (const Expr *Inner = readStream(*Stream))
    Stream = Inner;
  return Stream;
}

/// The stream in `in`, `in.good()` and `!in.eof()`.
const Expr *testedStream(const Expr &E) {
  const Expr &Core = spelled(E);
  if (const auto *Not = dyn_cast<UnaryOperator>(&Core))
    return Not->getOpcode() == UO_LNot &&
                   isa<CXXMemberCallExpr>(spelled(*Not->getSubExpr()))
               ? testedStream(*Not->getSubExpr())
               : nullptr;
  if (isa<DeclRefExpr, MemberExpr>(Core))
    return isStream(Core) ? &Core : nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&Core);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || !Method->isConst() || Call->getNumArgs() != 0 ||
      !Call->getType()->isBooleanType())
    return nullptr;
  // The method is one of a base, which also output has.
  const Expr &Stream = spelled(*Call->getImplicitObjectArgument());
  return isStream(Stream) ? &Stream : nullptr;
}

/// Does a function of the project, and what it calls, do nothing that waits for
/// others? All of them have to be seen.
bool neverWaits(const FunctionDecl &Function, TranslationUnit &TU,
                unsigned Depth) {
  const FunctionDecl *Definition = nullptr;
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!TU.isUserCode(Function.getLocation()))
    return true;
  if (Depth == 0 || (Method && Method->isVirtual()) ||
      !Function.hasBody(Definition) ||
      waitsForEvents(Definition->getBody(), TU.models()))
    return false;
  return !anyStmt(*Definition->getBody(), [&](const Stmt &S) {
    if (isa<LambdaExpr>(S))
      return true;
    const auto *Call = dyn_cast<CallExpr>(&S);
    if (!Call)
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    return !Callee || !neverWaits(*Callee, TU, Depth - 1);
  });
}

/// The object that `entry = cursor.next()` or `entry = next(cursor)` moves on,
/// where a function of the project returns a pointer to what comes next.
const Expr *movedOn(const Step &Next, TranslationUnit &TU) {
  constexpr unsigned MaxDepth = 3;
  const FunctionDecl *Callee = Next.Call->getDirectCallee();
  if (!Next.Kept || !Callee || !Next.Call->getType()->isPointerType() ||
      !TU.isUserCode(Callee->getLocation()) ||
      !neverWaits(*Callee, TU, MaxDepth))
    return nullptr;
  const Expr *Source = calledOn(*Next.Call);
  if (!Source && Next.Call->getNumArgs() != 0)
    Source = Next.Call->getArg(0);
  // `node = nextOf(node)` follows links.
  return Source && rootVariable(*Source) != Next.Kept ? Source : nullptr;
}

/// What a function returns that does nothing else, or null.
const Expr *onlyValueOf(const FunctionDecl &Function) {
  const FunctionDecl *Definition = nullptr;
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if ((Method && Method->isVirtual()) || !Function.hasBody(Definition))
    return nullptr;
  const auto *Body = dyn_cast<CompoundStmt>(Definition->getBody());
  const auto *Return = Body && Body->size() == 1
                           ? dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  return Return ? Return->getRetValue() : nullptr;
}

std::optional<LoopData> steppedBy(const Step &Next, TranslationUnit &TU) {
  // `while (!next(x))` tries until it succeeds.
  if (!Next.Call ||
      (Next.WhileZero && (!Next.Call->getType()->isIntegerType() ||
                          Next.Call->getType()->isBooleanType())))
    return std::nullopt;
  if (const auto Model = TU.models().match(*Next.Call)) {
    const EffectSet &Does = Model->Effects;
    if (!Model->Handle)
      return std::nullopt;
    if (Does.has(Effect::DbFetch))
      return LoopData{LoopData::Kind::Rows, Model->Handle, false};
    if (Does.has(Effect::DataNext) && !Next.WhileZero &&
        unlessTyped(Model->Handle, TU))
      return LoopData{LoopData::Kind::Stream, Model->Handle, false};
    return std::nullopt;
  }
  if (Next.WhileZero)
    return std::nullopt;
  if (const Expr *Source = movedOn(Next, TU))
    return LoopData{LoopData::Kind::Stream, Source, false};
  //   bool Cursor::next() { return sqlite3_step(statement) == SQLITE_ROW; }
  const FunctionDecl *Callee = Next.Call->getDirectCallee();
  const Expr *Value = Callee && TU.isUserCode(Callee->getLocation())
                          ? onlyValueOf(*Callee)
                          : nullptr;
  const Step Inner = Value ? stepOf(*Value, TU.context()) : Step();
  const Expr *Source = calledOn(*Next.Call);
  if (!Source && Next.Call->getNumArgs() == 1)
    Source = Next.Call->getArg(0);
  // One step down: its call is one of a library.
  if (!Source || !Inner.Call || !TU.models().match(*Inner.Call))
    return std::nullopt;
  std::optional<LoopData> Found = steppedBy(Inner, TU);
  if (Found)
    Found->Source = Source;
  return Found;
}

} // namespace

std::optional<LoopData> steppedBy(const Expr &Condition, TranslationUnit &TU) {
  const Expr &Core = spelled(Condition);
  //   while (in >> word && !word.empty())
  if (const auto *Both = dyn_cast<BinaryOperator>(&Core);
      Both && Both->getOpcode() == BO_LAnd) {
    std::optional<LoopData> Left = steppedBy(*Both->getLHS(), TU);
    return Left ? Left : steppedBy(*Both->getRHS(), TU);
  }
  const Expr *Stream = readStream(Core);
  if (!Stream)
    Stream = testedStream(Core);
  if (Stream)
    return unlessTyped(Stream, TU)
               ? std::optional(LoopData{LoopData::Kind::Stream, Stream, false})
               : std::nullopt;
  return steppedBy(stepOf(Core, TU.context()), TU);
}

std::optional<LoopData> steppedBy(const VarDecl &Kept, TranslationUnit &TU) {
  if (!Kept.hasInit())
    return std::nullopt;
  Step Next = stepOf(*Kept.getInit(), TU.context());
  Next.Kept = &Kept;
  return steppedBy(Next, TU);
}

std::optional<LoopData> steppedBy(const ForStmt &For, TranslationUnit &TU) {
  //   for (std::string line; std::getline(in, line);)
  if (For.getCond() && !For.getInc())
    return steppedBy(*For.getCond(), TU);
  //   for (row = fetch(result); row; row = fetch(result))
  if (!For.getCond() || !For.getInc())
    return std::nullopt;
  const Step Next = stepOf(*For.getInc(), TU.context());
  if (!Next.Kept)
    return std::nullopt;
  const Expr *Tested = &spelled(*For.getCond());
  if (const auto *Binary = dyn_cast<BinaryOperator>(Tested);
      Binary && Binary->getOpcode() == BO_NE)
    Tested = &spelled(*Binary->getLHS());
  return variableOf(*Tested) == Next.Kept ? steppedBy(Next, TU) : std::nullopt;
}

const Expr *resultCountedBy(const Expr &Limit, const ApiModels &Models) {
  const Expr *Core = &spelled(Limit);
  if (const VarDecl *Var = variableOf(*Core);
      Var && Var->hasLocalStorage() && Var->hasInit() && !isa<ParmVarDecl>(Var))
    Core = &spelled(*Var->getInit());
  if (!isa<CallExpr>(Core))
    return nullptr;
  const auto Model = Models.match(*Core);
  return Model && Model->Effects.has(Effect::DbRows) ? Model->Handle : nullptr;
}

} // namespace slowpath
