// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SplitReads.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Members.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace slowpath {
namespace {

using Kind = SingleRead::Kind;

/// Is T what the elements of the string Text are?
bool isCharacterOf(const CXXRecordDecl &Text, QualType T) {
  const DeclarationName At = &Text.getASTContext().Idents.get("at");
  for (const NamedDecl *D : Text.lookup(At))
    if (const auto *Method = dyn_cast<CXXMethodDecl>(D))
      return Method->getReturnType()
                 .getNonReferenceType()
                 .getCanonicalType()
                 .getUnqualifiedType() ==
             T.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  return false;
}

/// Is E a literal of one character: `"/"`?
bool isOneCharacter(const Expr &E) {
  const Expr *Core = &spelled(E);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Core);
      Construct && Construct->getNumArgs() == 1)
    Core = &spelled(*Construct->getArg(0));
  const auto *Text = dyn_cast<StringLiteral>(Core);
  return Text && Text->getLength() == 1;
}

/// Can E be written twice?
bool isPlain(const Expr &E) {
  const Expr &Core = spelled(E);
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return isPlain(*Member->getBase());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core))
    return Construct->getNumArgs() == 1 && isPlain(*Construct->getArg(0));
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&Core))
    return isPlain(*Cast->getSubExpr());
  return isa<DeclRefExpr, CXXThisExpr, StringLiteral, CharacterLiteral,
             UserDefinedLiteral>(Core);
}

} // namespace

std::optional<SplitRead> splitReadAt(const CXXMemberCallExpr &Split,
                                     TranslationUnit &TU) {
  const CXXMethodDecl *Method = Split.getMethodDecl();
  const auto Model = TU.models().match(Split);
  if (!Method || !Model || !Model->Effects.has(Effect::StringSplit) ||
      Split.getNumArgs() == 0)
    return std::nullopt;
  //   text.split(',', Qt::SkipEmptyParts)
  for (unsigned I = 1; I < Split.getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(Split.getArg(I)))
      return std::nullopt;
  SplitRead Result;
  Result.Split = &Split;
  Result.Text = Split.getImplicitObjectArgument();
  Result.Separator = Split.getArg(0);
  const QualType By = Method->getParamDecl(0)->getType();
  const bool IsCharacter = isCharacterOf(*Method->getParent(), By);
  const auto *This = dyn_cast<CXXThisExpr>(&spelled(*Result.Text));
  if (!isString(Result.Text->getType()) || !(IsCharacter || isString(By)) ||
      (This && This->isImplicit()) ||
      objectText(*Result.Text, TU.context()).Value.empty() ||
      sourceText(Result.Separator->getSourceRange(), TU.context()).empty())
    return std::nullopt;
  const std::optional<SingleRead> Read = singleReadOf(Split, TU);
  if (!Read)
    return std::nullopt;
  Result.Read = *Read;
  switch (Read->What) {
  case Kind::First:
    return Result;
  case Kind::Last:
  case Kind::Size:
    // Separators of several characters may overlap.
    return IsCharacter || isOneCharacter(*Result.Separator)
               ? std::optional(Result)
               : std::nullopt;
  case Kind::Contains:
  case Kind::IsEmpty:
    return std::nullopt;
  }
  return std::nullopt;
}

Rewrite readOnePart(const SplitRead &Read, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const std::string Separator =
      sourceText(Read.Separator->getSourceRange(), Context).str();
  const bool IsTwice = isPlain(*Read.Text) && isPlain(*Read.Separator);
  const ObjectText Text = objectText(*Read.Text, Context);
  // What is written twice must cost nothing.
  const std::string Access = IsTwice ? Text.Access : "text.";
  Rewrite Fix;
  switch (Read.Read.What) {
  case Kind::First:
    Fix.Title = "read the text up to the separator";
    Fix.Code = Access + "left(" + Access + "indexOf(" + Separator + "))";
    break;
  case Kind::Last:
    Fix.Title = "read the text behind the last separator";
    Fix.Code = Access + "mid(" + Access + "lastIndexOf(" + Separator + ") + 1)";
    break;
  default:
    Fix.Title = "count the separators";
    Fix.Code =
        inPlaceOf(Read.Read, Text.Access + "count(" + Separator + ") + 1", TU);
    break;
  }
  const bool IsCount = Read.Read.What == Kind::Size;
  if (!Read.Read.Kept && (IsTwice || IsCount)) {
    Fix.Level = FixLevel::Review;
    Fix.Edits = {FixItHint::CreateReplacement(Read.Read.Call->getSourceRange(),
                                              Fix.Code)};
  } else if (!IsTwice && !IsCount) {
    Fix.Code = "const auto text = " +
               onOneLine(sourceText(Read.Text->getSourceRange(), Context)) +
               ";  " + Fix.Code;
  }
  return Fix;
}

} // namespace slowpath
