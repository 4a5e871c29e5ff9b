// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Flushes.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Hoist.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace slowpath {
namespace {

/// `out` of `out << a << b`.
const Expr &streamOf(const CXXOperatorCallExpr &Insertion) {
  const Expr *Stream = Insertion.getArg(0);
  while (const auto *Inner = dyn_cast<CXXOperatorCallExpr>(&spelled(*Stream))) {
    if (Inner->getOperator() != OO_LessLess)
      break;
    Stream = Inner->getArg(0);
  }
  return spelled(*Stream);
}

bool isOutputStream(QualType T) {
  return isOrDerivesFrom(T, "std::basic_ostream");
}

/// One of the streams that a program starts with: `std::cout`, `stderr`.
const VarDecl *standardStream(const Expr &Stream) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(Stream));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && Var->hasGlobalStorage() && isFromSystemHeader(*Var) ? Var
                                                                    : nullptr;
}

/// `std::cout` and its wide sister, not what is for people to see at once.
bool isStandardOutput(const VarDecl &Var) {
  return Var.getIdentifier() && Var.getName().ends_with("out");
}

/// Is what is written to Stream kept in memory, as far as can be told?
bool isInMemory(const Expr &Stream) {
  const QualType T = Stream.getType();
  if (isOrDerivesFrom(T, "std::basic_ostringstream") ||
      isOrDerivesFrom(T, "std::basic_stringstream"))
    return true;
  //   QTextStream out(&text);
  const auto *Ref = dyn_cast<DeclRefExpr>(&Stream);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const auto *Construct =
      Var && Var->getInit()
          ? dyn_cast<CXXConstructExpr>(Var->getInit()->IgnoreImplicit())
          : nullptr;
  return Construct && Construct->getNumArgs() > 0 &&
         isString(Construct->getArg(0)->getType()->getPointeeType());
}

llvm::StringRef nameOf(const Expr &E) {
  const Expr &Core = spelled(E);
  const NamedDecl *Decl = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
    Decl = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    Decl = Member->getMemberDecl();
  else if (const auto *Call = dyn_cast<CallExpr>(&Core))
    Decl = Call->getDirectCallee();
  return Decl && Decl->getIdentifier() ? Decl->getName() : llvm::StringRef();
}

/// Effects next to which a flush takes no time, or that tell that somebody
/// waits for it.
bool outweighs(const EffectSet &Does) {
  return Does.hasAny({Effect::DbQuery, Effect::DbCommit, Effect::EventLoop,
                      Effect::IoMove, Effect::IoOpen, Effect::NetConnect,
                      Effect::NetRequest, Effect::NetWait, Effect::ProcessSpawn,
                      Effect::RpcCall, Effect::SemAcquire, Effect::Sleep,
                      Effect::SyncLock, Effect::TaskPoll, Effect::TaskWait,
                      Effect::IoReadUnbuffered});
}

/// Does S read what a person or another program types, wait, or start
/// something?
bool isInteractive(const Stmt &S, TranslationUnit &TU) {
  return anyStmt(S, [&](const Stmt &Part) {
    if (const auto *Text = dyn_cast<StringLiteral>(&Part))
      return Text->getCharByteWidth() == 1 &&
             (Text->getString().contains('\r') ||
              Text->getString().contains("Content-Length"));
    if (const auto *Character = dyn_cast<CharacterLiteral>(&Part))
      return Character->getValue() == '\r' || Character->getValue() == '\a';
    const auto *E = dyn_cast<Expr>(&Part);
    if (!E)
      return false;
    if (const VarDecl *Standard = standardStream(*E))
      return Standard->getIdentifier() && Standard->getName().ends_with("in");
    if (!isa<CallExpr, CXXConstructExpr>(E))
      return false;
    const auto Model = TU.models().match(*E);
    return Model && outweighs(Model->Effects);
  });
}

/// Does S call a function of the project that is not const, so that it does
/// more than to print?
bool doesWork(const Stmt &S, TranslationUnit &TU) {
  return anyStmt(S, [&](const Stmt &Part) {
    const auto *Call = dyn_cast<CallExpr>(&Part);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Call || isa<CXXOperatorCallExpr>(Call))
      return false;
    if (!Callee)
      return true;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    return TU.isUserCode(Callee->getLocation()) &&
           !(Method && Method->isConst());
  });
}

bool isEquality(const Expr *Condition) {
  const Expr &Core = spelled(*Condition);
  const auto *Binary = dyn_cast<BinaryOperator>(&Core);
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Core);
  const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(&Core);
  return (Binary && Binary->getOpcode() == BO_EQ) ||
         (Operator && Operator->getOperator() == OO_EqualEqual) ||
         (Rewritten && Rewritten->getOpcode() == BO_EQ);
}

