// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ShortLoops.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace clang;

namespace slowpath {
namespace {

llvm::StringRef methodName(const CXXMemberCallExpr &Call) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  return Method && Method->getIdentifier() ? Method->getName() : "";
}

bool isSizeOf(const Expr &E, const Expr &Object) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&spelled(E));
  return Call && Call->getNumArgs() == 0 &&
         llvm::is_contained({"size", "count", "length"}, methodName(*Call)) &&
         isSameObject(*Call->getImplicitObjectArgument(), Object);
}

/// The variable an assignment (`x = …` of classes and of builtin types) writes
/// and its value, or nulls.
std::pair<const VarDecl *, const Expr *> asAssignment(const Stmt &S) {
  const Expr *Target = nullptr;
  const Expr *Value = nullptr;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S);
      Binary && Binary->getOpcode() == BO_Assign) {
    Target = Binary->getLHS();
    Value = Binary->getRHS();
  } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
             Call && Call->getOperator() == OO_Equal) {
    Target = Call->getArg(0);
    Value = Call->getArg(1);
  }
  const auto *Ref = Target ? dyn_cast<DeclRefExpr>(&spelled(*Target)) : nullptr;
  return {Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr, Value};
}

bool refersTo(const Stmt &S, const VarDecl &Var) {
  return anyStmt(S, [&](const Stmt &Child) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&Child);
    return Ref && Ref->getDecl() == &Var;
  });
}

/// Do people call a function so that leads to the node above?
bool isNamedLikeParent(llvm::StringRef Name) {
  constexpr llvm::StringLiteral Words[] = {"parent", "super", "outer",
                                           "enclosing", "owner"};
  return llvm::any_of(Words, [&](llvm::StringRef Word) {
    return Name.contains_insensitive(Word);
  });
}

/// Does the text stand between the parts of qualified names, paths, versions or
/// domains, of which there are few?
bool separatesLevels(const Expr &Text) {
  llvm::SmallString<4> Separator;
  anyStmt(Text, [&](const Stmt &S) {
    if (const auto *Literal = dyn_cast<StringLiteral>(&S))
      for (unsigned I = 0; I != std::min(Literal->getLength(), 3U); ++I)
        Separator.push_back(static_cast<char>(Literal->getCodeUnit(I)));
    else if (const auto *Char = dyn_cast<CharacterLiteral>(&S);
             Char && Char->getValue() < 0x80)
      Separator.assign(1, static_cast<char>(Char->getValue()));
    return !Separator.empty();
  });
  return llvm::is_contained({"::", "/", "\\", ".", "->"},
                            llvm::StringRef(Separator));
}

/// `if (++n % 100 == 0)`, but not a test of the element (`item % 2 == 0`),
/// which picks many.
bool runsOncePerBatch(const Stmt &At, const Loop &L, TranslationUnit &TU) {
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(At));
  const bool HasElement = L.Variable && (L.Shape == Loop::Kind::RangeFor ||
                                         L.Shape == Loop::Kind::Algorithm);
  return Analysis.isChunkGuarded(At, L) &&
         !(HasElement &&
           llvm::any_of(Analysis.guardsWithin(At, &L), [&](const Expr *Guard) {
             return refersTo(*Guard, *L.Variable);
           }));
}

} // namespace

bool staysShort(const Expr &Object, const Repetition &Rep, const Stmt &At,
                TranslationUnit &TU) {
  if (!Rep.Call &&
      (runsOncePerBatch(At, *Rep.In, TU) || stepsThroughDigits(*Rep.In) ||
       climbsToRoot(Object, *Rep.In) || padsToWidth(Object, *Rep.In)))
    return true;
  return isSizeLimited(Object, Rep, At, TU);
}

