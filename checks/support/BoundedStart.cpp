// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/BoundedStart.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/StartText.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

std::string indented(llvm::StringRef Code, unsigned By) {
  std::string Result;
  for (llvm::StringRef Line : llvm::split(Code, '\n'))
    Result += (Result.empty() ? "" : "\n") + std::string(By, ' ') + Line.str();
  return Result;
}

/// As many workers as cores take the elements in turn.
Rewrite workers(const Spawn &S, const Loop &In, const LoopData &Data,
                const ASTContext &Context) {
  std::string Source = textOf(*Data.Source, Context);
  // What is called is called once.
  std::string Named;
  if (!isa<DeclRefExpr, MemberExpr>(spelled(*Data.Source))) {
    Named = fmt::format("auto &&elements = {};\n", Source);
    Source = "elements";
  }
  const std::string Index = In.Shape == Loop::Kind::For && In.Variable
                                ? In.Variable->getNameAsString()
                                : "i";
  const std::string Element = elementDeclaration(In, Source, Index, Context);
  const std::string Size = Data.Source->getType()->isRecordType()
                               ? Source + ".size()"
                               : "std::size(" + Source + ")";
  const bool Joins = Context.getLangOpts().CPlusPlus20;
  Rewrite Fix;
  Fix.Title = "let one thread per core take the elements in turn";
  Fix.Code =
      Named +
      fmt::format("std::atomic<std::size_t> next{{0}};\n"
                  "const auto takeTurns = [&] {{\n"
                  "  for (std::size_t {0}; ({0} = next++) < {1};) {{\n"
                  "{2}{3}\n"
                  "  }}\n"
                  "}};\n"
                  "std::vector<std::{4}> workers;\n"
                  "for (std::size_t n = std::min<std::size_t>({1}, "
                  "std::thread::hardware_concurrency() + 1); n > 0; --n)\n"
                  "  workers.emplace_back(takeTurns);\n",
                  Index, Size, Element, indented(directCall(S, Context), 4),
                  Joins ? "jthread" : "thread");
  Fix.Code += Joins ? "workers.clear();  // joins them"
                    : "for (std::thread &worker : workers)\n  worker.join();";
  return Fix;
}

/// The condition under which `results.size()` counts what this loop started,
/// and every element may be waited for: a local vector that nothing but
/// `reserve` touches before the loop, and only the spawn in it.
bool isFreshWindow(const Spawn &S, const Loop &In, const Stmt &Body,
                   const ASTContext &Context) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*S.Container));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Var->hasLocalStorage() || isa<ParmVarDecl>(Var) ||
      Var->getType()->isReferenceType())
    return false;
  if (const Expr *Init = Var->getInit()) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit());
    if (!Construct || Construct->getNumArgs() != 0)
      return false;
  }
  const SourceManager &SM = Context.getSourceManager();
  unsigned InLoop = 0, Before = 0, Reserves = 0;
  const auto Visit = [&](const Stmt &Part, auto &Self) -> void {
    if (const auto *Use = dyn_cast<DeclRefExpr>(&Part);
        Use && Use->getDecl() == Var) {
      if (SM.isBeforeInTranslationUnit(Use->getBeginLoc(),
                                       In.Statement->getBeginLoc()))
        ++Before;
      else if (SM.isBeforeInTranslationUnit(Use->getBeginLoc(),
                                            In.Statement->getEndLoc()))
        ++InLoop;
    }
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&Part))
      if (const auto *Method = Call->getMethodDecl();
          Method && Method->getIdentifier() && Method->getName() == "reserve")
        Reserves += rootVariable(*Call->getImplicitObjectArgument()) == Var;
    for (const Stmt *Child : Part.children())
      if (Child)
        Self(*Child, Self);
  };
  Visit(Body, Visit);
  return InLoop == 1 && Before <= Reserves;
}

