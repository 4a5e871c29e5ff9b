// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SequenceRewrite.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/Objects.h"
#include "checks/support/Sequences.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/TypeLoc.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

std::string text(const Expr &E, const ASTContext &Context) {
  return sourceText(E.getSourceRange(), Context).str();
}

const Expr &objectOf(const CXXMemberCallExpr &Call) {
  return *Call.getImplicitObjectArgument();
}

llvm::StringRef methodName(const CXXMemberCallExpr &Call) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  return Method && Method->getIdentifier() ? Method->getName() : "";
}

/// The outermost loop of this function around S that Object outlives.
const Loop *outermostLoop(const Loop *L, const Expr &Object,
                          TranslationUnit &TU) {
  while (L && L->Parent && outlivesIteration(Object, *L->Parent, TU))
    L = L->Parent;
  return L;
}

/// Does S hold a return, goto, co_yield or co_return, lambdas excepted?
bool leavesFunction(const Stmt &S) {
  if (isa<ReturnStmt, GotoStmt, IndirectGotoStmt, CoyieldExpr, CoreturnStmt>(S))
    return true;
  if (isa<LambdaExpr>(S))
    return false;
  return llvm::any_of(S.children(), [](const Stmt *Child) {
    return Child && leavesFunction(*Child);
  });
}

/// The edit that makes `std::vector<T> Var…` a std::deque, when that declares
/// the same elements: not for bool, nor for an initialiser that is itself a
/// vector, nor where it would change other variables.
std::optional<FixItHint> declareAsDeque(const VarDecl &Var,
                                        const FunctionDecl &Function,
                                        const ASTContext &Context) {
  const bool IsAlone = anyStmt(*Function.getBody(), [&](const Stmt &S) {
    const auto *Declaration = dyn_cast<DeclStmt>(&S);
    return Declaration && Declaration->isSingleDecl() &&
           Declaration->getSingleDecl() == &Var;
  });
  if (!IsAlone)
    return std::nullopt;
  const auto *Record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Var.getType()->getAsCXXRecordDecl());
  if (!Record || !Record->isInStdNamespace() || Record->getName() != "vector" ||
      Record->getTemplateArgs()[0].getAsType()->isBooleanType())
    return std::nullopt;
  if (const Expr *Init = Var.getInit()) {
    const auto *Construct =
        dyn_cast<CXXConstructExpr>(Init->IgnoreUnlessSpelledInSource());
    if (!Construct || Construct->getConstructor()->isCopyOrMoveConstructor())
      return std::nullopt;
  }
  const TypeSourceInfo *Type = Var.getTypeSourceInfo();
  if (!Type)
    return std::nullopt;
  const TypeLoc Unqualified = Type->getTypeLoc().getUnqualifiedLoc();
  const auto Template = Unqualified.getAs<TemplateSpecializationTypeLoc>();
  if (!Template)
    return std::nullopt;
  const SourceLocation Name = Template.getTemplateNameLoc();
  if (Name.isMacroID() || sourceText(Name, Context) != "vector")
    return std::nullopt;
  // `using std::vector` does not bring std::deque along.
  const SourceManager &SM = Context.getSourceManager();
  const auto [File, Offset] = SM.getDecomposedLoc(Name);
  const bool IsQualified =
      SM.getBufferData(File).take_front(Offset).rtrim().ends_with("::");
  return FixItHint::CreateReplacement(SourceRange(Name),
                                      IsQualified ? "deque" : "std::deque");
}

/// Is the address of this element taken? Others may lie behind it only in a
/// vector.
bool isAddressTaken(const Expr &Element, const FunctionAnalysis &Analysis) {
  const Stmt *Parent = Analysis.parent(Element);
  while (isa_and_nonnull<ParenExpr>(Parent))
    Parent = Analysis.parent(*Parent);
  if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Parent))
    return Unary->getOpcode() == UO_AddrOf;
  // `std::addressof(v[0])`, `std::span(&v.front(), n)`.
  const auto *Call = dyn_cast_or_null<CallExpr>(Parent);
  return Call && !isa<CXXOperatorCallExpr>(Call) &&
         Call->getType()->isPointerType();
}

/// What a use of a local std::vector needs from it.
enum class DequeUse { Compatible, EraseFront, Incompatible };

