// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/ModelSources.h"
#include "checks/EmbeddedFile.h"
#include "checks/models/CallShape.h"
#include "tests/support/Golden.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <fmt/format.h>
#include <map>

using namespace clang;

namespace slowpath::test {
namespace {

using Problems = std::vector<std::string>;

class ErrorCollector : public DiagnosticConsumer {
public:
  explicit ErrorCollector(Problems &Into) : Into(Into) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error)
      return;
    llvm::SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    const std::string Where =
        Info.hasSourceManager() && Info.getLocation().isValid()
            ? Info.getLocation().printToString(Info.getSourceManager())
            : "no location";
    Into.push_back(fmt::format("{}: {}", Where, Message.str().str()));
  }

private:
  Problems &Into;
};

/// The row as people tell it from others of the same name.
std::string describe(const ApiModel &Row) {
  std::string Text = Row.Name;
  if (Row.What == ApiModel::Kind::Constructor)
    Text += " (constructor)";
  if (Row.What == ApiModel::Kind::Destructor)
    Text += " (destructor)";
  if (Row.MinArgs != 0)
    Text += fmt::format(" (min_args {})", Row.MinArgs);
  if (Row.MaxArgs != ~0u)
    Text += fmt::format(" (max_args {})", Row.MaxArgs);
  if (!Row.FirstParam.empty())
    Text += fmt::format(" (first_param {})", Row.FirstParam);
  for (const ApiModel::Condition &C : Row.When)
    Text += fmt::format(" (arg{}=={})", C.Argument, C.Value);
  return Text;
}

bool hasCallOperator(const CXXRecordDecl &Class) {
  const DeclarationName Name =
      Class.getASTContext().DeclarationNames.getCXXOperatorName(OO_Call);
  if (!Class.lookup(Name).empty())
    return true;
  return Class.hasDefinition() &&
         llvm::any_of(Class.bases(), [](const CXXBaseSpecifier &Base) {
           const CXXRecordDecl *Each = Base.getType()->getAsCXXRecordDecl();
           return Each && hasCallOperator(*Each);
         });
}

bool isCallable(const Expr &Arg) {
  const QualType Type = Arg.getType().getNonReferenceType();
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  return Type->isFunctionType() || Type->isFunctionPointerType() ||
         Type->isMemberPointerType() || (Class && hasCallOperator(*Class));
}

std::string wordsOf(const EffectSet &Effects) {
  std::vector<llvm::StringRef> Words;
  for (size_t I = 0; I != static_cast<size_t>(Effect::Last); ++I)
    if (Effects.has(static_cast<Effect>(I)))
      Words.push_back(toString(static_cast<Effect>(I)));
  return llvm::join(Words, " ");
}

/// Values that no object has: one of them in the place of the handle shows that
/// the place is wrong.
bool isConstant(const Expr &Handle) {
  const Expr *Bare = Handle.IgnoreParenCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Bare);
  return isa<StringLiteral, IntegerLiteral, CXXBoolLiteralExpr,
             CXXNullPtrLiteralExpr, LambdaExpr>(Bare) ||
         (Ref && isa<EnumConstantDecl, FunctionDecl>(Ref->getDecl()));
}

/// The largest index of an argument that the row names, or nothing.
std::optional<unsigned> lastArgument(const ApiModel &Row) {
  std::optional<unsigned> Last;
  const auto Add = [&](std::optional<unsigned> Index) {
    if (Index && (!Last || *Last < *Index))
      Last = Index;
  };
  Add(Row.Sql);
  Add(Row.Out);
  Add(Row.StatementName);
  if (Row.HandleAt == ApiModel::Place::Argument)
    Add(Row.HandleArgument);
  return Last;
}

/// What the row claims to do, as far as one call can show it.
EffectSet claimedEffects(const ApiModel &Row) {
  EffectSet Result = Row.Effects;
  // Depends on the text that was prepared under the name.
  if (Row.StatementName && !Row.Sql)
    Result.remove(Effect::DbAutocommitWrite);
  return Result;
}

