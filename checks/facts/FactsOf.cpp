// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/facts/FactsOf.h"
#include "checks/facts/Program.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/models/ConstantText.h"
#include "checks/support/Callables.h"
#include "checks/support/CommitLoop.h"
#include "checks/support/Constructions.h"
#include "checks/support/DatabaseCalls.h"
#include "checks/support/HeldCallables.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/OpenTransactions.h"
#include "checks/support/Origins.h"
#include "checks/support/QueryLoop.h"
#include "checks/support/RareCode.h"
#include "checks/support/Spawns.h"
#include "checks/support/StatementTexts.h"
#include "checks/support/Statements.h"
#include "checks/support/Templates.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {

bool isFarReaching(const EffectSet &Effects) {
  static const EffectSet Wanted = [] {
    EffectSet All;
    for (size_t I = 0; I != static_cast<size_t>(Effect::Last); ++I) {
      const auto E = static_cast<Effect>(I);
      const llvm::StringRef Group = toString(E).split('.').first;
      if (Group == "db" || Group == "kv" || Group == "net" || Group == "rpc" ||
          Group == "pool" || Group == "process" || Group == "thread" ||
          Group == "task" || Group == "sem" || E == Effect::Sleep ||
          E == Effect::EventLoop || E == Effect::IoFsync ||
          E == Effect::IoOpen || E == Effect::IoMove)
        All.add(E);
    }
    return All;
  }();
  EffectSet Common = Effects;
  Common &= Wanted;
  return !Common.empty();
}

namespace {

std::string usrOf(const Decl &D) {
  llvm::SmallString<128> Text;
  return index::generateUSRForDecl(&D, Text) ? std::string() : Text.str().str();
}

void addWords(const EffectSet &Effects,
              google::protobuf::RepeatedPtrField<std::string> &Words) {
  for (size_t I = 0; I != static_cast<size_t>(Effect::Last); ++I)
    if (Effects.has(static_cast<Effect>(I)))
      Words.Add(toString(static_cast<Effect>(I)).str());
}

void fillRow(const ApiModel &Row, const EffectSet &Effects, facts::Api &Api) {
  Api.set_row(Row.key());
  Api.set_library(Row.Library);
  EffectSet Costly = Effects;
  if (Row.Cached)
    Costly.remove(Effect::DbPrepare);
  addWords(Costly, *Api.mutable_effects());
  Api.set_async(Row.Async);
  Api.set_is_embedded(Row.Embedded);
  Api.set_many(Row.Many);
}

facts::Lifetime wordOf(Lifetime Kept) {
  switch (Kept) {
  case Lifetime::Unknown:
    return facts::NOT_KNOWN;
  case Lifetime::Function:
    return facts::OF_FUNCTION;
  case Lifetime::Object:
    return facts::OF_OBJECT;
  case Lifetime::Result:
    return facts::OF_RESULT;
  }
  llvm_unreachable("all lifetimes are handled");
}

/// Is E, and nothing made of it, the operand of a co_await?
bool isAwaited(const Expr &E, const FunctionAnalysis &Analysis) {
  // The promise may transform the operand.
  for (const Stmt *Up = Analysis.parent(E); Up && isa<Expr>(Up);
       Up = Analysis.parent(*Up))
    if (const auto *Await = dyn_cast<CoawaitExpr>(Up))
      return &spelled(*Await->getOperand()) == &spelled(E);
  return false;
}

/// Is anything called of which nobody knows what it is: a pointer, a
/// `std::function`, what depends on a type, what may be overridden?
bool callsUnknown(const Stmt &Body) {
  return anyStmt(Body, [](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    if (!Call)
      return false;
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return true;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
    return (Method && Method->isVirtual()) ||
           (Operator && Operator->getOperator() == OO_Call && Method &&
            !Method->getParent()->isLambda());
  });
}

/// The objects that Shape is given, to change if OnlyChanged, and that live
/// longer than an iteration of L.
llvm::SmallPtrSet<const VarDecl *, 4> lastingObjects(const CallShape &Shape,
                                                     const Loop &L,
                                                     bool OnlyChanged,
                                                     TranslationUnit &TU) {
  llvm::SmallPtrSet<const VarDecl *, 4> Found;
  const auto Add = [&](const Expr &Object) {
    if (const VarDecl *Root = rootVariable(Object);
        Root && outlivesIteration(Object, L, TU))
      Found.insert(Root);
  };
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Shape.Callee);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (Shape.Object && !(OnlyChanged && Method && Method->isConst()))
    Add(*Shape.Object);
  for (const auto &[Index, Argument] : llvm::enumerate(Shape.Args)) {
    QualType Type =
        Callee && Index < Callee->getNumParams()
            ? Callee->getParamDecl(static_cast<unsigned>(Index))->getType()
            : Argument->getType();
    const bool IsGiven = Type->isReferenceType() || Type->isPointerType();
    if (IsGiven)
      Type = Type->getPointeeType();
    if (IsGiven && !(OnlyChanged && Type.isConstQualified()) &&
        !Type->isFunctionType())
      Add(*Argument);
  }
  return Found;
}

