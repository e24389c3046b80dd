#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/io/configuration.h"
#include "engine/io/configuration_parts.h"

namespace koppelkans::io {

namespace {
bool is_prefix_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '+' || c == '-';
}

/// A driver's prefix or the scheme of a URL. One letter is the drive of a Windows path.
bool has_prefix(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon > 1 &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                       is_prefix_sign);
}

/// What a source may be named by that is no path.
bool reads_as_address(std::string_view text) {
    return text.starts_with('<') || text.starts_with('{') || text.starts_with("/vsi") ||
           has_prefix(text);
}

std::string beside(const std::string& file, const std::string& written) {
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    return (folder / written).lexically_normal().string();
}
}  // namespace

std::string resolved_path(const std::string& file, const std::string& written) {
    if (written.empty() || reads_as_address(written)) {
        return written;
    }
    std::string path = beside(file, written);
    if (reads_as_address(path)) {  // it was written with ./ before it
        path.insert(0, "./");
    }
    return path;
}

std::optional<std::string> written_path(const std::string& file, const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path home = fs::absolute(file).parent_path();
    const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : ".";
    // Of the folder alone: a file that is a link keeps its own name.
    const fs::path relative =
        (fs::relative(folder, home, error) / fs::path(path).filename()).lexically_normal();
    for (const std::string& written :
         {relative.string(), "./" + relative.string(), fs::absolute(path).string()}) {
        const bool stays = !reads_as_address(written) && masked(written) == written;
        if (stays && fs::equivalent(resolved_path(file, written), path, error) && !error) {
            return written;
        }
    }
    return std::nullopt;
}

std::string resolved_output(const std::string& file, const std::string& written) {
    return written.empty() ? written : beside(file, written);
}

}  // namespace koppelkans::io
