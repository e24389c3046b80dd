#include "engine/report/overview.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::Calendar;
using report::CalendarColumn;
using report::DomeinMatrix;
using report::ResultData;
using report::SoortMatrix;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

report::BuurtRow counted_buurt(const std::string& code, std::int64_t kansrijk,
                               std::int64_t koppelkansen, double koppel_m2) {
    report::BuurtRow row;
    row.buurtcode = code;
    row.aantal_kansrijk = kansrijk;
    row.aantal_koppelkansen = koppelkansen;
    row.koppel_m2 = koppel_m2;
    return row;
}

TEST(Rankings, go_by_kansrijk_then_koppelkansen_then_ground_then_code) {
    ResultData data;
    data.buurten = {counted_buurt("f", 0, 9, 99), counted_buurt("e", 1, 1, 1),
                    counted_buurt("d", 1, 1, 1),  counted_buurt("c", 1, 1, 2),
                    counted_buurt("b", 1, 2, 0),  counted_buurt("a", 2, 2, 0)};
    EXPECT_THAT(report::ranking_of(data), ElementsAre(5U, 4U, 3U, 2U, 1U, 0U));
    EXPECT_THAT(report::ranking_of({}), IsEmpty());
}

/// Starts of an opgave a soort; none: open or, with `undated`, not known.
struct Starting {
    std::string soort;
    std::optional<time::Day> start;
    bool is_undated = false;
};

ResultData starting(const std::vector<Starting>& list) {
    ResultData data;
    data.run.peildatum = day(2026, 11, 21);
    for (const Starting& one : list) {
        report::OpgaveRow& row = data.opgaven.emplace_back();
        row.opgave_id = "x:" + std::to_string(data.opgaven.size());
        row.soort = one.soort;
        row.start = one.start;
        row.tijd_onbekend = one.is_undated;
    }
    return data;
}

std::vector<std::string> heads_of(const Calendar& calendar) {
    std::vector<std::string> heads;
    for (const Calendar::Column& column : calendar.columns) {
        heads.push_back(column.kind == CalendarColumn::earlier   ? "earlier"
                        : column.kind == CalendarColumn::later   ? "later"
                        : column.kind == CalendarColumn::undated ? "undated"
                                                                 : std::to_string(column.year));
    }
    return heads;
}

TEST(Calendars, have_a_column_for_each_start_and_the_years_between) {
    const Calendar calendar = report::calendar_of(starting({{"riool", day(2026, 1, 1)},
                                                            {"riool", day(2029, 12, 31)},
                                                            {"groen", day(2025, 12, 31)},
                                                            {"groen", std::nullopt},
                                                            {"groen", day(2036, 1, 1)},
                                                            {"bomen", std::nullopt, true}}),
                                                  {});
    EXPECT_THAT(heads_of(calendar),
                ElementsAre("earlier", "2026", "2027", "2028", "2029", "later", "undated"));
    ASSERT_EQ(calendar.rows.size(), 3U);
    EXPECT_EQ(calendar.rows[0].soort, "bomen");
    EXPECT_THAT(calendar.rows[0].counts, ElementsAre(0, 0, 0, 0, 0, 0, 1));
    EXPECT_EQ(calendar.rows[1].soort, "groen");
    EXPECT_THAT(calendar.rows[1].counts, ElementsAre(2, 0, 0, 0, 0, 1, 0));
    EXPECT_THAT(calendar.rows[2].counts, ElementsAre(0, 1, 0, 0, 1, 0, 0));
    EXPECT_THAT(calendar.opgaven, ElementsAre(2, 1, 0, 0, 1, 1, 1));
    EXPECT_THAT(calendar.koppelkansen, ElementsAre(0, 0, 0, 0, 0, 0, 0));
}

TEST(Calendars, reach_ten_years_from_that_of_the_peildatum) {
    EXPECT_THAT(heads_of(report::calendar_of(starting({{"a", day(2035, 12, 31)}}), {})),
                ElementsAre("2026", "2027", "2028", "2029", "2030", "2031", "2032", "2033", "2034",
                            "2035"));
    EXPECT_THAT(heads_of(report::calendar_of(starting({{"a", day(2036, 1, 1)}}), {})),
                ElementsAre("later"));
    EXPECT_THAT(heads_of(report::calendar_of(starting({{"a", day(1950, 1, 1)}}), {})),
                ElementsAre("earlier"));
    EXPECT_THAT(heads_of(report::calendar_of(starting({}), {})), IsEmpty());
}

TEST(Calendars, count_koppelkansen_once_and_no_work_that_is_done) {
    const Report report;
    const Calendar calendar =
        report::calendar_of(report.data(), report::dossier_of_all(report.index()).koppelkansen);
    EXPECT_THAT(heads_of(calendar), ElementsAre("2026", "2027", "2028", "2029", "2030", "undated"));
    EXPECT_THAT(calendar.opgaven, ElementsAre(1, 3, 0, 2, 1, 1)) << "oud:1 is done";
    EXPECT_THAT(calendar.koppelkansen, ElementsAre(1, 1, 0, 2, 0, 1));
}

TEST(SoortMatrices, hold_each_pair_of_soorten_once) {
    const Report report;
    const SoortMatrix matrix =
        report::soort_matrix_of(report::dossier_of_all(report.index()).koppelkansen);
    EXPECT_THAT(matrix.soorten, ElementsAre("bomen", "elektriciteit", "groen", "rioolvervanging",
                                            "sloop", "warmtenet", "wegonderhoud"));
    using Place = std::pair<std::size_t, std::size_t>;
    EXPECT_THAT(matrix.counts,
                ElementsAre(Pair(Place(3, 0), 1), Pair(Place(3, 2), 1), Pair(Place(4, 1), 1),
                            Pair(Place(5, 3), 1), Pair(Place(6, 1), 1)));
    EXPECT_EQ(matrix.most, 1);
}

