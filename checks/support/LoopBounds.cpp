// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LoopBounds.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace slowpath {
namespace {

/// Calls Predicate for every expression under S, lambdas excepted, until it
/// returns true. Returns whether it did.
template <typename P> bool anyExpr(const Stmt *S, P Predicate) {
  if (!S)
    return false;
  if (const auto *E = dyn_cast<Expr>(S); E && Predicate(*E))
    return true;
  if (isa<LambdaExpr>(S))
    return false;
  for (const Stmt *Child : S->children())
    if (anyExpr(Child, Predicate))
      return true;
  return false;
}

std::optional<llvm::APSInt> constant(const Expr *E, ASTContext &Context) {
  if (!E || E->isValueDependent() ||
      !E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  Expr::EvalResult Result;
  if (!E->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt();
}

/// The name a reader sees: variable, member or callee.
llvm::StringRef nameOf(const Expr &E) {
  const NamedDecl *Decl = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E))
    Decl = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(&E))
    Decl = Member->getMemberDecl();
  return Decl && Decl->getIdentifier() ? Decl->getName() : llvm::StringRef();
}

/// A2 of the false-positive catalogue: a count of cores, workers or shards.
bool isConcurrencyName(llvm::StringRef Name) {
  static const llvm::Regex Pattern(
      "^(m_|k)?((num|n|max|no|number_?of|count|total)_?(of_?)?)?"
      "(threads?|workers?|shards?|cores?|cpus?|procs?|pool_?size|concurrency|"
      "parallelism|partitions?)(_?(count|num|size|s))?_?$",
      llvm::Regex::IgnoreCase);
  return Pattern.match(Name);
}

bool isRetryName(llvm::StringRef Name) {
  static const llvm::Regex Pattern(
      "^(m_)?(n|num|max)?_?(attempts?|retry|retries|tries)"
      "(_?(count|left|remaining|no|nr|idx|index))?_?$",
      llvm::Regex::IgnoreCase);
  return Pattern.match(Name);
}

bool mentionsConcurrency(const Expr *E, const ApiModels &Models,
                         unsigned Depth = 0) {
  return anyExpr(E, [&](const Expr &Part) {
    if (isConcurrencyName(nameOf(Part)))
      return true;
    if (isa<CallExpr>(Part))
      if (const auto Model = Models.match(Part))
        return Model->Effects.has(Effect::ConcurrencyBound);
    // A local that was computed from the number of cores.
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&Part); Ref && Depth < 3)
      if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
          Var && Var->hasInit() && !isa<ParmVarDecl>(Var))
        return mentionsConcurrency(Var->getInit(), Models, Depth + 1);
    return false;
  });
}

/// `i = a; i < b; i += c` with constants gives the number of iterations.
struct CountingLoop {
  const VarDecl *Variable = nullptr;
  const Expr *Limit = nullptr;
  std::optional<uint64_t> Trips;
  /// Or is Trips only the most there can be?
  bool IsExact = true;
};

std::optional<int64_t> stepOf(const Expr *Increment, const VarDecl &Variable,
                              ASTContext &Context) {
  if (!Increment)
    return std::nullopt;
  Increment = Increment->IgnoreParenImpCasts();
  const auto Names = [&](const Expr *E) {
    const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
    return Ref && Ref->getDecl() == &Variable;
  };
  if (const auto *Unary = dyn_cast<UnaryOperator>(Increment)) {
    if (!Unary->isIncrementDecrementOp() || !Names(Unary->getSubExpr()))
      return std::nullopt;
    return Unary->isIncrementOp() ? 1 : -1;
  }
  if (const auto *Assign = dyn_cast<CompoundAssignOperator>(Increment);
      Assign && Names(Assign->getLHS()))
    if (const auto By = constant(Assign->getRHS(), Context);
        By && By->getSignificantBits() <= 32) {
      if (Assign->getOpcode() == BO_AddAssign)
        return By->getExtValue();
      if (Assign->getOpcode() == BO_SubAssign)
        return -By->getExtValue();
    }
  return std::nullopt;
}

