// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/MemoRewrite.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Does a function use one of the names of the rewrite?
class NameFinder : public RecursiveASTVisitor<NameFinder> {
public:
  bool Found = false;
  bool VisitNamedDecl(NamedDecl *D) { return add(*D); }
  bool VisitDeclRefExpr(DeclRefExpr *E) { return add(*E->getDecl()); }
  bool VisitMemberExpr(MemberExpr *E) { return add(*E->getMemberDecl()); }

private:
  bool add(const NamedDecl &D) {
    Found |=
        D.getIdentifier() && (D.getName() == "memo" || D.getName() == "known");
    return !Found;
  }
};

class Memo {
public:
  Memo(const OverlappingRecursion &Of, TranslationUnit &TU)
      : Of(Of), Function(*Of.Function), Context(TU.context()) {
    Policy.adjustForCPlusPlus();
    Policy.SuppressUnwrittenScope = true;
    for (const ParmVarDecl *Parameter : Of.Keys)
      addKey(*Parameter);
    for (const ParmVarDecl *Parameter : Of.Others)
      if (Parameter->getType()->isIntegralOrEnumerationType())
        addKey(*Parameter);
      else
        IsOfArguments = false;
    IsOfArguments &= !Of.Effects.ReadsReferred && !Of.Effects.ReadsObject;
  }

  /// Is the value the same whenever the function is called?
  bool isOfArguments() const { return IsOfArguments; }

  std::string table() const {
    const std::string Value = typeText(Function.getReturnType());
    const std::string Types = llvm::join(KeyTypes, ", ");
    switch (Names.size()) {
    case 1:
      return "std::unordered_map<" + Types + ", " + Value + ">";
    case 2:
      return "std::map<std::pair<" + Types + ">, " + Value + ">";
    default:
      return "std::map<std::tuple<" + Types + ">, " + Value + ">";
    }
  }

  llvm::SmallVector<std::string, 2> headers() const {
    switch (Names.size()) {
    case 1:
      return {"<unordered_map>"};
    case 2:
      return {"<map>", "<utility>"};
    default:
      return {"<map>", "<tuple>"};
    }
  }

  std::string lookup() const {
    return "const auto known = memo.find(" + key() +
           ");\nif (known != memo.end())\n  return known->second;\n";
  }
  std::string store() const { return "memo[" + key() + "] = "; }

  std::string advice() const {
    const std::string Begin =
        IsOfArguments
            ? "static thread_local " + table() + " memo;\n"
            : table() + " &memo // a further parameter, one table per "
                        "outermost call\n";
    return Begin + lookup() + "…\nreturn " + store() + "…;";
  }

  /// Empty if they cannot be made.
  llvm::SmallVector<FixItHint, 4> edits() const {
    llvm::SmallVector<FixItHint, 4> Edits;
    if (!isEditable() || (!IsOfArguments && !handOn(Edits)))
      return {};
    const auto *Body = cast<CompoundStmt>(Function.getBody());
    const auto Recurses = [&](const Stmt *S) {
      return anyStmt(*S, [&](const Stmt &Part) {
        return llvm::is_contained(Of.Calls, dyn_cast<CallExpr>(&Part));
      });
    };
    const auto *First = llvm::find_if(Body->body(), Recurses);
    const SourceLocation Begin = (*First)->getBeginLoc();
    const std::string Indent = indentOf(Begin);
    std::string Lines = lookup();
    if (IsOfArguments)
      Lines = "static thread_local " + table() + " memo;\n" + Lines;
    std::string Code;
    for (const char C : Lines) {
      Code += C;
      if (C == '\n')
        Code += Indent;
    }
    Edits.push_back(FixItHint::CreateInsertion(Begin, Code));
    for (const Stmt *S : llvm::make_range(First, Body->body_end()))
      if (!addStores(*S, Edits))
        return {};
    return Edits;
  }

private:
  void addKey(const ParmVarDecl &Parameter) {
    Names.push_back(Parameter.getNameAsString());
    KeyTypes.push_back(typeText(Parameter.getType().getUnqualifiedType()));
  }

  std::string typeText(QualType T) const { return T.getAsString(Policy); }

  std::string key() const {
    const std::string List = llvm::join(Names, ", ");
    return Names.size() == 1 ? List : "{" + List + "}";
  }

  std::string indentOf(SourceLocation Loc) const {
    const SourceManager &SM = Context.getSourceManager();
    const auto [File, Offset] = SM.getDecomposedLoc(Loc);
    const llvm::StringRef Before = SM.getBufferData(File).take_front(Offset);
    return std::string(
        Before.substr(Before.rfind('\n') + 1).take_while([](char C) {
          return C == ' ' || C == '\t';
        }));
  }

