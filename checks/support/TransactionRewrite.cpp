// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/TransactionRewrite.h"
#include "checks/models/CallShape.h"
#include "checks/support/Hoist.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Objects.h"
#include "checks/support/ProjectTransaction.h"
#include "checks/support/TranslationUnit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"
#include <fmt/format.h>

using namespace clang;

namespace slowpath {
namespace {

std::string textOf(const Stmt &S, const ASTContext &Context) {
  return sourceText(S.getSourceRange(), Context).str();
}

std::string replaced(std::string Text, llvm::StringRef What,
                     llvm::StringRef By) {
  for (size_t At = 0; (At = Text.find(What, At)) != std::string::npos;
       At += By.size())
    Text.replace(At, What.size(), By);
  return Text;
}

/// As what the library takes: the objects of classes by reference, those that
/// a C library declares by pointer.
std::string argumentText(const ObjectText &Text, const Expr &Spelled) {
  const QualType Type = spelled(Spelled).getType();
  const QualType Pointee = Type->getPointeeType();
  const CXXRecordDecl *Class =
      Pointee.isNull() ? nullptr : Pointee->getAsCXXRecordDecl();
  return !Type->isPointerType() || (Class && Class->hasDefinition() &&
                                    Class->hasUserDeclaredConstructor())
             ? Text.Value
             : Text.Pointer;
}

/// `db.exec("BEGIN")` for `db.exec("INSERT …")`, or nothing.
std::optional<std::string> withSql(const DatabaseCall &Write,
                                   llvm::StringRef Sql,
                                   const ASTContext &Context) {
  const std::optional<CallShape> Shape = shapeOf(*Write.Call);
  if (!Write.Sql || !Shape || Shape->explicitArgs() != 1)
    return std::nullopt;
  const SourceManager &SM = Context.getSourceManager();
  const std::string Call = textOf(*Write.Call, Context);
  const std::string Argument = textOf(*Write.Sql, Context);
  const SourceLocation CallBegin = Write.Call->getBeginLoc();
  const SourceLocation SqlBegin = Write.Sql->getBeginLoc();
  if (Call.empty() || Argument.empty() || CallBegin.isMacroID() ||
      SqlBegin.isMacroID())
    return std::nullopt;
  const size_t At = SM.getFileOffset(SqlBegin) - SM.getFileOffset(CallBegin);
  if (At + Argument.size() > Call.size())
    return std::nullopt;
  return Call.substr(0, At) + fmt::format("\"{}\"", Sql.str()) +
         Call.substr(At + Argument.size()) + ";";
}

/// Is E of a type that a library declares: `sqlite3 *`?
bool isOfLibrary(const Expr &E) {
  QualType Type = spelled(E).getType();
  if (const QualType Pointee = Type->getPointeeType(); !Pointee.isNull())
    Type = Pointee;
  const TagDecl *Declaration = Type->getAsTagDecl();
  return Declaration && !isUserCode(*Declaration);
}

/// Has the class of E no method of the name that Template calls on it:
/// sql::Statement no setAutoCommit()?
bool lacksMethodOf(const Expr &E, llvm::StringRef Template) {
  if (!Template.consume_front("{handle.}"))
    return false;
  QualType Type = spelled(E).getType();
  if (const QualType Pointee = Type->getPointeeType(); !Pointee.isNull())
    Type = Pointee;
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return false;
  const IdentifierInfo &Name = Class->getASTContext().Idents.get(
      Template.take_until([](char C) { return C == '('; }));
  return !Class->hasMemberName(&Name);
}

struct Code {
  std::string Begin;
  std::string Commit;
  /// Why the code can only be shown; empty if it can be written as it is.
  std::string Why;
};

Code transactionFor(const DatabaseCall &Write, const Loop &L, bool IsDirect,
                    TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  if (!Write.Path.empty()) {
    // The project's own function runs any statement, BEGIN too.
    const auto Begin = withSql(Write, "BEGIN", Context);
    const auto Commit = withSql(Write, "COMMIT", Context);
    if (Begin && Commit)
      return {*Begin, *Commit,
              IsDirect ? "" : "the loop is in another function"};
  }
  const TransactionCode *Template = Write.Model->Transaction.get();
  const Connection To = TU.database().connection(Write.Handle);
  //   Statement insert(database, "INSERT …");   … insert.run();
  if (!Write.Path.empty() && !(To.Spelled && isOfLibrary(*To.Spelled))) {
    const std::optional<TransactionLines> Own =
        To.Spelled ? projectTransaction(*To.Spelled, TU) : std::nullopt;
    if (!Own)
      return {"// BEGIN", "// COMMIT", "with the functions of this project"};
    return {Own->Begin, Own->Commit,
            !IsDirect ? "the loop is in another function"
            : dependsOn(*To.Spelled, L, Context)
                ? "the connection is named in the loop only"
                : ""};
  }
  if (!Template)
    return {"// begin a transaction", "// commit it",
            "with the functions of " + Write.Model->Library};
  const Expr *Spelled = To.Spelled;
  std::string Handle = Template->Default, Access = Handle + ".";
  std::string Why;
  if (Spelled) {
    const ObjectText Text = objectText(*Spelled, Context);
    Handle = argumentText(Text, *Spelled);
    Access = Text.Access;
    const bool IsStatement =
        Spelled == Write.Handle && Write.Model->SqlFromHandle;
    if (Handle.empty()) {
      Handle = "connection";
      Access = "connection.";
      Why = "on the connection that a macro names";
    } else if (IsStatement || lacksMethodOf(*Spelled, Template->Begin)) {
      if (!IsStatement || Template->OfStatement.empty()) {
        Handle = "connection";
        Access = "connection->";
        Why = fmt::format("on the connection of '{}'",
                          textOf(*Write.Handle, Context));
      } else
        Handle = replaced(Template->OfStatement, "{statement}", Handle);
    }
  }
  // An object that lives only in the loop, or in a function called there.
  if (!IsDirect)
    Why = "the loop is in another function";
  else if (Why.empty() && Spelled && dependsOn(*Spelled, L, Context))
    Why = "the connection is named in the loop only";
  if (Spelled && Why.empty()) {
    QualType Type = spelled(*Spelled).getType();
    if (const QualType Pointee = Type->getPointeeType(); !Pointee.isNull())
      Type = Pointee;
    if (Type->isRecordType() && Type.isConstQualified())
      Why = fmt::format("'{}' is const", Handle);
  }
  // pqxx::nontransaction: there is one transaction object per connection.
  if (Write.InAutocommitScope)
    Why = fmt::format("instead of '{}'", textOf(*Write.Handle, Context));
  return {withHandle(Template->Begin, Handle, Access),
          withHandle(Template->Commit, Handle, Access), Why};
}

/// What the body does that must not, or cannot, be done in one transaction.
std::string obstacleIn(const Loop &L, TranslationUnit &TU) {
  if (const Stmt *Exit = earlyExit(L))
    return fmt::format("'{}' leaves the loop before the commit",
                       nameOfExit(*Exit).str());
  for (const Expr *E : callsUnder(*L.Body))
    if (const std::optional<DatabaseCall> Call = TU.database().at(*E);
        Call && (Call->Effects.has(Effect::DbDdl) ||
                 Call->Effects.has(Effect::DbConfig)))
      return "not every statement of the loop may run in a transaction";
  return {};
}

class NameFinder : public RecursiveASTVisitor<NameFinder> {
public:
  explicit NameFinder(llvm::StringRef Wanted) : Name(Wanted) {}
  bool Found = false;
  bool VisitVarDecl(VarDecl *Var) {
    Found |= Var->getIdentifier() && Var->getName() == Name;
    return !Found;
  }
  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    const NamedDecl *Named = Ref->getDecl();
    Found |= Named->getIdentifier() && Named->getName() == Name;
    return !Found;
  }

private:
  llvm::StringRef Name;
};

/// Does Begin declare what Function has a name for already?
bool declaresKnownName(const FunctionDecl &Function, llvm::StringRef Begin) {
  const llvm::StringRef Name = declaredName(Begin);
  if (Name.empty())
    return false;
  NameFinder Finder(Name);
  Finder.TraverseDecl(const_cast<FunctionDecl *>(&Function));
  return Finder.Found;
}

Rewrite make(llvm::StringRef Title, std::string Why, llvm::StringRef Begin,
             llvm::StringRef Commit, const Loop &L, TranslationUnit &TU) {
  Rewrite Fix;
  Fix.Title =
      Why.empty() ? Title.str() : fmt::format("{}: {}", Title.str(), Why);
  Fix.Code = fmt::format("{}{}{}\n{}", Begin.str(), Begin.empty() ? "" : "\n",
                         headerOf(L, TU.context()), Commit.str());
  return Fix;
}

/// Is there a variable of the name that First declares in the block that L
/// stands in?
bool isTakenBeside(const Stmt &First, const Loop &L,
                   const FunctionAnalysis &Analysis) {
  const auto *Declaration = dyn_cast<DeclStmt>(&First);
  const Stmt *Block = Analysis.parent(*L.Statement);
  if (!Declaration || !Declaration->isSingleDecl() || !Block)
    return false;
  const auto *Named = dyn_cast<NamedDecl>(Declaration->getSingleDecl());
  return llvm::any_of(Block->children(), [&](const Stmt *Child) {
    const auto *Other = dyn_cast_or_null<DeclStmt>(Child);
    return Other && llvm::any_of(Other->decls(), [&](const Decl *D) {
             const auto *Taken = dyn_cast<NamedDecl>(D);
             return Taken && Named &&
                    Taken->getDeclName() == Named->getDeclName();
           });
  });
}

} // namespace

