#pragma once

#include <cstdint>
#include <optional>

#include "engine/time/date_text.h"
#include "engine/time/day.h"
#include "engine/time/time_zone.h"

namespace koppelkans::time {

/// A time of day, and how far its clock runs ahead of UTC where the text says so.
struct Clock {
    std::int64_t second_of_day = 0;
    std::optional<std::int64_t> utc_offset_s;
};

/// Reads what stands behind a date: `T10:00`, ` 8:30`, ` 10:00:00.000`, `T103000Z`, ` 23:30:00+00`,
/// ` 10:00 +0200`. All tokens must belong to it; empty otherwise, and for 24:00 and later.
std::optional<Clock> read_clock(TokenSpan tokens);

/// The same for a time in one number (`hhmmss`), with only the fraction and the zone in tokens.
std::optional<Clock> read_compact_clock(std::int64_t hhmmss, TokenSpan tokens);

/// The day that the date with this clock is in the zone; the date itself if the clock names no
/// offset.
Day local_day(Day date, const Clock& clock, const TimeZone& zone);

}  // namespace koppelkans::time
