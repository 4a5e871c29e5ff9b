// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/support/SearchRewrite.h"
#include "checks/support/LocalVariable.h"
#include "checks/support/LoopData.h"
#include "checks/support/LoopEdits.h"
#include "checks/support/Statements.h"
#include "checks/support/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace slowpath {
namespace {

bool isOfQt(QualType T) {
  const CXXRecordDecl *Class = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && !Class->isInStdNamespace() && Class->getIdentifier() &&
         Class->getName().starts_with("Q") &&
         meaningOf(T) != TypeMeaning::Other;
}

bool isStdString(QualType T) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  return Class && Class->isInStdNamespace() && isString(T) &&
         elementType(T)->isCharType();
}

std::string typeText(QualType T, const ASTContext &Context) {
  T = T.getNonReferenceType().getUnqualifiedType();
  if (isStdString(T))
    return "std::string";
  PrintingPolicy Policy = namesOnly(Context);
  Policy.SuppressTagKeyword = true;
  return T.getAsString(Policy);
}

/// Has the class of T, or the namespace around it, an operator `<` or `<=>`?
bool isOrdered(QualType T, ASTContext &Context) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class)
    return false;
  if (Class->isInStdNamespace())
    return true;
  return llvm::any_of(
      llvm::ArrayRef{OO_Less, OO_Spaceship},
      [&](OverloadedOperatorKind Operator) {
        const DeclarationName Name =
            Context.DeclarationNames.getCXXOperatorName(Operator);
        return !Class->lookup(Name).empty() ||
               llvm::any_of(Class->getDeclContext()->lookup(Name),
                            [&](const NamedDecl *D) {
                              const FunctionDecl *Function = D->getAsFunction();
                              return Function &&
                                     Function->getNumParams() == 2 &&
                                     Function->getParamDecl(0)
                                             ->getType()
                                             .getNonReferenceType()
                                             ->getAsCXXRecordDecl() == Class;
                            });
      });
}

/// Is there a std::hash of T?
bool isHashable(QualType T) {
  if (T->isScalarType() || isString(T) || meaningOf(T) == TypeMeaning::View)
    return true;
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  return Class && Class->isInStdNamespace() && Class->getIdentifier() &&
         Class->getName().ends_with("_ptr");
}

/// How to write containers whose keys are of type T.
struct KeyedTypes {
  std::string Set;
  /// What a map from T begins with, up to the type of its values.
  std::string Map;
};

KeyedTypes keyedBy(QualType T, bool IsOfQt, ASTContext &Context) {
  T = T.getNonReferenceType().getUnqualifiedType();
  const std::string Name = typeText(T, Context);
  if (IsOfQt)
    return {"QSet<" + Name + ">", "QHash<" + Name + ", "};
  if (isHashable(T))
    return {"std::unordered_set<" + Name + ">",
            "std::unordered_map<" + Name + ", "};
  if (isOrdered(T, Context))
    return {"std::set<" + Name + ">", "std::map<" + Name + ", "};
  return {"std::unordered_set<" + Name + ", HashOf" + Name + ">",
          "std::unordered_map<" + Name + ", "};
}

/// `names` for `names`, `order.names_` and `m_names`.
std::string shortName(const Expr &Sequence) {
  const Expr &Core = spelled(Sequence);
  const NamedDecl *D = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Core))
    D = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(&Core))
    D = Member->getMemberDecl();
  if (!D || !D->getIdentifier())
    return "known";
  llvm::StringRef Name = D->getName();
  Name.consume_front("m_");
  Name = Name.trim('_');
  return Name.empty() ? "known" : Name.str();
}

/// May L write to Var? Not if nothing but Search, which asks for iterators that
/// one could write with, names it.
bool mayChange(const VarDecl &Var, const Loop &L, const LinearSearch &Search,
               const FunctionAnalysis &Analysis) {
  return Analysis.isModifiedIn(Var, L) &&
         llvm::any_of(usesOf(Var, Analysis.function()),
                      [&](const DeclRefExpr *Use) {
                        return Analysis.contains(*L.Statement, *Use) &&
                               !Analysis.contains(*Search.Expression, *Use);
                      });
}