/// Why Call, which Row matches at E, does not show all that Row says.
Problems problemsOfCall(const ApiModel &Row, const ModeledCall &Call,
                        const Expr &E) {
  Problems Found;
  const std::optional<CallShape> Shape = shapeOf(E);
  if (!Shape)
    llvm::report_fatal_error("a modelled call has a shape");

  if ((Row.HandleAt == ApiModel::Place::Argument ||
       Row.HandleAt == ApiModel::Place::This) &&
      !Call.Handle)
    Found.push_back("the handle is not there");
  if (Call.Handle && isConstant(*Call.Handle))
    Found.push_back("the handle is a constant");
  // A variadic callee may be given more.
  const auto *Callee = dyn_cast<FunctionDecl>(Shape->Callee);
  if (const auto Last = lastArgument(Row);
      Last && Callee && !Shape->MakesClass && *Last >= Callee->getNumParams())
    Found.push_back(fmt::format("there is no parameter {}", *Last));
  if (Row.HandleAt == ApiModel::Place::Result && E.getType()->isVoidType())
    Found.push_back("there is no result to be the handle");
  if (Row.Sql && Call.SqlText.empty())
    Found.push_back("the SQL argument is not the text of the source");
  if (Row.StatementName) {
    const Expr *Name = Shape->arg(*Row.StatementName);
    if (!Name || constantPrefix(*Name, *ApiModels::builtin()).empty())
      Found.push_back("the statement's name is not the text of the source");
  }
  if (Row.Out) {
    const Expr *Out = Shape->arg(*Row.Out);
    const QualType Given = Out ? Out->getType() : QualType();
    const bool IsWritable = Out && Given->isPointerType() &&
                            !Given->getPointeeType().isConstQualified();
    const bool IsReference =
        Callee && *Row.Out < Callee->getNumParams() &&
        Callee->getParamDecl(*Row.Out)->getType()->isReferenceType();
    const bool IsIterator =
        Out && Row.Effects.has(Effect::DataCopy) && Given->isRecordType();
    if (!IsWritable && !IsReference && !IsIterator)
      Found.push_back("the output is no pointer and no reference");
  }
  if ((Row.CallbackScope || Row.Effects.has(Effect::CallbackPerItem) ||
       Row.Effects.has(Effect::CallbackWrap)) &&
      llvm::none_of(Shape->Args,
                    [](const Expr *Arg) { return isCallable(*Arg); }))
    Found.push_back("no argument is callable");
  if (!(Call.Effects == claimedEffects(Row)))
    Found.push_back(fmt::format("has the effects {}, not {}",
                                wordsOf(Call.Effects),
                                wordsOf(claimedEffects(Row))));
  return Found;
}

/// What is known of a row after looking at some calls.
struct Evidence {
  bool IsComplete = false;
  /// "file:line:column", and why the first call was not enough.
  std::string Where;
  Problems Why;
};

class SourceVisitor : public RecursiveASTVisitor<SourceVisitor> {
public:
  SourceVisitor(const ApiModels &Models, const ASTContext &Context,
                std::map<std::string, Evidence> &Rows, llvm::StringSet<> &Types)
      : Models(Models), Context(Context), Rows(Rows), Types(Types) {}

  bool VisitExpr(const Expr *E) {
    const auto Call = Models.match(*E);
    if (!Call)
      return true;
    Problems Why = problemsOfCall(*Call->Model, *Call, *E);
    const auto [It, IsNew] = Rows.try_emplace(Call->Model->key());
    if (IsNew) {
      It->second.Where =
          E->getExprLoc().printToString(Context.getSourceManager());
      It->second.Why = Why;
    }
    It->second.IsComplete |= Why.empty();
    return true;
  }

  bool VisitDeclaratorDecl(const DeclaratorDecl *D) {
    QualType Type = D->getType().getNonReferenceType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl())
      if (const TypeModel *Row = Models.typeRow(*Class))
        Types.insert(Row->Name);
    return true;
  }

private:
  const ApiModels &Models;
  const ASTContext &Context;
  std::map<std::string, Evidence> &Rows;
  llvm::StringSet<> &Types;
};

