// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Loops.h"
#include "checks/support/Aliasing.h"
#include "checks/support/Callables.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/Objects.h"
#include "checks/support/Templates.h"
#include "checks/support/TranslationUnit.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Does the body hold code that clang could not make sense of?
class ErrorFinder : public RecursiveASTVisitor<ErrorFinder> {
public:
  bool Found = false;
  bool VisitExpr(Expr *E) {
    Found |= E->containsErrors();
    return !Found;
  }
  bool VisitDecl(Decl *D) {
    Found |= D->isInvalidDecl();
    return !Found;
  }
};

/// Clang leaves out the parts of a range-for over a dependent type that depend
/// on how its iterators are found, and builds no graph for a function with such
/// a loop. While this object lives, stand-ins that nothing is known about are
/// in their places.
class CompletedRangeLoops {
public:
  CompletedRangeLoops(Stmt &Body, ASTContext &Context) : Context(Context) {
    complete(&Body);
  }
  ~CompletedRangeLoops() {
    for (CXXForRangeStmt *Loop : Incomplete) {
      Loop->setBeginStmt(nullptr);
      Loop->setEndStmt(nullptr);
      Loop->setCond(nullptr);
      Loop->setInc(nullptr);
    }
  }
  CompletedRangeLoops(const CompletedRangeLoops &) = delete;
  CompletedRangeLoops &operator=(const CompletedRangeLoops &) = delete;

private:
  void complete(Stmt *S) {
    // Bodies of lambdas have graphs of their own.
    if (!S || isa<LambdaExpr>(S))
      return;
    for (Stmt *Child : S->children())
      complete(Child);
    auto *Loop = dyn_cast<CXXForRangeStmt>(S);
    if (!Loop || Loop->getCond() || Loop->getInc() || Loop->getBeginStmt() ||
        Loop->getEndStmt() || !Loop->getRangeStmt())
      return;
    // An operator, since the graph leaves opaque values themselves out.
    const auto Unknown = [&](UnaryOperatorKind Operator) {
      const SourceLocation At = Loop->getColonLoc();
      auto *Operand =
          new (Context) OpaqueValueExpr(At, Context.DependentTy, VK_LValue);
      return UnaryOperator::Create(
          Context, Operand, Operator, Context.DependentTy, VK_PRValue,
          OK_Ordinary, At, /*CanOverflow=*/false, FPOptionsOverride());
    };
    Loop->setBeginStmt(Loop->getRangeStmt());
    Loop->setEndStmt(Loop->getRangeStmt());
    Loop->setCond(Unknown(UO_LNot));
    Loop->setInc(Unknown(UO_PreInc));
    Incomplete.push_back(Loop);
  }

  ASTContext &Context;
  llvm::SmallVector<CXXForRangeStmt *, 2> Incomplete;
};

const Stmt *bodyOfLoop(const Stmt &S) {
  if (const auto *For = dyn_cast<ForStmt>(&S))
    return For->getBody();
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(&S))
    return Range->getBody();
  if (const auto *While = dyn_cast<WhileStmt>(&S))
    return While->getBody();
  if (const auto *Do = dyn_cast<DoStmt>(&S))
    return Do->getBody();
  return nullptr;
}

Loop::Kind kindOfLoop(const Stmt &S) {
  switch (S.getStmtClass()) {
  case Stmt::CXXForRangeStmtClass:
    return Loop::Kind::RangeFor;
  case Stmt::WhileStmtClass:
    return Loop::Kind::While;
  case Stmt::DoStmtClass:
    return Loop::Kind::Do;
  default:
    return Loop::Kind::For;
  }
}

/// Calls of this function's own body that hand a callable to something that
/// runs it once per element.
class AlgorithmFinder : public RecursiveASTVisitor<AlgorithmFinder> {
public:
  explicit AlgorithmFinder(TranslationUnit &TU) : TU(TU) {}

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }

  bool VisitCallExpr(CallExpr *Call) {
    for (unsigned I = 0; I < Call->getNumArgs(); ++I)
      if (const auto What = callableOf(*Call->getArg(I), TU.models());
          What &&
          (runsPerElement(*Call, TU.models()) || TU.runsInLoop(*Call, I)))
        Found.push_back({Call, *What});
    return true;
  }

  llvm::SmallVector<std::pair<const CallExpr *, Callable>, 2> Found;

