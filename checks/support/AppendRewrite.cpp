// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/AppendRewrite.h"
#include "checks/support/Concatenation.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/Types.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

using Operands = llvm::ArrayRef<const Expr *>;

std::string text(const Expr &E, const ASTContext &Context) {
  return sourceText(E.getSourceRange(), Context).str();
}

/// `a + b` for the source texts of a and b.
std::string joined(Operands Parts, llvm::StringRef Separator,
                   const ASTContext &Context) {
  return llvm::join(
      llvm::map_range(Parts, [&](const Expr *E) { return text(*E, Context); }),
      Separator);
}

std::string typeName(const Expr &Object, const ASTContext &Context) {
  return Object.getType().getUnqualifiedType().getAsString(
      Context.getPrintingPolicy());
}

/// E with the parentheses around it.
const Expr &withParens(const Expr &E, const FunctionAnalysis &Analysis) {
  const Expr *Whole = &E;
  for (const Stmt *Up = Analysis.parent(E);
       isa_and_nonnull<ExprWithCleanups, ParenExpr>(Up);
       Up = Analysis.parent(*Up))
    Whole = cast<Expr>(Up);
  return *Whole;
}

bool isPartOfLibrary(const FunctionDecl &Callee) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  return isFromSystemHeader(Callee) ||
         (Method && isLibraryClass(*Method->getParent()));
}

/// Can the object be named twice as well as once: no call of a user's
/// `operator[]` or `operator->` on the way?
bool isPlainName(const Expr &Object, const ASTContext &Context) {
  const Expr &Core = spelled(Object);
  if (const auto *Call = dyn_cast<CallExpr>(&Core))
    if (const FunctionDecl *Callee = Call->getDirectCallee();
        !Callee || !isPartOfLibrary(*Callee))
      return false;
  return llvm::all_of(Core.children(), [&](const Stmt *Child) {
    const auto *E = dyn_cast_or_null<Expr>(Child);
    return !E || isPlainName(*E, Context);
  });
}

/// Has the class an `operator+=` that takes just what `+` took? An implicit
/// conversion could choose another overload: QString has one for char, which
/// truncates the int that `+` takes as a QChar.
bool hasAppendFor(const CXXRecordDecl &Class, QualType Operand,
                  const ASTContext &Context) {
  QualType Wanted = Operand.getNonReferenceType();
  if (Wanted->isArrayType())
    Wanted = Context.getArrayDecayedType(Wanted);
  Wanted = Context.getCanonicalType(Wanted).getUnqualifiedType();
  const DeclarationName PlusEqual =
      Context.DeclarationNames.getCXXOperatorName(OO_PlusEqual);
  return llvm::any_of(Class.lookup(PlusEqual), [&](const NamedDecl *Found) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Found);
    if (!Method || Method->getNumParams() != 1)
      return false;
    const QualType Taken =
        Context
            .getCanonicalType(
                Method->getParamDecl(0)->getType().getNonReferenceType())
            .getUnqualifiedType();
    if (Taken == Wanted)
      return true;
    // char * is taken as const char *, a derived string as its base.
    if (Taken->isPointerType() && Wanted->isPointerType())
      return Taken->getPointeeType().getUnqualifiedType() ==
             Wanted->getPointeeType().getUnqualifiedType();
    const CXXRecordDecl *Derived = Wanted->getAsCXXRecordDecl();
    const CXXRecordDecl *Base = Taken->getAsCXXRecordDecl();
    return Derived && Base && Derived->hasDefinition() &&
           Derived->isDerivedFrom(Base);
  });
}

/// The operand as `+=` must be given it: `QChar(0x20ac)` where only `+`
/// converts the number so.
std::string asAppended(const Expr &Operand, const CXXRecordDecl &Class,
                       const ASTContext &Context) {
  const CXXRecordDecl *Taken =
      Operand.getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Taken || spelled(Operand).getType()->getAsCXXRecordDecl() ||
      hasAppendFor(Class, spelled(Operand).getType(), Context))
    return text(Operand, Context);
  return Taken->getNameAsString() + "(" + text(Operand, Context) + ")";
}

/// Does `s += Operand` do what `s + Operand` did, whatever Operand is?
bool appendsTheSame(const Expr &Operand, const CXXRecordDecl &Class,
                    const ASTContext &Context) {
  const Expr &Core = spelled(Operand);
  // `s + std::move(x)` takes the memory of x, `+=` leaves x alone.
  if (Core.isXValue())
    return false;
  // Only the standard promises that characters of s itself may be appended.
  if (!Class.isInStdNamespace() && Core.getType()->isPointerType() &&
      !isa<StringLiteral>(Core))
    return false;
  return hasAppendFor(Class, Core.getType(), Context);
}

