#include "engine/report/dossier.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::Act;
using report::Dossier;
using report::GebiedKind;
using report::Kans;
using report::KansRow;
using report::ResultData;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> pairs_of(const std::vector<Kans>& kansen) {
    std::vector<std::string> pairs;
    for (const Kans& kans : kansen) {
        pairs.push_back(kans.a->opgave_id + " " + kans.b->opgave_id);
    }
    return pairs;
}

std::vector<std::string> ids_of(const std::vector<const report::OpgaveRow*>& opgaven) {
    std::vector<std::string> ids;
    for (const report::OpgaveRow* opgave : opgaven) {
        ids.push_back(opgave->opgave_id);
    }
    return ids;
}

TEST(Dossiers, of_a_buurt_hold_its_rows_in_order_of_promise) {
    const Report report;
    const Dossier noord = report.buurt("BU00010001");
    EXPECT_THAT(pairs_of(noord.koppelkansen),
                ElementsAre("riool:1 warmte:1", "groen:1 riool:1", "bomen:1 riool:1"));
    EXPECT_THAT(pairs_of(noord.gebiedskansen), ElementsAre("riool:1 sociaal:1"));
    EXPECT_EQ(noord.aantal_kansrijk, 2);
    EXPECT_DOUBLE_EQ(noord.koppel_m2, 480);
    EXPECT_EQ(noord.max_gelijktijdig, 3);
    EXPECT_EQ(noord.drukste_dag, day(2030, 1, 1));
    EXPECT_EQ(noord.afgekeurd.size(), 2U);
    EXPECT_EQ(noord.afgekeurd[0], &report.data().afgekeurd->front());
}

TEST(Dossiers, of_a_wijk_hold_a_pair_once_with_the_sum_of_its_ground) {
    const Report report;
    const Dossier wijk = report.dossier(GebiedKind::wijk, "WK000101");
    EXPECT_THAT(pairs_of(wijk.koppelkansen),
                ElementsAre("riool:1 warmte:1", "groen:1 riool:1", "bomen:1 riool:1"));
    const Kans& best = wijk.koppelkansen[0];
    EXPECT_DOUBLE_EQ(best.oppervlakte_m2, 500);
    ASSERT_TRUE(best.gedeeld_m3);
    EXPECT_DOUBLE_EQ(*best.gedeeld_m3, 750);
    EXPECT_THAT(best.rows, ElementsAre(2U, 3U));
    EXPECT_EQ(best.row, &report.data().koppelkansen[2]) << "of the first buurt";
    EXPECT_FALSE(wijk.koppelkansen[1].gedeeld_m3) << "none is none, not 0";
    ASSERT_EQ(wijk.gebiedskansen.size(), 1U);
    EXPECT_DOUBLE_EQ(wijk.gebiedskansen[0].oppervlakte_m2, 700);
    EXPECT_DOUBLE_EQ(wijk.koppel_m2, 680);
    EXPECT_EQ(wijk.max_gelijktijdig, 3) << "of the wijk, not a sum";
}

TEST(Dossiers, count_shared_digging_that_only_one_buurt_tells) {
    ResultData data = scene();
    data.koppelkansen[2].gedeeld_m3.reset();
    const Report report(data);
    EXPECT_EQ(report.dossier(GebiedKind::wijk, "WK000101").koppelkansen[0].gedeeld_m3, 300);
}

TEST(Dossiers, do_not_take_the_other_direction_of_a_risico_for_the_same) {
    ResultData data = scene();
    report::RisicoRow back = data.risicos->at(1);
    std::swap(back.eerst, back.daarna);
    back.ernst = 881;
    data.risicos->push_back(back);
    const Report report(data);
    const Dossier haven = report.buurt("BU00010003");
    ASSERT_EQ(haven.risicos.size(), 3U);
    EXPECT_EQ(haven.risicos[0].eerst->opgave_id, "kabel:1");
    EXPECT_EQ(haven.risicos[1].eerst->opgave_id, "weg:1");
}

TEST(Dossiers, put_the_heaviest_risico_first_and_sum_it_over_buurten) {
    ResultData data = scene();
    report::RisicoRow south = data.risicos->at(0);
    south.buurtcode = "BU00010002";
    south.ernst = 900;
    south.oppervlakte_m2 = 1000;
    data.risicos->insert(data.risicos->begin(), south);
    const Report report(data);
    const Dossier gemeente = report.dossier(GebiedKind::gemeente, "GM0001");
    ASSERT_EQ(gemeente.risicos.size(), 2U);
    EXPECT_EQ(gemeente.risicos[0].eerst->opgave_id, "oud:1");
    EXPECT_DOUBLE_EQ(gemeente.risicos[0].ernst, 950);
    EXPECT_DOUBLE_EQ(gemeente.risicos[0].oppervlakte_m2, 1060);
    EXPECT_THAT(gemeente.risicos[0].rows, ElementsAre(0U, 1U));
}