private:
  TranslationUnit &TU;
};

/// The loop at the place of Pattern in an instantiation, or null.
const Stmt *instantiatedLoop(const Stmt *S, const Stmt &Pattern) {
  if (!S)
    return nullptr;
  if (S->getStmtClass() == Pattern.getStmtClass() &&
      S->getBeginLoc() == Pattern.getBeginLoc())
    return S;
  for (const Stmt *Child : S->children())
    if (const Stmt *Found = instantiatedLoop(Child, Pattern))
      return Found;
  return nullptr;
}

/// The container behind an iterator or range argument: `v.begin()` → v.
const Expr *rangeOf(const CallExpr &Call) {
  const unsigned First = isa<CXXOperatorCallExpr>(Call) ? 1 : 0;
  for (unsigned I = First; I < Call.getNumArgs(); ++I) {
    const Expr *Argument = Call.getArg(I)->IgnoreUnlessSpelledInSource();
    if (isa<LambdaExpr>(Argument))
      break;
    if (const auto *Begin = dyn_cast<CXXMemberCallExpr>(Argument))
      return Begin->getImplicitObjectArgument()->IgnoreImpCasts();
    // In templates, of a dependent type.
    if (const auto *Begin = dyn_cast<CallExpr>(Argument);
        Begin && Begin->getNumArgs() == 0)
      if (const auto *Member =
              dyn_cast<CXXDependentScopeMemberExpr>(Begin->getCallee());
          Member && !Member->isImplicitAccess())
        return Member->getBase();
    if (const auto *Begin = dyn_cast<CallExpr>(Argument);
        Begin && Begin->getNumArgs() == 1)
      return Begin->getArg(0)->IgnoreUnlessSpelledInSource();
    if (Argument->getType()->isRecordType())
      return Argument;
  }
  return nullptr;
}

} // namespace

SourceLocation Loop::location(const SourceManager &SM) const {
  return SM.getExpansionLoc(Statement->getBeginLoc());
}

const Expr *Loop::condition() const {
  if (const auto *For = dyn_cast<ForStmt>(Statement))
    return For->getCond();
  if (const auto *While = dyn_cast<WhileStmt>(Statement))
    return While->getCond();
  if (const auto *Do = dyn_cast<DoStmt>(Statement))
    return Do->getCond();
  return nullptr;
}

struct FunctionAnalysis::Position {
  const CFGBlock *Block;
  unsigned Index;
};

FunctionAnalysis::FunctionAnalysis(const FunctionDecl &Function,
                                   TranslationUnit &TU)
    : Function(Function), TU(TU) {
  Stmt *Body = Function.getBody();
  if (!Body || Function.isInvalidDecl())
    return;
  Parents = std::make_unique<ParentMap>(Body);
  ErrorFinder Errors;
  Errors.TraverseStmt(Body);
  if (Errors.Found)
    return;
  CFG::BuildOptions BuildOptions;
  BuildOptions.setAllAlwaysAdd();
  {
    const CompletedRangeLoops Completed(*Body, TU.context());
    Graph = CFG::buildCFG(&Function, Body, &TU.context(), BuildOptions);
  }
  if (!Graph)
    return;
  Dominators = std::make_unique<CFGDomTree>(Graph.get());
  for (const CFGBlock *Block : *Graph) {
    unsigned Index = 0;
    for (const CFGElement &Element : *Block) {
      if (const std::optional<CFGStmt> S = Element.getAs<CFGStmt>())
        Positions.try_emplace(S->getStmt(), Block, Index);
      ++Index;
    }
    // Terminators that are no elements themselves (`if`, `for`, …).
    if (const Stmt *Terminator = Block->getTerminatorStmt())
      Positions.try_emplace(Terminator, Block, Index);
  }
}

