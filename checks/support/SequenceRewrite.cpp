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
#include "llvm/ADT/StringExtras.h"

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

/// How the loop L uses Object beside Insert.
enum class OtherUses { None, Appends, Any };

OtherUses usesBeside(const CXXMemberCallExpr &Insert, const Loop &L,
                     const FunctionAnalysis &Analysis) {
  const Expr &Object = objectOf(Insert);
  OtherUses Result = OtherUses::None;
  anyStmt(*L.Statement, [&](const Stmt &S) {
    const auto *Use = dyn_cast<Expr>(&S);
    if (!Use || Use != &spelled(*Use) || !isSameObject(*Use, Object) ||
        Analysis.contains(Insert, *Use))
      return false;
    const Stmt *Up = Analysis.parent(*Use);
    while (isa_and_nonnull<ImplicitCastExpr, MemberExpr>(Up))
      Up = Analysis.parent(*Up);
    const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(Up);
    if (Call && isDiscarded(*Call, Analysis) &&
        llvm::is_contained({"push_back", "emplace_back", "append"},
                           methodName(*Call)))
      Result = OtherUses::Appends;
    else
      Result = OtherUses::Any;
    return Result == OtherUses::Any;
  });
  return Result;
}

std::string typeName(const Expr &Object, const ASTContext &Context) {
  return Object.getType()
      .getNonReferenceType()
      .getUnqualifiedType()
      .getAsString(Context.getPrintingPolicy());
}

/// The type of the elements of Object, as its declaration spells it, or empty.
std::string elementName(const Expr &Object, const ASTContext &Context) {
  const auto *Type = Object.getType()
                         .getNonReferenceType()
                         ->getAs<TemplateSpecializationType>();
  if (!Type || Type->template_arguments().empty() ||
      Type->template_arguments()[0].getKind() != TemplateArgument::Type)
    return "";
  return Type->template_arguments()[0].getAsType().getAsString(
      Context.getPrintingPolicy());
}

/// Behind the `//` comment on the rest of the line of Loc, if there is one: it
/// stays with what stands before Loc.
SourceLocation behindComment(SourceLocation Loc, const SourceManager &SM) {
  if (Loc.isInvalid())
    return Loc;
  const auto [File, Offset] = SM.getDecomposedLoc(Loc);
  const llvm::StringRef Rest =
      SM.getBufferData(File).drop_front(Offset).take_until(
          [](char C) { return C == '\n'; });
  return Rest.ltrim().starts_with("//")
             ? Loc.getLocWithOffset(static_cast<int>(Rest.rtrim().size()))
             : Loc;
}

/// The elements for the front of Object in a container of their own.
Rewrite collectForFront(const Expr &Object, llvm::StringRef Arguments,
                        const ASTContext &Context) {
  const std::string Name = text(Object, Context);
  const CXXRecordDecl *Record =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  Rewrite Fix;
  Fix.Title = "collect in the other order, and put all in front at once";
  Fix.Code =
      ("front.push_back(" + Arguments + ");  // " + typeName(Object, Context) +
       " front, before the loop\n" + "// after the loop:\n")
          .str();
  // Qt's containers insert no ranges.
  if (Record && Record->getIdentifier() && Record->getName().starts_with("Q"))
    Fix.Code += "std::reverse(front.begin(), front.end());\n" + Name +
                " = front + " + Name + ";";
  else
    Fix.Code +=
        Name + ".insert(" + Name + ".begin(), front.rbegin(), front.rend());";
  return Fix;
}

