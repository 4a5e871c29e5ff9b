// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/models/VariableText.h"
#include "checks/models/ApiModels.h"
#include "checks/models/CallShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

/// A formatting call as a model describes it: the text goes to Out, or is the
/// result if that is null.
struct ModeledFormatting {
  const Expr *Format = nullptr;
  const Expr *Out = nullptr;
  char Placeholder = '%';
};

ModeledFormatting modeledFormatting(const CallExpr &Call,
                                    const ApiModels &Models) {
  const std::optional<CallShape> Shape = shapeOf(Call);
  if (!Shape)
    return {};
  for (const ApiModel *Row : Models.rows(*Shape->Callee))
    if (Row->Format)
      return {Shape->arg(*Row->Format),
              Row->Out ? Shape->arg(*Row->Out) : nullptr, Row->Placeholder};
  return {};
}

bool isText(QualType Type, const ApiModels &Models) {
  Type = Type.getNonReferenceType();
  if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl())
    return Models.meaningOf(*Class) == TypeMeaning::String ||
           Models.meaningOf(*Class) == TypeMeaning::View;
  return Type->isPointerType() && Type->getPointeeType()->isAnyCharacterType();
}

/// The parameter that `text`, `text.c_str()` or `*text` names.
const ParmVarDecl *parameterOf(const Expr *E) {
  while (E) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E))
      E = Member->getImplicitObjectArgument();
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return dyn_cast<ParmVarDecl>(Ref->getDecl());
    else
      return nullptr;
  }
  return nullptr;
}

/// Calls Visit for the calls below S until it returns true.
bool anyCall(const Stmt *S, llvm::function_ref<bool(const CallExpr &)> Visit) {
  if (!S)
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(S); Call && Visit(*Call))
    return true;
  return llvm::any_of(S->children(),
                      [&](const Stmt *Child) { return anyCall(Child, Visit); });
}

/// How a use of a variable limits what is known of its text.
enum class Use { Read, Appended, Written };

/// Is the method one that changes the end of the string only, or nothing?
Use methodUse(const CXXMethodDecl &Method) {
  if (Method.isConst())
    return Use::Read;
  const IdentifierInfo *Name = Method.getIdentifier();
  if (!Name)
    return Use::Written;
  // The mutable overloads of c_str()'s relatives are used to read, mostly.
  if (Name->isStr("reserve") || Name->isStr("data") ||
      Name->isStr("shrink_to_fit"))
    return Use::Read;
  if (Name->isStr("append") || Name->isStr("push_back"))
    return Use::Appended;
  return Use::Written;
}

bool isPointerToConst(QualType Type) {
  return Type->isPointerType() && Type->getPointeeType().isConstQualified();
}

/// Visits a function in the order of evaluation, and collects what writes to a
/// variable.
class WriteFinder {
public:
  WriteFinder(const VarDecl &Var, const DeclRefExpr &At,
              const ApiModels &Models)
      : Var(Var), At(At), Models(Models) {}

  struct Write {
    VariableText Text;
    /// The statements around it, outermost first.
    llvm::SmallVector<const Stmt *, 16> Around;
  };

  void visit(const Stmt *S);

  llvm::SmallVector<Write, 4> Writes;
  /// How many of them come before the use.
  std::optional<size_t> Before;
  llvm::SmallVector<const Stmt *, 16> AroundUse;
  bool Appended = false;
  /// Its address is kept, or a lambda writes to it: no order is known.
  bool Escapes = false;

private:
  /// The write that S is as a whole: an assignment, a formatting call.
  std::optional<VariableText> writeBy(const Stmt &S, const Stmt *&Target) const;
  bool names(const Expr *E) const;
  Use useOf(const DeclRefExpr &Ref);
  void add(VariableText Text);

  const VarDecl &Var;
  const DeclRefExpr &At;
  const ApiModels &Models;
  llvm::SmallVector<const Stmt *, 16> Parents;
};

bool WriteFinder::names(const Expr *E) const {
  if (!E)
    return false;
  E = E->IgnoreParenImpCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref && Ref->getDecl() == &Var;
}

