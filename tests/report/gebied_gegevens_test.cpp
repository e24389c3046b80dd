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
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// What the data does not say, and lists that are cut.

std::vector<std::string> gegevens(const std::string& code, ResultData data = scene(),
                                  const std::string& language = "nl") {
    const Report made(std::move(data), language);
    const HtmlPage page = read_html(made.buurt_page(code));
    EXPECT_THAT(page.faults, IsEmpty());
    return page.in_section(
        language == "nl" ? "Wat de gegevens niet zeggen" : "What the data does not say", "li");
}

const char* const nobody_reported =
    "Een plek kan meer kansen hebben dan de bronnen laten zien: wat niemand heeft opgegeven, staat "
    "er niet in.";

TEST(Gegevens, tell_what_lacks_a_date_an_end_or_a_trekker) {
    EXPECT_THAT(gegevens("BU00010003"),
                ElementsAre("Van één opgave is het eind niet bekend; gerekend is met de periode "
                            "van de start.",
                            "Alle opgaven hier hebben een datum, en geen rij die hier ligt is "
                            "weggelaten.",
                            "In het hele resultaat zijn 2 rijen van de 1.205 weggelaten; het "
                            "overzicht zegt waarom.",
                            nobody_reported));
    EXPECT_THAT(gegevens("BU00010001"), Contains("Van één opgave is niet bekend wie ze trekt."));
    EXPECT_THAT(gegevens("BU00010001"), Not(Contains(HasSubstr("is het eind niet bekend"))))
        << "what has no date at all is told once";
}

TEST(Gegevens, list_the_rows_that_were_left_out_here) {
    const std::vector<std::string> lines = gegevens("BU00010001");
    EXPECT_THAT(lines, Contains("riool x9: Een datum of duur is niet te lezen (start: "
                                "\"straks\")"));
    EXPECT_THAT(lines, Contains("bomen 1.012: Er is geen geometrie en geen gebiedscode"))
        << "without an id, by its number";
    EXPECT_THAT(lines, Contains(HasSubstr("2 rijen die hier liggen zijn weggelaten:")));
    EXPECT_THAT(lines, Not(Contains(HasSubstr("Alle opgaven hier hebben een datum"))));
}

ResultData many_rows(std::size_t count) {
    ResultData data = scene();
    data.afgekeurd->assign(count, data.afgekeurd->front());
    return data;
}

TEST(Gegevens, speak_of_one_as_one) {
    ResultData data = scene();
    data.afgekeurd->resize(1);
    data.bronnen[1].afgekeurd = 0;
    EXPECT_THAT(gegevens("BU00010001", data),
                Contains(HasSubstr("Eén rij die hier ligt is weggelaten:")));
    EXPECT_THAT(gegevens("BU00010001", data),
                Contains("In het hele resultaat is één rij van de 1.205 weggelaten; het overzicht "
                         "zegt waarom."));
    EXPECT_THAT(gegevens("BU00010001", data, "en"),
                Contains(HasSubstr("One row that lies here was left out:")));
}

TEST(Gegevens, say_that_what_no_one_dates_is_joined_to_nothing_only_where_that_is_so) {
    EXPECT_THAT(gegevens("BU00010001"), Contains("Eén opgave zonder datum: bomen:1."))
        << "it has a koppelkans: the run took what has no date along";
    ResultData data = scene();
    data.koppelkansen.erase(data.koppelkansen.begin());
    EXPECT_THAT(gegevens("BU00010001", data),
                Contains("Eén opgave zonder datum: bomen:1. Wat geen datum heeft, is aan niets "
                         "gekoppeld."));
}

TEST(Gegevens, list_twenty_rows_and_count_the_others) {
    EXPECT_THAT(gegevens("BU00010001", many_rows(20)), Not(Contains(HasSubstr("zie de laag"))));
    EXPECT_THAT(gegevens("BU00010001", many_rows(1500)),
                Contains("en 1.480 meer, zie de laag afgekeurd"));
}

/// As many koppelkansen in Noord, each between riool:1 and an opgave of its own.
ResultData many_kansen(std::size_t count) {
    ResultData data = scene();
    const report::KansRow row = data.koppelkansen[1];
    const report::OpgaveRow opgave = opgave_in(data, "groen:1");
    data.koppelkansen.clear();
    std::erase_if(data.opgaven, [](const auto& one) { return one.opgave_id != "riool:1"; });
    for (std::size_t i = 0; i < count; ++i) {
        data.koppelkansen.push_back(row);
        data.koppelkansen.back().opgave_b = fmt::format("z:{:04}", i);
        data.koppelkansen.back().opgave_a = "riool:1";
        data.koppelkansen.back().oppervlakte_m2 = 1000.0 + static_cast<double>(i);
        data.opgaven.push_back(opgave);
        data.opgaven.back().opgave_id = fmt::format("z:{:04}", i);
        data.opgaven.back().naam = fmt::format("Groen {}", i);
    }
    return data;
}

TEST(LongLists, of_a_hundred_are_whole) {
    const HtmlPage page = read_html(Report(many_kansen(100)).buurt_page("BU00010001"));
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_EQ(page.rows("Koppelkansen").size(), 100U);
    EXPECT_THAT(page.in_section("Koppelkansen", "p"), IsEmpty());
}

