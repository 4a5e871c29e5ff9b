// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/CheckInfo.h"
#include "llvm/Support/ErrorHandling.h"

namespace slowpath {

llvm::StringRef toString(Category C) {
  switch (C) {
  case Category::Strings:
    return "strings";
  case Category::Containers:
    return "containers";
  case Category::Computation:
    return "computation";
  case Category::Memory:
    return "memory";
  case Category::Io:
    return "io";
  case Category::Concurrency:
    return "concurrency";
  case Category::Database:
    return "database";
  case Category::Network:
    return "network";
  }
  llvm_unreachable("a category has no spelling");
}

llvm::StringRef toString(FixLevel L) {
  switch (L) {
  case FixLevel::Safe:
    return "safe";
  case FixLevel::Review:
    return "review";
  case FixLevel::Advice:
    return "advice";
  }
  llvm_unreachable("a fix level has no spelling");
}

llvm::StringRef toString(Impact I) {
  switch (I) {
  case Impact::VeryLarge:
    return "very large";
  case Impact::Large:
    return "large";
  case Impact::Small:
    return "small";
  }
  llvm_unreachable("an impact has no spelling");
}

} // namespace slowpath