std::optional<VariableText> WriteFinder::writeBy(const Stmt &S,
                                                 const Stmt *&Target) const {
  if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
      Assign && Assign->getOpcode() == BO_Assign && names(Assign->getLHS())) {
    Target = Assign->getLHS();
    return VariableText{Assign->getRHS()};
  }
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (!Call)
    return std::nullopt;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
    if (Operator->getOperator() != OO_Equal || !names(Operator->getArg(0)))
      return std::nullopt;
    Target = Operator->getArg(0);
    return VariableText{Operator->getArg(1)};
  }
  const ModeledFormatting Format = modeledFormatting(*Call, Models);
  if (!Format.Format || !names(Format.Out))
    return std::nullopt;
  Target = Format.Out;
  return VariableText{Format.Format, Format.Placeholder};
}

void WriteFinder::add(VariableText Text) {
  Escapes |= llvm::any_of(Parents, llvm::IsaPred<LambdaExpr>);
  Writes.push_back({Text, Parents});
}

void WriteFinder::visit(const Stmt *S) {
  if (!S)
    return;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    if (Ref == &At) {
      Before = Writes.size();
      AroundUse = Parents;
    }
    if (Ref->getDecl() != &Var)
      return;
    switch (useOf(*Ref)) {
    case Use::Read:
      break;
    case Use::Appended:
      Appended = true;
      break;
    case Use::Written:
      add({});
      break;
    }
    return;
  }

  const Stmt *Target = nullptr;
  const std::optional<VariableText> Text = writeBy(*S, Target);
  Parents.push_back(S);
  if (const auto *Declaration = dyn_cast<DeclStmt>(S))
    for (const Decl *D : Declaration->decls())
      if (D == &Var && Var.getInit()) {
        visit(Var.getInit());
        add({Var.getInit()});
        Parents.pop_back();
        return;
      }
  for (const Stmt *Child : S->children())
    if (Child != Target)
      visit(Child);
  Parents.pop_back();
  // What it is assigned is evaluated before.
  if (Text)
    add(*Text);
}

Use WriteFinder::useOf(const DeclRefExpr &Ref) {
  size_t Up = Parents.size();
  const auto Parent = [&]() -> const Stmt * {
    return Up == 0 ? nullptr : Parents[Up - 1];
  };
  while (isa_and_nonnull<ParenExpr>(Parent()))
    --Up;
  if (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Parent())) {
    if (Cast->getCastKind() == CK_LValueToRValue ||
        (Cast->isLValue() && Cast->getType().isConstQualified()))
      return Use::Read;
    // const char Text[] decays; a mutable array may be written through it,
    // unless it is passed as const char *.
    if (Cast->getCastKind() == CK_ArrayToPointerDecay) {
      const auto *Outer =
          Up > 1 ? dyn_cast<ImplicitCastExpr>(Parents[Up - 2]) : nullptr;
      if (isPointerToConst(Cast->getType()) ||
          (Outer && isPointerToConst(Outer->getType())))
        return Use::Read;
      if (Up > 1 && isa<CXXConstructExpr>(Parents[Up - 2]))
        return Use::Read;
    }
    return Use::Written;
  }
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent())) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
    return Method ? methodUse(*Method) : Use::Written;
  }
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Parent());
      Operator && Operator->getNumArgs() == 2 &&
      Operator->getArg(0)->IgnoreParens() == &Ref)
    return Operator->getOperator() == OO_PlusEqual ? Use::Appended
                                                   : Use::Written;
  // A capture by reference: the uses in the lambda's body are seen there.
  if (isa_and_nonnull<LambdaExpr>(Parent()))
    return Use::Read;
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Parent())) {
    // exec(std::move(sql)) reads it last.
    if (Call->isCallToStdMove())
      return Use::Read;
    return Var.getType().isConstQualified() ? Use::Read : Use::Written;
  }
  if (Var.getType().isConstQualified())
    return Use::Read;
  // A pointer or reference to it may be kept.
  Escapes |= !isa_and_nonnull<Expr>(Parent()) ||
             isa<UnaryOperator, InitListExpr>(Parent());
  return Use::Written;
}