FunctionAnalysis::~FunctionAnalysis() = default;

void FunctionAnalysis::findLoops() {
  if (!Graph)
    return;
  findNaturalLoops();
  findAlgorithms();
}

void FunctionAnalysis::findNaturalLoops() {
  // Clang's CFG marks the block that jumps back with the loop statement.
  const auto &Tree = Dominators->getBase();
  llvm::SmallVector<NaturalLoop, 4> Found;
  for (const CFGBlock *Latch : *Graph) {
    const Stmt *Statement = Latch->getLoopTarget();
    if (!Statement || !Tree.isReachableFromEntry(const_cast<CFGBlock *>(Latch)))
      continue;
    const CFGBlock *Header = Latch->succ_empty()
                                 ? nullptr
                                 : Latch->succ_begin()->getReachableBlock();
    if (!Header || !Dominators->dominates(Header, Latch))
      continue;
    NaturalLoop &Natural = Found.emplace_back();
    Natural.Statement = Statement;
    Natural.Latch = Latch;
    Natural.Blocks.resize(Graph->getNumBlockIDs());
    Natural.Blocks.set(Header->getBlockID());
    llvm::SmallVector<const CFGBlock *, 16> Work = {Latch};
    while (!Work.empty()) {
      const CFGBlock *Block = Work.pop_back_val();
      if (Natural.Blocks.test(Block->getBlockID()))
        continue;
      Natural.Blocks.set(Block->getBlockID());
      // Branches that constants rule out still lead here.
      for (const CFGBlock::AdjacentBlock &Predecessor : Block->preds())
        if (CFGBlock *P = Predecessor.getReachableBlock();
            P && Tree.isReachableFromEntry(P))
          Work.push_back(P);
    }
  }
  // Outer loops first, so that parents exist before their children.
  const SourceManager &SM = TU.context().getSourceManager();
  llvm::sort(Found, [&](const NaturalLoop &A, const NaturalLoop &B) {
    const SourceLocation BeginA = A.Statement->getBeginLoc();
    const SourceLocation BeginB = B.Statement->getBeginLoc();
    if (BeginA != BeginB)
      return SM.isBeforeInTranslationUnit(BeginA, BeginB);
    return A.Blocks.count() > B.Blocks.count();
  });
  for (NaturalLoop &Natural : Found) {
    const NaturalLoop *Around = nullptr;
    for (const NaturalLoop &Other : NaturalLoops)
      if (Other.Blocks.test(Natural.Latch->getBlockID()) &&
          (!Around || Other.Blocks.count() <= Around->Blocks.count()))
        Around = &Other;
    // BOOST_FOREACH and Q_FOREACH expand to several nested loops of which only
    // the outermost repeats.
    const SourceLocation Begin = Natural.Statement->getBeginLoc();
    if (Around && Begin.isMacroID() &&
        Around->Statement->getBeginLoc().isMacroID() &&
        SM.getExpansionLoc(Begin) ==
            SM.getExpansionLoc(Around->Statement->getBeginLoc())) {
      Natural.Index = Around->Index;
      Loops[Natural.Index]->Body = bodyOfLoop(*Natural.Statement);
      NaturalLoops.push_back(std::move(Natural));
      continue;
    }
    auto L = std::make_unique<Loop>();
    L->Statement = Natural.Statement;
    L->Body = bodyOfLoop(*Natural.Statement);
    L->Shape = kindOfLoop(*Natural.Statement);
    if (Around)
      L->Parent = Loops[Around->Index].get();
    else if (const LambdaExpr *Lambda = TU.lambdaOf(Function))
      L->Parent = loopAroundLambda(*Lambda);
    Natural.Index = static_cast<unsigned>(Loops.size());
    NaturalLoops.push_back(std::move(Natural));
    Loops.push_back(std::move(L));
  }
  for (const std::unique_ptr<Loop> &L : Loops) {
    classifyBound(*L, *this, TU.models(), TU.context());
    if (L->isDataLoop())
      narrowByInstantiations(*L);
  }
}

