// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LastUse.h"
#include "checks/support/Enclosing.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/TranslationUnit.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// How far names that are made of a variable are followed: the element of a
/// loop, and a reference to a part of it.
constexpr unsigned MaxDepth = 3;

/// Has T, the type of a value, nothing in it that leads to something else: no
/// pointer, view or iterator? Not if it is a container of these.
bool holdsNothing(QualType T) {
  if (T->isVoidType() || T->isArithmeticType() || T->isEnumeralType())
    return true;
  if (T->isReferenceType() || !isValue(T) || meaningOf(T) == TypeMeaning::View)
    return false;
  const auto *Template = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  return !Template ||
         llvm::all_of(Template->getTemplateArgs().asArray(),
                      [](const TemplateArgument &Each) {
                        if (Each.getKind() != TemplateArgument::Type)
                          return true;
                        const QualType Argument = Each.getAsType();
                        return !Argument->isAnyPointerType() &&
                               meaningOf(Argument) != TypeMeaning::View &&
                               (!isValue(Argument) || holdsNothing(Argument));
                      });
}

/// The declaration of Var, if it stands alone and so has a place in the
/// control flow.
const Stmt *declarationOf(const VarDecl &Var,
                          const FunctionAnalysis &Analysis) {
  const Stmt *Found = nullptr;
  anyStmt(*Analysis.function().getBody(), [&](const Stmt &S) {
    const auto *Declaration = dyn_cast<DeclStmt>(&S);
    if (Declaration && Declaration->isSingleDecl() &&
        Declaration->getSingleDecl() == &Var)
      Found = Declaration;
    return Found != nullptr;
  });
  return Found;
}

/// Whether the names of Var, and those that are made of it before At, are used
/// when At has run.
class NamesLeft {
public:
  NamesLeft(const Stmt &At, QualType Object, const FunctionAnalysis &Analysis)
      : At(At), Object(Object), Analysis(Analysis) {}

