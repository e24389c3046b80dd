#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <stdlib.h>

namespace koppelkans::tools {

/// A folder of its own for a test, gone with everything in it when the test ends.
class ScratchFolder {
  public:
    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "koppelkans-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::string operator/(const std::string& file) const { return (path_ / file).string(); }
    std::string path() const { return path_.string(); }
    void write(const std::string& file, const std::string& text) const {
        std::ofstream(path_ / file) << text;
    }
    std::string read(const std::string& file) const {
        std::ifstream stream(path_ / file);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

  private:
    std::filesystem::path path_;
};

}  // namespace koppelkans::tools
