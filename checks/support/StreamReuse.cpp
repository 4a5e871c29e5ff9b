// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ConstructionRewrite.h"
#include "checks/support/ContainerReuse.h"
#include "checks/support/Hoist.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

/// How a stream is used at one place.
enum class StreamUse { Other, Shifts, Formats };

/// Leaves what S writes or reads with the stream as it was: numbers, text?
bool isPlainOperand(const Expr &Operand) {
  const QualType Type = Operand.getType().getNonReferenceType();
  return Type->isArithmeticType() || Type->isEnumeralType() || isString(Type) ||
         meaningOf(Type) == TypeMeaning::View ||
         ((Type->isPointerType() || Type->isArrayType()) &&
          QualType(Type->getPointeeOrArrayElementType(), 0)
              ->isAnyCharacterType());
}

StreamUse useOfStream(const DeclRefExpr &Use, TranslationUnit &TU) {
  const FunctionDecl *Around = TU.functionAround(Use);
  if (!Around)
    return StreamUse::Other;
  const FunctionAnalysis &Analysis = TU.analysis(*Around);
  const Stmt *Child = &Use;
  StreamUse Result = StreamUse::Other;
  for (const Stmt *Up = Analysis.parent(Use); Up;
       Child = Up, Up = Analysis.parent(*Up)) {
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up)) {
      const OverloadedOperatorKind What = Operator->getOperator();
      if ((What != OO_LessLess && What != OO_GreaterGreater) ||
          Operator->getArg(0) != Child)
        return What == OO_Exclaim && Result != StreamUse::Other
                   ? Result
                   : StreamUse::Other;
      const bool IsPlain = isPlainOperand(*Operator->getArg(1));
      Result = IsPlain && Result != StreamUse::Formats ? StreamUse::Shifts
                                                       : StreamUse::Formats;
      continue;
    }
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Up))
      return Call->getMethodDecl() && Call->getMethodDecl()->isConst()
                 ? StreamUse::Shifts
                 : StreamUse::Other;
    if (const auto *Call = dyn_cast<CallExpr>(Up)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      return Callee && !isUserCode(*Callee) && Callee->getIdentifier() &&
                     Callee->getName() == "getline"
                 ? StreamUse::Shifts
                 : StreamUse::Other;
    }
    if (!isa<Expr>(Up))
      return Result;
    if (!isa<MemberExpr, ImplicitCastExpr, ParenExpr, ExprWithCleanups,
             UnaryOperator, BinaryOperator>(Up))
      return StreamUse::Other;
  }
  return Result;
}

} // namespace

std::optional<Rewrite> reuseStream(const Construction &C, const Loop &L,
                                   TranslationUnit &TU) {
  const FunctionDecl &Function = *TU.functionAround(*C.Made);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  // What a condition guards may be rare.
  if (!C.Variable || !C.Variable->hasLocalStorage() ||
      statementInBody(*C.Made, L, Analysis) != C.Declaration ||
      L.Shape == Loop::Kind::Algorithm || C.Shape.explicitArgs() > 1 ||
      anyStmt(*L.Body, [&](const Stmt &S) { return outweighsMemory(S, TU); }))
    return std::nullopt;
  const Expr *Text = C.Shape.explicitArgs() ? C.Shape.Args[0] : nullptr;
  if (Text && !isString(Text->getType()))
    return std::nullopt;
  StreamUse Used = StreamUse::Shifts;
  const auto Uses = usesOf(*C.Variable, Function);
  for (const DeclRefExpr *Use : Uses) {
    const StreamUse Here = useOfStream(*Use, TU);
    if (Here == StreamUse::Other)
      return std::nullopt;
    if (Here == StreamUse::Formats)
      Used = StreamUse::Formats;
  }
  if (Uses.empty())
    return std::nullopt;

  const ASTContext &Context = TU.context();
  const std::string Name = C.Variable->getNameAsString();
  const std::string Type =
      sourceText(C.Variable->getTypeSourceInfo()->getTypeLoc().getSourceRange(),
                 Context)
          .str();
  const std::string Value =
      Text ? sourceText(Text->getSourceRange(), Context).str() : "\"\"";
  const std::string Before = fmt::format("{} {};", Type, Name);
  const std::string Inside =
      fmt::format("{0}.clear();\n{0}.str({1});", Name, Value);
  Rewrite Fix;
  Fix.Title = "empty one stream instead of making another";
  Fix.Code = fmt::format("{}\n{}\n  {}", Before, headerOf(L, Context), Inside);
  // Manipulators stay set for the next item.
  if (Used == StreamUse::Formats || Type.empty() || Value.empty() ||
      isTakenElsewhere(*C.Declaration, Analysis))
    return Fix;
  Fix.Edits = insertAround(L, Before, "", Analysis);
  const std::optional<FixItHint> Set =
      insertBefore(*C.Declaration, Inside, Analysis);
  if (Fix.Edits.empty() || !Set) {
    Fix.Edits.clear();
    return Fix;
  }
  Fix.Level = FixLevel::Review;
  Fix.Edits.push_back(
      FixItHint::CreateReplacement(C.Declaration->getSourceRange(),
                                   llvm::StringRef(Set->CodeToInsert).rtrim()));
  return Fix;
}

} // namespace slowpath
