#pragma once

#include <cstddef>
#include <optional>

#include "engine/time/date_text.h"
#include "engine/time/day.h"
#include "engine/time/time_zone.h"

namespace koppelkans::time {

/// What sets a form apart for those who combine forms.
enum class FormKind {
    plain,
    day,        ///< a single day: a time may follow
    moment,     ///< a day and its time in one number: a zone may follow
    bare_year,  ///< nothing but a year
};

/// A text that is one single form of the table of SPEC §3, and no range.
struct FormMatch {
    /// Equal for texts of the same form: the number of its row in the table.
    std::size_t form = 0;
    FormKind kind = FormKind::plain;
    /// Bounded on both sides, and within the years 1 to 9999.
    Interval interval;
    /// The year that the form names.
    std::optional<int> year;
};

/// Reads all the tokens as one form with its year. Empty for anything else and for days that are
/// not in the calendar. The four days that are no date are read as the days that they are.
std::optional<FormMatch> match_form(TokenSpan tokens, const TimeZone& zone);

/// As `match_form`, for a text whose year stands behind the dash only: `april` before `juni 2027`.
std::optional<FormMatch> match_form_without_year(TokenSpan tokens, const FormMatch& behind_dash,
                                                 const TimeZone& zone);

/// The four days that sources write for "no date" (SPEC §3): 1899-12-30, 1900-01-01, 1970-01-01,
/// 0001-01-01.
bool is_no_date_day(Day day);

}  // namespace koppelkans::time