/// With Given for its condition, or a part of it that must hold.
std::optional<CountingLoop> countingLoop(const ForStmt &For, const Expr *Given,
                                         ASTContext &Context) {
  const auto *Condition = dyn_cast_or_null<BinaryOperator>(
      Given ? Given->IgnoreParenImpCasts() : nullptr);
  //   i < 3 && i < items.size()
  if (Condition && Condition->getOpcode() == BO_LAnd) {
    std::optional<CountingLoop> Left =
        countingLoop(For, Condition->getLHS(), Context);
    std::optional<CountingLoop> Right =
        countingLoop(For, Condition->getRHS(), Context);
    const bool RightIsLess =
        Right && (!Left || (Right->Trips &&
                            (!Left->Trips || *Right->Trips < *Left->Trips)));
    std::optional<CountingLoop> Least = RightIsLess ? Right : Left;
    if (Least)
      Least->IsExact = false;
    return Least;
  }
  if (!Condition || !Condition->isComparisonOp())
    return std::nullopt;
  CountingLoop Result;
  const Expr *Start = nullptr;
  bool Flipped = false;
  for (const Expr *Side : {Condition->getLHS(), Condition->getRHS()}) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Side->IgnoreParenImpCasts());
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Var || !stepOf(For.getInc(), *Var, Context))
      continue;
    Result.Variable = Var;
    Flipped = Side == Condition->getRHS();
    Result.Limit = Flipped ? Condition->getLHS() : Condition->getRHS();
    break;
  }
  if (!Result.Variable)
    return std::nullopt;
  if (const auto *Declaration = dyn_cast_or_null<DeclStmt>(For.getInit());
      Declaration && Declaration->isSingleDecl() &&
      Declaration->getSingleDecl() == Result.Variable)
    Start = Result.Variable->getInit();
  else if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(For.getInit());
           Assign && Assign->isAssignmentOp())
    Start = Assign->getRHS();
  const std::optional<int64_t> Step =
      stepOf(For.getInc(), *Result.Variable, Context);
  const auto First = constant(Start, Context);
  const auto Last = constant(Result.Limit, Context);
  if (!First || !Last || !Step || *Step == 0 ||
      First->getSignificantBits() > 60 || Last->getSignificantBits() > 60)
    return Result;
  int64_t Distance = *Step > 0 ? Last->getExtValue() - First->getExtValue()
                               : First->getExtValue() - Last->getExtValue();
  const BinaryOperatorKind Op = Condition->getOpcode();
  if (Op == BO_LE || Op == BO_GE)
    ++Distance;
  const int64_t Stride = *Step > 0 ? *Step : -*Step;
  Result.Trips = Distance <= 0
                     ? 0
                     : static_cast<uint64_t>((Distance + Stride - 1) / Stride);
  return Result;
}

/// Counts the elements that statements one by one add to a local container.
class HandFilled {
public:
  explicit HandFilled(const VarDecl &Container) : Container(Container) {}

  /// Nothing if it may be filled in another way.
  std::optional<uint64_t> count(const Stmt &Body) {
    visit(Body, false);
    return IsKnown ? std::optional(Added) : std::nullopt;
  }

private:
  bool names(const Expr &E) const {
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
    return Ref && Ref->getDecl() == &Container;
  }

  /// `list << "a" << "b"` ends in it.
  bool chainNames(const Expr &E) const {
    const auto *Chain = dyn_cast<CXXOperatorCallExpr>(&spelled(E));
    return Chain && Chain->getOperator() == OO_LessLess
               ? chainNames(*Chain->getArg(0))
               : names(E);
  }

