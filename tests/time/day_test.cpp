#include "engine/time/day.h"

#include <limits>

#include <gtest/gtest.h>

namespace koppelkans::time {
namespace {

Day day(int year, int month, int day_of_month) {
    return Day::from_ymd(year, month, day_of_month).value();
}

TEST(Day, CountsFromTheEpoch) {
    EXPECT_EQ(day(1970, 1, 1).days(), 0);
    EXPECT_EQ(day(1969, 12, 31).days(), -1);
    EXPECT_EQ(day(2000, 3, 1).days(), 11017);
    EXPECT_EQ(day(1, 1, 1).days(), -719162);
    EXPECT_EQ(day(9999, 12, 31).days(), 2932896);
}

TEST(Day, HasNoDayOutsideTheCalendar) {
    EXPECT_FALSE(Day::from_ymd(2027, 2, 29));
    EXPECT_TRUE(Day::from_ymd(2028, 2, 29));
    EXPECT_FALSE(Day::from_ymd(1900, 2, 29));
    EXPECT_TRUE(Day::from_ymd(2000, 2, 29));
    EXPECT_FALSE(Day::from_ymd(2027, 4, 31));
    EXPECT_FALSE(Day::from_ymd(2027, 13, 1));
    EXPECT_FALSE(Day::from_ymd(2027, 0, 1));
    EXPECT_FALSE(Day::from_ymd(2027, 1, 0));
    EXPECT_FALSE(Day::from_ymd(0, 1, 1));
    EXPECT_FALSE(Day::from_ymd(10000, 1, 1));
    EXPECT_FALSE(Day::from_ymd(2027, -1, -1));
}

TEST(Day, GoesThereAndBackForEveryDayOfFourCenturies) {
    CalendarDate previous{1799, 12, 31};
    for (std::int32_t n = day(1800, 1, 1).days(); n <= day(2199, 12, 31).days(); ++n) {
        const CalendarDate date = calendar_date(Day::from_days(n));
        ASSERT_LT(previous, date);
        ASSERT_EQ(day(date.year, date.month, date.day).days(), n);
        previous = date;
    }
    EXPECT_EQ(previous, (CalendarDate{2199, 12, 31}));
}

TEST(Day, OpenEndsSortAroundEveryDay) {
    EXPECT_LT(Day::open_before(), day(1, 1, 1));
    EXPECT_GT(Day::open_after(), day(9999, 12, 31));
    EXPECT_TRUE(Day::open_before().is_open());
    EXPECT_TRUE(Day::open_after().is_open());
    EXPECT_FALSE(day(2027, 4, 15).is_open());
}

TEST(Day, IsWrittenAsIso) {
    EXPECT_EQ(iso(day(2027, 4, 5)), "2027-04-05");
    EXPECT_EQ(iso(day(1, 1, 1)), "0001-01-01");
    EXPECT_EQ(iso(Day::open_after()), "");
    EXPECT_EQ(iso(Day::open_before()), "");
}

TEST(Day, IsReadFromIsoAlone) {
    EXPECT_EQ(day_of_iso("2027-04-05"), day(2027, 4, 5));
    EXPECT_EQ(day_of_iso("0001-01-01"), day(1, 1, 1));
    for (const char* text : {"", "2027", "2027-02-30", "2027-4-5", "2027/04/05", "20270405--",
                             "2027-04-05T00:00", " 2027-04-05", "2027-O4-05", "-027-04-05"}) {
        EXPECT_FALSE(day_of_iso(text)) << text;
    }
}

TEST(Day, MovesByDaysUpToTheEdgesOfTheCalendar) {
    EXPECT_EQ(plus_days(day(2028, 2, 28), 1), day(2028, 2, 29));
    EXPECT_EQ(plus_days(day(2028, 3, 1), -1), day(2028, 2, 29));
    EXPECT_EQ(plus_days(day(9999, 12, 30), 1), day(9999, 12, 31));
    EXPECT_EQ(plus_days(day(9999, 12, 31), 1), Day::open_after());
    EXPECT_EQ(plus_days(day(1, 1, 1), -1), Day::open_before());
    EXPECT_EQ(plus_days(day(2027, 1, 1), std::numeric_limits<std::int64_t>::max()),
              Day::open_after());
    EXPECT_EQ(plus_days(day(2027, 1, 1), std::numeric_limits<std::int64_t>::min()),
              Day::open_before());
    EXPECT_EQ(plus_days(Day::open_before(), 10), Day::open_before());
    EXPECT_EQ(plus_days(Day::open_after(), -10), Day::open_after());
}

TEST(Day, IsClampedToTheCalendar) {
    EXPECT_EQ(clamped_to_calendar(Day::open_before()), day(1, 1, 1));
    EXPECT_EQ(clamped_to_calendar(Day::open_after()), day(9999, 12, 31));
    EXPECT_EQ(clamped_to_calendar(day(2027, 4, 15)), day(2027, 4, 15));
}

TEST(Day, KnowsTheLengthOfMonths) {
    EXPECT_EQ(days_in_month(2027, 1), 31);
    EXPECT_EQ(days_in_month(2027, 2), 28);
    EXPECT_EQ(days_in_month(2028, 2), 29);
    EXPECT_EQ(days_in_month(2100, 2), 28);
    EXPECT_EQ(days_in_month(2027, 4), 30);
    EXPECT_EQ(days_in_month(2027, 12), 31);
}

TEST(Day, CountsDaysBetween) {
    EXPECT_EQ(days_between(day(2027, 12, 31), day(2028, 1, 1)), 1);
    EXPECT_EQ(days_between(day(2028, 1, 1), day(2027, 12, 31)), -1);
    EXPECT_EQ(days_between(day(1, 1, 1), day(9999, 12, 31)), 3652058);
    EXPECT_EQ(days_between(Day::open_before(), day(2028, 1, 1)), std::nullopt);
    EXPECT_EQ(days_between(day(2028, 1, 1), Day::open_after()), std::nullopt);
}

}  // namespace
}  // namespace koppelkans::time
