#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/time/day.h"
#include "engine/time/time_zone.h"

namespace koppelkans::time {

/// What kind of thing a date text turned out to be.
enum class DateKind {
    no_date,     ///< empty, `onbekend`, `ntb`, 1900-01-01, ...
    interval,    ///< the days that it can mean
    doorlopend,  ///< goes on without an end
    unreadable,  ///< none of the forms of SPEC §3
};

/// A date text, read with its own precision.
struct DateReading {
    DateKind kind = DateKind::no_date;
    /// For `interval`: every day that the text can mean; a side may be open (`na 2030`).
    Interval interval;
    /// For a text of two forms (`2027-2029`, `april t/m juni 2027`): its first and its last form.
    std::optional<Interval> first_unit;
    std::optional<Interval> last_unit;
    /// For `unreadable`: what the text looks like, in words for the user; may be empty.
    std::string hint;
};

/// Reads one date by the table of SPEC §3. It does not know whether the date is a start or an eind:
/// the rules that depend on that (2100 and later, open starts) are `build_tijdlijn`'s.
/// Case, extra blanks, the kind of dash and accents do not matter. Cost: linear in the text, which
/// is refused (`unreadable`) past 200 characters.
///
///     read_date("begin april 2027", zone).interval      // 2027-04-01 .. 2027-04-10
/// Dates run from 0001-01-01 to 9999-12-31; what a form means beyond these is cut off, so an end is
/// open only where the text says so. Of the forms that SPEC §3 leaves open: `20270415103000`,
/// `20270415T103000Z` and `20270415.0` are read as days; `24:00`, a date with a zone but without a
/// time, and two-digit years without an apostrophe are unreadable; in a numeric date all separators
/// stand between blanks or none does (`1 - 3-2027` is January to March); where the first of two
/// forms lacks its year it has that of the second, and a range that then runs backwards is
/// unreadable; a text whose dashes allow two readings as a range is unreadable.
DateReading read_date(std::string_view text, const TimeZone& zone);

/// Whether the text is one of the words of SPEC §3 for "no date" (`onbekend`, `n.v.t.`, `-`,
/// `null`,
/// ...), empty, or only zeros and separators. The four days that are no date are none of these.
bool is_no_date_text(std::string_view text);

}  // namespace koppelkans::time
