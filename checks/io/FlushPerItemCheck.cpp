// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/io/FlushPerItemCheck.h"
#include "checks/support/Flushes.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace slowpath {
namespace {

constexpr llvm::StringLiteral FlushId = "flush";

} // namespace

constinit const CheckInfo FlushPerItemCheck::Info = {
    .Name = "slowpath-flush-per-item",
    .Summary = "flushes a stream or file once per item",
    .Group = Category::Io,
    .Paid = Impact::Large,
    .Typical = {"n writes to the system", "n/k"},
    .IsDefault = false,
    .BestFix = FixLevel::Safe,
    .Speed = Latency::Fast};

void FlushPerItemCheck::registerMatchers(MatchFinder *Finder) {
  const auto InUserCode = unless(isExpansionInSystemHeader());
  //   out << item << std::endl;
  Finder->addMatcher(
      cxxOperatorCallExpr(
          InUserCode, hasOverloadedOperatorName("<<"), argumentCountIs(2),
          hasArgument(1,
                      ignoringParenImpCasts(declRefExpr(to(functionDecl())))))
          .bind(FlushId),
      this);
  //   out.flush();   fflush(file);   fsync(fd);
  Finder->addMatcher(
      callExpr(InUserCode, unless(cxxOperatorCallExpr())).bind(FlushId), this);
}

void FlushPerItemCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Context = *Result.Context;
  TranslationUnit &TU = unit(Context);
  const auto *At = Result.Nodes.getNodeAs<Expr>(FlushId);
  const std::optional<Flush> F = flushOf(*At, TU);
  if (!F || !TU.functionAround(*At) || !isReportable(*F->At, Context))
    return;
  const std::optional<Repetition> Rep = repetitionOn(*F->Stream, *At, TU);
  if (!Rep || isWanted(*F, *Rep, TU))
    return;
  const std::string Stream =
      onOneLine(sourceText(F->Stream->getSourceRange(), Context));
  if (Stream.empty() || !Reported.emplace(Rep->In, Stream).second)
    return;
  Finding Found;
  Found.Range = F->At->getSourceRange();
  Found.Growth = Info.Typical;
  Found.In = Rep->In;
  const std::string What =
      F->What == Flush::Kind::EndLine
          ? onOneLine(sourceText(F->At->getSourceRange(), Context))
          : calleeText(*At, Context);
  Found.Message = "'" + What + "' ";
  Found.Message += F->What == Flush::Kind::Sync
                       ? "waits until the disk has all of '"
                       : "makes the system write what is in '";
  Found.Message += Stream + "'";
  if (Rep->Call) {
    Found.Message += ", each time '" +
                     TU.functionAround(*At)->getNameAsString() +
                     "' is called in a loop";
    Found.Notes.push_back({Rep->Call->Call->getBeginLoc(), "called here"});
  } else {
    Found.Message += ", once per iteration";
  }
  Found.Fix = flushOnce(*F, Rep->Call ? nullptr : Rep->In, TU);
  report(std::move(Found), Context);
}

} // namespace slowpath
