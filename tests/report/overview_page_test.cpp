#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/report/page.h"
#include "tests/report/html_reader.h"
#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::ResultData;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

HtmlPage overview(ResultData data = scene(), const std::string& language = "nl") {
    return read_html(Report(std::move(data), language).overview());
}

TEST(OverviewPages, have_their_sections_in_order) {
    const HtmlPage page = overview();
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.texts("h1"), ElementsAre("Overzicht koppelkansen"));
    EXPECT_THAT(page.texts("h2"), ElementsAre("Wat opvalt", "Kerncijfers",
                                              "De tien beste koppelkansen", "Ranglijst van buurten",
                                              "Wanneer werk begint", "Welke soorten elkaar treffen",
                                              "Welke afdelingen met elkaar moeten praten",
                                              "Bladen per gebied", "Wat is weggelaten"));
}

TEST(OverviewPages, tell_what_stands_out) {
    EXPECT_THAT(overview().in_section("Wat opvalt", "p"),
                ElementsAre("Het resultaat telt 8 opgaven in 3 buurten, en 5 paren op dezelfde "
                            "plek en binnen 2 jaar, waarvan 2 kansrijk.",
                            "De beste kans is Riool Dorpsstraat samen met Warmtenet Noord: 500 m² "
                            "gedeelde grond, aanhaken kan tot en met 1 maart 2027.",
                            "De meeste kansen liggen in Noord: 3 koppelkansen op 480 m²."));
}

TEST(OverviewPages, say_how_they_count) {
    EXPECT_THAT(
        overview().texts("p"),
        Contains("Elk paar telt hier één keer, ook over buurtgrenzen; de ranglijst telt per "
                 "buurt. Niet meegeteld: één opgave waarvan het werk klaar is en de graafrust "
                 "nog loopt."));
}

TEST(OverviewPages, name_the_buurt_with_most_ground_of_those_with_most_koppelkansen) {
    ResultData data = scene();
    data.buurten[1].aantal_koppelkansen = data.buurten[0].aantal_koppelkansen;
    data.buurten[1].koppel_m2 = data.buurten[0].koppel_m2 + 1;
    EXPECT_THAT(overview(data).in_section("Wat opvalt", "p")[2],
                testing::HasSubstr("De meeste kansen liggen in Zuid"));
}

TEST(OverviewPages, speak_of_one_as_one) {
    ResultData data = scene();
    data.buurten = {data.buurten[2]};
    data.buurten[0].aantal_koppelkansen = 1;
    data.koppelkansen = {data.koppelkansen[5]};
    std::erase_if(data.opgaven, [](const auto& row) {
        return row.opgave_id != "kabel:1" && row.opgave_id != "weg:1";
    });
    EXPECT_EQ(overview(data).in_section("Wat opvalt", "p")[0],
              "Het resultaat telt 2 opgaven in 1 buurt, en één paar op dezelfde plek en binnen 2 "
              "jaar, waarvan geen kansrijk.");
    EXPECT_EQ(overview(data, "en").in_section("What stands out", "p")[0],
              "The result has 2 opgaven in 1 buurt, and one pair at the same place and within 2 "
              "years, of which none promising.");
}

TEST(OverviewPages, of_no_koppelkansen_say_so) {
    ResultData data = scene();
    data.koppelkansen.clear();
    for (report::BuurtRow& buurt : data.buurten) {
        buurt.aantal_koppelkansen = 0;
    }
    const HtmlPage page = overview(data);
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.in_section("Wat opvalt", "p"),
                ElementsAre("Het resultaat telt 8 opgaven in 3 buurten; geen twee daarvan vormen "
                            "een koppelkans binnen 2 jaar."));
    EXPECT_THAT(page.texts("h2"),
                ElementsAre("Wat opvalt", "Kerncijfers", "Ranglijst van buurten",
                            "Wanneer werk begint", "Bladen per gebied", "Wat is weggelaten"));
    EXPECT_THAT(page.in_section("Ranglijst van buurten", "li"), ElementsAre("geen koppelkansen"));
}

TEST(OverviewPages, have_key_figures_over_all_buurten) {
    const HtmlPage page = overview();
    EXPECT_THAT(
        page.in_section("Kerncijfers", "dt"),
        ElementsAre("Buurten", "Opgaven", "Koppelkansen (paren)", "Waarvan kansrijk",
                    "Grond onder koppelkansen", "Combinaties", "Risico's", "Rijen weggelaten"));
    EXPECT_THAT(page.in_section("Kerncijfers", "dd"),
                ElementsAre("3", "8", "5", "2", "1.610 m²", "1", "2", "2"));
}