/// The block around S; null if there is none.
const Stmt *scopeOf(const Stmt &S, const FunctionAnalysis &Analysis) {
  const Stmt *Scope = &S;
  while (Scope && !isa<CompoundStmt>(Scope))
    Scope = Analysis.parent(*Scope);
  return Scope;
}

/// Does text follow what E has been given: `sql << "…" << name`?
bool goesOn(const Expr &E, const FunctionAnalysis &Analysis) {
  const Stmt *Child = &E;
  for (const Stmt *Up = Analysis.parent(E); Up && isa<Expr>(Up);
       Child = Up, Up = Analysis.parent(*Up))
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up))
      return Call->getOperator() == OO_LessLess && Call->getArg(0) == Child;
  return false;
}

/// The parenthesis before the body of a loop; invalid if it has none.
SourceLocation headerEnd(const Stmt &Loop) {
  if (const auto *For = dyn_cast<ForStmt>(&Loop))
    return For->getRParenLoc();
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(&Loop))
    return Range->getRParenLoc();
  if (const auto *While = dyn_cast<WhileStmt>(&Loop))
    return While->getRParenLoc();
  return {};
}

/// The name of a function, or of what is called through.
std::string holderName(const ValueDecl &Holder) {
  const auto *Parameter = dyn_cast<ParmVarDecl>(&Holder);
  const auto *Owner =
      Parameter ? dyn_cast<FunctionDecl>(Parameter->getDeclContext()) : nullptr;
  return Owner ? fmt::format("{}#{}", usrOf(patternOf(*Owner)),
                             Parameter->getFunctionScopeIndex())
               : usrOf(Holder);
}

class Extractor {
public:
  explicit Extractor(TranslationUnit &Unit)
      : TU(Unit), SM(Unit.context().getSourceManager()) {}

  facts::Unit run() {
    findInteresting();
    // To analyse a function takes longer than all else that is done here.
    const bool MayBeBroken = TU.context().getDiagnostics().hasErrorOccurred();
    for (const FunctionDecl *Function : TU.functions()) {
      addBindings(*Function);
      if (isInteresting(*Function)) {
        if (TU.analysis(*Function).isWhole() && !isRunByAlgorithm(*Function))
          add(*Function);
        // Bodies of inline functions are seen wherever they are called.
      } else if (Function->isExternallyVisible() && !Function->isInlined() &&
                 (!MayBeBroken || TU.analysis(*Function).isWhole())) {
        Result.add_quiet(usrOf(*Function));
      }
    }
    for (std::string &File : Files)
      Result.add_files(std::move(File));
    return std::move(Result);
  }

private:
  /// Marks the functions that make a call which a model describes or whose
  /// body is elsewhere, and those that call them.
  void findInteresting();
  bool isInteresting(const FunctionDecl &Function) const {
    return Interesting.contains(Function.getCanonicalDecl());
  }
  bool isInterestingCall(const Expr &E);
  bool takesCallable(const Expr &E);
  /// May another call in L, of which no row says what it does, change an object
  /// that E is given?
  bool isTouched(const Expr &E, const CallShape &Shape, const Loop &L);
  /// A lambda that an algorithm in the function around it runs.
  bool isRunByAlgorithm(const FunctionDecl &Function);
  /// The function of the project that E calls, if it may matter; else null.
  const FunctionDecl *projectCallee(const CallShape &Shape);

  void add(const FunctionDecl &Function);
  /// Adds what callables Function keeps or hands to others.
  void addBindings(const FunctionDecl &Function);
  /// Adds a site if E calls what is kept somewhere.
  void addHeldCall(const Expr &E, const FunctionAnalysis &Analysis,
                   facts::Function &F);
  void addLoops(const FunctionAnalysis &Analysis, facts::Function &F);
  /// Adds a site if E is a call of interest.
  void addCall(const Expr &E, const FunctionAnalysis &Analysis,
               facts::Function &F);
  void addCallable(const CallExpr &Call, const FunctionAnalysis &Analysis,
                   facts::Function &F);
  /// Fills in where the scopes of local objects end, among the sites.
  void addScopes(const FunctionAnalysis &Analysis, facts::Function &F);
  void addOrder(const FunctionAnalysis &Analysis, facts::Function &F);
  /// The innermost loop over data around E that F knows, or null.
  const Loop *loopAround(const Expr &E, const FunctionAnalysis &Analysis);
  facts::Site &startSite(const Expr &E, const Loop *L,
                         const FunctionAnalysis &Analysis, facts::Function &F);
  void fillApi(const DatabaseCall &Call, const Loop *L, facts::Site &Site);
  /// Adds what E depends on.
  void fillOrigins(const Expr &E, facts::Origins &Origins);
  void fillConnection(const Expr &E, const ApiModel &Row, facts::Api &Api);
  /// Of a call that reads: what it asks for.
  void fillKey(const Expr &E, const ModeledCall &Call, facts::Api &Api);
  /// Of a call that makes something expensive: what it is made from.
  void fillSource(const Construction &C, facts::Api &Api);
  /// Adds what the arguments depend on, those at Except left out.
  void fillArguments(const CallShape &Shape,
                     std::initializer_list<const Expr *> Except,
                     facts::Origins &Origins);
  void fillSlot(const Expr &Argument, const Loop *L, facts::Slot &Slot);
  void fillPlace(const Expr *Object, facts::Place &Place);
  void fillText(const Expr &E, const FunctionDecl &Function, facts::Text &Text);
  bool mayBegin(const Expr &E, const CallShape &Shape,
                const FunctionAnalysis &Analysis);
  void fillPosition(SourceLocation Loc, facts::Position &Position);

