#include "engine/time/horizon.h"

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::time {
namespace {

using Zekerheid = std::optional<TijdZekerheid>;
constexpr Zekerheid zeker = TijdZekerheid::zeker;
constexpr Zekerheid mogelijk = TijdZekerheid::mogelijk;
constexpr Zekerheid none = std::nullopt;

const Day peildatum = *Day::from_ymd(2026, 11, 21);

Tijdlijn tijdlijn(std::string_view start, std::string_view eind) {
    return std::get<Tijdlijn>(build_tijdlijn({start, eind, ""}, peildatum, TimeZone()));
}

/// Both ways round, which must agree.
Zekerheid within(const Tijdlijn& a, const Tijdlijn& b, const HorizonRule& rule) {
    const Zekerheid result = within_horizon(a, b, rule);
    EXPECT_EQ(within_horizon(b, a, rule), result);
    return result;
}

Tussentijd between(const Tijdlijn& a, const Tijdlijn& b) {
    const Tussentijd result = tussentijd(a, b);
    const Tussentijd swapped = tussentijd(b, a);
    EXPECT_EQ(result.min_days, swapped.min_days);
    EXPECT_EQ(result.max_days, swapped.max_days);
    return result;
}

TEST(WithinHorizon, CountsADayAtTheHorizonAsWithin) {
    const Tijdlijn a = tijdlijn("2026-12-01", "2027-01-15");
    const HorizonRule two_years;
    EXPECT_EQ(within(a, tijdlijn("2029-01-14", "2029-06-01"), two_years), zeker);
    EXPECT_EQ(within(a, tijdlijn("2029-01-15", "2029-06-01"), two_years), zeker);
    EXPECT_EQ(within(a, tijdlijn("2029-01-16", "2029-06-01"), two_years), none);
    const HorizonRule ten_days{{0, 10}, Tijdregel::tussentijd};
    EXPECT_EQ(within(a, tijdlijn("2027-01-25", "2027-02-01"), ten_days), zeker);
    EXPECT_EQ(within(a, tijdlijn("2027-01-26", "2027-02-01"), ten_days), none);
}

TEST(WithinHorizon, EndsOn28FebruaryAfterALeapDay) {
    const Tijdlijn a = tijdlijn("2028-01-01", "2028-02-29");
    const HorizonRule one_year{{12, 0}, Tijdregel::tussentijd};
    EXPECT_EQ(within(a, tijdlijn("2029-02-28", "2029-06-01"), one_year), zeker);
    EXPECT_EQ(within(a, tijdlijn("2029-03-01", "2029-06-01"), one_year), none);
    const HorizonRule four_years{{48, 0}, Tijdregel::tussentijd};
    EXPECT_EQ(within(a, tijdlijn("2032-02-29", "2032-06-01"), four_years), zeker);
    EXPECT_EQ(within(a, tijdlijn("2032-03-01", "2032-06-01"), four_years), none);
}

TEST(WithinHorizon, IsOnlyPossibleWhereSomeDaysAreAndSomeAreNot) {
    const Tijdlijn a = tijdlijn("2026-12-01", "2027");
    const HorizonRule one_year{{12, 0}, Tijdregel::tussentijd};
    // a ends on 1 January 2027 at the earliest, on 31 December 2027 at the latest.
    EXPECT_EQ(within(a, tijdlijn("2028-01-01", "2029"), one_year), zeker);
    EXPECT_EQ(within(a, tijdlijn("2028-01-02", "2029"), one_year), mogelijk);
    EXPECT_EQ(within(a, tijdlijn("2028-12-31", "2029"), one_year), mogelijk);
    EXPECT_EQ(within(a, tijdlijn("2029-01-01", "2029"), one_year), none);
    // The other uncertainty: b's start.
    const Tijdlijn sure = tijdlijn("2026-12-01", "2027-06-30");
    EXPECT_EQ(within(sure, tijdlijn("2028", "2030"), one_year), mogelijk);
    EXPECT_EQ(within(sure, tijdlijn("H1 2028", "2030"), one_year), zeker);
    EXPECT_EQ(within(sure, tijdlijn("H2 2028", "2030"), one_year), none);
}

TEST(WithinHorizon, TakesAnOpenSideAsPossible) {
    const HorizonRule rule;
    const Tijdlijn a = tijdlijn("2027", "2028");
    EXPECT_EQ(within(a, tijdlijn("na 2035", ""), rule), none);
    EXPECT_EQ(within(a, tijdlijn("na 2029", ""), rule), mogelijk);
    EXPECT_EQ(within(a, tijdlijn("voor 2020", "na 2020"), rule), mogelijk);
    EXPECT_EQ(within(a, tijdlijn("uiterlijk 2020", ""), rule), none);
    EXPECT_EQ(within(a, tijdlijn("uiterlijk 2026", ""), rule), mogelijk);
    EXPECT_EQ(within(a, tijdlijn("doorlopend", "doorlopend"), rule), zeker);
    EXPECT_EQ(within(tijdlijn("doorlopend", ""), tijdlijn("na 2035", ""), rule), zeker);
    EXPECT_EQ(within(tijdlijn("2027", "doorlopend"), tijdlijn("2040", "2041"), rule), zeker);
    EXPECT_EQ(within(tijdlijn("2040", "doorlopend"), tijdlijn("2027", "2028"), rule), none);
}

TEST(WithinHorizon, CanNeverBeSureOfAnUnknownTime) {
    const HorizonRule rule;
    const Tijdlijn unknown = tijdlijn("", "");
    EXPECT_EQ(within(unknown, tijdlijn("2027", "2028"), rule), mogelijk);
    EXPECT_EQ(within(unknown, tijdlijn("doorlopend", ""), rule), mogelijk);
    EXPECT_EQ(within(unknown, unknown, rule), mogelijk);
    EXPECT_EQ(within(unknown, unknown, {{24, 0}, Tijdregel::start}), mogelijk);
}

TEST(WithinHorizon, ComparesStartsUnderThatRule) {
    const HorizonRule starts{{24, 0}, Tijdregel::start};
    const HorizonRule gaps{{24, 0}, Tijdregel::tussentijd};
    const Tijdlijn long_work = tijdlijn("2027-01-15", "2035-12-31");
    const Tijdlijn late = tijdlijn("2034-01-01", "2034-06-01");
    EXPECT_EQ(within(long_work, late, gaps), zeker);
    EXPECT_EQ(within(long_work, late, starts), none);
    EXPECT_EQ(within(long_work, tijdlijn("2029-01-15", "2034"), starts), zeker);
    EXPECT_EQ(within(long_work, tijdlijn("2029-01-16", "2034"), starts), none);
    EXPECT_EQ(within(long_work, tijdlijn("2029", "2034"), starts), mogelijk);
    EXPECT_EQ(within(tijdlijn("2027", "2027"), tijdlijn("2028", "2028"), starts), zeker);
    EXPECT_EQ(within(tijdlijn("2027", "2027"), tijdlijn("2029", "2029"), starts), mogelijk);
    EXPECT_EQ(within(tijdlijn("2027", "2027"), tijdlijn("2030", "2030"), starts), none);
    EXPECT_EQ(within(tijdlijn("doorlopend", ""), tijdlijn("2027", ""), starts), mogelijk);
    EXPECT_EQ(within(tijdlijn("doorlopend", ""), tijdlijn("2035", ""), starts), none);
}

TEST(WithinHorizon, TakesAHorizonOfNothing) {
    const HorizonRule none_at_all{{0, 0}, Tijdregel::tussentijd};
    EXPECT_EQ(within(tijdlijn("2027-01-01", "2027-02-01"), tijdlijn("2027-02-01", "2027-03-01"),
                     none_at_all),
              zeker);
    EXPECT_EQ(within(tijdlijn("2027-01-01", "2027-02-01"), tijdlijn("2027-02-02", "2027-03-01"),
                     none_at_all),
              none);
}

TEST(Tussentijd, CountsDaysBetweenEindAndStart) {
    const Tijdlijn a = tijdlijn("2027-01-01", "2027-01-31");
    const Tussentijd next_day = between(a, tijdlijn("2027-02-01", "2027-03-01"));
    EXPECT_EQ(next_day.min_days, 1);
    EXPECT_EQ(next_day.max_days, 1);
    const Tussentijd same_day = between(a, tijdlijn("2027-01-31", "2027-03-01"));
    EXPECT_EQ(same_day.min_days, 0);
    EXPECT_EQ(same_day.max_days, 0);
    const Tussentijd uncertain = between(tijdlijn("2027", "2028"), tijdlijn("2030", "2031"));
    EXPECT_EQ(uncertain.min_days, 366);   // 2028-12-31 to 2030-01-01
    EXPECT_EQ(uncertain.max_days, 1095);  // 2028-01-01 to 2030-12-31
    const Tussentijd one_year = between(tijdlijn("2027", ""), tijdlijn("2027", ""));
    EXPECT_EQ(one_year.min_days, 0);
    EXPECT_EQ(one_year.max_days, 364);
}

TEST(Tussentijd, IsEmptyWhereUnbounded) {
    const Tijdlijn a = tijdlijn("2027-01-01", "2027-12-31");
    const Tussentijd later = between(a, tijdlijn("na 2030", ""));
    EXPECT_EQ(later.min_days, 1097);  // 2027-12-31 to 2031-01-01
    EXPECT_EQ(later.max_days, std::nullopt);
    const Tussentijd earlier = between(a, tijdlijn("uiterlijk 2025", ""));
    EXPECT_EQ(earlier.min_days, 366);  // 2025-12-31 to 2027-01-01
    EXPECT_EQ(earlier.max_days, std::nullopt);
    const Tussentijd unknown = between(a, tijdlijn("", ""));
    EXPECT_EQ(unknown.min_days, 0);
    EXPECT_EQ(unknown.max_days, std::nullopt);
}

TEST(Tussentijd, IsNothingBesideWorkThatGoesOn) {
    const Tussentijd always = between(tijdlijn("doorlopend", ""), tijdlijn("2040", "2041"));
    EXPECT_EQ(always.min_days, 0);
    EXPECT_EQ(always.max_days, 0);
    const Tussentijd open = between(tijdlijn("doorlopend", ""), tijdlijn("na 2040", ""));
    EXPECT_EQ(open.min_days, 0);
    EXPECT_EQ(open.max_days, 0);
}

TEST(Verband, FollowsFromTheTussentijd) {
    EXPECT_EQ(verband({0, 0}), Verband::gelijktijdig);
    EXPECT_EQ(verband({0, 10}), Verband::mogelijk_gelijktijdig);
    EXPECT_EQ(verband({0, std::nullopt}), Verband::mogelijk_gelijktijdig);
    EXPECT_EQ(verband({1, 10}), Verband::na_elkaar);
    EXPECT_EQ(verband({1, std::nullopt}), Verband::na_elkaar);
    EXPECT_EQ(verband({std::nullopt, std::nullopt}), Verband::na_elkaar);
}

TEST(Aanhaken, TellsTheRoomThatIsLeft) {
    const Day day = *Day::from_ymd(2028, 2, 29);
    const Period one_year{12, 0};
    EXPECT_EQ(aanhaken(Day::open_before(), day, one_year), Aanhaken::lopend);
    EXPECT_EQ(aanhaken(*Day::from_ymd(2028, 2, 28), day, one_year), Aanhaken::lopend);
    EXPECT_EQ(aanhaken(day, day, one_year), Aanhaken::lopend);
    EXPECT_EQ(aanhaken(*Day::from_ymd(2028, 3, 1), day, one_year), Aanhaken::krap);
    EXPECT_EQ(aanhaken(*Day::from_ymd(2029, 2, 27), day, one_year), Aanhaken::krap);
    EXPECT_EQ(aanhaken(*Day::from_ymd(2029, 2, 28), day, one_year), Aanhaken::kansrijk);
    EXPECT_EQ(aanhaken(*Day::from_ymd(2028, 3, 1), day, {}), Aanhaken::kansrijk);
}

// The twin: every choice of a start and an eind, one by one.

struct Choice {
    Day start;
    Day eind;
};

std::vector<Choice> choices(const Tijdlijn& tijdlijn) {
    std::vector<Choice> all;
    for (Day start = tijdlijn.s1; start <= tijdlijn.s2; start = plus_days(start, 1)) {
        for (Day eind = std::max(start, tijdlijn.e1); eind <= tijdlijn.e2;
             eind = plus_days(eind, 1)) {
            all.push_back({start, eind});
        }
    }
    return all;
}

bool choice_within(const Choice& a, const Choice& b, const HorizonRule& rule) {
    const Day end_a = rule.regel == Tijdregel::start ? a.start : a.eind;
    const Day end_b = rule.regel == Tijdregel::start ? b.start : b.eind;
    return a.start <= plus(end_b, rule.horizon) && b.start <= plus(end_a, rule.horizon);
}

struct Twin {
    Zekerheid zekerheid;
    std::int64_t min_days = std::numeric_limits<std::int64_t>::max();
    std::int64_t max_days = 0;
};

Twin twin_of(const Tijdlijn& a, const Tijdlijn& b, const HorizonRule& rule) {
    bool some = false;
    bool all = true;
    Twin twin;
    for (const Choice& in_a : choices(a)) {
        for (const Choice& in_b : choices(b)) {
            const bool within = choice_within(in_a, in_b, rule);
            some = some || within;
            all = all && within;
            const std::int64_t days =
                std::max({std::int64_t{0}, *days_between(in_b.eind, in_a.start),
                          *days_between(in_a.eind, in_b.start)});
            twin.min_days = std::min(twin.min_days, days);
            twin.max_days = std::max(twin.max_days, days);
        }
    }
    twin.zekerheid = !some ? none : all ? zeker : mogelijk;
    return twin;
}

class RandomTijdlijnen {
  public:
    Tijdlijn next() {
        // Around the end of a leap February, where calendar arithmetic is at its worst.
        Tijdlijn made;
        made.s1 = plus_days(*Day::from_ymd(2028, 1, 25), pick(0, 45));
        made.s2 = plus_days(made.s1, pick(0, 4));
        made.e1 = plus_days(made.s1, pick(0, 8));
        made.e2 = plus_days(std::max(made.s2, made.e1), pick(0, 4));
        return made;
    }
    HorizonRule next_rule() {
        const Period horizons[] = {{0, 0}, {0, 5}, {0, 20}, {1, 0}, {1, 3}};
        return {horizons[pick(0, 4)], pick(0, 1) == 0 ? Tijdregel::tussentijd : Tijdregel::start};
    }

  private:
    int pick(int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(engine_);
    }
    std::mt19937 engine_{20280229};
};

TEST(HorizonTwin, AgreesWithEveryChoiceOfDays) {
    RandomTijdlijnen random;
    int zekere = 0;
    int mogelijke = 0;
    for (int round = 0; round < 3000; ++round) {
        const Tijdlijn a = random.next();
        const Tijdlijn b = random.next();
        const HorizonRule rule = random.next_rule();
        const Twin twin = twin_of(a, b, rule);
        const Tussentijd days = between(a, b);
        ASSERT_EQ(within(a, b, rule), twin.zekerheid);
        ASSERT_EQ(days.min_days, twin.min_days);
        ASSERT_EQ(days.max_days, twin.max_days);
        zekere += twin.zekerheid == zeker ? 1 : 0;
        mogelijke += twin.zekerheid == mogelijk ? 1 : 0;
    }
    // All three outcomes must have come by often.
    EXPECT_GT(zekere, 300);
    EXPECT_GT(mogelijke, 200);
    EXPECT_LT(zekere + mogelijke, 2700);
}

}  // namespace
}  // namespace koppelkans::time
