// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// `v[i]` of arrays and of classes alike.
std::optional<std::pair<const Expr *, const Expr *>>
asSubscript(const Expr &E) {
  if (const auto *Array = dyn_cast<ArraySubscriptExpr>(&E))
    return {{Array->getBase(), Array->getIdx()}};
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&E);
      Call && Call->getOperator() == OO_Subscript && Call->getNumArgs() == 2)
    return {{Call->getArg(0), Call->getArg(1)}};
  return std::nullopt;
}

/// `*p` and `p.operator->()` of pointers and smart pointers.
const Expr *asDereference(const Expr &E) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E))
    return Unary->getOpcode() == UO_Deref ? Unary->getSubExpr() : nullptr;
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&E);
      Call && Call->getNumArgs() == 1 &&
      (Call->getOperator() == OO_Star || Call->getOperator() == OO_Arrow))
    return Call->getArg(0);
  return nullptr;
}

/// Is Object reached from `this` through members, subscripts and dereferences
/// only?
bool isMemberOfThis(const Expr &Object) {
  const Expr &Core = spelled(Object);
  if (isa<CXXThisExpr>(Core))
    return true;
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return isMemberOfThis(*Member->getBase());
  if (const auto Subscript = asSubscript(Core))
    return isMemberOfThis(*Subscript->first);
  const Expr *Pointer = asDereference(Core);
  return Pointer && isMemberOfThis(*Pointer);
}

} // namespace

const Expr &spelled(const Expr &E) {
  return *E.IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts();
}

bool isSameObject(const Expr &A, const Expr &B) {
  const Expr &Left = spelled(A), &Right = spelled(B);
  if (isa<CXXThisExpr>(Left) && isa<CXXThisExpr>(Right))
    return true;
  const auto *RefA = dyn_cast<DeclRefExpr>(&Left);
  const auto *RefB = dyn_cast<DeclRefExpr>(&Right);
  if (RefA && RefB)
    return RefA->getDecl()->getCanonicalDecl() ==
               RefB->getDecl()->getCanonicalDecl() &&
           isa<VarDecl, BindingDecl>(RefA->getDecl());
  const auto *MemberA = dyn_cast<MemberExpr>(&Left);
  const auto *MemberB = dyn_cast<MemberExpr>(&Right);
  if (MemberA && MemberB)
    return isa<FieldDecl, VarDecl>(MemberA->getMemberDecl()) &&
           MemberA->getMemberDecl()->getCanonicalDecl() ==
               MemberB->getMemberDecl()->getCanonicalDecl() &&
           isSameObject(*MemberA->getBase(), *MemberB->getBase());
  if (const auto SubA = asSubscript(Left), SubB = asSubscript(Right);
      SubA && SubB) {
    if (!isSameObject(*SubA->first, *SubB->first))
      return false;
    const Expr &IndexA = spelled(*SubA->second),
               &IndexB = spelled(*SubB->second);
    if (const auto *LiteralA = dyn_cast<IntegerLiteral>(&IndexA))
      if (const auto *LiteralB = dyn_cast<IntegerLiteral>(&IndexB))
        return LiteralA->getValue() == LiteralB->getValue();
    return isSameObject(IndexA, IndexB);
  }
  const Expr *PointerA = asDereference(Left), *PointerB = asDereference(Right);
  return PointerA && PointerB && isSameObject(*PointerA, *PointerB);
}

bool mentions(const Stmt &S, const Expr &Object) {
  if (const auto *E = dyn_cast<Expr>(&S); E && isSameObject(*E, Object))
    return true;
  for (const Stmt *Child : S.children())
    if (Child && mentions(*Child, Object))
      return true;
  return false;
}

const VarDecl *rootVariable(const Expr &Object) {
  const Expr &Core = spelled(Object);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
    if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
      return dyn_cast<VarDecl>(Binding->getDecomposedDecl());
    return dyn_cast<VarDecl>(Ref->getDecl());
  }
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return rootVariable(*Member->getBase());
  if (const auto Subscript = asSubscript(Core))
    return rootVariable(*Subscript->first);
  if (const Expr *Pointer = asDereference(Core))
    return rootVariable(*Pointer);
  return nullptr;
}

bool isDeclaredIn(const VarDecl &Var, const Stmt &S,
                  const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const auto Expansion = [&](SourceLocation Loc) {
    return SM.getExpansionLoc(Loc);
  };
  const SourceLocation At = Expansion(Var.getLocation());
  const SourceLocation Begin = Expansion(S.getBeginLoc());
  const SourceLocation End = SM.getExpansionRange(S.getEndLoc()).getEnd();
  return !SM.isBeforeInTranslationUnit(At, Begin) &&
         !SM.isBeforeInTranslationUnit(End, At);
}

