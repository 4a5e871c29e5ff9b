// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SnapshotLoop.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/Members.h"
#include "checks/support/Objects.h"
#include "checks/support/Purity.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "checks/support/UseKinds.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

bool isVariable(const Expr &E, const VarDecl *Var) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  return Var && Ref && Ref->getDecl() == Var;
}

/// Is E the element that Over has come to?
bool isElement(const Expr &E, const Loop &Over, const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation Begin = Over.Statement->getBeginLoc();
  if (!Begin.isMacroID() || SM.isMacroArgExpansion(Begin))
    return isVariable(E, Over.Variable);
  //   Q_FOREACH (key, m.keys()): the macro initialises the user's variable
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(E));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Var && Var->hasInit() &&
         isDeclaredIn(*Var, *Over.Statement, Context) &&
         SM.isMacroBodyExpansion(Var->getInit()->getBeginLoc());
}

/// The lookups in the body of Over of its element in the container of Copy.
llvm::SmallVector<Lookup, 2>
lookupsOfElement(const Snapshot &Copy, const Loop &Over, TranslationUnit &TU) {
  llvm::SmallVector<Lookup, 2> Found;
  if (!Over.Body)
    return Found;
  anyStmt(*Over.Body, [&](const Stmt &S) {
    const auto *E = dyn_cast<Expr>(&S);
    const std::optional<Lookup> L = E ? lookupAt(*E, TU) : std::nullopt;
    if (L && isElement(*L->Key, Over, TU.context()) &&
        isSameValue(*L->Map, *Copy.Container))
      Found.push_back(*L);
    return false;
  });
  return Found;
}

/// Is E an object, or a pointer to one, that is there before and after?
bool isLasting(const Expr &E) {
  const Expr &Core = spelled(E);
  // `keys()` in a class derived from the container's has no object to write.
  if (const auto *This = dyn_cast<CXXThisExpr>(&Core))
    return !This->isImplicit();
  return Core.isLValue() || Core.getType()->isPointerType();
}

/// The type of a container, or of that which E points to, without the const
/// that calls of its members add.
QualType typeOf(const Expr &E) {
  const QualType T = spelled(E).getType().getNonReferenceType();
  return T->isPointerType() ? T->getPointeeType() : T;
}

/// `std::vector<T>(s.begin(), s.end())` of another container with elements T.
std::optional<Snapshot> copyOfRange(const CXXConstructExpr &Made) {
  if (Made.getNumArgs() < 2 || !isSequence(Made.getType()) ||
      !llvm::all_of(llvm::drop_begin(Made.arguments(), 2),
                    [](const Expr *E) { return isa<CXXDefaultArgExpr>(E); }))
    return std::nullopt;
  const auto Side = [&](unsigned Index, llvm::StringRef Name,
                        llvm::StringRef Const) {
    const auto *Call =
        dyn_cast<CXXMemberCallExpr>(&spelled(*Made.getArg(Index)));
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    return Method && Method->getIdentifier() && Call->getNumArgs() == 0 &&
                   (Method->getName() == Name || Method->getName() == Const)
               ? Call
               : nullptr;
  };
  const CXXMemberCallExpr *First = Side(0, "begin", "cbegin");
  const CXXMemberCallExpr *Last = Side(1, "end", "cend");
  if (!First || !Last)
    return std::nullopt;
  const Expr &Container = *First->getImplicitObjectArgument();
  if (!isLasting(Container) ||
      !isSameObject(Container, *Last->getImplicitObjectArgument()) ||
      !(isSequence(Container.getType()) ||
        meaningOf(Container.getType()) == TypeMeaning::Set) ||
      elementType(Container.getType()).getCanonicalType() !=
          elementType(Made.getType()).getCanonicalType())
    return std::nullopt;
  return Snapshot{Snapshot::Part::Elements, &Made, First, &Container};
}

/// What L goes through, as it is written.
const Expr *rangeOf(const Loop &L, TranslationUnit &TU) {
  if (L.Shape == Loop::Kind::RangeFor)
    return L.Range ? &spelled(*L.Range) : nullptr;
  const std::optional<LoopData> Data = dataOf(L, TU);
  return Data && Data->What == LoopData::Kind::Elements && Data->Source &&
                 L.Statement->getBeginLoc().isMacroID()
             ? &spelled(*Data->Source)
             : nullptr;
}

/// Does L call what may emit a signal, so that somebody else changes something?
bool mayEmit(const Loop &L) {
  return anyStmt(*L.Body, [](const Stmt &S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || Method->isConst())
      return false;
    QualType T = Call->getImplicitObjectArgument()->getType();
    if (T->isPointerType())
      T = T->getPointeeType();
    const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
    // Of classes with Qt's signals.
    return Class && Class->hasDefinition() &&
           hasMember(*Class->getDefinition(), "staticMetaObject");
  });
}

