// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Sequences.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

llvm::StringRef methodName(const CXXMemberCallExpr &Call) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  return Method && Method->getIdentifier() ? Method->getName() : "";
}

/// `v.begin()`, `std::begin(v)`, 0, or the same plus something for erasures of
/// a range that starts there.
bool isBeginOf(const Expr &Position, const Expr &Object) {
  const Expr &Core = spelled(Position);
  if (const auto *Literal = dyn_cast<IntegerLiteral>(&Core))
    return Literal->getValue().isZero();
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core);
      Construct && Construct->getNumArgs() == 1)
    return isBeginOf(*Construct->getArg(0), Object);
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&Core)) {
    const llvm::StringRef Name = methodName(*Call);
    return (Name == "begin" || Name == "cbegin" || Name == "constBegin") &&
           isSameObject(*Call->getImplicitObjectArgument(), Object);
  }
  if (const auto *Call = dyn_cast<CallExpr>(&Core);
      Call && Call->getNumArgs() == 1 && Call->getDirectCallee() &&
      Call->getDirectCallee()->getIdentifier()) {
    const llvm::StringRef Name = Call->getDirectCallee()->getName();
    return (Name == "begin" || Name == "cbegin") &&
           isSameObject(*Call->getArg(0), Object);
  }
  return false;
}

template <typename P> bool anyStmt(const Stmt &S, P Predicate) {
  if (Predicate(S))
    return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && anyStmt(*Child, Predicate);
  });
}

const Expr *conditionOf(const Loop &L) {
  if (const auto *For = dyn_cast<ForStmt>(L.Statement))
    return For->getCond();
  if (const auto *While = dyn_cast<WhileStmt>(L.Statement))
    return While->getCond();
  return nullptr;
}

bool isSizeOf(const Expr &E, const Expr &Object) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&spelled(E));
  return Call && Call->getNumArgs() == 0 &&
         llvm::is_contained({"size", "count", "length"}, methodName(*Call)) &&
         isSameObject(*Call->getImplicitObjectArgument(), Object);
}

/// The only statement of a block, or S itself.
const Stmt *single(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    return Block->size() == 1 ? Block->body_front() : nullptr;
  return S;
}

/// `++it` or `it++`.
bool isIncrementOf(const Stmt *S, const Expr &Iterator) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (!E)
    return false;
  E = E->IgnoreImplicit();
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->isIncrementOp() &&
           isSameObject(*Unary->getSubExpr(), Iterator);
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  return Call && Call->getOperator() == OO_PlusPlus &&
         isSameObject(*Call->getArg(0), Iterator);
}

/// No assignment, and only calls that promise not to change what they look at.
bool isPure(const Stmt &S) {
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
        Method && !Method->isStatic() && !Method->isConst())
      return false;
    for (const ParmVarDecl *Parameter : Callee->parameters()) {
      const QualType Type = Parameter->getType();
      if ((Type->isReferenceType() || Type->isPointerType()) &&
          !Type->getPointeeType().isConstQualified())
        return false;
    }
  }
  return llvm::all_of(
      S.children(), [](const Stmt *Child) { return !Child || isPure(*Child); });
}

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

} // namespace

SequencePosition positionOf(const CXXMemberCallExpr &Call,
                            const ApiModels &Models) {
  const auto Model = Models.match(Call);
  if (!Model)
    return SequencePosition::Elsewhere;
  if (Model->Effects.has(Effect::SequenceInsertFront) ||
      Model->Effects.has(Effect::SequenceEraseFront))
    return SequencePosition::Front;
  const Expr &Object = *Call.getImplicitObjectArgument();
  if (Call.getNumArgs() == 0)
    return SequencePosition::Elsewhere;
  if (isBeginOf(*Call.getArg(0), Object)) {
    // `v.erase(v.begin(), v.end())` and `text.erase(0)` drop everything: no
    // element is moved.
    const bool IsErase = Model->Effects.has(Effect::SequenceErase);
    if (IsErase && Call.getArg(0)->getType()->isIntegerType() &&
        (Call.getNumArgs() == 1 || isa<CXXDefaultArgExpr>(Call.getArg(1))) &&
        isString(Object.getType()))
      return SequencePosition::Back;
    if (IsErase && Call.getNumArgs() == 2)
      if (const auto *End =
              dyn_cast<CXXMemberCallExpr>(&spelled(*Call.getArg(1)));
          End && methodName(*End).ends_with("end"))
        return SequencePosition::Back;
    return SequencePosition::Front;
  }
  return SequencePosition::Elsewhere;
}

