#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

/// What every target defines and libFuzzer, whose name it is, calls.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace koppelkans::fuzz {

/// What a target knows to be true of any input. A breach ends the program, in every build, which is
/// how libFuzzer sees it.
inline void expect(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "not so: %s\n", what);
        std::abort();
    }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The pieces between marks: one more than there are marks.
inline std::vector<std::string> pieces_of(std::string_view text, char mark) {
    std::vector<std::string> pieces;
    for (;;) {
        const std::size_t end = text.find(mark);
        pieces.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return pieces;
        }
        text.remove_prefix(end + 1);
    }
}

/// The first so many lines of an input; empty ones where it has fewer.
inline std::vector<std::string> lines_of(const std::uint8_t* data, std::size_t size,
                                         std::size_t count) {
    std::vector<std::string> lines = pieces_of(text_of(data, size), '\n');
    lines.resize(count);
    return lines;
}

}  // namespace koppelkans::fuzz