  /// Of Var, and of what the uses of it before At leave behind.
  Unused ofMade(const VarDecl &Var, unsigned Depth) const {
    Unused Result = Unused::Yes;
    for (const DeclRefExpr *Each : usesOf(Var, Analysis.function())) {
      if (Analysis.contains(At, *Each))
        continue;
      if (isInside<LambdaExpr>(*Each, Analysis))
        return Unused::No;
      if (Analysis.reaches(*Each, At))
        Result = std::min(Result, ofExpr(*Each, Depth));
      if (Result == Unused::No)
        break;
    }
    return Result;
  }

private:
  /// What E, which names the object, a part of it, or something that leads to
  /// it, leaves behind.
  Unused ofExpr(const Expr &Part, unsigned Depth) const {
    const Stmt *Below = &Part, *Up = Analysis.parent(Part);
    while (isa_and_nonnull<ParenExpr, MaterializeTemporaryExpr,
                           CXXBindTemporaryExpr, ExprWithCleanups>(Up)) {
      Below = Up;
      Up = Analysis.parent(*Up);
    }
    const Expr &E = *cast<Expr>(Below);
    if (!Up || isa<CompoundStmt, IfStmt, WhileStmt, DoStmt, ForStmt, SwitchStmt,
                   CaseStmt, DefaultStmt, ReturnStmt>(Up))
      return Unused::Yes;
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(Up))
      return Cast->getCastKind() == CK_LValueToRValue &&
                     holdsNothing(Cast->getType())
                 ? Unused::Yes
                 : ofExpr(*Cast, Depth);
    if (const auto *Declaration = dyn_cast<DeclStmt>(Up))
      return ofDeclaration(*Declaration, E, Depth);
    if (isa<CXXForRangeStmt>(Up))
      return Unused::Yes;
    if (isa<MemberExpr, ArraySubscriptExpr, AbstractConditionalOperator,
            BinaryOperator>(Up))
      return ofOperator(cast<Expr>(*Up), Depth);
    if (const auto *Call = dyn_cast<CallExpr>(Up))
      return ofCall(*Call, E, Depth);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Up))
      return ofConstruct(*Construct, Depth);
    const auto *Unary = dyn_cast<UnaryOperator>(Up);
    return Unary && Unary->getOpcode() != UO_AddrOf ? ofExpr(*Unary, Depth)
                                                    : Unused::No;
  }

  Unused ofConstruct(const CXXConstructExpr &Construct, unsigned Depth) const {
    const QualType Made = Construct.getType();
    if (holdsNothing(Made))
      return Unused::Yes;
    if (!Construct.getConstructor()->isCopyOrMoveConstructor())
      return Unused::No;
    // Another object like it is one of its own. A copied iterator, view or
    // guard leads where the first did; before C++17, all of them are copied
    // into their variables.
    return Made->getCanonicalTypeUnqualified() ==
                   Object->getCanonicalTypeUnqualified()
               ? Unused::Yes
               : ofExpr(Construct, Depth);
  }

  Unused ofOperator(const Expr &E, unsigned Depth) const {
    const auto *Binary = dyn_cast<BinaryOperator>(&E);
    if (Binary && !E.getType()->isPointerType())
      return Unused::Yes;
    if (Binary)
      return Unused::No;
    if (const auto *Member = dyn_cast<MemberExpr>(&E);
        Member && isa<CXXMethodDecl>(Member->getMemberDecl())) {
      const auto *Call = dyn_cast_or_null<CallExpr>(Analysis.parent(E));
      return Call ? ofCall(*Call, E, Depth) : Unused::No;
    }
    return ofExpr(E, Depth);
  }

  Unused ofDeclaration(const DeclStmt &Declaration, const Expr &Init,
                       unsigned Depth) const {
    for (const Decl *D : Declaration.decls()) {
      const auto *Var = dyn_cast<VarDecl>(D);
      if (!Var || !Var->getInit() || !Analysis.contains(*Var->getInit(), Init))
        continue;
      if (holdsNothing(Var->getType()))
        return Unused::Yes;
      if (Var->isImplicit())
        return ofRange(Declaration, Depth);
      if (!Var->hasLocalStorage() || isa<DecompositionDecl>(Var))
        return Unused::No;
      return ofName(*Var, Depth);
    }
    return Unused::No;
  }

  /// Of the elements of a range-for, for the range of which Declaration is.
  Unused ofRange(const DeclStmt &Declaration, unsigned Depth) const {
    const auto *Loop =
        dyn_cast_or_null<CXXForRangeStmt>(Analysis.parent(Declaration));
    if (!Loop || Analysis.contains(*Loop, At) ||
        isa<DecompositionDecl>(Loop->getLoopVariable()))
      return Unused::No;
    const VarDecl &Element = *Loop->getLoopVariable();
    return holdsNothing(Element.getType()) ? Unused::Yes
                                           : ofName(Element, Depth);
  }

  /// Of a variable that leads to the object: it must not be used any more.
  Unused ofName(const VarDecl &Name, unsigned Depth) const {
    // A destructor looks at it last: a guard.
    if (Depth == 0 ||
        Name.needsDestruction(Analysis.function().getASTContext()))
      return Unused::No;
    // The next iteration makes a new one.
    llvm::SmallVector<const Stmt *, 1> Barriers;
    if (const Stmt *Declaration = declarationOf(Name, Analysis))
      Barriers.push_back(Declaration);
    for (const DeclRefExpr *Each : usesOf(Name, Analysis.function()))
      if (Analysis.contains(At, *Each) ||
          Analysis.reachesAvoiding(At, *Each, Barriers))
        return Unused::No;
    return ofMade(Name, Depth - 1);
  }

  Unused ofCall(const CallExpr &Call, const Expr &E, unsigned Depth) const {
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Callee)
      return Unused::No;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    const Expr *CalledOn = calledOn(Call);
    // An object that is given it may keep it: `model.setSource(&rows)`.
    if (CalledOn && &E != CalledOn &&
        llvm::is_contained(Call.arguments(), &E) && Method &&
        !Method->isConst() && !holdsNothing(CalledOn->getType()))
      return Unused::No;
    const Unused Kept = isUserCode(*Callee) ? Unused::Likely : Unused::Yes;
    // What it gives may lead there.
    return Call.isPRValue() && holdsNothing(Call.getType())
               ? Kept
               : std::min(Kept, ofExpr(Call, Depth));
  }

  const Stmt &At;
  /// The type of the variable.
  const QualType Object;
  const FunctionAnalysis &Analysis;
};

