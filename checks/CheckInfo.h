// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SLOWPATH_CHECKS_CHECKINFO_H
#define SLOWPATH_CHECKS_CHECKINFO_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace slowpath {

/// What a bottleneck is about. Each category is also a folder of checks/.
enum class Category {
  Strings,
  Containers,
  /// Work that is done again with the same result.
  Computation,
  Memory,
  Io,
  Concurrency,
  Database,
  Network
};

/// How far a rewrite may be trusted.
enum class FixLevel {
  /// Behaviour-preserving under conditions the check has proven.
  Safe,
  /// Compiles and is what an expert would write, but changes something that can
  /// be observed (transaction boundaries, evaluation order, concurrency).
  Review,
  /// Shown with the names of the user's own code, never applied.
  Advice,
};

/// The order of magnitude a bottleneck costs on the inputs of its benchmark
/// (tests/bench), which decides the severity of its findings.
enum class Impact { VeryLarge, Large, Small };

/// May clangd run the check on every keystroke?
enum class Latency { Fast, Slow };

/// Growth of the running time before and after the rewrite, as shown to users,
/// e.g. {"O(n²)", "O(n)"}; n is the trip count of the loop unless the check's
/// page says otherwise.
struct Cost {
  llvm::StringRef Before;
  llvm::StringRef After;
};

/// One CheckOption `<check>.<Name>`.
struct OptionInfo {
  llvm::StringRef Name;
  llvm::StringRef Default;
  llvm::StringRef Help;
};

/// All facts about a check, declared once beside its matchers. The registry,
/// `slowpath checks`, SARIF rules, the documentation's tables and clangd's
/// latency gate are made from it.
struct CheckInfo {
  /// `slowpath-<the bad pattern>`, kebab case.
  llvm::StringRef Name;
  /// What the code under it does wrong: lower case, no full stop, at most 80
  /// columns.
  llvm::StringRef Summary;
  Category Group;
  Impact Paid;
  Cost Typical;
  /// Run unless the configuration says otherwise: on code that nobody here
  /// wrote it is right nine times in ten.
  bool IsDefault = true;
  /// The most trusted level a rewrite of this check may have.
  FixLevel BestFix;
  Latency Speed;
  // So that checks without options need not name it.
  // NOLINTNEXTLINE(readability-redundant-member-init)
  llvm::ArrayRef<OptionInfo> Options = {};
};

/// The spelling used in folder names, JSON and documentation ("strings").
llvm::StringRef toString(Category C);
/// "safe", "review" or "advice".
llvm::StringRef toString(FixLevel L);
/// "very large", "large" or "small".
llvm::StringRef toString(Impact I);

} // namespace slowpath

#endif