report::CombinatieRow combinatie(const std::string& id, std::vector<std::string> opgaven,
                                 std::int64_t soorten, double oppervlakte_m2) {
    report::CombinatieRow row;
    row.combinatie_id = id;
    row.buurtcode = "BU00010001";
    row.opgaven = std::move(opgaven);
    row.aantal_soorten = soorten;
    row.oppervlakte_m2 = oppervlakte_m2;
    return row;
}

TEST(Dossiers, put_most_soorten_first_then_most_ground) {
    ResultData data = scene();
    data.combinaties = {combinatie("c", {"groen:1", "riool:1", "weg:1"}, 3, 10),
                        combinatie("b", {"groen:1", "riool:1", "sloop:1"}, 3, 20),
                        combinatie("d", {"kabel:1", "riool:1", "sloop:1"}, 3, 20),
                        combinatie("a", {"groen:1", "kabel:1", "riool:1", "weg:1"}, 4, 1)};
    const Report report(data);
    std::vector<std::string> ids;
    for (const report::Combinatie& one : report.buurt("BU00010001").combinaties) {
        ids.push_back(one.row->combinatie_id);
    }
    EXPECT_THAT(ids, ElementsAre("a", "b", "d", "c"));
}

TEST(Dossiers, hold_a_combinatie_of_two_buurten_once) {
    ResultData data = scene();
    data.combinaties->push_back(data.combinaties->front());
    data.combinaties->back().buurtcode = "BU00010002";
    const Report report(data);
    const Dossier wijk = report.dossier(GebiedKind::wijk, "WK000101");
    ASSERT_EQ(wijk.combinaties.size(), 1U);
    EXPECT_DOUBLE_EQ(wijk.combinaties[0].oppervlakte_m2, 150);
    EXPECT_THAT(ids_of(wijk.combinaties[0].opgaven), ElementsAre("groen:1", "riool:1", "warmte:1"));
}

TEST(Dossiers, list_plans_by_id_and_not_what_is_done) {
    const Report report;
    EXPECT_THAT(ids_of(report.buurt("BU00010003").opgaven),
                ElementsAre("kabel:1", "sloop:1", "weg:1"));
    EXPECT_THAT(ids_of(report.dossier(GebiedKind::wijk, "WK000101").opgaven),
                ElementsAre("bomen:1", "groen:1", "riool:1", "sociaal:1", "warmte:1"));
    EXPECT_THAT(ids_of(report.buurt("BU00010001").sociaal), ElementsAre("sociaal:1"));
}

TEST(Dossiers, add_opgaven_that_only_a_row_names) {
    Report report;
    report.places.clear();
    EXPECT_THAT(ids_of(report.buurt("BU00010001").opgaven),
                ElementsAre("bomen:1", "groen:1", "riool:1", "sociaal:1", "warmte:1"));
    EXPECT_THAT(ids_of(report.buurt("BU00010003").opgaven),
                ElementsAre("kabel:1", "sloop:1", "weg:1"));
}

TEST(Dossiers, leave_out_pairs_of_which_one_is_not_in_the_result) {
    ResultData data = scene();
    std::erase_if(data.opgaven, [](const auto& row) { return row.opgave_id == "warmte:1"; });
    std::erase_if(data.opgaven, [](const auto& row) { return row.opgave_id == "oud:1"; });
    const Report report(data);
    const Dossier gemeente = report.dossier(GebiedKind::gemeente, "GM0001");
    EXPECT_THAT(pairs_of(gemeente.koppelkansen), ElementsAre("groen:1 riool:1", "kabel:1 weg:1",
                                                             "kabel:1 sloop:1", "bomen:1 riool:1"));
    EXPECT_EQ(gemeente.aantal_kansrijk, 1);
    ASSERT_EQ(gemeente.risicos.size(), 1U);
}