/// Is a write in the statements Around always followed by what is in those of
/// AroundUse, which come later: is there no branch between them?
bool alwaysBefore(llvm::ArrayRef<const Stmt *> Around,
                  llvm::ArrayRef<const Stmt *> AroundUse) {
  const auto *Block =
      llvm::find_if(
          llvm::reverse(Around),
          llvm::IsaPred<CompoundStmt, IfStmt, ForStmt, WhileStmt, DoStmt,
                        CXXForRangeStmt, SwitchStmt, SwitchCase,
                        AbstractConditionalOperator, LambdaExpr>)
          .base();
  if (Block == Around.begin())
    return false;
  const Stmt *Nearest = *std::prev(Block);
  return isa<CompoundStmt>(Nearest) && llvm::is_contained(AroundUse, Nearest);
}

bool isLoop(const Stmt *S) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
}

} // namespace

Formatting formattingBy(const CallExpr &Call, const ApiModels &Models) {
  if (const ModeledFormatting Known = modeledFormatting(Call, Models);
      Known.Format && !Known.Out)
    return {Known.Format, Known.Placeholder};
  const std::optional<CallShape> Shape = shapeOf(Call);
  if (!Shape)
    return {};
  const auto *Callee = dyn_cast<FunctionDecl>(Shape->Callee);
  if (!Callee || !isText(Callee->getReturnType(), Models) ||
      Callee->getNumParams() == 0)
    return {};
  const auto *Attribute = Callee->getAttr<FormatAttr>();
  if (Attribute && Attribute->getType()->isStr("printf")) {
    // Counted from 1, the object of a method included.
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    const int At =
        Attribute->getFormatIdx() - (Method && Method->isInstance() ? 2 : 1);
    return {Shape->arg(static_cast<unsigned>(At))};
  }
  const unsigned Last = Callee->getNumParams() - 1;
  if (Callee->isVariadic() &&
      isText(Callee->getParamDecl(Last)->getType(), Models))
    return {Shape->arg(Last)};
  //   template <typename... T> std::string text(const char *format, T... args)
  const FunctionDecl *Body = nullptr;
  if (!Callee->isTemplateInstantiation() || !Callee->hasBody(Body))
    return {};
  Formatting Result;
  anyCall(Body->getBody(), [&](const CallExpr &Inner) {
    const ModeledFormatting Known = modeledFormatting(Inner, Models);
    const ParmVarDecl *Parameter = parameterOf(Known.Format);
    if (!Parameter || Parameter->getDeclContext() != Body)
      return false;
    Result = {Shape->arg(Parameter->getFunctionScopeIndex()),
              Known.Placeholder};
    return true;
  });
  return Result;
}

VariableText textBefore(const VarDecl &Var, const DeclRefExpr &Use,
                        const ApiModels &Models) {
  const auto *Function =
      dyn_cast<FunctionDecl>(Var.getDeclContext()->getNonTransparentContext());
  if (!Function || !Function->doesThisDeclarationHaveABody())
    return {};
  WriteFinder Finder(Var, Use, Models);
  Finder.visit(Function->getBody());
  if (Finder.Escapes || !Finder.Before || *Finder.Before == 0)
    return {};
  const WriteFinder::Write &Last = Finder.Writes[*Finder.Before - 1];
  if (!alwaysBefore(Last.Around, Finder.AroundUse))
    return {};
  // Later in the file, but earlier in the next iteration or before a lambda
  // is called.
  const bool IsDeferred = llvm::any_of(Finder.AroundUse, [&](const Stmt *S) {
    return isa<LambdaExpr>(S) && !llvm::is_contained(Last.Around, S);
  });
  for (const WriteFinder::Write &Later :
       llvm::drop_begin(Finder.Writes, *Finder.Before))
    if (IsDeferred || llvm::any_of(Later.Around, [&](const Stmt *S) {
          return isLoop(S) && llvm::is_contained(Finder.AroundUse, S) &&
                 !llvm::is_contained(Last.Around, S);
        }))
      return {};
  VariableText Result = Last.Text;
  Result.Appended = Finder.Appended;
  return Result;
}

} // namespace slowpath
