#include "engine/time/period.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::time {
namespace {

Day day(int year, int month, int day_of_month) {
    return Day::from_ymd(year, month, day_of_month).value();
}

struct PeriodCase {
    std::string text;
    Period expected;
};

TEST(Period, IsReadFromIsoAndFromWords) {
    const std::vector<PeriodCase> cases = {
        {"P2Y", {24, 0}},
        {"p2y", {24, 0}},
        {"P1Y6M", {18, 0}},
        {"P18M", {18, 0}},
        {"P4W", {0, 28}},
        {"P10D", {0, 10}},
        {"P1Y2M3D", {14, 3}},
        {"P0Y", {0, 0}},
        {"P0D", {0, 0}},
        {"2 jaar", {24, 0}},
        {"2jaar", {24, 0}},
        {" 2\xC2\xA0JAAR ", {24, 0}},
        {"2 jaren", {24, 0}},
        {"2 jr.", {24, 0}},
        {"24 maanden", {24, 0}},
        {"1 maand", {1, 0}},
        {"18 mnd", {18, 0}},
        {"18 mnd.", {18, 0}},
        {"6 weken", {0, 42}},
        {"1 week", {0, 7}},
        {"8 wk", {0, 56}},
        {"30 dagen", {0, 30}},
        {"1 dag", {0, 1}},
        {"0 dagen", {0, 0}},
        {"1 jaar en 6 maanden", {18, 0}},
        {"1 jaar, 6 maanden", {18, 0}},
        {"1 jaar 6 mnd. en 3 dagen", {18, 3}},
        {"anderhalf jaar", {18, 0}},
        {"Anderhalf  Jaar", {18, 0}},
        {"1,5 jaar", {18, 0}},
        {"1.5 jaar", {18, 0}},
        {"0,25 jaar", {3, 0}},
        {"0,500000 jaar", {6, 0}},
        {"2,0 jaar", {24, 0}},
        {"2 years", {24, 0}},
        {"1 year and 6 months", {18, 0}},
        {"1 year 6 mons", {18, 0}},  // as PostgreSQL writes an interval
        {"1 mon", {1, 0}},
        {"3 weeks", {0, 21}},
        {"5 days", {0, 5}},
        {"9999 jaar", {119988, 0}},
    };
    for (const PeriodCase& c : cases) {
        EXPECT_EQ(read_period(c.text), c.expected) << c.text;
        EXPECT_EQ(read_duration(c.text), c.expected) << c.text;
    }
}

TEST(Period, IsEmptyForAnythingElse) {
    const std::vector<std::string> texts = {
        "",
        "P",
        "PT24H",
        "P2",
        "2Y",
        "P-2Y",
        "-2 jaar",
        "-P2Y",
        "P2YM",
        "P6M1Y",
        "P1Y1Y",
        "P1M1M",
        "jaar",
        "een jaar",
        "2 eeuwen",
        "1,3 jaar",
        "1,5 maanden",
        "2 jaar 2 jaar",
        "2 maanden 1 jaar",
        "2 jaar en",
        "en 2 jaar",
        "10000 jaar",
        "P10000Y",
        "999999999999999999999 dagen",
        "2 jaar extra",
        "anderhalf",
        "anderhalf maand",
        "1,5",
        "1,,5 jaar",
        "~2 jaar",
        "P2Y onbekend",
        "2 jaar - 3 jaar",
        "1,1234567 jaar",
        "0,5000000 jaar",
        std::string(300, '1') + " jaar",
        "2 jaar" + std::string(1, '\0'),
        "2 ja\xFFr",
    };
    for (const std::string& text : texts) {
        EXPECT_EQ(read_period(text), std::nullopt) << text;
        EXPECT_EQ(read_duration(text), std::nullopt) << text;
    }
}

TEST(Period, TakesABareNumberAsDaysOnlyAsADuration) {
    for (const std::string text : {"90", " 90 ", "90.0", "90,0", "90.00", "090"}) {
        EXPECT_EQ(read_duration(text), (Period{0, 90})) << text;
        EXPECT_EQ(read_period(text), std::nullopt) << text;
    }
    EXPECT_EQ(read_duration("0"), Period{});
    EXPECT_EQ(read_duration("0.0"), Period{});
    for (const std::string text : {"90.5", "1.000", "-90", "+90", "9e1", "90.", ".5", "4000000"}) {
        EXPECT_EQ(read_duration(text), std::nullopt) << text;
    }
}

TEST(Period, AddsMonthsFirstAndStaysInTheMonth) {
    EXPECT_EQ(plus(day(2028, 2, 29), {12, 0}), day(2029, 2, 28));
    EXPECT_EQ(plus(day(2028, 2, 29), {48, 0}), day(2032, 2, 29));
    EXPECT_EQ(plus(day(2027, 1, 31), {1, 0}), day(2027, 2, 28));
    EXPECT_EQ(plus(day(2027, 1, 31), {1, 1}), day(2027, 3, 1));
    EXPECT_EQ(plus(day(2027, 12, 15), {1, 0}), day(2028, 1, 15));
    EXPECT_EQ(plus(day(2027, 4, 15), {0, 20}), day(2027, 5, 5));
    EXPECT_EQ(plus(day(2027, 4, 15), {}), day(2027, 4, 15));
    EXPECT_EQ(minus(day(2028, 2, 29), {12, 0}), day(2027, 2, 28));
    EXPECT_EQ(minus(day(2027, 3, 31), {1, 0}), day(2027, 2, 28));
    EXPECT_EQ(minus(day(2027, 1, 15), {13, 0}), day(2025, 12, 15));
    EXPECT_EQ(minus(day(2027, 3, 31), {1, 1}), day(2027, 2, 27));
}

TEST(Period, LeavesOpenEndsAndOpensPastTheCalendar) {
    const Period long_time{119988, 0};
    EXPECT_EQ(plus(Day::open_before(), {12, 3}), Day::open_before());
    EXPECT_EQ(plus(Day::open_after(), {12, 3}), Day::open_after());
    EXPECT_EQ(minus(Day::open_before(), {12, 3}), Day::open_before());
    EXPECT_EQ(minus(Day::open_after(), {12, 3}), Day::open_after());
    EXPECT_EQ(plus(day(2027, 1, 1), long_time), Day::open_after());
    EXPECT_EQ(minus(day(2027, 1, 1), long_time), Day::open_before());
    EXPECT_EQ(plus(day(9998, 12, 31), {12, 0}), day(9999, 12, 31));
    EXPECT_EQ(plus(day(9998, 12, 31), {12, 1}), Day::open_after());
    EXPECT_EQ(minus(day(2, 1, 1), {12, 0}), day(1, 1, 1));
    EXPECT_EQ(minus(day(2, 1, 1), {13, 0}), Day::open_before());
}

TEST(Period, NeverTurnsTheOrderOfDays) {
    for (const Period period : {Period{1, 0}, Period{12, 0}, Period{24, 0}, Period{1, 5}}) {
        Day later = plus(day(2027, 1, 1), period);
        Day earlier = minus(day(2027, 1, 1), period);
        for (std::int32_t n = day(2027, 1, 1).days(); n < day(2029, 12, 31).days(); ++n) {
            ASSERT_LE(later, plus(Day::from_days(n), period));
            ASSERT_LE(earlier, minus(Day::from_days(n), period));
            later = plus(Day::from_days(n), period);
            earlier = minus(Day::from_days(n), period);
        }
    }
}

TEST(Period, IsWrittenAsIso) {
    EXPECT_EQ(iso(Period{24, 0}), "P2Y");
    EXPECT_EQ(iso(Period{18, 0}), "P1Y6M");
    EXPECT_EQ(iso(Period{11, 0}), "P11M");
    EXPECT_EQ(iso(Period{23, 0}), "P1Y11M");
    EXPECT_EQ(iso(Period{5, 0}), "P5M");
    EXPECT_EQ(iso(Period{0, 10}), "P10D");
    EXPECT_EQ(iso(Period{14, 3}), "P1Y2M3D");
    EXPECT_EQ(iso(Period{}), "P0D");
    EXPECT_EQ(read_period(iso(Period{14, 3})), (Period{14, 3}));
}

}  // namespace
}  // namespace koppelkans::time