/// How many elements the call drops from the front, in the user's words: `n` of
/// erase(0, n), erase(begin, begin + n), remove(0, n), substr(n) and mid(n), 1
/// of erase(begin). Empty if it cannot be told.
std::string droppedCount(const CXXMemberCallExpr &Call, const Expr &Object,
                         const ApiModels &Models, const ASTContext &Context) {
  if (isTailOf(Call, Models))
    return text(*Call.getArg(0), Context);
  const auto Count = llvm::count_if(Call.arguments(), [](const Expr *Argument) {
    return !isa<CXXDefaultArgExpr>(Argument);
  });
  const bool IsIndex =
      Count > 0 && spelled(*Call.getArg(0)).getType()->isIntegerType();
  if (Count < 2)
    return IsIndex && isString(Object.getType()) ? "" : "1";
  if (IsIndex)
    return text(*Call.getArg(1), Context);
  // `v.begin() + n` behind whatever conversions of iterators.
  const Expr *End = &spelled(*Call.getArg(1));
  while (const auto *Construct = dyn_cast<CXXConstructExpr>(End)) {
    if (Construct->getNumArgs() != 1)
      return "";
    End = &spelled(*Construct->getArg(0));
  }
  const Expr *Base = nullptr;
  const Expr *Offset = nullptr;
  if (const auto *Sum = dyn_cast<CXXOperatorCallExpr>(End);
      Sum && Sum->getOperator() == OO_Plus && Sum->getNumArgs() == 2) {
    Base = Sum->getArg(0);
    Offset = Sum->getArg(1);
  } else if (const auto *Pointers = dyn_cast<BinaryOperator>(End);
             Pointers && Pointers->getOpcode() == BO_Add) {
    Base = Pointers->getLHS();
    Offset = Pointers->getRHS();
  }
  const auto *Begin =
      Base ? dyn_cast<CXXMemberCallExpr>(&spelled(*Base)) : nullptr;
  return Begin && isSameObject(objectOf(*Begin), Object) &&
                 methodName(*Begin).ends_with_insensitive("begin")
             ? text(*Offset, Context)
             : "";
}

/// The view class of a std string, or empty.
llvm::StringRef viewOf(const Expr &Object, const ASTContext &Context) {
  const auto *Record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl());
  if (!Record || !Record->isInStdNamespace() || !isString(Object.getType()) ||
      !Context.getLangOpts().CPlusPlus17)
    return "";
  const QualType Char = Record->getTemplateArgs()[0].getAsType();
  if (Context.hasSameType(Char, Context.CharTy))
    return "std::string_view";
  return Context.hasSameType(Char, Context.WideCharTy) ? "std::wstring_view"
                                                       : "";
}

/// Does the loop L write to the variable of Object by anything but Drop?
bool isWrittenBeside(const Expr &Drop, const Expr &Object, const Loop &L,
                     const FunctionAnalysis &Analysis) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(Object));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !L.Body)
    return true;
  return anyStmt(*L.Statement, [&](const Stmt &S) {
    const auto *E = dyn_cast<Expr>(&S);
    return E && isa<CallExpr, BinaryOperator, UnaryOperator>(E) &&
           !Analysis.contains(*E, Drop) && !Analysis.contains(Drop, *E) &&
           Analysis.isModifiedIn(*Var, *E);
  });
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

  const Loop *Outer = outermostLoop(TU.innermostLoop(Insert), Object, TU);
  if (!Outer)
    return std::nullopt;
  const OtherUses Others = usesBeside(Insert, *Outer, Analysis);
  // Who looks at the elements in the loop needs them in their order.
  if (Others == OtherUses::Any || leavesFunction(*Outer->Statement))
    return std::nullopt;
  const VarDecl *Var =
      isa<DeclRefExpr>(spelled(Object)) ? rootVariable(Object) : nullptr;
  // What the container held before would be reversed with the rest.
  if (Others == OtherUses::Appends || !Var ||
      !isEmptyAt(*Var, *Outer->Statement, Analysis, Context)) {
    if (methodName(Insert) != "emplace")
      return collectForFront(Object, Arguments, Context);
    const std::string Element = elementName(Object, Context);
    return Element.empty()
               ? std::optional<Rewrite>()
               : collectForFront(Object, Element + "(" + Arguments + ")",
                                 Context);
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
      isInTry(*Outer->Statement, Analysis))
    return Fix;
  const SourceLocation End = behindComment(
      endOfStatement(*Outer->Statement, Context), Context.getSourceManager());
  if (End.isInvalid())
    return Fix;
  Fix.Level = FixLevel::Safe;
  Fix.Edits.push_back(
      FixItHint::CreateReplacement(Insert.getSourceRange(), Append));
  Fix.Edits.push_back(FixItHint::CreateInsertion(
      End, lineBreakAt(*Outer->Statement, Context) +
               indentationOf(*Outer->Statement, Context) + Reverse));
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
  llvm::SmallVector<std::string, 3> Arguments;
  for (unsigned I = First; I < Insert.getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(Insert.getArg(I)))
      Arguments.push_back(text(*Insert.getArg(I), Context));
  Rewrite Fix;
  if (isString(Object.getType())) {
    const std::string Type = typeName(Object, Context);
    // `text.insert(0, 1, c)`, `text.insert(0, word, 2, 3)`.
    const std::string Part =
        Arguments.size() == 1 ? Arguments[0]
                              : Type + "(" + llvm::join(Arguments, ", ") + ")";
    Fix.Title = "collect the parts and join them once after the loop";
    Fix.Code = "parts.push_back(" + Part + ");  // std::vector<" + Type +
               "> parts, before the loop\n// after the loop:\n" + Type +
               " front;\nfor (auto part = parts.rbegin(); part != "
               "parts.rend(); ++part)\n  front += *part;\n" +
               Name + " = front + " + Name + ";";
    return Fix;
  }
  Fix.Title = "use a std::deque, whose front grows as well";
  Fix.Code =
      (Arguments.size() == 1 ? Name + ".push_front(" + Arguments[0] + ");"
                             : text(Insert, Context) + ";") +
      "  // with " + Name + " declared as std::deque";
  return Fix;
}