std::string text(const Expr &E, const ASTContext &Context) {
  return sourceText(E.getSourceRange(), Context).str();
}

/// Does a row say that E asks about files, or reads them?
bool asksTheSystem(const Expr &E, TranslationUnit &TU) {
  const std::optional<ModeledCall> Model = TU.models().match(E);
  return Model &&
         Model->Effects.hasAny({Effect::IoStat, Effect::IoOpen, Effect::IoMove,
                                Effect::IoReadUnbuffered});
}

/// Is Stream a file of the function's own, which is no other class than the
/// library's, and that nothing else is given while L runs?
bool isOwnFile(const Expr &Stream, const Loop &L,
               const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&Stream);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const CXXRecordDecl *Class =
      Var ? Var->getType()->getAsCXXRecordDecl() : nullptr;
  if (!Class || !isOwnObject(*Var, Analysis) || !Class->isInStdNamespace() ||
      !isOrDerivesFrom(Var->getType(), "std::basic_ofstream"))
    return false;
  //   out.exceptions(std::ios::badbit);
  if (anyStmt(*Analysis.function().getBody(), [&](const Stmt &S) {
        const auto *Member = dyn_cast<CXXMemberCallExpr>(&S);
        return Member &&
               mentions(*Member->getImplicitObjectArgument(), Stream) &&
               Member->getMethodDecl() && !Member->getMethodDecl()->isConst() &&
               !TU.models().match(*Member);
      }))
    return false;
  // Nothing else runs between the lines, and nothing asks whether all went
  // well, where it is, or what is in the file by now.
  return !anyStmt(*L.Statement, [&](const Stmt &S) {
    if (const auto *E = dyn_cast<Expr>(&S);
        E && (meaningOf(E->getType()) == TypeMeaning::InputStream ||
              asksTheSystem(*E, TU)))
      return true;
    if (isa<LambdaExpr, CXXNewExpr, CXXDeleteExpr>(S))
      return true;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
      return TU.isUserCode(Construct->getConstructor()->getLocation()) &&
             !Construct->getConstructor()->isDefaulted();
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&S))
      if (mentions(*Member->getImplicitObjectArgument(), Stream) &&
          !isa<CXXOperatorCallExpr>(Member))
        return true;
    const auto *Call = dyn_cast<CallExpr>(&S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    return Call &&
           (!Callee || TU.isUserCode(Callee->getLocation()) ||
            !(Callee->isInStdNamespace() || Callee->isConstexpr() ||
              isa<CXXMethodDecl>(Callee) || isa<CXXOperatorCallExpr>(Call)));
  });
}

/// Is what comes behind L the end of the block that declares the stream, so
/// that it is closed there?
bool endsWith(const Expr &Stream, const Loop &L,
              const FunctionAnalysis &Analysis, const ASTContext &Context) {
  const auto *Block =
      dyn_cast_or_null<CompoundStmt>(Analysis.parent(*L.Statement));
  const VarDecl *Var = rootVariable(Stream);
  return Block && Var && isDeclaredIn(*Var, *Block, Context) &&
         Block->body_back() == L.Statement;
}

} // namespace

std::optional<Flush> flushOf(const Expr &E, TranslationUnit &TU) {
  //   out << std::endl
  if (const auto *Insertion = dyn_cast<CXXOperatorCallExpr>(&E)) {
    if (Insertion->getOperator() != OO_LessLess || Insertion->getNumArgs() != 2)
      return std::nullopt;
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Insertion->getArg(1)));
    const auto *Manipulator =
        Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
    const Expr &Stream = streamOf(*Insertion);
    if (!Manipulator || isInMemory(Stream) ||
        !(isOutputStream(Stream.getType()) ||
          meaningOf(Stream.getType()) == TypeMeaning::InputStream))
      return std::nullopt;
    for (const ApiModel *Row : TU.models().rows(*Manipulator))
      if (Row->Effects.has(Effect::IoFlush) &&
          Manipulator->getName().starts_with("endl"))
        return Flush{Flush::Kind::EndLine, Ref, Insertion, &Stream};
    return std::nullopt;
  }
  const auto *Call = dyn_cast<CallExpr>(&E);
  const auto Model = Call ? TU.models().match(E) : std::nullopt;
  if (!Model || !Model->Handle || Model->Model->Async)
    return std::nullopt;
  const Expr &Stream = spelled(*Model->Handle);
  // A socket's buffer goes to a peer who may wait for it.
  if (Model->Effects.has(Effect::IoFlush) && !isInMemory(Stream) &&
      (Model->Model->SystemHeader ||
       isOrDerivesFrom(Stream.getType(), "std::basic_ofstream") ||
       isOrDerivesFrom(Stream.getType(), "std::basic_fstream") ||
       isOrDerivesFrom(Stream.getType(), "QFileDevice")))
    return Flush{Flush::Kind::Call, Call, nullptr, &Stream};
  if (Model->Effects.has(Effect::IoFsync) && Model->Model->SystemHeader)
    return Flush{Flush::Kind::Sync, Call, nullptr, &Stream};
  return std::nullopt;
}

