// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/FieldSource.h"
#include "checks/support/Objects.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

size_t beginOfLine(llvm::StringRef Text, size_t At) {
  return Text.take_front(At).rfind('\n') + 1;
}

/// Behind its line break.
size_t endOfLine(llvm::StringRef Text, size_t At) {
  const size_t End = Text.find('\n', At);
  return End == llvm::StringRef::npos ? Text.size() : End + 1;
}

llvm::StringRef lineAt(llvm::StringRef Text, size_t At) {
  return Text.slice(beginOfLine(Text, At), endOfLine(Text, At));
}

/// Does a comment of one line, or several with `//`, stand alone on the line?
bool isLineComment(llvm::StringRef Line) {
  Line = Line.trim();
  return Line.starts_with("//") ||
         (Line.starts_with("/*") && Line.find("*/") == Line.size() - 2);
}

/// `///< the unit`, which is about what stands before it.
bool isAboutPrevious(llvm::StringRef Comment) {
  Comment = Comment.trim();
  return llvm::any_of(
      llvm::ArrayRef<llvm::StringRef>{"///<", "//!<", "/**<", "/*!<"},
      [&](llvm::StringRef Mark) { return Comment.starts_with(Mark); });
}

/// A comment that documents the one declaration behind it.
bool isDocumentation(llvm::StringRef Comment) {
  Comment = Comment.trim();
  const bool IsMarked =
      (Comment.starts_with("///") && !Comment.starts_with("////")) ||
      Comment.starts_with("//!") ||
      (Comment.starts_with("/**") && !Comment.starts_with("/***")) ||
      Comment.starts_with("/*!");
  return IsMarked && !Comment.contains("@{") && !Comment.contains("\\{") &&
         !Comment.contains("@name") && !Comment.contains("\\name");
}

size_t indentOf(llvm::StringRef Line) {
  return Line.size() - Line.ltrim(" \t").size();
}

/// Where the comments begin that end directly above Begin, the beginning of a
/// line; not before Limit. Begin if there are none.
size_t commentsAbove(llvm::StringRef Text, size_t Begin, size_t Limit) {
  while (Begin > Limit) {
    const size_t Above = beginOfLine(Text, Begin - 1);
    const llvm::StringRef Line = lineAt(Text, Above).trim();
    if (Above < Limit || Line.empty())
      break;
    if (isLineComment(Line)) {
      Begin = Above;
      continue;
    }
    const size_t Open = Text.take_front(Begin).rfind("/*");
    if (!Line.ends_with("*/") || Open == llvm::StringRef::npos ||
        Open < Limit ||
        !Text.slice(beginOfLine(Text, Open), Open).trim().empty())
      break;
    Begin = beginOfLine(Text, Open);
  }
  return Begin;
}

/// Does the new section begin with D, so that no field may be moved over it?
bool isBarrier(const Decl &D) {
  return !D.isImplicit() && !isa<FieldDecl, CXXMethodDecl, FunctionTemplateDecl,
                                 FriendDecl, EmptyDecl>(D);
}

} // namespace

FieldSource::FieldSource(const CXXRecordDecl &Record,
                         llvm::ArrayRef<FieldGroup> Declared,
                         const ASTContext &Around)
    : Context(Around), Groups(Declared) {
  const SourceManager &SM = Context.getSourceManager();
  const SourceRange Braces = Record.getBraceRange();
  Of.resize(Groups.size());
  if (Braces.getBegin().isMacroID() || Braces.getEnd().isMacroID() ||
      !SM.isWrittenInSameFile(Braces.getBegin(), Braces.getEnd()))
    return;
  File = SM.getFileID(Braces.getBegin());
  Text = SM.getBufferData(File);
  size_t Previous = SM.getFileOffset(Braces.getBegin()) + 1;
  const llvm::StringRef Body =
      Text.slice(Previous, SM.getFileOffset(Braces.getEnd()));
  llvm::SmallVector<llvm::StringRef> AllLines;
  Body.split(AllLines, '\n');
  // What is conditional, or asks for the type of a field declared before.
  HasObstacles = Body.contains("decltype") ||
                 llvm::any_of(AllLines, [](llvm::StringRef Line) {
                   return Line.ltrim().starts_with("#");
                 });
  for (size_t I = 0; I != Groups.size(); ++I) {
    HasObstacles |= codeOf(Groups[I]).contains("sizeof");
    findLines(Groups[I], Of[I], Previous);
    if (Of[I].IsWhole)
      Previous = Of[I].End;
  }
  findSections(Record);
}

