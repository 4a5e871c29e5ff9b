// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/strings/StringAppendCheck.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Concatenation.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

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

/// `a + b` for the source texts of a and b.
std::string joined(llvm::ArrayRef<const Expr *> Operands,
                   llvm::StringRef Separator, const ASTContext &Context) {
  return llvm::join(
      llvm::map_range(Operands,
                      [&](const Expr *E) { return text(*E, Context); }),
      Separator);
}

/// "s += a; s += b", in braces where only one statement may stand.
std::string appends(llvm::StringRef Object, llvm::ArrayRef<const Expr *> Tail,
                    bool NeedsBraces, const ASTContext &Context) {
  std::string Code;
  for (const Expr *Operand : Tail)
    Code += (Code.empty() ? "" : "; ") + Object.str() +
            " += " + text(*Operand, Context);
  return NeedsBraces && Tail.size() > 1 ? "{ " + Code + "; }" : Code;
}

/// A library's own string class, not a user's class derived from one, whose
/// operators may do other things.
bool isLibraryString(QualType T) {
  const auto *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !isString(T))
    return false;
  return Record->isInStdNamespace() ||
         llvm::all_of(Record->bases(), [](const CXXBaseSpecifier &Base) {
           return !isString(Base.getType());
         });
}

bool isInBlock(const Expr &E, const FunctionAnalysis &Analysis) {
  const Stmt *Parent = Analysis.parent(E);
  if (isa_and_nonnull<ExprWithCleanups>(Parent))
    Parent = Analysis.parent(*Parent);
  return isa_and_nonnull<CompoundStmt>(Parent);
}

/// Is the stream given a new text under Body: `stream.str("")`?
bool isRestartedStream(const Expr &Stream, const Stmt &Body) {
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&Body);
      Call && Call->getNumArgs() == 1 && Call->getMethodDecl() &&
      Call->getMethodDecl()->getNameAsString() == "str" &&
      isSameObject(*Call->getImplicitObjectArgument(), Stream))
    return true;
  return llvm::any_of(Body.children(), [&](const Stmt *Child) {
    return Child && isRestartedStream(Stream, *Child);
  });
}

/// Does an iteration of L that executes Snapshot also write to the stream
/// Object with `<<`? S is a statement of L.
bool isWrittenWith(const Stmt &Snapshot, const Expr &Object, const Stmt &S,
                   const Loop &L, const FunctionAnalysis &Analysis) {
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
      Call && Call->getOperator() == OO_LessLess &&
      mentions(*Call->getArg(0), Object) &&
      Analysis.sharesIteration(*Call, Snapshot, L))
    return true;
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && isWrittenWith(Snapshot, Object, *Child, L, Analysis);
  });
}

