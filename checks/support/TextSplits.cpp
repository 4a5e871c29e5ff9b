// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/TextSplits.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

using Kind = SingleRead::Kind;

bool isSequenceOfStrings(QualType T) {
  const QualType Element =
      isSequence(T) ? elementType(T.getNonReferenceType()) : QualType();
  return !Element.isNull() && isString(Element);
}

const VarDecl *variableOf(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// Is E made of Text alone: a piece of it (`text.substr(a, n)`), or a string
/// that was read from a stream over it?
bool isPieceOf(const Expr &E, const ParmVarDecl &Text, const Stmt &Body) {
  const auto MentionsText = [&](const Stmt &S) {
    const auto *Part = dyn_cast<DeclRefExpr>(&S);
    return Part && Part->getDecl() == &Text;
  };
  if (anyStmt(E, MentionsText))
    return true;
  const VarDecl *Piece = nullptr;
  anyStmt(E, [&](const Stmt &S) {
    const auto *Part = dyn_cast<Expr>(&S);
    Piece = Part ? variableOf(*Part) : nullptr;
    return Piece && isString(Piece->getType());
  });
  if (!Piece)
    return false;
  //   std::istringstream stream(text); … std::getline(stream, part, ',')
  return anyStmt(Body, [&](const Stmt &S) {
    const auto *Read = dyn_cast<CallExpr>(&S);
    if (!Read || Read->getNumArgs() < 2 ||
        meaningOf(Read->getType()) != TypeMeaning::InputStream ||
        variableOf(*Read->getArg(1)) != Piece)
      return false;
    const VarDecl *Stream = variableOf(*Read->getArg(0));
    return Stream && Stream->hasInit() &&
           anyStmt(*Stream->getInit(), MentionsText);
  });
}

/// The parameter that a function of the project cuts into the strings that it
/// returns, or null: it appends pieces of it to a local sequence in a loop.
const ParmVarDecl *textSplitBy(const FunctionDecl &Function,
                               TranslationUnit &TU) {
  const FunctionDecl *Definition = nullptr;
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!TU.isUserCode(Function.getLocation()) ||
      (Method && Method->isVirtual()) || !Function.hasBody(Definition) ||
      Definition->isDependentContext() ||
      !isSequenceOfStrings(Definition->getReturnType()))
    return nullptr;
  const Stmt &Body = *Definition->getBody();
  for (const ParmVarDecl *Text : Definition->parameters()) {
    if (!isString(Text->getType()))
      continue;
    unsigned Pieces = 0, Others = 0;
    anyStmt(Body, [&](const Stmt &S) {
      const auto *Call = dyn_cast<CallExpr>(&S);
      const auto Model = Call ? TU.models().match(*Call) : std::nullopt;
      const Expr *Object = Call ? calledOn(*Call) : nullptr;
      if (!Model || !Object || !Model->Effects.has(Effect::SequenceAppend) ||
          !isSequenceOfStrings(Object->getType()))
        return false;
      ++(TU.innermostLoop(*Call) ? Pieces : Others);
      // The last one is often appended behind the loop.
      if (!isPieceOf(*Call->getArg(Call->getNumArgs() - 1), *Text, Body) &&
          !isPieceOf(*Call->getArg(0), *Text, Body))
        Pieces = Others = 1000;
      return false;
    });
    if (Pieces > 0 && Pieces < 1000 && Others <= 1)
      return Text;
  }
  return nullptr;
}

/// Where the strings are: the value of Call or of its conversion.
const Expr &valueOf(const CallExpr &Call, const FunctionAnalysis &Analysis) {
  const Stmt *Up = Analysis.parent(Call);
  while (isa_and_nonnull<MaterializeTemporaryExpr, CXXBindTemporaryExpr,
                         ImplicitCastExpr, MemberExpr, ParenExpr>(Up))
    Up = Analysis.parent(*Up);
  const auto *Conversion = dyn_cast_or_null<CXXMemberCallExpr>(Up);
  return Conversion &&
                 isa_and_nonnull<CXXConversionDecl>(Conversion->getMethodDecl())
             ? static_cast<const Expr &>(*Conversion)
             : Call;
}

/// The loop that goes over the only mention of the variable that Made
/// initialises, or over Made itself.
const CXXForRangeStmt *onlyWalk(const Expr &Made, TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(Made);
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const VarDecl *Kept = holderOf(Made, Analysis);
  if (!Kept || !isAutomaticObject(*Kept))
    return nullptr;
  const auto Uses = usesOf(*Kept, *Function);
  if (Uses.size() != 1 || TU.functionAround(*Uses.front()) != Function)
    return nullptr;
  const CXXForRangeStmt *Walk = nullptr;
  for (const Stmt *Up = Uses.front(); Up && !Walk; Up = Analysis.parent(*Up))
    Walk = dyn_cast<CXXForRangeStmt>(Up);
  return Walk && Walk->getRangeInit() &&
                 &spelled(*Walk->getRangeInit()) == Uses.front()
             ? Walk
             : nullptr;
}

/// A mention of the variable that a call fills, and nothing else does.
const VarDecl *filledBy(const CallExpr &Call, unsigned Out,
                        TranslationUnit &TU) {
  const VarDecl *Var =
      Out < Call.getNumArgs() ? variableOf(*Call.getArg(Out)) : nullptr;
  const FunctionDecl *Function = TU.functionAround(Call);
  return Var && Function && isOwnObject(*Var, TU.analysis(*Function)) ? Var
                                                                      : nullptr;
}

} // namespace