Rewrite keepACursor(const Expr &Drop, const Expr &Object, const Loop *In,
                    TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const std::string Name = text(Object, Context);
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&spelled(Drop));
  if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&spelled(Drop)))
    Call = dyn_cast<CXXMemberCallExpr>(&spelled(*Assign->getArg(1)));
  std::string Count =
      Call ? droppedCount(*Call, Object, TU.models(), Context) : "";
  if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&spelled(Drop));
      Assign && !Call)
    if (const Expr *Start = startOfTail(*Assign->getArg(1), Object))
      Count = text(*Start, Context);
  Rewrite Fix;
  if (!isString(Object.getType()) && (Count.empty() || Count == "1")) {
    Fix.Title = "use a std::deque, or an index of the first element left";
    Fix.Code =
        Name + ".pop_front();  // with " + Name + " declared as std::deque";
    return Fix;
  }
  Fix.Title = "keep a cursor instead of erasing";
  const llvm::StringRef View = viewOf(Object, Context);
  const FunctionAnalysis &Analysis = TU.analysis(*TU.functionAround(Drop));
  if (!View.empty() && In && !Count.empty() &&
      !isWrittenBeside(Drop, Object, *In, Analysis)) {
    Fix.Code = (View + " rest = " + Name +
                ";  // before the loop, which looks into rest instead\n"
                "rest.remove_prefix(" +
                Count + ");")
                   .str();
    return Fix;
  }
  const CXXRecordDecl *Record =
      Object.getType().getNonReferenceType()->getAsCXXRecordDecl();
  const bool IsQt =
      Record && Record->getIdentifier() && Record->getName().starts_with("Q");
  const std::string Dropped =
      isString(Object.getType())
          ? (IsQt ? ".remove(0, start);" : ".erase(0, start);")
          : ".erase(" + Name + ".begin(), " + Name + ".begin() + start);";
  Fix.Code = Count.empty() ? std::string() : "start += " + Count + ";  // ";
  Fix.Code += (Count.empty() ? "// start: the index of what is left of "
                             : "the index of what is left of ") +
              Name +
              (In ? ", 0 before the loop, where searches begin"
                  : ", kept beside it, where searches begin") +
              (In ? "\n// after the loop:\n" : "\n// now and then:\n") + Name +
              Dropped;
  return Fix;
}

} // namespace slowpath