/// Waiting for the future of `limit` iterations ago, before another task is
/// started.
std::optional<Rewrite> window(const Spawn &S, const Loop &In, bool InHelper,
                              TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  if (!S.Container || S.Model->What != ApiModel::Kind::Function ||
      S.Model->HandleAt != ApiModel::Place::Result)
    return std::nullopt;
  const QualType Type = S.Container->getType().getNonReferenceType();
  if (meaningOf(Type) != TypeMeaning::ContiguousSequence &&
      !isOrDerivesFrom(Type, "std::deque"))
    return std::nullopt;
  const std::string Name = textOf(*S.Container, Context);
  const FunctionDecl *Function = TU.functionAround(*S.Site);
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Stmt *Statement =
      InHelper ? nullptr : statementAround(*S.Site, Analysis);
  const std::string Wait = fmt::format(
      "if ({0}.size() >= limit)\n  {0}[{0}.size() - limit].wait();", Name);
  const std::string Limit =
      "const std::size_t limit = std::thread::hardware_concurrency() + 1;";
  Rewrite Fix;
  Fix.Title = "wait for an earlier task before starting one too many";
  Fix.Code = Limit + "  // before the loop\n" + Wait;
  if (Statement)
    Fix.Code +=
        "\n" + sourceText(Statement->getSourceRange(), Context).str() + ";";
  const Stmt *Parent = Statement ? Analysis.parent(*Statement) : nullptr;
  const Stmt *LoopParent = Statement && In.Shape != Loop::Kind::Algorithm
                               ? Analysis.parent(*In.Statement)
                               : nullptr;
  const llvm::StringRef Whole = sourceText(Function->getSourceRange(), Context);
  if (!isa_and_nonnull<CompoundStmt>(LoopParent) || Whole.contains("limit") ||
      !isFreshWindow(S, In, *Function->getBody(), Context))
    return Fix;

  const SourceManager &SM = Context.getSourceManager();
  const auto IndentAt = [&](SourceLocation Loc) {
    return std::string(Loc.isFileID() ? SM.getSpellingColumnNumber(Loc) - 1 : 0,
                       ' ');
  };
  const SourceLocation LoopBegin = In.Statement->getBeginLoc();
  const SourceLocation Begin = Statement->getBeginLoc();
  const bool NeedsBraces = Parent == In.Statement;
  if (!NeedsBraces && !isa_and_nonnull<CompoundStmt>(Parent))
    return Fix;
  const std::string Indent = IndentAt(Begin);
  Fix.Edits.push_back(FixItHint::CreateInsertion(
      LoopBegin, Limit + "\n" + IndentAt(LoopBegin)));
  Fix.Edits.push_back(FixItHint::CreateInsertion(
      Begin, fmt::format("if ({0}.size() >= limit)\n{1}  {0}[{0}.size() - "
                         "limit].wait();\n{1}",
                         Name, Indent)));
  if (NeedsBraces) {
    SourceLocation Parenthesis;
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(In.Statement))
      Parenthesis = Range->getRParenLoc();
    else if (const auto *For = dyn_cast<ForStmt>(In.Statement))
      Parenthesis = For->getRParenLoc();
    else if (const auto *While = dyn_cast<WhileStmt>(In.Statement))
      Parenthesis = While->getRParenLoc();
    const SourceLocation Semicolon = Lexer::findLocationAfterToken(
        Statement->getEndLoc(), tok::semi, SM, Context.getLangOpts(), false);
    if (Parenthesis.isInvalid() || Semicolon.isInvalid())
      return Fix;
    Fix.Edits.push_back(
        FixItHint::CreateInsertion(Parenthesis.getLocWithOffset(1), " {"));
    Fix.Edits.push_back(FixItHint::CreateInsertion(
        Semicolon, "\n" + IndentAt(LoopBegin) + "}"));
  }
  Fix.Level = FixLevel::Review;
  return Fix;
}