std::optional<TextSplit> textSplitAt(const CallExpr &Call,
                                     TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(Call);
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Function || !Callee || isa<CXXOperatorCallExpr>(Call))
    return std::nullopt;
  FunctionAnalysis &Analysis = TU.analysis(*Function);
  TextSplit Result;
  Result.Call = &Call;
  const auto Model = TU.models().match(Call);
  const Expr *Value = &Call;
  if (Model && Model->Handle &&
      Model->Effects.hasAny({Effect::StringSplit, Effect::StringSplitLazy})) {
    // Members are of Qt: see SplitReads.
    if (isa<CXXMemberCallExpr>(Call))
      return std::nullopt;
    Result.IsLazy = Model->Effects.has(Effect::StringSplitLazy);
    Result.Text = Model->Handle;
    const unsigned After = Model->Model->HandleArgument + 1;
    for (unsigned I = After + 1; I < Call.getNumArgs(); ++I)
      if (!isa<CXXDefaultArgExpr>(Call.getArg(I)))
        return std::nullopt;
    Result.Separator = After < Call.getNumArgs() ? Call.getArg(After) : nullptr;
    Value = &valueOf(Call, Analysis);
  } else if (const ParmVarDecl *Text = textSplitBy(*Callee, TU)) {
    const unsigned At = Text->getFunctionScopeIndex();
    if (At < Call.getNumArgs())
      Result.Text = Call.getArg(At);
    // What other text or character it is given.
    for (unsigned I = 0; I < Call.getNumArgs(); ++I)
      if (I != At && !isa<CXXDefaultArgExpr>(Call.getArg(I)))
        Result.Separator = Call.getNumArgs() == 2 ? Call.getArg(I) : nullptr;
  } else {
    return std::nullopt;
  }
  if (Result.Separator)
    if (const auto *Set = dyn_cast<CallExpr>(&spelled(*Result.Separator))) {
      // A predicate: of a set of characters, if it is given one.
      Result.IsAnyOf = Set->getNumArgs() == 1;
      Result.Separator = Result.IsAnyOf ? Set->getArg(0) : nullptr;
    }
  if (!Result.Text || !variableOf(*Result.Text))
    return std::nullopt;

  if (Model && Model->Model->Out) {
    const VarDecl *Filled = filledBy(Call, *Model->Model->Out, TU);
    if (!Filled || !isSequenceOfStrings(Filled->getType()))
      return std::nullopt;
    Result.Read = singleReadOf(
        *Filled, *cast<DeclRefExpr>(&spelled(*Call.getArg(*Model->Model->Out))),
        TU);
  } else {
    if (!isSequenceOfStrings(Value->getType()))
      return std::nullopt;
    Result.Read = singleReadOf(*Value, TU);
    if (!Result.Read && Result.IsLazy)
      Result.Walk = onlyWalk(*Value, TU);
  }
  if (Result.Walk) {
    // The text must be there, and the same, as long as its parts are used.
    for (const auto &L : Analysis.loops())
      if (L->Statement == Result.Walk &&
          Analysis.isModifiedIn(*variableOf(*Result.Text), *L))
        return std::nullopt;
    return Result;
  }
  if (!Result.Read)
    return std::nullopt;
  const Kind What = Result.Read->What;
  // How a function of the project counts, and what it takes for the last part,
  // depends on what it does about empty ones.
  const bool IsKnown = Model.has_value();
  return What == Kind::First ||
                 (IsKnown && (What == Kind::Last || What == Kind::Size))
             ? std::optional(Result)
             : std::nullopt;
}

Rewrite withoutParts(const TextSplit &Split, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const auto TextOf = [&](const Expr &E) {
    return onOneLine(sourceText(E.getSourceRange(), Context));
  };
  const std::string Text = TextOf(*Split.Text);
  const std::string Separator =
      Split.Separator ? TextOf(*Split.Separator) : "…";
  Rewrite Fix;
  if (Split.Walk) {
    Fix.Title = "take the parts one by one";
    Fix.Code = "for (const auto " +
               Split.Walk->getLoopVariable()->getNameAsString() + " : " +
               TextOf(*Split.Call) + ")  // views of the parts";
    return Fix;
  }
  switch (Split.Read->What) {
  case Kind::First:
    Fix.Title = "read the text up to the separator";
    Fix.Code = Text + ".substr(0, " + Text + ".find" +
               (Split.IsAnyOf ? "_first_of" : "") + "(" + Separator + "))";
    break;
  case Kind::Last:
    Fix.Title = "read the text behind the last separator";
    Fix.Code = Text + ".substr(" + Text +
               (Split.IsAnyOf ? ".find_last_of(" : ".rfind(") + Separator +
               ") + 1)";
    break;
  default:
    Fix.Title = "count the separators";
    Fix.Code = Split.IsAnyOf ? "1 + std::count_if(" + Text + ".begin(), " +
                                   Text + ".end(), …)  // one of " + Separator
                             : "1 + std::count(" + Text + ".begin(), " + Text +
                                   ".end(), " + Separator + ")";
    break;
  }
  return Fix;
}

} // namespace slowpath
