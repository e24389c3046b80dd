#include "engine/time/time_zone.h"

#include <chrono>
#include <stdexcept>

#include <date/tz.h>

namespace koppelkans::time {

namespace {

constexpr std::int64_t seconds_per_day = 86400;
/// The last year whose changes of the clock are listed one by one in the machine's data base.
constexpr int last_listed_year = 2037;
/// After so many years at the latest every kind of year (weekday of 1 January, leap or not) came
/// by.
constexpr int calendar_cycle_years = 28;

std::int64_t floor_days(std::int64_t seconds) {
    const std::int64_t days = seconds / seconds_per_day;
    return seconds % seconds_per_day < 0 ? days - 1 : days;
}

std::int64_t new_year(int year) {
    const std::chrono::sys_days day{std::chrono::year{year} / std::chrono::January / 1};
    return day.time_since_epoch().count();
}

bool same_calendar(int one, int other) {
    return std::chrono::year{one}.is_leap() == std::chrono::year{other}.is_leap() &&
           (new_year(one) - new_year(other)) % 7 == 0;
}

/// The moment itself, or past the listed years the same moment of a listed year whose days fall
/// alike: so that `the last Sunday of March` is found there too.
std::int64_t listed_moment(std::int64_t utc_seconds) {
    const auto days = static_cast<std::int32_t>(floor_days(utc_seconds));
    const int year = calendar_date(Day::from_days(days)).year;
    if (year <= last_listed_year) {
        return utc_seconds;
    }
    for (int listed = last_listed_year; listed > last_listed_year - calendar_cycle_years;
         --listed) {
        if (same_calendar(year, listed)) {
            return utc_seconds - (new_year(year) - new_year(listed)) * seconds_per_day;
        }
    }
    return utc_seconds;
}

}  // namespace

struct TimeZone::Rules {
    const date::time_zone* zone = nullptr;
};

TimeZone::TimeZone(const std::string& name) : name_(name) {
    try {
        rules_ = std::make_shared<const Rules>(Rules{date::locate_zone(name)});
    } catch (const std::runtime_error&) {
        throw std::invalid_argument("unknown time zone \"" + name + "\"");
    }
}

Day TimeZone::day_of(std::int64_t utc_seconds) const {
    // A day of slack on both sides for the offset; plus_days refuses what is still outside.
    static const std::int64_t first_second = (new_year(1) - 1) * seconds_per_day;
    static const std::int64_t last_second = (new_year(10000) + 1) * seconds_per_day;
    if (utc_seconds < first_second) {
        return Day::open_before();
    }
    if (utc_seconds > last_second) {
        return Day::open_after();
    }
    const date::sys_seconds moment{std::chrono::seconds{listed_moment(utc_seconds)}};
    const std::int64_t offset = rules_->zone->get_info(moment).offset.count();
    return plus_days(Day::from_days(0), floor_days(utc_seconds + offset));
}

}  // namespace koppelkans::time
