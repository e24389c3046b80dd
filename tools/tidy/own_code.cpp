// A plugin for clang-tidy: its checks look at our own code alone. Without it each check walks
// through all that a file includes, a million nodes of the standard library against ten thousand of
// ours, and what it finds there is thrown away. Clang 22 leaves system headers out by itself; clang
// 14 has to be told. What a declaration of ours refers to is still there to be asked about, so
// nothing that would have been printed is lost.
//
//   clang-tidy-14 --load=own_code.so ...        tools/tidy.sh builds it

#include <memory>
#include <string>
#include <vector>

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

namespace {

/// Narrows what is walked through to the declarations outside system headers, once all is parsed.
class OwnCode : public clang::ASTConsumer {
  public:
    void HandleTranslationUnit(clang::ASTContext& context) override {
        const clang::SourceManager& sources = context.getSourceManager();
        std::vector<clang::Decl*> own;
        for (clang::Decl* declaration : context.getTranslationUnitDecl()->decls()) {
            const clang::SourceLocation place = declaration->getLocation();
            if (place.isValid() && !sources.isInSystemHeader(place)) {
                own.push_back(declaration);
            }
        }
        context.setTraversalScope(own);
    }
};

/// Runs before clang-tidy's own consumer, whenever the plugin is loaded.
class OwnCodeAction : public clang::PluginASTAction {
  protected:
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& /*compiler*/,
                                                          llvm::StringRef /*file*/) override {
        return std::make_unique<OwnCode>();
    }
    bool ParseArgs(const clang::CompilerInstance& /*compiler*/,
                   const std::vector<std::string>& /*words*/) override {
        return true;
    }
    ActionType getActionType() override { return AddBeforeMainAction; }
};

const clang::FrontendPluginRegistry::Add<OwnCodeAction> registered(
    "own-code", "checks look at what stands outside system headers");

}  // namespace
