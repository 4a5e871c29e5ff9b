// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/memory/ObjectLayoutCheck.h"
#include "checks/support/FieldSource.h"
#include "checks/support/InitialiserOrder.h"
#include "checks/support/TestCode.h"
#include "clang/AST/Attr.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral RecordId = "record";

/// Less than this, of each object and of its size, is lost in what allocators
/// and caches round up: memory comes in units of 8 bytes at least, and the time
/// to walk over objects changes by less than what two runs differ in.
constexpr uint64_t LeastBytes = 8;
constexpr uint64_t LeastPercent = 10;

bool isWorthAWord(uint64_t Saved, uint64_t Size) {
  return Saved >= LeastBytes && Saved * 100 >= Size * LeastPercent;
}

/// `Order`, also of `typedef struct { … } Order;`.
std::string nameOf(const CXXRecordDecl &Record) {
  if (Record.getIdentifier())
    return Record.getNameAsString();
  const TypedefNameDecl *Alias = Record.getTypedefNameForAnonDecl();
  return Alias ? Alias->getNameAsString() : "";
}

/// Is the layout part of what a library promises to those who are not compiled
/// with it?
bool isExported(const CXXRecordDecl &Record) {
  const auto *Visible = Record.getAttr<VisibilityAttr>();
  return Record.hasAttr<DLLExportAttr>() || Record.hasAttr<DLLImportAttr>() ||
         (Visible && Visible->getVisibility() == VisibilityAttr::Default);
}

/// May other files name the fields by their position, as this one shows?
bool isOpenToOthers(const CXXRecordDecl &Record, const SourceManager &SM) {
  return !SM.isWrittenInMainFile(Record.getLocation()) &&
         llvm::any_of(Record.fields(), [](const FieldDecl *Field) {
           return Field->getAccess() == AS_public;
         });
}

/// Is the class in a header that C includes, too?
bool isSharedWithC(const CXXRecordDecl &Record, const SourceManager &SM) {
  const FileID File = SM.getFileID(Record.getLocation());
  return Record.isExternCContext() ||
         (File != SM.getMainFileID() &&
          SM.getBufferData(File).contains("__cplusplus"));
}

/// The edits that declare the fields, and initialise them, in Order; none if
/// something else would have to change.
llvm::SmallVector<FixItHint, 4> editsFor(const CXXRecordDecl &Record,
                                         const FieldLayout &Layout,
                                         const FieldSource &Source,
                                         llvm::ArrayRef<unsigned> Order,
                                         const ASTContext &Context) {
  if (!Source.canReorder(Order) ||
      !keepsLifetimes(Layout.groups(), Order, Context))
    return {};
  auto Initialisers =
      reorderInitialisers(Record, Layout.groups(), Order, Context);
  // A constructor may stand between the fields, whose lines are written anew.
  const CharSourceRange Lines = Source.reordered(Order);
  if (!Initialisers || llvm::any_of(*Initialisers, [&](const FixItHint &Edit) {
        return Context.getSourceManager().isPointWithin(
            Edit.RemoveRange.getBegin(), Lines.getBegin(), Lines.getEnd());
      }))
    return {};
  Initialisers->push_back(Source.reorder(Order));
  return std::move(*Initialisers);
}

} // namespace

constinit const CheckInfo ObjectLayoutCheck::Info = {
    .Name = "slowpath-object-layout",
    .Summary = "wastes memory between the fields of objects of which there are "
               "many",
    .Group = Category::Memory,
    .Paid = Impact::Small,
    .Typical = {"n padded objects", "n smaller objects"},
    .IsDefault = false,
    .BestFix = FixLevel::Review,
    .Speed = Latency::Fast};

void ObjectLayoutCheck::registerMatchers(MatchFinder *Finder) {
  //   struct Order { bool open; double price; bool paid; };
  Finder->addMatcher(
      cxxRecordDecl(isDefinition(), unless(isExpansionInSystemHeader()))
          .bind(RecordId),
      this);
}