  TranslationUnit &TU;
  const SourceManager &SM;
  facts::Unit Result;
  /// The bindings in Result, "holder|target".
  llvm::StringSet<> Bound;
  std::vector<std::string> Files;
  llvm::DenseMap<FileID, unsigned> FileNumbers;
  llvm::DenseSet<const FunctionDecl *> Interesting;
  /// Of the function being added: its loops, and what was made a site of.
  llvm::DenseMap<const Loop *, unsigned> LoopNumbers;
  llvm::SmallVector<const Stmt *, 16> Sites;
  const FunctionDecl *Current = nullptr;
  /// The function around it, if it is a lambda: what is captured is its.
  const FunctionDecl *Home = nullptr;
};

void Extractor::fillPosition(SourceLocation Loc, facts::Position &Position) {
  const PresumedLoc At = SM.getPresumedLoc(SM.getFileLoc(Loc), false);
  const FileID File = SM.getFileID(SM.getFileLoc(Loc));
  const auto [Known, IsNew] =
      FileNumbers.try_emplace(File, static_cast<unsigned>(Files.size()));
  if (IsNew)
    Files.push_back(SM.getFilename(SM.getFileLoc(Loc)).str());
  Position.set_file(Known->second);
  if (At.isInvalid())
    return;
  Position.set_line(At.getLine());
  Position.set_column(At.getColumn());
}

const FunctionDecl *Extractor::projectCallee(const CallShape &Shape) {
  const auto *Callee = dyn_cast<FunctionDecl>(Shape.Callee);
  if (!Callee || Shape.MakesClass || Callee->isImplicit() ||
      Callee->isDefaulted() || Callee->isDeleted() || Callee->getBuiltinID() ||
      !TU.isUserCode(Callee->getLocation()) ||
      TU.database().isOfLibrary(*Callee))
    return nullptr;
  return &patternOf(*Callee);
}

bool Extractor::isInterestingCall(const Expr &E) {
  if (const std::optional<ModeledCall> Model = TU.models().match(E);
      Model && (isFarReaching(Model->Effects) || makesExpensive(*Model)))
    return true;
  const std::optional<CallShape> Shape = shapeOf(E);
  const FunctionDecl *Callee = Shape ? projectCallee(*Shape) : nullptr;
  if (calledHolder(E, TU.models()))
    return true;
  // What other units have may do anything, an overrider too.
  return (Callee && (!Callee->hasBody() || Callee->isVirtualAsWritten() ||
                     isInteresting(*Callee))) ||
         spawnAt(E, TU);
}

bool Extractor::takesCallable(const Expr &E) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  return Call && llvm::any_of(Call->arguments(), [&](const Expr *Argument) {
           return callableOf(*Argument, TU.models());
         });
}

bool Extractor::isTouched(const Expr &E, const CallShape &Shape,
                          const Loop &L) {
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(E));
  const auto Objects = lastingObjects(Shape, L, /*OnlyChanged=*/false, TU);
  return !Objects.empty() && L.Body && anyStmt(*L.Body, [&](const Stmt &S) {
    const auto *Other = dyn_cast<CallExpr>(&S);
    if (!Other || Analysis.contains(*Other, E) || Analysis.contains(E, *Other))
      return false;
    const std::optional<CallShape> Call = shapeOf(*Other);
    const auto Row = TU.models().match(*Other);
    return Call && !(Row && isFarReaching(Row->Effects)) &&
           llvm::any_of(
               lastingObjects(*Call, L, /*OnlyChanged=*/true, TU),
               [&](const VarDecl *Object) { return Objects.contains(Object); });
  });
}

void Extractor::findInteresting() {
  llvm::SmallVector<const FunctionDecl *, 32> Work;
  // What a lambda does, the function that runs it does.
  llvm::DenseMap<const FunctionDecl *,
                 llvm::SmallVector<const FunctionDecl *, 2>>
      RunBy;
  const auto Mark = [&](const FunctionDecl &Function) {
    if (Interesting.insert(Function.getCanonicalDecl()).second)
      Work.push_back(Function.getCanonicalDecl());
  };
  for (const FunctionDecl *Function : TU.functions()) {
    const llvm::SmallVector<const Expr *, 16> Calls = callsIn(*Function);
    if (llvm::any_of(Calls, [&](const Expr *E) { return takesCallable(*E); }))
      for (const auto &L : TU.analysis(*Function).loops())
        if (L->Callee)
          RunBy[L->Callee->getCanonicalDecl()].push_back(Function);
    if (llvm::any_of(Calls,
                     [&](const Expr *E) { return isInterestingCall(*E); }))
      Mark(*Function);
  }
  while (!Work.empty()) {
    const FunctionDecl &Function = *Work.pop_back_val();
    for (const Expr *Call : TU.callsOf(Function))
      if (const FunctionDecl *Caller = TU.functionAround(*Call))
        Mark(*Caller);
    for (const FunctionDecl *Runs : RunBy.lookup(&Function))
      Mark(*Runs);
  }
}

