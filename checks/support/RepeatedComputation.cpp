// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/RepeatedComputation.h"
#include "checks/support/Aliasing.h"
#include "checks/support/Enclosing.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// The calls of functions of the project that compute a value, by what they
/// are: equal code, equal key.
using CallsByCode = std::vector<llvm::SmallVector<const CallExpr *, 2>>;

class CallFinder {
public:
  CallFinder(TranslationUnit &TU) : TU(TU) {}

  void add(const Stmt &S) {
    if (isa<LambdaExpr, UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(S))
      return;
    if (const auto *Call = dyn_cast<CallExpr>(&S); Call && isCandidate(*Call)) {
      llvm::FoldingSetNodeID Code;
      Call->Profile(Code, TU.context(), /*Canonical=*/true);
      ByCode[Code.ComputeHash()].push_back({Code, Call});
    }
    for (const Stmt *Child : S.children())
      if (Child)
        add(*Child);
  }

  CallsByCode groups() const {
    CallsByCode Groups;
    for (const auto &[Hash, Entries] : ByCode) {
      llvm::SmallVector<const CallExpr *, 2> Group;
      for (const auto &[Code, Call] : Entries)
        if (Code == Entries.front().first)
          Group.push_back(Call);
      if (Group.size() > 1)
        Groups.push_back(std::move(Group));
    }
    return Groups;
  }

private:
  bool isCandidate(const CallExpr &Call) const {
    const FunctionDecl *Callee = Call.getDirectCallee();
    return Callee && !isa<CXXOperatorCallExpr>(Call) &&
           !Call.getType()->isVoidType() && Callee->hasBody() &&
           TU.isUserCode(Callee->getLocation()) &&
           !Call.getBeginLoc().isInvalid();
  }

  TranslationUnit &TU;
  llvm::MapVector<
      unsigned,
      llvm::SmallVector<std::pair<llvm::FoldingSetNodeID, const CallExpr *>, 2>>
      ByCode;
};

/// What the value of a call depends on.
struct Dependence {
  llvm::SmallPtrSet<const VarDecl *, 4> Variables;
  /// What pointers, references and members of `this` lead to.
  bool OnOthers = false;
  /// All of OnOthers is in these: references to containers and strings, the
  /// elements of which are numbers or the like. Empty: it may be anywhere.
  llvm::SmallVector<QualType, 2> In;
};

/// Does Use only read or write its variable: is it not captured, and is neither
/// its address nor a reference that is not const given away?
bool isPlainUse(const DeclRefExpr &Use, const FunctionAnalysis &Analysis) {
  if (isInside<LambdaExpr>(Use, Analysis))
    return false;
  const Stmt *Child = &Use;
  const Stmt *Up = Analysis.parent(Use);
  bool IsConst = false;
  for (; isa_and_nonnull<ParenExpr, MemberExpr, ImplicitCastExpr>(Up);
       Child = Up, Up = Analysis.parent(*Up))
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(Up)) {
      if (Cast->getCastKind() == CK_LValueToRValue)
        return true;
      IsConst |= Cast->getType().isConstQualified();
      if (Cast->getCastKind() == CK_ArrayToPointerDecay)
        return isa<ArraySubscriptExpr>(Analysis.parent(*Cast));
    }
  if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Up))
    return Unary->isIncrementDecrementOp();
  if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Up))
    return Binary->isAssignmentOp();
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up))
    return Operator->getNumArgs() > 0 && Operator->getArg(0) == Child;
  // Given away for the time of the call, not bound to another name.
  if (IsConst && isa_and_nonnull<CallExpr, CXXConstructExpr>(Up))
    return true;
  // Its object, by a member.
  if (const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(Up))
    return Call->getCallee() == Child;
  return false;
}

/// May the function, or what it calls, know Var by another name?
bool isNamedElsewhere(const VarDecl &Var, const FunctionAnalysis &Analysis) {
  // What a reference names is asked for elsewhere; a constant stays as it is.
  if (Var.getType()->isReferenceType() || Var.getType().isConstQualified())
    return false;
  return !llvm::all_of(
      usesOf(Var, Analysis.function()),
      [&](const DeclRefExpr *Use) { return isPlainUse(*Use, Analysis); });
}

class Finder {
public:
  Finder(const FunctionDecl &Function, TranslationUnit &TU)
      : TU(TU), Analysis(TU.analysis(Function)) {}