void FunctionAnalysis::narrowByInstantiations(Loop &L) const {
  // The pattern says less than an instantiation about sizes and types; a loop
  // that is harmless in one of them is not reported.
  llvm::SmallVector<const FunctionDecl *, 4> Instances =
      instantiationsOf(Function);
  for (const LambdaExpr *Lambda = TU.lambdaOf(Function); Lambda;) {
    const FunctionDecl *Outer = TU.functionAround(*Lambda);
    if (!Outer)
      break;
    llvm::append_range(Instances, instantiationsOf(*Outer));
    Lambda = TU.lambdaOf(*Outer);
  }
  for (const FunctionDecl *Instance : Instances) {
    const Stmt *Statement = instantiatedLoop(Instance->getBody(), *L.Statement);
    if (!Statement)
      continue;
    Loop There;
    There.Shape = L.Shape;
    There.Statement = Statement;
    There.Body = bodyOfLoop(*Statement);
    classifyBound(There, *this, TU.models(), TU.context());
    if (There.isDataLoop())
      continue;
    L.Trips = There.Trips;
    L.TripCount = There.TripCount;
    return;
  }
}

void FunctionAnalysis::findAlgorithms() {
  AlgorithmFinder Finder(TU);
  Finder.TraverseStmt(Function.getBody());
  for (const auto &[Call, What] : Finder.Found) {
    auto L = std::make_unique<Loop>();
    L->Shape = Loop::Kind::Algorithm;
    L->Statement = Call;
    L->Body = What.Function->getBody();
    L->Callee = What.Function;
    L->Parent = innermostLoop(*Call);
    L->Range = rangeOf(*Call);
    if (What.IsPlain && What.Function->getNumParams() > 0)
      L->Variable = What.Function->getParamDecl(0);
    classifyBound(*L, *this, TU.models(), TU.context());
    // A lambda in a variable may be handed to several.
    if (What.Lambda)
      Algorithms.try_emplace(What.Lambda, L.get());
    Loops.push_back(std::move(L));
  }
}

const Loop *FunctionAnalysis::algorithm(const Stmt &Call,
                                        const FunctionDecl &Callee) const {
  for (const std::unique_ptr<Loop> &L : Loops)
    if (L->Statement == &Call && L->Callee &&
        declaresSameEntity(L->Callee, &Callee))
      return L.get();
  return nullptr;
}

const Loop *FunctionAnalysis::loopAroundLambda(const LambdaExpr &Lambda) const {
  const FunctionDecl *Outer = TU.functionAround(Lambda);
  if (!Outer)
    return nullptr;
  const FunctionAnalysis &Around = TU.analysis(*Outer);
  if (const Loop *Algorithm = Around.Algorithms.lookup(&Lambda))
    return Algorithm;
  // `[&] { … }()` runs where it stands.
  for (const Stmt *Up = Around.parent(Lambda); Up; Up = Around.parent(*Up)) {
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up);
        Call && Call->getOperator() == OO_Call &&
        Call->getArg(0)->IgnoreUnlessSpelledInSource() == &Lambda)
      return Around.innermostLoop(*Call);
    if (!isa<Expr>(Up) || isa<CallExpr>(Up))
      break;
  }
  return nullptr;
}

std::optional<FunctionAnalysis::Position>
FunctionAnalysis::position(const Stmt &S) const {
  for (const Stmt *Current = &S; Current; Current = parent(*Current)) {
    const auto Found = Positions.find(Current);
    if (Found != Positions.end())
      return Position{Found->second.first, Found->second.second};
    // A compound statement has no position; its first element would do, but
    // no check asks for one.
    if (isa<CompoundStmt>(Current))
      return std::nullopt;
  }
  return std::nullopt;
}

const Stmt *FunctionAnalysis::parent(const Stmt &S) const {
  return Parents ? Parents->getParent(&S) : nullptr;
}

