// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/GrowingText.h"
#include "checks/models/ApiModels.h"
#include "checks/support/Objects.h"
#include "checks/support/Statements.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace slowpath {
namespace {

/// To walk over a page takes less time than to format what is appended.
constexpr uint64_t SmallBufferSize = 4096;

bool looksForEndOf(const Expr &E, const Expr &Buffer, const ApiModels &Models) {
  const auto *Call = dyn_cast<CallExpr>(&spelled(E));
  if (!Call || Call->getNumArgs() != 1)
    return false;
  const auto Model = Models.match(*Call);
  return Model && Model->Effects.has(Effect::StringScan) &&
         isSameObject(*Call->getArg(0), Buffer);
}

/// The buffer of `buffer + strlen(buffer)` and `&buffer[strlen(buffer)]`.
const Expr *scannedToEnd(const Expr &Position, const ApiModels &Models) {
  const Expr &Core = spelled(Position);
  const Expr *Base = nullptr;
  const Expr *Offset = nullptr;
  if (const auto *Sum = dyn_cast<BinaryOperator>(&Core);
      Sum && Sum->getOpcode() == BO_Add) {
    Base = Sum->getLHS();
    Offset = Sum->getRHS();
  } else if (const auto *Address = dyn_cast<UnaryOperator>(&Core);
             Address && Address->getOpcode() == UO_AddrOf) {
    if (const auto *Element =
            dyn_cast<ArraySubscriptExpr>(&spelled(*Address->getSubExpr()))) {
      Base = Element->getBase();
      Offset = Element->getIdx();
    }
  }
  return Base && looksForEndOf(*Offset, *Base, Models) ? Base : nullptr;
}

} // namespace

bool isRestartedStream(const Expr &Stream, const Stmt &Body) {
  return anyStmt(Body, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    return Call && Call->getNumArgs() == 1 && Call->getMethodDecl() &&
           Call->getMethodDecl()->getNameAsString() == "str" &&
           isSameObject(*Call->getImplicitObjectArgument(), Stream);
  });
}

bool isWrittenWith(const Stmt &Snapshot, const Expr &Object, const Stmt &S,
                   const Loop &L, const FunctionAnalysis &Analysis) {
  return anyStmt(S, [&](const Stmt &Child) {
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(&Child);
    return Call && Call->getOperator() == OO_LessLess &&
           mentions(*Call->getArg(0), Object) &&
           Analysis.sharesIteration(*Call, Snapshot, L);
  });
}

/// Is Buffer part of an object that Call gets to change: `read(user)` of
/// `user->text`?
static bool mayRefill(const CallExpr &Call, const Expr &Buffer) {
  const VarDecl *Root = rootVariable(Buffer);
  if (!Root || isa<DeclRefExpr>(&spelled(Buffer)))
    return false;
  return llvm::any_of(Call.arguments(), [&](const Expr *Argument) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Argument));
    const QualType Type = Argument->getType();
    return Ref && Ref->getDecl() == Root &&
           (Type->isPointerType()
                ? !Type->getPointeeType().isConstQualified()
                : Argument->isLValue() && !Type.isConstQualified());
  });
}

bool isRestartedBuffer(const Expr &Buffer, const CallExpr &Append,
                       const Stmt &Body, const ApiModels &Models) {
  return anyStmt(Body, [&](const Stmt &S) {
    if (const auto *Call = dyn_cast<CallExpr>(&S);
        Call && mayRefill(*Call, Buffer))
      return true;
    if (const auto *Call = dyn_cast<CallExpr>(&S);
        Call && Call != &Append && Call->getNumArgs() > 1 &&
        isSameObject(*Call->getArg(0), Buffer)) {
      const auto Model = Models.match(*Call);
      return !Model || !Model->Effects.has(Effect::StringScanAppend);
    }
    const auto *Assign = dyn_cast<BinaryOperator>(&S);
    return Assign && Assign->isAssignmentOp() &&
           mentions(*Assign->getLHS(), Buffer);
  });
}

const Expr *bufferScannedBy(const CallExpr &Call, const ApiModels &Models) {
  if (Call.getNumArgs() < 2)
    return nullptr;
  const auto Model = Models.match(Call);
  if (Model && Model->Effects.has(Effect::StringScanAppend))
    return Call.getArg(0);
  return scannedToEnd(*Call.getArg(0), Models);
}

bool isSmallBuffer(const Expr &Buffer, const ASTContext &Context) {
  const auto *Array = Context.getAsConstantArrayType(spelled(Buffer).getType());
  return Array && Array->getSize().ule(SmallBufferSize);
}

} // namespace slowpath