bool Extractor::isRunByAlgorithm(const FunctionDecl &Function) {
  const LambdaExpr *Lambda = TU.lambdaOf(Function);
  const FunctionDecl *Outer = Lambda ? TU.functionAround(*Lambda) : nullptr;
  return Outer && llvm::any_of(TU.analysis(*Outer).loops(), [&](const auto &L) {
           return L->Callee && declaresSameEntity(L->Callee, &Function);
         });
}

void Extractor::fillPlace(const Expr *Object, facts::Place &Place) {
  if (!Object)
    return;
  const Expr &Core = spelled(*Object);
  const QualType Type = Core.getType();
  if (!Type.isNull())
    Place.set_type(Type.getNonReferenceType()
                       .getCanonicalType()
                       .getUnqualifiedType()
                       .getAsString(namesOnly(TU.context())));
  if (const VarDecl *Root = rootVariable(Core)) {
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Root);
        Parameter && Parameter->getDeclContext() == Home) {
      Place.set_origin(facts::Place::PARAMETER);
      Place.set_index(Parameter->getFunctionScopeIndex());
    } else if (Root->hasGlobalStorage()) {
      Place.set_origin(facts::Place::GLOBAL);
      Place.set_name(usrOf(*Root));
    } else {
      Place.set_origin(facts::Place::LOCAL);
      // Unique in the function, and the same in lambdas of it.
      Place.set_index(SM.getFileOffset(SM.getFileLoc(Root->getLocation())));
    }
    return;
  }
  //   db_   this->pool_.db()   of a member
  const Expr *E = &Core;
  for (;;) {
    if (isa<CXXThisExpr>(E)) {
      Place.set_origin(facts::Place::THIS);
      return;
    }
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      const Expr &Base = spelled(*Member->getBase());
      if (isa<CXXThisExpr>(Base) && isa<FieldDecl>(Member->getMemberDecl()) &&
          E == &Core)
        Place.set_name(usrOf(*Member->getMemberDecl()));
      E = &Base;
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
      E = &spelled(*Call->getImplicitObjectArgument());
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
               Operator && Operator->getNumArgs() >= 1) {
      E = &spelled(*Operator->getArg(0));
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
      E = &spelled(*Unary->getSubExpr());
    } else {
      return;
    }
  }
}

static void fillParameter(const TextParameter &From, facts::Text &Text) {
  if (!From)
    return;
  Text.set_from_parameter(From.Parameter->getFunctionScopeIndex() + 1);
  Text.set_placeholder(static_cast<unsigned char>(From.Placeholder));
}

void Extractor::fillText(const Expr &E, const FunctionDecl &Function,
                         facts::Text &Text) {
  const KnownText Known = knownText(E, TU.models());
  Text.set_known(Known.Text);
  Text.set_complete(Known.Complete);
  fillParameter(textParameter(&E, Function, TU.models()), Text);
}

void Extractor::fillOrigins(const Expr &E, facts::Origins &Origins) {
  const slowpath::Origins Found = originsOf(E, TU.analysis(*Current), *Home);
  Origins.set_fixed(Found.IsFixed && Origins.fixed());
  Origins.set_lasting(
      Origins.lasting() &&
      lastingOriginsOf(E, TU.analysis(*Current), *Home).IsFixed);
  for (unsigned Parameter : Found.Parameters)
    Origins.add_parameters(Parameter);
}

void Extractor::fillConnection(const Expr &E, const ApiModel &Row,
                               facts::Api &Api) {
  // Opened again is what a call on the same object opens.
  const bool Opens = Row.HandleAt == ApiModel::Place::Result || Row.Out;
  const std::optional<CallShape> Shape = shapeOf(E);
  if (!Opens || !opensConnection(Row.Effects) || !Shape)
    return;
  const Expr *Out = Row.Out ? Shape->arg(*Row.Out) : nullptr;
  Api.set_lifetime(wordOf(lifetimeOf(E, Out, TU.analysis(*Current), TU)));
  fillArguments(*Shape, {Out}, *Api.mutable_address());
}

