// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LookupRewrite.h"
#include "checks/support/Insertion.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The class of what `*it` or `it->` gives is const.
bool isConstIterator(QualType T) {
  if (T->isPointerType())
    return T->getPointeeType().isConstQualified();
  const auto *Class = T->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return true;
  for (const CXXMethodDecl *Method : Class->getDefinition()->methods())
    if (Method->getOverloadedOperator() == OO_Arrow)
      return Method->getReturnType()->getPointeeType().isConstQualified();
  return true;
}

/// Is the element that L gives only read?
bool isRead(const Lookup &L, const FunctionAnalysis &Analysis) {
  if (L.What == Lookup::Kind::Erase || L.What == Lookup::Kind::Assign)
    return false;
  if (!L.Call->isGLValue() || L.Call->getType().isConstQualified())
    return true;
  const Stmt *Up = Analysis.parent(*L.Call);
  while (isa_and_nonnull<ParenExpr, MemberExpr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Up);
  return Cast && (Cast->getCastKind() == CK_LValueToRValue ||
                  Cast->getType().isConstQualified());
}

/// May the copy that L gives be replaced by a reference to the element: is it
/// a scalar, or what is made of it a copy again?
bool maybeReference(const Lookup &L, const FunctionAnalysis &Analysis) {
  if (L.Call->isGLValue() || L.Call->getType()->isScalarType() ||
      L.What == Lookup::Kind::Erase || L.What == Lookup::Kind::Find)
    return true;
  const Stmt *Up = Analysis.parent(*L.Call);
  while (isa_and_nonnull<ImplicitCastExpr, CXXBindTemporaryExpr,
                         MaterializeTemporaryExpr, ExprWithCleanups,
                         CXXConstructExpr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Declaration = dyn_cast_or_null<DeclStmt>(Up);
  const auto *Var = Declaration && Declaration->isSingleDecl()
                        ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                        : nullptr;
  return isa_and_nonnull<ReturnStmt>(Up) ||
         (Var && !Var->getType()->isReferenceType());
}

/// Is S the only thing that Body does?
bool isAllOf(const Stmt *Body, const Stmt &S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(Body))
    return Block->size() == 1 && isAllOf(Block->body_front(), S);
  if (const auto *E = dyn_cast_or_null<Expr>(Body))
    return E->IgnoreUnlessSpelledInSource() ==
           cast<Expr>(S).IgnoreUnlessSpelledInSource();
  return false;
}

const Stmt *firstOf(const Stmt *Body) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(Body))
    return Block->body_empty() ? nullptr : firstOf(Block->body_front());
  return Body;
}

/// Is E made without running code of the user's, and without a cost worth
/// saving: variables, literals, arithmetic?
bool isCheap(const Expr &E, const ASTContext &Context) {
  return !E.HasSideEffects(Context) && !anyStmt(E, [](const Stmt &S) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(&S);
    return isa<CallExpr, CXXNewExpr, LambdaExpr>(S) ||
           (Construct && !Construct->getConstructor()->isTrivial() &&
            Construct->getNumArgs() != 0 &&
            !Construct->getConstructor()->isCopyOrMoveConstructor());
  });
}

/// Is evaluating E defined whatever the condition in front of it says: does it
/// look behind no pointer and no index?
bool isAlwaysDefined(const Expr &E) {
  return !anyStmt(E, [](const Stmt &S) {
    const auto *Unary = dyn_cast<UnaryOperator>(&S);
    const auto *Binary = dyn_cast<BinaryOperator>(&S);
    const auto *Member = dyn_cast<MemberExpr>(&S);
    return isa<ArraySubscriptExpr>(S) ||
           (Unary && Unary->getOpcode() == UO_Deref) ||
           (Binary && Binary->isMultiplicativeOp()) ||
           (Member && Member->isArrow() &&
            !isa<CXXThisExpr>(spelled(*Member->getBase())));
  });
}

/// May a declaration be put among the statements of Block?
bool takesDeclaration(const Stmt *Block, const FunctionAnalysis &Analysis) {
  // Not behind a `case`, where the next one would jump over it.
  return isa_and_nonnull<CompoundStmt>(Block) &&
         !isa_and_nonnull<SwitchStmt>(Analysis.parent(*Block));
}

