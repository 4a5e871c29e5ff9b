// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/containers/FrontInsertCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Concatenation.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/Types.h"
#include "clang/AST/StmtCXX.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral CallId = "call";
constexpr llvm::StringLiteral AssignId = "assign";

std::string text(const Expr &E, const ASTContext &Context) {
  return sourceText(E.getSourceRange(), Context).str();
}

const Expr &objectOf(const CXXMemberCallExpr &Call) {
  return *Call.getImplicitObjectArgument();
}

/// The outermost loop of this function around S that Object outlives.
const Loop *outermostLoop(const Loop *L, const Expr &Object,
                          TranslationUnit &TU) {
  while (L && L->Parent && outlivesIteration(Object, *L->Parent, TU))
    L = L->Parent;
  return L;
}

/// Is what the loop erases not its way through one long sequence: the object is
/// filled anew in the loop (`line = read()`), or only a prefix is stripped?
bool isConsumedElsewise(const Expr &Object, const Repetition &Rep) {
  return !Rep.Call && Rep.In->Body &&
         (isReplacedIn(Object, *Rep.In->Statement) ||
          stripsPrefix(Object, *Rep.In));
}

} // namespace

constinit const CheckInfo FrontInsertCheck::Info = {
    .Name = "slowpath-front-insert",
    .Summary = "moves all elements of a sequence to insert or erase one, once "
               "per iteration",
    .Group = Category::Containers,
    .Paid = Impact::VeryLarge,
    .Typical = {"O(n²)", "O(n)"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void FrontInsertCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   v.insert(v.begin(), x);   queue.erase(queue.begin());   text.erase(0, n);
  Finder->addMatcher(cxxMemberCallExpr(InUserCode).bind(CallId), this);
  //   text = text.substr(n);
  Finder->addMatcher(cxxOperatorCallExpr(hasOverloadedOperatorName("="),
                                         argumentCountIs(2), InUserCode)
                         .bind(AssignId),
                     this);
}

void FrontInsertCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  if (const auto *Assign =
          Result.Nodes.getNodeAs<CXXOperatorCallExpr>(AssignId)) {
    checkSubstr(*Assign, Context);
    return;
  }
  const auto *Call = Result.Nodes.getNodeAs<CXXMemberCallExpr>(CallId);
  if (!Call->getMethodDecl())
    return;
  const auto Model = unit(Context).models().match(*Call);
  if (!Model)
    return;
  const EffectSet &Does = Model->Effects;
  const bool Inserts =
      Does.has(Effect::SequenceInsert) || Does.has(Effect::SequenceInsertFront);
  const bool Erases =
      Does.has(Effect::SequenceErase) || Does.has(Effect::SequenceEraseFront);
  if ((!Inserts && !Erases) || !isReportable(*Call, Context) ||
      growsAtBothEnds(objectOf(*Call).getType(), Context))
    return;
  if (Inserts)
    checkInsert(*Call, Context);
  else
    checkErase(*Call, Context);
}

void FrontInsertCheck::checkInsert(const CXXMemberCallExpr &Call,
                                   ASTContext &Context) {
  const Expr &Object = objectOf(Call);
  TranslationUnit &TU = unit(Context);
  if (positionOf(Call, TU.models()) != SequencePosition::Front)
    return;
  const std::optional<Repetition> Rep = repetitionOn(Object, Call, TU);
  if (!Rep || isSizeLimited(Object, *Rep, Call, TU))
    return;
  // A path up to the root of a tree has as many parts as the tree has levels.
  if (!Rep->Call && followsLinks(*Rep->In))
    return;
  emit(Call, Object, "inserting at the front moves all elements of", *Rep,
       Rep->Call ? Rewrite() : appendAndReverse(Call, Context), Context);
}