std::string withHandle(llvm::StringRef Template, llvm::StringRef Handle,
                       llvm::StringRef Access) {
  return replaced(replaced(Template.str(), "{handle.}", Access), "{handle}",
                  Handle);
}

llvm::StringRef declaredName(llvm::StringRef Code) {
  static const llvm::Regex Declared(
      "^[A-Za-z_:<>]+ ([A-Za-z_][A-Za-z0-9_]*)[({]");
  llvm::SmallVector<llvm::StringRef, 2> Groups;
  return Declared.match(Code, &Groups) ? Groups[1] : llvm::StringRef();
}

Rewrite wrapInTransaction(const DatabaseCall &Write, const Loop &L,
                          bool IsDirect, TranslationUnit &TU) {
  Code Text = transactionFor(Write, L, IsDirect, TU);
  if (Text.Why.empty())
    Text.Why = obstacleIn(L, TU);
  // An object rolls back in its destructor, a statement does not.
  if (Text.Why.empty() && declaredName(Text.Begin).empty() &&
      mayThrow(*L.Body, TU))
    Text.Why = "an exception would leave it open";
  const FunctionDecl *Function = TU.functionAround(*L.Statement);
  llvm::SmallVector<FixItHint, 4> Edits;
  if (Text.Why.empty() && Function && !declaresKnownName(*Function, Text.Begin))
    Edits = insertAround(L, Text.Begin, Text.Commit, TU.analysis(*Function));
  Rewrite Fix = make("run the loop in one transaction", std::move(Text.Why),
                     Text.Begin, Text.Commit, L, TU);
  if (!Edits.empty()) {
    Fix.Level = FixLevel::Review;
    Fix.Edits = std::move(Edits);
  }
  return Fix;
}

