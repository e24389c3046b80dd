#include "engine/domain/readable_text.h"

#include <cstdint>

namespace koppelkans::domain {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr std::uint32_t first_of_two_units = 0x10000;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// A character at the start of a text: how many bytes it takes, 0 where there is none that UTF-8
/// allows (overlong forms and what lies beyond U+10FFFF are none).
struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 0;
};

Character character_at(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80U) {
        return {first, 1};
    }
    const std::size_t bytes = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < bytes) {
        return {};
    }
    std::uint32_t code = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!continues(text[i])) {
            return {};
        }
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, first_of_two_units};
    return code < least[bytes] || code > 0x10FFFF ? Character{} : Character{code, bytes};
}

bool can_be_read(std::uint32_t code) {
    const bool is_control =
        (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0);
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    return !is_control && !is_surrogate && (code & 0xFFFEU) != 0xFFFEU;
}

/// Cuts behind the last character with which, by `size_of`, text and ellipsis stay within `most`.
template <typename SizeOf>
std::string cut(std::string_view text, std::size_t most, const SizeOf& size_of) {
    std::size_t size = 0;
    std::size_t end = 0;  // of what goes with an ellipsis
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text.substr(at));
        const std::size_t bytes = next.bytes == 0 ? 1 : next.bytes;
        size += size_of(next.code);
        if (size > most) {
            return std::string(text.substr(0, end)).append(ellipsis);
        }
        at += bytes;
        if (size < most) {
            end = at;
        }
    }
    return std::string(text);
}

std::size_t units_of(std::uint32_t code) {
    return code >= first_of_two_units ? 2 : 1;
}

}  // namespace

std::string readable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Character next = character_at(text);
        if (next.code == '\r') {
            if (!text.substr(1).starts_with('\n')) {
                out += '\n';
            }
        } else if (next.bytes == 0 || !can_be_read(next.code)) {
            out += replacement;
        } else {
            out += text.substr(0, next.bytes);
        }
        text.remove_prefix(next.bytes == 0 ? 1 : next.bytes);
    }
    return out;
}

std::string shortened(std::string_view readable, std::size_t most) {
    return cut(readable, most, [](std::uint32_t) { return std::size_t{1}; });
}

std::size_t utf16_units(std::string_view readable) {
    std::size_t units = 0;
    while (!readable.empty()) {
        const Character next = character_at(readable);
        units += units_of(next.code);
        readable.remove_prefix(next.bytes == 0 ? 1 : next.bytes);
    }
    return units;
}

std::string shortened_to_utf16(std::string_view readable, std::size_t most_units) {
    return cut(readable, most_units, units_of);
}

}  // namespace koppelkans::domain
