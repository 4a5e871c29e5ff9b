// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/models/ApiModels.h"
#include "checks/EmbeddedFile.h"
#include "checks/models/CallShape.h"
#include "checks/models/ConstantText.h"
#include "checks/models/PreparedSql.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/PointerIntPair.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MemoryBuffer.h"
#include <fmt/format.h>

namespace slowpath {
namespace {

using namespace clang;

/// Everything before the last component: "::pqxx::internal".
template <typename Row> StringRef scopeOf(const Row &R) {
  return StringRef(R.Name).rsplit("::").first;
}

/// Calls of mocks cost nothing: gmock's `class MockDb : public Db` with
/// MOCK_METHOD, which declares members gmock_exec.
bool isMock(const CXXRecordDecl &Class) {
  if (const IdentifierInfo *Name = Class.getIdentifier();
      Name && Name->getName().starts_with("Mock"))
    return true;
  return llvm::any_of(Class.decls(), [](const Decl *D) {
    const auto *Named = dyn_cast<NamedDecl>(D);
    return Named && Named->getIdentifier() &&
           Named->getName().starts_with("gmock");
  });
}

/// Class and its bases, nearest first.
SmallVector<const CXXRecordDecl *, 4> lineage(const CXXRecordDecl &Class) {
  SmallVector<const CXXRecordDecl *, 4> Result = {&Class};
  llvm::SmallPtrSet<const CXXRecordDecl *, 4> Seen = {Class.getCanonicalDecl()};
  for (size_t I = 0; I != Result.size(); ++I) {
    const CXXRecordDecl *Definition = Result[I]->getDefinition();
    if (!Definition)
      continue;
    for (const CXXBaseSpecifier &Base : Definition->bases())
      if (const CXXRecordDecl *Next = Base.getType()->getAsCXXRecordDecl();
          Next && Seen.insert(Next->getCanonicalDecl()).second)
        Result.push_back(Next);
  }
  return Result;
}

/// The classes in which Method and what it overrides are declared.
void declaringClasses(const CXXMethodDecl &Method,
                      SmallVectorImpl<const CXXRecordDecl *> &Result) {
  Result.push_back(Method.getParent());
  for (const CXXMethodDecl *Overridden : Method.overridden_methods())
    declaringClasses(*Overridden, Result);
}

bool isSameOrDerived(const CXXRecordDecl &Class, const CXXRecordDecl &Base) {
  return declaresSameEntity(&Class, &Base) ||
         (Class.hasDefinition() && Base.hasDefinition() &&
          Class.isDerivedFrom(&Base));
}

bool isInSystemHeader(const Decl &D) {
  const SourceManager &SM = D.getASTContext().getSourceManager();
  return SM.isInSystemHeader(SM.getExpansionLoc(D.getLocation()));
}

bool hasFirstParam(const FunctionDecl &FD, StringRef Wanted) {
  if (FD.getNumParams() == 0)
    return false;
  const QualType Type =
      FD.getParamDecl(0)->getType().getNonReferenceType().getCanonicalType();
  Wanted.consume_front("::");
  if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl()) {
    auto [Scope, Name] = Wanted.contains("::") ? Wanted.rsplit("::")
                                               : std::pair(StringRef(), Wanted);
    return lookupName(*Class) == Name &&
           isNamed(Class->getDeclContext(),
                   Scope.empty() ? "" : fmt::format("::{}", Scope.str()));
  }
  return Type.getAsString(FD.getASTContext().getPrintingPolicy()) == Wanted;
}

bool holds(const ApiModel::Condition &Condition, const CallShape &Call,
           const ApiModels &Models) {
  const ASTContext &Context = Call.Callee->getASTContext();
  const Expr *Arg = Call.arg(Condition.Argument);
  if (!Arg || Arg->isValueDependent())
    return false;
  StringRef Text = Condition.Value;
  if (Text.consume_front("\"") && Text.consume_back("\"")) {
    const KnownText Known = knownText(*Arg, Models);
    return Text.consume_back("*")
               ? StringRef(Known.Text).starts_with(Text)
               : Known.Complete && StringRef(Known.Text) == Text;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Arg->IgnoreParenImpCasts())) {
    const ValueDecl *Named = Ref->getDecl();
    const bool IsConstant =
        isa<EnumConstantDecl>(Named) ||
        (isa<VarDecl>(Named) &&
         Named->getType().getNonReferenceType().isConstQualified());
    if (IsConstant && Named->getIdentifier() &&
        Named->getName() == Condition.Value)
      return true;
  }
  int64_t Wanted = 0;
  if (StringRef(Condition.Value).getAsInteger(0, Wanted))
    return false;
  Expr::EvalResult Result;
  if (!Arg->EvaluateAsInt(Result, Context))
    // SQL_AUTOCOMMIT_OFF is an integer passed as a pointer.
    if (const Expr *Bare = Arg->IgnoreParenCasts();
        !Bare->getType()->isIntegerType() ||
        !Bare->EvaluateAsInt(Result, Context))
      return false;
  return Result.Val.isInt() && Result.Val.getInt() == Wanted;
}

