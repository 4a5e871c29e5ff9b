// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/EraseLoop.h"
#include "checks/support/IndexErase.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// `v[i]` and `v.at(i)` of a sequence or string, constant or not.
bool givesElement(const CallExpr &Call) {
  const Expr *Object = calledOn(Call);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  return Object && Method && hasConstTwin(*Method) &&
         (isSequence(Object->getType()) || isString(Object->getType()));
}

} // namespace

bool isEffectless(const Stmt &S) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S);
      Binary && Binary->isAssignmentOp())
    return false;
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S);
      Unary && Unary->isIncrementDecrementOp())
    return false;
  if (isa<CXXNewExpr, CXXDeleteExpr, CXXThrowExpr, LambdaExpr>(S))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(&S)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return false;
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
        Method && !Method->isStatic() && !Method->isConst() &&
        !givesElement(*Call))
      return false;
    for (const ParmVarDecl *Parameter : Callee->parameters()) {
      const QualType Type = Parameter->getType();
      if ((Type->isReferenceType() || Type->isPointerType()) &&
          !Type->getPointeeType().isConstQualified())
        return false;
    }
  }
  return llvm::all_of(S.children(), [](const Stmt *Child) {
    return !Child || isEffectless(*Child);
  });
}

namespace {

/// The mentions of an iterator, as the ranges of `*it` and `it->`. Returns
/// false if it is mentioned in any other way.
bool collectDereferences(
    const Stmt &S, const Expr &Iterator,
    llvm::SmallVectorImpl<std::pair<SourceRange, bool>> &Found) {
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
      Call && Call->getNumArgs() == 1 &&
      isSameObject(*Call->getArg(0), Iterator)) {
    if (Call->getOperator() != OO_Star && Call->getOperator() != OO_Arrow)
      return false;
    const bool IsArrow = Call->getOperator() == OO_Arrow;
    Found.push_back(
        {IsArrow ? SourceRange(Call->getBeginLoc(), Call->getOperatorLoc())
                 : Call->getSourceRange(),
         IsArrow});
    return true;
  }
  if (const auto *Star = dyn_cast<UnaryOperator>(&S);
      Star && Star->getOpcode() == UO_Deref &&
      isSameObject(*Star->getSubExpr(), Iterator)) {
    Found.push_back({Star->getSourceRange(), false});
    return true;
  }
  if (const auto *E = dyn_cast<Expr>(&S);
      E && isa<DeclRefExpr>(E) && isSameObject(*E, Iterator))
    return false;
  return llvm::all_of(S.children(), [&](const Stmt *Child) {
    return !Child || collectDereferences(*Child, Iterator, Found);
  });
}

/// L, if it walks over a sequence with an iterator, and `it = v.erase(it)` is
/// all that it does.
std::optional<FilterLoop> iteratorFilter(const CXXMemberCallExpr &Erase,
                                         const Loop &L) {
  const auto *For = dyn_cast<ForStmt>(L.Statement);
  if (!(isa<WhileStmt>(L.Statement) || (For && !For->getInc())) ||
      !isWalkedBy(*Erase.getImplicitObjectArgument(), L) ||
      Erase.getNumArgs() != 1)
    return std::nullopt;
  const auto *If = dyn_cast_or_null<IfStmt>(single(L.Body));
  if (!If || If->getInit() || If->getConditionVariable())
    return std::nullopt;
  const Expr *Iterator = Erase.getArg(0);
  while (const auto *Construct =
             dyn_cast<CXXConstructExpr>(&spelled(*Iterator))) {
    if (Construct->getNumArgs() != 1)
      return std::nullopt;
    Iterator = Construct->getArg(0);
  }
  const auto *Then = dyn_cast_or_null<Expr>(single(If->getThen()));
  if (!Then || !isa<DeclRefExpr>(spelled(*Iterator)) ||
      !isIncrementOf(single(If->getElse()), *Iterator))
    return std::nullopt;
  // `it = v.erase(it)` is an operator call or, for pointers, an assignment.
  const Expr *Target = nullptr;
  const Expr *Value = nullptr;
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Then->IgnoreImplicit());
      Call && Call->getOperator() == OO_Equal) {
    Target = Call->getArg(0);
    Value = Call->getArg(1);
  } else if (const auto *Assign =
                 dyn_cast<BinaryOperator>(Then->IgnoreImplicit());
             Assign && Assign->getOpcode() == BO_Assign) {
    Target = Assign->getLHS();
    Value = Assign->getRHS();
  }
  if (!Target || !isSameObject(*Target, *Iterator) ||
      &spelled(*Value) != &Erase ||
      mentions(*If->getCond(), *Erase.getImplicitObjectArgument()))
    return std::nullopt;
  FilterLoop Found;
  Found.Condition = If->getCond();
  Found.IsWhole = For && isa_and_nonnull<DeclStmt>(For->getInit());
  return collectDereferences(*If->getCond(), *Iterator, Found.Elements)
             ? std::optional(Found)
             : std::nullopt;
}

