// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/Lookups.h"
#include "checks/models/ApiModels.h"
#include "checks/support/LoopData.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace slowpath {
namespace {

std::optional<Lookup::Kind> kindOf(const EffectSet &Does) {
  using enum Lookup::Kind;
  constexpr std::pair<Effect, Lookup::Kind> Kinds[] = {
      {Effect::LookupTest, Test},     {Effect::LookupFind, Find},
      {Effect::LookupAccess, Access}, {Effect::LookupGet, Get},
      {Effect::LookupAssign, Assign}, {Effect::LookupInsert, Insert},
      {Effect::LookupErase, Erase}};
  for (const auto &[Word, Kind] : Kinds)
    if (Does.has(Word))
      return Kind;
  return std::nullopt;
}

/// The type that Record or a base of it calls Name.
const TypedefNameDecl *memberType(const CXXRecordDecl &Record,
                                  llvm::StringRef Name) {
  const IdentifierInfo &Id = Record.getASTContext().Idents.get(Name);
  for (const NamedDecl *Found : Record.lookup(&Id))
    if (const auto *Type = dyn_cast<TypedefNameDecl>(Found))
      return Type;
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const auto *Parent = Base.getType()->getAsCXXRecordDecl();
        Parent && Parent->hasDefinition())
      if (const TypedefNameDecl *Type = memberType(*Parent, Name))
        return Type;
  return nullptr;
}

/// The kind of a call of Method, if its class has the shape of the standard's:
/// a `key_type`, and with `insert`, a result that tells whether there was one.
std::optional<Lookup::Kind> kindByShape(const CXXMethodDecl &Method,
                                        const CXXRecordDecl &Class) {
  using enum Lookup::Kind;
  if (!memberType(Class, "key_type") || !memberType(Class, "iterator") ||
      !memberType(Class, "value_type"))
    return std::nullopt;
  if (Method.getOverloadedOperator() == OO_Subscript)
    return Access;
  if (!Method.getIdentifier())
    return std::nullopt;
  const auto Kind =
      llvm::StringSwitch<std::optional<Lookup::Kind>>(Method.getName())
          .Cases({"count", "contains"}, Test)
          .Case("find", Find)
          .Case("at", Get)
          .Case("insert_or_assign", Assign)
          .Cases({"insert", "emplace", "try_emplace"}, Insert)
          .Case("erase", Erase)
          .Default(std::nullopt);
  if (!Kind || (*Kind != Insert && *Kind != Assign))
    return Kind;
  // A multimap gives the place only.
  const auto *Pair = Method.getReturnType()->getAsCXXRecordDecl();
  return Pair && isOrDerivesFrom(Method.getReturnType(), "std::pair")
             ? Kind
             : std::nullopt;
}

/// The class that the row about a call is about: "::std::map" of
/// "::std::map::find".
llvm::StringRef classOfRow(const ApiModel &Row) {
  llvm::StringRef Name = Row.Name;
  return Name.substr(0, Name.rfind("::"));
}

/// `{k, v}`, `std::make_pair(k, v)`, `std::pair<K, V>(k, v)`
std::optional<std::pair<const Expr *, const Expr *>> pairOf(const Expr &E) {
  const Expr &Core = spelled(E);
  if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(&Core))
    return pairOf(*Cast->getSubExpr());
  if (!isOrDerivesFrom(Core.getType(), "std::pair") && !isa<InitListExpr>(Core))
    return std::nullopt;
  if (const auto *List = dyn_cast<InitListExpr>(&Core))
    return List->getNumInits() == 2
               ? std::optional(std::pair(List->getInit(0), List->getInit(1)))
               : std::nullopt;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core)) {
    if (Construct->getNumArgs() == 2)
      return {{Construct->getArg(0), Construct->getArg(1)}};
    return Construct->getNumArgs() == 1 ? pairOf(*Construct->getArg(0))
                                        : std::nullopt;
  }
  const auto *Call = dyn_cast<CallExpr>(&Core);
  if (Call && Call->getNumArgs() == 2 && !isa<CXXMemberCallExpr>(Call))
    return {{Call->getArg(0), Call->getArg(1)}};
  return std::nullopt;
}

