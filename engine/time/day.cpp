#include "engine/time/day.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include <fmt/format.h>

namespace koppelkans::time {

namespace {

constexpr int min_year = 1;
constexpr int max_year = 9999;

constexpr std::int64_t day_number(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

constexpr std::int64_t first_day_number = day_number(min_year, 1, 1);
constexpr std::int64_t last_day_number = day_number(max_year, 12, 31);

}  // namespace

std::optional<Day> Day::from_ymd(int year, int month, int day) {
    if (year < min_year || year > max_year || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return std::nullopt;
    }
    return Day(static_cast<std::int32_t>(
        day_number(year, static_cast<unsigned>(month), static_cast<unsigned>(day))));
}

CalendarDate calendar_date(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.days()}}};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string iso(Day day) {
    if (day.is_open()) {
        return {};
    }
    const auto [year, month, day_of_month] = calendar_date(day);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month);
}

std::optional<Day> day_of_iso(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() != form.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !is_digit : text[i] != '-') {
            return std::nullopt;
        }
    }
    const auto number = [&text](std::size_t at, std::size_t length) {
        int value = 0;
        for (const char digit : text.substr(at, length)) {
            value = 10 * value + (digit - '0');
        }
        return value;
    };
    return Day::from_ymd(number(0, 4), number(5, 2), number(8, 2));
}

Day plus_days(Day day, std::int64_t days) {
    if (day.is_open()) {
        return day;
    }
    // Compared as differences, so that no number of days can overflow.
    if (days > last_day_number - day.days()) {
        return Day::open_after();
    }
    if (days < first_day_number - day.days()) {
        return Day::open_before();
    }
    return Day::from_days(static_cast<std::int32_t>(day.days() + days));
}

Day clamped_to_calendar(Day day) {
    return std::clamp(day, Day::from_days(static_cast<std::int32_t>(first_day_number)),
                      Day::from_days(static_cast<std::int32_t>(last_day_number)));
}

int days_in_month(int year, int month) {
    const std::chrono::year_month_day_last last{
        std::chrono::year{year},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<std::int64_t> days_between(Day from, Day until) {
    if (from.is_open() || until.is_open()) {
        return std::nullopt;
    }
    return std::int64_t{until.days()} - from.days();
}

}  // namespace koppelkans::time