void Extractor::fillKey(const Expr &E, const ModeledCall &Call,
                        facts::Api &Api) {
  const ApiModel &Row = *Call.Model;
  const std::optional<CallShape> Shape = shapeOf(E);
  const bool Reads =
      Call.Effects.has(Effect::NetFetch) || Call.Effects.has(Effect::KvGet) ||
      (Call.Effects.has(Effect::DbQuery) && Call.Sql && !Row.SqlFromHandle);
  if (!Reads || !Shape || Row.Async || opensConnection(Row.Effects))
    return;
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(E));
  const Stmt *Whole = &E;
  while (isa_and_nonnull<CXXBindTemporaryExpr, ExprWithCleanups>(
      Analysis.parent(*Whole)))
    Whole = Analysis.parent(*Whole);
  Api.set_discarded(isDiscarded(*cast<Expr>(Whole), Analysis));
  // What a URL says is text, too.
  if (!Call.Sql)
    for (const Expr *Argument : Shape->Args)
      if (const std::string Text = constantPrefix(*Argument, TU.models());
          !Text.empty()) {
        Api.mutable_sql()->set_known(Text);
        break;
      }
  const Expr *Out = Row.Out ? Shape->arg(*Row.Out) : nullptr;
  // Without arguments it is not known what is asked for.
  if (llvm::any_of(Shape->Args, [&](const Expr *Argument) {
        return Argument != Out && Argument != Call.Handle &&
               !isa<CXXDefaultArgExpr>(Argument);
      }))
    fillArguments(*Shape, {Out, Call.Handle}, *Api.mutable_address());
}

void Extractor::fillSource(const Construction &C, facts::Api &Api) {
  const Expr *Text = textArgument(C.Shape);
  fillArguments(C.Shape, {Text}, *Api.mutable_address());
  // What a member says is of one object.
  if (llvm::any_of(C.Shape.Args, [](const Expr *Argument) {
        return anyStmt(*Argument,
                       [](const Stmt &S) { return isa<CXXThisExpr>(S); });
      }))
    Api.mutable_address()->set_fixed(false);
  Api.mutable_sql()->set_complete(!Text);
  if (Text)
    fillText(*Text, *Current, *Api.mutable_sql());
  if (useOf(C, TU) != ObjectUse::Kept)
    Api.set_lifetime(facts::OF_FUNCTION);
}

void Extractor::fillArguments(const CallShape &Shape,
                              std::initializer_list<const Expr *> Except,
                              facts::Origins &Origins) {
  Origins.set_fixed(true);
  Origins.set_lasting(true);
  for (const Expr *Argument : Shape.Args)
    if (!llvm::is_contained(Except, Argument) &&
        !isa<CXXDefaultArgExpr>(Argument))
      fillOrigins(*Argument, Origins);
}

void Extractor::fillSlot(const Expr &Argument, const Loop *L,
                         facts::Slot &Slot) {
  if (isa<CXXDefaultArgExpr>(Argument))
    return;
  Slot.mutable_origins()->set_fixed(true);
  Slot.mutable_origins()->set_lasting(true);
  fillOrigins(Argument, *Slot.mutable_origins());
  const QualType Type = Argument.getType().getNonReferenceType();
  if (isString(Type) ||
      (Type->isPointerType() && Type->getPointeeType()->isAnyCharacterType())) {
    fillText(Argument, *Current, *Slot.mutable_text());
    return;
  }
  if (!Type->isRecordType() && !Type->isPointerType())
    return;
  const Expr *Object = TU.database().connection(&Argument).Object;
  fillPlace(Object, *Slot.mutable_place());
  Slot.set_stable(!L || !Object || outlivesIteration(*Object, *L, TU));
}

void Extractor::fillApi(const DatabaseCall &Call, const Loop *L,
                        facts::Site &Site) {
  facts::Api &Api = *Site.mutable_api();
  EffectSet Effects = Call.Effects;
  // Of unknown text nothing is claimed.
  if (Call.SqlText.empty() && (Call.Sql || !Call.Model->Transaction))
    Effects.remove(Effect::DbAutocommitWrite);
  fillRow(*Call.Model, Effects, Api);
  if (Call.Handle) {
    const Expr *Object = TU.database().connection(Call.Handle).Object;
    if (Object)
      fillPlace(Object, *Api.mutable_handle());
    else
      Api.mutable_handle()->set_origin(facts::Place::AMBIENT);
    Api.set_stable(!L || !Object || outlivesIteration(*Object, *L, TU));
  } else {
    Api.set_stable(true);
  }
  Api.mutable_sql()->set_known(Call.SqlText);
  const bool IsWhole =
      !Call.Placeholder ||
      !llvm::StringRef(Call.SqlText).contains(Call.Placeholder);
  Api.mutable_sql()->set_complete(
      Call.Sql && IsWhole && knownText(*Call.Sql, TU.models()).Complete &&
      !goesOn(*Call.Call, TU.analysis(*TU.functionAround(*Call.Call))));
  if (Call.Sql && Call.SqlText.empty()) {
    if (const TextParameter From =
            textParameter(Call.Sql, *Current, TU.models())) {
      fillParameter(From, *Api.mutable_sql());
      if (Api.sql().placeholder() == 0)
        Api.mutable_sql()->set_placeholder(
            static_cast<unsigned char>(Call.Placeholder));
      if (Call.Model->SqlEffects)
        addWords(Call.Model->Effects, *Api.mutable_row_effects());
    }
  }
  for (const Expr *Step : Call.Path)
    fillPosition(Step->getBeginLoc(), *Api.add_path());
  Api.set_autocommit_scope(Call.InAutocommitScope);
  Api.set_may_write(Call.MayWrite);
  Api.set_throw_away(makesThrowAway(Call, TU.models()));
  Api.set_locks_rows(locksRows(Call));
}

