// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Sequences.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
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

/// `text.size() - n`, `std::string::npos`: does Count reach to the end of
/// Object?
bool isRestOf(const Expr &Count, const Expr &Object) {
  const Expr &Core = spelled(Count);
  // The largest number there is.
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    Expr::EvalResult Value;
    return Var && Var->isStaticDataMember() &&
           Core.EvaluateAsInt(Value, Var->getASTContext()) &&
           Value.Val.getInt().isAllOnes();
  }
  const auto *Rest = dyn_cast<BinaryOperator>(&Core);
  while (Rest && Rest->getOpcode() == BO_Sub) {
    const Expr &Left = spelled(*Rest->getLHS());
    const auto *Size = dyn_cast<CXXMemberCallExpr>(&Left);
    if (Size)
      return Size->getNumArgs() == 0 &&
             (methodName(*Size) == "size" || methodName(*Size) == "length") &&
             isSameObject(*Size->getImplicitObjectArgument(), Object);
    Rest = dyn_cast<BinaryOperator>(&Left);
  }
  return false;
}

/// The text of a file around Loc.
std::pair<llvm::StringRef, llvm::StringRef> around(SourceLocation Loc,
                                                   const SourceManager &SM) {
  const auto [File, Offset] = SM.getDecomposedLoc(SM.getExpansionLoc(Loc));
  const llvm::StringRef Text = SM.getBufferData(File);
  return {Text.take_front(Offset), Text.drop_front(Offset)};
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

bool hasQt6(ASTContext &Context) {
  // This class template came with Qt 6's new arrays.
  return !Context.getTranslationUnitDecl()
              ->lookup(&Context.Idents.get("QArrayDataPointer"))
              .empty();
}

bool growsAtBothEnds(QualType T, ASTContext &Context) {
  if (meaningOf(T) == TypeMeaning::DoubleEndedContiguous)
    return true;
  const auto *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || Record->isInStdNamespace() || !Record->getIdentifier() ||
      !Record->getName().starts_with("Q"))
    return false;
  return hasQt6(Context);
}

bool isTailOf(const CXXMemberCallExpr &Call, const ApiModels &Models) {
  const auto Model = Models.match(Call);
  if (!Model || !Model->Effects.has(Effect::SequenceTail))
    return false;
  if (Call.getNumArgs() == 0 || isa<CXXDefaultArgExpr>(Call.getArg(0)))
    return false;
  if (const auto *Literal = dyn_cast<IntegerLiteral>(&spelled(*Call.getArg(0)));
      Literal && Literal->getValue().isZero())
    return false;
  // A second argument takes a piece out of the middle, unless it says how many
  // there are behind it.
  return Call.getNumArgs() == 1 || isa<CXXDefaultArgExpr>(Call.getArg(1)) ||
         isRestOf(*Call.getArg(1), *Call.getImplicitObjectArgument());
}

const Expr *startOfTail(const Expr &Made, const Expr &Object) {
  const auto *Construct = dyn_cast<CXXConstructExpr>(&spelled(Made));
  const CXXRecordDecl *Class =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Construct || !Class || Construct->getNumArgs() < 2 ||
      Construct->getConstructor()->getParent()->getCanonicalDecl() !=
          Class->getCanonicalDecl())
    return nullptr;
  const Expr &First = spelled(*Construct->getArg(0));
  const Expr &Second = *Construct->getArg(1);
  //   std::string(text, n)
  if (isString(Object.getType()) && isSameObject(First, Object))
    return spelled(Second).getType()->isIntegerType() &&
                   (Construct->getNumArgs() == 2 ||
                    isa<CXXDefaultArgExpr>(Construct->getArg(2)))
               ? &Second
               : nullptr;
  //   std::vector<int>(v.begin() + n, v.end())
  const auto *End = dyn_cast<CXXMemberCallExpr>(&spelled(Second));
  const auto *Sum = dyn_cast<CXXOperatorCallExpr>(&First);
  return End && methodName(*End).ends_with("end") &&
                 isSameObject(*End->getImplicitObjectArgument(), Object) &&
                 Sum && Sum->getOperator() == OO_Plus &&
                 Sum->getNumArgs() == 2 && isBeginOf(*Sum->getArg(0), Object)
             ? Sum->getArg(1)
             : nullptr;
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

std::string lineBreakAt(const Stmt &S, const ASTContext &Context) {
  const auto [Before, Behind] =
      around(S.getBeginLoc(), Context.getSourceManager());
  return Behind.take_until([](char C) { return C == '\n'; }).ends_with("\r")
             ? "\r\n"
             : "\n";
}

bool isAloneOnItsLines(const Stmt &S, const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation End = endOfStatement(S, Context);
  if (S.getBeginLoc().isMacroID() || End.isInvalid())
    return false;
  const llvm::StringRef Before = around(S.getBeginLoc(), SM).first;
  const llvm::StringRef Behind =
      around(End, SM)
          .second.take_until([](char C) { return C == '\n'; })
          .trim();
  return Before.substr(Before.rfind('\n') + 1).trim().empty() &&
         (Behind.empty() || Behind.starts_with("//") ||
          Behind.starts_with("/*"));
}

} // namespace slowpath
