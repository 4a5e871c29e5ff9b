// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Breaks: does `break` under S leave the loop? Continues: does `continue`?
const Stmt *findExit(const Stmt &S, bool InLambda, bool Breaks) {
  if (isa<GotoStmt, IndirectGotoStmt, CXXThrowExpr, CoreturnStmt>(S))
    return &S;
  if (isa<ReturnStmt>(S))
    return InLambda ? nullptr : &S;
  if (isa<BreakStmt>(S))
    return Breaks ? &S : nullptr;
  if (isa<LambdaExpr>(S))
    return nullptr;
  const bool Inner =
      isa<ForStmt, CXXForRangeStmt, WhileStmt, DoStmt, SwitchStmt>(S);
  for (const Stmt *Child : S.children())
    if (Child)
      if (const Stmt *Found = findExit(*Child, InLambda, Breaks && !Inner))
        return Found;
  return nullptr;
}

bool findSkip(const Stmt &S, bool InLambda) {
  if (isa<ContinueStmt>(S))
    return true;
  if (isa<ReturnStmt>(S))
    return InLambda;
  if (isa<LambdaExpr>(S))
    return false;
  const bool Inner = isa<ForStmt, CXXForRangeStmt, WhileStmt, DoStmt>(S);
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    if (!Child || (Inner && !InLambda))
      return false;
    return findSkip(*Child, InLambda);
  });
}

/// One past the `;` or `}` that ends S; invalid if there is none.
SourceLocation endOf(const Stmt &S, const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const LangOptions &LangOpts = Context.getLangOpts();
  const SourceLocation Last = S.getEndLoc();
  if (Last.isMacroID() || Last.isInvalid())
    return {};
  const SourceLocation End = Lexer::getLocForEndOfToken(Last, 0, SM, LangOpts);
  const llvm::StringRef Text = sourceText(SourceRange(Last, Last), Context);
  if (Text == "}" || Text == ";")
    return End;
  const std::optional<Token> Next = Lexer::findNextToken(Last, SM, LangOpts);
  return Next && Next->is(tok::semi) ? Next->getEndLoc() : SourceLocation();
}

/// The white space at the begin of Loc's line, or nothing if something else
/// stands before Loc.
std::optional<std::string> indentation(SourceLocation Loc,
                                       const SourceManager &SM) {
  const auto [File, Offset] = SM.getDecomposedLoc(Loc);
  const llvm::StringRef Before = SM.getBufferData(File).take_front(Offset);
  const llvm::StringRef Line = Before.substr(Before.rfind('\n') + 1);
  return Line.trim().empty() ? std::optional(Line.str()) : std::nullopt;
}

llvm::StringRef restOfLine(SourceLocation Loc, const SourceManager &SM) {
  const auto [File, Offset] = SM.getDecomposedLoc(Loc);
  return SM.getBufferData(File).drop_front(Offset).take_until(
      [](char C) { return C == '\n'; });
}

std::string indented(llvm::StringRef Lines, llvm::StringRef Indent) {
  std::string Result;
  for (const char C : Lines) {
    Result += C;
    if (C == '\n')
      Result += Indent;
  }
  return Result;
}

} // namespace

const Stmt *earlyExit(const Loop &L) {
  const bool InLambda = L.Shape == Loop::Kind::Algorithm;
  return L.Body ? findExit(*L.Body, InLambda, !InLambda) : nullptr;
}

bool skipsRest(const Loop &L) {
  return L.Body && findSkip(*L.Body, L.Shape == Loop::Kind::Algorithm);
}

llvm::StringRef nameOfExit(const Stmt &Exit) {
  if (isa<BreakStmt>(Exit))
    return "break";
  if (isa<ReturnStmt, CoreturnStmt>(Exit))
    return "return";
  return isa<CXXThrowExpr>(Exit) ? "throw" : "goto";
}