  void visit(const Stmt &S, bool IsRepeated) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    if (Call && names(*Call->getImplicitObjectArgument())) {
      for (const Expr *Argument : Call->arguments())
        visit(*Argument, IsRepeated);
      const CXXMethodDecl *Method = Call->getMethodDecl();
      const IdentifierInfo *Name = Method ? Method->getIdentifier() : nullptr;
      if (!Name) {
        IsKnown = false;
      } else if (Name->isStr("push_back") || Name->isStr("emplace_back") ||
                 Name->isStr("append") || Name->isStr("push")) {
        IsKnown &= !IsRepeated;
        ++Added;
      } else if (!Method->isConst()) {
        IsKnown &=
            llvm::is_contained({"begin", "end", "front", "back", "at", "data",
                                "clear", "reserve", "pop_back", "erase"},
                               Name->getName());
      }
      return;
    }
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S);
        Operator && Operator->getOperator() == OO_Subscript &&
        names(*Operator->getArg(0))) {
      // Those of maps add what they do not find.
      IsKnown &= meaningOf(Container.getType()) != TypeMeaning::Map;
      visit(*Operator->getArg(1), IsRepeated);
      return;
    }
    //   list << "a" << "b";
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S);
        Operator && Operator->getOperator() == OO_LessLess &&
        Operator->getNumArgs() == 2 &&
        meaningOf(Operator->getArg(1)->getType()) !=
            meaningOf(Container.getType()) &&
        chainNames(*Operator->getArg(0))) {
      IsKnown &= !IsRepeated;
      ++Added;
      if (!names(*Operator->getArg(0)))
        visit(*Operator->getArg(0), IsRepeated);
      visit(*Operator->getArg(1), IsRepeated);
      return;
    }
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(&S);
        Range && names(*Range->getRangeInit())) {
      visit(*Range->getBody(), true);
      return;
    }
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&S)) {
      IsKnown &= Ref->getDecl() != &Container;
      return;
    }
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(&S);
        Cast && Cast->isLValue() && Cast->getType().isConstQualified() &&
        names(*Cast))
      return;
    IsRepeated |=
        isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr, LabelStmt>(
            S);
    for (const Stmt *Child : S.children())
      if (Child)
        visit(*Child, IsRepeated);
  }

  const VarDecl &Container;
  uint64_t Added = 0;
  bool IsKnown = true;
};

std::optional<uint64_t> handFilled(const VarDecl &Var, ASTContext &Context) {
  const auto *Function =
      dyn_cast<FunctionDecl>(Var.getDeclContext()->getNonTransparentContext());
  if (!Var.hasLocalStorage() || isa<ParmVarDecl>(Var) ||
      !isValue(Var.getType()) || Var.getType()->isReferenceType() ||
      !Function || !Function->hasBody())
    return std::nullopt;
  uint64_t Initial = 0;
  if (const Expr *Init = Var.getInit()) {
    const auto *Construct =
        dyn_cast<CXXConstructExpr>(Init->IgnoreUnlessSpelledInSource());
    if (!Construct || Construct->getNumArgs() != 0) {
      const std::optional<uint64_t> Listed = fixedSize(*Init, Context);
      if (!Listed)
        return std::nullopt;
      Initial = *Listed;
    }
  }
  const std::optional<uint64_t> Added =
      HandFilled(Var).count(*Function->getBody());
  return Added ? std::optional(Initial + *Added) : std::nullopt;
}

} // namespace

std::optional<uint64_t> fixedSize(const Expr &Range, ASTContext &Context) {
  const Expr *Core = Range.IgnoreUnlessSpelledInSource();
  // `std::vector<T> v(1000)` in a template is not resolved yet.
  if (Core->getType().isNull())
    return std::nullopt;
  const QualType Type = Core->getType().getNonReferenceType();
  if (const auto *Array = Context.getAsConstantArrayType(Type))
    return Array->getSize().getLimitedValue();
  if (const auto *Record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          Type->getAsCXXRecordDecl());
      Record && Record->isInStdNamespace() && Record->getName() == "array" &&
      Record->getTemplateArgs().size() == 2 &&
      Record->getTemplateArgs()[1].getKind() == TemplateArgument::Integral)
    return Record->getTemplateArgs()[1].getAsIntegral().getLimitedValue();
  if (const auto *List = dyn_cast<InitListExpr>(Core))
    return List->getNumInits();
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(Core))
    return fixedSize(*List->getSubExpr(), Context);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Core);
      Construct && Construct->isListInitialization() &&
      Construct->getNumArgs() >= 1)
    if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(
            Construct->getArg(0)->IgnoreUnlessSpelledInSource()))
      return fixedSize(*List, Context);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Core);
      Construct && Construct->getNumArgs() >= 1)
    if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(
            Construct->getArg(0)->IgnoreImplicit()))
      return fixedSize(*List, Context);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Core))
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
        Var && !Var->getType()->isReferenceType())
      return Var->getType().isConstQualified() && Var->hasInit()
                 ? fixedSize(*Var->getInit(), Context)
                 : handFilled(*Var, Context);
  return std::nullopt;
}

