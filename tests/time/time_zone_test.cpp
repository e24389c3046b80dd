#include "engine/time/time_zone.h"

#include <limits>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::time {
namespace {

Day day(int year, int month, int day_of_month) {
    return Day::from_ymd(year, month, day_of_month).value();
}

std::int64_t utc(Day day, std::int64_t hour, std::int64_t minute = 0) {
    return std::int64_t{day.days()} * 86400 + hour * 3600 + minute * 60;
}

TEST(TimeZone, IsAmsterdamUnlessNamed) {
    EXPECT_EQ(TimeZone().name(), "Europe/Amsterdam");
    EXPECT_EQ(TimeZone("America/Curacao").name(), "America/Curacao");
}

TEST(TimeZone, RefusesAnUnknownName) {
    EXPECT_THROW(TimeZone("Europe/Nergenshuizen"), std::invalid_argument);
    EXPECT_THROW(TimeZone(""), std::invalid_argument);
    try {
        const TimeZone zone("Nergens");
        FAIL() << zone.name();
    } catch (const std::invalid_argument& error) {
        EXPECT_STREQ(error.what(), "unknown time zone \"Nergens\"");
    }
}

TEST(TimeZone, SaysTheLocalDayInSummerAndWinter) {
    const TimeZone amsterdam;
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 4, 15), 21, 59)), day(2027, 4, 15));
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 4, 15), 22, 0)), day(2027, 4, 16));
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 1, 15), 22, 59)), day(2027, 1, 15));
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 1, 15), 23, 0)), day(2027, 1, 16));
    EXPECT_EQ(TimeZone("America/Curacao").day_of(utc(day(2027, 4, 15), 3)), day(2027, 4, 14));
}

TEST(TimeZone, ChangesTheClockInTheNightOfTheChange) {
    // 28 March 2027, 02:00 becomes 03:00 (01:00 UTC); back on 31 October.
    const TimeZone amsterdam;
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 3, 27), 22, 30)), day(2027, 3, 27));
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 3, 28), 22, 30)), day(2027, 3, 29));
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 10, 30), 22, 30)), day(2027, 10, 31));
    EXPECT_EQ(amsterdam.day_of(utc(day(2027, 10, 31), 22, 30)), day(2027, 10, 31));
}

TEST(TimeZone, KeepsSummerTimePastTheListedYears) {
    const TimeZone amsterdam;
    for (int year = 2030; year < 2120; ++year) {
        EXPECT_EQ(amsterdam.day_of(utc(day(year, 6, 30), 22)), day(year, 7, 1)) << year;
        EXPECT_EQ(amsterdam.day_of(utc(day(year, 12, 30), 22, 30)), day(year, 12, 30)) << year;
        EXPECT_EQ(amsterdam.day_of(utc(day(year, 12, 31), 23)), day(year + 1, 1, 1)) << year;
    }
    // The last Sunday of March 2045 is the 26th.
    EXPECT_EQ(amsterdam.day_of(utc(day(2045, 3, 25), 22, 30)), day(2045, 3, 25));
    EXPECT_EQ(amsterdam.day_of(utc(day(2045, 3, 26), 22, 30)), day(2045, 3, 27));
}

TEST(TimeZone, KnowsTheEdgesOfTheCalendar) {
    const TimeZone amsterdam;
    EXPECT_EQ(amsterdam.day_of(-1), day(1970, 1, 1));
    EXPECT_EQ(amsterdam.day_of(-3601), day(1969, 12, 31));
    EXPECT_EQ(amsterdam.day_of(utc(day(1, 1, 1), 0)), day(1, 1, 1));
    EXPECT_EQ(amsterdam.day_of(utc(day(9999, 12, 31), 22)), day(9999, 12, 31));
    EXPECT_EQ(amsterdam.day_of(utc(day(9999, 12, 31), 23, 30)), Day::open_after());
    EXPECT_EQ(amsterdam.day_of(std::numeric_limits<std::int64_t>::max()), Day::open_after());
    EXPECT_EQ(amsterdam.day_of(std::numeric_limits<std::int64_t>::min()), Day::open_before());
}

TEST(TimeZone, IsReadFromSeveralThreads) {
    const TimeZone amsterdam;
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t) {
        threads.emplace_back([&amsterdam, &wrong, t] {
            for (int n = 0; n < 2000; ++n) {
                const Day asked = Day::from_days(20000 + n);
                wrong[t] += amsterdam.day_of(utc(asked, 12)) == asked ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace koppelkans::time