TEST(SoortMatrices, are_the_same_whichever_of_two_comes_first) {
    ResultData data = scene();
    const Report one(data);
    for (report::KansRow& row : data.koppelkansen) {
        std::swap(row.opgave_a, row.opgave_b);
    }
    data.opgaven[0].soort = "warmtenet";
    ResultData same = scene();
    same.opgaven[0].soort = "warmtenet";
    const Report turned(data);
    const Report straight(same);
    const SoortMatrix matrix =
        report::soort_matrix_of(report::dossier_of_all(turned.index()).koppelkansen);
    EXPECT_EQ(
        matrix.counts,
        report::soort_matrix_of(report::dossier_of_all(straight.index()).koppelkansen).counts);
    EXPECT_EQ(matrix.most, 2) << "riool meets two of warmtenet";
    EXPECT_THAT(report::soort_matrix_of({}).soorten, IsEmpty());
}

TEST(DomeinMatrices, count_in_which_koppelkansen_of_a_buurt_a_domein_takes_part) {
    const Report report;
    const DomeinMatrix matrix = report::domein_matrix_of(report.index());
    EXPECT_THAT(matrix.domeinen, ElementsAre("energie", "groen", "water", "wegen", "wonen"));
    ASSERT_EQ(matrix.rows.size(), 3U);
    EXPECT_EQ(matrix.rows[0].buurt, 0U);
    EXPECT_THAT(matrix.rows[0].counts, ElementsAre(1, 2, 3, 0, 0));
    EXPECT_EQ(matrix.rows[1].buurt, 2U) << "more koppelkansen than Zuid";
    EXPECT_THAT(matrix.rows[1].counts, ElementsAre(2, 0, 0, 1, 1));
    EXPECT_EQ(matrix.rows[2].buurt, 1U);
    EXPECT_EQ(matrix.most, 3);
}

TEST(DomeinMatrices, tell_who_meets_most_first) {
    const Report report;
    using Place = std::pair<std::size_t, std::size_t>;
    const DomeinMatrix matrix = report::domein_matrix_of(report.index());
    EXPECT_THAT(matrix.rows[0].pairs, ElementsAre(Pair(Place(1, 2), 2), Pair(Place(0, 2), 1)));
    EXPECT_THAT(matrix.rows[1].pairs, ElementsAre(Pair(Place(0, 3), 1), Pair(Place(0, 4), 1)));
}

TEST(DomeinMatrices, count_a_domein_that_meets_itself_once) {
    ResultData data = scene();
    opgave_in(data, "sloop:1").domein = "energie";
    const Report report(data);
    using Place = std::pair<std::size_t, std::size_t>;
    const DomeinMatrix matrix = report::domein_matrix_of(report.index());
    EXPECT_THAT(matrix.domeinen, ElementsAre("energie", "groen", "water", "wegen"));
    EXPECT_THAT(matrix.rows[1].counts, ElementsAre(2, 0, 0, 1));
    EXPECT_THAT(matrix.rows[1].pairs, ElementsAre(Pair(Place(0, 0), 1), Pair(Place(0, 3), 1)));
}

TEST(DomeinMatrices, of_no_koppelkansen_are_empty) {
    ResultData data = scene();
    data.koppelkansen.clear();
    const Report report(data);
    EXPECT_THAT(report::domein_matrix_of(report.index()).rows, IsEmpty());
}

TEST(ClassEnds, part_counts_in_classes_of_about_one_size) {
    EXPECT_THAT(report::class_ends({1, 2, 3, 4, 5, 6}, 3), ElementsAre(2, 4, 6));
    EXPECT_THAT(report::class_ends({9, 0, 1, 0, 5}, 3), ElementsAre(1, 5, 9)) << "0 is no count";
    EXPECT_THAT(report::class_ends({7, 3}, 5), ElementsAre(3, 7));
}

TEST(ClassEnds, of_equal_counts_are_one) {
    EXPECT_THAT(report::class_ends({4, 4, 4, 4}, 5), ElementsAre(4));
    EXPECT_THAT(report::class_ends({1, 1, 1, 1, 9}, 2), ElementsAre(1, 9));
}

TEST(ClassEnds, of_nothing_are_none) {
    EXPECT_THAT(report::class_ends({}, 5), IsEmpty());
    EXPECT_THAT(report::class_ends({0, 0}, 5), IsEmpty());
    EXPECT_THAT(report::class_ends({3}, 0), IsEmpty());
}

TEST(ClassEnds, put_every_count_in_exactly_one_class) {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::int64_t> counts(random() % 40);
        const std::uint64_t highest = 1 + random() % 50;
        for (std::int64_t& count : counts) {
            count = static_cast<std::int64_t>(random() % highest);
        }
        const std::size_t most = 1 + random() % 6;
        const std::vector<std::int64_t> ends = report::class_ends(counts, most);
        EXPECT_LE(ends.size(), most);
        EXPECT_EQ(std::adjacent_find(ends.begin(), ends.end(), std::greater_equal<>()), ends.end());
        for (const std::int64_t count : counts) {
            std::int64_t from = 0;
            int classes = 0;
            for (const std::int64_t end : ends) {
                classes += count > from && count <= end ? 1 : 0;
                from = end;
            }
            EXPECT_EQ(classes, count > 0 ? 1 : 0) << count;
        }
        for (const std::int64_t end : ends) {
            EXPECT_EQ(std::count(counts.begin(), counts.end(), end) > 0, true) << "no empty class";
        }
    }
}

}  // namespace

}  // namespace koppelkans::test
