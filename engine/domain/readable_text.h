#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koppelkans::domain {

/// A text of a source made fit for any reader, be it XML, a browser or a spreadsheet: bytes that
/// are no UTF-8, control characters but tab and line feed, surrogates and noncharacters such as
/// U+FFFE and U+FFFF become U+FFFD each; a carriage return before a line feed falls away, any other
/// becomes a line feed. A text without such things comes out as it is.
std::string readable(std::string_view text);

/// A readable text of at most `most` characters (code points): a longer one is cut and ends in an
/// ellipsis, which counts. `most` is at least 1.
std::string shortened(std::string_view readable, std::size_t most);

/// How many units UTF-16 takes for a readable text, which is how spreadsheets count.
std::size_t utf16_units(std::string_view readable);

/// As `shortened`, by units of UTF-16.
std::string shortened_to_utf16(std::string_view readable, std::size_t most_units);

}  // namespace koppelkans::domain
