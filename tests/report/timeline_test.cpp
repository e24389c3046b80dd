#include "engine/report/timeline.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::test {

namespace {

using report::BarEnd;
using report::KansRow;
using report::OpgaveRow;
using report::Timeline;
using testing::ElementsAre;
using testing::IsEmpty;

time::Day day(int year, int month, int of_month) {
    return *time::Day::from_ymd(year, month, of_month);
}

OpgaveRow opgave(const std::string& id, std::optional<time::Day> start,
                 std::optional<time::Day> eind) {
    OpgaveRow row;
    row.opgave_id = id;
    row.start = start;
    row.eind = eind;
    row.tijd_onbekend = !start && !eind;
    return row;
}

KansRow kans(const std::string& a, const std::string& b) {
    KansRow row;
    row.opgave_a = a;
    row.opgave_b = b;
    return row;
}

const time::Day peildatum = day(2027, 1, 1);
const time::Period two_years{24, 0};

std::vector<std::string> ids(const Timeline& chart) {
    std::vector<std::string> found;
    for (const report::TimelineBar& bar : chart.bars) {
        found.push_back(bar.opgave_id);
    }
    return found;
}

std::vector<int> years(const Timeline& chart) {
    std::vector<int> found;
    for (const report::TimelineYear& year : chart.years) {
        found.push_back(year.year);
    }
    return found;
}

TEST(Timeline, runs_over_whole_years_of_plans_peildatum_and_horizon) {
    EXPECT_THAT(years(report::timeline({}, {}, peildatum, two_years)),
                ElementsAre(2027, 2028, 2029));
    EXPECT_THAT(years(report::timeline({opgave("a", day(2026, 5, 1), day(2031, 1, 1))}, {},
                                       peildatum, two_years)),
                ElementsAre(2026, 2027, 2028, 2029, 2030, 2031));
}

TEST(Timeline, puts_bars_where_their_days_are) {
    const Timeline chart = report::timeline({opgave("a", day(2027, 1, 1), day(2028, 12, 31))}, {},
                                            peildatum, two_years);
    ASSERT_EQ(chart.bars.size(), 1U);
    EXPECT_DOUBLE_EQ(chart.bars[0].x1, chart.years[0].x);
    EXPECT_DOUBLE_EQ(chart.bars[0].x2, chart.years[2].x) << "its last day is in it";
    EXPECT_DOUBLE_EQ(chart.peildatum_x, chart.years[0].x);
    ASSERT_TRUE(chart.horizon_x);
    EXPECT_DOUBLE_EQ(*chart.horizon_x, chart.years[2].x);
    EXPECT_EQ(chart.bars[0].begin, BarEnd::sharp);
    EXPECT_EQ(chart.bars[0].end, BarEnd::sharp);
}

TEST(Timeline, lets_open_and_unknown_ends_fade) {
    OpgaveRow unknown = opgave("c", day(2027, 3, 1), day(2027, 3, 1));
    unknown.eind_onbekend = true;
    const Timeline chart = report::timeline({opgave("a", std::nullopt, day(2027, 6, 1)),
                                             opgave("b", day(2027, 2, 1), std::nullopt), unknown},
                                            {}, peildatum, two_years);
    ASSERT_THAT(ids(chart), ElementsAre("a", "b", "c"));
    EXPECT_EQ(chart.bars[0].begin, BarEnd::fading);
    EXPECT_DOUBLE_EQ(chart.bars[0].x1, chart.left);
    EXPECT_EQ(chart.bars[1].end, BarEnd::fading);
    EXPECT_NEAR(chart.bars[1].x2, chart.width - 12, 1e-9);
    EXPECT_EQ(chart.bars[2].end, BarEnd::fading);
}

TEST(Timeline, lets_what_lies_beyond_its_years_fade) {
    const Timeline chart =
        report::timeline({opgave("a", day(1950, 1, 1), day(2095, 1, 1))}, {}, peildatum, two_years);
    EXPECT_EQ(years(chart).front(), 2019);
    EXPECT_EQ(years(chart).back(), 2037);
    EXPECT_EQ(chart.bars[0].begin, BarEnd::fading);
    EXPECT_EQ(chart.bars[0].end, BarEnd::fading);
    EXPECT_GT(chart.peildatum_x, chart.left);
}

TEST(Timeline, names_what_begins_too_far_off_and_is_not_stretched_by_it) {
    const Timeline chart = report::timeline({opgave("a", day(2027, 1, 1), day(2028, 1, 1)),
                                             opgave("far", day(2060, 1, 1), day(2061, 1, 1))},
                                            {kans("a", "far")}, peildatum, two_years);
    EXPECT_THAT(ids(chart), ElementsAre("a"));
    EXPECT_THAT(chart.later, ElementsAre("far"));
    EXPECT_THAT(chart.links, IsEmpty());
    EXPECT_EQ(years(chart).back(), 2029);
}

TEST(Timeline, gives_each_link_room_for_its_number) {
    std::vector<OpgaveRow> opgaven;
    std::vector<KansRow> kansen;
    for (int i = 0; i < 6; ++i) {
        opgaven.push_back(
            opgave(std::string(1, static_cast<char>('a' + i)), day(2027, 1, 1), day(2029, 12, 31)));
        for (int j = 0; j < i; ++j) {
            kansen.push_back(kans(opgaven[j].opgave_id, opgaven[i].opgave_id));
        }
    }
    const Timeline chart = report::timeline(opgaven, kansen, peildatum, two_years);
    ASSERT_EQ(chart.links.size(), 15U);
    for (std::size_t i = 0; i < chart.links.size(); ++i) {
        EXPECT_GE(chart.links[i].label_y, chart.links[i].y1);
        EXPECT_LE(chart.links[i].label_y, chart.links[i].y2);
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_TRUE(std::abs(chart.links[i].x - chart.links[j].x) >= 20 ||
                        std::abs(chart.links[i].label_y - chart.links[j].label_y) >= 13)
                << i << " and " << j;
        }
    }
}

