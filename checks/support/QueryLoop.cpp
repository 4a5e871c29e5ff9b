// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/QueryLoop.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/StatementTexts.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace slowpath {
namespace {

using Variables = llvm::SmallPtrSet<const VarDecl *, 8>;

/// The variables that S reads, and those that local variables of L were made
/// from.
void addVariables(const Stmt &S, const Loop &L, const ASTContext &Context,
                  Variables &Found) {
  anyStmt(S, [&](const Stmt &Each) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (Var && Found.insert(Var).second && Var->hasInit() &&
        isDeclaredIn(*Var, *L.Body, Context))
      addVariables(*Var->getInit(), L, Context, Found);
    return false;
  });
}

/// Somebody has to see an error before the next item: not so `exit`, `throw`.
bool leaves(const Stmt *S) {
  return S && anyStmtOutsideLambdas(S, [](const Stmt &Each) {
           const auto *Call = dyn_cast<CallExpr>(&Each);
           const FunctionDecl *Callee =
               Call ? Call->getDirectCallee() : nullptr;
           return isa<BreakStmt, ReturnStmt, CoreturnStmt, GotoStmt>(Each) ||
                  (Callee && Callee->isInStdNamespace() &&
                   Callee->getNameAsString() == "rethrow_exception");
         });
}

/// The local variable that E initialises or is assigned to, or null.
const VarDecl *keptIn(const Expr &E, const FunctionAnalysis &Analysis) {
  const Stmt *Up = &E;
  while (Up && isa<Expr>(Up)) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(Up))
      return Assign->getOpcode() == BO_Assign &&
                     Analysis.contains(*Assign->getRHS(), E)
                 ? rootVariable(*Assign->getLHS())
                 : nullptr;
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(Up);
        Assign && Assign->getOperator() == OO_Equal)
      return Analysis.contains(*Assign->getArg(1), E)
                 ? rootVariable(*Assign->getArg(0))
                 : nullptr;
    Up = Analysis.parent(*Up);
  }
  return initialised(E, Analysis);
}

/// The objects that E's result is assigned to, or that it is given to fill.
llvm::SmallVector<const Expr *, 2> targetsOf(const Expr &E,
                                             const FunctionAnalysis &Analysis) {
  llvm::SmallVector<const Expr *, 2> Targets;
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    for (const Expr *Argument : Call->arguments())
      if (const auto *Address = dyn_cast<UnaryOperator>(&spelled(*Argument));
          Address && Address->getOpcode() == UO_AddrOf)
        Targets.push_back(Address->getSubExpr());
  for (const Stmt *Up = Analysis.parent(E); Up && isa<Expr>(Up);
       Up = Analysis.parent(*Up)) {
    const auto *Assign = dyn_cast<BinaryOperator>(Up);
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up);
    if (Assign && Assign->getOpcode() == BO_Assign)
      Targets.push_back(Assign->getLHS());
    else if (Call && Call->getOperator() == OO_Equal)
      Targets.push_back(Call->getArg(0));
    // `insert_.reset(prepare(…))`, `insert_.emplace(db, …)`
    else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Up))
      Targets.push_back(Member->getImplicitObjectArgument());
  }
  return Targets;
}

/// Does Condition read what E gives: E itself, or the variable it is kept in?
bool reads(const Stmt *Condition, const Expr &E, const VarDecl *KeptIn) {
  return Condition && anyStmtOutsideLambdas(Condition, [&](const Stmt &Each) {
           if (&Each == &E)
             return true;
           const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
           return KeptIn && Ref && Ref->getDecl() == KeptIn;
         });
}

/// Follows what E gives, kept in First if that is not null, into numbers that
/// Body computes from it: `left -= cost;`.
Variables madeFrom(const Expr &E, const VarDecl *First, const Stmt &Body) {
  constexpr unsigned MaxSteps = 3;
  Variables Made;
  if (First)
    Made.insert(First);
  for (unsigned Step = 0; Step < MaxSteps; ++Step) {
    const size_t Before = Made.size();
    const auto IsMade = [&](const Stmt &Value) {
      return anyStmt(Value, [&](const Stmt &Part) {
        const auto *Ref = dyn_cast<DeclRefExpr>(&Part);
        const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
        return &Part == &E || (Var && Made.contains(Var));
      });
    };
    anyStmtOutsideLambdas(&Body, [&](const Stmt &Each) {
      if (const auto *Declaration = dyn_cast<DeclStmt>(&Each))
        for (const Decl *D : Declaration->decls())
          if (const auto *Var = dyn_cast<VarDecl>(D);
              Var && Var->hasInit() && Var->getType()->isArithmeticType() &&
              IsMade(*Var->getInit()))
            Made.insert(Var);
      const auto *Assign = dyn_cast<BinaryOperator>(&Each);
      if (!Assign || !Assign->isAssignmentOp() ||
          !Assign->getType()->isArithmeticType())
        return false;
      const VarDecl *Target = rootVariable(*Assign->getLHS());
      if (Target && IsMade(*Assign->getRHS()))
        Made.insert(Target);
      return false;
    });
    if (Made.size() == Before)
      break;
  }
  return Made;
}