bool isWanted(const Flush &F, const Repetition &Rep, TranslationUnit &TU) {
  static const llvm::Regex Watched(
      "log|err|debug|trac|dump|journal|wal|audit|console|prompt|pipe|sock|"
      "conn|client|tty|term|progress|checkpoint",
      llvm::Regex::IgnoreCase);
  const FunctionDecl &Function = *TU.functionAround(*F.At);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  if (Watched.match(nameOf(*F.Stream)) ||
      (Function.getIdentifier() && Watched.match(Function.getName())))
    return true;
  if (const VarDecl *Standard = standardStream(*F.Stream);
      Standard &&
      (F.What != Flush::Kind::EndLine || !isStandardOutput(*Standard) ||
       // Says how far the work is.
       Rep.Call || doesWork(*Rep.In->Statement, TU)))
    return true;
  const std::optional<LoopData> Data = dataOf(*Rep.In, TU);
  if (!Data || isFewByNature(*Data->Source, TU) ||
      isInteractive(*Rep.In->Statement, TU) ||
      (Rep.Call && isInteractive(*Function.getBody(), TU)))
    return true;
  if (Rep.Call)
    return F.What != Flush::Kind::EndLine;
  // Of many items one is looked for.
  if (Analysis.isChunkGuarded(*F.At, *Rep.In) ||
      llvm::any_of(Analysis.guardsWithin(*F.At, Rep.In), isEquality))
    return true;
  // Under conditions somebody has thought about it; and where a file gets its
  // name, it was written for the crash that may come before.
  return F.What != Flush::Kind::EndLine &&
         (!Analysis.guardsWithin(*F.At, Rep.In).empty() ||
          isInteractive(*Function.getBody(), TU));
}

Rewrite flushOnce(const Flush &F, const Loop *L, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(*F.At));
  Rewrite Fix;
  if (F.What != Flush::Kind::EndLine) {
    const std::string Call = text(*F.At, Context);
    Fix.Title = "flush once, after the loop";
    Fix.Code = onOneLine(L ? headerOf(*L, Context) + "\n" + Call + ";"
                           : Call + ";  // once, by the caller");
    if (L && !earlyExit(*L) && !skipsRest(*L) &&
        statementInBody(*F.At, *L, Analysis) == F.At &&
        !dependsOn(*F.At, *L, Context))
      Fix.Edits = moveOut({}, {F.At}, *L, Analysis);
    Fix.Level = Fix.Edits.empty() ? FixLevel::Advice : FixLevel::Review;
    return Fix;
  }
  Fix.Title = "end lines without flushing";
  const std::string Stream = text(*F.Stream, Context);
  const auto Replace = [&](const Flush &Each) {
    Fix.Edits.push_back(
        FixItHint::CreateReplacement(Each.At->getSourceRange(), "'\\n'"));
  };
  Fix.Level = FixLevel::Review;
  Fix.Code = "'\\n'";
  if (!L) {
    Replace(F);
    return Fix;
  }
  anyStmtOutsideLambdas(L->Statement, [&](const Stmt &S) {
    const auto *E = dyn_cast<CXXOperatorCallExpr>(&S);
    const std::optional<Flush> Each = E ? flushOf(*E, TU) : std::nullopt;
    if (Each && isSameObject(*Each->Stream, *F.Stream) &&
        TU.innermostLoop(*E) == L)
      Replace(*Each);
    return false;
  });
  if (standardStream(*F.Stream) || endsWith(*F.Stream, *L, Analysis, Context)) {
    Fix.Level = isOwnFile(*F.Stream, *L, Analysis, TU) ? FixLevel::Safe
                                                       : FixLevel::Review;
    return Fix;
  }
  // What is behind the loop finds all written, as before.
  const auto After = insertAround(*L, "", Stream + ".flush();", Analysis);
  Fix.Edits.append(After.begin(), After.end());
  if (!After.empty() && !earlyExit(*L) &&
      isOwnFile(*F.Stream, *L, Analysis, TU))
    Fix.Level = FixLevel::Safe;
  if (!After.empty()) {
    Fix.Title += ", and flush once, after the loop";
    Fix.Code += "\n" + Stream + ".flush();";
  }
  return Fix;
}

} // namespace slowpath