const FunctionAnalysis::NaturalLoop *
FunctionAnalysis::naturalLoop(const Stmt &S) const {
  const std::optional<Position> At = position(S);
  if (!At)
    return nullptr;
  const NaturalLoop *Innermost = nullptr;
  for (const NaturalLoop &Natural : NaturalLoops)
    if (Natural.Blocks.test(At->Block->getBlockID()) &&
        (!Innermost || Natural.Blocks.count() < Innermost->Blocks.count()))
      Innermost = &Natural;
  return Innermost;
}

const Loop *FunctionAnalysis::innermostLoop(const Stmt &S) const {
  if (const FunctionDecl *Owner = TU.functionAround(S);
      Owner && Owner != &Function)
    return TU.analysis(*Owner).innermostLoop(S);
  if (!isWhole())
    return nullptr;
  const NaturalLoop *Natural = naturalLoop(S);
  // An exception is rare: its handler is not repeated by the loops around it.
  for (const Stmt *Up = parent(S); Up; Up = parent(*Up))
    if (isa<CXXCatchStmt>(Up)) {
      if (!Natural || !contains(*Up, *Natural->Statement))
        return nullptr;
      break;
    }
  if (Natural)
    return Loops[Natural->Index].get();
  if (const LambdaExpr *Lambda = TU.lambdaOf(Function);
      Lambda && position(S) && isReachable(S))
    return loopAroundLambda(*Lambda);
  return nullptr;
}

bool FunctionAnalysis::isReachable(const Stmt &S) const {
  const std::optional<Position> At = position(S);
  return At && Dominators->getBase().isReachableFromEntry(
                   const_cast<CFGBlock *>(At->Block));
}

bool FunctionAnalysis::runsEveryIteration(const Stmt &S, const Loop &L) const {
  if (!isWhole())
    return false;
  const std::optional<Position> At = position(S);
  if (!At)
    return false;
  // Once per call of the lambda: every path through its body.
  if (L.Shape == Loop::Kind::Algorithm)
    return runsOnEveryCall(S);
  // Of loops that a macro nests, the one directly around S decides.
  const NaturalLoop *Decides = nullptr;
  for (const NaturalLoop &Natural : NaturalLoops)
    if (Loops[Natural.Index].get() == &L &&
        Natural.Blocks.test(At->Block->getBlockID()) &&
        (!Decides || Natural.Blocks.count() < Decides->Blocks.count()))
      Decides = &Natural;
  return Decides && Dominators->dominates(At->Block, Decides->Latch);
}

bool FunctionAnalysis::contains(const Stmt &Outer, const Stmt &S) const {
  for (const Stmt *Current = &S; Current; Current = parent(*Current))
    if (Current == &Outer)
      return true;
  return false;
}

bool FunctionAnalysis::dominates(const Stmt &A, const Stmt &B) const {
  const std::optional<Position> AtA = position(A), AtB = position(B);
  if (!AtA || !AtB)
    return false;
  if (AtA->Block == AtB->Block)
    return AtA->Index <= AtB->Index;
  return isReachable(B) && Dominators->dominates(AtA->Block, AtB->Block);
}

bool FunctionAnalysis::reachesWithout(const CFGBlock &From, const CFGBlock &To,
                                      const CFGBlock *Barrier) const {
  llvm::BitVector Seen(Graph->getNumBlockIDs());
  llvm::SmallVector<const CFGBlock *, 16> Work = {&From};
  while (!Work.empty()) {
    const CFGBlock *Block = Work.pop_back_val();
    if (Block == &To)
      return true;
    if (Seen.test(Block->getBlockID()) || Block == Barrier)
      continue;
    Seen.set(Block->getBlockID());
    for (const CFGBlock::AdjacentBlock &Successor : Block->succs())
      if (const CFGBlock *Next = Successor.getReachableBlock())
        Work.push_back(Next);
  }
  return false;
}

