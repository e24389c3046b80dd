#include "engine/time/date_spans.h"

#include "engine/time/date_words.h"

namespace koppelkans::time {

namespace {

MadeInterval day_interval(int year, int month, int day) {
    const auto made = Day::from_ymd(year, month, day);
    return made ? MadeInterval(Interval{*made, *made}) : std::nullopt;
}

MadeInterval months_interval(int year, int first_month, int last_month) {
    const auto first = Day::from_ymd(year, first_month, 1);
    if (!first || last_month < first_month || last_month > 12) {
        return std::nullopt;
    }
    return Interval{*first, *Day::from_ymd(year, last_month, days_in_month(year, last_month))};
}

MadeInterval winter_of(int year) {
    const Day first = *Day::from_ymd(year, 12, 1);
    const int days = 31 + 31 + days_in_month(year + 1, 2);
    return Interval{first, clamped_to_calendar(plus_days(first, days - 1))};
}

/// The Monday of ISO week 1: of the week of 4 January.
std::int32_t first_monday(int year) {
    // 1970-01-01 was a Thursday, the fourth day of its week; year 10000 has no Day of its own.
    const std::int32_t fourth =
        Day::from_ymd(year - 1, 12, 31).value_or(Day::from_days(-719163)).days() + 4;
    const std::int32_t days_behind_monday = ((fourth + 3) % 7 + 7) % 7;
    return fourth - days_behind_monday;
}

}  // namespace

MadeInterval year_month_day(const Captures& c) {
    return day_interval(c.years[0], c.numbers[0], c.numbers[1]);
}

MadeInterval day_month_year(const Captures& c) {
    return day_interval(c.years[0], c.numbers[1], c.numbers[0]);
}

MadeInterval compact_day(const Captures& c) {
    const int date = c.numbers[0];
    return day_interval(date / 10000, date / 100 % 100, date % 100);
}

MadeInterval month_of_year(const Captures& c) {
    return months_interval(c.years[0], c.numbers[0], c.numbers[0]);
}

MadeInterval third_of_month(const Captures& c) {
    const int year = c.years[0];
    const int month = c.numbers[1];
    const int first = 1 + 10 * c.numbers[0];
    const int last =
        c.numbers[0] == static_cast<int>(Third::eind) ? days_in_month(year, month) : first + 9;
    return Interval{*Day::from_ymd(year, month, first), *Day::from_ymd(year, month, last)};
}

MadeInterval quarter_of_year(const Captures& c) {
    return months_interval(c.years[0], 3 * c.numbers[0] - 2, 3 * c.numbers[0]);
}

MadeInterval half_of_year(const Captures& c) {
    return months_interval(c.years[0], 6 * c.numbers[0] - 5, 6 * c.numbers[0]);
}

MadeInterval whole_year(const Captures& c) {
    return months_interval(c.years[0], 1, 12);
}

MadeInterval third_of_year(const Captures& c) {
    const int first = 1 + 4 * c.numbers[0];
    return months_interval(c.years[0], first, first + 3);
}

MadeInterval season_of_year(const Captures& c) {
    if (c.numbers[0] == static_cast<int>(Season::winter)) {
        return winter_of(c.years[0]);
    }
    const int first = 3 + 3 * c.numbers[0];
    return months_interval(c.years[0], first, first + 2);
}

MadeInterval winter_of_two_years(const Captures& c) {
    return c.years[1] == c.years[0] + 1 ? winter_of(c.years[0]) : std::nullopt;
}

MadeInterval week_of_year(const Captures& c) {
    const int year = c.years[0];
    const int week = c.numbers[0];
    const std::int32_t weeks = (first_monday(year + 1) - first_monday(year)) / 7;
    if (week < 1 || week > weeks) {
        return std::nullopt;
    }
    const Day first = Day::from_days(first_monday(year) + 7 * (week - 1));
    return Interval{first, clamped_to_calendar(plus_days(first, 6))};
}

}  // namespace koppelkans::time