  std::optional<RepeatedComputation>
  among(llvm::ArrayRef<const CallExpr *> Group) {
    for (const CallExpr *First : Group) {
      RepeatedComputation Found{First, {}};
      std::optional<Dependence> On;
      for (const CallExpr *Again : Group) {
        if (Again == First || !Analysis.dominates(*First, *Again) ||
            !Analysis.reaches(*First, *Again))
          continue;
        if (!On)
          On = dependenceOf(*First);
        if (!On)
          return std::nullopt;
        if (isUnchangedBetween(*First, *Again, *On))
          Found.Again.push_back(Again);
      }
      if (!Found.Again.empty())
        return Found;
    }
    return std::nullopt;
  }

private:
  /// Nothing if the call is not pure, or is done at once.
  std::optional<Dependence> dependenceOf(const CallExpr &Call) {
    const std::optional<SideEffects> Does =
        TU.purity().ifPure(*Call.getDirectCallee());
    if (!Does || !Does->IsLong)
      return std::nullopt;
    Dependence On;
    On.OnOthers = Does->ReadsReferred || Does->ReadsObject;
    if (anyStmt(Call, [&](const Stmt &S) { return !addTo(On, S, Call); }))
      return std::nullopt;
    for (const Expr *Argument : Call.arguments()) {
      const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Argument));
      const QualType T = Argument->getType();
      const QualType Element = elementType(T);
      if (Ref && isValue(T) && meaningOf(T) != TypeMeaning::View &&
          (isString(T) || (!Element.isNull() && Element->isArithmeticType()))) {
        On.In.push_back(T);
      } else if (!T->isArithmeticType() && !T->isEnumeralType()) {
        On.In.clear();
        break;
      }
    }
    if (isa<CXXMemberCallExpr>(Call))
      On.In.clear();
    return On;
  }

  /// Can W, which writes to what nobody knows, not write to what On is about:
  /// a call of a library that is handed nothing of the kind?
  bool isElsewhere(const SideEffects::Write &W, const Dependence &On) const {
    return !On.In.empty() && isa<CallExpr>(W.At) &&
           llvm::none_of(On.In, [&](QualType T) {
             return mayChangeAlias(
                 T, *W.At, /*IsForeign=*/false, [&](const CallExpr &Call) {
                   const FunctionDecl *Callee = Call.getDirectCallee();
                   return Callee && TU.isUserCode(Callee->getLocation()) &&
                          TU.purity().ifPure(*Callee);
                 });
           });
  }

  /// False if S, a part of Call, does more than to name a value.
  static bool addTo(Dependence &On, const Stmt &S, const CallExpr &Call) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&S)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      if (!Var)
        return true;
      On.Variables.insert(Var);
      On.OnOthers |=
          Var->getType()->isReferenceType() ||
          (!Var->hasLocalStorage() && !Var->getType().isConstQualified());
      return !Var->getType().isVolatileQualified();
    }
    if (const auto *Member = dyn_cast<MemberExpr>(&S)) {
      On.OnOthers |= isa<FieldDecl>(Member->getMemberDecl());
      return !Member->getType().isVolatileQualified();
    }
    if (const auto *Unary = dyn_cast<UnaryOperator>(&S)) {
      On.OnOthers |= Unary->getOpcode() == UO_Deref;
      return !Unary->isIncrementDecrementOp();
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return !Binary->isAssignmentOp();
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
      return Construct->getConstructor()->isTrivial();
    On.OnOthers |= isa<ArraySubscriptExpr>(S);
    return &S == &Call ||
           isa<CastExpr, ParenExpr, ArraySubscriptExpr, CXXThisExpr,
               IntegerLiteral, FloatingLiteral, CharacterLiteral, StringLiteral,
               CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, ConstantExpr,
               MaterializeTemporaryExpr, ConditionalOperator>(S);
  }

  bool isUnchangedBetween(const CallExpr &First, const CallExpr &Again,
                          const Dependence &On) {
    if (!Effects)
      Effects = TU.purity().effectsOf(Analysis.function());
    return llvm::none_of(Effects->Writes, [&](const SideEffects::Write &W) {
      return isTouched(W, On) && isBetween(*W.At, First, Again);
    });
  }

  bool isTouched(const SideEffects::Write &W, const Dependence &On) {
    if (!W.Own)
      return (On.OnOthers && !isElsewhere(W, On)) ||
             llvm::any_of(On.Variables, [&](const VarDecl *Var) {
               return !Var->hasLocalStorage() ||
                      isNamedElsewhere(*Var, Analysis);
             });
    return On.Variables.contains(W.Own) ||
           (On.OnOthers && isNamedElsewhere(*W.Own, Analysis));
  }

  /// Can W be executed after First and before Again, with no First in between?
  bool isBetween(const Stmt &W, const Stmt &First, const Stmt &Again) const {
    const Stmt *Barrier[] = {&First};
    if (Analysis.contains(W, First))
      // Arguments come before what their call does.
      return Analysis.contains(W, Again)
                 ? false
                 : Analysis.reachesAvoiding(W, Again, Barrier);
    return Analysis.reachesAvoiding(First, W, Barrier) &&
           Analysis.reachesAvoiding(W, Again, Barrier);
  }

  TranslationUnit &TU;
  FunctionAnalysis &Analysis;
  std::optional<SideEffects> Effects;
};