/// The variable E names, or null if it names none, or a reference.
const VarDecl *namedObject(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && !Var->getType()->isReferenceType() ? Var : nullptr;
}

/// Is Object known to be no local variable but itself: named, or a member, not
/// reached through a reference or pointer that may lead to one?
bool isNoOtherLocal(const Expr &Object) {
  const auto *Member = dyn_cast<MemberExpr>(&spelled(Object));
  return namedObject(Object) ||
         (Member && !Member->getMemberDecl()->getType()->isReferenceType());
}

/// Is Operand a value of its own, or known not to be part of the string Object
/// or Object itself under another name?
bool cannotAlias(const Expr &Operand, const Expr &Object,
                 const FunctionAnalysis &Analysis) {
  const Expr &Core = spelled(Operand);
  if (isa<StringLiteral, CharacterLiteral, IntegerLiteral>(Core))
    return true;
  const VarDecl *Var = namedObject(Core);
  if (!Var)
    return false;
  return Core.getType()->isArithmeticType() ||
         (Var->hasLocalStorage() && isString(Var->getType()) &&
          (isNoOtherLocal(Object) ||
           (isOwnObject(*Var, Analysis) &&
            !mayHaveOtherNames(*Var, Core, Analysis))));
}

/// May `s = s + a + b` become `s += a; s += b` without anybody noticing?
bool canSplit(const Expr &Object, Operands Later, bool IsPrivate,
              const FunctionAnalysis &Analysis, const ASTContext &Context) {
  return llvm::all_of(Later, [&](const Expr *E) {
    return !mentions(*E, Object) &&
           (IsPrivate ||
            (cannotAlias(*E, Object, Analysis) && !E->HasSideEffects(Context)));
  });
}

/// Is `a + b` of the operands a string? Of the first two one must be, or `+`
/// adds to a pointer; Qt takes some types only behind a string.
bool isSum(Operands Tail, const Expr &Object) {
  const CXXRecordDecl *Class =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  return Tail.size() == 1 || isLibraryString(spelled(*Tail[0]).getType()) ||
         (isLibraryString(spelled(*Tail[1]).getType()) &&
          Class->isInStdNamespace());
}

/// May it become `s += a + b`? In `s + a + b()` the sum has read a before b()
/// is called, in `a + b()` it has not.
bool canJoin(Operands Tail, bool IsUnseen, const Expr &Object,
             const ASTContext &Context) {
  return isSum(Tail, Object) &&
         (Tail.size() == 1 || !Tail[1]->HasSideEffects(Context) ||
          isa<StringLiteral>(spelled(*Tail[0])) ||
          (spelled(*Tail[0]).isPRValue() &&
           isLibraryString(spelled(*Tail[0]).getType()))) &&
         llvm::all_of(Tail.drop_front(), [&](const Expr *E) {
           return !E->HasSideEffects(Context) ||
                  (IsUnseen && !mentions(*E, Object));
         });
}

/// Is the string an object of this function that nothing but its name leads to?
bool isUnseen(const Expr &Object, const Stmt &At,
              const FunctionAnalysis &Analysis) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(Object));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && isOwnObject(*Var, Analysis) &&
         !mayHaveOtherNames(*Var, At, Analysis);
}

/// Does the rewritten range hold a comment that none of the operands keeps?
bool losesComment(SourceRange Range, Operands Kept, const ASTContext &Context) {
  std::string Text = sourceText(Range, Context).str();
  for (const Expr *E : Kept) {
    const std::string Part = text(*E, Context);
    if (const size_t At = Text.rfind(Part); At != std::string::npos)
      Text.replace(At, Part.size(), "x");
  }
  return llvm::StringRef(Text).contains("//") ||
         llvm::StringRef(Text).contains("/*");
}

