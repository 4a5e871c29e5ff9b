// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/TripCounts.h"
#include "checks/support/LoopData.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// Is Object a variable, a member of one or of `this`?
bool isNamedObject(const Expr &Object) {
  const Expr &Core = spelled(Object);
  if (isa<CXXThisExpr>(Core))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
    return isa<VarDecl>(Ref->getDecl());
  const auto *Member = dyn_cast<MemberExpr>(&Core);
  return Member && isa<FieldDecl>(Member->getMemberDecl()) &&
         isNamedObject(*Member->getBase());
}

/// Does Class, or a base, tell its size?
bool hasSize(const CXXRecordDecl &Class) {
  return llvm::any_of(Class.methods(),
                      [](const CXXMethodDecl *Method) {
                        return Method->getIdentifier() &&
                               Method->getName() == "size" &&
                               Method->isConst() && Method->getNumParams() == 0;
                      }) ||
         llvm::any_of(Class.bases(), [](const CXXBaseSpecifier &Base) {
           const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl();
           return Base.getAccessSpecifier() == AS_public && Parent &&
                  Parent->hasDefinition() && hasSize(*Parent);
         });
}

/// `items.size()` for a container or text that is named.
std::optional<TripCountCode> sizeOf(const Expr &Source, const Loop &L,
                                    TranslationUnit &TU) {
  const Expr &Core = spelled(Source);
  const VarDecl *Root = rootVariable(Core);
  const CXXRecordDecl *Class =
      Core.getType().getNonReferenceType()->getAsCXXRecordDecl();
  // A variable of the loop itself is not there before it.
  if (!Class || !Class->hasDefinition() || !isValue(Core.getType()) ||
      !hasSize(*Class) || !isNamedObject(Core) ||
      (Root && isDeclaredIn(*Root, *L.Statement, TU.context())))
    return std::nullopt;
  const std::string Text =
      sourceText(Core.getSourceRange(), TU.context()).str();
  if (Text.empty())
    return std::nullopt;
  return TripCountCode{Text + ".size()", &Core, /*IsSize=*/true};
}

/// Does For begin with `i = 0` or `it = items.begin()`?
bool startsAtBegin(const ForStmt &For, const Expr *Source,
                   const ASTContext &Context) {
  const auto *Declaration = dyn_cast_or_null<DeclStmt>(For.getInit());
  const auto *Var = Declaration && !Declaration->decls().empty()
                        ? dyn_cast<VarDecl>(*Declaration->decl_begin())
                        : nullptr;
  const Expr *Start = Var ? Var->getInit() : nullptr;
  if (!Start || Start->isValueDependent())
    return false;
  Expr::EvalResult Value;
  if (Start->getType()->isIntegerType())
    return Start->EvaluateAsInt(Value, Context) && Value.Val.getInt().isZero();
  const Expr *Core = &spelled(*Start);
  while (const auto *Construct = dyn_cast<CXXConstructExpr>(Core)) {
    if (Construct->getNumArgs() != 1)
      return false;
    Core = &spelled(*Construct->getArg(0));
  }
  const auto *Begin = dyn_cast<CXXMemberCallExpr>(Core);
  const auto *Name = Begin && Begin->getMethodDecl()
                         ? Begin->getMethodDecl()->getIdentifier()
                         : nullptr;
  return Source && Name &&
         llvm::is_contained({"begin", "cbegin", "constBegin"},
                            Name->getName()) &&
         isSameObject(*Begin->getImplicitObjectArgument(), *Source);
}

/// The limit in `i < n` or `i != n` of L's counter, or null.
const Expr *limitOf(const ForStmt &For, const Loop &L) {
  const auto *Condition = dyn_cast_or_null<BinaryOperator>(
      For.getCond() ? For.getCond()->IgnoreParenImpCasts() : nullptr);
  if (!Condition ||
      (Condition->getOpcode() != BO_LT && Condition->getOpcode() != BO_NE))
    return nullptr;
  const auto *Counter = dyn_cast<DeclRefExpr>(&spelled(*Condition->getLHS()));
  return Counter && Counter->getDecl() == L.Variable ? Condition->getRHS()
                                                     : nullptr;
}

bool stepsByOne(const ForStmt &For, const Loop &L) {
  if (!For.getInc())
    return false;
  const Expr &Step = spelled(*For.getInc());
  const Expr *Stepped = nullptr;
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Step))
    Stepped = Unary->isIncrementOp() ? Unary->getSubExpr() : nullptr;
  else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Step))
    Stepped = Call->getOperator() == OO_PlusPlus ? Call->getArg(0) : nullptr;
  const auto *Ref =
      Stepped ? dyn_cast<DeclRefExpr>(&spelled(*Stepped)) : nullptr;
  return Ref && Ref->getDecl() == L.Variable;
}

/// Are elements of type T, an iterator or pointer, reached by index?
bool isIndexed(QualType T) {
  if (T->isPointerType())
    return true;
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() &&
         llvm::any_of(Class->methods(), [](const CXXMethodDecl *Method) {
           return Method->getOverloadedOperator() == OO_Subscript;
         });
}

const VarDecl *localVariable(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && Var->hasLocalStorage() ? Var : nullptr;
}