namespace {

/// The most elements a range can have that is written as the first few of
/// another: `items | std::views::take(8)`, `all.first(std::min(8, n))`.
std::optional<uint64_t> mostOf(const Expr &Range, ASTContext &Context) {
  const Expr &Core = *Range.IgnoreUnlessSpelledInSource();
  const auto *Call = dyn_cast<CallExpr>(&Core);
  if (const auto *Pipe = dyn_cast<CXXOperatorCallExpr>(&Core);
      Pipe && Pipe->getOperator() == OO_Pipe && Pipe->getNumArgs() == 2)
    Call = dyn_cast<CallExpr>(Pipe->getArg(1)->IgnoreUnlessSpelledInSource());
  if (!Call || Call->getNumArgs() == 0)
    return std::nullopt;
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (const auto *Object = dyn_cast<CXXOperatorCallExpr>(Call);
      Object && Object->getOperator() == OO_Call)
    Callee = Object->getArg(0)->IgnoreParenImpCasts();
  if (!llvm::is_contained({"take", "first", "left", "subspan", "mid"},
                          nameOf(*Callee)))
    return std::nullopt;
  const Expr *Count = Call->getArg(Call->getNumArgs() - 1);
  std::optional<uint64_t> Most;
  anyExpr(Count, [&](const Expr &Part) {
    // Of a minimum any operand will do.
    if (const auto Value = constant(&Part, Context);
        Value && !Value->isNegative())
      Most = Value->getLimitedValue();
    return Most.has_value();
  });
  return Most;
}

/// Is E a constant of at most MostByTest?
bool isFew(const Expr &E, ASTContext &Context) {
  // A program that asks for it knows what that many cost.
  constexpr uint64_t MostByTest = 64;
  const auto Value = constant(&E, Context);
  return Value && !Value->isNegative() && Value->getLimitedValue() > 1 &&
         Value->getLimitedValue() <= MostByTest;
}

/// Is Condition true (or false, if Holds is) only of few Elements:
/// `items.size() <= 8`?
bool limitsSize(const Expr *Condition, const Expr &Elements, bool Holds,
                ASTContext &Context) {
  if (!Condition)
    return false;
  const auto *Binary = dyn_cast<BinaryOperator>(&spelled(*Condition));
  if (!Binary)
    return false;
  if (Binary->getOpcode() == (Holds ? BO_LAnd : BO_LOr))
    return limitsSize(Binary->getLHS(), Elements, Holds, Context) ||
           limitsSize(Binary->getRHS(), Elements, Holds, Context);
  const BinaryOperatorKind Op = Binary->getOpcode();
  if (Holds ? Op != BO_LT && Op != BO_LE : Op != BO_GT && Op != BO_GE)
    return false;
  const auto *Size = dyn_cast<CXXMemberCallExpr>(&spelled(*Binary->getLHS()));
  return Size && Size->getNumArgs() == 0 &&
         llvm::is_contained(
             {"size", "count", "length"},
             nameOf(*Size->getCallee()->IgnoreParenImpCasts())) &&
         isSameObject(*Size->getImplicitObjectArgument(), Elements) &&
         isFew(*Binary->getRHS(), Context);
}

bool leavesFunction(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    S = Block->body_empty() ? nullptr : Block->body_back();
  return S && isa<ReturnStmt, CXXThrowExpr, CoreturnStmt>(S);
}

/// `if (items.size() > 8) return;` before the loop over Elements, or
/// `if (items.size() <= 8)` around it.
bool isTestedForFew(const Expr &Elements, const Stmt &LoopStatement,
                    const FunctionAnalysis &Analysis, ASTContext &Context) {
  const Stmt *Inner = &LoopStatement;
  for (const Stmt *Up = Analysis.parent(*Inner); Up;
       Inner = Up, Up = Analysis.parent(*Up)) {
    if (const auto *If = dyn_cast<IfStmt>(Up);
        If && If->getThen() == Inner &&
        limitsSize(If->getCond(), Elements, /*Holds=*/true, Context))
      return true;
    const auto *Block = dyn_cast<CompoundStmt>(Up);
    if (!Block)
      continue;
    for (const Stmt *Before : Block->body()) {
      if (Before == Inner)
        break;
      const auto *If = dyn_cast<IfStmt>(Before);
      if (If && leavesFunction(If->getThen()) &&
          limitsSize(If->getCond(), Elements, /*Holds=*/false, Context))
        return true;
    }
  }
  return false;
}

/// A container made with as many elements as there are cores or workers:
/// `std::vector<Part> parts(workers);`, `auto parts = split(items, 8);`.
bool isPerWorker(const Expr &Elements, const ApiModels &Models,
                 ASTContext &Context) {
  const Expr *Init = Elements.IgnoreUnlessSpelledInSource();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Init)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    Init = Var && Var->hasLocalStorage() && !isa<ParmVarDecl>(Var)
               ? Var->getInit()
               : nullptr;
  }
  if (!Init || Init->isTypeDependent())
    return false;
  Init = Init->IgnoreUnlessSpelledInSource();
  llvm::ArrayRef<const Expr *> Arguments;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Init);
      Construct && !Construct->isListInitialization())
    Arguments = {Construct->getArgs(), Construct->getNumArgs()};
  else if (const auto *Call = dyn_cast<CallExpr>(Init))
    Arguments = {Call->getArgs(), Call->getNumArgs()};
  // Of what a function returns only parts are as many as it is told.
  const bool IsOfParts =
      isa<CXXConstructExpr>(Init) || isValue(elementType(Init->getType()));
  return llvm::any_of(Arguments, [&](const Expr *Argument) {
    return Argument->getType()->isIntegerType() &&
           (mentionsConcurrency(Argument, Models) ||
            (IsOfParts && isFew(*Argument, Context)));
  });
}