TEST(Dossiers, leave_out_combinaties_of_which_one_is_not_in_the_result) {
    ResultData data = scene();
    data.combinaties->push_back(
        combinatie("x", {"groen:1", "riool:1", "warmte:1", "weg:9"}, 4, 999));
    const Report report(data);
    const Dossier noord = report.buurt("BU00010001");
    ASSERT_EQ(noord.combinaties.size(), 1U);
    EXPECT_EQ(noord.combinaties[0].row->combinatie_id, "BU00010001-c");
}

TEST(Dossiers, add_opgaven_that_only_a_combinatie_names) {
    ResultData data = scene();
    data.koppelkansen.clear();
    data.gebiedskansen->clear();
    Report report(data);
    report.places.clear();
    EXPECT_THAT(ids_of(report.buurt("BU00010001").opgaven),
                ElementsAre("groen:1", "riool:1", "warmte:1"));
}

TEST(Dossiers, are_empty_where_layers_are_absent) {
    ResultData data = scene();
    data.gebiedskansen.reset();
    data.combinaties.reset();
    data.risicos.reset();
    data.wijken.reset();
    data.afgekeurd.reset();
    const Report report(data);
    const Dossier wijk = report.dossier(GebiedKind::wijk, "WK000101");
    EXPECT_THAT(wijk.gebiedskansen, IsEmpty());
    EXPECT_THAT(wijk.combinaties, IsEmpty());
    EXPECT_THAT(wijk.risicos, IsEmpty());
    EXPECT_EQ(wijk.max_gelijktijdig, 0) << "the layer of wijken would tell";
    EXPECT_FALSE(wijk.drukste_dag);
    EXPECT_EQ(wijk.koppelkansen.size(), 3U);
}

TEST(Dossiers, of_a_whole_result_hold_each_row_once) {
    ResultData data = scene();
    data.risicos->push_back(data.risicos->front());
    data.risicos->back().buurtcode = "BU00010001";
    data.combinaties->push_back(data.combinaties->front());
    data.combinaties->back().buurtcode = "BU00010002";
    const Report report(data);
    const Dossier whole = report::dossier_of_all(report.index());
    EXPECT_EQ(whole.risicos.size(), 2U);
    EXPECT_EQ(whole.combinaties.size(), 1U);
    EXPECT_EQ(whole.gebiedskansen.size(), 1U);
    EXPECT_DOUBLE_EQ(whole.koppel_m2, 1610);
    EXPECT_EQ(whole.opgaven.size(), 8U);
}

TEST(Promise, of_a_whole_result_has_each_pair_once) {
    const Report report;
    EXPECT_THAT(pairs_of(report::dossier_of_all(report.index()).koppelkansen),
                ElementsAre("riool:1 warmte:1", "groen:1 riool:1", "kabel:1 weg:1",
                            "kabel:1 sloop:1", "bomen:1 riool:1"));
}

/// Rows of a kind each; a kans points into them.
struct Rows {
    std::vector<KansRow> rows;

    Kans kans(std::size_t at, double oppervlakte_m2) const {
        Kans kans;
        kans.row = &rows[at];
        kans.oppervlakte_m2 = oppervlakte_m2;
        return kans;
    }
};

KansRow row_of(const std::string& aanhaken, const std::string& zekerheid, const std::string& a,
               const std::string& b) {
    KansRow row;
    row.aanhaken = aanhaken;
    row.tijd_zekerheid = zekerheid;
    row.opgave_a = a;
    row.opgave_b = b;
    return row;
}

TEST(Promise, is_room_to_join_then_certainty_then_ground_then_ids) {
    // Each row promises more than the next, by one thing alone.
    const Rows list{{row_of("kansrijk", "zeker", "a", "b"), row_of("kansrijk", "zeker", "a", "c"),
                     row_of("kansrijk", "zeker", "b", "a"), row_of("kansrijk", "zeker", "a", "a"),
                     row_of("kansrijk", "mogelijk", "a", "a"), row_of("krap", "zeker", "a", "a"),
                     row_of("lopend", "zeker", "a", "a"), row_of("", "zeker", "a", "a")}};
    const double m2[] = {10, 10, 10, 9, 99, 999, 9999, 99999};
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        for (std::size_t j = 0; j < list.rows.size(); ++j) {
            EXPECT_EQ(report::promises_more(list.kans(i, m2[i]), list.kans(j, m2[j])), i < j)
                << i << " and " << j;
        }
    }
}

