// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/models/ConstantText.h"
#include "checks/models/ApiModels.h"
#include "checks/models/VariableText.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

namespace slowpath {
namespace {

using namespace clang;

/// Follows no more than this many variables and operands: longer chains are
/// generated code, and each step costs a walk over a function.
constexpr unsigned MaxDepth = 32;

std::string textOf(const StringLiteral &Literal) {
  if (Literal.getCharByteWidth() == 1)
    return Literal.getBytes().str();
  std::string Result;
  if (Literal.getCharByteWidth() == 2) {
    SmallVector<llvm::UTF16> Units;
    for (unsigned I = 0; I != Literal.getLength(); ++I)
      Units.push_back(static_cast<llvm::UTF16>(Literal.getCodeUnit(I)));
    if (!llvm::convertUTF16ToUTF8String(Units, Result))
      return {};
  } else {
    SmallVector<llvm::UTF32> Units;
    for (unsigned I = 0; I != Literal.getLength(); ++I)
      Units.push_back(Literal.getCodeUnit(I));
    if (!llvm::convertUTF32ToUTF8String(Units, Result))
      return {};
  }
  return Result;
}

KnownText known(const Expr *E, const ApiModels &Models, unsigned Depth);

/// Of "INSERT INTO {} VALUES" or "… %1 …" the text before the placeholder.
KnownText beforePlaceholder(KnownText Format, char Mark) {
  const size_t At = Format.Text.find(Mark);
  if (At != std::string::npos) {
    Format.Text.resize(At);
    Format.Complete = false;
  }
  return Format;
}

KnownText knownVariable(const VarDecl &Var, const DeclRefExpr *Use,
                        const ApiModels &Models, unsigned Depth) {
  if (Var.getType()->isReferenceType() &&
      !Var.getType()->getPointeeType().isConstQualified())
    return {};
  if (isa<ParmVarDecl>(Var))
    return {};
  const bool Constant =
      Var.isConstexpr() || Var.getType().isConstQualified() ||
      Var.getType()->isReferenceType() ||
      (Var.getType()->isArrayType() && Var.getASTContext()
                                           .getBaseElementType(Var.getType())
                                           .isConstQualified());
  if (Constant)
    return known(Var.getAnyInitializer(), Models, Depth + 1);
  // Others can be written from anywhere, but for locals.
  if (!Use)
    return {};
  const VariableText Text = textBefore(Var, *Use, Models);
  KnownText Result = known(Text.From, Models, Depth + 1);
  if (Text.Placeholder)
    Result = beforePlaceholder(std::move(Result), Text.Placeholder);
  if (Text.Appended)
    Result.Complete = false;
  return Result;
}

KnownText concatenated(const Expr *Left, const Expr *Right,
                       const ApiModels &Models, unsigned Depth) {
  KnownText Result = known(Left, Models, Depth + 1);
  if (!Result.Complete)
    return Result;
  const KnownText Rest = known(Right, Models, Depth + 1);
  Result.Text += Rest.Text;
  Result.Complete = Rest.Complete;
  return Result;
}

bool isStringClass(const CXXRecordDecl &Class) {
  const IdentifierInfo *Name = Class.getIdentifier();
  return Name &&
         llvm::is_contained({"basic_string", "basic_string_view", "QString",
                             "QByteArray", "QLatin1String", "QLatin1StringView",
                             "QStringView", "QAnyStringView", "QStringBuilder",
                             "SQLString", "zview", "StringRef", "string_view",
                             "basic_format_string",
                             "basic_runtime_format_string", "CString"},
                            Name->getName());
}

KnownText knownCall(const CallExpr &Call, const ApiModels &Models,
                    unsigned Depth) {
  const FunctionDecl *FD = Call.getDirectCallee();
  if (!FD)
    return {};
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() == OO_Plus && Operator->getNumArgs() == 2)
      return concatenated(Operator->getArg(0), Operator->getArg(1), Models,
                          Depth);
    // QStringBuilder's spelling of +.
    if (Operator->getOperator() == OO_Percent && Operator->getNumArgs() == 2)
      return concatenated(Operator->getArg(0), Operator->getArg(1), Models,
                          Depth);
    return {};
  }
  // "…"s, "…"_qs, u"…"_s.
  if (const auto *Suffixed = dyn_cast<UserDefinedLiteral>(&Call))
    return Suffixed->getLiteralOperatorKind() == UserDefinedLiteral::LOK_String
               ? known(Suffixed->getArg(0), Models, Depth + 1)
               : KnownText();
  const IdentifierInfo *Id = FD->getIdentifier();
  const StringRef Name = Id ? Id->getName() : StringRef();

  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call)) {
    const Expr *Object = Member->getImplicitObjectArgument();
    const CXXRecordDecl *Class = Member->getMethodDecl()
                                     ? Member->getMethodDecl()->getParent()
                                     : nullptr;
    if (!Class || (!isStringClass(*Class) && !isa<CXXConversionDecl>(FD)))
      return {};
    if (Name == "arg")
      return beforePlaceholder(known(Object, Models, Depth + 1), '%');
    if (isa<CXXConversionDecl>(FD) ||
        llvm::is_contained({"c_str", "data", "constData", "toStdString",
                            "toUtf8", "toLatin1", "toLocal8Bit", "view", "str"},
                           Name))
      return known(Object, Models, Depth + 1);
    return {};
  }
  if (const Formatting By = formattingBy(Call, Models); By.Format)
    return beforePlaceholder(known(By.Format, Models, Depth + 1),
                             By.Placeholder);
  if (Call.getNumArgs() == 0)
    return {};
  const Expr *First = Call.getArg(0);
  // QStringLiteral expands to QString(QtPrivate::qMakeStringPrivate(u"…")) in
  // Qt 6, to a lambda in Qt 5.
  if (Call.isCallToStdMove() || Name == "qMakeStringPrivate")
    return known(First, Models, Depth + 1);
  if (const auto *Method = dyn_cast<CXXMethodDecl>(FD))
    return isStringClass(*Method->getParent()) && Name.starts_with("from") &&
                   Name != "fromRawData"
               ? known(First, Models, Depth + 1)
               : KnownText();
  return {};
}