void FieldSource::findLines(const FieldGroup &Group, Lines &Found,
                            size_t EndOfPrevious) const {
  const SourceManager &SM = Context.getSourceManager();
  const SourceLocation First = Group.front()->getBeginLoc();
  const SourceLocation Last = Group.back()->getEndLoc();
  // Whatever defines a type, too, is more than a field.
  const auto *Tag = Group.front()->getType()->getAsTagDecl();
  if (First.isMacroID() || SM.getFileID(First) != File ||
      (Tag && SM.isPointWithin(Tag->getLocation(), First, Last)))
    return;
  const SourceLocation Behind = Lexer::findLocationAfterToken(
      SM.getExpansionRange(Last).getEnd(), tok::semi, SM, Context.getLangOpts(),
      /*SkipTrailingWhitespaceAndNewLine=*/false);
  if (Behind.isInvalid() || SM.getFileID(Behind) != File)
    return;
  const size_t Declared = beginOfLine(Text, SM.getFileOffset(First));
  const llvm::StringRef Before = Text.slice(Declared, SM.getFileOffset(First));
  const size_t Semicolon = SM.getFileOffset(Behind);
  Found.End = endOfLine(Text, Semicolon);
  const llvm::StringRef Rest = Text.slice(Semicolon, Found.End).trim();
  if (!Before.trim().empty() || Declared < EndOfPrevious ||
      !(Rest.empty() || isLineComment(Rest)))
    return;
  // The comment behind it may go on below.
  while (Found.End < Text.size()) {
    const llvm::StringRef Next = lineAt(Text, Found.End);
    if (!isLineComment(Next) ||
        !(isAboutPrevious(Next) ||
          (!Rest.empty() && indentOf(Next) > Before.size())))
      break;
    Found.End += Next.size();
  }
  Found.Begin = commentsAbove(Text, Declared, EndOfPrevious);
  Found.FollowsOn = Found.Begin == EndOfPrevious;
  Found.IsHeaded =
      Found.Begin != Declared && !isDocumentation(lineAt(Text, Found.Begin));
  Found.IsWhole = true;
}

void FieldSource::findSections(const CXXRecordDecl &Record) {
  unsigned Section = 0;
  size_t Index = 0;
  bool IsAlone = true;
  for (const Decl *D : Record.decls()) {
    Section += isBarrier(*D);
    const auto *Field = dyn_cast<FieldDecl>(D);
    IsAlone &= D->isImplicit() || Field != nullptr;
    if (!Field || Groups[Index].front() != Field)
      continue;
    Lines &Here = Of[Index];
    // A comment with blank lines around it is a heading for what follows.
    if (Index != 0 && IsAlone && Here.IsWhole && Of[Index - 1].IsWhole &&
        !Text.slice(Of[Index - 1].End, Here.Begin).trim().empty())
      ++Section;
    Here.Section = Section;
    IsAlone = true;
    if (++Index == Groups.size())
      break;
  }
  // What a comment stands above, up to the next comment or blank line.
  for (size_t I = 1; I < Of.size(); ++I)
    if (Of[I].FollowsOn && Of[I].IsWhole && Of[I - 1].IsWhole &&
        (Of[I - 1].IsHeaded || Of[I - 1].IsPinned) &&
        lineAt(Text, Of[I].Begin).ltrim().front() != '/')
      Of[I].IsPinned = Of[I - 1].IsPinned = true;
}

bool FieldSource::canReorder(llvm::ArrayRef<unsigned> Order) const {
  if (HasObstacles || Order.empty())
    return false;
  const auto IsFixed = [&](unsigned I) {
    return !Of[I].IsWhole || Of[I].IsPinned;
  };
  const llvm::SmallVector<bool, 8> Moved = movedGroups(Order, IsFixed);
  for (size_t I = 0; I != Order.size(); ++I) {
    if (I != 0 && Of[Order[I]].Section < Of[Order[I - 1]].Section)
      return false;
    if (!Moved[Order[I]])
      continue;
    // Lines are moved behind those of the group before, or to the beginning of
    // the section, and between no two that a comment holds together.
    const bool IsFirst =
        I == 0 || Of[Order[I - 1]].Section != Of[Order[I]].Section;
    const unsigned Neighbour = Order[IsFirst ? I + 1 : I - 1];
    const unsigned Next = Neighbour + 1;
    if (IsFixed(Order[I]) || !Of[Neighbour].IsWhole ||
        (IsFirst && Moved[Neighbour]) ||
        (!IsFirst && Next < Of.size() && Of[Neighbour].IsPinned &&
         Of[Next].IsPinned && Of[Next].FollowsOn && !Of[Next].IsHeaded))
      return false;
  }
  return true;
}

