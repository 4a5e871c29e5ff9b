// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LookupTests.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The closest statement around S that a reader sees, and the child of it that
/// holds S.
std::pair<const Stmt *, const Stmt *> around(const Stmt &S,
                                             const FunctionAnalysis &Analysis) {
  const Stmt *Child = &S;
  const Stmt *Up = Analysis.parent(S);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr, ExprWithCleanups,
                         CXXRewrittenBinaryOperator>(Up)) {
    Child = Up;
    Up = Analysis.parent(*Up);
  }
  if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Up);
      Construct && Construct->getNumArgs() == 1)
    return around(*Construct, Analysis);
  return {Up, Child};
}

/// `m.end()`, `std::end(m)`
bool isEndOf(const Expr &E, const Lookup &Asked) {
  const Expr *Core = &spelled(E);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Core);
      Construct && Construct->getNumArgs() == 1)
    Core = &spelled(*Construct->getArg(0));
  const auto *Call = dyn_cast<CallExpr>(Core);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() ||
      !Callee->getName().ends_with_insensitive("end"))
    return false;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return isSameValue(*Member->getImplicitObjectArgument(), *Asked.Map);
  return Call->getNumArgs() == 1 && isSameValue(*Call->getArg(0), *Asked.Map);
}

/// The operands of `a == b` and the like, of classes and others.
std::optional<std::pair<const Expr *, const Expr *>>
operandsOf(const Stmt &S, BinaryOperatorKind &Opcode) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S);
      Binary && Binary->isComparisonOp()) {
    Opcode = Binary->getOpcode();
    return {{Binary->getLHS(), Binary->getRHS()}};
  }
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
  if (!Call || Call->getNumArgs() != 2 ||
      (Call->getOperator() != OO_EqualEqual &&
       Call->getOperator() != OO_ExclaimEqual))
    return std::nullopt;
  Opcode = Call->getOperator() == OO_EqualEqual ? BO_EQ : BO_NE;
  return {{Call->getArg(0), Call->getArg(1)}};
}

/// Does `n Opcode Value`, of a count that is 0 or 1, hold if n is 1? Nothing if
/// it does not depend on n.
std::optional<bool> holdsForOne(BinaryOperatorKind Opcode, uint64_t Value) {
  const auto Holds = [&](uint64_t N) {
    switch (Opcode) {
    case BO_EQ:
      return N == Value;
    case BO_NE:
      return N != Value;
    case BO_GT:
      return N > Value;
    case BO_GE:
      return N >= Value;
    case BO_LT:
      return N < Value;
    default:
      return N <= Value;
    }
  };
  if (Holds(0) == Holds(1))
    return std::nullopt;
  return Holds(1);
}

std::optional<uint64_t> constantOf(const Expr &E) {
  const Expr &Core = spelled(E);
  if (const auto *Int = dyn_cast<IntegerLiteral>(&Core))
    return Int->getValue().getLimitedValue();
  if (const auto *Bool = dyn_cast<CXXBoolLiteralExpr>(&Core))
    return Bool->getValue() ? 1 : 0;
  return std::nullopt;
}

class TestWalk {
public:
  TestWalk(const Lookup &Asked, const VarDecl *Place,
           const FunctionAnalysis &Analysis)
      : Analysis(Analysis) {
    Test.Asked = Asked;
    Test.Place = Place;
  }

  /// The test that Value, the count or the place, is a part of.
  std::optional<LookupTest> from(const Expr &Value) {
    const Stmt *At = &Value;
    bool IsBool = false;
    if (Test.Asked.What == Lookup::Kind::Test) {
      IsBool = true;
      IfTrue = State::Found;
      IfFalse = State::Missing;
    }
    auto [Up, Child] = around(*At, Analysis);
    if (!Up)
      return std::nullopt;
    BinaryOperatorKind Opcode = BO_EQ;
    if (const auto Operands = operandsOf(*Up, Opcode)) {
      const Expr *Other =
          Operands->first == Child ? Operands->second : Operands->first;
      std::optional<bool> Holds;
      if (!IsBool) {
        if (isEndOf(*Other, Test.Asked) && (Opcode == BO_EQ || Opcode == BO_NE))
          Holds = Opcode == BO_NE;
      } else if (const auto Constant = constantOf(*Other);
                 Constant && Operands->first == Child) {
        Holds = holdsForOne(Opcode, *Constant);
      }
      if (!Holds)
        return std::nullopt;
      IfTrue = *Holds ? State::Found : State::Missing;
      IfFalse = *Holds ? State::Missing : State::Found;
      At = Up;
    } else if (!IsBool) {
      return std::nullopt;
    }
    Test.Atom = asWritten(cast<Expr>(At));
    climb(*At);
    if (Test.Found.empty() && Test.Missing.empty())
      return std::nullopt;
    return std::move(Test);
  }

private:
  enum class State { Unknown, Found, Missing };

  /// `a != b` that C++20 takes for `!(a == b)`.
  const Expr *asWritten(const Expr *E) const {
    const Stmt *Up = Analysis.parent(*E);
    while (isa_and_nonnull<ImplicitCastExpr, UnaryOperator>(Up) &&
           isa_and_nonnull<CXXRewrittenBinaryOperator, ImplicitCastExpr>(
               Analysis.parent(*Up)))
      Up = Analysis.parent(*Up);
    const auto *Rewritten = dyn_cast_or_null<CXXRewrittenBinaryOperator>(Up);
    return Rewritten ? Rewritten : E;
  }