llvm::BitVector
FunctionAnalysis::blocksReaching(const CFGBlock &To,
                                 const CFGBlock *Barrier) const {
  llvm::BitVector Found(Graph->getNumBlockIDs());
  Found.set(To.getBlockID());
  llvm::SmallVector<const CFGBlock *, 16> Work = {&To};
  while (!Work.empty())
    for (const CFGBlock::AdjacentBlock &Predecessor :
         Work.pop_back_val()->preds())
      if (const CFGBlock *Block = Predecessor.getReachableBlock();
          Block && Block != Barrier && !Found.test(Block->getBlockID())) {
        Found.set(Block->getBlockID());
        Work.push_back(Block);
      }
  return Found;
}

bool FunctionAnalysis::reaches(const Stmt &A, const Stmt &B) const {
  const std::optional<Position> AtA = position(A), AtB = position(B);
  if (!AtA || !AtB)
    return false;
  if (AtA->Block == AtB->Block && AtA->Index < AtB->Index)
    return true;
  return llvm::any_of(
      AtA->Block->succs(), [&](const CFGBlock::AdjacentBlock &Successor) {
        const CFGBlock *Next = Successor.getReachableBlock();
        return Next && reachesWithout(*Next, *AtB->Block, nullptr);
      });
}

bool FunctionAnalysis::reachesAvoiding(
    const Stmt &A, const Stmt &B, llvm::ArrayRef<const Stmt *> Barriers) const {
  const std::optional<Position> AtA = position(A), AtB = position(B);
  if (!AtA || !AtB)
    return false;
  llvm::BitVector Seen(Graph->getNumBlockIDs());
  llvm::SmallVector<Position, 16> Work = {{AtA->Block, AtA->Index + 1}};
  while (!Work.empty()) {
    const Position From = Work.pop_back_val();
    unsigned Stop = ~0u;
    for (const Stmt *Barrier : Barriers)
      if (const std::optional<Position> At = position(*Barrier);
          At && At->Block == From.Block && At->Index >= From.Index)
        Stop = std::min(Stop, At->Index);
    if (AtB->Block == From.Block && AtB->Index >= From.Index &&
        AtB->Index < Stop)
      return true;
    if (Stop != ~0u)
      continue;
    for (const CFGBlock::AdjacentBlock &Successor : From.Block->succs())
      if (const CFGBlock *Next = Successor.getReachableBlock();
          Next && !Seen.test(Next->getBlockID())) {
        Seen.set(Next->getBlockID());
        Work.push_back({Next, 0});
      }
  }
  return false;
}

std::vector<llvm::SmallVector<unsigned, 2>>
FunctionAnalysis::orderOf(llvm::ArrayRef<const Stmt *> Among) const {
  std::vector<llvm::SmallVector<unsigned, 2>> Order(Among.size());
  if (!isWhole())
    return Order;
  // By block, in the order of execution.
  llvm::DenseMap<const CFGBlock *,
                 llvm::SmallVector<std::pair<unsigned, unsigned>, 4>>
      InBlock;
  for (const auto &[Number, S] : llvm::enumerate(Among))
    if (const std::optional<Position> At = position(*S); At && isReachable(*S))
      InBlock[At->Block].push_back({At->Index, static_cast<unsigned>(Number)});
  for (auto &[Block, Here] : InBlock)
    llvm::sort(Here);
  const auto CollectAfter = [&](const CFGBlock &From,
                                llvm::SmallVectorImpl<unsigned> &Next) {
    llvm::BitVector Seen(Graph->getNumBlockIDs());
    llvm::SmallVector<const CFGBlock *, 16> Work = {&From};
    while (!Work.empty())
      for (const CFGBlock::AdjacentBlock &Successor :
           Work.pop_back_val()->succs()) {
        const CFGBlock *Block = Successor.getReachableBlock();
        if (!Block || Seen.test(Block->getBlockID()))
          continue;
        Seen.set(Block->getBlockID());
        if (const auto Here = InBlock.find(Block); Here != InBlock.end())
          Next.push_back(Here->second.front().second);
        else
          Work.push_back(Block);
      }
    llvm::sort(Next);
  };
  for (const auto &[Block, Here] : InBlock)
    for (size_t I = 0; I != Here.size(); ++I) {
      if (I + 1 != Here.size())
        Order[Here[I].second].push_back(Here[I + 1].second);
      else
        CollectAfter(*Block, Order[Here[I].second]);
    }
  return Order;
}