bool admits(const ApiModel &Row, const CallShape &Call,
            const ApiModels &Models) {
  const unsigned Count = Call.explicitArgs();
  if (Count < Row.MinArgs || Count > Row.MaxArgs)
    return false;
  if (!Row.FirstParam.empty()) {
    const auto *FD = dyn_cast<FunctionDecl>(Call.Callee);
    if (!FD || Call.MakesClass || !hasFirstParam(*FD, Row.FirstParam))
      return false;
  }
  return llvm::all_of(Row.When, [&](const ApiModel::Condition &Condition) {
    return holds(Condition, Call, Models);
  });
}

bool hasArgumentConditions(const ApiModel &Row) {
  return Row.MinArgs != 0 || Row.MaxArgs != ~0u || !Row.FirstParam.empty() ||
         !Row.When.empty();
}

using RowMap = llvm::StringMap<SmallVector<const ApiModel *, 2>>;
using RowList = SmallVector<const ApiModel *, 2>;

ArrayRef<const ApiModel *> rowsNamed(const RowMap &Rows, const NamedDecl &D) {
  const auto It = Rows.find(lookupName(D));
  return It == Rows.end() ? ArrayRef<const ApiModel *>() : It->second;
}

/// Rows of constructors or destructors of Class and of its bases. Of the bases
/// only those for any arguments: what Class passes on to them is not known.
RowList classRows(const RowMap &Rows, const CXXRecordDecl &Class,
                  ApiModel::Kind Wanted) {
  RowList Result;
  for (const CXXRecordDecl *Each : lineage(Class))
    for (const ApiModel *Row : rowsNamed(Rows, *Each))
      if (Row->What == Wanted &&
          isNamed(Each->getDeclContext(), scopeOf(*Row)) &&
          (Each == &Class || !hasArgumentConditions(*Row)))
        Result.push_back(Row);
  return Result;
}

/// Rows of Method as called on an object of static type Class.
RowList methodRows(const RowMap &Rows, const CXXMethodDecl &Method,
                   const CXXRecordDecl *Class) {
  const ArrayRef<const ApiModel *> Candidates = rowsNamed(Rows, Method);
  if (Candidates.empty() || isMock(*Method.getParent()))
    return {};
  SmallVector<const CXXRecordDecl *, 2> Declaring;
  declaringClasses(Method, Declaring);
  if (!Class || !isSameOrDerived(*Class, *Method.getParent()))
    Class = Method.getParent();

  RowList Result;
  for (const CXXRecordDecl *Each : lineage(*Class)) {
    // A base that declares another method of this name is not meant.
    if (llvm::none_of(Declaring, [&](const CXXRecordDecl *D) {
          return isSameOrDerived(*Each, *D);
        }))
      continue;
    for (const ApiModel *Row : Candidates)
      if ((Row->What == ApiModel::Kind::Method ||
           Row->What == ApiModel::Kind::Function) &&
          isNamed(Each, scopeOf(*Row)))
        Result.push_back(Row);
  }
  return Result;
}