bool outlivesIteration(const Expr &Object, const Loop &L, TranslationUnit &TU) {
  const Expr &Core = spelled(Object);
  if (isa<CXXThisExpr>(Core))
    return true;
  if (isa<DeclRefExpr>(Core)) {
    const VarDecl *Var = rootVariable(Core);
    if (!Var)
      return false;
    // What a callable declares is new each time it is called.
    for (const DeclContext *In = Var->getDeclContext(); In && L.Callee;
         In = In->getParent())
      if (In->Equals(L.Callee))
        return false;
    return !isDeclaredIn(*Var, *L.Statement, TU.context());
  }
  const FunctionDecl *Function = TU.functionAround(*L.Statement);
  if (!Function)
    return false;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  /// Pointers and indices must not move on within the loop.
  const auto IsFixed = [&](const Expr &E) {
    if (Analysis.isInvariant(E, L))
      return true;
    if (isa<CXXThisExpr>(spelled(E)))
      return true;
    const VarDecl *Var = rootVariable(E);
    return Var && isa<DeclRefExpr>(spelled(E)) && outlivesIteration(E, L, TU) &&
           !Analysis.isModifiedIn(*Var, L);
  };
  if (const auto *Member = dyn_cast<MemberExpr>(&Core)) {
    if (!isa<FieldDecl, VarDecl>(Member->getMemberDecl()))
      return false;
    return Member->isArrow() && !isa<CXXThisExpr>(spelled(*Member->getBase()))
               ? IsFixed(*Member->getBase())
               : outlivesIteration(*Member->getBase(), L, TU);
  }
  if (const auto Subscript = asSubscript(Core))
    return outlivesIteration(*Subscript->first, L, TU) &&
           IsFixed(*Subscript->second);
  if (const Expr *Pointer = asDereference(Core))
    return IsFixed(*Pointer);
  return false;
}

std::optional<Repetition> repetitionOn(const Expr &Object, const Stmt &S,
                                       TranslationUnit &TU) {
  const Loop *Innermost = TU.innermostLoop(S);
  for (const Loop *L = Innermost; L; L = L->Parent)
    if (L->isDataLoop() && outlivesIteration(Object, *L, TU))
      return Repetition{L, std::nullopt};

  // Not in a loop here: the object must live longer than this call, and be the
  // same one in the calls of a loop.
  const FunctionDecl *Function = TU.functionAround(S);
  if (!Function)
    return std::nullopt;
  const Expr &Core = spelled(Object);
  const VarDecl *Root = rootVariable(Core);
  // A temporary (`name().remove(0, 1)`) is new each time.
  const bool IsMember = !Root && isMemberOfThis(Core);
  if (!Root && !IsMember)
    return std::nullopt;
  const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Root);
  const bool IsGlobal = Root && (Root->hasGlobalStorage());
  const bool IsCapture =
      Root && !IsGlobal && TU.lambdaOf(*Function) && !Parameter;
  if (Parameter && !Parameter->getType()->isReferenceType() &&
      !Parameter->getType()->isPointerType())
    return std::nullopt;
  if (Root && !Parameter && !IsGlobal && !IsCapture)
    return std::nullopt;

  std::optional<RepeatedCall> Repeated = TU.repeatedCall(*Function);
  if (!Repeated)
    return std::nullopt;
  const bool IsDirect = Repeated->Path.empty();
  // An algorithm passes arguments of its own to the function it is handed.
  const bool IsCallOfFunction = Repeated->In->Callee == nullptr ||
                                Repeated->Call != Repeated->In->Statement;
  if (IsMember) {
    // `row.add(x)` on an object made in the loop does not accumulate.
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Repeated->Call);
    if (!Call || !IsDirect || !IsCallOfFunction ||
        !outlivesIteration(*Call->getImplicitObjectArgument(), *Repeated->In,
                           TU))
      return std::nullopt;
  } else if (Parameter) {
    const unsigned Index = Parameter->getFunctionScopeIndex();
    const auto *Call = dyn_cast<CallExpr>(Repeated->Call);
    if (!Call || !IsDirect || !IsCallOfFunction)
      return std::nullopt;
    const unsigned First = isa<CXXOperatorCallExpr>(Call) ? 1 : 0;
    if (Index + First >= Call->getNumArgs())
      return std::nullopt;
    const Expr *Argument = &spelled(*Call->getArg(Index + First));
    if (const auto *Address = dyn_cast<UnaryOperator>(Argument);
        Address && Address->getOpcode() == UO_AddrOf)
      Argument = Address->getSubExpr();
    if (!outlivesIteration(*Argument, *Repeated->In, TU))
      return std::nullopt;
  } else if (IsCapture) {
    if (isDeclaredIn(*Root, *Repeated->In->Statement, TU.context()))
      return std::nullopt;
  }
  return Repetition{Repeated->In, std::move(Repeated)};
}