/// Statement as one append of each operand (Splits) or of their sum; IsProven:
/// that order of reading and writing gives the same string.
Rewrite appendAll(const CXXOperatorCallExpr &Statement, const Expr &Object,
                  Operands Tail, bool Splits, bool IsProven,
                  const FunctionAnalysis &Analysis, const ASTContext &Context) {
  Rewrite Fix;
  const std::string Name = text(Object, Context);
  const CXXRecordDecl *Class =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  const bool HasText = !Name.empty() && llvm::none_of(Tail, [&](const Expr *E) {
    return text(*E, Context).empty();
  });
  // What a macro spells in pieces is not the user's to edit here.
  if (!HasText)
    return Fix;
  const std::string Append = Name + " += ";
  const auto Joined = [&](const std::string &Separator) {
    return Append +
           llvm::join(llvm::map_range(Tail,
                                      [&](const Expr *E) {
                                        return asAppended(*E, *Class, Context);
                                      }),
                      Splits ? Separator + Append : " + ");
  };
  Fix.Code = Joined(";\n");
  if (!isDiscarded(Statement, Analysis) ||
      !llvm::all_of(Tail, [&](const Expr *E) {
        return hasAppendFor(*Class, spelled(*E).getType(), Context);
      }))
    return Fix;
  const Expr &Whole = withParens(Statement, Analysis);
  SourceLocation End = Lexer::getLocForEndOfToken(
      Whole.getEndLoc(), 0, Context.getSourceManager(), Context.getLangOpts());
  std::string Replacement = Joined("; ");
  if (Splits && isa_and_nonnull<CompoundStmt>(Analysis.parent(Whole))) {
    if (isAloneOnItsLines(Whole, Context))
      Replacement = Joined(";" + lineBreakAt(Whole, Context) +
                           indentationOf(Whole, Context));
  } else if (Splits) {
    // Two statements where one may stand need braces, and no semicolon behind.
    Replacement = "{ " + Replacement + "; }";
    End = endOfStatement(Whole, Context);
  }
  if (End.isInvalid())
    return Fix;
  // `+` reads the object before its operands run, `+=` after them.
  const bool IsFound = isFixedPlace(Object, Statement, Analysis) ||
                       llvm::none_of(Tail, [&](const Expr *E) {
                         return E->HasSideEffects(Context);
                       });
  const bool IsSame = isLibraryString(Object.getType()) &&
                      isPlainName(Object, Context) && IsFound &&
                      llvm::all_of(Tail, [&](const Expr *E) {
                        return appendsTheSame(*E, *Class, Context);
                      });
  Fix.Level =
      IsSame && IsProven && !losesComment(Whole.getSourceRange(), Tail, Context)
          ? FixLevel::Safe
          : FixLevel::Review;
  Fix.Edits.push_back(FixItHint::CreateReplacement(
      CharSourceRange::getCharRange(Whole.getBeginLoc(), End), Replacement));
  return Fix;
}

} // namespace

Rewrite appendInPlace(const CXXOperatorCallExpr &Assign, Operands All,
                      const FunctionAnalysis &Analysis,
                      const ASTContext &Context) {
  const Expr &Object = *All.front();
  const Operands Tail = All.drop_front();
  const bool IsUnseen = isUnseen(Object, Assign, Analysis);
  // In a try block the handler sees what an exception between two appends
  // leaves.
  const bool MaySplit =
      canSplit(Object, Tail.drop_front(),
               IsUnseen && !isInTry(Assign, Analysis), Analysis, Context);
  // A sum is read before anything is written: the better guess where neither
  // can be shown to be the same.
  const bool Splits = Tail.size() > 1 && (MaySplit || !isSum(Tail, Object));
  Rewrite Fix = appendAll(Assign, *Assign.getArg(0), Tail, Splits,
                          MaySplit || canJoin(Tail, IsUnseen, Object, Context),
                          Analysis, Context);
  Fix.Title = "append in place";
  return Fix;
}

Rewrite appendOneByOne(const CXXOperatorCallExpr &Append, Operands Tail,
                       const FunctionAnalysis &Analysis,
                       const ASTContext &Context) {
  const Expr &Object = *Append.getArg(0);
  const bool IsPrivate =
      isUnseen(Object, Append, Analysis) && !isInTry(Append, Analysis);
  Rewrite Fix = appendAll(
      Append, Object, Tail, /*Splits=*/true,
      canSplit(Object, Tail.drop_front(), IsPrivate, Analysis, Context),
      Analysis, Context);
  Fix.Title = "append the parts one by one";
  return Fix;
}

Rewrite collectBackwards(const CXXOperatorCallExpr &Assign, Operands All,
                         size_t At, const Loop *In, FunctionAnalysis &Analysis,
                         ASTContext &Context) {
  const Expr &Object = *Assign.getArg(0);
  const std::string Name = text(Object, Context);
  const std::string Front = joined(All.take_front(At), " + ", Context);
  const Operands Behind = All.drop_front(At + 1);
  Rewrite Fix;
  if (Behind.empty() && growsAtBothEnds(Object.getType(), Context)) {
    Fix.Title = "prepend in place, where the string keeps free space";
    Fix.Code = Name + ".prepend(" + Front + ")";
    if (At == 1 && !Front.empty() && !Name.empty() &&
        isDiscarded(Assign, Analysis)) {
      Fix.Level = FixLevel::Review;
      Fix.Edits.push_back(
          FixItHint::CreateReplacement(Assign.getSourceRange(), Fix.Code));
    }
    return Fix;
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(Object));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const bool StartsEmpty =
      Var && In && isEmptyAt(*Var, *In->Statement, Analysis, Context);
  if (Behind.empty() && StartsEmpty && All.size() == 2 &&
      spelled(*All.front()).getType()->isAnyCharacterType()) {
    Fix.Title = "append, and reverse once after the loop";
    Fix.Code = Name + " += " + Front + ";\n// after the loop:\nstd::reverse(" +
               Name + ".begin(), " + Name + ".end());";
    return Fix;
  }
  const std::string Type = typeName(Object, Context);
  const std::string Target = StartsEmpty ? Name : "front";
  Fix.Title = "collect the parts and join them once after the loop";
  Fix.Code = "parts.push_back(" + Front + ");  // std::vector<" + Type +
             "> parts, before the loop\n// after the loop:\n" +
             (StartsEmpty ? "" : Type + " front;\n") +
             "for (auto part = parts.rbegin(); part != parts.rend(); ++part)"
             "\n  " +
             Target + " += *part;";
  if (!StartsEmpty)
    Fix.Code += "\n" + Name + " = front + " + Name + ";";
  if (!Behind.empty())
    Fix.Code += "\n// and what is added behind it is appended in the loop to a "
                "string of its own:\ntail += " +
                joined(Behind, " + ", Context) + ";";
  return Fix;
}

