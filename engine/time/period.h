#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/time/day.h"

namespace koppelkans::time {

/// A length of time in calendar units: months (years are twelve of them) and days (weeks are
/// seven).
struct Period {
    int months = 0;
    int days = 0;
    constexpr bool operator==(const Period&) const = default;
    constexpr bool is_zero() const { return months == 0 && days == 0; }
};

/// Reads an ISO 8601 period (`P2Y`, `P1Y6M`, `P18M`, `P4W`, `P0Y`, any case) or a Dutch or English
/// one (`2 jaar`, `1 jaar en 6 maanden`, `24 maanden`, `18 mnd`, `6 weken`, `30 dagen`, `anderhalf
/// jaar`, `2 years`). A decimal number of years that is whole in months (`1,5 jaar`) is read too.
/// Negative lengths, lengths past 9999 years and anything else are empty.
/// A bare number has no unit here and is empty: `read_duration` takes it as days.
std::optional<Period> read_period(std::string_view text);

/// As `read_period`, and a bare number (`90`, `90.0`, `90,0`) means days: the form of a column
/// `duur` (SPEC §3).
std::optional<Period> read_duration(std::string_view text);

/// Calendar arithmetic: months first, a day past the end of the month becomes its last
/// (29 Feb + 1 year = 28 Feb), then days. Open ends stay; a result outside the years 1 to 9999
/// becomes the open end on that side.
Day plus(Day day, Period period);

/// The opposite direction, with the same rule for the end of the month.
Day minus(Day day, Period period);

/// ISO 8601: `P2Y`, `P1Y6M`, `P10D`; zero is `P0D`.
std::string iso(Period period);

}  // namespace koppelkans::time