TEST(Timeline, shows_a_single_day) {
    const Timeline chart =
        report::timeline({opgave("a", day(2028, 2, 2), day(2028, 2, 2))}, {}, peildatum, two_years);
    EXPECT_GE(chart.bars[0].x2 - chart.bars[0].x1, 3);
}

TEST(Timeline, orders_by_start_and_names_the_undated) {
    const Timeline chart = report::timeline(
        {opgave("z", day(2028, 1, 1), day(2028, 2, 1)),
         opgave("b", day(2027, 1, 1), day(2027, 9, 1)),
         opgave("a", day(2027, 1, 1), day(2027, 9, 1)), opgave("x", std::nullopt, std::nullopt)},
        {}, peildatum, two_years);
    EXPECT_THAT(ids(chart), ElementsAre("a", "b", "z"));
    EXPECT_THAT(chart.undated, ElementsAre("x"));
    EXPECT_LT(chart.bars[0].y, chart.bars[1].y);
    EXPECT_GT(chart.height, chart.bars[2].y);
}

TEST(Timeline, links_the_bars_of_a_koppelkans) {
    const Timeline chart = report::timeline({opgave("a", day(2027, 1, 1), day(2027, 12, 31)),
                                             opgave("b", day(2027, 7, 1), day(2028, 6, 30)),
                                             opgave("c", day(2029, 1, 1), day(2029, 2, 1))},
                                            {kans("a", "b"), kans("a", "c"), kans("a", "nowhere")},
                                            peildatum, two_years);
    ASSERT_EQ(chart.links.size(), 2U);
    EXPECT_EQ(chart.links[0].kans, 0U);
    EXPECT_GT(chart.links[0].x, chart.bars[1].x1) << "both at work";
    EXPECT_LT(chart.links[0].x, chart.bars[0].x2);
    EXPECT_GT(chart.links[1].x, chart.bars[0].x2) << "half way between them";
    EXPECT_LT(chart.links[1].x, chart.bars[2].x1);
    EXPECT_DOUBLE_EQ(chart.links[0].y1, chart.bars[0].y);
    EXPECT_DOUBLE_EQ(chart.links[0].y2, chart.bars[1].y);
}

TEST(Timeline, ends_where_the_calendar_does) {
    for (const auto& [now, horizon] :
         {std::pair(peildatum, time::Period{9999 * 12, 0}), std::pair(day(9999, 6, 1), two_years),
          std::pair(day(9995, 1, 1), two_years), std::pair(day(1, 1, 1), two_years)}) {
        const Timeline chart = report::timeline(
            {opgave("a", std::nullopt, day(9999, 12, 31)), opgave("b", now, std::nullopt)},
            {kans("a", "b")}, now, horizon);
        ASSERT_FALSE(chart.years.empty());
        ASSERT_EQ(chart.bars.size(), 2U);
        for (const report::TimelineBar& bar : chart.bars) {
            EXPECT_TRUE(std::isfinite(bar.x1) && std::isfinite(bar.x2));
            EXPECT_LE(bar.x1, bar.x2);
            EXPECT_LE(bar.x2, chart.width);
        }
        EXPECT_TRUE(!chart.horizon_x || std::isfinite(*chart.horizon_x));
    }
    EXPECT_FALSE(report::timeline({}, {}, peildatum, time::Period{9999 * 12, 0}).horizon_x);
}

TEST(Timeline, of_nothing_is_whole) {
    const Timeline chart = report::timeline({}, {}, peildatum, two_years);
    EXPECT_THAT(chart.bars, IsEmpty());
    EXPECT_GT(chart.height, 0);
}

}  // namespace

}  // namespace koppelkans::test
