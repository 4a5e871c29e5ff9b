// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/strings/StringAppendCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/AppendRewrite.h"
#include "checks/support/Concatenation.h"
#include "checks/support/GrowingText.h"
#include "checks/support/IndirectAppend.h"
#include "checks/support/Objects.h"
#include "checks/support/ShortLoops.h"
#include "checks/support/Types.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr OptionInfo Options[] = {
    {"Temporaries", "false",
     "also report `s += a + b` in loops, which builds a temporary string"},
};

constexpr llvm::StringLiteral AssignId = "assign";
constexpr llvm::StringLiteral AppendId = "append";
constexpr llvm::StringLiteral CallId = "call";

std::string quoted(const Expr &E, const ASTContext &Context) {
  const llvm::StringRef Text = sourceText(E.getSourceRange(), Context);
  return ("'" + (Text.empty() ? "the string" : Text) + "'").str();
}

std::string text(const Expr &E, const ASTContext &Context) {
  return sourceText(E.getSourceRange(), Context).str();
}

} // namespace

constinit const CheckInfo StringAppendCheck::Info = {
    .Name = "slowpath-string-append",
    .Summary = "copies a whole string to append to it, once per iteration",
    .Group = Category::Strings,
    .Paid = Impact::VeryLarge,
    .Typical = {"O(n²)", "O(n)"},
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast,
    .Options = slowpath::Options};

void StringAppendCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   text = text + word;   text = word + text;
  //   text = fmt::format("{}{}", text, word);   text = joined(text, word);
  Finder->addMatcher(cxxOperatorCallExpr(hasOverloadedOperatorName("="),
                                         argumentCountIs(2), InUserCode)
                         .bind(AssignId),
                     this);
  //   text += word + ",";
  if (option("Temporaries") == "true")
    Finder->addMatcher(cxxOperatorCallExpr(hasOverloadedOperatorName("+="),
                                           argumentCountIs(2), InUserCode)
                           .bind(AppendId),
                       this);
  //   strcat(buffer, word);   strcpy(buffer + strlen(buffer), word);
  //   stream.str();
  Finder->addMatcher(
      callExpr(unless(cxxOperatorCallExpr()), InUserCode).bind(CallId), this);
}

void StringAppendCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  if (const auto *Assign =
          Result.Nodes.getNodeAs<CXXOperatorCallExpr>(AssignId)) {
    checkAssignment(*Assign, Context);
  } else if (const auto *Append =
                 Result.Nodes.getNodeAs<CXXOperatorCallExpr>(AppendId)) {
    checkTemporaries(*Append, Context);
  } else if (const auto *Call = Result.Nodes.getNodeAs<CallExpr>(CallId)) {
    const auto Model = unit(Context).models().match(*Call);
    if (Model && Model->Effects.has(Effect::StringSnapshot))
      checkSnapshot(*Call, Context);
    else if (const Expr *Buffer =
                 bufferScannedBy(*Call, unit(Context).models()))
      checkScanAppend(*Call, *Buffer, Context);
  }
}