/// A place is taken before the start, and given back by what was started.
Rewrite semaphore(const Spawn &S, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  std::string Start = startOf(S, TU);
  const std::string Callable = S.Callable ? textOf(*S.Callable, Context) : "";
  const size_t At = Callable.empty() ? std::string::npos : Start.find(Callable);
  const std::string Release =
      "const std::unique_ptr<void, void (*)(void *)> release(&slots, [](void "
      "*) { slots.release(); });";
  if (At != std::string::npos) {
    if (const auto *Lambda = dyn_cast<LambdaExpr>(S.Callable)) {
      // Behind the brace of the lambda's body.
      const SourceManager &SM = Context.getSourceManager();
      const unsigned Brace =
          SM.getFileOffset(SM.getFileLoc(Lambda->getBody()->getBeginLoc())) -
          SM.getFileOffset(SM.getFileLoc(Lambda->getBeginLoc()));
      if (Brace < Callable.size())
        Start.insert(At + Brace + 1, "\n  " + Release + "\n ");
    } else {
      std::string Call = directCall(S, Context);
      if (S.Model->What == ApiModel::Kind::Function && S.Target &&
          !S.Target->getReturnType()->isVoidType())
        Call = "return " + Call;
      const bool NeedsThis =
          Context.getLangOpts().CPlusPlus20 &&
          llvm::any_of(S.Arguments, [](const Expr *Argument) {
            return isa<CXXThisExpr>(spelled(*Argument));
          });
      const Expr *Last = S.Arguments.empty() ? S.Callable : S.Arguments.back();
      const std::string LastText = textOf(*Last, Context);
      const size_t End = Start.find(LastText, At);
      if (End != std::string::npos)
        Start.replace(At, End + LastText.size() - At,
                      (NeedsThis ? "[=, this] {\n  " : "[=] {\n  ") + Release +
                          "\n  " + Call + "\n}");
    }
  }
  Rewrite Fix;
  Fix.Title = "let only as many run as there are cores";
  if (Context.getLangOpts().CPlusPlus20)
    Fix.Code =
        fmt::format("static std::counting_semaphore<> "
                    "slots(std::thread::hardware_concurrency() + 1);\n"
                    "slots.acquire();  // waits for one of them to end\n{}",
                    Start);
  else
    Fix.Code = fmt::format(
        "static struct {{  // C++20 has std::counting_semaphore\n"
        "  std::mutex mutex;\n"
        "  std::condition_variable freed;\n"
        "  unsigned free = std::thread::hardware_concurrency() + 1;\n"
        "  void acquire() {{\n"
        "    std::unique_lock<std::mutex> lock(mutex);\n"
        "    freed.wait(lock, [this] {{ return free > 0; }});\n"
        "    --free;\n"
        "  }}\n"
        "  void release() {{\n"
        "    std::lock_guard<std::mutex> lock(mutex);\n"
        "    ++free;\n"
        "    freed.notify_one();\n"
        "  }}\n"
        "}} slots;\n"
        "slots.acquire();  // waits for one of them to end\n{}",
        Start);
  return Fix;
}

Rewrite coroutineWorkers(const Spawn &S, const Loop &In, const LoopData &Data,
                         const ASTContext &Context) {
  const auto *Call = cast<CallExpr>(S.Site);
  const std::string Source = textOf(*Data.Source, Context);
  const std::string Callee = textOf(*Call->getCallee(), Context);
  const std::string Executor =
      Call->getNumArgs() > 0 ? textOf(*Call->getArg(0), Context) : "executor";
  const std::string Result =
      S.Callable && !isa<LambdaExpr>(S.Callable)
          ? S.Callable->getType().getUnqualifiedType().getAsString(
                Context.getPrintingPolicy())
          : "awaitable<void>";
  const std::string Work = directCall(S, Context);
  std::string Element = elementDeclaration(In, "*next++", "", Context);
  if (const size_t At = Element.find("[]"); At != std::string::npos)
    Element.erase(At, 2);
  Rewrite Fix;
  Fix.Title = "let a fixed number of coroutines take the elements in turn";
  Fix.Code = fmt::format(
      "// on one thread or strand; {0} has to outlive the coroutines\n"
      "auto next = "
      "std::make_shared<decltype(std::begin({0}))>(std::begin({0}));"
      "\n"
      "for (int worker = 0; worker < 64; ++worker)\n"
      "  {1}({2}, [&{0}, next]() -> {3} {{\n"
      "    while (*next != std::end({0})) {{\n"
      "  {4}      co_await {5};\n"
      "    }}\n"
      "  }}, {6});",
      Source, Callee, Executor, Result,
      Element.empty() ? "" : llvm::StringRef(Element).str(),
      llvm::StringRef(Work).rtrim(';').str(),
      Call->getNumArgs() > 2 ? textOf(*Call->getArg(2), Context) : "detached");
  for (size_t At; (At = Fix.Code.find("*next++")) != std::string::npos;)
    Fix.Code.replace(At, 7, "*(*next)++");
  return Fix;
}