/// Is the C string Buffer given to another function under Body that starts it
/// anew (`strcpy(buffer, …)`, `buffer[0] = 0`)?
bool isRestarted(const Expr &Buffer, const CallExpr &Append, const Stmt &Body,
                 const ApiModels &Models) {
  if (const auto *Call = dyn_cast<CallExpr>(&Body);
      Call && Call != &Append && Call->getNumArgs() > 1 &&
      isSameObject(*Call->getArg(0), Buffer)) {
    const auto Model = Models.match(*Call);
    if (!Model || !Model->Effects.has(Effect::StringScanAppend))
      return true;
  }
  if (const auto *Assign = dyn_cast<BinaryOperator>(&Body);
      Assign && Assign->isAssignmentOp() && mentions(*Assign->getLHS(), Buffer))
    return true;
  return llvm::any_of(Body.children(), [&](const Stmt *Child) {
    return Child && isRestarted(Buffer, Append, *Child, Models);
  });
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
  //   strcat(buffer, word);   stream.str();
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
    else if (Model && Model->Effects.has(Effect::StringScanAppend))
      checkScanAppend(*Call, Context);
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
  if (isResetBefore(Object, Assign, Scope, Analysis))
    return;

  const Expr &Value = *Assign.getArg(1);
  const std::string Name = text(Object, Context);
  const auto Operands = operandsOfPlus(Value);
  const auto Names = [&](const Expr *E) { return isSameObject(*E, Object); };
  const auto Count = llvm::count_if(Operands, Names);

  //   text = text + word + ",";
  if (Operands.size() > 1 && Count == 1 && Names(Operands.front())) {
    const llvm::ArrayRef<const Expr *> Tail =
        llvm::ArrayRef(Operands).drop_front();
    Rewrite Fix;
    Fix.Title = "append in place";
    // Two statements need a block; a value that is used needs one expression.
    const bool InBlock = isInBlock(Assign, Analysis);
    Fix.Code = appends(Name, Tail, !InBlock, Context);
    if (isDiscarded(Assign, Analysis) && (InBlock || Tail.size() == 1)) {
      Fix.Level = isLibraryString(Object.getType()) &&
                          canSplitAppend(Operands, Analysis, Context)
                      ? FixLevel::Safe
                      : FixLevel::Review;
      Fix.Edits.push_back(
          FixItHint::CreateReplacement(Assign.getSourceRange(), Fix.Code));
    }
    emit(Assign, quoted(Object, Context) + " is copied whole to append to it",
         *Rep, std::move(Fix), Context);
    return;
  }

  //   text = word + text;
  if (Operands.size() > 1 && Count == 1) {
    // Building a path up to the root of a tree: a few short steps, for which
    // nobody collects and reverses.
    if (!Rep->Call && followsLinks(*Rep->In))
      return;
    Rewrite Fix;
    const auto *At = llvm::find_if(Operands, Names);
    const std::string Front =
        joined(llvm::ArrayRef(Operands.begin(), At), " + ", Context);
    const std::string Type = Object.getType().getUnqualifiedType().getAsString(
        Context.getPrintingPolicy());
    if (At + 1 == Operands.end() && Operands.size() == 2 &&
        spelled(*Operands.front()).getType()->isAnyCharacterType()) {
      Fix.Title = "append, and reverse once after the loop";
      Fix.Code = Name + " += " + Front +
                 ";\n// after the loop:\nstd::reverse(" + Name + ".begin(), " +
                 Name + ".end());";
    } else {
      Fix.Title = "collect the parts and join them once after the loop";
      Fix.Code =
          "parts.push_back(" + Front + ");  // std::vector<" + Type +
          "> parts, before the loop\n// after the loop:\nfor (auto part = "
          "parts.rbegin(); part != parts.rend(); ++part)\n  " +
          Name + " += *part;";
      if (At + 1 != Operands.end())
        Fix.Code +=
            "\n// and what is added behind it is appended in the loop "
            "to a string of its own:\ntail += " +
            joined(llvm::ArrayRef(At + 1, Operands.end()), " + ", Context) +
            ";";
    }
    emit(Assign, quoted(Object, Context) + " is copied whole to prepend to it",
         *Rep, std::move(Fix), Context);
    return;
  }
  if (Operands.size() != 1)
    return;

  const auto *Call = dyn_cast<CallExpr>(&spelled(Value));
  if (!Call)
    return;
  //   text = fmt::format("{}{}", text, word);
  const auto Model = TU.models().match(*Call);
  if (Model && Model->Effects.has(Effect::StringFormat) &&
      Call->getNumArgs() >= 2) {
    const llvm::ArrayRef<const Expr *> Arguments(Call->getArgs(),
                                                 Call->getNumArgs());
    if (llvm::count_if(Arguments.drop_front(), Names) != 1 ||
        llvm::count_if(Arguments, [&](const Expr *E) {
          return mentions(*E, Object);
        }) != 1)
      return;
    const std::string Format = text(*Arguments.front(), Context);
    const std::string Callee = text(*Call->getCallee(), Context);
    Rewrite Fix;
    if (Names(Arguments[1]) && llvm::StringRef(Format).starts_with("\"{}")) {
      Fix.Title = "format to the end of the string";
      Fix.Code = Callee + "_to(std::back_inserter(" + Name + "), \"" +
                 Format.substr(3) + (Arguments.size() > 2 ? ", " : "") +
                 joined(Arguments.drop_front(2), ", ", Context) + ")";
      if (isDiscarded(Assign, Analysis)) {
        Fix.Level = FixLevel::Review;
        Fix.Edits.push_back(
            FixItHint::CreateReplacement(Assign.getSourceRange(), Fix.Code));
      }
    } else {
      Fix.Title = "format the new part only, and join the parts once";
      Fix.Code = "parts.push_back(" + Callee + "(/* without " + Name + " */));";
    }
    emit(Assign,
         quoted(Object, Context) + " is formatted into a new copy of itself",
         *Rep, std::move(Fix), Context);
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
  llvm::SmallVector<const Expr *, 4> All = {&Object};
  All.append(Operands.begin(), Operands.end());
  Rewrite Fix;
  Fix.Title = "append the parts one by one";
  const bool InBlock = isInBlock(Append, Analysis);
  Fix.Code = appends(text(Object, Context), Operands, !InBlock, Context);
  if (InBlock) {
    Fix.Level = isLibraryString(Object.getType()) &&
                        canSplitAppend(All, Analysis, Context)
                    ? FixLevel::Safe
                    : FixLevel::Review;
    Fix.Edits.push_back(
        FixItHint::CreateReplacement(Append.getSourceRange(), Fix.Code));
  }
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
                                        ASTContext &Context) {
  if (Call.getNumArgs() < 2 || !isReportable(Call, Context))
    return;
  const Expr &Buffer = *Call.getArg(0);
  TranslationUnit &TU = unit(Context);
  const std::optional<Repetition> Rep = repetitionOn(Buffer, Call, TU);
  if (!Rep || Rep->Call || !Rep->In->Body ||
      isRestarted(Buffer, Call, *Rep->In->Body, TU.models()))
    return;
  const std::string Name = text(Buffer, Context);
  Rewrite Fix;
  Fix.Title = "remember where the text ends";
  Fix.Code = "end = stpcpy(end, " + text(*Call.getArg(1), Context) +
             ");  // char *end = " + Name + " + strlen(" + Name +
             "), before the loop";
  emit(Call,
       "'" + Call.getDirectCallee()->getNameAsString() +
           "' walks over all of " + quoted(Buffer, Context) +
           " to find its end",
       *Rep, std::move(Fix), Context);
}

void StringAppendCheck::emit(const Expr &At, llvm::StringRef What,
                             const Repetition &Rep, Rewrite Fix,
                             ASTContext &Context) {
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