void StringAppendCheck::checkAssignment(const CXXOperatorCallExpr &Assign,
                                        ASTContext &Context) {
  const Expr &Object = *Assign.getArg(0);
  if (!isString(Object.getType()) || !isReportable(Assign, Context))
    return;
  TranslationUnit &TU = unit(Context);
  FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Assign));
  const std::optional<Repetition> Rep = repetitionOn(Object, Assign, TU);
  if (!Rep)
    return;
  const Stmt &Scope =
      Rep->Call ? *Analysis.function().getBody() : *Rep->In->Body;
  if (isResetBefore(Object, Assign, Scope, Analysis) ||
      staysShort(Object, *Rep, Assign, TU))
    return;

  const Expr &Value = *Assign.getArg(1);
  const auto Operands = operandsOfPlus(Value);
  const auto Names = [&](const Expr *E) { return isSameObject(*E, Object); };
  const auto Count = llvm::count_if(Operands, Names);

  //   text = text + word + ",";
  if (Operands.size() > 1 && Count == 1 && Names(Operands.front())) {
    emit(Assign, quoted(Object, Context) + " is copied whole to append to it",
         *Rep, appendInPlace(Assign, Operands, Analysis, Context), Context);
    return;
  }
  //   text = word + text;
  if (Operands.size() > 1 && Count == 1) {
    emit(Assign, quoted(Object, Context) + " is copied whole to prepend to it",
         *Rep,
         collectBackwards(Assign, Operands,
                          llvm::find_if(Operands, Names) - Operands.begin(),
                          Rep->Call ? nullptr : Rep->In, Analysis, Context),
         Context);
    return;
  }
  if (Operands.size() != 1)
    return;
  //   text = text.empty() ? word : text + word;
  if (std::optional<Rewrite> Fix = appendInBranch(Assign, Context)) {
    emit(Assign, quoted(Object, Context) + " is copied whole to append to it",
         *Rep, std::move(*Fix), Context);
    return;
  }

  const auto *Call = dyn_cast<CallExpr>(&spelled(Value));
  if (!Call)
    return;
  const auto Model = TU.models().match(*Call);
  //   stream << text << word;   text = stream.str();
  if (Model && Model->Effects.has(Effect::StringSnapshot)) {
    std::optional<Rewrite> Fix =
        Rep->Call ? std::nullopt : keepOneStream(Assign, *Call, *Rep->In, TU);
    if (Fix)
      emit(Assign,
           quoted(Object, Context) +
               " is copied into a stream and back to append to it",
           *Rep, std::move(*Fix), Context);
    return;
  }
  //   text = absl::StrCat(text, word);
  if (Model && Model->Effects.has(Effect::StringConcat)) {
    if (std::optional<Rewrite> Fix =
            concatToEnd(Assign, *Call, Model->Model->Append, Analysis, Context))
      emit(Assign, quoted(Object, Context) + " is copied whole to append to it",
           *Rep, std::move(*Fix), Context);
    return;
  }
  //   text = fmt::format("{}{}", text, word);
  if (Model && Model->Effects.has(Effect::StringFormat)) {
    std::optional<Rewrite> Fix = formatToEnd(Assign, *Call, Analysis, Context);
    if (!Fix)
      return;
    if (!Fix->Edits.empty())
      addInclude(*Fix, Assign.getBeginLoc(), "<iterator>", Context);
    emit(Assign,
         quoted(Object, Context) + " is formatted into a new copy of itself",
         *Rep, std::move(*Fix), Context);
    return;
  }
  //   text = joined(text, word);
  if (const Expr *Extended = argumentExtendedBy(*Call);
      Extended && isSameObject(*Extended, Object)) {
    const std::string Callee = Call->getDirectCallee()->getNameAsString();
    Rewrite Fix;
    Fix.Title = "let '" + Callee + "' append to a reference";
    Fix.Code = text(*Call, Context) + ";  // void " + Callee + "(" +
               Object.getType().getUnqualifiedType().getAsString(
                   Context.getPrintingPolicy()) +
               " &, …), which appends with +=";
    emit(Assign,
         "'" + Callee + "' returns a longer copy of " + quoted(Object, Context),
         *Rep, std::move(Fix), Context);
  }
}

void StringAppendCheck::checkTemporaries(const CXXOperatorCallExpr &Append,
                                         ASTContext &Context) {
  const Expr &Object = *Append.getArg(0);
  const auto Operands = operandsOfPlus(*Append.getArg(1));
  if (!isString(Object.getType()) || Operands.size() < 2 ||
      !isString(Append.getArg(1)->getType()) || !isReportable(Append, Context))
    return;
  TranslationUnit &TU = unit(Context);
  FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Append));
  const Loop *In = TU.innermostLoop(Append);
  if (!In || !In->isDataLoop())
    return;
  Rewrite Fix = appendOneByOne(Append, Operands, Analysis, Context);
  if (Fix.Code.empty())
    return;
  Finding F;
  F.Range = Append.getSourceRange();
  F.Message = "a temporary string is built to append to " +
              quoted(Object, Context) + ", once per iteration";
  F.Growth = {"n allocations", "0"};
  F.In = In;
  F.Fix = std::move(Fix);
  report(std::move(F), Context);
}