const Expr *calledOn(const CallExpr &Call) {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call))
    return Member->getImplicitObjectArgument();
  const auto *Method =
      isa<CXXOperatorCallExpr>(Call)
          ? dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee())
          : nullptr;
  return Method && Method->isInstance() ? Call.getArg(0) : nullptr;
}

bool isDiscarded(const Expr &E, const FunctionAnalysis &Analysis) {
  const Stmt *Child = &E;
  const Stmt *Up = Analysis.parent(E);
  while (Up && isa<ExprWithCleanups, ParenExpr>(Up)) {
    Child = Up;
    Up = Analysis.parent(*Up);
  }
  if (!Up)
    return false;
  if (isa<CompoundStmt, SwitchCase, LabelStmt, AttributedStmt>(Up))
    return true;
  if (const auto *If = dyn_cast<IfStmt>(Up))
    return Child == If->getThen() || Child == If->getElse();
  if (const auto *For = dyn_cast<ForStmt>(Up))
    return Child == For->getBody();
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(Up))
    return Child == Range->getBody();
  if (const auto *While = dyn_cast<WhileStmt>(Up))
    return Child == While->getBody();
  if (const auto *Do = dyn_cast<DoStmt>(Up))
    return Child == Do->getBody();
  return false;
}

llvm::StringRef sourceText(SourceRange Range, const ASTContext &Context) {
  const CharSourceRange File = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(Range), Context.getSourceManager(),
      Context.getLangOpts());
  if (File.isInvalid())
    return {};
  return Lexer::getSourceText(File, Context.getSourceManager(),
                              Context.getLangOpts());
}

std::string onOneLine(llvm::StringRef Code) {
  llvm::SmallVector<llvm::StringRef, 4> Words;
  llvm::SplitString(Code, Words);
  return llvm::join(Words, " ");
}

std::string calleeText(const Expr &E, const ASTContext &Context) {
  const auto Text = [&](const Expr &Part) {
    return onOneLine(sourceText(Part.getSourceRange(), Context));
  };
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
      Operator && Operator->getNumArgs() > 0)
    return Text(*Operator->getArg(0)) + " " +
           getOperatorSpelling(Operator->getOperator());
  //   update.bind(1, x).run()
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&E);
      Member && Member->getMethodDecl() &&
      isa<CXXMemberCallExpr>(
          Member->getImplicitObjectArgument()->IgnoreParenImpCasts()))
    return Member->getMethodDecl()->getNameAsString();
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    if (std::string Callee = Text(*Call->getCallee()); !Callee.empty())
      return Callee;
  return E.getType().getUnqualifiedType().getAsString(namesOnly(Context));
}

ObjectText objectText(const Expr &E, const ASTContext &Context) {
  const Expr &Core = spelled(E);
  const auto Text = [&](const Expr &Part) {
    return sourceText(Part.getSourceRange(), Context).str();
  };
  const auto Behind = [](const std::string &Pointer, bool IsRaw) {
    if (Pointer.empty())
      return ObjectText();
    return ObjectText{Pointer + "->", "*" + Pointer,
                      IsRaw ? Pointer : "&*" + Pointer};
  };
  const auto Object = [](const std::string &Name) {
    if (Name.empty())
      return ObjectText();
    return ObjectText{Name + ".", Name, "&" + Name};
  };
  if (const auto *Smart = dyn_cast<CXXOperatorCallExpr>(&Core);
      Smart && Smart->getNumArgs() == 1 &&
      (Smart->getOperator() == OO_Arrow || Smart->getOperator() == OO_Star))
    return Behind(Text(*Smart->getArg(0)), /*IsRaw=*/false);
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Core)) {
    if (Unary->getOpcode() == UO_Deref)
      return Behind(Text(*Unary->getSubExpr()), /*IsRaw=*/true);
    if (Unary->getOpcode() == UO_AddrOf)
      return Object(Text(*Unary->getSubExpr()));
  }
  const std::string Name = Text(E);
  return Core.getType()->isPointerType() ? Behind(Name, /*IsRaw=*/true)
                                         : Object(Name);
}

} // namespace slowpath