bool ObjectLayoutCheck::mayReportClass(const CXXRecordDecl &Record,
                                       ASTContext &Context) {
  TranslationUnit &TU = unit(Context);
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation Loc = Record.getLocation();
  if (Loc.isMacroID() || Record.isImplicit() || nameOf(Record).empty() ||
      !TU.isUserCode(Loc) || TU.isGenerated(Loc) || isSharedWithC(Record, SM))
    return false;
  llvm::SmallString<256> Path(SM.getFilename(Loc));
  SM.getFileManager().makeAbsolutePath(Path);
  return includesTests() || !isTestFile(Path);
}

llvm::SmallVector<ManyObjects, 2>
ObjectLayoutCheck::placesThatGain(const CXXRecordDecl &Record, uint64_t Before,
                                  uint64_t After, ASTContext &Context) {
  if (!Objects)
    Objects.emplace(unit(Context));
  llvm::SmallVector<ManyObjects, 2> Places = Objects->of(
      Record, [&](const Stmt &S) { return isReportable(S, Context); });
  llvm::erase_if(Places, [&](const ManyObjects &Each) {
    return !isWorthAWord(Each.saved(Before, After), Before);
  });
  return Places;
}

void ObjectLayoutCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  const auto *Record = Result.Nodes.getNodeAs<CXXRecordDecl>(RecordId);
  if (!mayReportClass(*Record, Context))
    return;
  const std::optional<FieldLayout> Layout = FieldLayout::of(*Record, Context);
  const std::optional<FieldOrder> Best =
      Layout ? Layout->smallest([](llvm::ArrayRef<unsigned>) { return true; })
             : std::nullopt;
  if (!Layout || !Best ||
      !isWorthAWord(Layout->size() - Layout->sizeIn(*Best), Layout->size()))
    return;
  llvm::SmallVector<ManyObjects, 2> Places =
      placesThatGain(*Record, Layout->size(), Layout->sizeIn(*Best), Context);
  if (Places.empty())
    return;
  if (!Uses)
    Uses.emplace(unit(Context));
  const LayoutUse Use = Uses->of(*Record);
  if (Use == LayoutUse::Bytes)
    return;

  // Rather an order that moves lines only, if that gains enough, too.
  const FieldSource Source(*Record, Layout->groups(), Context);
  FieldOrder Order = *Best;
  bool IsMovable = false;
  if (const auto Movable = Layout->smallest([&](llvm::ArrayRef<unsigned> Each) {
        return !editsFor(*Record, *Layout, Source, Each, Context).empty();
      }))
    if (auto Gaining = placesThatGain(*Record, Layout->size(),
                                      Layout->sizeIn(*Movable), Context);
        !Gaining.empty()) {
      Places = std::move(Gaining);
      Order = *Movable;
      IsMovable = true;
    }

  const uint64_t Size = Layout->size();
  const uint64_t Less = Layout->sizeIn(Order);
  const std::string Before = std::to_string(Size) + " bytes each";
  const std::string After = std::to_string(Less) + " bytes each";
  Finding F;
  F.Range = Record->getLocation();
  F.Growth = {Before, After};
  F.Message = "each '" + nameOf(*Record) + "' has " +
              std::to_string(Layout->padding()) +
              " bytes of padding, and many are kept; another order of its "
              "fields saves " +
              std::to_string(Size - Less);
  F.In = Places.front().In;
  F.Notes.push_back({Places.front().Loc, Places.front().Note});
  F.Fix.Title = "reorder the fields";
  F.Fix.Code = Source.listing(Order);
  if (IsMovable && Use == LayoutUse::None && !isExported(*Record) &&
      !isOpenToOthers(*Record, Context.getSourceManager()))
    F.Fix.Edits = editsFor(*Record, *Layout, Source, Order, Context);
  if (!F.Fix.Edits.empty())
    F.Fix.Level = FixLevel::Review;
  report(std::move(F), Context);
}

} // namespace slowpath