/// x of `std::move(x)` and `std::forward<T>(x)`, else E.
const Expr *withoutMove(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(&spelled(*E));
  return Call && Call->getNumArgs() == 1 && Call->getDirectCallee() &&
                 Call->getDirectCallee()->isInStdNamespace() &&
                 (Call->getBuiltinCallee() == Builtin::BImove ||
                  Call->getBuiltinCallee() == Builtin::BIforward)
             ? Call->getArg(0)
             : E;
}

/// The key of Found, and the value it is given. False if it has no single key.
bool findKey(Lookup &Found, llvm::ArrayRef<const Expr *> Arguments) {
  llvm::SmallVector<const Expr *, 3> Given;
  for (const Expr *Each : Arguments)
    if (!isa<CXXDefaultArgExpr>(Each))
      Given.push_back(Each);
  const auto IsAssigning = [&] {
    return Found.What == Lookup::Kind::Insert ||
           Found.What == Lookup::Kind::Assign;
  };
  if (Given.empty())
    return false;
  if (!IsAssigning()) {
    Found.Key = Given[0];
    return Given.size() == 1 || Found.What == Lookup::Kind::Get;
  }
  if (Found.IsSet || (Given.size() != 1 && Given.size() != 2)) {
    Found.Key = withoutMove(Given[0]);
    return Given.size() == 1 || !Found.IsSet;
  }
  if (Given.size() == 2) {
    Found.Key = withoutMove(Given[0]);
    Found.Value = Given[1];
    return true;
  }
  if (const auto Pair = pairOf(*Given[0])) {
    Found.Key = withoutMove(Pair->first);
    Found.Value = Pair->second;
    return true;
  }
  // `m.try_emplace(k)`, or one that already is a pair.
  Found.Key = withoutMove(Given[0]);
  return !isOrDerivesFrom(Given[0]->getType(), "std::pair");
}

bool sameArguments(const CallExpr &A, const CallExpr &B) {
  if (A.getNumArgs() != B.getNumArgs())
    return false;
  for (unsigned I = 0; I < A.getNumArgs(); ++I) {
    const bool IsDefault = isa<CXXDefaultArgExpr>(A.getArg(I));
    if (IsDefault != isa<CXXDefaultArgExpr>(B.getArg(I)) ||
        (!IsDefault && !isSameValue(*A.getArg(I), *B.getArg(I))))
      return false;
  }
  return true;
}

} // namespace

std::optional<Lookup> lookupAt(const Expr &E, TranslationUnit &TU) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  const auto *Member = dyn_cast<CXXMemberCallExpr>(&E);
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
  if (!Call || E.isTypeDependent() || (!Member && !Operator) ||
      (Operator && (Operator->getOperator() != OO_Subscript ||
                    Operator->getNumArgs() != 2)))
    return std::nullopt;
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee());
  if (!Method || Method->isStatic())
    return std::nullopt;
  Lookup Result;
  Result.Call = Call;
  // As it is written: a base of it may declare the member.
  Result.Map =
      (Member ? Member->getImplicitObjectArgument() : Operator->getArg(0))
          ->IgnoreParenImpCasts();
  const CXXRecordDecl *Class = classOf(Result);
  Class = Class ? Class->getDefinition() : nullptr;
  if (!Class)
    return std::nullopt;
  const TypeModel *Row = TU.models().typeRow(*Class);
  std::optional<Lookup::Kind> Kind;
  if (Row) {
    // A multimap that is derived from a map has a row of its own.
    const auto Model = TU.models().match(E);
    if (!Model || classOfRow(*Model->Model) != Row->Name)
      return std::nullopt;
    Kind = kindOf(Model->Effects);
    Result.IsSet = Row->Meaning == TypeMeaning::Set;
  } else {
    Kind = kindByShape(*Method, *Class);
    Result.IsSet = !memberType(*Class, "mapped_type");
  }
  if (!Kind)
    return std::nullopt;
  Result.What = *Kind;
  // Qt's const `[]` gives a copy.
  if (Result.What == Lookup::Kind::Access && Method->isConst())
    Result.What = Lookup::Kind::Get;
  const llvm::ArrayRef<const Expr *> Arguments(Call->getArgs(),
                                               Call->getNumArgs());
  if (!findKey(Result, Operator ? Arguments.drop_front() : Arguments))
    return std::nullopt;
  return Result;
}

