// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads model files; the YAML keys are described in docs/models.md.
#include "checks/models/ApiModels.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/YAMLTraits.h"
#include <fmt/format.h>

using slowpath::ApiModel;
using slowpath::Effect;
using slowpath::TransactionCode;
using slowpath::TypeMeaning;
using slowpath::TypeModel;

namespace {

struct EffectWord {
  Effect Value = Effect::Last;
};

struct HandlePlace {
  ApiModel::Place At = ApiModel::Place::None;
  unsigned Argument = 0;
};

struct Conditions {
  std::vector<ApiModel::Condition> All;
};

struct ModelFile {
  std::string Library;
  std::string Source;
  std::optional<std::vector<std::string>> Packages;
  std::vector<std::string> Notes;
  bool SystemHeaders = false;
  bool Embedded = false;
  std::string Many;
  std::optional<TransactionCode> Transaction;
  std::vector<ApiModel> Apis;
  std::vector<TypeModel> Types;
};

/// What the traits below share during one file: yaml::Input hands it to the
/// scalar traits, which have no other place for a message.
struct ReadState {
  std::string Message;
  std::string Diagnostic;
  llvm::StringSet<> Seen;
};

/// What is wrong with the name of a row, or nothing.
std::string nameError(llvm::StringRef Name) {
  if (!Name.starts_with("::"))
    return "a name begins with '::'";
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Name.drop_front(2).split(Parts, "::");
  for (llvm::StringRef Part : Parts)
    if (Part.empty())
      return "a name has an empty component";
  // An operator may be spelled with '*'.
  for (llvm::StringRef Part : llvm::ArrayRef(Parts).drop_back())
    if (Part.drop_back().contains('*'))
      return "'*' stands at the end of a component only";
  return {};
}

llvm::StringRef fail(void *Context, std::string Message) {
  auto &State = *static_cast<ReadState *>(Context);
  State.Message = std::move(Message);
  return State.Message;
}

} // namespace

LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(EffectWord)
LLVM_YAML_IS_SEQUENCE_VECTOR(ApiModel)
LLVM_YAML_IS_SEQUENCE_VECTOR(TypeModel)

