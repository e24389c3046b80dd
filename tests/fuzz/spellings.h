#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace koppelkans::fuzz {

/// The text in spellings that the room time reads as the same: in capitals, with more and other
/// blanks, with another kind of dash, with a mark that has no width.
inline std::vector<std::string> other_spellings(std::string_view text) {
    std::string capitals;
    std::string blanks = " \t";
    std::string dashes = "\uFEFF";
    for (const char c : text) {
        capitals += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
        blanks += c == ' ' ? "\u00A0 \n" : std::string(1, c);
        dashes += c == '-' ? "\u2013" : std::string(1, c);
    }
    return {capitals, blanks + "\u2009 ", dashes};
}

}  // namespace koppelkans::fuzz
