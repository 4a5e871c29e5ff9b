// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/containers/MissingReserveCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/AppendedCopy.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/TripCounts.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CallId = "call";

/// Is what growing costs worth a word? Elements that are copied byte by byte
/// cost as much to move as to make. Strings and what else owns memory cost so
/// much to make that reserve() gains nothing.
bool isCheapToMake(QualType Element, const ASTContext &Context) {
  return !Element.isNull() && !Element->isDependentType() &&
         !Element->isBooleanType() && Element.isTriviallyCopyableType(Context);
}

/// Has the class of T a reserve() that a model knows?
bool canReserve(QualType T, const ApiModels &Models) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return false;
  return llvm::any_of(Class->methods(),
                      [&](const CXXMethodDecl *Method) {
                        return Method->getIdentifier() &&
                               llvm::any_of(Models.rows(*Method),
                                            [](const ApiModel *Row) {
                                              return Row->Effects.has(
                                                  Effect::SequenceReserve);
                                            });
                      }) ||
         llvm::any_of(Class->bases(), [&](const CXXBaseSpecifier &Base) {
           return canReserve(Base.getType(), Models);
         });
}

/// Does a use of the sequence leave the number of its elements, and what they
/// are kept in, as it is?
bool onlyReads(const DeclRefExpr &Use, const FunctionAnalysis &Analysis) {
  if (const CallExpr *Call = callOn(Use, Analysis)) {
    const auto *Method =
        dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
    if (!Method)
      return false;
    if (Method->getOverloadedOperator() == OO_Subscript)
      return true;
    if (!Method->getIdentifier() || Method->getName() == "capacity")
      return false;
    return Method->isConst() ||
           (Method->getNumParams() == 0 && !Call->getType()->isVoidType());
  }
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Analysis.parent(Use));
  return Cast && Cast->isLValue() && Cast->getType().isConstQualified();
}

/// Does Call append one element?
bool appends(const CallExpr &Call, TranslationUnit &TU) {
  const auto Model = TU.models().match(Call);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  // `list += others` appends as many as there are.
  return Model && Method && Model->Effects.has(Effect::SequenceAppend) &&
         llvm::none_of(Method->parameters(), [&](const ParmVarDecl *Each) {
           return Each->getType().getNonReferenceType()->getAsCXXRecordDecl() ==
                  Method->getParent();
         });
}

bool reserves(const CallExpr &Call, TranslationUnit &TU) {
  const auto Model = TU.models().match(Call);
  return Model && Model->Effects.has(Effect::SequenceReserve);
}

/// The loops around Call within which Var grows by one element in each
/// iteration of all of them, outermost first. None if any of them does so only
/// sometimes, or all are short.
std::vector<const Loop *> loopsAround(const CallExpr &Call, const VarDecl &Var,
                                      TranslationUnit &TU) {
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Call));
  std::vector<const Loop *> Result;
  const Stmt *Each = &Call;
  for (const Loop *L = TU.innermostLoop(Call);
       L && !isDeclaredIn(Var, *L->Statement, TU.context()); L = L->Parent) {
    if (!Analysis.runsEveryIteration(*Each, *L))
      return {};
    Result.insert(Result.begin(), L);
    // What an inner loop begins with is executed also if its body is not.
    const auto *Range = dyn_cast<CXXForRangeStmt>(L->Statement);
    Each = Range ? static_cast<const Stmt *>(Range->getRangeStmt())
                 : L->condition();
    if (!Each && L->Parent)
      return {};
  }
  return llvm::any_of(Result, [](const Loop *L) { return L->isDataLoop(); })
             ? Result
             : std::vector<const Loop *>();
}

} // namespace