/// A call that tells how many rows the last statement changed.
bool tellsChanges(const Stmt &S, TranslationUnit &TU) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (!Call)
    return false;
  if (const auto Model = TU.models().match(*Call))
    return Model->Effects.has(Effect::DbAffected);
  //   db.changes(), one of the project's own
  const std::optional<CallShape> Shape = shapeOf(*Call);
  const FunctionDecl *Body = Shape ? calledBody(*Shape) : nullptr;
  const auto *Block = Body ? dyn_cast<CompoundStmt>(Body->getBody()) : nullptr;
  return Block && Block->size() == 1 && isa<ReturnStmt>(Block->body_back()) &&
         anyStmt(*Block, [&](const Stmt &Each) {
           const auto *Inner = dyn_cast<CallExpr>(&Each);
           const auto Model = Inner ? TU.models().match(*Inner) : std::nullopt;
           return Model && Model->Effects.has(Effect::DbAffected);
         });
}

/// Does Condition hold only if the last statement changed something:
/// `sqlite3_changes(db) == 1`, or a variable made from that?
bool foundRow(const Expr &Condition, TranslationUnit &TU) {
  const Expr &Core = spelled(Condition);
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Core)) {
    if (Binary->getOpcode() == BO_LAnd)
      return foundRow(*Binary->getLHS(), TU) || foundRow(*Binary->getRHS(), TU);
    const auto *Number = dyn_cast<IntegerLiteral>(&spelled(*Binary->getRHS()));
    const bool IsNone = Number && Number->getValue().isZero();
    switch (Binary->getOpcode()) {
    case BO_EQ:
    case BO_GE:
      return Number && !IsNone && foundRow(*Binary->getLHS(), TU);
    case BO_NE:
    case BO_GT:
      return IsNone && foundRow(*Binary->getLHS(), TU);
    default:
      return false;
    }
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return Var && Var->hasLocalStorage() && Var->hasInit() &&
           tellsChanges(spelled(*Var->getInit()), TU);
  }
  return tellsChanges(Core, TU);
}

bool asksMap(const Stmt &Guard, TranslationUnit &TU) {
  return anyStmtOutsideLambdas(&Guard, [&](const Stmt &Each) {
    const auto *Call = dyn_cast<CallExpr>(&Each);
    const Expr *Object = nullptr;
    if (const auto *Member = dyn_cast_or_null<CXXMemberCallExpr>(Call))
      Object = Member->getImplicitObjectArgument();
    else if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Call);
             Operator && Operator->getNumArgs() == 2)
      Object = Operator->getArg(0);
    if (!Object)
      return false;
    QualType Type = Object->getType().getNonReferenceType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
    if (!Class)
      return false;
    const TypeMeaning Meaning = TU.meaningOf(*Class);
    return Meaning == TypeMeaning::Map || Meaning == TypeMeaning::Set ||
           Meaning == TypeMeaning::Container ||
           Meaning == TypeMeaning::LinkedSequence;
  });
}

/// Asks whether a container is empty that E may fill, and the object keeps: `if
/// (zones_.empty()) loadZones();`.
bool asksForEmpty(const Stmt &Guard, const Expr &E) {
  const auto *Filler = dyn_cast<CXXMemberCallExpr>(&E);
  const bool IsOfThis =
      Filler && isa<CXXThisExpr>(spelled(*Filler->getImplicitObjectArgument()));
  return anyStmtOutsideLambdas(&Guard, [&](const Stmt &Each) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&Each);
    const IdentifierInfo *Name =
        Call && Call->getMethodDecl() && Call->getNumArgs() == 0
            ? Call->getMethodDecl()->getIdentifier()
            : nullptr;
    if (!Name || !(Name->isStr("empty") || Name->isStr("isEmpty")))
      return false;
    const Expr &Object = spelled(*Call->getImplicitObjectArgument());
    const VarDecl *Root = rootVariable(Object);
    return isValue(Object.getType()) && (!Root || Root->hasGlobalStorage()) &&
           (IsOfThis || mentions(E, Object));
  });
}