std::string headerOf(const Loop &L, const ASTContext &Context) {
  if (L.Shape == Loop::Kind::Algorithm)
    if (const auto *Call = dyn_cast<CallExpr>(L.Statement))
      return sourceText(Call->getCallee()->getSourceRange(), Context).str() +
             "(…);";
  if (L.Shape == Loop::Kind::Do)
    return "do { … } while (…);";
  SourceLocation Paren;
  if (const auto *For = dyn_cast<ForStmt>(L.Statement))
    Paren = For->getRParenLoc();
  else if (const auto *Range = dyn_cast<CXXForRangeStmt>(L.Statement))
    Paren = Range->getRParenLoc();
  else if (const auto *While = dyn_cast<WhileStmt>(L.Statement))
    Paren = While->getRParenLoc();
  if (const llvm::StringRef Text =
          sourceText(SourceRange(L.Statement->getBeginLoc(), Paren), Context);
      !Text.empty())
    return Text.str() + " { … }";
  return "for (…) { … }";
}

llvm::SmallVector<FixItHint, 4> insertAround(const Loop &L,
                                             llvm::StringRef Before,
                                             llvm::StringRef After,
                                             const FunctionAnalysis &Analysis) {
  const ASTContext &Context = Analysis.function().getASTContext();
  const SourceManager &SM = Context.getSourceManager();
  const Stmt *Statement = L.Statement;
  if (!Statement)
    return {};
  while (isa<Expr>(Statement)) {
    const Stmt *Up = Analysis.parent(*Statement);
    if (Up && isa<Expr>(Up) && !isa<FullExpr>(Up))
      return {};
    if (!Up || !isa<Expr>(Up))
      break;
    Statement = Up;
  }
  const std::optional<FixItHint> First =
      insertBefore(*Statement, Before, Analysis);
  const std::optional<std::string> Indent =
      First ? indentation(Statement->getBeginLoc(), SM) : std::nullopt;
  SourceLocation End = endOf(*Statement, Context);
  if (End.isInvalid() || !Indent)
    return {};
  // A comment behind the loop stays with it.
  if (const llvm::StringRef Rest = restOfLine(End, SM);
      Rest.ltrim().starts_with("//"))
    End = End.getLocWithOffset(static_cast<int>(Rest.rtrim().size()));
  llvm::SmallVector<FixItHint, 4> Edits;
  if (!Before.empty())
    Edits.push_back(*First);
  if (!After.empty())
    Edits.push_back(
        FixItHint::CreateInsertion(End, indented("\n" + After.str(), *Indent)));
  return Edits;
}

std::optional<FixItHint> insertBefore(const Stmt &S, llvm::StringRef Lines,
                                      const FunctionAnalysis &Analysis) {
  const SourceManager &SM =
      Analysis.function().getASTContext().getSourceManager();
  const SourceLocation Begin = S.getBeginLoc();
  if (Begin.isMacroID() || !isa_and_nonnull<CompoundStmt>(Analysis.parent(S)))
    return std::nullopt;
  const std::optional<std::string> Indent = indentation(Begin, SM);
  return Indent ? std::optional(FixItHint::CreateInsertion(
                      Begin, indented(Lines.str() + "\n", *Indent)))
                : std::nullopt;
}

std::optional<FixItHint> removeStatement(const Stmt &S,
                                         const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  SourceLocation Begin = S.getBeginLoc();
  const SourceLocation End = endOf(S, Context);
  if (Begin.isMacroID() || End.isInvalid())
    return std::nullopt;
  const std::optional<std::string> Indent = indentation(Begin, SM);
  // With the line break before it: what follows keeps its place.
  if (Indent && restOfLine(End, SM).trim().empty())
    Begin = Begin.getLocWithOffset(-static_cast<int>(Indent->size()) - 1);
  return FixItHint::CreateRemoval(CharSourceRange::getCharRange(Begin, End));
}

std::pair<const Stmt *, const Stmt *> endsOfBody(const Loop &L) {
  const auto *Block = dyn_cast_or_null<CompoundStmt>(L.Body);
  if (!Block || Block->body_empty())
    return {};
  return {Block->body_front(), Block->body_back()};
}

} // namespace slowpath