FixItHint replace(const Stmt &S, llvm::StringRef Code) {
  return FixItHint::CreateReplacement(
      CharSourceRange::getTokenRange(S.getSourceRange()), Code);
}

/// Adds an insertion to Fix, where another edit may begin.
void insertAt(SourceLocation Loc, const std::string &Code, Rewrite &Fix) {
  for (FixItHint &Edit : Fix.Edits)
    if (Edit.RemoveRange.getBegin() == Loc) {
      Edit.CodeToInsert = Code + Edit.CodeToInsert;
      return;
    }
  Fix.Edits.push_back(FixItHint::CreateInsertion(Loc, Code));
}

/// `m[k] = v` around Access, if it is one.
const Expr *assignmentTo(const Lookup &Access, const Expr *&Value,
                         const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(*Access.Call);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Up))
    Up = Analysis.parent(*Up);
  if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Up);
      Binary && Binary->getOpcode() == BO_Assign &&
      &spelled(*Binary->getLHS()) == Access.Call) {
    Value = Binary->getRHS();
    return Binary;
  }
  const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
  if (Operator && Operator->getOperator() == OO_Equal &&
      &spelled(*Operator->getArg(0)) == Access.Call) {
    Value = Operator->getArg(1);
    return Operator;
  }
  return nullptr;
}

} // namespace

std::string LookupRewrite::text(const Expr &E) const {
  return onOneLine(sourceText(E.getSourceRange(), TU.context()));
}

bool LookupRewrite::isFreeName(llvm::StringRef Name) const {
  const auto IsTaken = [&](const Decl *D) {
    const auto *Named = dyn_cast<NamedDecl>(D);
    return Named && Named->getIdentifier() && Named->getName() == Name;
  };
  return llvm::none_of(Analysis.function().parameters(), IsTaken) &&
         !anyStmt(*Analysis.function().getBody(), [&](const Stmt &S) {
           if (const auto *Declaration = dyn_cast<DeclStmt>(&S))
             return llvm::any_of(Declaration->decls(), IsTaken);
           if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
             return IsTaken(Ref->getDecl());
           const auto *Member = dyn_cast<MemberExpr>(&S);
           return Member && Member->isImplicitAccess() &&
                  IsTaken(Member->getMemberDecl());
         });
}

std::string LookupRewrite::freeName(llvm::ArrayRef<llvm::StringRef> Wanted,
                                    const Stmt &Scope) {
  for (const llvm::StringRef Name : Wanted)
    if (isFreeName(Name) && llvm::none_of(Given, [&](const auto &Each) {
          return Each.first == Name &&
                 (Analysis.contains(*Each.second, Scope) ||
                  Analysis.contains(Scope, *Each.second));
        })) {
      Given.push_back({Name.str(), &Scope});
      return Name.str();
    }
  return {};
}

/// Makes Fix advice if its edits meet earlier ones; else keeps them to
/// remember.
bool LookupRewrite::claim(Rewrite &Fix) {
  const SourceManager &SM = TU.context().getSourceManager();
  const auto Overlap = [&](SourceRange A, SourceRange B) {
    return !SM.isBeforeInTranslationUnit(A.getEnd(), B.getBegin()) &&
           !SM.isBeforeInTranslationUnit(B.getEnd(), A.getBegin());
  };
  const size_t Before = Edited.size();
  for (const FixItHint &Edit : Fix.Edits) {
    const SourceRange Range = Edit.RemoveRange.getAsRange();
    const bool IsMet =
        llvm::any_of(llvm::ArrayRef(Edited).take_front(Before),
                     [&](SourceRange Each) { return Overlap(Each, Range); });
    if (Range.isInvalid() || Range.getBegin().isMacroID() ||
        Range.getEnd().isMacroID() || IsMet) {
      Fix.Edits.clear();
      Fix.Level = FixLevel::Advice;
      Edited.truncate(Before);
      return false;
    }
    Edited.push_back(Range);
  }
  return !Fix.Edits.empty();
}