/// Is Var always assigned in Body before E is executed, from something else?
bool isSetBefore(const VarDecl &Var, const Expr &E, const Stmt &Body,
                 const FunctionAnalysis &Analysis) {
  return anyStmtOutsideLambdas(&Body, [&](const Stmt &Each) {
    const auto *Assign = dyn_cast<BinaryOperator>(&Each);
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Each);
    const Expr *Target = nullptr;
    const Expr *Value = nullptr;
    if (Assign && Assign->getOpcode() == BO_Assign) {
      Target = Assign->getLHS();
      Value = Assign->getRHS();
    } else if (Call && Call->getOperator() == OO_Equal) {
      Target = Call->getArg(0);
      Value = Call->getArg(1);
    }
    const auto *Ref =
        Target ? dyn_cast<DeclRefExpr>(&spelled(*Target)) : nullptr;
    return Ref && Ref->getDecl() == &Var && Analysis.dominates(Each, E) &&
           !anyStmt(*Value, [&](const Stmt &Part) {
             const auto *Used = dyn_cast<DeclRefExpr>(&Part);
             return Used && Used->getDecl() == &Var;
           });
  });
}

/// Is Var only stepped in S: `++i`, `i += n`?
bool isOnlyCounted(const VarDecl &Var, const Stmt &S) {
  return !anyStmt(S, [&](const Stmt &Each) {
    const auto *Assign = dyn_cast<BinaryOperator>(&Each);
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Each);
    const Expr *Target =
        Assign && Assign->getOpcode() == BO_Assign ? Assign->getLHS()
        : Call && Call->getOperator() == OO_Equal  ? Call->getArg(0)
                                                   : nullptr;
    return Target && rootVariable(*Target) == &Var;
  });
}

/// Is E executed only when a pointer is null that is taken from a parameter or
/// a member: `stmt = cache.find; if (!stmt) { own = prepare(…); stmt = own; }`?
bool isTakenFromElsewhere(const Expr &E, const FunctionDecl &Function,
                          const FunctionAnalysis &Analysis) {
  const VarDecl *Own = keptIn(E, Analysis);
  if (const auto *Assign =
          Own ? nullptr
              : dyn_cast_or_null<CXXOperatorCallExpr>(Analysis.parent(E)))
    Own = rootVariable(*Assign->getArg(0));
  if (!Own)
    return false;
  const auto AssignedTo = [&](const VarDecl &Pointer, auto Matches) {
    return anyStmtOutsideLambdas(Function.getBody(), [&](const Stmt &Each) {
      const auto *Assign = dyn_cast<BinaryOperator>(&Each);
      return Assign && Assign->getOpcode() == BO_Assign &&
             rootVariable(*Assign->getLHS()) == &Pointer &&
             Matches(*Assign->getRHS());
    });
  };
  return llvm::any_of(
      Analysis.guardsWithin(E, nullptr), [&](const Expr *Guard) {
        return anyStmt(*Guard, [&](const Stmt &Each) {
          const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
          const auto *Pointer =
              Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
          return Pointer && Pointer->getType()->isPointerType() &&
                 Pointer->hasLocalStorage() && Pointer != Own &&
                 AssignedTo(*Pointer,
                            [&](const Expr &Value) {
                              return anyStmt(Value, [&](const Stmt &Part) {
                                const auto *Used = dyn_cast<DeclRefExpr>(&Part);
                                return Used && Used->getDecl() == Own;
                              });
                            }) &&
                 AssignedTo(*Pointer, [&](const Expr &Value) {
                   const VarDecl *Root = rootVariable(Value);
                   return isa<MemberExpr>(spelled(Value)) &&
                          (!Root || isa<ParmVarDecl>(Root) ||
                           Root->hasGlobalStorage());
                 });
        });
      });
}

} // namespace

bool isCarried(const Expr &E, const Loop &L, TranslationUnit &TU) {
  if (!L.Body)
    return false;
  const FunctionDecl *Function = TU.functionAround(*L.Statement);
  if (!Function)
    return false;
  const ASTContext &Context = TU.context();
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  Variables Read;
  const auto AddArguments = [&](auto Arguments) {
    for (const Expr *Argument : Arguments)
      addVariables(*Argument, L, Context, Read);
  };
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    AddArguments(Call->arguments());
  else if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E))
    AddArguments(Construct->arguments());
  return llvm::any_of(Read, [&](const VarDecl *Var) {
    const QualType Type = Var->getType().getNonReferenceType();
    // Connections, statements and results change as they are used.
    const bool IsValue = Type->isIntegralOrEnumerationType() || isString(Type);
    const bool IsElement = Var == L.Variable && !isa<ForStmt>(L.Statement);
    return IsValue && !IsElement && !isDeclaredIn(*Var, *L.Body, Context) &&
           Analysis.isModifiedIn(*Var, *L.Body) &&
           !isOnlyCounted(*Var, *L.Body) &&
           !isSetBefore(*Var, E, *L.Body, Analysis);
  });
}

