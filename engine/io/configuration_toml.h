#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace koppelkans::io {

/// A place in a text file, both from 1; a column counts characters. Line 0: not known.
struct TomlPlace {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// `date` is a day without a time; `moment` has a day and a time; `time` has a time only.
enum class TomlKind { text, integer, real, boolean, date, moment, time, list, table };

/// The kind in words, with its article: "a text", "a whole number".
const char* to_text(TomlKind kind);

struct TomlEntry;

/// A value of a TOML file and where it stands. Only the members of its kind mean something. It
/// stands between the parser and the sections, so that one file alone compiles the parser.
struct TomlValue {
    TomlKind kind = TomlKind::table;
    TomlPlace place;
    std::string text;          ///< text; date, moment: ISO 8601
    std::int64_t integer = 0;  ///< integer; date: year, month and day as 20270415
    double real = 0;           ///< real; integer
    bool boolean = false;
    std::vector<TomlValue> items;    ///< list
    std::vector<TomlEntry> entries;  ///< table, in the order of the file
};

struct TomlEntry {
    std::string key;
    TomlPlace place;
    TomlValue value;
};

/// `file:line:column`; only the file where the line is not known.
std::string place_text(const std::string& path, TomlPlace place);

/// `file:line:column: message`, as an error.
[[noreturn]] void fail_at(const std::string& path, TomlPlace place, const std::string& message);

/// Reads a TOML text; `path` is its name in messages. Throws domain::InputError for whatever is no
/// TOML, and for keys of more than sixteen parts (they would nest beyond what a stack can hold).
///
///     parse_toml("horizon = 'P2Y'", "koppelkans.toml").entries[0].value.text   // P2Y
TomlValue parse_toml(std::string_view text, const std::string& path);

}  // namespace koppelkans::io