/// Does the condition look at the outcome of an operation that may have to be
/// repeated (EINTR, EAGAIN, SQLITE_BUSY)?
bool testsForTransientError(const Expr *Condition, const SourceManager &SM,
                            const LangOptions &LangOpts) {
  return anyExpr(Condition, [&](const Expr &E) {
    const SourceLocation Begin = E.getBeginLoc();
    if (!Begin.isMacroID())
      return false;
    const llvm::StringRef Name =
        Lexer::getImmediateMacroNameForDiagnostics(Begin, SM, LangOpts);
    return Name == "EINTR" || Name == "EAGAIN" || Name == "EWOULDBLOCK" ||
           Name == "SQLITE_BUSY" || Name == "SQLITE_LOCKED" ||
           Name == "TEMP_FAILURE_RETRY";
  });
}

bool isTime(QualType T) { return meaningOf(T) == TypeMeaning::Time; }

} // namespace

bool waitsForEvents(const Stmt *Body, const ApiModels &Models) {
  return anyExpr(Body, [&](const Expr &E) {
    // A project's own queue: `Message m = queue.pop();`.
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&E);
        Call && Call->getMethodDecl() && !Call->getType()->isVoidType() &&
        Call->getMethodDecl()->getIdentifier() &&
        llvm::is_contained({"pop", "take", "dequeue", "receive"},
                           Call->getMethodDecl()->getName()))
      return true;
    const auto Model = Models.match(E);
    return Model && (Model->Effects.has(Effect::NetWait) ||
                     Model->Effects.has(Effect::NetPoll) ||
                     Model->Effects.has(Effect::EventLoop) ||
                     Model->Effects.has(Effect::TaskWait) ||
                     Model->Effects.has(Effect::Sleep));
  });
}