bool stepsThroughDigits(const Loop &L) {
  const Expr *Condition = L.condition();
  return Condition && anyStmt(*L.Statement, [&](const Stmt &S) {
           const auto *Compound = dyn_cast<CompoundAssignOperator>(&S);
           if (Compound && (Compound->getOpcode() == BO_DivAssign ||
                            Compound->getOpcode() == BO_ShrAssign)) {
             const auto *Ref =
                 dyn_cast<DeclRefExpr>(&spelled(*Compound->getLHS()));
             const auto *Var =
                 Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
             return Var && refersTo(*Condition, *Var);
           }
           const auto [Var, Value] = asAssignment(S);
           const auto *Divided =
               Value ? dyn_cast<BinaryOperator>(&spelled(*Value)) : nullptr;
           return Var && Divided &&
                  (Divided->getOpcode() == BO_Div ||
                   Divided->getOpcode() == BO_Shr) &&
                  refersTo(*Divided->getLHS(), *Var) &&
                  refersTo(*Condition, *Var);
         });
}

/// Does Value come from a call that is given Var, by way of local variables of
/// the loop? To search on in a text or container leads to no parent.
static bool isFoundBy(const Expr &Value, const VarDecl &Var, const Loop &L,
                      unsigned Depth) {
  return anyStmt(Value, [&](const Stmt &S) {
    if (const auto *Call = dyn_cast<CallExpr>(&S)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      if (!Callee || isa<CXXOperatorCallExpr>(Call) ||
          Callee->getASTContext().getSourceManager().isInSystemHeader(
              Callee->getLocation()))
        return false;
      const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      return !(Member &&
               isValue(Member->getImplicitObjectArgument()->getType())) &&
             llvm::any_of(Call->arguments(), [&](const Expr *Argument) {
               return refersTo(*Argument, Var);
             });
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    const auto *Step = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Depth != 0 && Step && Step != &Var && Step->hasInit() && L.Body &&
           isDeclaredIn(*Step, *L.Body, Step->getASTContext()) &&
           isFoundBy(*Step->getInit(), Var, L, Depth - 1);
  });
}

/// `id = entryOf(id).parent;`, `dir = upFrom(dir)`: does each iteration find
/// out where the next one begins?
static bool followsChain(const Expr &Object, const Loop &L) {
  constexpr unsigned MaxSteps = 3;
  return anyStmt(*L.Statement, [&](const Stmt &S) {
    const auto [Var, Value] = asAssignment(S);
    return Var && Value && L.Body && Var != rootVariable(Object) &&
           !isDeclaredIn(*Var, *L.Body, Var->getASTContext()) &&
           isFoundBy(*Value, *Var, L, MaxSteps);
  });
}

bool climbsToRoot(const Expr &Object, const Loop &L) {
  if (followsLinks(L) || followsChain(Object, L))
    return true;
  const Expr *Condition = L.condition();
  return Condition && anyStmt(*L.Statement, [&](const Stmt &S) {
           const auto [Var, Value] = asAssignment(S);
           const auto *Call =
               Value ? dyn_cast<CallExpr>(&spelled(*Value)) : nullptr;
           const auto *Callee =
               Call ? dyn_cast_or_null<NamedDecl>(Call->getCalleeDecl())
                    : nullptr;
           return Var && Callee && Callee->getIdentifier() &&
                  isNamedLikeParent(Callee->getName()) &&
                  refersTo(*Call, *Var) && refersTo(*Condition, *Var);
         });
}

bool padsToWidth(const Expr &Object, const Loop &L) {
  const Expr *Condition = L.condition();
  return Condition && anyStmt(*Condition, [&](const Stmt &S) {
           const auto *Binary = dyn_cast<BinaryOperator>(&S);
           return Binary &&
                  ((Binary->isRelationalOp() || Binary->isEqualityOp()) &&
                   (isSizeOf(*Binary->getLHS(), Object) ||
                    isSizeOf(*Binary->getRHS(), Object)));
         });
}

/// Does nothing in the body of L but Drop name Object?
static bool isOnlyIn(const Stmt &Drop, const Expr &Object, const Loop &L) {
  llvm::SmallVector<const Stmt *> Pending = {L.Body};
  while (!Pending.empty()) {
    const Stmt *S = Pending.pop_back_val();
    if (!S || S == &Drop)
      continue;
    const auto *Part = dyn_cast<Expr>(S);
    if (Part && isSameObject(*Part, Object))
      return false;
    llvm::append_range(Pending, S->children());
  }
  return true;
}

/// `while (recent_.size() > 20) recent_.erase(recent_.begin());` of what a
/// class or the program keeps: it has never grown by many since.
static bool shrinksToFew(const Expr &Object, const Stmt &Drop, const Loop &L,
                         const ASTContext &Context) {
  constexpr uint64_t Few = 256;
  const auto *Condition =
      L.condition() ? dyn_cast<BinaryOperator>(&spelled(*L.condition()))
                    : nullptr;
  Expr::EvalResult Limit;
  const VarDecl *Root = rootVariable(Object);
  return Condition && L.Body && (!Root || Root->hasGlobalStorage()) &&
         isOnlyIn(Drop, Object, L) &&
         (Condition->getOpcode() == BO_GT || Condition->getOpcode() == BO_GE) &&
         isSizeOf(*Condition->getLHS(), Object) &&
         !Condition->getRHS()->isValueDependent() &&
         Condition->getRHS()->EvaluateAsInt(Limit, Context) &&
         Limit.Val.getInt().getLimitedValue() > 1 &&
         Limit.Val.getInt().getLimitedValue() <= Few;
}

/// `if (path.size() + length >= 4096) return tooLong;`: does Scope end when
/// Object has the size of a page?
static bool endsAtFew(const Expr &Object, const Stmt &Scope,
                      const ASTContext &Context) {
  constexpr uint64_t Page = 4096;
  return anyStmt(Scope, [&](const Stmt &S) {
    const auto *If = dyn_cast<IfStmt>(&S);
    const Stmt *Last = If ? If->getThen() : nullptr;
    if (const auto *Block = dyn_cast_or_null<CompoundStmt>(Last))
      Last = Block->body_empty() ? nullptr : Block->body_back();
    return Last && isa<ReturnStmt, BreakStmt, CXXThrowExpr>(Last) &&
           anyStmt(*If->getCond(), [&](const Stmt &Part) {
             const auto *Test = dyn_cast<BinaryOperator>(&Part);
             Expr::EvalResult Limit;
             return Test &&
                    (Test->getOpcode() == BO_GT ||
                     Test->getOpcode() == BO_GE) &&
                    anyStmt(*Test->getLHS(),
                            [&](const Stmt &Size) {
                              const auto *E = dyn_cast<Expr>(&Size);
                              return E && isSizeOf(*E, Object);
                            }) &&
                    !Test->getRHS()->isValueDependent() &&
                    Test->getRHS()->EvaluateAsInt(Limit, Context) &&
                    Limit.Val.getInt().getLimitedValue() > 1 &&
                    Limit.Val.getInt().getLimitedValue() <= Page;
           });
  });
}

bool isSizeLimited(const Expr &Object, const Repetition &Rep, const Stmt &Call,
                   TranslationUnit &TU) {
  if (!Rep.Call && Rep.In->Body &&
      endsAtFew(Object, *Rep.In->Body, TU.context()))
    return true;
  if (!Rep.Call && shrinksToFew(Object, Call, *Rep.In, TU.context()))
    return true;
  const FunctionDecl *Function = TU.functionAround(Call);
  const Stmt *Scope =
      Rep.Call || !Rep.In->Body ? Function->getBody() : Rep.In->Body;
  if (!Scope)
    return false;
  const bool Compared = anyStmt(*Scope, [&](const Stmt &S) {
    const auto *Binary = dyn_cast<BinaryOperator>(&S);
    if (!Binary || !Binary->isComparisonOp())
      return false;
    // Comparing with 0 asks whether there is anything, not whether it is too
    // much.
    for (const auto &[Size, Limit] :
         {std::pair(Binary->getLHS(), Binary->getRHS()),
          std::pair(Binary->getRHS(), Binary->getLHS())})
      if (isSizeOf(*Size, Object)) {
        const auto *Zero = dyn_cast<IntegerLiteral>(&spelled(*Limit));
        return !Zero || Zero->getValue().getLimitedValue() > 1;
      }
    return false;
  });
  return Compared && anyStmt(*Scope, [&](const Stmt &S) {
           //   if (line.size() > 72) { out += line; line = " "; }
           if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&S);
               Assign && Assign->getOperator() == OO_Equal &&
               isSameObject(*Assign->getArg(0), Object))
             return !mentions(*Assign->getArg(1), Object);
           const auto *Drop = dyn_cast<CXXMemberCallExpr>(&S);
           if (!Drop ||
               !isSameObject(*Drop->getImplicitObjectArgument(), Object))
             return false;
           const auto Model = TU.models().match(*Drop);
           return Model && (Model->Effects.has(Effect::SequenceShrink) ||
                            Model->Effects.has(Effect::SequenceErase) ||
                            Model->Effects.has(Effect::SequenceEraseFront));
         });
}

