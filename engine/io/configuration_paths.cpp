#include <algorithm>
#include <filesystem>

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
}  // namespace

std::string resolved_path(const std::string& file, const std::string& written) {
    if (written.empty() || written.front() == '<' || written.front() == '{' ||
        written.compare(0, 4, "/vsi") == 0 || has_prefix(written)) {
        return written;
    }
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    return (folder / written).lexically_normal().string();
}

std::optional<std::string> folder_for(const std::string& file, const std::string& written) {
    const std::filesystem::path path = std::filesystem::path(written).lexically_normal();
    if (path.is_absolute()) {
        return std::nullopt;
    }
    std::filesystem::path folder = std::filesystem::path(file).parent_path();
    for (const std::filesystem::path& part : path) {
        if (part != "..") {
            break;
        }
        folder /= part;
    }
    return folder.lexically_normal().string();
}

}  // namespace koppelkans::io
