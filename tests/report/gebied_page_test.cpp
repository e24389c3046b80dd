#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/report/page.h"
#include "tests/report/html_reader.h"
#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::GebiedKind;
using report::ResultData;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

HtmlPage buurt(const std::string& code, ResultData data = scene()) {
    return read_html(Report(std::move(data)).buurt_page(code));
}

std::vector<std::string> column(const HtmlPage& page, const std::string& label, std::size_t at) {
    std::vector<std::string> cells;
    for (const std::vector<std::string>& row : page.rows(label)) {
        cells.push_back(row.at(at));
    }
    return cells;
}

TEST(GebiedPages, have_the_sections_of_a_whole_result_in_their_order) {
    const HtmlPage page = buurt("BU00010001");
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.texts("h1"), ElementsAre("Noord"));
    EXPECT_THAT(page.texts("title"), ElementsAre("Noord - Koppelkansen"));
    EXPECT_THAT(page.values("html", "lang"), ElementsAre("nl"));
    EXPECT_THAT(
        page.texts("h2"),
        ElementsAre("Wat opvalt", "Kerncijfers", "Kaart", "Tijdlijn", "Koppelkansen",
                    "Waar drie of meer soorten samenkomen",
                    "Waar de straat twee keer open dreigt te gaan", "Sociale opgaven",
                    "Kansen met een heel gebied", "Alle opgaven", "Wat de gegevens niet zeggen"));
}

TEST(GebiedPages, say_where_they_stand) {
    ResultData data = scene();
    data.run.aanloop = {18, 0};
    const std::vector<std::string> lines = buurt("BU00010001", data).texts("p");
    EXPECT_EQ(lines[0],
              "Buurt BU00010001, wijk WK000101. Peildatum 21 november 2026, horizon 2 jaar, "
              "aanloop 1 jaar en 6 maanden; gemaakt op 1 december 2026.");
    EXPECT_EQ(lines.back(),
              "Gemaakt met koppelkans 9.9.9 uit koppelkansen.gpkg. Een koppelkans is een paar "
              "opgaven, in de regel van verschillende soort, waarvan de werkgebieden elkaar op de "
              "grond raken en "
              "waarvan de tijdlijnen hoogstens 2 jaar uit elkaar liggen. Kansrijk is een "
              "koppelkans waarvan de eerste start nog minstens 1 jaar en 6 maanden weg is, de "
              "aanloop die "
              "nodig is om werken samen te brengen. Graafrust is de tijd dat grond na werk dicht "
              "hoort te blijven.");
    data.buurten[0].wijkcode.clear();
    EXPECT_THAT(buurt("BU00010001", data).texts("p")[0], HasSubstr("Buurt BU00010001. Peildatum"));
}

TEST(GebiedPages, lead_back_to_the_overview) {
    EXPECT_THAT(buurt("BU00010001").values("a", "href"), ElementsAre("#inhoud", "../index.html"));
    const Report report;
    const report::Dossier dossier = report.buurt("BU00010001");
    report::PageContext context = report.context();
    context.overzicht.clear();
    EXPECT_THAT(read_html(report::gebied_page(dossier, report.ground(dossier), context))
                    .values("a", "href"),
                ElementsAre("#inhoud"));
}

TEST(GebiedPages, have_key_figures_of_the_layers_that_are_there) {
    const HtmlPage page = buurt("BU00010001");
    EXPECT_THAT(page.in_section("Kerncijfers", "dt"),
                ElementsAre("Opgaven", "Koppelkansen", "Waarvan kansrijk",
                            "Grond onder koppelkansen", "Kansen met een heel gebied", "Combinaties",
                            "Risico's", "Meeste opgaven tegelijk"));
    EXPECT_THAT(page.in_section("Kerncijfers", "dd"),
                ElementsAre("5", "3", "2", "480 m²", "1", "1", "0", "3"));
}

TEST(GebiedPages, warn_where_the_plans_were_looked_at_long_ago) {
    ResultData data = scene();
    EXPECT_THAT(buurt("BU00010001", data).texts("strong"), IsEmpty());
    data.run.peildatum = day(2026, 1, 1);
    EXPECT_THAT(buurt("BU00010001", data).texts("strong"),
                ElementsAre("De peildatum is 11 maanden geleden: termijnen kunnen verstreken zijn. "
                            "Draai de plannen opnieuw."));
}

