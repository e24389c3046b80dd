#pragma once

#include <optional>

#include "engine/time/date_parts.h"
#include "engine/time/day.h"

namespace koppelkans::time {

/// The days of a form, or nothing where the calendar has no such days (30 February, week 54, Q5).
using MadeInterval = std::optional<Interval>;

// What the parts of a form mean together: years and numbers as `take_part` noted them, in the order
// of the text. All are bounded on both sides; what would run past year 9999 ends with it.

MadeInterval year_month_day(const Captures& captures);
MadeInterval day_month_year(const Captures& captures);
MadeInterval compact_day(const Captures& captures);
MadeInterval month_of_year(const Captures& captures);
MadeInterval third_of_month(const Captures& captures);
MadeInterval quarter_of_year(const Captures& captures);
MadeInterval half_of_year(const Captures& captures);
MadeInterval whole_year(const Captures& captures);
MadeInterval third_of_year(const Captures& captures);
MadeInterval season_of_year(const Captures& captures);
MadeInterval winter_of_two_years(const Captures& captures);
MadeInterval week_of_year(const Captures& captures);

}  // namespace koppelkans::time