/// The outermost loop from that of Repeated outwards in which Var is not
/// written.
const Loop *outermostWithout(const VarDecl &Var, const RepeatedSearch &Repeated,
                             const FunctionAnalysis &Analysis) {
  const Loop *Outermost = nullptr;
  for (const Loop *L = Repeated.Repeat.In;
       L &&
       !isDeclaredIn(Var, *L->Statement, Analysis.function().getASTContext()) &&
       Analysis.contains(*Analysis.function().getBody(), *L->Statement) &&
       !mayChange(Var, *L, Repeated.Search, Analysis);
       L = L->Parent)
    Outermost = L;
  return Outermost;
}

/// The edits of the rewrite, or none.
llvm::SmallVector<FixItHint, 4>
setBeforeLoop(const RepeatedSearch &Repeated, llvm::StringRef Declaration,
              llvm::StringRef Name, llvm::StringRef Test, TranslationUnit &TU) {
  const LinearSearch &Search = Repeated.Search;
  const auto *Ref = dyn_cast<DeclRefExpr>(&spelled(*Search.Sequence));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const FunctionDecl *Function = TU.functionAround(*Search.Begin);
  if (Repeated.Repeat.Call || !Search.Expression || !Var ||
      !Var->hasLocalStorage() || Var->getDeclContext() != Function)
    return {};
  const ASTContext &Context = TU.context();
  const QualType Element = elementType(Search.Sequence->getType());
  const QualType Key = spelled(*Search.Key).getType();
  if (Element.isNull() ||
      !(Element->isIntegralOrEnumerationType() || isStdString(Element) ||
        (isString(Element) && isOfQt(Element))) ||
      !Context.hasSameUnqualifiedType(Element, Key.getNonReferenceType()))
    return {};
  const FunctionAnalysis &Analysis = TU.analysis(*Function);
  const Loop *L = outermostWithout(*Var, Repeated, Analysis);
  if (!L || sourceText(Function->getSourceRange(), Context).contains(Name))
    return {};
  llvm::SmallVector<FixItHint, 4> Edits =
      insertAround(*L, Declaration, "", Analysis);
  if (!Edits.empty())
    Edits.push_back(FixItHint::CreateReplacement(
        Search.Expression->getSourceRange(), Test));
  return Edits;
}

/// Each element under the key that is searched for.
std::string indexedByKey(const RepeatedSearch &Repeated, const KeyedTypes &Keys,
                         const std::string &Name, const ASTContext &Context) {
  const LinearSearch &Search = Repeated.Search;
  const bool IsOfQt = isOfQt(Search.Sequence->getType());
  const std::string Insert = IsOfQt ? "insert" : "emplace";
  const std::string Part =
      Search.Part ? sourceText(Search.Part->getSourceRange(), Context).str()
                  : "each";
  std::string Element = "each";
  if (Search.Element && Search.Element->getIdentifier())
    Element = Search.Element->getName();
  // `items[i].id`: the place is the index.
  const bool IsByIndex =
      Search.Element && Search.Element->getType()->isIntegerType() &&
      !Search.Expression && !isa<CXXForRangeStmt>(Search.Begin) &&
      isa<DeclStmt>(Search.Begin);
  const bool IsByPointer = Search.Element && !IsByIndex;
  std::string Code = Keys.Map;
  if (IsByPointer)
    Code += "const " +
            typeText(elementType(Search.Sequence->getType()), Context) + " *";
  else
    Code += "std::size_t";
  Code += "> " + Name + "; // before the loop\n";
  if (IsByPointer)
    Code += "for (const auto &" + Element + " : " + Repeated.Sequence +
            ")\n  " + Name + "." + Insert + "(" + Part + ", &" + Element +
            ");\n";
  else if (IsByIndex)
    Code += sourceText(Search.Range, Context).str() + "\n  " + Name + "." +
            Insert + "(" + Part + ", " + Element + ");\n";
  else
    Code += "for (const auto &each : " + Repeated.Sequence + ")\n  " + Name +
            "." + Insert + "(each, " + Name + ".size());\n";
  return Code + "… " + Name + ".find(" + Repeated.Key + ")";
}

} // namespace

