// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/ConstructionRewrite.h"
#include "checks/support/Hoist.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

using Kind = Construction::Kind;

/// May L change the locale that regular expressions are compiled with?
bool changesLocale(const Loop &L, TranslationUnit &TU) {
  return anyStmt(*L.Statement, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    const std::optional<ModeledCall> Model =
        Call ? TU.models().match(*Call) : std::nullopt;
    return Model && Model->Effects.has(Effect::LocaleCreate);
  });
}

/// The statements that declare what Declaration is made from within L, which
/// must be made before it; nothing if there is another kind of dependence.
std::optional<llvm::SmallVector<const Stmt *, 2>>
partsOf(const Stmt &Declaration, const Loop &L,
        const FunctionAnalysis &Analysis) {
  const ASTContext &Context = Analysis.function().getASTContext();
  llvm::SmallVector<const Stmt *, 2> Result;
  bool IsMovable = true;
  const auto Add = [&](const Stmt &From, const auto &Again) -> void {
    anyStmtOutsideLambdas(&From, [&](const Stmt &S) {
      const auto *Ref = dyn_cast<DeclRefExpr>(&S);
      const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      if (!Var || !isDeclaredIn(*Var, *L.Statement, Context))
        return false;
      const Stmt *At = nullptr;
      anyStmt(*L.Statement, [&](const Stmt &Each) {
        const auto *Other = dyn_cast<DeclStmt>(&Each);
        if (Other && Other->isSingleDecl() && Other->getSingleDecl() == Var)
          At = Other;
        return At != nullptr;
      });
      if (!At || !isa_and_nonnull<CompoundStmt>(Analysis.parent(*At)) ||
          isTakenElsewhere(*cast<DeclStmt>(At), Analysis) ||
          // Another move may take it along, too.
          usesOf(*Var, Analysis.function()).size() != 1) {
        IsMovable = false;
      } else if (!llvm::is_contained(Result, At)) {
        Again(*Var->getInit(), Again);
        Result.push_back(At);
      }
      return false;
    });
  };
  Add(Declaration, Add);
  return IsMovable ? std::optional(std::move(Result)) : std::nullopt;
}

/// A new name in the function for what C makes, another one for each temporary
/// of the function: all of them may get one at once.
std::string nameFor(const Construction &C, const FunctionAnalysis &Analysis,
                    TranslationUnit &TU) {
  unsigned Before = 0;
  anyStmt(*Analysis.function().getBody(), [&](const Stmt &S) {
    const auto *E = dyn_cast<CXXConstructExpr>(&S);
    if (!E || E == C.Made)
      return E != nullptr;
    const std::optional<Construction> Other = constructionAt(*E, TU);
    Before += Other && Other->What == C.What && !Other->Variable ? 1 : 0;
    return false;
  });
  const std::string Base = C.What == Kind::Regex    ? "pattern"
                           : C.What == Kind::Locale ? "usedLocale"
                                                    : "made";
  for (unsigned I = 1;; ++I) {
    std::string Name = I == 1 ? Base : Base + std::to_string(I);
    if (!isNameUsed(Name, nullptr, Analysis) && Before-- == 0)
      return Name;
  }
}

/// The temporary that C makes, as the user wrote it, if it is given to
/// functions only as a reference to a constant, or asked by const members.
const Expr *namedTemporary(const Construction &C,
                           const FunctionAnalysis &Analysis) {
  const Expr *Whole = C.Made;
  for (const Stmt *Up = Analysis.parent(*Whole);
       isa_and_nonnull<CXXFunctionalCastExpr, CXXBindTemporaryExpr,
                       ImplicitCastExpr, MaterializeTemporaryExpr, ParenExpr>(
           Up);
       Up = Analysis.parent(*Up)) {
    const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(Up);
    if (Cast || isa<ParenExpr>(Up))
      Whole = cast<Expr>(Up);
    if (isa<MaterializeTemporaryExpr>(Up))
      return Whole;
  }
  return nullptr;
}