bool isFlagCondition(const Expr *Condition, ASTContext &Context) {
  if (!Condition)
    return true;
  Condition = Condition->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(Condition);
      Not && Not->getOpcode() == UO_LNot)
    return isFlagCondition(Not->getSubExpr(), Context);
  if (const auto *And = dyn_cast<BinaryOperator>(Condition);
      And && And->isLogicalOp())
    return isFlagCondition(And->getLHS(), Context) &&
           isFlagCondition(And->getRHS(), Context);
  bool Value = false;
  if (!Condition->isValueDependent() &&
      Condition->EvaluateAsBooleanCondition(Value, Context))
    return Value;
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Condition)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (!Method || Call->getNumArgs() > 1)
      return false;
    const auto *Identifier = Method->getIdentifier();
    if (Identifier && Identifier->isStr("stop_requested"))
      return true;
    // std::atomic<bool>: load() or the conversion.
    const CXXRecordDecl *Record = Method->getParent();
    return Record->isInStdNamespace() && Record->getName().contains("atomic");
  }
  if (isa<DeclRefExpr, MemberExpr>(Condition))
    return Condition->getType()->isBooleanType();
  return false;
}

void classifyBound(Loop &L, const FunctionAnalysis &Analysis,
                   const ApiModels &Models, ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const auto ByCount = [&](std::optional<uint64_t> Count) {
    L.TripCount = Count;
    if (Count && *Count <= Loop::SmallTripCount)
      L.Trips = Loop::Bound::SmallConstant;
  };

  const auto ByElements = [&](const Expr &Elements) {
    if (isConcurrencyName(nameOf(*Elements.IgnoreUnlessSpelledInSource())) ||
        isPerWorker(Elements, Models, Context)) {
      L.Trips = Loop::Bound::Concurrency;
      return;
    }
    const std::optional<uint64_t> Most = mostOf(Elements, Context);
    if ((Most && *Most <= Loop::SmallTripCount) ||
        isTestedForFew(Elements, *L.Statement, Analysis, Context))
      L.Trips = Loop::Bound::SmallConstant;
  };

  if (const auto *RangeFor = dyn_cast<CXXForRangeStmt>(L.Statement)) {
    L.Variable = RangeFor->getLoopVariable();
    L.Range = RangeFor->getRangeInit();
    if (!L.Range)
      return;
    ByCount(fixedSize(*L.Range, Context));
    ByElements(*L.Range);
    return;
  }
  if (L.Shape == Loop::Kind::Algorithm) {
    if (L.Range) {
      ByCount(fixedSize(*L.Range, Context));
      ByElements(*L.Range);
    }
    return;
  }

  const Expr *Condition = L.condition();
  if (const auto *For = dyn_cast<ForStmt>(L.Statement)) {
    //   std::array<int, 4> a;   for (size_t i = 0; i < a.size(); ++i)
    const Expr *Elements =
        For->getInc() ? boundingContainer(Condition) : nullptr;
    if (Elements) {
      ByCount(fixedSize(*Elements, Context));
      ByElements(*Elements);
    }
    if (const auto Counting = countingLoop(*For, For->getCond(), Context)) {
      L.Variable = Counting->Variable;
      // A body that turns the counter back may run any number of times.
      if (!L.Body || !Analysis.isModifiedIn(*Counting->Variable, *L.Body)) {
        if (Counting->Trips)
          ByCount(Counting->Trips);
        if (!Counting->IsExact)
          L.TripCount.reset();
      } else {
        L.TripCount.reset();
        L.Trips = Loop::Bound::Data;
      }
      if (mentionsConcurrency(Counting->Limit, Models))
        L.Trips = Loop::Bound::Concurrency;
      else if (isRetryName(Counting->Variable->getName()) ||
               isRetryName(nameOf(*Counting->Limit->IgnoreParenImpCasts())))
        L.Trips = Loop::Bound::Retry;
      return;
    }
    if (const auto *Declaration = dyn_cast_or_null<DeclStmt>(For->getInit());
        Declaration && Declaration->isSingleDecl())
      L.Variable = dyn_cast<VarDecl>(Declaration->getSingleDecl());
  }
  if (Condition &&
      (testsForTransientError(Condition, SM, Context.getLangOpts()) ||
       anyExpr(Condition,
               [](const Expr &E) { return isRetryName(nameOf(E)); }))) {
    L.Trips = Loop::Bound::Retry;
    return;
  }
  if (isFlagCondition(Condition, Context) && waitsForEvents(L.Body, Models))
    L.Trips = Loop::Bound::Event;
}