/// Looks at the calls of one source.
Problems visitSource(const std::string &Path, const ApiModels &Models,
                     std::map<std::string, Evidence> &Rows,
                     llvm::StringSet<> &Types) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return {fmt::format("{}: {}", Path, Buffer.getError().message())};

  Expectations Directives;
  Problems Found = parseExpectations(Path, (*Buffer)->getBuffer(),
                                     /*IsMainFile=*/true, Directives);
  if (Directives.MayHaveErrors || !Directives.As.empty() ||
      !Directives.Checks.empty() || !Directives.Options.empty() ||
      !Directives.Findings.empty() || !Directives.Notes.empty())
    Found.push_back(Path + ": only 'args' and 'packages' have a meaning here");
  std::vector<std::string> Args = compilerArgs(Directives, Found);
  Args.insert(Args.end(), {"-w", "-fsyntax-only",
                           "-resource-dir=" SLOWPATH_CLANG_RESOURCE_DIR});
  if (!Found.empty())
    return Found;

  ErrorCollector Errors(Found);
  const std::unique_ptr<ASTUnit> Unit = tooling::buildASTFromCodeWithArgs(
      (*Buffer)->getBuffer(), Args, Path, "slowpath-tests",
      std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(),
      tooling::FileContentMappings(), &Errors);
  if (!Unit && Found.empty())
    Found.push_back(Path + ": cannot be parsed at all");
  if (!Found.empty())
    return Found;

  SourceVisitor Visitor(Models, Unit->getASTContext(), Rows, Types);
  const SourceManager &SM = Unit->getSourceManager();
  for (Decl *D : Unit->getASTContext().getTranslationUnitDecl()->decls())
    if (SM.isInMainFile(SM.getExpansionLoc(D->getLocation())))
      Visitor.TraverseDecl(D);
  return Found;
}

} // namespace

std::string modelFolder() { return SLOWPATH_SOURCE_DIR "/tests/models"; }

std::vector<ModelCase> modelCases(const std::string &Folder) {
  llvm::StringMap<std::vector<std::string>> Sources;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator File(Folder, Error), End;
       File != End && !Error; File.increment(Error))
    if (llvm::StringRef(File->path()).ends_with(".cpp"))
      Sources[llvm::sys::path::filename(File->path()).split('.').first]
          .push_back(File->path());

  std::vector<ModelCase> Cases;
  for (const EmbeddedFile *File = EmbeddedModels; File->Name; ++File) {
    auto Rows = ApiModels::parse(llvm::MemoryBufferRef(File->Text, File->Name));
    if (!Rows)
      llvm::report_fatal_error(Rows.takeError());
    ModelCase Case;
    Case.Name = llvm::sys::path::stem(File->Name).str();
    Case.Rows = std::move(*Rows);
    Case.Sources = Sources.lookup(Case.Name);
    llvm::sort(Case.Sources);
    Cases.push_back(std::move(Case));
  }
  return Cases;
}

std::vector<std::string> checkModels(const ModelCase &Case,
                                     const ApiModels &Models) {
  Problems Found;
  std::map<std::string, Evidence> Rows;
  llvm::StringSet<> Types;
  for (const std::string &Source : Case.Sources)
    llvm::append_range(Found, visitSource(Source, Models, Rows, Types));
  // The rows have no calls because of the errors.
  if (!Found.empty())
    return Found;

  for (const ApiModel &Row : Case.Rows.Apis) {
    const auto It = Rows.find(Row.key());
    const bool IsCalled = It != Rows.end();
    if (!Row.Since.empty()) {
      if (IsCalled)
        Found.push_back(fmt::format("{}: {}: is not only in {}",
                                    It->second.Where, describe(Row),
                                    Row.Since));
    } else if (!IsCalled) {
      Found.push_back(fmt::format("{}: {}: no call of the sources matches",
                                  Case.Name, describe(Row)));
    } else if (!It->second.IsComplete) {
      for (const std::string &Why : It->second.Why)
        Found.push_back(
            fmt::format("{}: {}: {}", It->second.Where, describe(Row), Why));
    }
  }
  for (const TypeModel &Row : Case.Rows.Types)
    if (!Types.contains(Row.Name))
      Found.push_back(fmt::format("{}: {}: no declaration has this type",
                                  Case.Name, Row.Name));
  return Found;
}

} // namespace slowpath::test