/// Is no code of the user's run that tells map and key, or finds it?
bool LookupRewrite::isPureLookup(const Lookup &L) const {
  const auto RunsUserCode = [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    return Call &&
           (!Call->getDirectCallee() || isUserCode(*Call->getDirectCallee()));
  };
  return !RunsUserCode(*L.Call) && !anyStmt(*L.Map, RunsUserCode) &&
         !anyStmt(*L.Key, RunsUserCode);
}

Rewrite LookupRewrite::useIterator(const LookupTest &Test,
                                   llvm::ArrayRef<Lookup> Again,
                                   Change Between) {
  const ASTContext &Context = TU.context();
  const Lookup &Asked = Test.Asked;
  const bool IsQt = hasValueIterators(*classOf(Asked));
  const bool AllRead =
      llvm::all_of(Again, [&](const Lookup &L) { return isRead(L, Analysis); });
  const std::string Access = objectText(*Asked.Map, Context).Access;
  Rewrite Fix;
  Fix.Title = "look it up once";
  Fix.Level = Between == Change::None       ? FixLevel::Safe
              : Between == Change::Unlikely ? FixLevel::Review
                                            : FixLevel::Advice;
  if (!isPureLookup(Asked) && Fix.Level == FixLevel::Safe)
    Fix.Level = FixLevel::Review;

  // Where the iterator is declared: there already, in the `if`, or before the
  // statement.
  const auto *If = dyn_cast_or_null<IfStmt>(Test.Decides);
  const bool AllInIf = If && llvm::all_of(Again, [&](const Lookup &L) {
                         return Analysis.contains(*If, *L.Call);
                       });
  const bool IsInIf = AllInIf && Context.getLangOpts().CPlusPlus17;
  const Stmt *Statement = Test.Decides;
  while (Statement && !Test.Place) {
    const Stmt *Up = Analysis.parent(*Statement);
    if (isa_and_nonnull<CompoundStmt>(Up) || !Up || isa<LambdaExpr>(Statement))
      break;
    Statement = Up;
  }
  const Stmt &Scope = IsInIf ? *Test.Decides
                      : Statement && Analysis.parent(*Statement)
                          ? *Analysis.parent(*Statement)
                          : *Analysis.function().getBody();
  std::string Name =
      Test.Place ? Test.Place->getNameAsString()
                 : freeName({"it", "found", "position", "entry"}, Scope);
  bool CanEdit = !Name.empty();
  if (Name.empty())
    Name = "found";
  if (Test.Place && isConstIterator(Test.Place->getType().getCanonicalType()) &&
      !AllRead)
    CanEdit = false;
  const bool IsConstFind = IsQt && AllRead;
  const std::string Find = "auto " + Name + " = " + Access +
                           (IsConstFind ? "constFind(" : "find(") +
                           text(*Asked.Key) + ");";
  const std::string Is = Name + (Test.HoldsIfFound ? " != " : " == ") + Access +
                         (IsConstFind ? "constEnd()" : "end()");
  const std::string Element = Asked.IsSet ? "*" + Name
                              : IsQt      ? Name + ".value()"
                                          : Name + "->second";

  const auto NewText = [&](const Lookup &L) -> std::string {
    switch (L.What) {
    case Lookup::Kind::Find:
      return Name;
    case Lookup::Kind::Erase:
      return Access + "erase(" + Name + ")";
    case Lookup::Kind::Assign:
      return L.Value ? Element + " = " + text(*L.Value) : "";
    default:
      return std::string(Element);
    }
  };
  for (const Lookup &L : Again) {
    const std::string New = NewText(L);
    // An assignment or a count that somebody looks at, or a place where the
    // erased one would be used.
    const bool IsStatement =
        L.What == Lookup::Kind::Erase || L.What == Lookup::Kind::Assign;
    if (New.empty() || text(*L.Call).empty() ||
        (IsStatement && !isDiscarded(*L.Call, Analysis)) ||
        (L.What == Lookup::Kind::Erase &&
         llvm::any_of(Again, [&](const Lookup &Other) {
           return Analysis.reachesAvoiding(*L.Call, *Other.Call,
                                           {Asked.Call}) ||
                  (Other.Call != L.Call &&
                   Analysis.contains(*L.Call, *Other.Call));
         })))
      CanEdit = false;
    if (!maybeReference(L, Analysis))
      CanEdit = false;
    else if (!L.Call->isGLValue() && !L.Call->getType()->isScalarType() &&
             !IsStatement && L.What != Lookup::Kind::Find &&
             Fix.Level == FixLevel::Safe)
      Fix.Level = FixLevel::Review;
    Fix.Edits.push_back(replace(*L.Call, New));
  }
  const std::string First = NewText(Again.front());
  if (Test.Place) {
    Fix.Code = First + "  // not " + text(*Again.front().Call);
  } else if (IsInIf) {
    Fix.Code = "if (" + Find + " " + Is + ") … " + First;
    CanEdit &= Test.IsFirst && !If->hasInitStorage() && !If->hasVarStorage() &&
               !If->isConstexpr();
    Fix.Edits.push_back(replace(*Test.Atom, Is));
    insertAt(If->getCond()->getBeginLoc(), Find + " ", Fix);
  } else {
    Fix.Code = Find + " … " + Is + " … " + First;
    const auto *Return = dyn_cast_or_null<ReturnStmt>(Statement);
    const auto *Declaration = dyn_cast_or_null<DeclStmt>(Statement);
    const auto *Var = Declaration && Declaration->isSingleDecl()
                          ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                          : nullptr;
    const Expr *Whole = Return                          ? Return->getRetValue()
                        : Var && Var->hasLocalStorage() ? Var->getInit()
                                                        : nullptr;
    const bool IsFirstInStatement =
        Statement == If ? !If->hasInitStorage() && !If->hasVarStorage() &&
                              !If->isConstexpr()
                        : Whole && &spelled(*Whole) == Test.Decides;
    CanEdit &= Test.IsFirst && Statement && IsFirstInStatement &&
               takesDeclaration(Analysis.parent(*Statement), Analysis);
    if (CanEdit) {
      Fix.Edits.push_back(replace(*Test.Atom, Is));
      insertAt(Statement->getBeginLoc(),
               Find + lineBreakAt(*Statement, Context) +
                   indentationOf(*Statement, Context),
               Fix);
    }
  }
  if (Asked.Map->getType()->isDependentType() || Access.empty() ||
      text(*Asked.Key).empty() || !CanEdit || Fix.Level == FixLevel::Advice) {
    Fix.Edits.clear();
    Fix.Level = FixLevel::Advice;
    return Fix;
  }
  claim(Fix);
  return Fix;
}