std::optional<Rewrite> formatToEnd(const CXXOperatorCallExpr &Assign,
                                   const CallExpr &Format,
                                   const FunctionAnalysis &Analysis,
                                   const ASTContext &Context) {
  const Expr &Object = *Assign.getArg(0);
  const Operands Arguments(Format.getArgs(), Format.getNumArgs());
  const auto Names = [&](const Expr *E) { return isSameObject(*E, Object); };
  if (Arguments.size() < 2 ||
      llvm::count_if(Arguments.drop_front(), Names) != 1 ||
      llvm::count_if(Arguments,
                     [&](const Expr *E) { return mentions(*E, Object); }) != 1)
    return std::nullopt;
  const std::string Name = text(Object, Context);
  const std::string Callee = text(*Format.getCallee(), Context);
  const std::string Pattern = text(*Arguments.front(), Context);
  Rewrite Fix;
  if (!Names(Arguments[1]) || !llvm::StringRef(Pattern).starts_with("\"{}") ||
      llvm::any_of(Arguments,
                   [&](const Expr *E) { return text(*E, Context).empty(); })) {
    if (Name.empty())
      return std::nullopt;
    const std::string Others = llvm::join(
        llvm::map_range(
            llvm::make_filter_range(Arguments.drop_front(),
                                    [&](const Expr *E) { return !Names(E); }),
            [&](const Expr *E) { return text(*E, Context); }),
        ", ");
    if (Others.empty())
      return std::nullopt;
    Fix.Title = "format the new part only, and join the parts once";
    // Where the string stands last its `{}` goes; of other patterns the user
    // knows better what is left.
    llvm::StringRef Rest = Pattern;
    const bool IsLast = Names(Arguments.back()) && Rest.consume_back("{}\"") &&
                        Rest.count('{') == Arguments.size() - 2;
    Fix.Code = "parts.push_back(" + Callee + "(" +
               (IsLast ? Rest.str() + "\"" : Pattern) + ", " + Others + "));" +
               (IsLast ? "" : "  // with a pattern without " + Name);
    return Fix;
  }
  Fix.Title = "format to the end of the string";
  Fix.Code = Callee + "_to(std::back_inserter(" + Name + "), \"" +
             Pattern.substr(3) + (Arguments.size() > 2 ? ", " : "") +
             joined(Arguments.drop_front(2), ", ", Context) + ")";
  if (isDiscarded(Assign, Analysis)) {
    Fix.Level = FixLevel::Review;
    Fix.Edits.push_back(
        FixItHint::CreateReplacement(Assign.getSourceRange(), Fix.Code));
  }
  return Fix;
}

std::optional<Rewrite> concatToEnd(const CXXOperatorCallExpr &Assign,
                                   const CallExpr &Concat,
                                   llvm::StringRef Append,
                                   const FunctionAnalysis &Analysis,
                                   const ASTContext &Context) {
  const Expr &Object = *Assign.getArg(0);
  const Operands Arguments(Concat.getArgs(), Concat.getNumArgs());
  const std::string Name = text(Object, Context);
  const std::string Others =
      joined(Arguments.drop_front(Arguments.empty() ? 0 : 1), ", ", Context);
  if (Arguments.size() < 2 || !isSameObject(*Arguments.front(), Object) ||
      Name.empty() || Others.empty() ||
      llvm::any_of(Arguments.drop_front(),
                   [&](const Expr *E) { return mentions(*E, Object); }))
    return std::nullopt;
  Rewrite Fix;
  Fix.Title = "append in place";
  Fix.Code = (Append + "(&" + Name + ", " + Others + ")").str();
  if (isDiscarded(Assign, Analysis)) {
    Fix.Level = FixLevel::Review;
    Fix.Edits.push_back(
        FixItHint::CreateReplacement(Assign.getSourceRange(), Fix.Code));
  }
  return Fix;
}

} // namespace slowpath