/// Is E given something to fill, so that what it returns says only whether that
/// has worked?
static bool fillsArgument(const Expr &E) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || isa<CXXOperatorCallExpr>(Call))
    return false;
  for (unsigned I = 0; I < std::min(Call->getNumArgs(), Callee->getNumParams());
       ++I) {
    const QualType Type = Callee->getParamDecl(I)->getType();
    const auto *Address = dyn_cast<UnaryOperator>(&spelled(*Call->getArg(I)));
    if ((Type->isPointerType() && !Type->getPointeeType().isConstQualified() &&
         Address && Address->getOpcode() == UO_AddrOf) ||
        (Type->isLValueReferenceType() &&
         !Type->getPointeeType().isConstQualified() &&
         isValue(Type->getPointeeType())))
      return true;
  }
  return false;
}

/// `if (!fill(query, &rows)) return false;`, `if (PQresultStatus(r) !=
/// PGRES_TUPLES_OK) return -1;`: leaves If, after E, only because something has
/// gone wrong?
static bool isErrorCheck(const IfStmt &If, const Expr &E,
                         const VarDecl *KeptIn) {
  const Stmt *Last = If.getThen();
  if (const auto *Block = dyn_cast<CompoundStmt>(Last))
    Last = Block->body_empty() ? nullptr : Block->body_back();
  if (If.getElse() || !isa_and_nonnull<ReturnStmt, CoreturnStmt>(Last))
    return false;
  const Expr *Core = &spelled(*If.getCond());
  if (const auto *Not = dyn_cast<UnaryOperator>(Core);
      Not && Not->getOpcode() == UO_LNot)
    return fillsArgument(E) && reads(Not->getSubExpr(), E, KeptIn);
  const auto *Differs = dyn_cast<BinaryOperator>(Core);
  if (!Differs || Differs->getOpcode() != BO_NE ||
      !reads(Differs->getLHS(), E, KeptIn))
    return false;
  // A code that has a name.
  const auto *Code = dyn_cast<DeclRefExpr>(&spelled(*Differs->getRHS()));
  return (Code && isa<EnumConstantDecl>(Code->getDecl())) ||
         Differs->getRHS()->getBeginLoc().isMacroID();
}

bool decidesEnd(const Expr &E, const Loop &L, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(E);
  if (!Function || !L.Body)
    return false;
  const VarDecl *KeptIn = keptIn(E, TU.analysis(*Function));
  const Variables Made = madeFrom(E, KeptIn, *L.Body);
  return anyStmtOutsideLambdas(L.Body, [&](const Stmt &Each) {
    const auto *If = dyn_cast<IfStmt>(&Each);
    if (!If || (!leaves(If->getThen()) && !leaves(If->getElse())) ||
        isErrorCheck(*If, E, KeptIn))
      return false;
    return reads(If->getCond(), E, KeptIn) ||
           llvm::any_of(Made,
                        [&](const VarDecl *Var) {
                          return reads(If->getCond(), E, Var);
                        }) ||
           reads(If->getInit(), E, nullptr) ||
           (If->getConditionVariable() &&
            reads(If->getConditionVariable()->getInit(), E, KeptIn));
  });
}

bool drivesLoop(const Expr &E, const Loop &L, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(E);
  const Expr *Condition = L.condition();
  if (!Function || !Condition)
    return false;
  const VarDecl *KeptIn = keptIn(E, TU.analysis(*Function));
  return KeptIn && reads(Condition, E, KeptIn) &&
         !anyStmt(*Condition, [&](const Stmt &Each) {
           const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
           return isa<MemberExpr>(Each) ||
                  (Ref && isa<VarDecl>(Ref->getDecl()) &&
                   Ref->getDecl() != KeptIn);
         });
}

