// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/RepeatedWork.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/Purity.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace slowpath {
namespace {

const Expr *objectOf(const Expr &E) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&spelled(E));
  return Call ? Call->getImplicitObjectArgument() : nullptr;
}

/// `items` of `items.begin()`, or E itself.
const Expr *rangeOf(const Expr *E) {
  const Expr *Object = objectOf(*E);
  return Object ? Object : E;
}

/// Is the distance between two elements of a T found without going from one to
/// the other, as far as one can tell?
bool mayBeIndexed(QualType T) {
  switch (meaningOf(T)) {
  case TypeMeaning::LinkedSequence:
  case TypeMeaning::Container:
  case TypeMeaning::Map:
  case TypeMeaning::Set:
    return false;
  default:
    return true;
  }
}

/// `toUtf8` is called `utf8`.
std::string nameOfResult(const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee || !Callee->getIdentifier())
    return "result";
  llvm::StringRef Name = Callee->getName();
  std::string Result = Name.str();
  if ((Name.consume_front("to") || Name.consume_front("get")) &&
      !Name.empty() && llvm::isUpper(Name.front()))
    Result = llvm::toLower(Name.front()) + Name.drop_front().str();
  else if (meaningOf(Call.getType()) == TypeMeaning::Other)
    Result += Name.contains('_') ? "_result" : "Result";
  return Result;
}

/// A const member that makes another string of a string: `text.toLower()`.
bool isConversion(const CallExpr &Call, TranslationUnit &TU) {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  return Method && Method->isConst() &&
         !Method->getReturnType()->isReferenceType() &&
         isString(Call.getType()) &&
         isString(Member->getImplicitObjectArgument()->getType()) &&
         !TU.isUserCode(Method->getLocation()) &&
         llvm::all_of(Call.arguments(), [](const Expr *Argument) {
           return isa<CXXDefaultArgExpr>(Argument);
         });
}

std::optional<Work> workOfLibrary(const CallExpr &Call, TranslationUnit &TU) {
  using enum Work::Kind;
  const std::optional<ModeledCall> Model = TU.models().match(Call);
  if (!Model) {
    if (isConversion(Call, TU))
      return Work{.What = Make,
                  .Does = "makes a new text of",
                  .Subject = objectOf(Call),
                  .Name = nameOfResult(Call),
                  .IsTotal = true};
    return std::nullopt;
  }
  const EffectSet &Does = Model->Effects;
  const bool IsMember = isa<CXXMemberCallExpr>(Call);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  const Expr *First = IsMember                ? objectOf(Call)
                      : Call.getNumArgs() > 0 ? Call.getArg(0)
                                              : nullptr;
  // The first operand of what is called as an object is the object.
  if (isa<CXXOperatorCallExpr>(Call))
    First = Call.getNumArgs() > 1 ? Call.getArg(1) : nullptr;
  if (!First || (IsMember && !(Method && Method->isConst())))
    return std::nullopt;
  if (Does.has(Effect::StringScan))
    return Work{.Does = "looks for the end of",
                .Subject = First,
                .Name = "length",
                .LengthOnly = true};
  if (Does.has(Effect::MeasureLinear) || Does.has(Effect::SearchLinear)) {
    const Expr *Range = rangeOf(First);
    const bool IsDistance =
        Does.has(Effect::MeasureLinear) &&
        llvm::all_of(Call.arguments(), [&](const Expr *Argument) {
          return Argument->getType()->isRecordType() &&
                 (isa<DeclRefExpr>(spelled(*Argument)) || objectOf(*Argument));
        });
    if (IsDistance && mayBeIndexed(Range->getType()))
      return std::nullopt;
    return Work{.Does = "goes through",
                .Subject = Range,
                .Name = IsDistance ? "count" : nameOfResult(Call),
                .IsTotal = IsDistance};
  }
  if (Does.has(Effect::Sort))
    return Work{.What = Sort, .Does = "sorts", .Subject = rangeOf(First)};
  if (Does.has(Effect::ParseHeavy) && !Does.has(Effect::IoOpen) && !IsMember)
    return Work{
        .What = Make, .Does = "parses", .Subject = First, .Name = "parsed"};
  if (Does.has(Effect::StringSplit) && IsMember)
    return Work{.What = Make,
                .Does = "splits",
                .Subject = First,
                .Name = "parts",
                .IsTotal = true};
  if (Does.has(Effect::ContainerSnapshot) && IsMember)
    return Work{.What = Make,
                .Does = "makes a new list from",
                .Subject = First,
                .Name = nameOfResult(Call),
                .IsTotal = true};
  return std::nullopt;
}