  void add(const Stmt *S, State Known) {
    if (!S || Known == State::Unknown)
      return;
    (Known == State::Found ? Test.Found : Test.Missing).push_back(S);
  }

  void climb(const Stmt &From) {
    auto [Up, Child] = around(From, Analysis);
    bool IsOuter = false;
    while (Up) {
      if (const auto *Not = dyn_cast<UnaryOperator>(Up);
          Not && Not->getOpcode() == UO_LNot) {
        std::swap(IfTrue, IfFalse);
        if (!IsOuter)
          Test.Atom = asWritten(Not);
      } else if (const auto *Logical = dyn_cast<BinaryOperator>(Up);
                 Logical && Logical->isLogicalOp()) {
        noteAtom();
        IsOuter = true;
        const bool IsAnd = Logical->getOpcode() == BO_LAnd;
        if (Logical->getLHS() == Child) {
          add(Logical->getRHS(), IsAnd ? IfTrue : IfFalse);
          Test.IsLast = false;
        } else {
          Test.IsFirst = false;
        }
        (IsAnd ? IfFalse : IfTrue) = State::Unknown;
        Test.IsAlone = false;
        Test.Decides = Logical;
      } else {
        break;
      }
      std::tie(Up, Child) = around(*Up, Analysis);
    }
    noteAtom();
    if (Up)
      decide(*Up, *Child);
  }

  void noteAtom() {
    if (!HasAtom)
      Test.HoldsIfFound = IfTrue == State::Found;
    HasAtom = true;
  }

  void decide(const Stmt &Up, const Stmt &Child) {
    if (const auto *Choice = dyn_cast<ConditionalOperator>(&Up);
        Choice && Choice->getCond() == &Child) {
      add(Choice->getTrueExpr(), IfTrue);
      add(Choice->getFalseExpr(), IfFalse);
      Test.Decides = Choice;
      return;
    }
    const auto *If = dyn_cast<IfStmt>(&Up);
    if (!If || If->getCond() != &Child)
      return;
    Test.Decides = If;
    add(If->getThen(), IfTrue);
    add(If->getElse(), IfFalse);
    const auto *Block = dyn_cast_or_null<CompoundStmt>(Analysis.parent(*If));
    if (!Block)
      return;
    const State After = leavesBlock(*If->getThen()) ? IfFalse
                        : If->getElse() && leavesBlock(*If->getElse())
                            ? IfTrue
                            : State::Unknown;
    const auto *At = llvm::find(Block->body(), If);
    for (const Stmt *Rest :
         llvm::make_range(std::next(At), Block->body_end())) {
      if (After == State::Unknown)
        Test.Behind.push_back(Rest);
      else
        add(Rest, After);
    }
  }

  LookupTest Test;
  const FunctionAnalysis &Analysis;
  State IfTrue = State::Unknown, IfFalse = State::Unknown;
  bool HasAtom = false;
};

} // namespace

bool leavesBlock(const Stmt &S) {
  if (isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt, CoreturnStmt>(S))
    return true;
  if (const auto *Block = dyn_cast<CompoundStmt>(&S))
    return !Block->body_empty() && leavesBlock(*Block->body_back());
  if (const auto *If = dyn_cast<IfStmt>(&S))
    return If->getElse() && leavesBlock(*If->getThen()) &&
           leavesBlock(*If->getElse());
  const auto *E = dyn_cast<Expr>(&S);
  if (!E)
    return false;
  const Expr &Core = *E->IgnoreUnlessSpelledInSource();
  if (isa<CXXThrowExpr>(Core))
    return true;
  const auto *Call = dyn_cast<CallExpr>(&Core);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->isNoReturn();
}

llvm::SmallVector<LookupTest, 2> testsOf(const Lookup &Asked,
                                         const FunctionAnalysis &Analysis) {
  llvm::SmallVector<LookupTest, 2> Tests;
  if (std::optional<LookupTest> Test =
          TestWalk(Asked, nullptr, Analysis).from(*Asked.Call))
    Tests.push_back(std::move(*Test));
  if (Asked.What != Lookup::Kind::Find)
    return Tests;
  //   auto it = m.find(k);
  const VarDecl *Place = initialised(*Asked.Call, Analysis);
  if (!Place || !Place->hasLocalStorage() || !Place->getInit() ||
      &spelled(*Place->getInit()) != Asked.Call)
    return Tests;
  const auto Uses = usesOf(*Place, Analysis.function());
  // It stays where it is: else nobody knows what it is compared for.
  for (const DeclRefExpr *Use : Uses) {
    const auto [Up, Child] = around(*Use, Analysis);
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
    const auto *Binary = dyn_cast_or_null<BinaryOperator>(Up);
    const auto *Unary = dyn_cast_or_null<UnaryOperator>(Up);
    if ((Operator && Operator->getArg(0) == Child &&
         (Operator->getOperator() == OO_PlusPlus ||
          Operator->getOperator() == OO_MinusMinus ||
          Operator->isAssignmentOp())) ||
        (Binary && Binary->isAssignmentOp() && Binary->getLHS() == Child) ||
        (Unary &&
         (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf)))
      return Tests;
  }
  for (const DeclRefExpr *Use : Uses)
    if (std::optional<LookupTest> Test =
            TestWalk(Asked, Place, Analysis).from(*Use))
      Tests.push_back(std::move(*Test));
  return Tests;
}

} // namespace slowpath