/// The order said in words rather than compared as tuples.
bool promises_more_slowly(const Kans& x, const Kans& y) {
    for (const char* aanhaken : {"kansrijk", "krap", "lopend"}) {
        if ((x.row->aanhaken == aanhaken) != (y.row->aanhaken == aanhaken)) {
            return x.row->aanhaken == aanhaken;
        }
    }
    if ((x.row->tijd_zekerheid == "zeker") != (y.row->tijd_zekerheid == "zeker")) {
        return x.row->tijd_zekerheid == "zeker";
    }
    if (x.oppervlakte_m2 > y.oppervlakte_m2 || x.oppervlakte_m2 < y.oppervlakte_m2) {
        return x.oppervlakte_m2 > y.oppervlakte_m2;
    }
    return x.row->opgave_a == y.row->opgave_a ? x.row->opgave_b < y.row->opgave_b
                                              : x.row->opgave_a < y.row->opgave_a;
}

TEST(Promise, is_the_order_of_its_slow_twin_and_a_strict_weak_one) {
    std::mt19937 random(7);
    const auto one_of = [&random](const std::vector<std::string>& words) {
        return words[random() % words.size()];
    };
    Rows list;
    std::vector<double> m2;
    for (int i = 0; i < 60; ++i) {
        list.rows.push_back(row_of(one_of({"kansrijk", "krap", "lopend", "", "anders"}),
                                   one_of({"zeker", "mogelijk"}), one_of({"a", "b"}),
                                   one_of({"c", "d"})));
        m2.push_back(static_cast<double>(random() % 3));
    }
    const auto before = [&](std::size_t i, std::size_t j) {
        return report::promises_more(list.kans(i, m2[i]), list.kans(j, m2[j]));
    };
    const auto equal = [&](std::size_t i, std::size_t j) { return !before(i, j) && !before(j, i); };
    for (std::size_t i = 0; i < m2.size(); ++i) {
        EXPECT_FALSE(before(i, i));
        for (std::size_t j = 0; j < m2.size(); ++j) {
            EXPECT_EQ(before(i, j), promises_more_slowly(list.kans(i, m2[i]), list.kans(j, m2[j])));
            EXPECT_FALSE(before(i, j) && before(j, i));
            for (std::size_t k = 0; k < m2.size(); ++k) {
                EXPECT_TRUE(!before(i, j) || !before(j, k) || before(i, k));
                EXPECT_TRUE(!equal(i, j) || !equal(j, k) || equal(i, k));
            }
        }
    }
}

report::ActBefore act_of(const std::string& aanhaken, std::optional<time::Day> eerste_start,
                         time::Period aanloop = {24, 0}) {
    KansRow row;
    row.aanhaken = aanhaken;
    row.eerste_start = eerste_start;
    report::RunRow run;
    run.peildatum = day(2026, 11, 21);
    run.aanloop = aanloop;
    return report::act_before(row, run);
}

TEST(Acts, while_there_is_room_go_by_the_start_of_the_aanloop) {
    const report::ActBefore act = act_of("kansrijk", day(2029, 3, 1));
    EXPECT_EQ(act.act, Act::join_in_time);
    EXPECT_EQ(act.day, day(2027, 3, 1));
    EXPECT_EQ(act_of("kansrijk", day(2032, 2, 29)).day, day(2030, 2, 28)) << "29 Feb less 2 years";
    EXPECT_EQ(act_of("kansrijk", day(2032, 2, 29), {48, 0}).day, day(2028, 2, 29));
    EXPECT_EQ(act_of("kansrijk", day(2029, 5, 31), {6, 10}).day, day(2028, 11, 20));
}

TEST(Acts, that_are_pressing_go_by_the_first_start) {
    EXPECT_EQ(act_of("krap", day(2027, 4, 1)).act, Act::join_now);
    EXPECT_EQ(act_of("krap", day(2027, 4, 1)).day, day(2027, 4, 1));
    EXPECT_EQ(act_of("krap", std::nullopt).act, Act::join_now);
    EXPECT_FALSE(act_of("krap", std::nullopt).day);
}

TEST(Acts, on_works_under_way_or_undated_have_no_day) {
    EXPECT_EQ(act_of("lopend", day(2026, 1, 1)).act, Act::tune_in);
    EXPECT_FALSE(act_of("lopend", day(2026, 1, 1)).day);
    EXPECT_EQ(act_of("", day(2029, 1, 1)).act, Act::ask_dates);
    EXPECT_FALSE(act_of("", day(2029, 1, 1)).day);
    EXPECT_EQ(act_of("kansrijk", std::nullopt).act, Act::ask_dates) << "kansrijk without a start";
}

}  // namespace

}  // namespace koppelkans::test