/// What a rewrite calls the value of a call of Callee.
std::string nameOfValue(const FunctionDecl &Callee) {
  std::string Name = Callee.getNameAsString();
  const bool IsSnake =
      llvm::StringRef(Name).contains('_') ||
      llvm::none_of(Name, [](char C) { return C >= 'A' && C <= 'Z'; });
  return Name + (IsSnake ? "_result" : "Result");
}

/// The statement of a block that E is a part of if E is evaluated whenever, and
/// first of all when, that is executed; null if it may not be.
const Stmt *statementBeginningWith(const Expr &E,
                                   const FunctionAnalysis &Analysis) {
  const Stmt *Child = &E;
  for (const Stmt *Up = Analysis.parent(E); Up;
       Child = Up, Up = Analysis.parent(*Up)) {
    if (isa<CompoundStmt>(Up))
      return isa_and_nonnull<SwitchStmt>(Analysis.parent(*Up)) ? nullptr
                                                               : Child;
    if (const auto *Binary = dyn_cast<BinaryOperator>(Up);
        Binary && Binary->isLogicalOp() && Child != Binary->getLHS())
      return nullptr;
    if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(Up);
        Choice && Child != Choice->getCond())
      return nullptr;
    if (const auto *If = dyn_cast<IfStmt>(Up);
        If && (Child != If->getCond() || If->getInit()))
      return nullptr;
    if (!isa<Expr, DeclStmt, ReturnStmt, IfStmt>(Up) || isa<LambdaExpr>(Up))
      return nullptr;
  }
  return nullptr;
}

/// Are all calls of Found arguments of one in Others, which come first?
bool isPartOf(const RepeatedComputation &Found,
              llvm::ArrayRef<RepeatedComputation> Others) {
  const auto IsInside = [&](const CallExpr *Call) {
    const auto Holds = [&](const CallExpr *Outer) {
      return anyStmt(*Outer, [&](const Stmt &S) { return &S == Call; });
    };
    return llvm::any_of(Others, [&](const RepeatedComputation &Other) {
      return Holds(Other.First) || llvm::any_of(Other.Again, Holds);
    });
  };
  return IsInside(Found.First) && llvm::all_of(Found.Again, IsInside);
}

/// May a jump pass a declaration?
bool hasLabels(const FunctionDecl &Function) {
  return anyStmt(*Function.getBody(),
                 [](const Stmt &S) { return isa<LabelStmt>(S); });
}

bool isNameTaken(llvm::StringRef Name, const FunctionDecl &Function) {
  return anyStmt(*Function.getBody(),
                 [&](const Stmt &S) {
                   if (const auto *Declaration = dyn_cast<DeclStmt>(&S))
                     return llvm::any_of(
                         Declaration->decls(), [&](const Decl *D) {
                           const auto *Named = dyn_cast<NamedDecl>(D);
                           return Named && Named->getIdentifier() &&
                                  Named->getName() == Name;
                         });
                   const auto *Ref = dyn_cast<DeclRefExpr>(&S);
                   return Ref && Ref->getDecl()->getIdentifier() &&
                          Ref->getDecl()->getName() == Name;
                 }) ||
         llvm::any_of(Function.parameters(), [&](const ParmVarDecl *P) {
           return P->getName() == Name;
         });
}

} // namespace