TEST(OverviewPages, list_the_best_with_their_last_day_and_their_buurten) {
    const HtmlPage page = overview();
    const auto rows = page.rows("De tien beste koppelkansen");
    ASSERT_EQ(rows.size(), 4U) << "what is one project already is left out";
    EXPECT_EQ(rows[0][2], "Noord, Zuid");
    EXPECT_EQ(rows[0][6], "1 maart 2027");
    EXPECT_EQ(rows[1][2], "Noord");
    EXPECT_EQ(rows[2][2], "Haven");
    EXPECT_EQ(rows[2][6], "vóór 1 april 2027");
    EXPECT_EQ(rows[3][6], "datum onbekend");
    std::vector<std::string> links;
    for (const HtmlElement& element : page.elements) {
        if (element.name == "a" && page.elements[element.parent].name == "td") {
            links.push_back(element.text + " " + element.attribute("href"));
        }
    }
    EXPECT_THAT(links, ElementsAre("Noord buurt/BU00010001.html", "Zuid buurt/BU00010002.html",
                                   "Noord buurt/BU00010001.html", "Haven buurt/BU00010003.html",
                                   "Noord buurt/BU00010001.html"));
}

TEST(OverviewPages, list_ten_and_count_the_others) {
    ResultData data = scene();
    const report::KansRow row = data.koppelkansen[1];
    const report::OpgaveRow opgave = opgave_in(data, "groen:1");
    for (int i = 0; i < 12; ++i) {
        data.opgaven.push_back(opgave);
        data.opgaven.back().opgave_id = fmt::format("z:{:02}", i);
        data.koppelkansen.push_back(row);
        data.koppelkansen.back().opgave_b = data.opgaven.back().opgave_id;
    }
    const HtmlPage page = overview(data);
    EXPECT_EQ(page.rows("De tien beste koppelkansen").size(), 10U);
    EXPECT_THAT(page.in_section("De tien beste koppelkansen", "p"),
                ElementsAre("6 koppelkansen meer staan in de werkmap."));
}

TEST(OverviewPages, rank_buurten_with_links) {
    const HtmlPage page = overview();
    EXPECT_THAT(page.rows("Ranglijst van buurten"),
                ElementsAre(ElementsAre("1", "Noord", "3", "2", "480 m²", "1", "0", "5"),
                            ElementsAre("2", "Zuid", "1", "1", "200 m²", "0", "0", "3"),
                            ElementsAre("3", "Haven", "2", "0", "930 m²", "0", "2", "3")));
    EXPECT_THAT(page.values("a", "href"), Contains("buurt/BU00010003.html"));
}

TEST(OverviewPages, rank_fifty_buurten_and_count_the_others) {
    ResultData data = scene();
    for (int i = 0; i < 60; ++i) {
        data.buurten.push_back(data.buurten[1]);
        data.buurten.back().buurtcode = fmt::format("BU0002{:04}", i);
    }
    const HtmlPage page = overview(data);
    EXPECT_EQ(page.rows("Ranglijst van buurten").size(), 50U);
    EXPECT_THAT(page.in_section("Ranglijst van buurten", "p"),
                ElementsAre("13 buurten meer staan in de werkmap."));
}

TEST(OverviewPages, colour_buurten_by_their_koppelkansen) {
    const HtmlPage page = overview();
    EXPECT_THAT(page.in_section("Ranglijst van buurten", "li"), ElementsAre("1", "2", "3"));
    EXPECT_THAT(
        page.values("rect", "aria-label"),
        ElementsAre(
            "Kaart van 3 buurten, noord boven, donkerder naarmate er meer koppelkansen zijn."));
    ResultData data = scene();
    data.buurten[1].aantal_koppelkansen = 0;
    data.buurten[2].aantal_koppelkansen = 0;
    EXPECT_THAT(overview(data).in_section("Ranglijst van buurten", "li"),
                ElementsAre("geen koppelkansen", "1 – 3"));
}