KnownText knownConstruction(const CXXConstructExpr &Construct,
                            const ApiModels &Models, unsigned Depth) {
  const CXXRecordDecl *Class = Construct.getConstructor()->getParent();
  if (!isStringClass(*Class))
    return {};
  if (Construct.getNumArgs() == 0)
    return {"", true};
  KnownText Result = known(Construct.getArg(0), Models, Depth + 1);
  // std::string(Text, Length), std::string_view(Text, Length): a shorter
  // beginning is a beginning still, if the length is not known.
  if (Construct.getNumArgs() > 1 &&
      !isa<CXXDefaultArgExpr>(Construct.getArg(1)) &&
      Construct.getArg(1)->getType()->isIntegerType()) {
    Expr::EvalResult Length;
    if (Construct.getArg(1)->isValueDependent() ||
        !Construct.getArg(1)->EvaluateAsInt(
            Length, Construct.getConstructor()->getASTContext()) ||
        Length.Val.getInt().isNegative())
      return {};
    const uint64_t Count = Length.Val.getInt().getLimitedValue();
    if (Count < Result.Text.size())
      Result.Text.resize(Count);
  }
  return Result;
}

/// QStringLiteral("…") expands to a lambda around u"…": the literal is found
/// below it, and there is one only.
KnownText knownLambda(const LambdaExpr &Lambda, const ApiModels &Models,
                      unsigned Depth) {
  const StringLiteral *Only = nullptr;
  SmallVector<const Stmt *> Pending = {Lambda.getBody()};
  while (!Pending.empty()) {
    const Stmt *S = Pending.pop_back_val();
    if (!S)
      continue;
    if (const auto *Literal = dyn_cast<StringLiteral>(S)) {
      if (Only && Only != Literal)
        return {};
      Only = Literal;
      continue;
    }
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D))
          Pending.push_back(Var->getInit());
    llvm::append_range(Pending, S->children());
  }
  return Only ? known(Only, Models, Depth + 1) : KnownText();
}

KnownText known(const Expr *E, const ApiModels &Models, unsigned Depth) {
  if (!E || Depth > MaxDepth)
    return {};
  E = E->IgnoreParenCasts();
  if (const auto *Whole = dyn_cast<FullExpr>(E))
    return known(Whole->getSubExpr(), Models, Depth + 1);
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return known(Temporary->getSubExpr(), Models, Depth + 1);
  if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(E))
    return known(Bind->getSubExpr(), Models, Depth + 1);
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return known(Default->getExpr(), Models, Depth + 1);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 ? known(List->getInit(0), Models, Depth + 1)
                                    : KnownText();
  if (const auto *Literal = dyn_cast<StringLiteral>(E))
    return {textOf(*Literal), true};
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return knownConstruction(*Construct, Models, Depth);
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    // QStringLiteral calls its lambda at once.
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
        Operator && Operator->getOperator() == OO_Call)
      if (const auto *Lambda = dyn_cast<LambdaExpr>(
              Operator->getArg(0)->IgnoreUnlessSpelledInSource()))
        return knownLambda(*Lambda, Models, Depth);
    return knownCall(*Call, Models, Depth);
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
      return knownVariable(*Var, Ref, Models, Depth);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    if (const auto *Var = dyn_cast<VarDecl>(Member->getMemberDecl()))
      return knownVariable(*Var, nullptr, Models, Depth);
  return {};
}

} // namespace

KnownText knownText(const Expr &E, const ApiModels &Models) {
  return known(&E, Models, 0);
}

std::string constantPrefix(const Expr &E, const ApiModels &Models) {
  return knownText(E, Models).Text;
}

} // namespace slowpath