  bool isEditable() const {
    const QualType Result = Function.getReturnType();
    NameFinder Taken;
    Taken.TraverseDecl(const_cast<FunctionDecl *>(&Function));
    // Before C++17, `memo[n] = f(n - 1)` may make the element first.
    return Context.getLangOpts().CPlusPlus17 && !Taken.Found &&
           !Function.isTemplateInstantiation() && !Function.isConstexpr() &&
           !Function.isExternC() && !Result.hasQualifiers() &&
           !Result->getContainedAutoType() &&
           isa<CompoundStmt>(Function.getBody()) &&
           (Result->isArithmeticType() || Result->isEnumeralType() ||
            isString(Result)) &&
           llvm::none_of(Names, [](const std::string &N) { return N.empty(); });
  }

  /// The edits that make the function an overload with a table, which its calls
  /// hand on, and put the one that makes the table behind it.
  bool handOn(llvm::SmallVectorImpl<FixItHint> &Edits) const {
    const SourceLocation Paren = Function.getFunctionTypeLoc().getRParenLoc();
    const auto *Prototype = Function.getType()->getAs<FunctionProtoType>();
    if (isa<CXXMethodDecl>(Function) || Function.getQualifierLoc() ||
        Paren.isMacroID() || !Prototype || Prototype->isNothrow() ||
        llvm::any_of(Function.parameters(), [](const ParmVarDecl *P) {
          return P->hasDefaultArg() || P->getNameAsString().empty();
        }))
      return false;
    const SourceLocation Begin = Function.getBeginLoc();
    const SourceLocation Open = Function.getBody()->getBeginLoc();
    const llvm::StringRef Header =
        Lexer::getSourceText(CharSourceRange::getCharRange(Begin, Open),
                             Context.getSourceManager(), Context.getLangOpts());
    if (Header.empty() || !indentOf(Begin).empty())
      return false;
    if (Function.isExternallyVisible() && !Function.isInlineSpecified())
      Edits.push_back(FixItHint::CreateInsertion(Begin, "static "));
    Edits.push_back(
        FixItHint::CreateInsertion(Paren, ", " + table() + " &memo"));
    for (const CallExpr *Call : Of.Calls)
      Edits.push_back(
          FixItHint::CreateInsertion(Call->getRParenLoc(), ", memo"));
    std::string Arguments;
    for (const ParmVarDecl *Parameter : Function.parameters())
      Arguments += Parameter->getNameAsString() + ", ";
    Edits.push_back(FixItHint::CreateInsertion(
        Function.getBody()->getEndLoc().getLocWithOffset(1),
        "\n\n" + Header.rtrim().str() + " {\n  " + table() +
            " memo;\n  return " + Function.getNameAsString() + "(" + Arguments +
            "memo);\n}"));
    return true;
  }

  /// Adds what keeps the values that S returns, constants excepted.
  bool addStores(const Stmt &S, llvm::SmallVectorImpl<FixItHint> &Edits) const {
    if (const auto *Return = dyn_cast<ReturnStmt>(&S)) {
      const Expr &Value = spelled(*Return->getRetValue());
      if (isa<DeclRefExpr>(Value) &&
          isa<ParmVarDecl>(cast<DeclRefExpr>(Value).getDecl()))
        return true;
      if (!Value.isValueDependent() && Value.isEvaluatable(Context))
        return true;
      if (const auto *Binary = dyn_cast<BinaryOperator>(&Value);
          Binary && Binary->isCommaOp())
        return false;
      Edits.push_back(FixItHint::CreateInsertion(
          Return->getRetValue()->getBeginLoc(), store()));
      return true;
    }
    return llvm::all_of(S.children(), [&](const Stmt *Child) {
      return !Child || addStores(*Child, Edits);
    });
  }

  const OverlappingRecursion &Of;
  const FunctionDecl &Function;
  ASTContext &Context;
  PrintingPolicy Policy{Context.getLangOpts()};
  bool IsOfArguments = true;
  llvm::SmallVector<std::string, 2> Names;
  llvm::SmallVector<std::string, 2> KeyTypes;
};

} // namespace

Rewrite keepResults(const OverlappingRecursion &Recursion, TranslationUnit &TU,
                    llvm::SmallVectorImpl<std::string> &Headers) {
  const Memo Table(Recursion, TU);
  Rewrite Result;
  Result.Level = FixLevel::Review;
  Result.Title = Table.isOfArguments()
                     ? "keep the results in a table, one per thread"
                     : "keep the results in a table, one per outermost call";
  Result.Code = Table.advice();
  Result.Edits = Table.edits();
  llvm::append_range(Headers, Table.headers());
  return Result;
}

} // namespace slowpath