RowList findRows(const RowMap &Rows, const CallShape &Call) {
  RowList Result;
  if (Call.MakesClass)
    Result = classRows(Rows, *Call.Class, ApiModel::Kind::Constructor);
  else if (const auto *Constructor =
               dyn_cast<CXXConstructorDecl>(Call.Callee)) {
    if (!Constructor->isCopyOrMoveConstructor())
      Result = classRows(Rows, *Constructor->getParent(),
                         ApiModel::Kind::Constructor);
  } else if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(Call.Callee))
    Result =
        classRows(Rows, *Destructor->getParent(), ApiModel::Kind::Destructor);
  else if (const auto *Method = dyn_cast<CXXMethodDecl>(Call.Callee))
    Result = methodRows(Rows, *Method, Call.Class);
  else
    for (const ApiModel *Row : rowsNamed(Rows, *Call.Callee))
      if (Row->What == (isa<VarDecl>(Call.Callee) ? ApiModel::Kind::Variable
                                                  : ApiModel::Kind::Function) &&
          isNamed(Call.Callee->getDeclContext(), scopeOf(*Row)))
        Result.push_back(Row);

  llvm::erase_if(Result, [&](const ApiModel *Row) {
    return Row->SystemHeader && !isInSystemHeader(*Call.Callee);
  });
  return Result;
}

/// `std::make_unique<T>(t)` copies or moves a T.
bool copiesMadeClass(const CallShape &Call) {
  if (!Call.MakesClass || Call.Args.size() != 1)
    return false;
  const CXXRecordDecl *Given = Call.Args[0]->getType()->getAsCXXRecordDecl();
  return Given && isSameOrDerived(*Given, *Call.Class);
}

/// A constructor row found for a class derived from the one it names, whose
/// arguments are other ones.
bool isOfBase(const ApiModel &Row, const CallShape &Call) {
  return Row.What == ApiModel::Kind::Constructor &&
         !(StringRef(Row.Name).ends_with("::" + lookupName(*Call.Class)) &&
           isNamed(Call.Class->getDeclContext(), scopeOf(Row)));
}

const Expr *handleOf(const ApiModel &Row, const CallShape &Call) {
  if (isOfBase(Row, Call))
    return nullptr;
  switch (Row.HandleAt) {
  case ApiModel::Place::Argument:
    return Call.arg(Row.HandleArgument);
  case ApiModel::Place::This:
    return Call.Object;
  case ApiModel::Place::None:
  case ApiModel::Place::Result:
    return nullptr;
  }
  llvm_unreachable("unknown place");
}

void append(ModelRows &All, ModelRows More) {
  llvm::append_range(All.Apis, std::move(More.Apis));
  llvm::append_range(All.Types, std::move(More.Types));
}

} // namespace

struct ApiModels::Tables {
  ModelRows Rows;
  /// By the last component of the name.
  RowMap ByName;
  llvm::StringMap<SmallVector<const TypeModel *, 1>> TypesByName;

  explicit Tables(ModelRows All) : Rows(std::move(All)) {
    for (const ApiModel &Row : Rows.Apis)
      ByName[StringRef(Row.Name).rsplit("::").second].push_back(&Row);
    for (const TypeModel &Row : Rows.Types)
      TypesByName[StringRef(Row.Name).rsplit("::").second].push_back(&Row);
  }
};

/// What has been found for the declarations of one AST.
class ApiModels::Memory {
public:
  /// The rows of what is called and, of a member, on what class.
  using Key = std::pair<const NamedDecl *,
                        llvm::PointerIntPair<const CXXRecordDecl *, 1, bool>>;
  llvm::DenseMap<Key, RowList> Rows;
  /// See hasMember.
  llvm::DenseMap<std::pair<const CXXRecordDecl *, int>, bool> Members;
};