TEST(GebiedPages, list_koppelkansen_with_what_to_do) {
    const HtmlPage page = buurt("BU00010001");
    const auto rows = page.rows("Koppelkansen");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_THAT(rows[0],
                ElementsAre("1",
                            "Riool DorpsstraatRioolvervanging · Gemeente · mrt 2029 – sep "
                            "2029Warmtenet NoordWarmtenet · Warmtebedrijf · jun 2029 – mei 2030",
                            "300 m²\n13 % en <1 % van hun werkgebied\n450 m³ graafwerk",
                            "Kansrijk\ntijd zeker, gelijktijdig",
                            "Breng Gemeente en Warmtebedrijf uiterlijk 1 maart 2027 bij elkaar: "
                            "nog 3 maanden. Riool Dorpsstraat hoort eerst te gaan."));
    EXPECT_THAT(rows[2],
                ElementsAre("3",
                            "bomen:1Bomen · trekker onbekend · datum onbekendRiool "
                            "DorpsstraatRioolvervanging · Gemeente · mrt 2029 – sep 2029",
                            "80 m²", "Datum onbekend\ntijd mogelijk, mogelijk gelijktijdig",
                            "Vraag een datum op bij de trekker van bomen:1."));
    EXPECT_THAT(page.values("span", "style"), Contains("background-color:#0B4F8A"));
    EXPECT_THAT(page.values("span", "class"), Contains("merk kansrijk"));
    EXPECT_THAT(page.values("span", "class"), Contains("merk onbekend"));
}

TEST(GebiedPages, mark_what_is_one_project_and_what_takes_a_risico_away) {
    const auto rows = buurt("BU00010003").rows("Koppelkansen");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_THAT(rows[0][4], HasSubstr("Samen uitvoeren voorkomt dat de grond"));
    EXPECT_EQ(rows[1][3], "Lopend\ntijd zeker, gelijktijdig\nal één project");
    EXPECT_EQ(rows[1][4], "");
}

TEST(GebiedPages, name_the_buurten_of_each_pair_where_there_are_more) {
    const HtmlPage page = read_html(Report().page(GebiedKind::wijk, "WK000101"));
    EXPECT_THAT(page.texts("h1"), ElementsAre("Wijk WK000101"));
    EXPECT_THAT(page.texts("p")[0], testing::StartsWith("2 buurten. Peildatum 21 november 2026"));
    EXPECT_THAT(page.in_section("Kaart", "li"),
                testing::IsSupersetOf({"Grens van Wijk WK000101", "Grens tussen buurten"}));
    EXPECT_THAT(page.texts("p"), Contains("Buurten: Noord en Zuid"));
    EXPECT_THAT(column(page, "Koppelkansen", 2), ElementsAre("Noord, Zuid", "Noord", "Noord"));
    EXPECT_THAT(column(page, "Koppelkansen", 3),
                ElementsAre("500 m²\n25 % en <1 % van hun werkgebied\n750 m³ graafwerk", "120 m²",
                            "80 m²"));
    EXPECT_THAT(column(page, "Kansen met een heel gebied", 2), ElementsAre("Noord, Zuid"));
}

TEST(GebiedPages, list_combinaties) {
    EXPECT_THAT(buurt("BU00010001").rows("Waar drie of meer soorten samenkomen"),
                ElementsAre(ElementsAre("Groen\nRioolvervanging\nWarmtenet",
                                        "Groen Dorpsstraat\nRiool Dorpsstraat\nWarmtenet Noord",
                                        "75 m²", "mrt 2029 – open", "Kansrijk")));
}

TEST(GebiedPages, list_risicos_with_the_koppelkans_that_takes_them_away) {
    EXPECT_THAT(
        buurt("BU00010003").rows("Waar de straat twee keer open dreigt te gaan"),
        ElementsAre(ElementsAre("Asfalt KadeWegonderhoud asfalt · klaar 30 juni 2027",
                                "Kabel KadeElektriciteitskabel · kan beginnen 1 augustus 2027",
                                "30 juni 2032\nmogelijk", "900 m²",
                                "Voer beide samen uit: koppelkans 1 neemt dit risico weg."),
                    ElementsAre("Markt bestraatBestrating en trottoirs · klaar 31 mei 2026",
                                "Asfalt KadeWegonderhoud asfalt · kan beginnen 1 april 2027",
                                "31 mei 2031\nzeker", "60 m²",
                                "Het eerste werk is al klaar: begin na 31 mei 2031.")));
}

