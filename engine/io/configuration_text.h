#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/configuration_toml.h"

namespace koppelkans::io {

/// What a piece of a TOML text is.
enum class TomlPartKind {
    bare,          ///< everything that is none of the others: keys, numbers, signs, line ends
    comment,       ///< from # up to the line end
    basic_text,    ///< "..." or """...""", with escapes
    literal_text,  ///< '...' or '''...''', without
};

/// A piece of a TOML text with its quotes; the pieces together are the text.
struct TomlPart {
    TomlPartKind kind = TomlPartKind::bare;
    std::string_view text;
};

/// Cuts a text as TOML would; any bytes at all are taken: a string that is not closed ends with its
/// line, or with the text where it may hold line ends. Cost: linear.
std::vector<TomlPart> toml_parts(std::string_view text);

/// Where a key has more than sixteen parts joined by dots, which no configuration needs. The parser
/// nests a table a part, and a million of them overrun the stack when they are let go.
std::optional<TomlPlace> find_deep_key(std::string_view text);

/// The text with `masked` done to each string in it and to each comment; it remains the same TOML
/// otherwise. `text` must have been parsed without an error.
std::string masked_toml(std::string_view text);

}  // namespace koppelkans::io