EffectSet effectsOfSql(const EffectSet &Listed, StringRef SqlText) {
  EffectSet Result = effectsOfSql(SqlText);
  if (!Listed.has(Effect::DbAutocommitWrite) || SqlText.empty())
    Result.remove(Effect::DbAutocommitWrite);
  if (Listed.has(Effect::DbPrepare) && !SqlText.empty() &&
      Result.has(Effect::DbQuery))
    Result.add(Effect::DbPrepare);
  // Whatever the statement is, each call takes a row of it.
  if (Listed.has(Effect::DbFetch))
    Result.add(Effect::DbFetch);
  return Result;
}

EffectSet commonEffects(const ApiModel &Row,
                        llvm::ArrayRef<std::string> Texts) {
  EffectSet Result =
      effectsOfSql(Row.Effects, Texts.empty() ? "" : Texts.front());
  for (const std::string &Text : Texts)
    Result &= effectsOfSql(Row.Effects, Text);
  return Result;
}

ApiModels::ApiModels(std::shared_ptr<const Tables> Shared)
    : Shared(std::move(Shared)) {}

ApiModels::ApiModels(ModelRows AllRows)
    : Shared(std::make_shared<const Tables>(std::move(AllRows))) {}

ApiModels::~ApiModels() = default;

std::shared_ptr<const ApiModels> ApiModels::rememberingCopy() const {
  const std::shared_ptr<ApiModels> Copy(new ApiModels(Shared));
  Copy->Known = std::make_unique<Memory>();
  return Copy;
}

llvm::ArrayRef<ApiModel> ApiModels::all() const { return Shared->Rows.Apis; }

llvm::ArrayRef<TypeModel> ApiModels::types() const {
  return Shared->Rows.Types;
}

std::shared_ptr<const ApiModels> ApiModels::builtin() {
  static const std::shared_ptr<const ApiModels> Builtin = [] {
    ModelRows All;
    llvm::StringSet<> Keys;
    for (const EmbeddedFile *File = EmbeddedModels; File->Name; ++File) {
      auto Parsed = parse(llvm::MemoryBufferRef(File->Text, File->Name));
      if (!Parsed)
        llvm::report_fatal_error(Parsed.takeError());
      for (const ApiModel &Row : Parsed->Apis)
        if (!Keys.insert(Row.key()).second)
          llvm::report_fatal_error(llvm::Twine(File->Name) + ": the row of " +
                                   Row.Name + " is in another file already");
      for (const TypeModel &Row : Parsed->Types)
        if (!Keys.insert(Row.Name).second)
          llvm::report_fatal_error(llvm::Twine(File->Name) + ": the type " +
                                   Row.Name + " is in another file already");
      append(All, std::move(*Parsed));
    }
    return std::shared_ptr<const ApiModels>(new ApiModels(std::move(All)));
  }();
  return Builtin;
}

llvm::Expected<std::shared_ptr<const ApiModels>>
ApiModels::withUserFiles(llvm::ArrayRef<std::string> Paths) {
  if (Paths.empty())
    return builtin();
  ModelRows All;
  for (const std::string &Path : Paths) {
    auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/true);
    if (!Buffer)
      return llvm::createStringError(fmt::format(
          "{}:1:1: cannot be read: {}", Path, Buffer.getError().message()));
    auto Parsed = parse((*Buffer)->getMemBufferRef());
    if (!Parsed)
      return Parsed.takeError();
    append(All, std::move(*Parsed));
  }
  append(All, builtin()->Shared->Rows);
  return std::shared_ptr<const ApiModels>(new ApiModels(std::move(All)));
}

llvm::SmallVector<const ApiModel *, 2>
ApiModels::rowsOf(const CallShape &Call) const {
  if (!Known)
    return findRows(Shared->ByName, Call);
  const auto [Found, IsNew] = Known->Rows.try_emplace(
      {Call.Callee, {Call.Class, Call.MakesClass}}, RowList());
  if (IsNew)
    Found->second = findRows(Shared->ByName, Call);
  return Found->second;
}

const ApiModel *ApiModels::firstAdmitted(const CallShape &Call) const {
  if (copiesMadeClass(Call))
    return nullptr;
  for (const ApiModel *Row : rowsOf(Call))
    if (admits(*Row, Call, *this))
      return Row;
  return nullptr;
}

