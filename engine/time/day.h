#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace koppelkans::time {

/// A day of the proleptic Gregorian calendar, or an open end.
///
/// A closed day counts days since 1970-01-01. `open_before()` sorts before every day and
/// `open_after()` behind every day, so that comparisons need no special case for open ends.
/// Both ends of everything that is made of days are inclusive (SPEC §3).
///
///     const auto day = Day::from_ymd(2027, 4, 15);        // std::optional: 2027-02-30 is none
///     assert(iso(*day) == "2027-04-15");
///     assert(*day < Day::open_after());
class Day {
  public:
    constexpr Day() = default;
    static constexpr Day from_days(std::int32_t days_since_epoch) { return Day(days_since_epoch); }
    /// Years 1 to 9999; anything that is no day of the calendar is empty.
    static std::optional<Day> from_ymd(int year, int month, int day);
    static constexpr Day open_before() { return Day(std::numeric_limits<std::int32_t>::min()); }
    static constexpr Day open_after() { return Day(std::numeric_limits<std::int32_t>::max()); }

    constexpr bool is_open() const { return *this == open_before() || *this == open_after(); }
    /// Days since 1970-01-01; means nothing for an open end.
    constexpr std::int32_t days() const { return days_; }
    // clang-tidy 14 takes the 0 that a comparison is rewritten with for a pointer.
    constexpr auto operator<=>(const Day&) const = default;  // NOLINT(modernize-use-nullptr)

  private:
    constexpr explicit Day(std::int32_t days) : days_(days) {}
    std::int32_t days_ = 0;
};

struct CalendarDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    constexpr auto operator<=>(const CalendarDate&) const = default;
};

/// The calendar date of a closed day.
CalendarDate calendar_date(Day day);

/// `2027-04-15`; an open end gives an empty text.
std::string iso(Day day);
/// What `iso` writes, read back: exactly ten characters; anything else is empty.
std::optional<Day> day_of_iso(std::string_view text);

/// Moves a closed day; an open end stays what it is. A result outside the years 1 to 9999 becomes
/// the open end on that side.
Day plus_days(Day day, std::int64_t days);

/// The day itself; before 0001-01-01 that day, behind 9999-12-31 that one. So open ends get closed.
Day clamped_to_calendar(Day day);

/// The last day of a month of the proleptic Gregorian calendar, 28 to 31.
int days_in_month(int year, int month);

/// Days that lie between the two: `until - from`; empty where either is open.
std::optional<std::int64_t> days_between(Day from, Day until);

/// An inclusive run of days; either side may be open. Valid when `first <= last`.
struct Interval {
    Day first = Day::open_before();
    Day last = Day::open_after();
    constexpr bool operator==(const Interval&) const = default;
};

}  // namespace koppelkans::time
