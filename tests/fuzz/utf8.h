#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace koppelkans::fuzz {

/// The one way that UTF-8 writes a character.
inline std::string encoded(std::uint32_t code) {
    const auto last = [code](unsigned place) {
        return static_cast<char>(0x80U | ((code >> (6 * place)) & 0x3FU));
    };
    if (code < 0x80) {
        return {static_cast<char>(code)};
    }
    if (code < 0x800) {
        return {static_cast<char>(0xC0U | code >> 6U), last(0)};
    }
    if (code < 0x10000) {
        return {static_cast<char>(0xE0U | code >> 12U), last(1), last(0)};
    }
    return {static_cast<char>(0xF0U | code >> 18U), last(2), last(1), last(0)};
}

/// Read without a look at what is allowed, and then written again as it must be.
inline bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        std::uint32_t code = size == 1 ? first : first & (0x7FU >> size);
        for (const char c : text.substr(1, size - 1)) {
            code = code << 6U | (static_cast<unsigned char>(c) & 0x3FU);
        }
        const bool is_surrogate = code >= 0xD800 && code < 0xE000;
        if (is_surrogate || code > 0x10FFFF || encoded(code) != text.substr(0, size)) {
            return false;
        }
        text.remove_prefix(size);
    }
    return true;
}

}  // namespace koppelkans::fuzz