TEST(LongLists, are_cut_and_say_how_many_there_are_more) {
    const HtmlPage page = read_html(Report(many_kansen(250)).buurt_page("BU00010001"));
    const auto rows = page.rows("Koppelkansen");
    ASSERT_EQ(rows.size(), 100U);
    EXPECT_EQ(rows[0][2], "1.249 m²") << "most ground first";
    EXPECT_EQ(rows[99][0], "100");
    EXPECT_THAT(page.in_section("Koppelkansen", "p"),
                ElementsAre("150 koppelkansen meer staan in de werkmap."));
    EXPECT_EQ(page.rows("Alle opgaven").size(), 200U);
    EXPECT_THAT(page.in_section("Alle opgaven", "p"),
                ElementsAre("51 opgaven meer staan in de werkmap."));
}

TEST(LongLists, that_lack_one_say_so_in_the_singular) {
    const HtmlPage page = read_html(Report(many_kansen(101)).buurt_page("BU00010001"));
    EXPECT_THAT(page.in_section("Koppelkansen", "p"),
                ElementsAre("Eén koppelkans meer staat in de werkmap."));
}

TEST(LongLists, without_a_workbook_lead_to_the_result) {
    Report report(many_kansen(102));
    report.werkmap.clear();
    const HtmlPage page = read_html(report.buurt_page("BU00010001"));
    EXPECT_THAT(page.in_section("Koppelkansen", "p"),
                ElementsAre("2 koppelkansen meer staan in het resultaat."));
}

TEST(LongLists, of_combinaties_and_risicos_are_cut_and_say_so) {
    ResultData data = scene();
    for (int i = 0; i < 60; ++i) {
        const std::string id = fmt::format("z:{:04}", i);
        data.opgaven.push_back(opgave_in(data, "groen:1"));
        data.opgaven.back().opgave_id = id;
        data.combinaties->push_back(data.combinaties->front());
        data.combinaties->back().opgaven[0] = id;
        data.risicos->push_back(data.risicos->front());
        data.risicos->back().buurtcode = "BU00010001";
        data.risicos->back().daarna = id;
    }
    const HtmlPage page = read_html(Report(data).buurt_page("BU00010001"));
    EXPECT_EQ(page.rows("Waar drie of meer soorten samenkomen").size(), 30U);
    EXPECT_THAT(page.in_section("Waar drie of meer soorten samenkomen", "p"),
                ElementsAre("31 combinaties meer staan in de werkmap."));
    EXPECT_EQ(page.rows("Waar de straat twee keer open dreigt te gaan").size(), 50U);
    EXPECT_THAT(page.in_section("Waar de straat twee keer open dreigt te gaan", "p"),
                ElementsAre("10 risico's meer staan in de werkmap."));
}

TEST(LongLists, draw_what_fits_and_say_what_does_not) {
    const HtmlPage page = read_html(Report(many_kansen(250)).buurt_page("BU00010001"));
    EXPECT_THAT(
        page.in_section("Tijdlijn", "figcaption")[0],
        HasSubstr("Getekend zijn de 15 beste koppelkansen. 211 opgaven zijn niet getekend."));
    EXPECT_THAT(page.values("svg", "aria-label"),
                Contains(HasSubstr("Tijdlijn van 40 opgaven van 2026 tot en met 2030, met 15 "
                                   "koppelkansen")));
    const std::string caption = page.in_section("Kaart", "figcaption")[0];
    EXPECT_THAT(caption, HasSubstr(" nummers of namen was geen plaats."));
    std::size_t drawn = 0;
    for (const HtmlElement& element : page.elements) {
        drawn += element.name == "path" && element.attribute("stroke") == "#00402F" ? 1 : 0;
    }
    EXPECT_EQ(drawn, report::most_drawn_kansen);
}

TEST(LongLists, of_social_opgaven_are_cut_and_say_so) {
    ResultData data = many_kansen(210);
    for (report::OpgaveRow& row : data.opgaven) {
        row.type = "sociaal";
    }
    const HtmlPage page = read_html(Report(data).buurt_page("BU00010001"));
    EXPECT_EQ(page.in_section("Sociale opgaven", "h3").size(), 100U);
    EXPECT_THAT(page.in_section("Sociale opgaven", "p"),
                ElementsAre("111 opgaven meer staan in de werkmap."));
    EXPECT_THAT(page.in_section("Sociale opgaven", "dd"), Contains(HasSubstr("\n205 meer")))
        << "five partners by name";
}

TEST(LongLists, of_kansen_with_a_whole_gebied_are_ten) {
    ResultData data = many_kansen(15);
    data.gebiedskansen = data.koppelkansen;
    const HtmlPage page = read_html(Report(data).buurt_page("BU00010001"));
    EXPECT_EQ(page.rows("Kansen met een heel gebied").size(), 10U);
    EXPECT_THAT(page.in_section("Kansen met een heel gebied", "p"),
                Contains("5 meer staan in de werkmap."));
}

}  // namespace

}  // namespace koppelkans::test
