// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/LoopData.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/SteppedData.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Regex.h"

using namespace clang;

namespace slowpath {
namespace {

/// `items` in `items.size()`, `items.end()`, `std::size(items)`, else null.
const Expr *boundOf(const Expr &Limit) {
  const Expr &Core = spelled(Limit);
  const auto Bounds = [](llvm::StringRef Name) {
    return llvm::StringSwitch<bool>(Name)
        .Cases({"size", "length", "count", "ssize"}, true)
        .Cases({"end", "cend", "constEnd"}, true)
        .Default(false);
  };
  const auto *Call = dyn_cast<CallExpr>(&Core);
  if (!Call)
    return nullptr;
  // In templates, of a dependent type.
  if (const auto *Open =
          dyn_cast<CXXDependentScopeMemberExpr>(Call->getCallee())) {
    const IdentifierInfo *Name = Open->getMember().getAsIdentifierInfo();
    return Name && Bounds(Name->getName()) && Call->getNumArgs() == 0 &&
                   !Open->isImplicitAccess()
               ? Open->getBase()
               : nullptr;
  }
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier() || !Bounds(Callee->getName()))
    return nullptr;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Call->getNumArgs() == 0 ? Member->getImplicitObjectArgument()
                                   : nullptr;
  return Call->getNumArgs() == 1 && Callee->isInStdNamespace() ? Call->getArg(0)
                                                               : nullptr;
}

bool isUnitStep(const Expr *Increment) {
  if (!Increment)
    return false;
  const Expr &Core = spelled(*Increment);
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Core))
    return Unary->isIncrementDecrementOp();
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Core);
  return Call && (Call->getOperator() == OO_PlusPlus ||
                  Call->getOperator() == OO_MinusMinus);
}

bool isIndexed(QualType T) {
  T = T.getNonReferenceType();
  const TypeMeaning Meaning = meaningOf(T);
  return T->isArrayType() || Meaning == TypeMeaning::ContiguousSequence ||
         Meaning == TypeMeaning::DoubleEndedContiguous ||
         Meaning == TypeMeaning::IndexedSequence;
}

LoopData elementsOf(const Expr &Source) {
  return {LoopData::Kind::Elements, &Source, isIndexed(Source.getType())};
}

/// The outermost expression under S that the user of a macro wrote, or null.
const Expr *macroArgument(const Stmt *S, const SourceManager &SM) {
  if (!S)
    return nullptr;
  if (const auto *E = dyn_cast<Expr>(S);
      E && SM.isMacroArgExpansion(E->getBeginLoc()) &&
      SM.isMacroArgExpansion(E->getEndLoc()))
    return &spelled(*E);
  for (const Stmt *Child : S->children())
    if (const Expr *Found = macroArgument(Child, SM))
      return Found;
  return nullptr;
}

llvm::StringRef nameOf(const Expr &E) {
  const Expr &Core = spelled(E);
  const NamedDecl *Decl = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
    Decl = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    Decl = Member->getMemberDecl();
  else if (const auto *Call = dyn_cast<CallExpr>(&Core))
    Decl = Call->getDirectCallee();
  return Decl && Decl->getIdentifier() ? Decl->getName() : llvm::StringRef();
}

} // namespace

const Expr *boundingContainer(const Expr *Condition) {
  if (!Condition)
    return nullptr;
  const Expr *Core = Condition->IgnoreUnlessSpelledInSource();
  llvm::SmallVector<const Expr *, 2> Sides;
  if (const auto *Binary = dyn_cast<BinaryOperator>(Core);
      Binary && Binary->isComparisonOp())
    Sides = {Binary->getLHS(), Binary->getRHS()};
  else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Core);
           Call && Call->isComparisonOp() && Call->getNumArgs() == 2)
    Sides = {Call->getArg(0), Call->getArg(1)};
  else if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(Core)) {
    const auto Form = Rewritten->getDecomposedForm();
    Sides = {Form.LHS, Form.RHS};
  }
  for (const Expr *Side : Sides) {
    if (const Expr *Source = boundOf(*Side))
      return Source;
    //   const auto n = items.size(); … i < n
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Side));
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (Var && Var->hasInit() && Var->hasLocalStorage() &&
        !isa<ParmVarDecl>(Var))
      if (const Expr *Source = boundOf(*Var->getInit()))
        return Source;
  }
  return nullptr;
}

QualType elementType(QualType Container) {
  if (Container.isNull())
    return {};
  QualType T = Container.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  if (const Type *Element = T->getArrayElementTypeNoTypeQual())
    return QualType(Element, 0);
  // A map's elements are its values; what follows those of others are
  // allocators and comparisons.
  const auto *Record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Record) {
    //   class QStringList : public QList<QString>
    const CXXRecordDecl *Derived = T->getAsCXXRecordDecl();
    if (Derived && Derived->hasDefinition())
      for (const CXXBaseSpecifier &Base : Derived->bases())
        if (meaningOf(Base.getType()) != TypeMeaning::Other)
          return elementType(Base.getType());
    return {};
  }
  const TemplateArgumentList &Args = Record->getTemplateArgs();
  const bool IsMap = meaningOf(T) == TypeMeaning::Map ||
                     Record->getName().contains_insensitive("map");
  const unsigned Index = IsMap && Args.size() > 1 ? 1 : 0;
  return Args.size() > Index && Args[Index].getKind() == TemplateArgument::Type
             ? Args[Index].getAsType()
             : QualType();
}