bool refillsCondition(const Expr &E, const Loop &L, TranslationUnit &TU) {
  const Expr *Condition = L.condition();
  const auto *Call = dyn_cast<CallExpr>(&E);
  const FunctionDecl *Function = TU.functionAround(E);
  // `while (next(&row)) use(&row);`: the condition fills it, too.
  if (!Condition || !Call || anyStmt(*Condition, [](const Stmt &Each) {
        const auto *Asks = dyn_cast<CXXMemberCallExpr>(&Each);
        return isa<CallExpr>(Each) && !(Asks && Asks->getMethodDecl() &&
                                        Asks->getMethodDecl()->isConst());
      }))
    return false;
  const auto IsAskedFor = [&](const VarDecl *Var) {
    return Var && anyStmt(*Condition, [&](const Stmt &Each) {
             const auto *Ref = dyn_cast<DeclRefExpr>(&Each);
             return Ref && Ref->getDecl() == Var;
           });
  };
  if (Function && IsAskedFor(keptIn(E, TU.analysis(*Function))))
    return true;
  return llvm::any_of(Call->arguments(), [&](const Expr *Argument) {
    const Expr *Filled = &spelled(*Argument);
    const auto *Address = dyn_cast<UnaryOperator>(Filled);
    if (Address && Address->getOpcode() == UO_AddrOf)
      Filled = Address->getSubExpr();
    else if (!Argument->isLValue() || Argument->getType().isConstQualified() ||
             !isValue(Argument->getType()))
      return false;
    return IsAskedFor(rootVariable(*Filled));
  });
}

bool endsWithSuccess(const Expr &E, const Loop &L, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(E);
  if (!Function || !L.Body)
    return false;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const VarDecl *KeptIn = keptIn(E, Analysis);
  // In a member: `do id_ = store(item); while (!id_);`.
  const Stmt *Up = Analysis.parent(E);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, FullExpr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Assign = dyn_cast_or_null<BinaryOperator>(Up);
  const Expr *Member = Assign && Assign->getOpcode() == BO_Assign &&
                               isa<MemberExpr>(spelled(*Assign->getLHS()))
                           ? Assign->getLHS()
                           : nullptr;
  const auto Tells = [&](const Expr &Part) {
    return reads(&Part, E, KeptIn) || (Member && mentions(Part, *Member));
  };
  // `r == OK`, `r != OK`, `!r`, or a truth value as it is.
  const auto Compares = [&](const Expr *Condition, bool ForSuccess) {
    if (!Condition)
      return false;
    const Expr *Core = &spelled(*Condition);
    if (const auto *Not = dyn_cast<UnaryOperator>(Core)) {
      Core = &spelled(*Not->getSubExpr());
      ForSuccess = !ForSuccess;
      if (Not->getOpcode() != UO_LNot || isa<UnaryOperator>(Core))
        return false;
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(Core))
      return Binary->getOpcode() == (ForSuccess ? BO_EQ : BO_NE) &&
             Tells(*Core);
    return ForSuccess && Tells(*Core);
  };
  const Expr *Until = isa<ForStmt>(L.Statement) ? nullptr : L.condition();
  if (Until && anyStmt(*Until, [&](const Stmt &Part) {
        const auto *Condition = dyn_cast<Expr>(&Part);
        return Condition && isa<BinaryOperator, UnaryOperator>(Condition) &&
               Compares(Condition, /*ForSuccess=*/false);
      }))
    return true;
  const auto *Block = dyn_cast<CompoundStmt>(L.Body);
  const bool LeavesAtItsEnd =
      Block && !Block->body_empty() &&
      isa<ReturnStmt, CoreturnStmt, BreakStmt>(Block->body_back());
  return anyStmtOutsideLambdas(L.Body, [&](const Stmt &Each) {
    const auto *If = dyn_cast<IfStmt>(&Each);
    return If && ((leaves(If->getThen()) &&
                   (Compares(If->getCond(), /*ForSuccess=*/true) ||
                    (If->getCond() && foundRow(*If->getCond(), TU)))) ||
                  (leaves(If->getElse()) && !leaves(If->getThen()) &&
                   Compares(If->getCond(), /*ForSuccess=*/false)) ||
                  (LeavesAtItsEnd && isa<ContinueStmt>(If->getThen()) &&
                   Compares(If->getCond(), /*ForSuccess=*/false)));
  });
}

bool isMemoised(const Expr &E, const Loop *L, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(E);
  if (!Function)
    return false;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  llvm::SmallVector<const Expr *, 2> Targets = targetsOf(E, Analysis);
  if (isTakenFromElsewhere(E, *Function, Analysis))
    return true;
  // What is kept in the item is another one each time.
  llvm::erase_if(Targets, [&](const Expr *Target) {
    const VarDecl *Root = rootVariable(*Target);
    return L ? !outlivesIteration(*Target, *L, TU)
             : Root && !Root->hasGlobalStorage();
  });
  return llvm::any_of(Analysis.guardsWithin(E, L), [&](const Expr *Guard) {
    return asksMap(*Guard, TU) || asksForEmpty(*Guard, E) ||
           llvm::any_of(Targets, [&](const Expr *Target) {
             return mentions(*Guard, *Target);
           });
  });
}

} // namespace slowpath
