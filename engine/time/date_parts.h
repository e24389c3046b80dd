#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "engine/time/date_text.h"

namespace koppelkans::time {

/// One part of a form: what the next token or tokens must be.
enum class Part : std::uint8_t {
    end,     ///< of the form
    year,    ///< `2027`, `'27`
    year4,   ///< `2027`
    number,  ///< one or two digits
    two_digits,
    month,  ///< `april`, `apr`, `apr.`
    dash,
    slash,
    dot,
    comma,
    zeros,     ///< the fraction of a whole number
    digits8,   ///< `20270415`
    digits14,  ///< `20270415103000`
    third,     ///< `begin`, `medio`, `eind`
    season,
    winter,
    ordinal,       ///< `2e`, `2de`, `tweede`
    quarter_word,  ///< `q`, `kw`
    half_word,     ///< `h`
    week_word,     ///< `week`, `wk`
    week_letter,   ///< `w`
    kwartaal,
    helft,
};

/// What the parts of a form held, in their order.
struct Captures {
    std::array<int, 2> years{};
    std::size_t year_count = 0;
    std::array<int, 4> numbers{};
    std::size_t number_count = 0;
    /// Whether the separators stand between blanks: all or none, so that `1 - 3-2027` is no day.
    std::optional<bool> spaced;

    bool add_year(std::int64_t year) {
        if (year < 1 || year_count == years.size()) {
            return false;
        }
        years[year_count++] = static_cast<int>(year);
        return true;
    }
    bool add(std::int64_t number) {
        numbers[number_count++] = static_cast<int>(number);
        return true;
    }
    bool add_separator(const Token& token) {
        const bool blanks = token.blank_before && token.blank_after;
        const bool alike = !spaced || *spaced == blanks;
        spaced = blanks;
        return alike;
    }
};

/// Takes the tokens of one part off the front and notes what they hold. False if they are not that
/// part; the tokens are then of no further use.
bool take_part(Part part, TokenSpan& tokens, Captures& captures);

}  // namespace koppelkans::time