std::optional<LoopData> dataOf(const Loop &L, TranslationUnit &TU) {
  if (!L.isDataLoop())
    return std::nullopt;
  if (L.Shape == Loop::Kind::RangeFor || L.Shape == Loop::Kind::Algorithm) {
    if (!L.Range)
      return std::nullopt;
    const Expr &Source = spelled(*L.Range);
    // `for (int i : std::views::iota(0, n))` counts.
    if (isa<CallExpr>(Source) && L.Variable &&
        L.Variable->getType().getNonReferenceType()->isIntegerType())
      return std::nullopt;
    return elementsOf(Source);
  }
  if (const auto *For = dyn_cast<ForStmt>(L.Statement)) {
    //   Q_FOREACH (item, items): the range is copied in the macro's own loop
    const SourceManager &SM = TU.context().getSourceManager();
    if (For->getBeginLoc().isMacroID() &&
        !SM.isMacroArgExpansion(For->getBeginLoc())) {
      const Expr *Source = macroArgument(For->getInit(), SM);
      return Source ? std::optional(LoopData{LoopData::Kind::Elements, Source,
                                             /*IsIndexed=*/false})
                    : std::nullopt;
    }
    if (std::optional<LoopData> Stepped = steppedBy(*For, TU))
      return Stepped;
    //   for (int i = 0; i < PQntuples(result); ++i)
    if (const auto *Test = dyn_cast_or_null<BinaryOperator>(
            For->getCond() ? &spelled(*For->getCond()) : nullptr);
        Test && Test->isComparisonOp() && isUnitStep(For->getInc()))
      if (const Expr *Rows = resultCountedBy(*Test->getRHS(), TU.models()))
        return LoopData{LoopData::Kind::Rows, Rows, false};
    const Expr *Source = boundingContainer(For->getCond());
    return Source && (!For->getInc() || isUnitStep(For->getInc()))
               ? std::optional(elementsOf(*Source))
               : std::nullopt;
  }
  const auto *While = dyn_cast<WhileStmt>(L.Statement);
  if (!While || !While->getCond())
    return std::nullopt;
  //   while (MYSQL_ROW row = mysql_fetch_row(result))
  const VarDecl *Named = While->getConditionVariable();
  const Expr &Condition = spelled(
      Named && Named->hasInit() ? *Named->getInit() : *While->getCond());
  if (const Expr *Source = boundingContainer(&Condition))
    return elementsOf(*Source);
  if (Named)
    return steppedBy(*Named, TU);
  return steppedBy(Condition, TU);
}

bool isFewByNature(const Expr &Source, TranslationUnit &TU) {
  static const llvm::Regex Few(
      "(devices?|gpus?|nodes|peers|replicas?|servers|services|brokers|"
      "listeners|acceptors|interfaces|ifaces|plugins|modules|cameras|sensors|"
      "channels|ports|queues|backends|disks|drives|stages|pipelines?|filters|"
      "actors|engines|consumers|producers|subscribers|monitors|controllers|"
      "instances|daemons|commands|cmds|mirrors|streams|processors|units|"
      "screens|"
      "volumes|adapters)"
      "(list|vec|vector|map|set)?_?$",
      llvm::Regex::IgnoreCase);
  static const llvm::Regex Settings(
      "^(m_)?(cfg|config|conf|options?|opts?|settings?|args?|argv|params|"
      "arguments|flags)(list|vec)?_?$",
      llvm::Regex::IgnoreCase);
  const Expr *Core = &spelled(Source);
  //   std::map<Color, Handler> handlers;
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Core->getType().getNonReferenceType()->getAsCXXRecordDecl());
  if (Class && meaningOf(Core->getType()) == TypeMeaning::Map &&
      Class->getTemplateArgs().size() > 1 &&
      Class->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
      Class->getTemplateArgs()[0].getAsType()->isEnumeralType())
    return true;
  if (Few.match(nameOf(*Core)) || Settings.match(nameOf(*Core)))
    return true;
  while (true) {
    if (const auto *Member = dyn_cast<MemberExpr>(Core))
      Core = &spelled(*Member->getBase());
    else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Core))
      Core = &spelled(*Call->getImplicitObjectArgument());
    else
      break;
    if (Settings.match(nameOf(*Core)))
      return true;
  }
  //   int main(int argc, char **argv) {
  //     std::vector<std::string> files(argv + 1, argv + argc);
  const VarDecl *Root = rootVariable(*Core);
  const FunctionDecl *Function = TU.functionAround(Source);
  if (!Root || !Function || !Function->isMain())
    return false;
  if (isa<ParmVarDecl>(Root))
    return true;
  const auto MentionsParameter = [](const Stmt *S, auto &Self) -> bool {
    if (!S)
      return false;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      return isa<ParmVarDecl>(Ref->getDecl());
    return llvm::any_of(S->children(),
                        [&](const Stmt *Child) { return Self(Child, Self); });
  };
  return Root->hasInit() &&
         MentionsParameter(Root->getInit(), MentionsParameter);
}

bool goesThroughData(const Loop &L, TranslationUnit &TU) {
  if (!L.isDataLoop() || L.Shape == Loop::Kind::Algorithm)
    return false;
  if (const std::optional<LoopData> Data = dataOf(L, TU))
    return !Data->Source || !isFewByNature(*Data->Source, TU);
  return L.Variable && L.Body && L.Shape == Loop::Kind::For &&
         anyStmt(*L.Body, [&](const Stmt &S) {
           const auto *Ref = dyn_cast<DeclRefExpr>(&S);
           return Ref && Ref->getDecl() == L.Variable;
         });
}

bool isRunByThreads(const Stmt &S, const FunctionAnalysis &Analysis) {
  for (const Stmt *Up = &S; Up; Up = Analysis.parent(*Up))
    if (isa<OMPExecutableDirective, CapturedStmt>(Up))
      return true;
  return false;
}

} // namespace slowpath