/// Does L look at Object in its condition, and does nothing but drop as much
/// of it each time: `while (path.find("../") == 0) path = path.substr(3);`?
static bool onlyDrops(const Expr &Object, const Stmt &Drop, const Loop &L) {
  const Expr *Condition = L.condition();
  const auto IsObject = [&](const Stmt &S) {
    const auto *Part = dyn_cast<Expr>(&S);
    return Part && isSameObject(*Part, Object);
  };
  if (!Condition || !L.Body || !isString(Object.getType()) ||
      !anyStmt(*Condition, IsObject))
    return false;
  const bool AsksForSizeOnly = !anyStmt(*Condition, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    const auto *Member = dyn_cast<CXXMemberCallExpr>(&S);
    return Call && !isSizeOf(*Call, Object) &&
           !(Member && methodName(*Member).ends_with_insensitive("empty"));
  });
  if (AsksForSizeOnly)
    return false;
  if (!isOnlyIn(Drop, Object, L))
    return false;
  // How much is another number each time depends on what is found in Object.
  return !anyStmt(Drop, [&](const Stmt &S) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return Var && Var != rootVariable(Object) &&
           (isDeclaredIn(*Var, *L.Body, Var->getASTContext()) ||
            anyStmt(*L.Statement, [&](const Stmt &Each) {
              return asAssignment(Each).first == Var;
            }));
  });
}

