// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/models/ApiModels.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <utility>

namespace slowpath {
namespace {

using llvm::StringRef;

/// Takes the words of SQL text one after the other, upper case; everything
/// that is no word (strings, comments, operators) is skipped.
class SqlWords {
public:
  explicit SqlWords(StringRef SqlText) : Text(SqlText) {}

  /// The next word of the statement, or "" at its end.
  std::string next() {
    while (!Text.empty() && !StatementEnded) {
      const char C = Text.front();
      if (Text.starts_with("--") || C == '#')
        Text = Text.drop_until([](char X) { return X == '\n'; });
      else if (Text.starts_with("/*"))
        Text = Text.substr(std::min(Text.find("*/", 2), Text.size() - 2) + 2);
      else if (C == '\'' || C == '"' || C == '`')
        Text = Text.substr(std::min(Text.find(C, 1), Text.size() - 1) + 1);
      else if (C == '$')
        skipDollarQuote();
      else if (C == ';') {
        StatementEnded = true;
        Text = Text.drop_front();
      } else if (llvm::isAlpha(C) || C == '_') {
        const StringRef Word = Text.take_while(
            [](char X) { return llvm::isAlnum(X) || X == '_'; });
        Text = Text.drop_front(Word.size());
        return Word.upper();
      } else
        Text = Text.drop_front();
    }
    return {};
  }

  /// Skips the rest of the statement; false at the end of the text.
  bool nextStatement() {
    while (!next().empty())
      ;
    StatementEnded = false;
    return !Text.trim().empty();
  }

  /// The rest belongs to this statement, its semicolons too.
  void skipAll() { Text = {}; }

private:
  /// PostgreSQL's `$$…$$` and `$tag$…$tag$`; `$1` is a parameter.
  void skipDollarQuote() {
    const StringRef Tag = Text.drop_front().take_while(
        [](char X) { return llvm::isAlnum(X) || X == '_'; });
    const StringRef Quote = Text.take_front(Tag.size() + 2);
    if (!Quote.drop_front(1).ends_with("$")) {
      Text = Text.drop_front();
      return;
    }
    const size_t End = Text.find(Quote, Quote.size());
    Text = End == StringRef::npos ? StringRef()
                                  : Text.drop_front(End + Quote.size());
  }

  StringRef Text;
  bool StatementEnded = false;
};

enum class Verb {
  Begin,
  Start,
  Commit,
  Rollback,
  Read,
  With,
  Write,
  Ddl,
  Config,
  Copy,
  Load,
  Prepare,
  Unknown
};

Verb verbOf(StringRef Word) {
  return llvm::StringSwitch<Verb>(Word)
      .Cases({"BEGIN", "SAVEPOINT"}, Verb::Begin)
      .Case("START", Verb::Start)
      .Cases({"COMMIT", "END", "RELEASE"}, Verb::Commit)
      .Cases({"ROLLBACK", "ABORT"}, Verb::Rollback)
      .Cases({"SELECT", "SHOW", "EXPLAIN", "VALUES"}, Verb::Read)
      .Case("WITH", Verb::With)
      .Cases({"INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "UPSERT",
              "CALL", "DO"},
             Verb::Write)
      .Cases({"CREATE", "ALTER", "DROP", "TRUNCATE", "VACUUM", "REINDEX",
              "ANALYZE"},
             Verb::Ddl)
      .Cases({"PRAGMA", "SET", "ATTACH", "DETACH", "LISTEN", "NOTIFY"},
             Verb::Config)
      .Case("COPY", Verb::Copy)
      .Case("LOAD", Verb::Load)
      .Case("PREPARE", Verb::Prepare)
      .Default(Verb::Unknown);
}

void addStatement(SqlWords &Words, StringRef First, EffectSet &Result) {
  switch (verbOf(First)) {
  case Verb::Begin:
    return Result.add(Effect::DbBegin);
  case Verb::Start:
    return Result.add(Words.next() == "TRANSACTION" ? Effect::DbBegin
                                                    : Effect::DbQuery);
  case Verb::Commit:
    return Result.add(Effect::DbCommit);
  case Verb::Rollback:
    return Result.add(Effect::DbRollback);
  case Verb::Write:
    Result.add(Effect::DbAutocommitWrite);
    return Result.add(Effect::DbQuery);
  case Verb::With:
    Result.add(Effect::DbQuery);
    for (std::string Word = Words.next(), Before; !Word.empty();
         Before = std::exchange(Word, Words.next()))
      // SELECT … FOR UPDATE and FOR NO KEY UPDATE only lock.
      if (Word == "INSERT" || Word == "DELETE" || Word == "MERGE" ||
          (Word == "UPDATE" && Before != "FOR" && Before != "KEY"))
        Result.add(Effect::DbAutocommitWrite);
    return;
  case Verb::Ddl:
    // CREATE TRIGGER … BEGIN …; END; holds other statements.
    for (std::string Word = Words.next(); !Word.empty(); Word = Words.next())
      if (Word == "TRIGGER" || Word == "FUNCTION" || Word == "PROCEDURE")
        Words.skipAll();
    Result.add(Effect::DbDdl);
    return Result.add(Effect::DbQuery);
  case Verb::Config:
    Result.add(Effect::DbConfig);
    return Result.add(Effect::DbQuery);
  case Verb::Load:
    if (Words.next() != "DATA")
      return Result.add(Effect::DbQuery);
    [[fallthrough]];
  case Verb::Copy:
    return Result.add(Effect::DbBulk);
  case Verb::Prepare:
    return Result.add(Effect::DbPrepare);
  case Verb::Read:
  case Verb::Unknown:
    return Result.add(Effect::DbQuery);
  }
}

} // namespace

EffectSet effectsOfSql(StringRef Text) {
  EffectSet Result;
  SqlWords Words(Text);
  do
    if (const std::string First = Words.next(); !First.empty())
      addStatement(Words, First, Result);
  while (Words.nextStatement());
  if (Result.empty())
    Result.add(Effect::DbQuery);
  return Result;
}

std::string sqlVerb(StringRef Text) { return SqlWords(Text).next(); }

} // namespace slowpath