std::vector<RepeatedComputation>
repeatedComputationsIn(const FunctionDecl &Function, TranslationUnit &TU) {
  CallFinder Calls(TU);
  Calls.add(*Function.getBody());
  std::vector<RepeatedComputation> All;
  const CallsByCode Groups = Calls.groups();
  if (Groups.empty() || !TU.analysis(Function).isWhole())
    return All;
  Finder Find(Function, TU);
  for (const auto &Group : Groups)
    if (std::optional<RepeatedComputation> Found = Find.among(Group);
        Found && !isPartOf(*Found, All))
      All.push_back(std::move(*Found));
  return All;
}

Rewrite keepValue(const RepeatedComputation &Repeated, TranslationUnit &TU) {
  const CallExpr &First = *Repeated.First;
  const FunctionDecl &Function = *TU.functionAround(First);
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  const ASTContext &Context = TU.context();
  const std::string Code = sourceText(First.getSourceRange(), Context).str();
  std::string Name;
  Rewrite Result;
  const auto Replace = [&](const CallExpr &Call) {
    Result.Edits.push_back(
        FixItHint::CreateReplacement(Call.getSourceRange(), Name));
  };
  const bool IsScalar = First.getType()->isScalarType();

  //   const int rows = countRows(table); … countRows(table)
  const VarDecl *Kept = initialised(First, Analysis);
  if (Kept && Kept->getInit() && &spelled(*Kept->getInit()) == &First &&
      Kept->hasLocalStorage() && Analysis.isOnlyRead(*Kept) &&
      Context.hasSameUnqualifiedType(Kept->getType(), First.getType())) {
    Name = Kept->getNameAsString();
    Result.Title = "use '" + Name + "' again";
    Result.Code = Name;
    Result.Level = FixLevel::Safe;
    unsigned Declared = 0;
    anyStmt(*Function.getBody(), [&](const Stmt &S) {
      if (const auto *Declaration = dyn_cast<DeclStmt>(&S))
        for (const Decl *D : Declaration->decls())
          if (const auto *Named = dyn_cast<NamedDecl>(D))
            Declared += Named->getDeclName() == Kept->getDeclName();
      return false;
    });
    const Stmt *Around = nullptr;
    for (const Stmt *Up = &First; Up && !Around; Up = Analysis.parent(*Up))
      if (isa<DeclStmt>(Up))
        Around = Analysis.parent(*Up);
    if (IsScalar && Declared == 1 && Around &&
        llvm::all_of(Repeated.Again, [&](const CallExpr *Call) {
          return Analysis.contains(*Around, *Call);
        })) {
      for (const CallExpr *Call : Repeated.Again)
        Replace(*Call);
    }
    return Result;
  }

  Name = nameOfValue(*First.getDirectCallee());
  const std::string Line = "const auto " + Name + " = " + Code + ";";
  Result.Title = "compute it once";
  Result.Code = Line;
  const Stmt *Statement = statementBeginningWith(First, Analysis);
  const Stmt *Block = Statement ? Analysis.parent(*Statement) : nullptr;
  if (!Block || !IsScalar || isNameTaken(Name, Function) ||
      hasLabels(Function) ||
      !llvm::all_of(Repeated.Again, [&](const CallExpr *Call) {
        return Analysis.contains(*Block, *Call);
      }))
    return Result;
  const SideEffects Effects = TU.purity().effectsOf(Function);
  const bool IsFirst =
      llvm::none_of(Effects.Writes, [&](const SideEffects::Write &W) {
        return Analysis.contains(*Statement, *W.At) &&
               !Analysis.contains(*W.At, First) &&
               !Analysis.dominates(First, *W.At);
      });
  Result.Level = IsFirst ? FixLevel::Safe : FixLevel::Review;
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation Begin = Statement->getBeginLoc();
  if (Begin.isMacroID())
    return Result;
  const auto [File, Offset] = SM.getDecomposedLoc(Begin);
  const llvm::StringRef Before = SM.getBufferData(File).take_front(Offset);
  const llvm::StringRef Indent = Before.substr(Before.rfind('\n') + 1);
  if (!Indent.trim().empty())
    return Result;
  Result.Edits.push_back(
      FixItHint::CreateInsertion(Begin, Line + "\n" + Indent.str()));
  Replace(First);
  for (const CallExpr *Call : Repeated.Again)
    Replace(*Call);
  return Result;
}

} // namespace slowpath