Rewrite FrontInsertCheck::appendAndReverse(const CXXMemberCallExpr &Insert,
                                           ASTContext &Context) {
  const Expr &Object = objectOf(Insert);
  TranslationUnit &TU = unit(Context);
  FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Insert));
  const std::string Name = text(Object, Context);
  const bool Emplaces = Insert.getMethodDecl()->getNameAsString() == "emplace";
  const unsigned First = Insert.getNumArgs() > 1 ? 1 : 0;

  Rewrite Fix;
  Fix.Title = "append, and reverse once after the loop";
  // Only one element can be appended by push_back; ranges and counts cannot.
  if (!Emplaces && Insert.getNumArgs() != First + 1)
    return Rewrite();
  std::string Arguments;
  for (unsigned I = First; I < Insert.getNumArgs(); ++I)
    Arguments +=
        (Arguments.empty() ? "" : ", ") + text(*Insert.getArg(I), Context);
  // `insert(v.begin(), {a, b})` inserts several.
  if (isa<InitListExpr, CXXStdInitializerListExpr>(
          Insert.getArg(Insert.getNumArgs() - 1)
              ->IgnoreUnlessSpelledInSource()))
    return Rewrite();
  // `text.insert(0, word)` puts the characters of a word in order.
  const QualType Inserted =
      Insert.getArg(Insert.getNumArgs() - 1)->getType().getNonReferenceType();
  if (isString(Object.getType()) && !Inserted->isAnyCharacterType() &&
      !Inserted->isIntegerType())
    return Rewrite();

  const std::string Append =
      Name + (Emplaces ? ".emplace_back(" : ".push_back(") + Arguments + ")";
  const std::string Reverse =
      "std::reverse(" + Name + ".begin(), " + Name + ".end());";
  Fix.Code = Append + ";\n// after the loop:\n" + Reverse;

  const VarDecl *Var = rootVariable(Object);
  const Loop *Outer = outermostLoop(TU.innermostLoop(Insert), Object, TU);
  if (!Var || !isa<DeclRefExpr>(spelled(Object)) || !Outer ||
      Outer->Shape == Loop::Kind::Algorithm ||
      !isa_and_nonnull<CompoundStmt>(Analysis.parent(*Outer->Statement)) ||
      Outer->Statement->getBeginLoc().isMacroID() ||
      !isDiscarded(Insert, Analysis))
    return Fix;
  // Nobody may see the elements in their intermediate order: the container
  // starts empty, the loop touches it nowhere else, and leaves only at its end.
  const auto Uses = usesOf(*Var, Analysis.function());
  const auto InLoop = llvm::count_if(Uses, [&](const DeclRefExpr *Use) {
    return Analysis.contains(*Outer->Statement, *Use);
  });
  const auto InInsert = llvm::count_if(Uses, [&](const DeclRefExpr *Use) {
    return Analysis.contains(Insert, *Use);
  });
  // The object, and `v.begin()`; an index or prepend() has no second mention.
  const auto Expected =
      First == 1 && !Insert.getArg(0)->getType()->isIntegerType() ? 2 : 1;
  if (InLoop != InInsert || InInsert != Expected ||
      !isEmptyAt(*Var, *Outer->Statement, Analysis, Context) ||
      isInTry(*Outer->Statement, Analysis) || leavesFunction(*Outer->Statement))
    return Fix;
  const SourceLocation End = endOfStatement(*Outer->Statement, Context);
  if (End.isInvalid())
    return Fix;
  Fix.Level = FixLevel::Safe;
  Fix.Edits.push_back(
      FixItHint::CreateReplacement(Insert.getSourceRange(), Append));
  Fix.Edits.push_back(FixItHint::CreateInsertion(
      End, "\n" + indentationOf(*Outer->Statement, Context) + Reverse));
  addInclude(Fix, Insert.getBeginLoc(), "<algorithm>", Context);
  return Fix;
}

void FrontInsertCheck::checkErase(const CXXMemberCallExpr &Call,
                                  ASTContext &Context) {
  const Expr &Object = objectOf(Call);
  TranslationUnit &TU = unit(Context);
  const SequencePosition At = positionOf(Call, TU.models());
  const std::optional<Repetition> Rep = repetitionOn(Object, Call, TU);
  if (!Rep || At == SequencePosition::Back)
    return;
  const std::string Name = text(Object, Context);
  if (At == SequencePosition::Front) {
    if (isSizeLimited(Object, *Rep, Call, TU) ||
        isConsumedElsewise(Object, *Rep))
      return;
    emit(Call, Object, "erasing at the front moves all other elements of", *Rep,
         isString(Object.getType()) ? Rewrite() : popFromDeque(Call, Context),
         Context);
    return;
  }
  // `it = v.erase(it)` while walking over v. Where the loop does more than
  // filter, erasing is seldom what it spends its time on.
  const Loop *In = TU.innermostLoop(Call);
  if (Rep->Call || !In || In != Rep->In)
    return;
  const std::optional<std::string> Condition =
      erasedElements(Call, *In, Context);
  if (!Condition)
    return;
  Rewrite Fix;
  Fix.Title = "erase all of them in one pass";
  const std::string Predicate =
      "[&](const auto &element) { return " + *Condition + "; }";
  if (Context.getLangOpts().CPlusPlus20)
    Fix.Code = "std::erase_if(" + Name + ", " + Predicate + ");";
  else
    Fix.Code = Name + ".erase(std::remove_if(" + Name + ".begin(), " + Name +
               ".end(), " + Predicate + "), " + Name + ".end());";
  const SourceLocation End = endOfStatement(*In->Statement, Context);
  if (End.isValid() && In->Statement->getBeginLoc().isFileID()) {
    Fix.Level = FixLevel::Review;
    Fix.Edits.push_back(FixItHint::CreateReplacement(
        CharSourceRange::getCharRange(In->Statement->getBeginLoc(), End),
        Fix.Code));
    if (!Context.getLangOpts().CPlusPlus20)
      addInclude(Fix, Call.getBeginLoc(), "<algorithm>", Context);
  }
  emit(Call, Object, "each erase moves the elements behind it in", *Rep,
       std::move(Fix), Context);
}