TEST(GebiedPages, advise_to_wait_where_no_koppelkans_takes_a_risico_away) {
    ResultData data = scene();
    data.koppelkansen.clear();
    data.risicos->at(1).koppelkans_id.clear();
    const auto doing =
        column(buurt("BU00010003", data), "Waar de straat twee keer open dreigt te gaan", 4);
    EXPECT_EQ(doing[0], "Voer beide samen uit, of begin na 30 juni 2032.");
    data.risicos->at(1).koppelkans_id = "BU00010003-elsewhere";
    EXPECT_EQ(
        column(buurt("BU00010003", data), "Waar de straat twee keer open dreigt te gaan", 4)[0],
        "Voer beide samen uit: er is een koppelkans die dit risico wegneemt.");
}

TEST(GebiedPages, say_that_no_ground_would_be_opened_again) {
    EXPECT_THAT(
        buurt("BU00010001").in_section("Waar de straat twee keer open dreigt te gaan", "p"),
        ElementsAre("Er zijn geen plekken waar grond binnen de graafrust opnieuw open zou gaan."));
}

TEST(GebiedPages, tell_social_opgaven_what_they_could_go_along_with) {
    const HtmlPage page = buurt("BU00010001");
    EXPECT_THAT(page.in_section("Sociale opgaven", "h3"), ElementsAre("Samen eten"));
    EXPECT_THAT(page.in_section("Sociale opgaven", "dt"),
                ElementsAre("Soort", "Trekker", "Wanneer", "Doelstelling", "Kansen volgens de bron",
                            "Budget", "Kan meeliften op"))
        << "no risicos are given";
    EXPECT_THAT(page.in_section("Sociale opgaven", "dd"),
                ElementsAre("Samenleven en integratie", "Welzijn", "jan 2027 – dec 2029",
                            "Minder eenzaamheid", "Een tafel op het plein", "€ 10.000",
                            "Riool Dorpsstraat (mrt 2029 – sep 2029)"));
}

TEST(GebiedPages, list_all_opgaven_but_what_is_done) {
    const auto rows = buurt("BU00010003").rows("Alle opgaven");
    EXPECT_THAT(rows, ElementsAre(ElementsAre("Kabel Kade", "Elektriciteitskabel", "Netbeheer",
                                              "ontwerp", "vanaf aug 2027, eind onbekend"),
                                  ElementsAre("Sloop loods", "Sloop", "Gemeente", "ontwerp",
                                              "jun 2026 – dec 2027"),
                                  ElementsAre("Asfalt Kade", "Wegonderhoud asfalt", "Gemeente",
                                              "ontwerp", "apr 2027 – jun 2027")));
}

TEST(GebiedPages, explain_on_the_map_what_occurs_each_once) {
    const HtmlPage page = buurt("BU00010001");
    EXPECT_THAT(
        page.in_section("Kaart", "li"),
        ElementsAre("Kansrijk: nog tijd om aan te haken", "Datum onbekend", "Bomen", "Groen",
                    "Rioolvervanging", "Warmtenet", "Grens van Noord", "Buurt ernaast"))
        << "Samen eten holds for a whole gebied and is not drawn";
    EXPECT_THAT(page.in_section("Kaart", "figcaption")[0],
                HasSubstr("De nummers op de kaart zijn die van de koppelkansen in de tabel. "
                          "Opgaven die voor een heel gebied gelden zijn niet getekend."));
    EXPECT_THAT(page.values("rect", "aria-label"),
                ElementsAre("Kaart van Noord, noord boven, met de werkgebieden van 4 opgaven en 3 "
                            "koppelkansen."));
    EXPECT_THAT(page.values("svg", "aria-label"),
                ElementsAre("Tijdlijn van 4 opgaven van 2026 tot en met 2030, met 2 koppelkansen "
                            "als verticale lijn tussen twee balken."));
}