void StringAppendCheck::checkSnapshot(const CallExpr &Call,
                                      ASTContext &Context) {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
  if (!Member || Call.getNumArgs() != 0 || !isReportable(Call, Context))
    return;
  const Expr &Stream = *Member->getImplicitObjectArgument();
  TranslationUnit &TU = unit(Context);
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Call));
  const Loop *In = TU.innermostLoop(Call);
  // Only a stream that also grows in the loop is copied again and again.
  if (!In || !In->isDataLoop() || !In->Body ||
      !outlivesIteration(Stream, *In, TU) ||
      !isWrittenWith(Call, Stream, *In->Body, *In, Analysis) ||
      Analysis.isChunkGuarded(Call, *In))
    return;
  // `stream.str("")` starts it anew.
  if (isRestartedStream(Stream, *In->Body))
    return;
  Rewrite Fix;
  Fix.Title = Context.getLangOpts().CPlusPlus20
                  ? "look at the text without copying it"
                  : "take the text once, after the loop";
  Fix.Code = text(Stream, Context) + (Context.getLangOpts().CPlusPlus20
                                          ? ".view()"
                                          : ".str();  // after the loop");
  emit(Call, quoted(Stream, Context) + " grows in the loop and is copied whole",
       Repetition{In, std::nullopt}, std::move(Fix), Context);
}

void StringAppendCheck::checkScanAppend(const CallExpr &Call,
                                        const Expr &Buffer,
                                        ASTContext &Context) {
  if (!Call.getDirectCallee() || !isReportable(Call, Context))
    return;
  TranslationUnit &TU = unit(Context);
  const std::optional<Repetition> Rep = repetitionOn(Buffer, Call, TU);
  if (!Rep || Rep->Call || !Rep->In->Body || isSmallBuffer(Buffer, Context) ||
      isRestartedBuffer(Buffer, Call, *Rep->In->Body, TU.models()))
    return;
  const std::string Name = text(Buffer, Context);
  const std::string Callee = Call.getDirectCallee()->getNameAsString();
  const bool IsConcatenation = &Buffer == Call.getArg(0);
  Rewrite Fix;
  Fix.Title = "remember where the text ends";
  Fix.Code = IsConcatenation
                 ? "end = stpcpy(end, " + text(*Call.getArg(1), Context) + ");"
                 : Callee + "(end, …);\nend += strlen(end);";
  Fix.Code +=
      "  // char *end = " + Name + " + strlen(" + Name + "), before the loop";
  emit(Call,
       (IsConcatenation ? "'" + Callee + "' walks over all of "
                        : "'strlen' walks over all of ") +
           quoted(Buffer, Context) + " to find its end",
       *Rep, std::move(Fix), Context);
}

void StringAppendCheck::emit(const Expr &At, llvm::StringRef What,
                             const Repetition &Rep, Rewrite Fix,
                             ASTContext &Context) {
  if (Fix.Code.empty())
    return;
  Finding F;
  F.Range = At.getSourceRange();
  F.Growth = Info.Typical;
  F.In = Rep.In;
  F.Fix = std::move(Fix);
  if (Rep.Call) {
    const std::string Callee =
        unit(Context).functionAround(At)->getNameAsString();
    F.Message =
        (What + ", each time '" + Callee + "' is called in a loop").str();
    F.Notes.push_back({Rep.Call->Call->getBeginLoc(), "called here"});
  } else {
    F.Message = (What + ", once per iteration").str();
  }
  report(std::move(F), Context);
}

} // namespace slowpath