namespace llvm::yaml {

template <> struct ScalarTraits<EffectWord> {
  static void output(const EffectWord &E, void *, raw_ostream &OS) {
    OS << slowpath::toString(E.Value);
  }
  static StringRef input(StringRef Text, void *Context, EffectWord &E) {
    if (const std::optional<Effect> Known = slowpath::effectNamed(Text)) {
      E.Value = *Known;
      return {};
    }
    return fail(Context, fmt::format("unknown effect '{}'", Text.str()));
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarTraits<HandlePlace> {
  static void output(const HandlePlace &H, void *, raw_ostream &OS) {
    if (H.At == ApiModel::Place::Argument)
      OS << H.Argument;
    else
      OS << (H.At == ApiModel::Place::This ? "this" : "result");
  }
  static StringRef input(StringRef Text, void *Context, HandlePlace &H) {
    if (Text == "this")
      H.At = ApiModel::Place::This;
    else if (Text == "result")
      H.At = ApiModel::Place::Result;
    else if (!Text.getAsInteger(10, H.Argument))
      H.At = ApiModel::Place::Argument;
    else
      return fail(Context, fmt::format("handle '{}' is none of 'this', "
                                       "'result' and an argument's index",
                                       Text.str()));
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarTraits<Conditions> {
  static void output(const Conditions &C, void *, raw_ostream &OS) {
    for (size_t I = 0; I != C.All.size(); ++I)
      OS << (I ? "&&" : "") << "arg" << C.All[I].Argument
         << "==" << C.All[I].Value;
  }
  static StringRef input(StringRef Text, void *Context, Conditions &C) {
    SmallVector<StringRef, 2> Parts;
    Text.split(Parts, "&&");
    for (StringRef Part : Parts) {
      ApiModel::Condition One;
      auto [Left, Right] = Part.trim().split("==");
      Left = Left.trim();
      Right = Right.trim();
      if (!Left.consume_front("arg") || Left.getAsInteger(10, One.Argument) ||
          Right.empty())
        return fail(Context, fmt::format("condition '{}' is not of the form "
                                         "'argN==value' (joined by '&&')",
                                         Part.str()));
      One.Value = Right == "true" ? "1" : Right == "false" ? "0" : Right.str();
      C.All.push_back(std::move(One));
    }
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::Double; }
};

template <> struct ScalarEnumerationTraits<ApiModel::Kind> {
  static void enumeration(IO &Io, ApiModel::Kind &K) {
    Io.enumCase(K, "function", ApiModel::Kind::Function);
    Io.enumCase(K, "method", ApiModel::Kind::Method);
    Io.enumCase(K, "constructor", ApiModel::Kind::Constructor);
    Io.enumCase(K, "destructor", ApiModel::Kind::Destructor);
    Io.enumCase(K, "var", ApiModel::Kind::Variable);
  }
};

template <> struct MappingTraits<ApiModel> {
  static void mapping(IO &Io, ApiModel &Row) {
    Io.mapRequired("name", Row.Name);
    Io.mapRequired("kind", Row.What);

    std::vector<EffectWord> Words;
    Io.mapRequired("effects", Words);
    for (const EffectWord &Word : Words)
      if (Word.Value != Effect::Last)
        Row.Effects.add(Word.Value);

    std::optional<HandlePlace> Handle;
    Io.mapOptional("handle", Handle);
    if (Handle) {
      Row.HandleAt = Handle->At;
      Row.HandleArgument = Handle->Argument;
    }
    std::optional<Conditions> When;
    Io.mapOptional("when", When);
    if (When)
      Row.When = std::move(When->All);

    Io.mapOptional("sql", Row.Sql);
    Io.mapOptional("out", Row.Out);
    Io.mapOptional("format", Row.Format);
    std::string Placeholder = "%";
    Io.mapOptional("placeholder", Placeholder);
    Row.Placeholder = Placeholder.size() == 1 ? Placeholder[0] : 0;
    Io.mapOptional("sql_effects", Row.SqlEffects, false);
    Io.mapOptional("sql_from_handle", Row.SqlFromHandle, false);
    Io.mapOptional("statement_name", Row.StatementName);
    Io.mapOptional("append", Row.Append);
    Io.mapOptional("cached", Row.Cached, false);
    Io.mapOptional("async", Row.Async, false);
    Io.mapOptional("callback_scope", Row.CallbackScope, false);
    Io.mapOptional("embedded", Row.Embedded, false);
    Io.mapOptional("min_args", Row.MinArgs, 0u);
    Io.mapOptional("max_args", Row.MaxArgs, ~0u);
    Io.mapOptional("first_param", Row.FirstParam, std::string());
    Io.mapOptional("since", Row.Since, std::string());
    Io.mapOptional("note", Row.Note, std::string());
    // Where the row was verified, for people.
    std::string Header;
    Io.mapOptional("header", Header, std::string());
  }

  static std::string validate(IO &Io, ApiModel &Row) {
    if (std::string Error = nameError(Row.Name); !Error.empty())
      return Error;
    if (Row.Effects.empty())
      return "a row has at least one effect";
    if (Row.What == ApiModel::Kind::Method &&
        StringRef(Row.Name).count("::") < 2)
      return "a method's name has a class";
    if (Row.SqlEffects && !Row.Sql)
      return "'sql_effects' needs 'sql'";
    if (Row.SqlFromHandle && Row.HandleAt != ApiModel::Place::Argument &&
        Row.HandleAt != ApiModel::Place::This)
      return "'sql_from_handle' needs a 'handle' that is 'this' or an argument";
    if (!Row.Placeholder)
      return "'placeholder' is one character";
    if (Row.MinArgs > Row.MaxArgs)
      return "'min_args' is larger than 'max_args'";
    auto &State = *static_cast<ReadState *>(Io.getContext());
    if (!State.Seen.insert(Row.key()).second)
      return "the row is given twice";
    return {};
  }
};

template <> struct ScalarEnumerationTraits<TypeMeaning> {
  static void enumeration(IO &Io, TypeMeaning &Meaning) {
#define SLOWPATH_TYPE_MEANING(Enumerator, Spelling)                            \
  Io.enumCase(Meaning, Spelling, TypeMeaning::Enumerator);
#include "checks/models/TypeMeanings.def"
  }
};

template <> struct MappingTraits<TypeModel> {
  static void mapping(IO &Io, TypeModel &Row) {
    Io.mapRequired("name", Row.Name);
    Io.mapRequired("meaning", Row.Meaning);
  }

  static std::string validate(IO &Io, TypeModel &Row) {
    if (std::string Error = nameError(Row.Name); !Error.empty())
      return Error;
    auto &State = *static_cast<ReadState *>(Io.getContext());
    return State.Seen.insert(Row.Name).second ? "" : "the row is given twice";
  }
};

template <> struct MappingTraits<TransactionCode> {
  static void mapping(IO &Io, TransactionCode &Code) {
    Io.mapRequired("begin", Code.Begin);
    Io.mapRequired("commit", Code.Commit);
    Io.mapOptional("of_statement", Code.OfStatement);
    Io.mapOptional("default", Code.Default);
  }

  static std::string validate(IO &, TransactionCode &Code) {
    if (!StringRef(Code.Begin).contains("{handle"))
      return "'begin' names the '{handle}'";
    if (!Code.OfStatement.empty() &&
        !StringRef(Code.OfStatement).contains("{statement}"))
      return "'of_statement' names the '{statement}'";
    return {};
  }
};

template <> struct MappingTraits<ModelFile> {
  static void mapping(IO &Io, ModelFile &File) {
    Io.mapRequired("library", File.Library);
    Io.mapOptional("source", File.Source);
    Io.mapOptional("packages", File.Packages);
    Io.mapOptional("notes", File.Notes);
    Io.mapOptional("system_headers", File.SystemHeaders, false);
    Io.mapOptional("embedded", File.Embedded, false);
    Io.mapOptional("many", File.Many);
    Io.mapOptional("transaction", File.Transaction);
    Io.mapOptional("types", File.Types);
    // A file may be about types only, but not about nothing.
    if (File.Types.empty())
      Io.mapRequired("apis", File.Apis);
    else
      Io.mapOptional("apis", File.Apis);
  }
};

} // namespace llvm::yaml

namespace slowpath {

llvm::StringRef toString(Effect E) {
  static constexpr llvm::StringLiteral Words[] = {
#define SLOWPATH_EFFECT(Enumerator, Spelling) Spelling,
#include "checks/models/Effects.def"
  };
  assert(E != Effect::Last && "not an effect");
  return Words[static_cast<size_t>(E)];
}

std::optional<Effect> effectNamed(llvm::StringRef Word) {
  for (size_t I = 0; I != static_cast<size_t>(Effect::Last); ++I)
    if (toString(static_cast<Effect>(I)) == Word)
      return static_cast<Effect>(I);
  return std::nullopt;
}

llvm::StringRef toString(TypeMeaning Meaning) {
  static constexpr llvm::StringLiteral Words[] = {
#define SLOWPATH_TYPE_MEANING(Enumerator, Spelling) Spelling,
#include "checks/models/TypeMeanings.def"
  };
  assert(Meaning != TypeMeaning::Other && "not a word of model files");
  return Words[static_cast<size_t>(Meaning)];
}

std::string ApiModel::key() const {
  std::string Key =
      fmt::format("{}|{}|{}|{}|{}", Name, What == Kind::Destructor, MinArgs,
                  MaxArgs, FirstParam);
  for (const Condition &C : When)
    Key += fmt::format("|{}={}", C.Argument, C.Value);
  return Key;
}

llvm::Expected<ModelRows> ApiModels::parse(llvm::MemoryBufferRef Buffer) {
  ReadState State;
  auto Diagnose = [](const llvm::SMDiagnostic &D, void *Context) {
    auto &Result = static_cast<ReadState *>(Context)->Diagnostic;
    // Later messages follow from the first.
    if (Result.empty())
      Result = fmt::format("{}:{}:{}: {}", D.getFilename().str(), D.getLineNo(),
                           D.getColumnNo() + 1, D.getMessage().str());
  };

  llvm::yaml::Input In(Buffer, &State, Diagnose, &State);
  ModelFile File;
  In >> File;
  if (!State.Diagnostic.empty() || In.error())
    return llvm::createStringError(
        State.Diagnostic.empty()
            ? fmt::format("{}:1:1: not a model file",
                          Buffer.getBufferIdentifier().str())
            : State.Diagnostic);
  if (File.Library.empty())
    return llvm::createStringError(
        fmt::format("{}:1:1: the file is empty, or 'library' is",
                    Buffer.getBufferIdentifier().str()));

  std::shared_ptr<const TransactionCode> Transaction;
  if (File.Transaction)
    Transaction = std::make_shared<TransactionCode>(*File.Transaction);
  for (ApiModel &Row : File.Apis) {
    Row.Transaction = Transaction;
    Row.Library = File.Library;
    Row.SystemHeader = File.SystemHeaders;
    Row.Embedded |= File.Embedded;
    Row.Many = File.Many;
  }
  return ModelRows{std::move(File.Apis), std::move(File.Types),
                   std::move(File.Packages)};
}

} // namespace slowpath