bool FunctionAnalysis::sharesIteration(const Stmt &A, const Stmt &B,
                                       const Loop &L) const {
  const std::optional<Position> AtA = position(A), AtB = position(B);
  if (!AtA || !AtB)
    return false;
  // A lambda's body is one iteration of its algorithm.
  const CFGBlock *Latch = nullptr;
  for (const NaturalLoop &Natural : NaturalLoops)
    if (Loops[Natural.Index].get() == &L)
      Latch = Natural.Latch;
  return AtA->Block == AtB->Block ||
         reachesWithout(*AtA->Block, *AtB->Block, Latch) ||
         reachesWithout(*AtB->Block, *AtA->Block, Latch);
}

llvm::SmallVector<const Expr *, 4>
FunctionAnalysis::guardsWithin(const Stmt &S, const Loop *L) const {
  llvm::SmallVector<const Expr *, 4> Guards;
  const std::optional<Position> At = position(S);
  if (!At)
    return Guards;
  // In is null for the whole body.
  const auto Collect = [&](const NaturalLoop *In) {
    const llvm::BitVector Reaching =
        blocksReaching(*At->Block, In ? In->Latch : nullptr);
    const auto IsIn = [&](const CFGBlock &Block) {
      return !In || In->Blocks.test(Block.getBlockID());
    };
    for (const CFGBlock *Block : *Graph) {
      if (!IsIn(*Block) || Block == At->Block || Block->succ_size() < 2)
        continue;
      const auto *Condition =
          dyn_cast_or_null<Expr>(Block->getTerminatorCondition());
      // The loop's own condition guards everything in it.
      if (!Condition || (In && Block->getTerminatorStmt() == In->Statement))
        continue;
      unsigned Leading = 0, Inside = 0;
      for (const CFGBlock::AdjacentBlock &Successor : Block->succs()) {
        const CFGBlock *Next = Successor.getReachableBlock();
        if (!Next || !IsIn(*Next))
          continue;
        ++Inside;
        Leading += Reaching.test(Next->getBlockID());
      }
      if (Leading > 0 && Leading < Inside)
        Guards.push_back(Condition);
    }
  };
  if (!L || L->Shape == Loop::Kind::Algorithm)
    Collect(nullptr);
  else
    for (const NaturalLoop &Natural : NaturalLoops)
      if (Loops[Natural.Index].get() == L)
        Collect(&Natural);
  return Guards;
}

bool FunctionAnalysis::runsOnEveryCall(const Stmt &S) const {
  const std::optional<Position> At = isWhole() ? position(S) : std::nullopt;
  return At && isReachable(S) &&
         Dominators->dominates(At->Block, &Graph->getExit());
}

bool FunctionAnalysis::isModifiedIn(const VarDecl &Var, const Stmt &S) const {
  std::unique_ptr<Mutations> &In = MutationsIn[&S];
  if (!In) {
    // The map may grow meanwhile.
    auto Made = std::make_unique<Mutations>(S, TU);
    return (MutationsIn[&S] = std::move(Made))->contains(Var);
  }
  return In->contains(Var);
}

bool FunctionAnalysis::isOnlyRead(const VarDecl &Var) const {
  return !isModifiedIn(Var, *Function.getBody());
}

bool FunctionAnalysis::isModifiedIn(const VarDecl &Var, const Loop &L) const {
  // A callable may be written elsewhere than the call of its algorithm.
  return isModifiedIn(Var, *L.Statement) ||
         (L.Shape == Loop::Kind::Algorithm && L.Body &&
          isModifiedIn(Var, *L.Body));
}

bool FunctionAnalysis::isChunkGuarded(const Stmt &S, const Loop &L) const {
  return llvm::any_of(guardsWithin(S, &L), [&](const Expr *Guard) {
    return isBatchCondition(*Guard, L, *this);
  });
}