TEST(GebiedPages, draw_the_best_koppelkans_on_top) {
    const HtmlPage page = buurt("BU00010001");
    std::vector<std::string> drawn;
    for (const HtmlElement& element : page.elements) {
        if (element.name == "path" && element.attribute("stroke") == "#00402F") {
            drawn.push_back("kansrijk");
        } else if (element.name == "path" && element.attribute("stroke") == "#666666") {
            drawn.push_back("undated");
        }
    }
    EXPECT_THAT(drawn, ElementsAre("undated", "kansrijk", "kansrijk"));
}

TEST(GebiedPages, say_what_the_map_lacks) {
    ResultData data = scene();
    data.has_werkgebieden = false;
    const Report report(data);
    const report::Dossier dossier = report.buurt("BU00010001");
    report::GebiedGround ground = report.ground(dossier);
    ground.werkgebieden.clear();
    EXPECT_THAT(read_html(report::gebied_page(dossier, ground, report.context()))
                    .in_section("Kaart", "figcaption")[0],
                HasSubstr("De werkgebieden staan niet in het resultaat en zijn niet getekend."));
    const HtmlPage none = read_html(report::gebied_page(dossier, {}, report.context()));
    EXPECT_THAT(none.in_section("Kaart", "p"),
                ElementsAre("Van Noord staat geen vlak in het resultaat; er is geen kaart."));
    EXPECT_THAT(none.in_section("Kaart", "svg"), IsEmpty());
}

TEST(GebiedPages, tell_works_of_one_name_apart) {
    ResultData data = scene();
    opgave_in(data, "warmte:1").naam = "riool dorpsstraat";
    const HtmlPage page = buurt("BU00010001", data);
    EXPECT_THAT(page.in_section("Tijdlijn", "text"),
                testing::IsSupersetOf({"Riool Dorpsstraat (Rioolvervanging)",
                                       "riool dorpsstraat (Warmtenet)", "Groen Dorpsstraat"}));
    EXPECT_THAT(page.in_section("Wat opvalt", "p")[1],
                HasSubstr("Riool Dorpsstraat (Rioolvervanging) samen met riool dorpsstraat "
                          "(Warmtenet): 300 m²"));
}

TEST(GebiedPages, without_any_date_have_no_timeline) {
    ResultData data = scene();
    for (report::OpgaveRow& row : data.opgaven) {
        row.tijd_onbekend = true;
    }
    EXPECT_THAT(buurt("BU00010001", data).in_section("Tijdlijn", "p"),
                ElementsAre("Geen opgave heeft een datum; er is geen tijdlijn."));
}

TEST(GebiedPages, leave_out_the_sections_of_layers_that_are_absent) {
    ResultData data = scene();
    data.gebiedskansen.reset();
    data.combinaties.reset();
    data.risicos.reset();
    data.afgekeurd.reset();
    const HtmlPage page = buurt("BU00010003", data);
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.texts("h2"),
                ElementsAre("Wat opvalt", "Kerncijfers", "Kaart", "Tijdlijn", "Koppelkansen",
                            "Alle opgaven", "Wat de gegevens niet zeggen"));
    EXPECT_THAT(page.in_section("Kerncijfers", "dt"),
                ElementsAre("Opgaven", "Koppelkansen", "Waarvan kansrijk",
                            "Grond onder koppelkansen", "Meeste opgaven tegelijk"));
    for (const char* layer : {"gebiedskansen", "combinaties", "risicos", "afgekeurd"}) {
        EXPECT_THAT(page.in_section("Wat de gegevens niet zeggen", "li"),
                    Contains(fmt::format(
                        "De laag {} staat niet in het resultaat; daarover zegt dit rapport niets.",
                        layer)));
    }
}

TEST(GebiedPages, of_an_empty_gebied_are_short) {
    ResultData data = scene();
    data.koppelkansen.clear();
    Report report(data);
    report.places.clear();
    const HtmlPage page = read_html(report.buurt_page("BU00010003"));
    EXPECT_THAT(page.faults, IsEmpty());
    data.risicos->clear();
    Report empty(data);
    empty.places.clear();
    EXPECT_THAT(read_html(empty.buurt_page("BU00010003")).texts("h2"),
                ElementsAre("Wat opvalt", "Kerncijfers", "Kaart", "Wat de gegevens niet zeggen"));
}

}  // namespace

}  // namespace koppelkans::test
