#pragma once

#include <optional>
#include <string_view>

namespace koppelkans::time {

// The words of the table of SPEC §3. All take a word in the spelling of PlainText.

/// A third of a month or a year.
enum class Third { begin, medio, eind };
enum class Season { spring, summer, autumn, winter };

struct MonthWord {
    std::string_view word;
    int month = 0;
    /// An abbreviation may be followed by a dot: `apr.`
    bool abbreviated = false;
};

/// The entry of a month's name, in full or abbreviated, Dutch or English; null for any other word.
const MonthWord* find_month(std::string_view word);

std::optional<Third> find_third(std::string_view word);
std::optional<Season> find_season(std::string_view word);

/// `eerste` to `vierde`: 1 to 4.
std::optional<int> find_ordinal(std::string_view word);

/// Whether the number is written with this ending as an ordinal: 1e, 1ste, 2e, 2de, ...
bool is_ordinal_ending(int number, std::string_view ending);

/// `onbekend`, `ntb`, `n.v.t.`, `?`, `-` and the like, and the empty text.
bool is_unknown_word(std::string_view plain);

/// Zeros with separators between them, or separators alone: `0000-00-00 00:00:00`, `0`, `--`.
bool is_zeros_and_separators(std::string_view plain);

/// `doorlopend`, `structureel`.
bool is_doorlopend_word(std::string_view plain);

}  // namespace koppelkans::time
