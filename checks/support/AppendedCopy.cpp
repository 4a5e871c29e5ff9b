// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/AppendedCopy.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopBounds.h"
#include "checks/support/LoopData.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Members.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The range that an algorithm reads.
struct Source {
  const Expr *Container = nullptr;
  /// As two iterators.
  std::string Iterators;
};

/// `a` in `a.begin()` or `std::begin(a)`, if the name ends in Edge.
const Expr *edgeOf(const Expr &E, llvm::StringRef Edge) {
  const Expr *Core = &spelled(E);
  while (const auto *Construct = dyn_cast<CXXConstructExpr>(Core)) {
    if (Construct->getNumArgs() != 1)
      return nullptr;
    Core = &spelled(*Construct->getArg(0));
  }
  const auto *Call = dyn_cast<CallExpr>(Core);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() ||
      !llvm::is_contained({Edge.str(), "c" + Edge.str()},
                          Callee->getName().str()))
    return nullptr;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Call->getNumArgs() == 0 ? Member->getImplicitObjectArgument()
                                   : nullptr;
  return Call->getNumArgs() == 1 ? Call->getArg(0) : nullptr;
}

/// Is E a variable, or a member of one or of `this`: the same twice, and
/// without effects?
bool isPlainName(const Expr &E) {
  const Expr &Core = spelled(E);
  if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           isPlainName(*Member->getBase());
  return isa<DeclRefExpr, CXXThisExpr>(Core);
}

std::optional<Source> sourceOf(const CallShape &Shape, unsigned Out,
                               const ASTContext &Context) {
  Source Result;
  if (Out == 1) {
    //   std::ranges::copy(a, out)
    Result.Container = &spelled(*Shape.arg(0));
    const std::string Text =
        sourceText(Result.Container->getSourceRange(), Context).str();
    Result.Iterators = Text + ".begin(), " + Text + ".end()";
  } else {
    Result.Container = edgeOf(*Shape.arg(0), "begin");
    const Expr *Other = edgeOf(*Shape.arg(1), "end");
    if (!Result.Container || !Other || !isSameObject(*Result.Container, *Other))
      return std::nullopt;
    Result.Iterators = sourceText(SourceRange(Shape.arg(0)->getBeginLoc(),
                                              Shape.arg(1)->getEndLoc()),
                                  Context)
                           .str();
  }
  const CXXRecordDecl *Class =
      Result.Container->getType().getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() && isPlainName(*Result.Container) &&
                 !Result.Iterators.empty() &&
                 isValue(Result.Container->getType()) &&
                 hasMember(*Class->getDefinition(), "size")
             ? std::optional(Result)
             : std::nullopt;
}

/// Can a range be inserted into a T at once: `v.insert(v.end(), first, last)`?
bool insertsRanges(QualType T, const ApiModels &Models) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return false;
  // Its parameters are a place and two iterators of any kind.
  return llvm::any_of(
             Class->decls(),
             [&](const Decl *D) {
               const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
               const auto *Method =
                   Template
                       ? dyn_cast<CXXMethodDecl>(Template->getTemplatedDecl())
                       : nullptr;
               return Method && Method->getIdentifier() &&
                      Method->getNumParams() == 3 &&
                      llvm::any_of(
                          Models.rows(*Method), [](const ApiModel *Row) {
                            return Row->Effects.has(Effect::SequenceInsert);
                          });
             }) ||
         llvm::any_of(Class->bases(), [&](const CXXBaseSpecifier &Base) {
           return insertsRanges(Base.getType(), Models);
         });
}

} // namespace

std::optional<AppendedCopy> appendedCopyAt(const CallExpr &Call,
                                           TranslationUnit &TU) {
  ASTContext &Context = TU.context();
  const auto Model = TU.models().match(Call);
  const FunctionDecl *Function = TU.functionAround(Call);
  const std::optional<CallShape> Shape = shapeOf(Call);
  if (!Model || !Function || !Shape || !Model->Effects.has(Effect::DataCopy) ||
      !Model->Model->Out || !Shape->arg(*Model->Model->Out))
    return std::nullopt;
  const Expr *Out = &spelled(*Shape->arg(*Model->Model->Out));
  while (const auto *Construct = dyn_cast<CXXConstructExpr>(Out))
    Out = Construct->getNumArgs() == 1 ? &spelled(*Construct->getArg(0))
                                       : nullptr;
  const auto Appender = Out ? TU.models().match(*Out) : std::nullopt;
  const auto *Ref = Appender && Appender->Effects.has(Effect::DataAppender) &&
                            Appender->Handle
                        ? dyn_cast<DeclRefExpr>(&spelled(*Appender->Handle))
                        : nullptr;
  const auto *To = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  FunctionAnalysis &Analysis = TU.analysis(*Function);
  if (!To || !isAutomaticObject(*To) || !isOwnObject(*To, Analysis) ||
      !isDiscarded(Call, Analysis))
    return std::nullopt;
  const std::optional<Source> From =
      sourceOf(*Shape, *Model->Model->Out, Context);
  if (!From || rootVariable(*From->Container) == To)
    return std::nullopt;
  if (const std::optional<uint64_t> Size = fixedSize(*From->Container, Context);
      Size && *Size <= Loop::SmallTripCount)
    return std::nullopt;

  const std::string Name = To->getNameAsString();
  AppendedCopy Result;
  Result.To = To;
  Result.Count =
      sourceText(spelled(*From->Container).getSourceRange(), Context).str() +
      ".size()";
  const bool HasCallback = Shape->explicitArgs() > *Model->Model->Out + 1;
  if (!HasCallback && insertsRanges(To->getType(), TU.models())) {
    Result.Fix.Title = "insert them at once";
    Result.Fix.Code = Name + ".insert(" + Name + ".end(), " +
                      onOneLine(From->Iterators) + ")";
    Result.Fix.Edits = {
        FixItHint::CreateReplacement(Call.getSourceRange(), Result.Fix.Code)};
    // Conversions that cost nothing here may be others there.
    Result.Fix.Level =
        Context.hasSameUnqualifiedType(elementType(From->Container->getType()),
                                       elementType(To->getType()))
            ? FixLevel::Safe
            : FixLevel::Review;
    return Result;
  }
  // To reserve exactly what comes next, again and again, is quadratic.
  const Loop *Again = TU.innermostLoop(Call);
  if ((Again && !isDeclaredIn(*To, *Again->Statement, Context)) ||
      !isEmptyAt(*To, Call, Analysis, Context))
    return std::nullopt;
  Result.Fix.Title = "reserve the memory before it";
  Result.Fix.Code = Name + ".reserve(" + Result.Count + ");";
  if (const auto Edit = insertBefore(Call, Result.Fix.Code, Analysis)) {
    Result.Fix.Edits = {*Edit};
    Result.Fix.Level = FixLevel::Safe;
  }
  return Result;
}

} // namespace slowpath