Rewrite searchInASet(const RepeatedSearch &Repeated, TranslationUnit &TU,
                     llvm::StringRef &Header) {
  ASTContext &Context = TU.context();
  const LinearSearch &Search = Repeated.Search;
  const QualType Type = Search.Sequence->getType();
  const bool IsOfQt = isOfQt(Type);
  QualType Element = elementType(Type);
  if (Search.Part)
    Element = spelled(*Search.Part).getType();
  else if (Element.isNull())
    Element = spelled(*Search.Key).getType();
  const KeyedTypes Keys = keyedBy(Element, IsOfQt, Context);
  const std::string &Sequence = Repeated.Sequence;
  const std::string Short = shortName(*Search.Sequence);
  const bool HasContains = IsOfQt || Context.getLangOpts().CPlusPlus20;
  Rewrite Fix;
  if (Search.What == LinearSearch::Kind::Removal) {
    Fix.Title = "collect what is to go and remove it in one pass";
    Fix.Code = Keys.Set + " gone;\n" + "gone.insert(" + Repeated.Key +
               "); // in the loop\n" + Sequence + ".erase(std::remove_if(" +
               Sequence + ".begin(), " + Sequence +
               ".end(),\n    [&](const auto &each) { return gone.contains("
               "each); }), " +
               Sequence + ".end()); // behind it";
    return Fix;
  }
  if (Repeated.Append && !Search.Part) {
    const std::string Append =
        onOneLine(sourceText(Repeated.Append->getSourceRange(), Context));
    Fix.Title = "keep a set beside '" + Sequence + "'";
    Fix.Code = Keys.Set + " seen; // lives as long as '" + Sequence + "'\n";
    if (IsOfQt)
      Fix.Code += "if (!seen.contains(" + Repeated.Key +
                  ")) {\n  seen.insert(" + Repeated.Key + ");\n  " + Append +
                  ";\n}";
    else
      Fix.Code +=
          "if (seen.insert(" + Repeated.Key + ").second)\n  " + Append + ";";
    return Fix;
  }
  if (Repeated.Append) {
    Fix.Title = "keep an index beside '" + Sequence + "'";
    Fix.Code = Keys.Map + "std::size_t> " + Short +
               "ByKey; // lives as long "
               "as '" +
               Sequence + "'\n… " + Short + "ByKey.find(" + Repeated.Key + ")";
    return Fix;
  }
  if (Search.What == LinearSearch::Kind::Count && !Search.Part) {
    Fix.Title = "count all elements once";
    Fix.Code = Keys.Map +
               "std::size_t> counts; // before the loop\nfor (const "
               "auto &each : " +
               Sequence + ")\n  ++counts[each];\n… counts[" + Repeated.Key +
               "]";
    return Fix;
  }
  if (Search.What != LinearSearch::Kind::Test || Search.Part) {
    Fix.Title = "index the elements of '" + Sequence + "' once";
    Fix.Code = indexedByKey(Repeated, Keys,
                            Short + (Search.Part ? "ByKey" : "Index"), Context);
    return Fix;
  }
  const std::string Name = Short + "Set";
  const std::string Declaration = "const " + Keys.Set + " " + Name + "(" +
                                  Sequence + ".begin(), " + Sequence +
                                  ".end());";
  std::string Test;
  if (HasContains)
    Test = (Search.IsNegated ? "!" : "") + Name + ".contains(" + Repeated.Key +
           ")";
  else
    Test = Name + ".count(" + Repeated.Key + ")" +
           (Search.IsNegated ? " == 0" : " != 0");
  Fix.Title = "search in a set of the elements of '" + Sequence + "'";
  Fix.Code = Declaration + " // before the loop\n… " + Test;
  // Behind a `!` a comparison needs parentheses.
  if (!HasContains && Search.Expression && isa<CallExpr>(Search.Expression) &&
      Search.Expression->getType()->isBooleanType() &&
      !isa<CXXOperatorCallExpr>(Search.Expression))
    Test = "(" + Test + ")";
  Fix.Edits = setBeforeLoop(Repeated, Declaration, Name, Test, TU);
  if (!Fix.Edits.empty())
    Fix.Level = FixLevel::Review;
  Header = IsOfQt ? "<QSet>"
           : llvm::StringRef(Keys.Set).starts_with("std::set")
               ? "<set>"
               : "<unordered_set>";
  return Fix;
}

} // namespace slowpath
