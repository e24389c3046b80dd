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

std::string beside(const std::string& file, const std::string& written) {
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    return (folder / written).lexically_normal().string();
}
}  // namespace

std::string resolved_path(const std::string& file, const std::string& written) {
    if (written.empty() || written.front() == '<' || written.front() == '{' ||
        written.compare(0, 4, "/vsi") == 0 || has_prefix(written)) {
        return written;
    }
    return beside(file, written);
}

std::string resolved_output(const std::string& file, const std::string& written) {
    return written.empty() ? written : beside(file, written);
}

}  // namespace koppelkans::io
