// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Insertion.h"
#include "checks/support/Members.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace slowpath {
namespace {

/// `std::move(k)` around the key k of Added, else the key.
const Expr &keyAsGiven(const Lookup &Added, const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(*Added.Key);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Call = dyn_cast_or_null<CallExpr>(Up);
  return Call && (Call->getBuiltinCallee() == Builtin::BImove ||
                  Call->getBuiltinCallee() == Builtin::BIforward)
             ? *Call
             : *Added.Key;
}

bool isTrivial(QualType T, const ASTContext &Context) {
  return !T.isNull() && T.isTriviallyCopyableType(Context);
}

QualType mappedType(const Lookup &Added) {
  return Added.What == Lookup::Kind::Access
             ? Added.Call->getType().getNonReferenceType()
             : memberTypeOf(Added, "mapped_type");
}

} // namespace

bool hasTryEmplace(const Lookup &L) {
  return hasMember(*classOf(L), "try_emplace");
}

bool isSameWhenEmplaced(const Lookup &Added, const Expr &Value) {
  const QualType Mapped = mappedType(Added);
  if (Mapped.isNull())
    return false;
  const QualType Wanted = Mapped.getCanonicalType();
  const QualType Given =
      spelled(Value).getType().getNonReferenceType().getCanonicalType();
  return Given.getUnqualifiedType() == Wanted.getUnqualifiedType() ||
         (Wanted->isArithmeticType() && !Wanted->isBooleanType() &&
          isa<IntegerLiteral>(spelled(Value))) ||
         (Wanted->isAnyPointerType() && Given->isNullPtrType());
}

std::optional<std::string> insertionIfMissing(const Lookup &Added,
                                              const Expr *Value,
                                              TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const auto Text = [&](const Expr &E) {
    return onOneLine(sourceText(E.getSourceRange(), Context));
  };
  // A member template makes the element of whatever it is given, before it
  // looks: `emplace`.
  const FunctionDecl *Callee = Added.Call->getDirectCallee();
  const bool MakesFirst = Callee && Callee->getPrimaryTemplate();
  const bool IsAccess = Added.What == Lookup::Kind::Access;
  const std::string Access = objectText(*Added.Map, Context).Access;
  const std::string Key =
      Text(keyAsGiven(Added, TU.analysis(*TU.functionAround(*Added.Call))));
  if (Access.empty() || Key.empty())
    return std::nullopt;
  const QualType KeyType = memberTypeOf(Added, "key_type");
  if (Added.IsSet) {
    if (!MakesFirst)
      return Text(*Added.Call);
    if (KeyType.isNull() ||
        !Context.hasSameUnqualifiedType(
            KeyType, spelled(*Added.Key).getType().getNonReferenceType()))
      return std::nullopt;
    return Access + "insert(" + Key + ")";
  }
  const std::string Given = Text(*Value);
  // Neither has a type of its own in a call.
  if (Given.empty() || Given.front() == '{' || Key.front() == '{')
    return std::nullopt;
  if (hasTryEmplace(Added)) {
    const bool IsNull = !spelled(*Value).getType()->isAnyPointerType() &&
                        spelled(*Value).isNullPointerConstant(
                            TU.context(), Expr::NPC_ValueDependentIsNotNull) !=
                            Expr::NPCK_NotNull;
    const QualType Mapped = mappedType(Added);
    return Access + "try_emplace(" + Key + ", " +
           (IsNull && !Mapped.isNull() && Mapped->isAnyPointerType() ? "nullptr"
                                                                     : Given) +
           ")";
  }
  if (!isTrivial(KeyType, Context) || !isTrivial(mappedType(Added), Context))
    return std::nullopt;
  return IsAccess || MakesFirst
             ? Access + "insert({" + Key + ", " + Given + "})"
             : Text(*Added.Call);
}

} // namespace slowpath