constinit const CheckInfo MissingReserveCheck::Info = {
    .Name = "slowpath-missing-reserve",
    .Summary = "grows a sequence step by step to a size that is known before",
    .Group = Category::Containers,
    .Paid = Impact::Large,
    .Typical = {"O(log n) reallocations", "1 allocation"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void MissingReserveCheck::registerMatchers(MatchFinder *Finder) {
  //   result.push_back(x);   result << x;
  //   std::copy(a.begin(), a.end(), std::back_inserter(result));
  Finder->addMatcher(
      callExpr(anyOf(unless(cxxOperatorCallExpr()),
                     cxxOperatorCallExpr(
                         hasAnyOverloadedOperatorName("<<", "+=", "()"))),
               unless(isExpansionInSystemHeader()))
          .bind(CallId),
      this);
}

void MissingReserveCheck::check(const MatchFinder::MatchResult &Result) {
  const auto *Call = Result.Nodes.getNodeAs<CallExpr>(CallId);
  TranslationUnit &TU = unit(*Result.Context);
  if (const auto Model = TU.models().match(*Call);
      Model && Model->Effects.has(Effect::DataCopy))
    checkCopy(*Call, TU);
  else
    checkAppend(*Call, TU);
}

void MissingReserveCheck::checkCopy(const CallExpr &Call, TranslationUnit &TU) {
  const std::optional<AppendedCopy> Found = appendedCopyAt(Call, TU);
  if (!Found || !isReportable(Call, TU.context()) ||
      !isCheapToMake(elementType(Found->To->getType()), TU.context()) ||
      !canReserve(Found->To->getType(), TU.models()) ||
      llvm::any_of(usesOf(*Found->To, *TU.functionAround(Call)),
                   [&](const DeclRefExpr *Use) {
                     const CallExpr *Other =
                         callOn(*Use, TU.analysis(*TU.functionAround(Call)));
                     return Other && reserves(*Other, TU);
                   }))
    return;
  Finding F;
  F.Range = Call.getSourceRange();
  F.Growth = Info.Typical;
  F.Message = "'" + Found->To->getNameAsString() + "' grows step by step by '" +
              Found->Count +
              "' elements, and copies them each time its memory is full";
  F.Fix = Found->Fix;
  report(std::move(F), TU.context());
}

void MissingReserveCheck::checkAppend(const CallExpr &Growing,
                                      TranslationUnit &TU) {
  ASTContext &Context = TU.context();
  const CallExpr *Call = &Growing;
  const Expr *Object = calledOn(*Call);
  const auto *Ref = Object ? dyn_cast<DeclRefExpr>(&spelled(*Object)) : nullptr;
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !isAutomaticObject(*Var) ||
      !isCheapToMake(elementType(Var->getType()), Context))
    return;
  if (!appends(*Call, TU) || !isReportable(*Call, Context) ||
      !canReserve(Var->getType(), TU.models()))
    return;
  FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(*Call));
  if (!isOwnObject(*Var, Analysis))
    return;
  const std::vector<const Loop *> Around = loopsAround(*Call, *Var, TU);
  if (Around.empty())
    return;
  const Loop *Outermost = Around.front();
  const std::optional<TripCountCode> Trips = tripCountBefore(Around, TU);
  if (!Trips || !isEmptyAt(*Var, *Outermost->Statement, Analysis, Context))
    return;
  std::string Count = Trips->Text;
  unsigned Appends = 0;
  for (const DeclRefExpr *Use : usesOf(*Var, Analysis.function())) {
    const CallExpr *Other = callOn(*Use, Analysis);
    if (!Analysis.contains(*Outermost->Statement, *Use)) {
      if (Other && reserves(*Other, TU))
        return;
      continue;
    }
    if (Other && appends(*Other, TU)) {
      if (loopsAround(*Other, *Var, TU) != Around)
        return;
      // The first one speaks for all.
      if (Appends++ == 0 && Other != Call)
        return;
    } else if (!onlyReads(*Use, Analysis)) {
      return;
    }
  }
  if (Appends > 1)
    Count =
        std::to_string(Appends) + " * " +
        (llvm::StringRef(Count).contains(" - ") ? "(" + Count + ")" : Count);
  const std::string Name = Var->getNameAsString();
  Finding F;
  F.Range = Call->getSourceRange();
  F.In = Outermost;
  F.Growth = Info.Typical;
  F.Message = "'" + Name + "' grows step by step to '" + Count +
              "' elements, and copies them each time its memory is full";
  F.Fix.Title = "reserve the memory before the loop";
  F.Fix.Code = Name + ".reserve(" + Count + ");";
  F.Fix.Edits = insertAround(*Outermost, F.Fix.Code, "", Analysis);
  if (!F.Fix.Edits.empty())
    F.Fix.Level = Trips->IsSize ? FixLevel::Safe : FixLevel::Review;
  report(std::move(F), Context);
}

} // namespace slowpath