Rewrite moveTransaction(const DatabaseCall *Begin, const DatabaseCall *Commit,
                        const Loop &L, bool IsDirect, TranslationUnit &TU) {
  const ASTContext &Context = TU.context();
  const auto StatementOf = [&](const DatabaseCall *Call) -> const Stmt * {
    if (!Call)
      return nullptr;
    const FunctionDecl *Function = TU.functionAround(*Call->Call);
    const FunctionAnalysis &Analysis = TU.analysis(*Function);
    const Stmt *Up = Call->Call;
    while (const Stmt *Next = Analysis.parent(*Up)) {
      if (isa<CompoundStmt>(Next))
        break;
      Up = Next;
    }
    return Up;
  };
  const Stmt *First = StatementOf(Begin), *Last = StatementOf(Commit);
  const auto [Front, Back] = endsOfBody(L);
  std::string Why =
      IsDirect ? obstacleIn(L, TU) : "the loop is in another function";
  if (Why.empty() && skipsRest(L))
    Why = "'continue' skips the commit";
  const FunctionDecl *Around = TU.functionAround(*L.Statement);
  if (Why.empty() && First && Around &&
      isTakenBeside(*First, L, TU.analysis(*Around)))
    Why = "the name is taken there";
  const bool CanMove = IsDirect && First && Last && First == Front &&
                       Last == Back &&
                       (isa<DeclStmt>(First) || isa<Expr>(First)) &&
                       isa<Expr>(Last) && !dependsOn(*First, L, Context);
  const auto Plain = [&](const Stmt *S, const DatabaseCall *Call) {
    // Shown is the call alone if its result is tested.
    return S && (isa<Expr>(S) || isa<DeclStmt>(S)) ? statementText(*S, Context)
           : Call ? statementText(*Call->Call, Context)
                  : std::string();
  };
  const std::string Before = Plain(First, Begin), After = Plain(Last, Commit);
  llvm::SmallVector<FixItHint, 4> Edits;
  if (Why.empty() && CanMove)
    Edits = moveOut(First, Last, L, TU.analysis(*Around));
  Rewrite Fix = make(Begin && Commit ? "begin and commit once, around the loop"
                     : Commit        ? "commit once, after the loop"
                                     : "begin once, before the loop",
                     std::move(Why), Before, After, L, TU);
  if (!Edits.empty()) {
    Fix.Level = FixLevel::Review;
    Fix.Edits = std::move(Edits);
  }
  return Fix;
}

} // namespace slowpath