/// The condition with the name Element for the element.
std::optional<std::string> conditionWith(llvm::StringRef Element,
                                         FilterLoop Filter,
                                         const ASTContext &Context) {
  auto &Mentions = Filter.Elements;
  const SourceManager &SM = Context.getSourceManager();
  const llvm::StringRef Source =
      sourceText(Filter.Condition->getSourceRange(), Context);
  // The name of the element must not hide one that the condition uses.
  if (Source.empty() || Source.contains(Element))
    return std::nullopt;
  std::string Text = Source.str();
  const unsigned Begin = SM.getFileOffset(Filter.Condition->getBeginLoc());
  llvm::sort(Mentions, [](const auto &A, const auto &B) {
    return B.first.getBegin() < A.first.getBegin();
  });
  for (const auto &[Range, IsArrow] : Mentions) {
    if (Range.getBegin().isMacroID() || Range.getEnd().isMacroID())
      return std::nullopt;
    const unsigned From = SM.getFileOffset(Range.getBegin()) - Begin;
    const unsigned To = SM.getFileOffset(Lexer::getLocForEndOfToken(
                            Range.getEnd(), 0, SM, Context.getLangOpts())) -
                        Begin;
    if (From > To || To > Text.size())
      return std::nullopt;
    // `(*it).size()` needs its parentheses no more; those of a call stay.
    const bool Parenthesised =
        !IsArrow && From > 0 && To < Text.size() && Text[From - 1] == '(' &&
        Text[To] == ')' &&
        (From == 1 || !(llvm::isAlnum(Text[From - 2]) ||
                        Text[From - 2] == '_' || Text[From - 2] == '>'));
    if (Parenthesised)
      Text.replace(From - 1, To - From + 2, Element.str());
    else
      Text.replace(From, To - From, (Element + (IsArrow ? "." : "")).str());
  }
  return Text;
}

/// All Each of the text Object at once.
Rewrite eraseEach(const Expr &Object, const Expr &Each,
                  const ASTContext &Context) {
  const std::string Name = sourceText(Object.getSourceRange(), Context).str();
  const std::string Key = sourceText(Each.getSourceRange(), Context).str();
  Rewrite Fix;
  Fix.Title = "erase all of them in one pass";
  Fix.Code = Context.getLangOpts().CPlusPlus20
                 ? "std::erase(" + Name + ", " + Key + ");"
                 : Name + ".erase(std::remove(" + Name + ".begin(), " + Name +
                       ".end(), " + Key + "), " + Name + ".end());";
  return Fix;
}

} // namespace

std::optional<Rewrite> eraseInOnePass(const CXXMemberCallExpr &Erase,
                                      const Loop &L, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const Expr &Object = *Erase.getImplicitObjectArgument();
  if (const Expr *Each = erasedCharacter(Erase, L, TU.models()))
    return eraseEach(Object, *Each, Context);
  std::optional<FilterLoop> Filter = iteratorFilter(Erase, L);
  if (!Filter)
    Filter = indexFilter(Erase, L);
  if (!Filter || !isEffectless(*Filter->Condition))
    return std::nullopt;
  std::optional<std::string> Condition;
  std::string Predicate;
  for (const llvm::StringRef Name : {"element", "each"}) {
    Condition = conditionWith(Name, *Filter, Context);
    if (!Condition)
      continue;
    Predicate =
        ("[&](const auto &" + Name + ") { return " + *Condition + "; }").str();
    break;
  }
  const std::string Name = sourceText(Object.getSourceRange(), Context).str();
  if (!Condition || Name.empty())
    return std::nullopt;
  const CXXRecordDecl *Record =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  Rewrite Fix;
  Fix.Title = "erase all of them in one pass";
  if (Context.getLangOpts().CPlusPlus20 && Record && Record->isInStdNamespace())
    Fix.Code = "std::erase_if(" + Name + ", " + Predicate + ");";
  else
    Fix.Code = Name + ".erase(std::remove_if(" + Name + ".begin(), " + Name +
               ".end(), " + Predicate + "), " + Name + ".end());";
  const SourceLocation End = endOfStatement(*L.Statement, Context);
  // What the loop walks with is declared before it, and perhaps used after.
  if (Filter->IsWhole && End.isValid() &&
      L.Statement->getBeginLoc().isFileID()) {
    Fix.Level = FixLevel::Review;
    Fix.Edits.push_back(FixItHint::CreateReplacement(
        CharSourceRange::getCharRange(L.Statement->getBeginLoc(), End),
        Fix.Code));
  }
  return Fix;
}

} // namespace slowpath