const Loop *Extractor::loopAround(const Expr &E,
                                  const FunctionAnalysis &Analysis) {
  const Loop *L = Analysis.innermostLoop(E);
  while (L && (!LoopNumbers.contains(L) || !L->isDataLoop()))
    L = L->Parent;
  return L;
}

facts::Site &Extractor::startSite(const Expr &E, const Loop *L,
                                  const FunctionAnalysis &Analysis,
                                  facts::Function &F) {
  facts::Site &Site = *F.add_sites();
  fillPosition(E.getBeginLoc(), *Site.mutable_at());
  fillPosition(Lexer::getLocForEndOfToken(SM.getFileLoc(E.getEndLoc()), 0, SM,
                                          TU.context().getLangOpts()),
               *Site.mutable_end());
  if (L)
    Site.set_loop(LoopNumbers[L] + 1);
  const SiteConditions Conditions = conditionsOf(E, L, TU);
  Site.set_in_condition(Conditions.InCondition);
  Site.set_selective(Conditions.Selective);
  Site.set_counted(Conditions.Counted);
  Site.set_isolated(Conditions.Isolated);
  Site.set_dispatched(Conditions.Dispatched);
  if (L) {
    Site.set_is_carried(isCarried(E, *L, TU));
    Site.set_decides_end(decidesEnd(E, *L, TU));
  }
  Site.set_is_memoised(isMemoised(E, L, TU) || isInStaticVariable(E, Analysis));
  Site.set_cold(Analysis.isCold(E));
  Site.set_every_call(Analysis.runsOnEveryCall(E));
  Site.set_awaited(isAwaited(E, Analysis));
  Site.set_repeated(Analysis.innermostLoop(E) != nullptr);
  Sites.push_back(&E);
  return Site;
}

bool Extractor::mayBegin(const Expr &E, const CallShape &Shape,
                         const FunctionAnalysis &Analysis) {
  if (isa<CXXConstructExpr>(E)) {
    const VarDecl *Var = initialised(E, Analysis);
    return Var && usesOf(*Var, *Current).empty();
  }
  bool TakesObject = Shape.Object != nullptr;
  for (const Expr *Argument : Shape.Args) {
    if (isa<CXXDefaultArgExpr>(Argument) ||
        !constantPrefix(*Argument, TU.models()).empty() ||
        (!Argument->isValueDependent() &&
         Argument->isEvaluatable(TU.context())))
      continue;
    const QualType Type = Argument->getType().getNonReferenceType();
    if (isString(Type) || (!Type->isRecordType() && !Type->isPointerType()))
      return false;
    TakesObject = true;
  }
  return TakesObject;
}

void Extractor::addCall(const Expr &E, const FunctionAnalysis &Analysis,
                        facts::Function &F) {
  const std::optional<CallShape> Shape = shapeOf(E);
  if (!Shape || !isInterestingCall(E) || calledHolder(E, TU.models()))
    return;
  const std::optional<DatabaseCall> Database = TU.database().at(E);
  const std::optional<ModeledCall> Model = TU.models().match(E);
  const Loop *L = loopAround(E, Analysis);
  facts::Site &Site = startSite(E, L, Analysis, F);
  Site.set_spelling(calleeText(E, TU.context()));
  if (L) {
    Site.set_touched(isTouched(E, *Shape, *L));
    Site.set_changes_lasting(
        !lastingObjects(*Shape, *L, /*OnlyChanged=*/true, TU).empty());
  }
  // Where the scope ends is filled in when all sites are known. What only holds
  // a result, `Result rows(PQexec(db, "BEGIN"))`, ends nothing.
  if (const VarDecl *Var = initialised(E, Analysis);
      Var && Var->hasLocalStorage() && Var->getType()->isRecordType() &&
      E.getType()->isRecordType() && scopeOf(E, Analysis))
    Site.set_scope_end(static_cast<unsigned>(Sites.size()));
  // A statement whose text is found through a wrapper of the project is what
  // the wrapper is for; what else a function does, its own sites say.
  if (Database &&
      (Database->Path.empty() || Database->Sql || Database->Statement)) {
    fillApi(*Database, L, Site);
    if (Database->Path.empty()) {
      fillConnection(E, *Database->Model, *Site.mutable_api());
      if (Model)
        fillKey(E, *Model, *Site.mutable_api());
    }
    if (!Database->OnEveryCall ||
        llvm::any_of(Database->Path, [&](const Expr *Step) {
          return isMemoised(*Step, nullptr, TU);
        }))
      Site.set_is_memoised(true);
    return;
  }
  if (std::optional<Spawn> S = spawnAt(E, TU)) {
    //   threads.emplace_back(work): of the constructor's row
    fillRow(*S->Model,
            Model && Model->Model == S->Model ? Model->Effects
                                              : S->Model->Effects,
            *Site.mutable_api());
    const FunctionDecl &Around = *TU.functionAround(E);
    Site.mutable_api()->set_stable(true);
    Site.mutable_api()->set_starts_on(
        !Analysis.innermostLoop(E) && !startsUpObject(Around) &&
        fateInHelper(*S, TU) == Spawn::Fate::Kept && !runsForever(*S, TU));
    return;
  }
  if (Model && (isFarReaching(Model->Effects) || makesExpensive(*Model))) {
    fillRow(*Model->Model, Model->Effects, *Site.mutable_api());
    if (const std::optional<Construction> C = constructionAt(E, TU);
        C && makesExpensive(*Model))
      fillSource(*C, *Site.mutable_api());
    fillConnection(E, *Model->Model, *Site.mutable_api());
    fillKey(E, *Model, *Site.mutable_api());
    fillPlace(Model->Handle, *Site.mutable_api()->mutable_handle());
    Site.mutable_api()->set_stable(!L || !Model->Handle ||
                                   outlivesIteration(*Model->Handle, *L, TU));
    return;
  }
  const FunctionDecl &Callee = *projectCallee(*Shape);
  Site.set_is_lambda(TU.lambdaOf(Callee) != nullptr);
  Site.set_callee(usrOf(Callee));
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Callee))
    Site.set_is_virtual(Method->isVirtual() && !Method->hasAttr<FinalAttr>() &&
                        !Method->getParent()->isEffectivelyFinal());
  if (Shape->Object) {
    fillSlot(*Shape->Object, L, *Site.mutable_object());
  } else if (const VarDecl *Var = initialised(E, Analysis);
             Var && isa<CXXConstructExpr>(E)) {
    Site.mutable_object()->mutable_place()->set_origin(facts::Place::LOCAL);
    Site.mutable_object()->mutable_place()->set_index(
        SM.getFileOffset(SM.getFileLoc(Var->getLocation())));
  }
  for (const Expr *Argument : Shape->Args)
    fillSlot(*Argument, L, *Site.add_arguments());
  Site.set_may_begin(mayBegin(E, *Shape, Analysis));
  Site.set_lifetime(wordOf(lifetimeOf(E, nullptr, Analysis, TU)));
}