TEST(OverviewPages, have_a_calendar_with_sums) {
    const HtmlPage page = overview();
    EXPECT_THAT(page.in_section("Wanneer werk begint", "th"),
                testing::IsSupersetOf({"Soort", "2026", "2030", "geen datum"}));
    const auto rows = page.rows("Wanneer werk begint");
    ASSERT_EQ(rows.size(), 10U);
    EXPECT_THAT(rows[0], ElementsAre("Bomen", "", "", "", "", "", "1"));
    EXPECT_THAT(rows[8], ElementsAre("Alle opgaven", "1", "3", "0", "2", "1", "1"));
    EXPECT_THAT(rows[9], ElementsAre("Koppelkansen", "1", "1", "0", "2", "0", "1"));
}

TEST(OverviewPages, show_which_soorten_meet_from_both_sides) {
    const auto rows = overview().rows("Welke soorten elkaar treffen");
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_THAT(rows[0], ElementsAre("1 Bomen", "", "", "", "1", "", "", ""));
    EXPECT_THAT(rows[3], ElementsAre("4 Rioolvervanging", "1", "", "1", "", "", "1", ""));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            EXPECT_EQ(rows[i][j + 1], rows[j][i + 1]) << i << " and " << j;
        }
    }
}

TEST(OverviewPages, show_which_domeinen_must_talk) {
    EXPECT_THAT(overview().rows("Welke afdelingen met elkaar moeten praten"),
                ElementsAre(ElementsAre("Noord", "1", "2", "3", "", "",
                                        "Groen met Water (2) en Energie met Water (1)"),
                            ElementsAre("Haven", "2", "", "", "1", "1",
                                        "Energie met Wegen (1) en Energie met Wonen (1)"),
                            ElementsAre("Zuid", "1", "", "1", "", "", "Energie met Water (1)")));
}

TEST(OverviewPages, say_what_was_left_out_and_why) {
    const HtmlPage page = overview();
    EXPECT_THAT(page.in_section("Wat is weggelaten", "tr"),
                ElementsAre("RedenRijen", "Een datum of duur is niet te lezen1",
                            "Er is geen geometrie en geen gebiedscode1",
                            "BronGelezenGeanalyseerdSamengevoegdAfgekeurd", "riool1.2001.19091",
                            "bomen5401", "Samen1.2051.19492"));
    ResultData data = scene();
    data.afgekeurd->clear();
    EXPECT_THAT(overview(data).in_section("Wat is weggelaten", "p"),
                ElementsAre("Geen enkele rij is weggelaten."));
    data.afgekeurd.reset();
    EXPECT_THAT(
        overview(data).in_section("Wat is weggelaten", "p"),
        ElementsAre(
            "De laag afgekeurd staat niet in het resultaat; daarover zegt dit rapport niets."));
}

TEST(OverviewPages, list_all_pages) {
    EXPECT_THAT(overview().in_section("Bladen per gebied", "li"),
                ElementsAre("Noord", "Zuid", "Haven"));
}

TEST(OverviewPages, without_layers_or_pages_leave_out_what_belongs_to_them) {
    ResultData data = scene();
    data.combinaties.reset();
    data.risicos.reset();
    Report report(data);
    report.werkmap.clear();
    const HtmlPage page = read_html(report::overview_page(
        {}, {}, {ground_at(0, 0), ground_at(100, 0), ground_at(200, 0)}, report.context()));
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.rows("Ranglijst van buurten")[0],
                ElementsAre("1", "Noord", "3", "2", "480 m²", "5"));
    EXPECT_THAT(page.values("a", "href"), ElementsAre("#inhoud"));
    EXPECT_THAT(overview().values("a", "href"), Contains("../koppelkansen.xlsx"));
    EXPECT_THAT(page.texts("h2"), Not(Contains("Bladen per gebied")));
    EXPECT_THAT(page.in_section("Kerncijfers", "dt"), SizeIs(6));
}

TEST(OverviewPages, without_ground_have_no_map) {
    const Report report;
    const HtmlPage page = read_html(report::overview_page({}, {}, {{}, {}, {}}, report.context()));
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.texts("svg"), IsEmpty());
    EXPECT_EQ(page.rows("Ranglijst van buurten").size(), 3U);
}

TEST(OverviewPages, of_an_empty_result_are_pages) {
    ResultData data;
    data.run = scene().run;
    const HtmlPage page = read_html(Report(data).overview());
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.texts("h2"), ElementsAre("Wat opvalt", "Kerncijfers", "Ranglijst van buurten",
                                              "Wat is weggelaten"));
}

}  // namespace

}  // namespace koppelkans::test