/// `const std::regex pattern("a+");`; empty if it cannot be written so.
std::string declarationOf(const Construction &C, const Expr &Whole,
                          llvm::StringRef Name, const ASTContext &Context) {
  const std::string Text =
      sourceText(Whole.IgnoreParens()->getSourceRange(), Context).str();
  const Expr *First = C.Shape.explicitArgs() ? C.Shape.Args[0] : nullptr;
  if (Text.empty() || !First)
    return {};
  const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(Whole.IgnoreParens());
  const auto *Object = dyn_cast<CXXTemporaryObjectExpr>(Whole.IgnoreParens());
  //   RE2::FullMatch(line, "a+")
  if (!Cast && !Object)
    return isa<StringLiteral>(spelled(*First))
               ? fmt::format("const {} {}({});",
                             C.Made->getType().getUnqualifiedType().getAsString(
                                 namesOnly(Context)),
                             Name.str(), Text)
               : std::string();
  const TypeSourceInfo *Written =
      Cast ? Cast->getTypeInfoAsWritten() : Object->getTypeSourceInfo();
  const llvm::StringRef Type =
      sourceText(Written->getTypeLoc().getSourceRange(), Context);
  if (Type.empty() || !llvm::StringRef(Text).starts_with(Type))
    return {};
  // `const std::regex pattern(std::string(text));` would declare a function.
  if (isa<StringLiteral>(spelled(*First)))
    return fmt::format("const {} {}{};", Type.str(), Name.str(),
                       Text.substr(Type.size()));
  return Context.getLangOpts().CPlusPlus17
             ? fmt::format("const auto {} = {};", Name.str(), Text)
             : std::string();
}

/// The declarations that C consists of: its own, or that of the engine which
/// it seeds; and engines that its variable seeds. None if there are others.
llvm::SmallVector<const DeclStmt *, 2>
declarationsOf(const Construction &C, const FunctionAnalysis &Analysis) {
  llvm::SmallVector<const DeclStmt *, 2> Result;
  const auto Add = [&](const Stmt *At) {
    while (isa_and_nonnull<Expr>(At))
      At = Analysis.parent(*At);
    const auto *Declaration = dyn_cast_or_null<DeclStmt>(At);
    const auto *Var = Declaration && Declaration->isSingleDecl()
                          ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                          : nullptr;
    const bool IsGood =
        Var && Var->hasLocalStorage() && Var->getType()->isRecordType() &&
        isa_and_nonnull<CompoundStmt>(Analysis.parent(*Declaration));
    if (IsGood && !llvm::is_contained(Result, Declaration))
      Result.push_back(Declaration);
    return IsGood;
  };
  if (!Add(C.Made))
    return {};
  if (C.What == Kind::Random && C.Variable)
    for (const DeclRefExpr *Use : usesOf(*C.Variable, Analysis.function()))
      if (!Add(Use))
        return {};
  return Result;
}

FixLevel levelOf(const Construction &C, ObjectUse Use, Ingredients Same,
                 const Loop &Out, const FunctionAnalysis &Analysis,
                 TranslationUnit &TU) {
  if (Use != ObjectUse::Tool || !C.IsObject)
    return FixLevel::Advice;
  const bool IsProven = C.What == Kind::Regex && !C.HasState &&
                        Same == Ingredients::Constant &&
                        !isInTry(*C.Made, Analysis) && !changesLocale(Out, TU);
  return IsProven ? FixLevel::Safe : FixLevel::Review;
}

} // namespace