/// Does L write to the container of Copy, by its name, other than by what
/// MapChanges knows?
bool writesTo(const Snapshot &Copy, const Loop &L,
              const FunctionAnalysis &Analysis, TranslationUnit &TU) {
  return anyStmt(*L.Body, [&](const Stmt &S) {
    const auto *E = dyn_cast<Expr>(&S);
    if (!E || !isa<DeclRefExpr, MemberExpr>(E) ||
        !isSameObject(*E, *Copy.Container))
      return false;
    const Stmt *Up = Analysis.parent(*E);
    while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, MemberExpr>(Up))
      Up = Analysis.parent(*Up);
    const auto *Call = dyn_cast_or_null<CallExpr>(Up);
    const bool IsLookup = Call && lookupAt(*Call, TU);
    return !(IsLookup && Copy.What == Snapshot::Part::Keys) &&
           useKindOf(*E, nullptr, Analysis, TU) == UseKind::Write;
  });
}

/// Does L write to nothing but variables of its function, which no element of
/// a container can be?
bool writesOwnOnly(const Loop &L, const FunctionAnalysis &Analysis,
                   TranslationUnit &TU) {
  return llvm::none_of(
      TU.purity().effectsOf(Analysis.function()).Writes,
      [&](const SideEffects::Write &Each) {
        return !Each.Own && (!Each.At || Analysis.contains(*L.Body, *Each.At));
      });
}

/// Can the elements of a copy be changed by the name L gives them?
bool changesElement(const Loop &L, const FunctionAnalysis &Analysis) {
  if (!L.Variable || !L.Variable->getType()->isReferenceType() ||
      L.Variable->getType()->getPointeeType().isConstQualified())
    return false;
  return isa<DecompositionDecl>(L.Variable) ||
         Analysis.isModifiedIn(*L.Variable, *L.Body);
}

} // namespace

const CXXRecordDecl *Snapshot::containerClass() const {
  return Call->getMethodDecl()->getParent()->getDefinition();
}

bool Snapshot::isOfConst() const {
  return typeOf(*Container).isConstQualified();
}

std::optional<Snapshot> snapshotAt(const Expr &E, TranslationUnit &TU) {
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&E))
    return copyOfRange(*Made);
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&E);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || Call->getNumArgs() != 0)
    return std::nullopt;
  const auto Model = TU.models().match(*Call);
  const Expr *Container = Call->getImplicitObjectArgument();
  if (!Model || !Model->Effects.has(Effect::ContainerSnapshot) ||
      !isLasting(*Container))
    return std::nullopt;
  Snapshot Result{Snapshot::Part::Elements, Call, Call, Container};
  // A class of the user's may have other members of the same names.
  const CXXRecordDecl *Own = typeOf(*Container)->getAsCXXRecordDecl();
  if (!Result.containerClass() || !Own || isUserCode(*Own) ||
      objectText(*Container, TU.context()).Value.empty())
    return std::nullopt;
  if (hasValueIterators(*Result.containerClass()))
    Result.What = Method->getName() == "keys" ? Snapshot::Part::Keys
                                              : Snapshot::Part::Values;
  return Result;
}

std::optional<SnapshotWalk> walkOver(const Snapshot &Copy,
                                     TranslationUnit &TU) {
  const FunctionDecl *Function = TU.functionAround(*Copy.Made);
  if (!Function || isFewByNature(*Copy.Container, TU))
    return std::nullopt;
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const VarDecl *Kept = holderOf(*Copy.Made, Analysis);
  // The loop's own.
  if (Kept && (Kept->isImplicit() || Kept->getLocation().isMacroID()))
    Kept = nullptr;
  if (Kept &&
      (!isAutomaticObject(*Kept) || usesOf(*Kept, *Function).size() != 1))
    return std::nullopt;
  for (const auto &L : Analysis.loops()) {
    if (L->Shape == Loop::Kind::Algorithm || !L->isDataLoop() || !L->Body)
      continue;
    const Expr *Range = rangeOf(*L, TU);
    if (!Range || !(Kept ? isVariable(*Range, Kept) : Range == Copy.Made))
      continue;
    //   while (…) for (key : keysMadeBefore)
    if (Kept && TU.innermostLoop(*Copy.Made) != L->Parent)
      return std::nullopt;
    Lookup Walk;
    Walk.What = Lookup::Kind::Find;
    Walk.Call = Copy.Call;
    Walk.Map = Walk.Key = Copy.Container;
    const auto Same = lookupsOfElement(Copy, *L, TU);
    const MapChanges Changes(Walk, Same, TU);
    SnapshotWalk Result{L.get(), Changes.in(*L), Kept};
    if (Kept)
      Result.Meanwhile =
          std::max(Result.Meanwhile, Changes.between(*Copy.Call, *Range));
    // `int &sum` may be a value in a map of int.
    if (Result.Meanwhile == Change::None && Copy.What != Snapshot::Part::Keys &&
        !writesOwnOnly(*L, Analysis, TU))
      Result.Meanwhile = Change::Unlikely;
    if (Result.Meanwhile == Change::Certain ||
        (Result.Meanwhile == Change::Possible && !Copy.isOfConst()) ||
        (!Changes.isPrivateMap() && mayEmit(*L)) ||
        writesTo(Copy, *L, Analysis, TU) || changesElement(*L, Analysis))
      return std::nullopt;
    return Result;
  }
  return std::nullopt;
}

const Expr *lookupOfElement(const Snapshot &Copy, const Loop &Over,
                            TranslationUnit &TU) {
  const auto Found = lookupsOfElement(Copy, Over, TU);
  return Found.empty() ? nullptr : Found.front().Call;
}

} // namespace slowpath
