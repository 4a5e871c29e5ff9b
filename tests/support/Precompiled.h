// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What nearly every test includes; LLVM's headers take seconds to parse.
#include "checks/Precompiled.h"
#include "clang-tidy/ClangTidy.h"
#include "clang/Tooling/Tooling.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <fmt/format.h>