std::optional<Rewrite> LookupRewrite::eraseAnyway(const LookupTest &Test,
                                                  const Lookup &Erase) {
  const auto *If = dyn_cast_or_null<IfStmt>(Test.Decides);
  if (!If || Test.Place || !Test.IsAlone || If->getElse() ||
      If->hasInitStorage() || If->hasVarStorage() || If->isConstexpr() ||
      !isAllOf(If->getThen(), *Erase.Call))
    return std::nullopt;
  Rewrite Fix;
  Fix.Title = "erase it without asking";
  Fix.Code = text(*Erase.Call) + ";";
  Fix.Level = isPureLookup(Erase) ? FixLevel::Safe : FixLevel::Review;
  const SourceLocation End = endOfStatement(*If, TU.context());
  const std::string Call =
      sourceText(Erase.Call->getSourceRange(), TU.context()).str();
  if (End.isValid() && !Call.empty() && !If->getBeginLoc().isMacroID())
    Fix.Edits.push_back(FixItHint::CreateReplacement(
        CharSourceRange::getCharRange(If->getBeginLoc(), End), Call + ";"));
  if (!claim(Fix))
    Fix.Level = FixLevel::Advice;
  return Fix;
}

/// Is Insertion, an expression statement, executed whenever Test has found
/// nothing? Not if it stands under a further condition, or something before it
/// may leave.
static bool isReachedIfMissing(const Expr &Insertion, const LookupTest &Test,
                               const FunctionAnalysis &Analysis) {
  const Expr *Wanted = Insertion.IgnoreUnlessSpelledInSource();
  for (const Stmt *Branch : Test.Missing) {
    llvm::SmallVector<const Stmt *, 8> Statements = {Branch};
    if (const auto *Block = dyn_cast<CompoundStmt>(Branch))
      Statements.assign(Block->body_begin(), Block->body_end());
    for (const Stmt *S : Statements) {
      const auto *E = dyn_cast<Expr>(S);
      if (E && E->IgnoreUnlessSpelledInSource() == Wanted)
        return true;
      if (Analysis.contains(*S, Insertion) ||
          anyStmtOutsideLambdas(S, [](const Stmt &Part) {
            return isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt,
                       CoreturnStmt, CXXThrowExpr>(Part);
          }))
        return false;
    }
  }
  return false;
}