void Extractor::addHeldCall(const Expr &E, const FunctionAnalysis &Analysis,
                            facts::Function &F) {
  const ValueDecl *Holder = calledHolder(E, TU.models());
  if (!Holder)
    return;
  const auto &Call = cast<CallExpr>(E);
  const Loop *L = loopAround(E, Analysis);
  facts::Site &Site = startSite(E, L, Analysis, F);
  const bool IsOperator = isa<CXXOperatorCallExpr>(Call);
  Site.set_spelling(
      sourceText(
          (IsOperator ? Call.getArg(0) : Call.getCallee())->getSourceRange(),
          TU.context())
          .str());
  Site.set_callee(holderName(*Holder));
  for (const Expr *Argument :
       llvm::drop_begin(Call.arguments(), IsOperator ? 1 : 0))
    fillSlot(*Argument, L, *Site.add_arguments());
  Site.set_lifetime(wordOf(lifetimeOf(E, nullptr, Analysis, TU)));
}

void Extractor::addBindings(const FunctionDecl &Function) {
  visitBindings(
      Function, TU.models(),
      [&](const ValueDecl &Holder, const ValueDecl &Target) {
        // What an algorithm of this unit runs is part of its caller.
        const auto *Runs = dyn_cast<FunctionDecl>(&Target);
        if (Runs &&
            llvm::any_of(TU.analysis(Function).loops(), [&](const auto &L) {
              return L->Callee && declaresSameEntity(L->Callee, Runs);
            }))
          return;
        facts::Binding Binding;
        Binding.set_holder(holderName(Holder));
        Binding.set_target(holderName(Target));
        if (Bound.insert(Binding.holder() + "|" + Binding.target()).second)
          *Result.add_bindings() = std::move(Binding);
      });
}

void Extractor::addCallable(const CallExpr &Call,
                            const FunctionAnalysis &Analysis,
                            facts::Function &F) {
  for (const auto &L : Analysis.loops()) {
    if (L->Statement != &Call || !L->Callee || !isInteresting(*L->Callee))
      continue;
    // What a lambda does stands in this function.
    if (TU.lambdaOf(*L->Callee)) {
      for (const Expr *E : callsIn(*L->Callee))
        addCall(*E, Analysis, F);
      return;
    }
    facts::Site &Site =
        startSite(Call, L->isDataLoop() ? L.get() : loopAround(Call, Analysis),
                  Analysis, F);
    Site.set_spelling(calleeText(Call, TU.context()));
    Site.set_callee(usrOf(*L->Callee));
    return;
  }
}