/// Would the use mean the same if the variable were a std::deque? EraseFront:
/// yes, once erase(begin()) is spelled pop_front().
DequeUse dequeUseOf(const DeclRefExpr &Use, const FunctionAnalysis &Analysis,
                    const ApiModels &Models) {
  // `for (auto &x : v)` mentions the variable in the hidden range variable.
  const Stmt *Parent = Analysis.parent(Use);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Parent))
    Parent = Analysis.parent(*Parent);
  if (isa_and_nonnull<DeclStmt>(Parent) &&
      isa_and_nonnull<CXXForRangeStmt>(Analysis.parent(*Parent)))
    return DequeUse::Compatible;
  if (const auto *Subscript = dyn_cast_or_null<CXXOperatorCallExpr>(Parent);
      Subscript && Subscript->getOperator() == OO_Subscript)
    return &spelled(*Subscript->getArg(0)) == &Use &&
                   !isAddressTaken(*Subscript, Analysis)
               ? DequeUse::Compatible
               : DequeUse::Incompatible;
  const CXXMemberCallExpr *Call = memberCallOn(Use, Analysis);
  if (!Call)
    return DequeUse::Incompatible;
  if (positionOf(*Call, Models) == SequencePosition::Front &&
      methodName(*Call) == "erase" && Call->getNumArgs() == 1)
    return isDiscarded(*Call, Analysis) ? DequeUse::EraseFront
                                        : DequeUse::Incompatible;
  if (methodName(*Call) == "begin" || methodName(*Call) == "cbegin") {
    // Only as the position of the erase above, which is replaced.
    const Stmt *Up = Analysis.parent(*Call);
    while (Up && isa<Expr>(Up) && !isa<CXXMemberCallExpr>(Up))
      Up = Analysis.parent(*Up);
    const auto *Erase = dyn_cast_or_null<CXXMemberCallExpr>(Up);
    return Erase && methodName(*Erase) == "erase" &&
                   isDiscarded(*Erase, Analysis)
               ? DequeUse::Compatible
               : DequeUse::Incompatible;
  }
  return llvm::is_contained({"push_back", "emplace_back", "pop_back", "front",
                             "back", "empty", "size", "clear", "at"},
                            methodName(*Call)) &&
                 !isAddressTaken(*Call, Analysis)
             ? DequeUse::Compatible
             : DequeUse::Incompatible;
}

/// How many arguments of an insertion give its position: prepend() has none.
unsigned positionArguments(const CXXMemberCallExpr &Insert,
                           const ApiModels &Models) {
  const auto Model = Models.match(Insert);
  return Model && Model->Effects.has(Effect::SequenceInsertFront) ? 0 : 1;
}

/// Does Insert insert one element, the arguments behind its position?
bool insertsOneElement(const CXXMemberCallExpr &Insert, unsigned First) {
  const Expr *Last = Insert.getArg(Insert.getNumArgs() - 1);
  // `insert(v.begin(), {a, b})` inserts several.
  if (isa<InitListExpr, CXXStdInitializerListExpr>(
          Last->IgnoreUnlessSpelledInSource()))
    return false;
  if (methodName(Insert) == "emplace")
    return true;
  if (Insert.getNumArgs() != First + 1)
    return false;
  // `text.insert(0, word)` puts the characters of a word in order.
  const QualType Inserted = spelled(*Last).getType().getNonReferenceType();
  return !isString(objectOf(Insert).getType()) ||
         Inserted->isAnyCharacterType() || Inserted->isIntegerType();
}

} // namespace

