// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SnapshotReads.h"
#include "checks/support/HoistCall.h"
#include "checks/support/LoopData.h"
#include "checks/support/Members.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

using Kind = SingleRead::Kind;

/// Are two keys of type T equal just when they are the same to the order or
/// hash of a container?
bool hasOneEquality(QualType T) {
  return T->isIntegralOrEnumerationType() || T->isPointerType() || isString(T);
}

bool isDirectContains(const Snapshot &Copy) {
  return Copy.What != Snapshot::Part::Values &&
         hasMember(*Copy.containerClass(), "contains");
}

} // namespace

std::optional<SingleRead> readOfSnapshot(const Snapshot &Copy,
                                         TranslationUnit &TU) {
  const std::optional<SingleRead> Read = singleReadOf(*Copy.Made, TU);
  if (!Read || Read->Kept || isFewByNature(*Copy.Container, TU))
    return std::nullopt;
  const CXXRecordDecl &Class = *Copy.containerClass();
  const bool HasValues = hasValueIterators(Class);
  switch (Read->What) {
  case Kind::Contains:
    return sourceText(Read->Key->getSourceRange(), TU.context()).empty()
               ? std::nullopt
               : Read;
  case Kind::Size:
    return hasMember(Class, "size") ? Read : std::nullopt;
  case Kind::IsEmpty:
    return hasMember(Class, "isEmpty") ? Read : std::nullopt;
  case Kind::First:
    return hasMember(Class, "cbegin") ? Read : std::nullopt;
  case Kind::Last:
    // Those that hash have no way backwards.
    return HasValues && hasMember(Class, "lastKey") ? Read : std::nullopt;
  }
  return std::nullopt;
}

bool areAllSingleReads(const CallExpr &Copy, const Loop &L,
                       TranslationUnit &TU) {
  return llvm::all_of(sameCalls(Copy, L, TU), [&](const CallExpr *Same) {
    const std::optional<Snapshot> Made = snapshotAt(*Same, TU);
    return Made && readOfSnapshot(*Made, TU);
  });
}

Rewrite askContainer(const Snapshot &Copy, const SingleRead &Read,
                     TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const ObjectText Map = objectText(*Copy.Container, Context);
  const bool IsKeys = Copy.What == Snapshot::Part::Keys;
  const CXXRecordDecl &Class = *Copy.containerClass();
  Rewrite Fix;
  Fix.Title = "ask the container itself";
  std::string Code;
  switch (Read.What) {
  case Kind::Contains: {
    const std::string Key =
        sourceText(Read.Key->getSourceRange(), Context).str();
    if (!isDirectContains(Copy)) {
      Fix.Code = "std::find(" + Map.Access + "cbegin(), " + Map.Access +
                 "cend(), " + Key + ") != " + Map.Access + "cend()";
      return Fix;
    }
    Code = Map.Access + "contains(" + Key + ")";
    // Another type may be compared in another way, and convert in another.
    const QualType Type = Read.Key->getType().getCanonicalType();
    const auto *Keyed = dyn_cast<ClassTemplateSpecializationDecl>(&Class);
    const bool IsKey =
        Keyed && Keyed->getTemplateArgs().size() > 0 &&
        Keyed->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
        Keyed->getTemplateArgs()[0]
                .getAsType()
                .getCanonicalType()
                .getUnqualifiedType() == Type.getUnqualifiedType();
    Fix.Level = IsKey && hasOneEquality(Type) &&
                        isa<DeclRefExpr, MemberExpr>(spelled(*Read.Key))
                    ? FixLevel::Safe
                    : FixLevel::Review;
    break;
  }
  case Kind::Size:
    Code = Map.Access + "size()";
    Fix.Level = FixLevel::Safe;
    break;
  case Kind::IsEmpty:
    Code = Map.Access + "isEmpty()";
    Fix.Level = FixLevel::Safe;
    break;
  case Kind::First:
    // A list without elements is an error, too, but another one.
    Fix.Level = FixLevel::Review;
    if (!hasValueIterators(Class))
      Code = inPlaceOf(Read, "*" + Map.Access + "cbegin()", TU);
    else
      Code = Map.Access + (!IsKeys                        ? "cbegin().value()"
                           : hasMember(Class, "firstKey") ? "firstKey()"
                                                          : "cbegin().key()");
    break;
  case Kind::Last:
    Fix.Level = FixLevel::Review;
    if (IsKeys) {
      Code = Map.Access + "lastKey()";
    } else {
      Code = Copy.isOfConst() ? Map.Access + "last()"
                              : "std::as_const(" + Map.Value + ").last()";
      if (!Context.getLangOpts().CPlusPlus17)
        Fix.Level = FixLevel::Advice;
    }
    break;
  }
  Fix.Code = Code;
  if (Fix.Level != FixLevel::Advice)
    Fix.Edits = {
        FixItHint::CreateReplacement(Read.Call->getSourceRange(), Code)};
  return Fix;
}

} // namespace slowpath