void Extractor::addLoops(const FunctionAnalysis &Analysis, facts::Function &F) {
  for (const auto &L : Analysis.loops()) {
    LoopNumbers[L.get()] = static_cast<unsigned>(F.loops_size());
    facts::Loop &Loop = *F.add_loops();
    fillPosition(L->location(SM), *Loop.mutable_at());
    Loop.set_per_item(isPerItem(*L, TU));
    Loop.set_algorithm(L->Shape == Loop::Kind::Algorithm);
    Loop.set_of_running(L->Variable &&
                        holdsRunning(L->Variable->getType(), TU.models()));
    Loop.set_calls_unknown(L->Body && callsUnknown(*L->Body));
    Loop.set_holds_back(L->Body && mayHoldBack(*L->Body, L.get(), TU));
    if (L->Body && !Loop.algorithm()) {
      Loop.set_header(onOneLine(
          sourceText({L->Statement->getBeginLoc(), headerEnd(*L->Statement)},
                     TU.context())));
    }
  }
  for (const auto &L : Analysis.loops())
    if (L->Callee && TU.lambdaOf(*L->Callee))
      addLoops(TU.analysis(*L->Callee), F);
  for (const auto &[L, Number] : LoopNumbers)
    if (const auto Parent = LoopNumbers.find(L->Parent);
        L->Parent && Parent != LoopNumbers.end())
      F.mutable_loops(static_cast<int>(Number))->set_parent(Parent->second + 1);
}

void Extractor::add(const FunctionDecl &Function) {
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  Current = Home = &Function;
  while (const LambdaExpr *Lambda = Home ? TU.lambdaOf(*Home) : nullptr)
    Home = TU.functionAround(*Lambda);
  Sites.clear();
  facts::Function &F = *Result.add_functions();
  F.set_usr(usrOf(Function));
  if (!TU.lambdaOf(Function))
    F.set_name(Function.getQualifiedNameAsString());
  else
    F.set_name(
        Home ? fmt::format("{}::(lambda)", Home->getQualifiedNameAsString())
             : "(lambda)");
  fillPosition(Function.getLocation(), *F.mutable_at());
  F.set_is_main(Function.isMain());
  F.set_is_coroutine(isa<CoroutineBodyStmt>(Function.getBody()));
  F.set_is_async(TU.runsAsync(Function));
  F.set_answers_request(answersRequest(Function));
  F.set_is_test(TU.isTest(Function));
  F.set_is_rare(TU.isRare(Function));
  F.set_holds_back(mayHoldBack(*Function.getBody(), nullptr, TU));
  F.set_is_internal(!Function.isExternallyVisible());
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function)) {
    F.set_owner(usrOf(*Method->getParent()));
    for (const CXXMethodDecl *Overridden : Method->overridden_methods())
      F.add_overrides(usrOf(*Overridden));
    F.set_is_simple(Method->getNumParams() == 0 &&
                    Method->getAccess() == AS_public);
  }
  if (TU.lambdaOf(Function)) {
    F.set_is_lambda(true);
    F.set_is_internal(true);
    // If nobody calls it by name, who knows who does.
    F.set_is_handed_over(TU.callsOf(Function).empty());
  }
  if (const CXXRecordDecl *Class =
          Function.getReturnType()->getAsCXXRecordDecl())
    F.set_result(usrOf(*Class));
  LoopNumbers.clear();
  addLoops(Analysis, F);
  for (const Expr *E : callsIn(Function)) {
    addCall(*E, Analysis, F);
    addHeldCall(*E, Analysis, F);
    if (const auto *Call = dyn_cast<CallExpr>(E))
      addCallable(*Call, Analysis, F);
  }
  addScopes(Analysis, F);
  addOrder(Analysis, F);
}

void Extractor::addScopes(const FunctionAnalysis &Analysis,
                          facts::Function &F) {
  for (int I = 0; I != F.sites_size(); ++I) {
    facts::Site &Site = *F.mutable_sites(I);
    if (Site.scope_end() == 0)
      continue;
    const Stmt *Scope = scopeOf(*Sites[static_cast<size_t>(I)], Analysis);
    int End = I + 1;
    while (End != F.sites_size() &&
           Analysis.contains(*Scope, *Sites[static_cast<size_t>(End)]))
      ++End;
    Site.set_scope_end(static_cast<unsigned>(End));
  }
}

void Extractor::addOrder(const FunctionAnalysis &Analysis, facts::Function &F) {
  // Several sites of one expression run one after the other.
  llvm::SmallVector<const Stmt *, 16> Distinct;
  llvm::DenseMap<const Stmt *, unsigned> FirstOf, LastOf;
  for (const auto &[Number, S] : llvm::enumerate(Sites)) {
    if (FirstOf.try_emplace(S, Number).second)
      Distinct.push_back(S);
    else
      F.mutable_sites(static_cast<int>(LastOf[S]))
          ->add_next(static_cast<unsigned>(Number));
    LastOf[S] = static_cast<unsigned>(Number);
  }
  const auto Order = Analysis.orderOf(Distinct);
  for (const auto &[Number, S] : llvm::enumerate(Distinct))
    for (unsigned Next : Order[Number])
      F.mutable_sites(static_cast<int>(LastOf[S]))
          ->add_next(FirstOf[Distinct[Next]]);
}

} // namespace

facts::Unit factsOf(TranslationUnit &TU) { return Extractor(TU).run(); }

} // namespace slowpath