bool isSameValue(const Expr &A, const Expr &B) {
  const Expr &Left = spelled(A), &Right = spelled(B);
  if (isSameObject(Left, Right))
    return true;
  if (Left.getStmtClass() != Right.getStmtClass())
    return false;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Left))
    return Ref->getDecl()->getCanonicalDecl() ==
               cast<DeclRefExpr>(Right).getDecl()->getCanonicalDecl() &&
           isa<EnumConstantDecl, FunctionDecl>(Ref->getDecl());
  if (const auto *Int = dyn_cast<IntegerLiteral>(&Left))
    return llvm::APInt::isSameValue(Int->getValue(),
                                    cast<IntegerLiteral>(Right).getValue());
  if (const auto *Char = dyn_cast<CharacterLiteral>(&Left))
    return Char->getValue() == cast<CharacterLiteral>(Right).getValue();
  if (const auto *Text = dyn_cast<StringLiteral>(&Left))
    return Text->getBytes() == cast<StringLiteral>(Right).getBytes();
  if (const auto *Member = dyn_cast<MemberExpr>(&Left))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           Member->getMemberDecl()->getCanonicalDecl() ==
               cast<MemberExpr>(Right).getMemberDecl()->getCanonicalDecl() &&
           isSameValue(*Member->getBase(), *cast<MemberExpr>(Right).getBase());
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Left))
    return !Unary->isIncrementDecrementOp() &&
           Unary->getOpcode() == cast<UnaryOperator>(Right).getOpcode() &&
           isSameValue(*Unary->getSubExpr(),
                       *cast<UnaryOperator>(Right).getSubExpr());
  if (const auto *Binary = dyn_cast<BinaryOperator>(&Left))
    return !Binary->isAssignmentOp() &&
           Binary->getOpcode() == cast<BinaryOperator>(Right).getOpcode() &&
           isSameValue(*Binary->getLHS(),
                       *cast<BinaryOperator>(Right).getLHS()) &&
           isSameValue(*Binary->getRHS(),
                       *cast<BinaryOperator>(Right).getRHS());
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&Left))
    return Cast->getTypeAsWritten().getCanonicalType() ==
               cast<ExplicitCastExpr>(Right)
                   .getTypeAsWritten()
                   .getCanonicalType() &&
           isSameValue(*Cast->getSubExpr(),
                       *cast<ExplicitCastExpr>(Right).getSubExpr());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Left)) {
    const auto &Other = cast<CXXConstructExpr>(Right);
    if (Construct->getConstructor() != Other.getConstructor() ||
        Construct->getNumArgs() != Other.getNumArgs() ||
        !isLibraryClass(Construct->getType()))
      return false;
    for (unsigned I = 0; I < Construct->getNumArgs(); ++I)
      if (isa<CXXDefaultArgExpr>(Construct->getArg(I))
              ? !isa<CXXDefaultArgExpr>(Other.getArg(I))
              : !isSameValue(*Construct->getArg(I), *Other.getArg(I)))
        return false;
    return true;
  }
  const auto *Call = dyn_cast<CallExpr>(&Left);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || Callee != cast<CallExpr>(Right).getDirectCallee() ||
      !sameArguments(*Call, cast<CallExpr>(Right)))
    return false;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Member->getMethodDecl()->isConst() &&
           isSameValue(
               *Member->getImplicitObjectArgument(),
               *cast<CXXMemberCallExpr>(Right).getImplicitObjectArgument());
  if (isa<CXXOperatorCallExpr>(Call)) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    return !isUserCode(*Callee) && (!Method || Method->isConst());
  }
  // What a library makes of a value: `std::make_pair(a, b)`.
  return Call->getNumArgs() != 0 && !isUserCode(*Callee) &&
         !Callee->getReturnType()->isVoidType() &&
         llvm::none_of(Callee->parameters(), [](const ParmVarDecl *P) {
           const QualType Pointee = P->getType()->getPointeeType();
           return !Pointee.isNull() && !Pointee.isConstQualified() &&
                  !P->getType()->isRValueReferenceType();
         });
}

bool isSameLookup(const Lookup &A, const Lookup &B) {
  const auto Object = [](const Lookup &L) -> const Expr & {
    // `(*map)[k]` and `map->find(k)`
    const auto *Star = dyn_cast<UnaryOperator>(&spelled(*L.Map));
    return Star && Star->getOpcode() == UO_Deref ? *Star->getSubExpr() : *L.Map;
  };
  return isSameValue(Object(A), Object(B)) && isSameValue(*A.Key, *B.Key);
}

