// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clangd parses what a file includes once, into a precompiled preamble, and
// leaves out the bodies of the functions in there. Whether a call in a loop
// ends up in a database is often written in such a body: a wrapper class in a
// header of the project. So those of the project's headers are parsed here;
// those of libraries, which are most, stay out.
#include "checks/support/UserCode.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclBase.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/PCHContainerOperations.h"
#include "clang/Frontend/PrecompiledPreamble.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>

using namespace clang;

namespace slowpath {

namespace {

/// clangd's own callbacks but for one answer.
class KeepUserBodies : public PreambleCallbacks {
public:
  explicit KeepUserBodies(PreambleCallbacks &Clangd) : Clangd(Clangd) {}

  bool shouldSkipFunctionBody(Decl *D) override {
    if (!Files)
      Files.emplace(D->getASTContext().getSourceManager());
    return !Files->contains(D->getLocation()) &&
           Clangd.shouldSkipFunctionBody(D);
  }

  void BeforeExecute(CompilerInstance &Compiler) override {
    Clangd.BeforeExecute(Compiler);
  }
  void AfterExecute(CompilerInstance &Compiler) override {
    Clangd.AfterExecute(Compiler);
  }
  void AfterPCHEmitted(ASTWriter &Writer) override {
    Clangd.AfterPCHEmitted(Writer);
  }
  void HandleTopLevelDecl(DeclGroupRef Group) override {
    Clangd.HandleTopLevelDecl(Group);
  }
  std::unique_ptr<PPCallbacks> createPPCallbacks() override {
    return Clangd.createPPCallbacks();
  }
  CommentHandler *getCommentHandler() override {
    return Clangd.getCommentHandler();
  }

private:
  PreambleCallbacks &Clangd;
  /// Made with the first declaration: then there is a main file.
  std::optional<UserCode> Files;
};

} // namespace

#define SLOWPATH_SYMBOL                                                        \
  "_ZN5clang19PrecompiledPreamble5BuildERKNS_18CompilerInvocationEPKN4llvm"    \
  "12MemoryBufferENS_14PreambleBoundsENS4_18IntrusiveRefCntPtrINS_"            \
  "17DiagnosticsEngineEEENS9_INS4_3vfs10FileSystemEEESt10shared_ptrINS_"       \
  "22PCHContainerOperationsEEbNS4_9StringRefERNS_17PreambleCallbacksE"
llvm::ErrorOr<PrecompiledPreamble>
realBuild(const CompilerInvocation &, const llvm::MemoryBuffer *,
          PreambleBounds, llvm::IntrusiveRefCntPtr<DiagnosticsEngine>,
          llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>,
          std::shared_ptr<PCHContainerOperations>, bool, llvm::StringRef,
          PreambleCallbacks &) __asm__("__real_" SLOWPATH_SYMBOL);
llvm::ErrorOr<PrecompiledPreamble>
wrapBuild(const CompilerInvocation &, const llvm::MemoryBuffer *,
          PreambleBounds, llvm::IntrusiveRefCntPtr<DiagnosticsEngine>,
          llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>,
          std::shared_ptr<PCHContainerOperations>, bool, llvm::StringRef,
          PreambleCallbacks &) __asm__("__wrap_" SLOWPATH_SYMBOL);
#undef SLOWPATH_SYMBOL

llvm::ErrorOr<PrecompiledPreamble>
wrapBuild(const CompilerInvocation &Invocation,
          const llvm::MemoryBuffer *MainFile, PreambleBounds Bounds,
          llvm::IntrusiveRefCntPtr<DiagnosticsEngine> Diagnostics,
          llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
          std::shared_ptr<PCHContainerOperations> Containers,
          bool StoreInMemory, llvm::StringRef StoragePath,
          PreambleCallbacks &Callbacks) {
  KeepUserBodies Keeping(Callbacks);
  return realBuild(Invocation, MainFile, Bounds, std::move(Diagnostics),
                   std::move(Files), std::move(Containers), StoreInMemory,
                   StoragePath, Keeping);
}

} // namespace slowpath