std::string FieldSource::rewritten(llvm::ArrayRef<unsigned> Order,
                                   size_t &Begin, size_t &End) const {
  const llvm::SmallVector<bool, 8> Moved = movedGroups(
      Order, [&](unsigned I) { return !Of[I].IsWhole || Of[I].IsPinned; });
  const std::string LineBreak = Text.contains("\r\n") ? "\r\n" : "\n";
  const auto TextOf = [&](unsigned I) {
    const std::string Code = Text.slice(Of[I].Begin, Of[I].End).str();
    return Code.ends_with('\n') ? Code : Code + LineBreak;
  };
  // Behind, or for the first in a section before, which group what is moved
  // comes to stand.
  std::vector<std::string> Before(Order.size());
  std::vector<std::string> Behind(Order.size());
  std::optional<unsigned> Staying;
  for (size_t I = 0; I != Order.size(); ++I) {
    const unsigned Index = Order[I];
    if (!Moved[Index]) {
      Staying = Index;
    } else if (Staying && Of[*Staying].Section == Of[Index].Section) {
      // A comment above the neighbours is not about this one.
      const bool IsHeaded = Of[*Staying].IsHeaded || Of[*Staying].IsPinned;
      if (Behind[*Staying].empty() && IsHeaded && !Of[Index].IsHeaded)
        Behind[*Staying] = LineBreak;
      Behind[*Staying] += TextOf(Index);
    } else {
      Before[Order[I + 1]] = TextOf(Index);
    }
  }
  Begin = Text.size();
  End = 0;
  for (size_t I = 0; I != Order.size(); ++I)
    if (Moved[I] || !Before[I].empty() || !Behind[I].empty()) {
      Begin = std::min(Begin, Of[I].Begin);
      End = std::max(End, Of[I].End);
    }
  std::string Result;
  size_t At = Begin;
  for (unsigned I = 0; I != Order.size(); ++I) {
    if (Of[I].Begin < Begin || Of[I].End > End || !Of[I].IsWhole)
      continue;
    Result += Text.slice(At, Of[I].Begin);
    At = Of[I].End;
    if (!Moved[I]) {
      Result += Before[I] + TextOf(I) + Behind[I];
    } else if (At < End && lineAt(Text, At).trim().empty() &&
               lineAt(Text, Of[I].Begin - 1).trim().empty()) {
      // One blank line is left of the two around it.
      At = endOfLine(Text, At);
    }
  }
  return Result + Text.slice(At, End).str();
}

CharSourceRange FieldSource::range(size_t Begin, size_t End) const {
  const SourceLocation Start =
      Context.getSourceManager().getLocForStartOfFile(File);
  return CharSourceRange::getCharRange(
      Start.getLocWithOffset(static_cast<int>(Begin)),
      Start.getLocWithOffset(static_cast<int>(End)));
}

CharSourceRange FieldSource::reordered(llvm::ArrayRef<unsigned> Order) const {
  size_t Begin = 0;
  size_t End = 0;
  rewritten(Order, Begin, End);
  return range(Begin, End);
}

FixItHint FieldSource::reorder(llvm::ArrayRef<unsigned> Order) const {
  size_t Begin = 0;
  size_t End = 0;
  const std::string Code = rewritten(Order, Begin, End);
  return FixItHint::CreateReplacement(range(Begin, End), Code);
}

llvm::StringRef FieldSource::codeOf(const FieldGroup &Group) const {
  return sourceText({Group.front()->getBeginLoc(), Group.back()->getEndLoc()},
                    Context);
}

std::string FieldSource::listing(llvm::ArrayRef<unsigned> Order) const {
  std::string Result;
  for (const unsigned Index : Order) {
    std::string Code = onOneLine(codeOf(Groups[Index]));
    // Written by a macro.
    if (Code.empty())
      Code = Groups[Index].front()->getNameAsString();
    Result += (Result.empty() ? "" : "\n") + Code + ";";
  }
  return Result;
}

} // namespace slowpath