std::vector<llvm::SmallVector<Lookup, 4>>
lookupsOf(const FunctionDecl &Function, TranslationUnit &TU) {
  std::vector<llvm::SmallVector<Lookup, 4>> Groups;
  const FunctionAnalysis &Analysis = TU.analysis(Function);
  const auto Visit = [&](const Stmt &S) {
    const auto *E = dyn_cast<Expr>(&S);
    const std::optional<Lookup> Found = E ? lookupAt(*E, TU) : std::nullopt;
    if (!Found || isConstantKey(*Found->Key, TU.context()))
      return false;
    // `sizeof(m[k])` looks for nothing.
    for (const Stmt *Up = E; Up; Up = Analysis.parent(*Up))
      if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(Up))
        return false;
    const auto Group = llvm::find_if(Groups, [&](const auto &Each) {
      return isSameLookup(Each.front(), *Found);
    });
    if (Group == Groups.end())
      Groups.push_back({*Found});
    else
      Group->push_back(*Found);
    return false;
  };
  anyStmtOutsideLambdas(Function.getBody(), Visit);
  return Groups;
}

bool isSmallMap(const Lookup &L, TranslationUnit &TU) {
  if (isFewByNature(*L.Map, TU))
    return true;
  //   static const std::map<std::string, Color> colors = {{"red", Red}, …};
  const VarDecl *Var = rootVariable(*L.Map);
  if (!Var || !Var->getType().isConstQualified() || !Var->getInit())
    return false;
  const auto *Construct =
      dyn_cast<CXXConstructExpr>(Var->getInit()->IgnoreUnlessSpelledInSource());
  const Expr *Init = Construct && Construct->getNumArgs() != 0
                         ? Construct->getArg(0)->IgnoreImplicit()
                         : Var->getInit()->IgnoreUnlessSpelledInSource();
  if (const auto *Standard = dyn_cast<CXXStdInitializerListExpr>(Init))
    Init = Standard->getSubExpr()->IgnoreImplicit();
  const auto *List = dyn_cast<InitListExpr>(Init);
  return List && List->getNumInits() <= Loop::SmallTripCount;
}

bool isConstantKey(const Expr &E, const ASTContext &Context) {
  const Expr &Core = spelled(E);
  if (!Core.isValueDependent() && Core.isEvaluatable(Context))
    return true;
  if (isa<StringLiteral>(Core))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return !Var ||
           (Var->hasGlobalStorage() && Var->getType().isConstQualified());
  }
  if (const auto *Member = dyn_cast<MemberExpr>(&Core)) {
    const auto *Var = dyn_cast<VarDecl>(Member->getMemberDecl());
    return Var && Var->getType().isConstQualified();
  }
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&Core))
    return isConstantKey(*Cast->getSubExpr(), Context);
  // `QStringLiteral("x")`, which is a lambda, `std::string("x")`, `"x"_s`
  const auto AllConstant = [&](const auto &Arguments) {
    return llvm::all_of(Arguments, [&](const Expr *Each) {
      return isa<CXXDefaultArgExpr>(Each) || isConstantKey(*Each, Context);
    });
  };
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Core))
    return AllConstant(Construct->arguments());
  if (const auto *Call = dyn_cast<CallExpr>(&Core)) {
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      return isConstantKey(*Member->getImplicitObjectArgument(), Context) &&
             AllConstant(Call->arguments());
    return AllConstant(Call->arguments());
  }
  return isa<LambdaExpr>(Core);
}

const CXXRecordDecl *classOf(const Lookup &L) {
  QualType Type = L.Map->getType().getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  return Type->getAsCXXRecordDecl();
}

QualType memberTypeOf(const Lookup &L, llvm::StringRef Name) {
  const CXXRecordDecl &Class = *classOf(L);
  const TypedefNameDecl *Type = memberType(Class, Name);
  return Type ? Type->getUnderlyingType() : QualType();
}

bool hasValueIterators(const CXXRecordDecl &Map) {
  IdentifierTable &Idents = Map.getASTContext().Idents;
  const auto *Iterator =
      Map.lookup(&Idents.get("const_iterator")).find_first<CXXRecordDecl>();
  // A member class is made from its template only when it is needed.
  if (Iterator && !Iterator->hasDefinition())
    Iterator = Iterator->getInstantiatedFromMemberClass();
  return Iterator && Iterator->hasDefinition() &&
         !Iterator->getDefinition()->lookup(&Idents.get("value")).empty();
}

} // namespace slowpath