/// Qt's own pool runs no more than there are cores.
Rewrite pooled(const Spawn &S, const ASTContext &Context) {
  Rewrite Fix;
  Fix.Title = "let the pool's threads take them in turn";
  if (S.Callable) {
    Fix.Code = "QThreadPool::globalInstance()->start(" +
               textOf(*S.Callable, Context) + ");";
  } else {
    const Expr &Object =
        *cast<CXXMemberCallExpr>(S.Site)->getImplicitObjectArgument();
    QualType Type = Object.IgnoreParenImpCasts()->getType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    Fix.Code = fmt::format(
        "QThreadPool::globalInstance()->start({});  // class {} : public "
        "QRunnable",
        textOf(Object, Context),
        Type.getUnqualifiedType().getAsString(Context.getPrintingPolicy()));
  }
  return Fix;
}

Rewrite processes(const Spawn &S, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  Rewrite Fix;
  Fix.Title = "wait for a process before starting one too many";
  const std::string Start = startOf(S, TU);
  if (S.StartsObject && isa<CXXMemberCallExpr>(S.Site)) {
    const Expr &Object =
        *cast<CXXMemberCallExpr>(S.Site)->getImplicitObjectArgument();
    const std::string Name = textOf(Object, Context);
    Fix.Code = fmt::format(
        "std::deque<decltype({0})> running;  // before the loop\n"
        "if (running.size() > std::thread::hardware_concurrency()) {{\n"
        "  running.front()->waitForFinished(-1);\n"
        "  running.pop_front();\n"
        "}}\n{1}\nrunning.push_back({0});",
        Name, Start);
  } else if (S.Container && S.Model->What == ApiModel::Kind::Constructor) {
    const std::string Name = textOf(*S.Container, Context);
    Fix.Code = fmt::format(
        "const std::size_t limit = std::thread::hardware_concurrency() + 1;  "
        "// before the loop\n"
        "if ({0}.size() >= limit)\n  {0}[{0}.size() - limit].wait();\n{1}",
        Name, Start);
  } else {
    Fix.Code =
        fmt::format("unsigned running = 0;  // before the loop\n"
                    "if (running++ > std::thread::hardware_concurrency())\n"
                    "  wait(nullptr);  // for any one of them\n{}",
                    Start);
  }
  return Fix;
}

} // namespace

Rewrite boundedStart(const Spawn &S, const Loop &In, const LoopData &Data,
                     bool InHelper, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  if (S.What == Spawn::Kind::Coroutine && isa<CallExpr>(S.Site) && !InHelper)
    return coroutineWorkers(S, In, Data, Context);
  if (S.What == Spawn::Kind::Process)
    return processes(S, TU);
  if (S.StartsObject && S.Model->Library == "Qt" &&
      isa<CXXMemberCallExpr>(S.Site))
    return pooled(S, Context);
  if (std::optional<Rewrite> Fix = window(S, In, InHelper, TU))
    return std::move(*Fix);
  const bool HasResult = S.Model->What == ApiModel::Kind::Function &&
                         S.Model->HandleAt == ApiModel::Place::Result;
  // The threads of a C library take other arguments than they are given here.
  const bool IsCFunction = S.Target &&
                           S.Model->What == ApiModel::Kind::Function &&
                           !S.Target->getDeclContext()->isRecord() &&
                           S.Model->HandleAt == ApiModel::Place::Argument;
  // Workers end in this function: threads that outlive it are left alone.
  const VarDecl *Root = S.Container ? rootVariable(*S.Container) : nullptr;
  const bool EndsHere =
      !S.IsDetached && (!S.Container || (Root && Root->hasLocalStorage() &&
                                         !isa<ParmVarDecl>(Root)));
  if (!InHelper && EndsHere && !HasResult && S.Callable && Data.IsIndexed &&
      In.Variable && (!IsCFunction || !S.Arguments.empty()) &&
      !directCall(S, Context).empty())
    return workers(S, In, Data, Context);
  return semaphore(S, TU);
}

} // namespace slowpath