Rewrite makeBeforeLoop(const Construction &C, ObjectUse Use, const Loop &L,
                       TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(*C.Made));
  const Ingredients Same = ingredientsIn(C, L, TU);
  Rewrite Fix;
  if (L.Shape == Loop::Kind::Algorithm) {
    Fix.Title = "make it once";
    Fix.Code =
        fmt::format("static const {}",
                    C.Declaration ? statementText(*C.Declaration, Context)
                                  : statementText(*C.Made, Context));
    if (Use == ObjectUse::Tool)
      Fix.Edits = keepForNextCall(C, TU);
    Fix.Level = Fix.Edits.empty() ? FixLevel::Advice : FixLevel::Review;
    return Fix;
  }
  const Loop *Out = &L;
  while (Out->Parent && Out->Parent->isDataLoop() &&
         Out->Parent->Shape != Loop::Kind::Algorithm &&
         ingredientsIn(C, *Out->Parent, TU) == Same)
    Out = Out->Parent;
  Fix.Title = Use == ObjectUse::SetUp
                  ? "make it and set it up once, before the loop"
                  : "make it once, before the loop";
  Fix.Level = levelOf(C, Use, Same, *Out, Analysis, TU);
  const std::string Header = headerOf(*Out, Context);
  llvm::SmallVector<const Stmt *, 4> First;
  if (const auto Own = declarationsOf(C, Analysis);
      C.IsObject && !Own.empty() && (C.Variable || C.What == Kind::Random)) {
    bool IsMovable = true;
    for (const DeclStmt *Declaration : Own) {
      const auto Parts =
          partsOf(*cast<VarDecl>(Declaration->getSingleDecl())->getInit(), *Out,
                  Analysis);
      IsMovable &= Parts && !isTakenElsewhere(*Declaration, Analysis);
      if (Parts)
        for (const Stmt *Part : *Parts)
          if (!llvm::is_contained(First, Part))
            First.push_back(Part);
      if (!llvm::is_contained(First, Declaration))
        First.push_back(Declaration);
    }
    for (const Stmt *S : First)
      Fix.Code += statementText(*S, Context) + "\n";
    Fix.Code += Header;
    if (IsMovable && Fix.Level != FixLevel::Advice)
      Fix.Edits = moveOut(First, {}, *Out, Analysis);
  } else if (const Expr *Whole = C.IsObject && C.What != Kind::Random
                                     ? namedTemporary(C, Analysis)
                                     : nullptr) {
    const std::string Name = nameFor(C, Analysis, TU);
    const std::string Declaration = declarationOf(C, *Whole, Name, Context);
    Fix.Code = Declaration + "\n" + Header + "  // … " + Name + " …";
    if (Fix.Level != FixLevel::Advice && !Declaration.empty() &&
        !dependsOn(*C.Made, *Out, Context))
      Fix.Edits = insertAround(*Out, Declaration, "", Analysis);
    if (!Fix.Edits.empty())
      Fix.Edits.push_back(
          FixItHint::CreateReplacement(Whole->getSourceRange(), Name));
  }
  if (Fix.Code.empty() || Fix.Code.front() == '\n')
    Fix.Code = fmt::format(
        "… {}  // once\n{}",
        onOneLine(sourceText(C.Made->getSourceRange(), Context)), Header);
  if (Fix.Edits.empty())
    Fix.Level = FixLevel::Advice;
  return Fix;
}

llvm::SmallVector<FixItHint, 4> keepForNextCall(const Construction &C,
                                                TranslationUnit &TU) {
  const FunctionDecl &Function = *TU.functionAround(*C.Made);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  // Lambdas are constexpr by themselves where they can be.
  if (!C.IsObject || C.HasState ||
      (Function.isConstexpr() && !TU.lambdaOf(Function)) ||
      ingredientsOfCalls(C, TU) != Ingredients::Constant)
    return {};
  if (C.Variable || C.What == Kind::Random) {
    llvm::SmallVector<FixItHint, 4> Edits;
    for (const DeclStmt *Declaration : declarationsOf(C, Analysis)) {
      const auto &Var = *cast<VarDecl>(Declaration->getSingleDecl());
      if (Declaration->getBeginLoc().isMacroID() || Var.isConstexpr())
        return {};
      Edits.push_back(FixItHint::CreateInsertion(
          Declaration->getBeginLoc(), C.What == Kind::Random ? "thread_local "
                                      : Var.getType().isConstQualified()
                                          ? "static "
                                          : "static const "));
    }
    return Edits;
  }
  const Expr *Whole = namedTemporary(C, Analysis);
  const Stmt *At = Whole;
  // What a `case` jumps over is not made.
  while (At && !isa_and_nonnull<CompoundStmt>(Analysis.parent(*At))) {
    At = Analysis.parent(*At);
    if (isa_and_nonnull<SwitchCase, LabelStmt>(At))
      return {};
  }
  if (!At)
    return {};
  const std::string Name = nameFor(C, Analysis, TU);
  const std::string Declaration = declarationOf(C, *Whole, Name, TU.context());
  const std::optional<FixItHint> First =
      insertBefore(*At, "static " + Declaration, Analysis);
  if (Declaration.empty() || !First)
    return {};
  return {*First, FixItHint::CreateReplacement(Whole->getSourceRange(), Name)};
}

} // namespace slowpath
