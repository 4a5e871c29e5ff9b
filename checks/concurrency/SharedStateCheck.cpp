// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/concurrency/SharedStateCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/AtomicSum.h"
#include "checks/support/CountedCopy.h"
#include "checks/support/Objects.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral AddId = "add";
constexpr llvm::StringLiteral CopyId = "copy";

std::string quoted(const Expr &E, const ASTContext &Context) {
  return "'" + onOneLine(sourceText(E.getSourceRange(), Context)) + "'";
}

} // namespace

constinit const CheckInfo SharedStateCheck::Info = {
    .Name = "slowpath-shared-state",
    .Summary = "changes an atomic, or copies a counted pointer, once per item",
    .Group = Category::Concurrency,
    .Paid = Impact::Large,
    .Typical = {"n atomic updates", "1 atomic update"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void SharedStateCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   total += item;   hits.fetch_add(1);
  Finder->addMatcher(callExpr(InUserCode).bind(AddId), this);
  //   auto item = items[i];
  Finder->addMatcher(varDecl(hasLocalStorage(), InUserCode,
                             hasInitializer(ignoringImplicit(
                                 cxxConstructExpr(argumentCountIs(1)))))
                         .bind(CopyId),
                     this);
}

void SharedStateCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  if (const auto *Copy = Result.Nodes.getNodeAs<VarDecl>(CopyId))
    checkCopy(*Copy, Context);
  else if (const auto *Add = Result.Nodes.getNodeAs<CallExpr>(AddId))
    checkAdd(*Add, Context);
}

void SharedStateCheck::checkAdd(const CallExpr &Add, ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const auto Model = TU.models().match(Add);
  if (!Model || !Model->Effects.has(Effect::SyncAtomicAdd) ||
      !isReportable(Add, Context))
    return;
  const std::optional<AtomicSum> Sum = atomicSumAt(Add, TU);
  if (!Sum)
    return;
  Finding F;
  F.Range = Add.getSourceRange();
  F.Growth = Info.Typical;
  F.In = Sum->In;
  F.Message = quoted(spelled(*Sum->Object), Context) +
              " is changed atomically once per iteration, though only the sum "
              "is asked for";
  F.Fix = addOnce(*Sum, TU);
  report(std::move(F), Context);
}

void SharedStateCheck::checkCopy(const VarDecl &Copy, ASTContext &Context) {
  if (!isReportable(*Copy.getInit(), Context))
    return;
  TranslationUnit &TU = unit(Context);
  const std::optional<CountedCopy> Copied = countedCopyAt(Copy, TU);
  if (!Copied)
    return;
  Finding F;
  F.Range = Copy.getSourceRange();
  F.Growth = {"2n atomic updates", "none"};
  F.In = Copied->In;
  F.Message = quoted(*Copied->From, Context) + " is copied to '" +
              Copy.getNameAsString() +
              "' once per iteration, which counts its owners up and down "
              "atomically, though '" +
              Copy.getNameAsString() + "' is only read";
  F.Fix = referInstead(*Copied, TU);
  report(std::move(F), Context);
}

} // namespace slowpath