std::optional<Rewrite> LookupRewrite::insertOnce(const LookupTest &Test,
                                                 const Lookup &Added,
                                                 Change Between) {
  const ASTContext &Context = TU.context();
  const bool IsQt = hasValueIterators(*classOf(Added));
  const Expr *Value = Added.Value;
  const Expr *Whole = Added.Call;
  if (Added.What == Lookup::Kind::Access)
    Whole = assignmentTo(Added, Value, Analysis);
  if (IsQt || !Whole || !isDiscarded(*Whole, Analysis) ||
      (!Added.IsSet && !Value))
    return std::nullopt;
  const auto *If = dyn_cast_or_null<IfStmt>(Test.Decides);
  const bool IsAll = If && Test.IsAlone && !If->getElse() && !Test.Place &&
                     !Test.HoldsIfFound && isAllOf(If->getThen(), *Whole);
  // Qt's insert() does not tell whether there was one.
  const bool TellsWhetherNew =
      Added.What == Lookup::Kind::Access ||
      isOrDerivesFrom(Added.Call->getType(), "std::pair");
  if (!If || (!TellsWhetherNew && !IsAll))
    return std::nullopt;
  // What runs first where the key is missing.
  const Stmt *Start = nullptr;
  for (const Stmt *Branch : Test.Missing)
    if (!Start && !Analysis.contains(*If->getCond(), *Branch))
      Start = firstOf(Branch);
  const auto *StartExpr = dyn_cast_or_null<Expr>(Start);
  const bool IsStart = StartExpr && StartExpr->IgnoreUnlessSpelledInSource() ==
                                        Whole->IgnoreUnlessSpelledInSource();
  const bool Cheap = Added.IsSet || isCheap(*Value, Context);
  if (!IsStart && !(Added.IsSet && isReachedIfMissing(*Whole, Test, Analysis)))
    return std::nullopt;
  // What is expensive to make is worth a second lookup, unless it is made
  // again and again.
  const Loop *In = TU.innermostLoop(*Whole);
  if (!Cheap && (Test.Place || (!(In && In->isDataLoop()) &&
                                !TU.repeatedCall(Analysis.function()))))
    return std::nullopt;

  Rewrite Fix;
  Fix.Title = "insert, and see whether it was new";
  const std::optional<std::string> Call = insertionIfMissing(Added, Value, TU);
  if (!Call || (!Cheap && !hasTryEmplace(Added)))
    return std::nullopt;
  // Only one that is no set keeps what is moved if there is one already.
  const bool Moves = anyStmt(*Added.Call, [&](const Stmt &S) {
    const auto *Each = dyn_cast<CallExpr>(&S);
    return Each && Each->getBuiltinCallee() == Builtin::BImove;
  });
  const std::string Condition =
      (Test.HoldsIfFound ? "!" : "") + *Call + ".second";
  if (!Cheap) {
    Fix.Code =
        "if (auto [it, isNew] = " + objectText(*Added.Map, Context).Access +
        "try_emplace(" + text(*Added.Key) +
        "); isNew) it->second = " + text(*Value) + ";";
    return Fix;
  }
  if (Test.Place) {
    Fix.Code =
        "auto [" + Test.Place->getNameAsString() + ", isNew] = " + *Call + ";";
    return Fix;
  }
  Fix.Code = IsAll ? *Call + ";" : "if (" + Condition + ") …";
  const bool IsSame = Added.IsSet || isSameWhenEmplaced(Added, *Value);
  if (!IsStart || Between > Change::Unlikely || !Test.IsLast ||
      If->isConstexpr())
    return Fix;
  Fix.Level = Between == Change::None && IsSame && !Moves &&
                      isPureLookup(Added) &&
                      (!Value || isAlwaysDefined(*Value)) &&
                      Added.What != Lookup::Kind::Assign
                  ? FixLevel::Safe
                  : FixLevel::Review;
  const SourceLocation End = endOfStatement(*If, Context);
  if (IsAll) {
    if (If->hasInitStorage() || If->hasVarStorage() || End.isInvalid() ||
        If->getBeginLoc().isMacroID())
      Fix.Level = FixLevel::Advice;
    else
      Fix.Edits.push_back(FixItHint::CreateReplacement(
          CharSourceRange::getCharRange(If->getBeginLoc(), End), *Call + ";"));
  } else {
    const std::optional<FixItHint> Removal = removeStatement(*Start, Context);
    const Stmt *Block = Analysis.parent(*Start);
    if (Removal && isa_and_nonnull<CompoundStmt>(Block)) {
      Fix.Edits.push_back(replace(*Test.Atom, Condition));
      Fix.Edits.push_back(*Removal);
    }
  }
  if (!claim(Fix))
    Fix.Level = FixLevel::Advice;
  return Fix;
}