/// `last - first` of `for (auto it = first; it != last; ++it)`.
std::optional<TripCountCode> distanceOf(const ForStmt &For, const Loop &L,
                                        const FunctionAnalysis &Analysis) {
  const QualType Type = L.Variable->getType().getNonReferenceType();
  const Expr *Condition =
      For.getCond() ? For.getCond()->IgnoreUnlessSpelledInSource() : nullptr;
  const Expr *End = nullptr;
  if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Condition);
      Binary && (Binary->getOpcode() == BO_NE || Binary->getOpcode() == BO_LT))
    End = Binary->getRHS();
  else if (const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Condition);
           Call && Call->getNumArgs() == 2 &&
           (Call->getOperator() == OO_ExclaimEqual ||
            Call->getOperator() == OO_Less))
    End = Call->getArg(1);
  else if (const auto *Rewritten =
               dyn_cast_or_null<CXXRewrittenBinaryOperator>(Condition))
    End = Rewritten->getOperator() == BO_NE ? Rewritten->getRHS() : nullptr;
  const VarDecl *Last = End ? localVariable(*End) : nullptr;
  const VarDecl *First =
      L.Variable->getInit() ? localVariable(*L.Variable->getInit()) : nullptr;
  if (!First || !Last || !isIndexed(Type) ||
      !L.Variable->getASTContext().hasSameUnqualifiedType(
          Last->getType().getNonReferenceType(), Type) ||
      !L.Variable->getASTContext().hasSameUnqualifiedType(
          First->getType().getNonReferenceType(), Type) ||
      Analysis.isModifiedIn(*First, L) || Analysis.isModifiedIn(*Last, L))
    return std::nullopt;
  return TripCountCode{Last->getNameAsString() + " - " +
                           First->getNameAsString(),
                       End, /*IsSize=*/true};
}

/// Is what Count asks there before Outer, and the same during it?
bool isFixedIn(const TripCountCode &Count, const Loop &Outer,
               TranslationUnit &TU) {
  if (!Count.Of)
    return true;
  const FunctionAnalysis &Analysis =
      TU.analysis(*TU.functionAround(*Outer.Statement));
  const VarDecl *Root = rootVariable(*Count.Of);
  // A member function that is const leaves members as they are.
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Analysis.function());
      !Root && Method && Method->isConst())
    return true;
  return Root ? !isDeclaredIn(*Root, *Outer.Statement, TU.context()) &&
                    !Analysis.isModifiedIn(*Root, Outer)
              : Analysis.isInvariant(*Count.Of, Outer);
}

} // namespace

std::optional<TripCountCode> tripCountBefore(llvm::ArrayRef<const Loop *> In,
                                             TranslationUnit &TU) {
  TripCountCode Product{.Text = "", .Of = nullptr, .IsSize = true};
  for (const Loop *L : In) {
    std::optional<TripCountCode> Count = tripCountBefore(*L, TU);
    if (!Count && L->TripCount && L->Body && !earlyExit(*L) &&
        L->Shape != Loop::Kind::Algorithm)
      Count = {std::to_string(*L->TripCount), nullptr, /*IsSize=*/true};
    if (!Count || (L != In.front() && !isFixedIn(*Count, *In.front(), TU)))
      return std::nullopt;
    // Differences are no factors.
    if (In.size() > 1 && llvm::StringRef(Count->Text).contains(" - "))
      Count->Text = "(" + Count->Text + ")";
    Product.Text += (L == In.front() ? "" : " * ") + Count->Text;
    Product.IsSize &= Count->IsSize;
    Product.Of = Count->Of ? Count->Of : Product.Of;
  }
  return Product;
}

std::optional<TripCountCode> tripCountBefore(const Loop &L,
                                             TranslationUnit &TU) {
  if (!L.isDataLoop() || !L.Body || earlyExit(L))
    return std::nullopt;
  if (L.Shape == Loop::Kind::RangeFor)
    return L.Range ? sizeOf(*L.Range, L, TU) : std::nullopt;
  const auto *For = dyn_cast<ForStmt>(L.Statement);
  const FunctionDecl *Function = TU.functionAround(*L.Statement);
  if (!For || !Function || !L.Variable || !stepsByOne(*For, L))
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Expr *Source = boundingContainer(For->getCond());
  if (!Source && !Analysis.isModifiedIn(*L.Variable, *L.Body))
    if (std::optional<TripCountCode> Distance = distanceOf(*For, L, Analysis))
      return Distance;
  if (!startsAtBegin(*For, Source, TU.context()) ||
      Analysis.isModifiedIn(*L.Variable, *L.Body))
    return std::nullopt;
  if (Source) {
    // What is added while going over it is not known before.
    const VarDecl *Root = rootVariable(*Source);
    if (!Root || Analysis.isModifiedIn(*Root, *L.Body))
      return std::nullopt;
    return sizeOf(*Source, L, TU);
  }
  const Expr *Limit = limitOf(*For, L);
  if (!Limit)
    return std::nullopt;
  if (L.TripCount)
    return TripCountCode{std::to_string(*L.TripCount), nullptr,
                         /*IsSize=*/true};
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Limit));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Var->hasLocalStorage() || !Var->getType()->isIntegerType() ||
      isDeclaredIn(*Var, *L.Statement, TU.context()) ||
      Analysis.isModifiedIn(*Var, L))
    return std::nullopt;
  return TripCountCode{Var->getNameAsString(), Ref, /*IsSize=*/false};
}

} // namespace slowpath
