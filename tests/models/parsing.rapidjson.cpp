// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -std=c++17 -fdelayed-template-parsing
// Clang 22 refuses a member of the header, unless it is not asked to look.
#include <rapidjson/document.h>

void json(rapidjson::Document &Document) { Document.Parse("{}"); }