std::optional<Work> workOfProject(const CallExpr &Call, TranslationUnit &TU) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee || isa<CXXOperatorCallExpr>(Call) ||
      !TU.isUserCode(Callee->getLocation()) || Callee->isConsteval() ||
      Callee->getReturnType()->isVoidType() ||
      Callee->getReturnType()->isPointerOrReferenceType() ||
      (Call.getNumArgs() == 0 && !isa<CXXMemberCallExpr>(Call)) ||
      Callee->isNoReturn())
    return std::nullopt;
  const std::optional<SideEffects> Effects = TU.purity().ifPure(*Callee);
  if (!Effects || !Effects->IsLong)
    return std::nullopt;
  return Work{.What = Work::Kind::Own,
              .Does = "goes through its data",
              .Name = nameOfResult(Call)};
}

} // namespace

std::optional<Work> workOf(const CallExpr &Call, TranslationUnit &TU) {
  if (std::optional<Work> Known = workOfLibrary(Call, TU))
    return Known;
  return workOfProject(Call, TU);
}

Sameness samenessOf(const CallExpr &Call, const Work &W, const Loop &L,
                    TranslationUnit &TU) {
  Sameness Result = Sameness::Proven;
  const auto Add = [&](const Expr &Operand) {
    if (Result != Sameness::No)
      Result = std::min(Result, samenessOf(Operand, Call, L, W.LengthOnly, TU));
  };
  if (const Expr *Object = objectOf(Call))
    Add(*Object);
  for (const auto &[Index, Argument] : llvm::enumerate(Call.arguments()))
    // An algorithm that is an object has no state.
    if (Index != 0 || !isa<CXXOperatorCallExpr>(Call))
      Add(*Argument);
  return W.What == Work::Kind::Own ? std::min(Result, Sameness::Likely)
                                   : Result;
}

bool isResultOnlyRead(const CallExpr &Call, const FunctionAnalysis &Analysis) {
  if (!Call.getType()->isRecordType())
    return true;
  const Stmt *Up = Analysis.parent(Call);
  bool IsTemporary = false;
  while (isa_and_nonnull<MaterializeTemporaryExpr, CXXBindTemporaryExpr,
                         ImplicitCastExpr, ParenExpr>(Up)) {
    IsTemporary |= isa<MaterializeTemporaryExpr>(Up);
    Up = Analysis.parent(*Up);
  }
  if (!IsTemporary)
    return false;
  if (const auto *Member = dyn_cast<MemberExpr>(Up)) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
    return Method && (Method->isConst() || hasConstTwin(*Method)) &&
           Method->getRefQualifier() != RQ_RValue;
  }
  const auto IsConstReference = [&](const FunctionDecl *Callee,
                                    auto Arguments) {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    unsigned Index = 0;
    for (const Expr *Argument : Arguments) {
      if (Analysis.contains(*Argument, Call))
        break;
      ++Index;
    }
    if (Method && Method->isInstance() && isa<CXXOperatorCallExpr>(Up)) {
      if (Index == 0)
        return Method->isConst() || hasConstTwin(*Method);
      --Index;
    }
    return Callee && Index < Callee->getNumParams() &&
           !Callee->getParamDecl(Index)->getType()->isRValueReferenceType();
  };
  if (const auto *Outer = dyn_cast_or_null<CallExpr>(Up))
    return IsConstReference(Outer->getDirectCallee(), Outer->arguments());
  return false;
}

} // namespace slowpath