Rewrite LookupRewrite::useReference(llvm::ArrayRef<Lookup> All,
                                    Change Between) {
  const ASTContext &Context = TU.context();
  const Lookup &First = All.front();
  const Stmt *Statement = First.Call;
  while (const Stmt *Up = Analysis.parent(*Statement)) {
    if (isa<CompoundStmt>(Up))
      break;
    Statement = Up;
  }
  const Stmt *Block = Analysis.parent(*Statement);
  const Stmt &Scope = Block ? *Block : *Analysis.function().getBody();
  std::string Name = freeName({"value", "entry", "element", "found"}, Scope);
  bool CanEdit = !Name.empty() && takesDeclaration(Block, Analysis) &&
                 Between <= Change::Unlikely;
  if (Name.empty())
    Name = "value";
  const std::string Call = text(*First.Call);
  Rewrite Fix;
  Fix.Title = "look it up once";
  Fix.Level = FixLevel::Review;
  Fix.Code = (First.Call->isGLValue() ? "auto &" : "const auto ") + Name +
             " = " + Call + ";";
  // What the statement evaluates first and in any case.
  CanEdit &= isa<Expr>(Statement) || isa<DeclStmt>(Statement) ||
             isa<ReturnStmt>(Statement);
  for (const Stmt *Up = First.Call; Up != Statement && CanEdit;
       Up = Analysis.parent(*Up)) {
    const Stmt *Outer = Analysis.parent(*Up);
    const auto *Binary = dyn_cast<BinaryOperator>(Outer);
    if (isa<AbstractConditionalOperator, LambdaExpr>(Outer) ||
        (Binary && Binary->isLogicalOp()))
      CanEdit = false;
  }
  for (const Lookup &L : All) {
    CanEdit &= Block && Analysis.contains(*Block, *L.Call) &&
               L.Call->isGLValue() == First.Call->isGLValue() &&
               (L.Call->getType().isConstQualified() ==
                First.Call->getType().isConstQualified()) &&
               !text(*L.Call).empty();
    Fix.Edits.push_back(replace(*L.Call, Name));
  }
  if (!CanEdit) {
    Fix.Edits.clear();
    Fix.Level = FixLevel::Advice;
    return Fix;
  }
  insertAt(Statement->getBeginLoc(),
           Fix.Code + lineBreakAt(*Statement, Context) +
               indentationOf(*Statement, Context),
           Fix);
  claim(Fix);
  return Fix;
}

Rewrite LookupRewrite::moveOut(const Lookup &What, const Loop &L) {
  Rewrite Fix;
  Fix.Title = "look it up before the loop";
  const bool IsElement =
      What.What == Lookup::Kind::Access || What.What == Lookup::Kind::Get;
  Fix.Code =
      std::string(IsElement && What.Call->isGLValue() ? "auto &value"
                  : IsElement                         ? "const auto value"
                  : What.What == Lookup::Kind::Find   ? "const auto it"
                                                      : "const bool known") +
      " = " + text(*What.Call) + ";\n" + headerOf(L, TU.context());
  return Fix;
}

} // namespace slowpath