bool FunctionAnalysis::isCold(const Stmt &S) const {
  if (Function.hasAttr<ColdAttr>())
    return true;
  // Followed by a call that does not return: the program is about to end.
  if (const std::optional<Position> At = position(S);
      At && At->Block->hasNoReturnElement())
    return true;
  const Stmt *Child = &S;
  for (const Stmt *Up = parent(S); Up; Child = Up, Up = parent(*Up)) {
    if (isa<CXXCatchStmt>(Up))
      return true;
    if (const auto *Attributed = dyn_cast<AttributedStmt>(Up);
        Attributed && llvm::any_of(Attributed->getAttrs(), [](const Attr *A) {
          return isa<UnlikelyAttr>(A);
        }))
      return true;
    if (const auto *If = dyn_cast<IfStmt>(Up);
        If && Child == If->getThen() &&
        isExpectedFalse(*If->getCond(), TU.context()))
      return true;
  }
  return false;
}

bool FunctionAnalysis::isUnchanged(const Expr &Object, const Loop &L) const {
  const Expr *Core = Object.IgnoreParenImpCasts();
  const auto IsReferredUnchanged = [&](bool IsForeign) {
    return Core->getType().isConstQualified() &&
           !mayChangeAlias(Core->getType(), *L.Statement, IsForeign) &&
           !(L.Body && L.Shape == Loop::Kind::Algorithm &&
             mayChangeAlias(Core->getType(), *L.Body, IsForeign));
  };
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Core)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Var || Var->getType().isVolatileQualified() ||
        !outlivesIteration(*Ref, L, TU))
      return false;
    // Others may write to what a reference or a global names.
    if (Var->getType()->isReferenceType())
      return IsReferredUnchanged(isa<ParmVarDecl>(Var));
    if (!Var->hasLocalStorage())
      return Var->getType().isConstQualified();
    return !isModifiedIn(*Var, L);
  }
  //   this->items, in a member function that is const
  const auto *Member = dyn_cast<MemberExpr>(Core);
  return Member && isa<FieldDecl>(Member->getMemberDecl()) &&
         isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()) &&
         IsReferredUnchanged(/*IsForeign=*/true);
}

bool FunctionAnalysis::isInvariant(const Expr &E, const Loop &L) const {
  const Expr *Core = E.IgnoreParenImpCasts();
  if (Core->isValueDependent())
    return false;
  //   items.size(): a const member that tells about a value, not a reference
  // to a part of it
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Core)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    const Expr &Object = *Call->getImplicitObjectArgument();
    return Method && Method->isConst() && Call->getNumArgs() == 0 &&
           !Method->getReturnType()->isReferenceType() &&
           !TU.isUserCode(Method->getLocation()) && isValue(Object.getType()) &&
           isUnchanged(Object, L);
  }
  const auto *Unary = dyn_cast<UnaryOperator>(Core);
  const auto *Binary = dyn_cast<BinaryOperator>(Core);
  if ((Unary &&
       (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_Deref)) ||
      (Binary && Binary->isAssignmentOp()))
    return false;
  if (!isa<UnaryOperator, BinaryOperator, ConditionalOperator,
           ExplicitCastExpr>(Core) ||
      Core->isEvaluatable(TU.context())) {
    if (Core->HasSideEffects(TU.context()))
      return false;
    if (Core->isEvaluatable(TU.context()) ||
        isa<CXXThisExpr, StringLiteral>(Core))
      return true;
    const auto *Ref = dyn_cast<DeclRefExpr>(Core);
    if (!Ref)
      return false;
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    // What a reference to a scalar names may change through any pointer.
    return !Var || (!Var->getType()->isReferenceType() && isUnchanged(*Ref, L));
  }
  return llvm::all_of(Core->children(), [&](const Stmt *Child) {
    const auto *Operand = dyn_cast_or_null<Expr>(Child);
    return Operand && isInvariant(*Operand, L);
  });
}

} // namespace slowpath