/// The whole expression or statement that At is evaluated in.
const Stmt &fullExpression(const Stmt &At, const FunctionAnalysis &Analysis) {
  const Stmt *Whole = &At;
  for (const Stmt *Up = Analysis.parent(At); isa_and_nonnull<Expr>(Up);
       Up = Analysis.parent(*Up))
    Whole = Up;
  return *Whole;
}

/// Is there a Name behind At, in the block of Declaration, that is none of
/// Uses: in code that another configuration compiles, as
/// `assert(!name.empty())`?
bool isNamedElsewhere(const Stmt &At, const Stmt &Declaration,
                      llvm::StringRef Name,
                      llvm::ArrayRef<const DeclRefExpr *> Uses,
                      const FunctionAnalysis &Analysis) {
  const ASTContext &Context = Analysis.function().getASTContext();
  const SourceManager &SM = Context.getSourceManager();
  const Stmt *Block = Analysis.parent(Declaration);
  while (Block && !isa<CompoundStmt>(Block))
    Block = Analysis.parent(*Block);
  if (!Block)
    return true;
  const auto [File, From] = SM.getDecomposedExpansionLoc(At.getBeginLoc());
  const auto [EndFile, To] = SM.getDecomposedExpansionLoc(Block->getEndLoc());
  if (File != EndFile)
    return true;
  const llvm::StringRef Text = SM.getBufferData(File);
  Lexer Tokens(SM.getLocForStartOfFile(File), Context.getLangOpts(),
               Text.begin(), Text.begin() + From, Text.end());
  bool IsMember = false;
  for (Token Each; !Tokens.LexFromRawLexer(Each);) {
    const unsigned Offset = SM.getFileOffset(Each.getLocation());
    if (Offset >= To)
      return false;
    if (Each.is(tok::raw_identifier) && Each.getRawIdentifier() == Name &&
        !IsMember && llvm::none_of(Uses, [&](const DeclRefExpr *Use) {
          return SM.getFileOffset(SM.getFileLoc(Use->getLocation())) == Offset;
        }))
      return true;
    IsMember = Each.isOneOf(tok::period, tok::arrow, tok::coloncolon);
  }
  return false;
}

/// Is the object of Var, declared by Declaration, not named by anything that
/// runs after At, nor in Whole but for Own?
bool isNotNamedAfter(const Stmt &At, const Stmt &Whole, const DeclRefExpr *Own,
                     const Stmt &Declaration, const VarDecl &Var,
                     const FunctionAnalysis &Analysis) {
  return llvm::none_of(
      usesOf(Var, Analysis.function()), [&](const DeclRefExpr *Each) {
        return (Each != Own && Analysis.contains(Whole, *Each)) ||
               isInside<CXXCatchStmt>(*Each, Analysis) ||
               // What never runs in this configuration may in another one.
               !Analysis.reaches(Declaration, *Each) ||
               Analysis.reachesAvoiding(At, *Each, {&Declaration});
      });
}

} // namespace

Unused unusedAfter(const Stmt &At, const DeclRefExpr &Use, const VarDecl &Var,
                   const FunctionAnalysis &Analysis) {
  const Stmt *Declaration = declarationOf(Var, Analysis);
  if (!Declaration || !Analysis.reaches(*Declaration, At))
    return Unused::No;
  if (isNamedElsewhere(At, *Declaration, Var.getName(),
                       usesOf(Var, Analysis.function()), Analysis) ||
      !isNotNamedAfter(At, fullExpression(At, Analysis), &Use, *Declaration,
                       Var, Analysis))
    return Unused::No;
  return NamesLeft(At, Var.getType(), Analysis).ofMade(Var, MaxDepth);
}

Unused unusedSince(const Stmt &At, const VarDecl &Var,
                   const FunctionAnalysis &Analysis) {
  const Stmt *Declaration = declarationOf(Var, Analysis);
  if (!Declaration || !Analysis.reaches(*Declaration, At) ||
      !isNotNamedAfter(At, At, nullptr, *Declaration, Var, Analysis))
    return Unused::No;
  return NamesLeft(At, Var.getType(), Analysis).ofMade(Var, MaxDepth);
}

} // namespace slowpath
