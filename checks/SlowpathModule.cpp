// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/AllChecks.h"
#include "checks/LinkedCheck.h"
#include "checks/computation/InvariantCallCheck.h"
#include "checks/computation/LoopConstructionCheck.h"
#include "checks/computation/MissingMemoCheck.h"
#include "checks/concurrency/BlockingInAsyncCheck.h"
#include "checks/concurrency/LockPerItemCheck.h"
#include "checks/concurrency/SerialWaitCheck.h"
#include "checks/concurrency/SharedStateCheck.h"
#include "checks/concurrency/UnboundedFanoutCheck.h"
#include "checks/containers/FrontInsertCheck.h"
#include "checks/containers/LinearSearchCheck.h"
#include "checks/containers/MissingReserveCheck.h"
#include "checks/containers/RepeatedLookupCheck.h"
#include "checks/database/CommitPerItemCheck.h"
#include "checks/database/ConnectionPerCallCheck.h"
#include "checks/database/PrepareInLoopCheck.h"
#include "checks/database/QueryInLoopCheck.h"
#include "checks/io/FlushPerItemCheck.h"
#include "checks/memory/CopyAtLastUseCheck.h"
#include "checks/memory/MaterializedRangeCheck.h"
#include "checks/memory/ObjectLayoutCheck.h"
#include "checks/memory/RetainedMemoryCheck.h"
#include "checks/network/UncachedFetchCheck.h"
#include "checks/strings/StringAppendCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include <type_traits>

namespace slowpath {
namespace {

template <typename... Checks> struct CheckList {
  static llvm::ArrayRef<const CheckInfo *> infos() {
    static const CheckInfo *const Infos[] = {&Checks::Info..., nullptr};
    return llvm::ArrayRef(Infos).drop_back();
  }
  static std::vector<const CheckInfo *> linked() {
    std::vector<const CheckInfo *> Infos;
    const auto Add = [&](const CheckInfo &Info, bool IsLinked) {
      if (IsLinked)
        Infos.push_back(&Info);
    };
    (Add(Checks::Info, std::is_base_of_v<LinkedCheck, Checks>), ...);
    return Infos;
  }
  static void registerAll(clang::tidy::ClangTidyCheckFactories &Factories) {
    (Factories.registerCheck<Checks>(Checks::Info.Name), ...);
  }
};

// One line per check, sorted by name; `./dev new-check` adds its line.
using AllChecks =
    CheckList<BlockingInAsyncCheck, CommitPerItemCheck, ConnectionPerCallCheck,
              CopyAtLastUseCheck, FlushPerItemCheck, FrontInsertCheck,
              InvariantCallCheck, LinearSearchCheck, LockPerItemCheck,
              LoopConstructionCheck, MaterializedRangeCheck, MissingMemoCheck,
              MissingReserveCheck, ObjectLayoutCheck, PrepareInLoopCheck,
              QueryInLoopCheck, RepeatedLookupCheck, RetainedMemoryCheck,
              SerialWaitCheck, SharedStateCheck, StringAppendCheck,
              UnboundedFanoutCheck, UncachedFetchCheck>;

class SlowpathModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    AllChecks::registerAll(Factories);
  }
};

const clang::tidy::ClangTidyModuleRegistry::Add<SlowpathModule>
    Registration("slowpath-module", "Finds performance bottlenecks.");

} // namespace

llvm::ArrayRef<const CheckInfo *> allChecks() { return AllChecks::infos(); }

std::vector<const CheckInfo *> linkedChecks() { return AllChecks::linked(); }

const CheckInfo *findCheck(llvm::StringRef Name) {
  for (const CheckInfo *Info : allChecks())
    if (Info->Name == Name)
      return Info;
  return nullptr;
}

std::string docsUrl(llvm::StringRef CheckName) {
  CheckName.consume_front("slowpath-");
  return ("https://github.com/slowpath-lint/slowpath/blob/main/docs/checks/" +
          CheckName + ".md")
      .str();
}

} // namespace slowpath