Rewrite FrontInsertCheck::popFromDeque(const CXXMemberCallExpr &Erase,
                                       ASTContext &Context) {
  const Expr &Object = objectOf(Erase);
  TranslationUnit &TU = unit(Context);
  FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Erase));
  const std::string Name = text(Object, Context);
  const CXXRecordDecl *Record =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !Record->isInStdNamespace() || Erase.getNumArgs() != 1)
    return Rewrite();
  Rewrite Fix;
  Fix.Title = "make it a std::deque";
  Fix.Code = Name + ".pop_front();  // with " + Name +
             " declared as std::deque instead of std::vector";
  const VarDecl *Var = rootVariable(Object);
  if (!Var || !isa<DeclRefExpr>(spelled(Object)) || !isAutomaticObject(*Var))
    return Fix;
  const std::optional<SourceRange> Vector = vectorNameIn(*Var, Context);
  if (!Vector)
    return Fix;
  llvm::SmallVector<FixItHint, 4> Edits = {
      FixItHint::CreateReplacement(*Vector, "deque")};
  for (const DeclRefExpr *Use : usesOf(*Var, Analysis.function())) {
    const DequeUse Kind = dequeUseOf(*Use, Analysis, TU.models());
    if (Kind == DequeUse::Incompatible)
      return Fix;
    if (Kind == DequeUse::EraseFront)
      Edits.push_back(FixItHint::CreateReplacement(
          memberCallOn(*Use, Analysis)->getSourceRange(),
          Name + ".pop_front()"));
  }
  Fix.Level = FixLevel::Safe;
  Fix.Edits = std::move(Edits);
  addInclude(Fix, Erase.getBeginLoc(), "<deque>", Context);
  return Fix;
}

void FrontInsertCheck::checkSubstr(const CXXOperatorCallExpr &Assign,
                                   ASTContext &Context) {
  const Expr &Object = *Assign.getArg(0);
  if (!isString(Object.getType()))
    return;
  const auto *Substr = dyn_cast<CXXMemberCallExpr>(&spelled(*Assign.getArg(1)));
  if (!Substr || !Substr->getMethodDecl() ||
      !isSameObject(objectOf(*Substr), Object) || !isTailOf(*Substr) ||
      !isReportable(Assign, Context))
    return;
  TranslationUnit &TU = unit(Context);
  if (const std::optional<Repetition> Rep = repetitionOn(Object, Assign, TU);
      Rep && !isConsumedElsewise(Object, *Rep))
    emit(Assign, Object, "dropping the front copies all the rest of", *Rep,
         Rewrite(), Context);
}

void FrontInsertCheck::emit(const Expr &At, const Expr &Object,
                            const std::string &What, const Repetition &Rep,
                            Rewrite Fix, ASTContext &Context) {
  const std::string Name = text(Object, Context);
  if (Fix.Code.empty()) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&At);
    const auto Model =
        Call ? unit(Context).models().match(*Call) : std::nullopt;
    const bool Inserts =
        Model && (Model->Effects.has(Effect::SequenceInsert) ||
                  Model->Effects.has(Effect::SequenceInsertFront));
    if (isString(Object.getType()) && !Inserts) {
      Fix.Title = "keep a cursor instead of erasing";
      Fix.Code = "std::string_view rest = " + Name +
                 ";  // before the loop\nrest.remove_prefix(/* what was "
                 "erased */);";
    } else if (isString(Object.getType())) {
      Fix.Title = "collect the parts and join them once after the loop";
      Fix.Code =
          "parts.push_back(" +
          text(*Call->getArg(Call->getNumArgs() - 1), Context) +
          ");\n// after the loop:\nfor (auto part = parts.rbegin(); part "
          "!= parts.rend(); ++part)\n  " +
          Name + " += *part;";
    } else if (Inserts) {
      Fix.Title = "use a std::deque, or append and read it backwards";
      Fix.Code = Name + ".push_front(" +
                 text(*Call->getArg(Call->getNumArgs() - 1), Context) +
                 ");  // with " + Name + " declared as std::deque";
    } else {
      Fix.Title = "use a std::deque, or an index of the first element left";
      Fix.Code =
          Name + ".pop_front();  // with " + Name + " declared as std::deque";
    }
  }
  Finding F;
  F.Range = At.getSourceRange();
  F.Growth = Info.Typical;
  F.In = Rep.In;
  F.Fix = std::move(Fix);
  F.Message = What + " '" + Name + "'";
  if (Rep.Call) {
    F.Message += ", each time '" +
                 unit(Context).functionAround(At)->getNameAsString() +
                 "' is called in a loop";
    F.Notes.push_back({Rep.Call->Call->getBeginLoc(), "called here"});
  } else {
    F.Message += ", once per iteration";
  }
  report(std::move(F), Context);
}

} // namespace slowpath