bool isBatchCondition(const Expr &Condition, const Loop &L,
                      const FunctionAnalysis &Analysis) {
  return anyExpr(&Condition, [&](const Expr &E) {
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&E);
        Call && Call->isComparisonOp()) {
      // Times are class types: `now - last > interval`.
      return isTime(Call->getArg(0)->getType());
    }
    // In C++20 the comparison is rewritten to use `<=>`.
    if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(&E))
      return isTime(Rewritten->getLHS()->getType());
    const auto *Binary = dyn_cast<BinaryOperator>(&E);
    if (!Binary)
      return false;
    if (Binary->getOpcode() == BO_Rem || Binary->getOpcode() == BO_And)
      return true;
    if (!Binary->isComparisonOp())
      return false;
    return llvm::any_of(
        llvm::ArrayRef<const Expr *>{Binary->getLHS(), Binary->getRHS()},
        [&](const Expr *Side) {
          return anyExpr(Side, [&](const Expr &Part) {
            if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Part)) {
              const CXXMethodDecl *Method = Member->getMethodDecl();
              const auto *Name = Method ? Method->getIdentifier() : nullptr;
              return Name && (Name->isStr("size") || Name->isStr("length") ||
                              Name->isStr("count") || Name->isStr("elapsed"));
            }
            const auto *Ref = dyn_cast<DeclRefExpr>(&Part);
            const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
            return Var && Var->getType()->isArithmeticType() &&
                   !Var->getType()->isBooleanType() && Var != L.Variable &&
                   L.Body && Var->hasLocalStorage() &&
                   Analysis.isModifiedIn(*Var, *L.Body);
          });
        });
  });
}

bool followsLinks(const Loop &L) {
  return anyExpr(L.Statement, [](const Expr &E) {
    const auto *Assign = dyn_cast<BinaryOperator>(&E);
    if (!Assign || Assign->getOpcode() != BO_Assign ||
        !Assign->getType()->isPointerType())
      return false;
    const auto *Pointer = dyn_cast<DeclRefExpr>(&spelled(*Assign->getLHS()));
    const Expr *Step = &spelled(*Assign->getRHS());
    if (const auto *Getter = dyn_cast<CXXMemberCallExpr>(Step))
      Step = &spelled(*Getter->getImplicitObjectArgument());
    else if (const auto *Member = dyn_cast<MemberExpr>(Step))
      Step = &spelled(*Member->getBase());
    else
      return false;
    return Pointer && isSameObject(*Pointer, *Step);
  });
}

bool isExpectedFalse(const Expr &Condition, ASTContext &Context) {
  const auto *Call = dyn_cast<CallExpr>(Condition.IgnoreParenImpCasts());
  if (!Call || Call->getBuiltinCallee() != Builtin::BI__builtin_expect ||
      Call->getNumArgs() != 2)
    return false;
  const auto Expected = constant(Call->getArg(1), Context);
  return Expected && Expected->isZero();
}

} // namespace slowpath