bool stripsPrefix(const Expr &Object, const Stmt &Drop, const Loop &L) {
  const Expr *Condition = L.condition();
  return onlyDrops(Object, Drop, L) ||
         (Condition && anyStmt(*Condition, [&](const Stmt &S) {
            const Expr *First = nullptr;
            const Expr *Index = nullptr;
            if (const auto *Subscript = dyn_cast<CXXOperatorCallExpr>(&S);
                Subscript && Subscript->getOperator() == OO_Subscript) {
              First = Subscript->getArg(0);
              Index = Subscript->getArg(1);
            } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
                       Call && llvm::is_contained({"front", "at", "startsWith",
                                                   "starts_with", "first"},
                                                  methodName(*Call))) {
              First = Call->getImplicitObjectArgument();
              if (methodName(*Call) == "at" && Call->getNumArgs() == 1)
                Index = Call->getArg(0);
            }
            if (!First || !isSameObject(*First, Object))
              return false;
            const auto *Literal =
                Index ? dyn_cast<IntegerLiteral>(&spelled(*Index)) : nullptr;
            return !Index || (Literal && Literal->getValue().isZero());
          }));
}

bool splitsName(const Expr &Object, const Stmt &Scope,
                const ApiModels &Models) {
  return anyStmt(Scope, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    if (!Call || Call->getNumArgs() == 0 ||
        !isSameObject(*Call->getImplicitObjectArgument(), Object))
      return false;
    const auto Model = Models.match(*Call);
    return Model && Model->Effects.has(Effect::StringFind) &&
           separatesLevels(*Call->getArg(0));
  });
}

bool isWalkedBy(const Expr &Object, const Loop &L) {
  const Expr *Condition = L.condition();
  return Condition && anyStmt(*Condition, [&](const Stmt &S) {
           const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
           return Call &&
                  llvm::is_contained(
                      {"end", "cend", "size", "constEnd", "count"},
                      methodName(*Call)) &&
                  isSameObject(*Call->getImplicitObjectArgument(), Object);
         });
}

} // namespace slowpath