llvm::SmallVector<const ApiModel *, 2>
ApiModels::rows(const NamedDecl &Callee) const {
  CallShape Call;
  Call.Callee = &Callee;
  return rowsOf(Call);
}

bool ApiModels::hasMember(const CXXRecordDecl &Class, Effect Wanted) const {
  const auto Find = [&] {
    return llvm::any_of(Class.methods(), [&](const CXXMethodDecl *Each) {
      return llvm::any_of(rows(*Each), [&](const ApiModel *Row) {
        return Row->Effects.has(Wanted);
      });
    });
  };
  if (!Known)
    return Find();
  const auto [Found, IsNew] =
      Known->Members.try_emplace({&Class, static_cast<int>(Wanted)}, false);
  if (IsNew)
    Found->second = Find();
  return Found->second;
}

TypeMeaning ApiModels::meaningOf(const CXXRecordDecl &Class) const {
  const TypeModel *Row = typeRow(Class);
  return Row ? Row->Meaning : TypeMeaning::Other;
}

const TypeModel *ApiModels::typeRow(const CXXRecordDecl &Class) const {
  for (const CXXRecordDecl *Each : lineage(Class)) {
    const auto It = Shared->TypesByName.find(lookupName(*Each));
    if (It == Shared->TypesByName.end())
      continue;
    for (const TypeModel *Row : It->second)
      if (isNamed(Each->getDeclContext(), scopeOf(*Row)))
        return Row;
  }
  return nullptr;
}

std::optional<ModeledCall> ApiModels::match(const Expr &E) const {
  const std::optional<CallShape> Call = shapeOf(E);
  if (!Call)
    return std::nullopt;
  const ApiModel *Row = firstAdmitted(*Call);
  if (!Row)
    return std::nullopt;

  ModeledCall Result;
  Result.Model = Row;
  Result.Effects = Row->Effects;
  Result.Handle = handleOf(*Row, *Call);
  if (Row->Sql && !isOfBase(*Row, *Call))
    Result.Sql = Call->arg(*Row->Sql);
  if (Result.Sql) {
    KnownText Sql = knownText(*Result.Sql, *this);
    // QSqlQuery("", Db) is the old way to say QSqlQuery(Db): it runs nothing.
    if (Row->SqlEffects && Sql.Complete && Sql.Text.empty())
      return std::nullopt;
    Result.SqlText = std::move(Sql.Text);
  }
  if (Row->SqlEffects)
    Result.Effects = effectsOfSql(Row->Effects, Result.SqlText);

  if (Row->StatementName && !Result.Sql)
    Result.Effects = effectsOfSql(Row->Effects, "");
  if (Row->SqlFromHandle && Result.Handle && !Result.Sql) {
    const auto Texts = textsOf(
        preparesBefore(E, statementHandle(Result.Handle),
                       [&](const Expr &Each) { return prepareAt(Each); }),
        *this);
    Result.Effects = commonEffects(*Row, Texts);
    if (Texts.size() == 1)
      Result.SqlText = Texts.front();
  }
  return Result;
}

std::optional<PrepareCall> ApiModels::prepareAt(const Expr &E) const {
  const std::optional<CallShape> Call = shapeOf(E);
  if (!Call)
    return std::nullopt;
  const ApiModel *Row = firstAdmitted(*Call);
  if (!Row || !Row->Sql || isOfBase(*Row, *Call) ||
      !(Row->Effects.has(Effect::DbPrepare) ||
        Row->Effects.has(Effect::DbStmtCreate)))
    return std::nullopt;
  const Expr *Sql = Call->arg(*Row->Sql);
  if (!Sql)
    return std::nullopt;
  PrepareCall Result;
  Result.Call = &E;
  Result.Sql = Sql;
  Result.Out = Row->Out ? Call->arg(*Row->Out) : nullptr;
  Result.Handle = handleOf(*Row, *Call);
  return Result;
}

} // namespace slowpath