bool growsAtBothEnds(QualType T, ASTContext &Context) {
  if (meaningOf(T) == TypeMeaning::DoubleEndedContiguous)
    return true;
  const auto *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || Record->isInStdNamespace() || !Record->getIdentifier() ||
      !Record->getName().starts_with("Q"))
    return false;
  // This class template came with Qt 6's new arrays.
  return !Context.getTranslationUnitDecl()
              ->lookup(&Context.Idents.get("QArrayDataPointer"))
              .empty();
}

bool isSizeLimited(const Expr &Object, const Repetition &Rep, const Stmt &Call,
                   TranslationUnit &TU) {
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
           const auto *Drop = dyn_cast<CXXMemberCallExpr>(&S);
           return Drop &&
                  llvm::is_contained({"pop_back", "resize", "erase",
                                      "removeLast", "takeLast", "truncate",
                                      "pop_front", "removeFirst", "clear"},
                                     methodName(*Drop)) &&
                  isSameObject(*Drop->getImplicitObjectArgument(), Object);
         });
}

std::optional<std::string> erasedElements(const CXXMemberCallExpr &Erase,
                                          const Loop &L,
                                          const ASTContext &Context) {
  const auto *For = dyn_cast<ForStmt>(L.Statement);
  if (!For || For->getInc() || !isa_and_nonnull<DeclStmt>(For->getInit()) ||
      !isWalkedBy(*Erase.getImplicitObjectArgument(), L) ||
      Erase.getNumArgs() != 1)
    return std::nullopt;
  const auto *If = dyn_cast_or_null<IfStmt>(single(For->getBody()));
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
      &spelled(*Value) != &Erase || !isPure(*If->getCond()) ||
      mentions(*If->getCond(), *Erase.getImplicitObjectArgument()))
    return std::nullopt;

  llvm::SmallVector<std::pair<SourceRange, bool>, 4> Mentions;
  if (!collectDereferences(*If->getCond(), *Iterator, Mentions))
    return std::nullopt;
  const SourceManager &SM = Context.getSourceManager();
  const llvm::StringRef Source =
      sourceText(If->getCond()->getSourceRange(), Context);
  if (Source.empty())
    return std::nullopt;
  std::string Text = Source.str();
  const unsigned Begin = SM.getFileOffset(If->getCond()->getBeginLoc());
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
      Text.replace(From - 1, To - From + 2, "element");
    else
      Text.replace(From, To - From, IsArrow ? "element." : "element");
  }
  return Text;
}

bool isWalkedBy(const Expr &Object, const Loop &L) {
  const Expr *Condition = conditionOf(L);
  return Condition && anyStmt(*Condition, [&](const Stmt &S) {
           const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
           return Call &&
                  llvm::is_contained(
                      {"end", "cend", "size", "constEnd", "count"},
                      methodName(*Call)) &&
                  isSameObject(*Call->getImplicitObjectArgument(), Object);
         });
}

bool stripsPrefix(const Expr &Object, const Loop &L) {
  const Expr *Condition = conditionOf(L);
  return Condition && anyStmt(*Condition, [&](const Stmt &S) {
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
         });
}

bool isTailOf(const CXXMemberCallExpr &Call) {
  const llvm::StringRef Name = methodName(Call);
  if (Name != "substr" && Name != "mid" && Name != "sliced")
    return false;
  if (Call.getNumArgs() == 0 || isa<CXXDefaultArgExpr>(Call.getArg(0)))
    return false;
  if (const auto *Literal = dyn_cast<IntegerLiteral>(&spelled(*Call.getArg(0)));
      Literal && Literal->getValue().isZero())
    return false;
  // A second argument takes a piece out of the middle.
  return Call.getNumArgs() == 1 || isa<CXXDefaultArgExpr>(Call.getArg(1));
}

bool leavesFunction(const Stmt &S) {
  if (isa<ReturnStmt, GotoStmt, IndirectGotoStmt, CoyieldExpr, CoreturnStmt>(S))
    return true;
  if (isa<LambdaExpr>(S))
    return false;
  return llvm::any_of(S.children(), [](const Stmt *Child) {
    return Child && leavesFunction(*Child);
  });
}