std::optional<Rewrite> appendAndReverse(const CXXMemberCallExpr &Insert,
                                        TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const Expr &Object = objectOf(Insert);
  FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Insert));
  const std::string Name = text(Object, Context);
  const unsigned First = positionArguments(Insert, TU.models());
  if (Name.empty() || !insertsOneElement(Insert, First))
    return std::nullopt;
  std::string Arguments;
  for (unsigned I = First; I < Insert.getNumArgs(); ++I) {
    const std::string Argument = text(*Insert.getArg(I), Context);
    if (Argument.empty())
      return std::nullopt;
    Arguments += (Arguments.empty() ? "" : ", ") + Argument;
  }
  const std::string Append =
      Name +
      (methodName(Insert) == "emplace" ? ".emplace_back(" : ".push_back(") +
      Arguments + ")";
  const std::string Reverse =
      "std::reverse(" + Name + ".begin(), " + Name + ".end());";
  Rewrite Fix;
  Fix.Title = "append, and reverse once after the loop";
  Fix.Code = Append + ";\n// after the loop:\n" + Reverse;

  const VarDecl *Var = rootVariable(Object);
  const Loop *Outer = outermostLoop(TU.innermostLoop(Insert), Object, TU);
  if (!Var || !isa<DeclRefExpr>(spelled(Object)) || !Outer)
    return Fix;
  // What the container held before would be reversed with the rest.
  if (!isEmptyAt(*Var, *Outer->Statement, Analysis, Context)) {
    Fix.Title = "collect in the other order, and put all in front at once";
    Fix.Code = "front.push_back(" + Arguments + ");\n// after the loop:\n" +
               Name + ".insert(" + Name +
               ".begin(), front.rbegin(), front.rend());";
    return Fix;
  }
  if (Outer->Shape == Loop::Kind::Algorithm ||
      !isa_and_nonnull<CompoundStmt>(Analysis.parent(*Outer->Statement)) ||
      Outer->Statement->getBeginLoc().isMacroID() ||
      !isDiscarded(Insert, Analysis))
    return Fix;
  // Nobody may see the elements in their intermediate order: the loop touches
  // the container nowhere else, and leaves only at its end.
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
  return Fix;
}

std::optional<Rewrite> popFromDeque(const CXXMemberCallExpr &Erase,
                                    TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const Expr &Object = objectOf(Erase);
  FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Erase));
  const std::string Name = text(Object, Context);
  const CXXRecordDecl *Record =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Record || !Record->isInStdNamespace() || Erase.getNumArgs() != 1 ||
      isString(Object.getType()) || Name.empty())
    return std::nullopt;
  Rewrite Fix;
  Fix.Title = "make it a std::deque";
  Fix.Code = Name + ".pop_front();  // with " + Name +
             " declared as std::deque instead of std::vector";
  const VarDecl *Var = rootVariable(Object);
  if (!Var || !isa<DeclRefExpr>(spelled(Object)) || !isAutomaticObject(*Var) ||
      !isOwnObject(*Var, Analysis))
    return Fix;
  const std::optional<FixItHint> Declaration =
      declareAsDeque(*Var, Analysis.function(), Context);
  if (!Declaration)
    return Fix;
  llvm::SmallVector<FixItHint, 4> Edits = {*Declaration};
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
  return Fix;
}

Rewrite insertElsewhere(const CXXMemberCallExpr &Insert, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const Expr &Object = objectOf(Insert);
  const std::string Name = text(Object, Context);
  const unsigned First = positionArguments(Insert, TU.models());
  Rewrite Fix;
  if (isString(Object.getType())) {
    // `text.insert(0, 1, c)` inserts a count of characters.
    const std::string Part = Insert.getNumArgs() == First + 1
                                 ? text(*Insert.getArg(First), Context)
                                 : std::string("/* the inserted text */");
    Fix.Title = "collect the parts and join them once after the loop";
    Fix.Code = "parts.push_back(" + Part +
               ");\n// after the loop:\nfor (auto part = parts.rbegin(); part "
               "!= parts.rend(); ++part)\n  front += *part;\n" +
               Name + " = front + " + Name + ";";
    return Fix;
  }
  Fix.Title = "use a std::deque, whose front grows as well";
  Fix.Code =
      (Insert.getNumArgs() == First + 1
           ? Name + ".push_front(" + text(*Insert.getArg(First), Context) + ");"
           : text(Insert, Context) + ";") +
      "  // with " + Name + " declared as std::deque";
  return Fix;
}

Rewrite keepACursor(const Expr &Object, const ASTContext &Context) {
  const std::string Name = text(Object, Context);
  Rewrite Fix;
  if (!isString(Object.getType())) {
    Fix.Title = "use a std::deque, or an index of the first element left";
    Fix.Code =
        Name + ".pop_front();  // with " + Name + " declared as std::deque";
    return Fix;
  }
  const CXXRecordDecl *Record =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  Fix.Title = "keep a cursor instead of erasing";
  if (Record && Record->isInStdNamespace())
    Fix.Code = "std::string_view rest = " + Name +
               ";  // before the loop\nrest.remove_prefix(/* what was "
               "erased */);";
  else
    Fix.Code = "start += /* what was erased */;  // an index into " + Name +
               ", 0 before the loop\n// after the loop:\n" + Name +
               ".remove(0, start);";
  return Fix;
}

} // namespace slowpath