SourceLocation endOfStatement(const Stmt &S, const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const LangOptions &LangOpts = Context.getLangOpts();
  if (S.getEndLoc().isMacroID())
    return {};
  const SourceLocation End =
      Lexer::getLocForEndOfToken(S.getEndLoc(), 0, SM, LangOpts);
  // The body of a loop without braces ends before its semicolon.
  if (const auto Next = Lexer::findNextToken(S.getEndLoc(), SM, LangOpts);
      Next && Next->is(tok::semi))
    return Next->getEndLoc();
  return End;
}

std::string indentationOf(const Stmt &S, const ASTContext &Context) {
  return Lexer::getIndentationForLine(
             Context.getSourceManager().getExpansionLoc(S.getBeginLoc()),
             Context.getSourceManager())
      .str();
}

std::optional<SourceRange> vectorNameIn(const VarDecl &Var,
                                        const ASTContext &Context) {
  const auto *Record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Var.getType()->getAsCXXRecordDecl());
  if (!Record || !Record->isInStdNamespace() || Record->getName() != "vector" ||
      Record->getTemplateArgs()[0].getAsType()->isBooleanType())
    return std::nullopt;
  if (const Expr *Init = Var.getInit()) {
    const auto *Construct =
        dyn_cast<CXXConstructExpr>(Init->IgnoreUnlessSpelledInSource());
    if (!Construct || Construct->getConstructor()->isCopyOrMoveConstructor())
      return std::nullopt;
  }
  const TypeSourceInfo *Type = Var.getTypeSourceInfo();
  if (!Type)
    return std::nullopt;
  const TypeLoc Unqualified = Type->getTypeLoc().getUnqualifiedLoc();
  const auto Template = Unqualified.getAs<TemplateSpecializationTypeLoc>();
  if (!Template)
    return std::nullopt;
  const SourceLocation Name = Template.getTemplateNameLoc();
  if (Name.isMacroID() || sourceText(Name, Context) != "vector")
    return std::nullopt;
  return SourceRange(Name);
}

DequeUse dequeUseOf(const DeclRefExpr &Use, const FunctionAnalysis &Analysis,
                    const ApiModels &Models) {
  // `for (auto &x : v)` mentions the variable in the hidden range variable.
  const Stmt *Parent = Analysis.parent(Use);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Parent))
    Parent = Analysis.parent(*Parent);
  if (isa_and_nonnull<DeclStmt>(Parent) &&
      isa_and_nonnull<CXXForRangeStmt>(Analysis.parent(*Parent)))
    return DequeUse::Compatible;
  if (const auto *Subscript = dyn_cast_or_null<CXXOperatorCallExpr>(Parent);
      Subscript && Subscript->getOperator() == OO_Subscript)
    return &spelled(*Subscript->getArg(0)) == &Use ? DequeUse::Compatible
                                                   : DequeUse::Incompatible;
  const CXXMemberCallExpr *Call = memberCallOn(Use, Analysis);
  if (!Call)
    return DequeUse::Incompatible;
  if (positionOf(*Call, Models) == SequencePosition::Front &&
      methodName(*Call) == "erase" && Call->getNumArgs() == 1)
    return isDiscarded(*Call, Analysis) ? DequeUse::EraseFront
                                        : DequeUse::Incompatible;
  if (methodName(*Call) == "begin" || methodName(*Call) == "cbegin") {
    // Only as the position of the erase above, which is replaced.
    const Stmt *Up = Analysis.parent(*Call);
    while (Up && isa<Expr>(Up) && !isa<CXXMemberCallExpr>(Up))
      Up = Analysis.parent(*Up);
    const auto *Erase = dyn_cast_or_null<CXXMemberCallExpr>(Up);
    return Erase && methodName(*Erase) == "erase" &&
                   isDiscarded(*Erase, Analysis)
               ? DequeUse::Compatible
               : DequeUse::Incompatible;
  }
  return llvm::is_contained({"push_back", "emplace_back", "pop_back", "front",
                             "back", "empty", "size", "clear", "at"},
                            methodName(*Call))
             ? DequeUse::Compatible
             : DequeUse::Incompatible;
}

} // namespace slowpath
