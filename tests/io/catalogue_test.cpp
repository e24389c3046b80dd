#include "engine/io/catalogue.h"

#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/io/embedded.h"

namespace koppelkans::io {
namespace {

using ::testing::ElementsAre;

/// The catalogue after [soorten] was put over `catalogue`.
domain::SoortCatalogus with_soorten(const std::string& text, domain::SoortCatalogus catalogue,
                                    CatalogueOrigin origin = CatalogueOrigin::configuration) {
    const TomlValue file = parse_toml(text, "k.toml");
    read_soorten("k.toml", file.entries.at(0).value, origin, catalogue);
    return catalogue;
}

domain::Soort soort_in(const domain::SoortCatalogus& catalogue, const std::string& code) {
    return catalogue[catalogue.find(code).value()];
}

TEST(ShippedSoorten, AreTwentyOrMoreWithAllThatTheRulesNeed) {
    const domain::SoortCatalogus catalogue = shipped_soorten();
    EXPECT_GE(catalogue.size(), 20U);
    for (const std::string& code : catalogue.codes()) {
        const domain::Soort soort = soort_in(catalogue, code);
        EXPECT_FALSE(soort.naam.empty()) << code;
        EXPECT_FALSE(soort.domein.empty()) << code;
        EXPECT_FALSE(soort.woorden.empty()) << code;
        EXPECT_EQ(soort.graaft, soort.diepte_m.has_value()) << code;
        if (soort.aard == domain::Aard::fysiek) {
            EXPECT_GT(soort.werkafstand_m, 0) << code;
            EXPECT_TRUE(soort.bouwvolgorde.has_value()) << code;
        } else {
            EXPECT_FALSE(soort.graaft) << code;
        }
    }
}

TEST(ShippedSoorten, ReadEveryKeyOfTheirTable) {
    const domain::Soort soort = soort_in(shipped_soorten(), "rioolvervanging");
    EXPECT_EQ(soort.code, "rioolvervanging");
    EXPECT_EQ(soort.naam, "Rioolvervanging");
    EXPECT_EQ(soort.domein, "water");
    EXPECT_EQ(soort.aard, domain::Aard::fysiek);
    EXPECT_EQ(soort.werkafstand_m, 3.0);
    EXPECT_EQ(soort.bouwvolgorde, 2);
    EXPECT_TRUE(soort.graaft);
    EXPECT_EQ(soort.diepte_m, 2.5);
    EXPECT_TRUE(soort.graafrust.is_zero());
    EXPECT_THAT(soort.woorden, ::testing::Contains("riool"));
}

TEST(ShippedFasen, KnowTheFasenThemselvesAndTheWordsOfSources) {
    const domain::FaseCatalogus fasen = shipped_fasen();
    EXPECT_EQ(fasen.fase_of("idee"), domain::Fase::idee);
    EXPECT_EQ(fasen.fase_of("Vervallen"), domain::Fase::vervallen);
    EXPECT_EQ(fasen.fase_of("aangehouden"), domain::Fase::aangehouden);
    EXPECT_EQ(fasen.fase_of("VO"), domain::Fase::ontwerp);
    EXPECT_EQ(fasen.fase_of("geannuleerd"), domain::Fase::vervallen);
    EXPECT_EQ(fasen.fase_of("uitgevoerd"), domain::Fase::gereed);
    EXPECT_EQ(fasen.fase_of("onbekend"), domain::Fase::onbekend);
    EXPECT_EQ(fasen.fase_of("nooit gehoord"), domain::Fase::onbekend);
}

TEST(ReadSoorten, OverrideOneKeyAndKeepTheOthers) {
    const domain::SoortCatalogus shipped = shipped_soorten();
    const domain::Soort before = soort_in(shipped, "rioolvervanging");
    const auto after = [&](const std::string& line) {
        return soort_in(with_soorten("[soorten.rioolvervanging]\n" + line, shipped),
                        "rioolvervanging");
    };
    EXPECT_EQ(after("aard = 'Sociaal'").aard, domain::Aard::sociaal);
    EXPECT_EQ(after("aard = 'sociaal'").werkafstand_m, before.werkafstand_m);
    EXPECT_EQ(after("aard = 'sociaal'").woorden, before.woorden);
    EXPECT_EQ(after("graafrust = 'P5Y'").graafrust, (time::Period{60, 0}));
    EXPECT_EQ(after("graafrust = 'P5Y'").diepte_m, before.diepte_m);
    EXPECT_EQ(after("naam = ' Riool '").naam, "Riool");
    EXPECT_EQ(after("domein = 'bodem'").domein, "bodem");
    EXPECT_EQ(after("werkafstand = 4").werkafstand_m, 4.0);
    EXPECT_EQ(after("bouwvolgorde = 9").bouwvolgorde, 9);
    EXPECT_FALSE(after("graaft = false").graaft);
    EXPECT_EQ(after("diepte_m = 3").diepte_m, 3.0);
    EXPECT_EQ(after("").naam, before.naam);
}

TEST(ReadSoorten, TakeACodeInAnyCase) {
    const domain::SoortCatalogus shipped = shipped_soorten();
    const domain::SoortCatalogus after =
        with_soorten("[soorten.Rioolvervanging]\nwerkafstand = 4", shipped);
    EXPECT_EQ(after.size(), shipped.size());
    EXPECT_EQ(soort_in(after, "rioolvervanging").werkafstand_m, 4.0);
    EXPECT_EQ(soort_in(after, "rioolvervanging").code, "rioolvervanging");
}

TEST(ReadSoorten, AddASoortWithDefaults) {
    const domain::SoortCatalogus shipped = shipped_soorten();
    const domain::SoortCatalogus after = with_soorten("[soorten.park]", shipped);
    EXPECT_EQ(after.size(), shipped.size() + 1);
    const domain::Soort park = soort_in(after, "park");
    EXPECT_EQ(park.naam, "park");
    EXPECT_EQ(park.domein, "overig");
    EXPECT_EQ(park.aard, domain::Aard::fysiek);
    EXPECT_EQ(park.werkafstand_m, 0.0);
    EXPECT_FALSE(park.bouwvolgorde.has_value());
    EXPECT_FALSE(park.graaft);
    EXPECT_FALSE(park.diepte_m.has_value());
    EXPECT_TRUE(park.graafrust.is_zero());
}

TEST(ReadSoorten, NameACodeAndNotANaam) {
    domain::SoortCatalogus one;
    one = with_soorten("[soorten.a]\nnaam = 'Park'", one);
    const domain::SoortCatalogus two = with_soorten("[soorten.park]\nwerkafstand = 2", one);
    EXPECT_THAT(two.codes(), ElementsAre("a", "park"));
    EXPECT_EQ(soort_in(two, "a").werkafstand_m, 0.0);
    EXPECT_EQ(soort_in(two, "park").werkafstand_m, 2.0);
}

TEST(ReadSoorten, FoldTheWordsOfTheShippedCatalogue) {
    const domain::SoortCatalogus catalogue = with_soorten(
        "[soorten.park]\nwoorden = ['PARK', ' Plantsoen']", {}, CatalogueOrigin::shipped);
    EXPECT_THAT(soort_in(catalogue, "park").woorden, ElementsAre("park", "plantsoen"));
}

TEST(ReadFasen, PutTheirWordsOverTheCatalogue) {
    domain::FaseCatalogus fasen = shipped_fasen();
    const TomlValue file =
        parse_toml("[fasen]\n' Opgeleverd ' = 'UITVOERING'\nvreemd = 'onbekend'\n", "k.toml");
    read_fasen("k.toml", file.entries.at(0).value, fasen);
    EXPECT_EQ(fasen.fase_of("opgeleverd"), domain::Fase::uitvoering);
    EXPECT_EQ(fasen.fase_of("geannuleerd"), domain::Fase::vervallen);
}

TEST(EmbeddedData, AreTheFilesOfTheRepository) {
    const std::string soorten = domain::text_of(embedded_files(), "soorten.toml");
    EXPECT_NE(soorten.find("\n[soorten.rioolvervanging]\n"), std::string::npos);
    EXPECT_EQ(soorten.back(), '\n');
    EXPECT_NE(domain::text_of(embedded_files(), "fasen.toml").find("\n[fasen]\n"),
              std::string::npos);
    EXPECT_EQ(domain::text_of(embedded_files(), "no.toml"), "");
}

}  // namespace
}  // namespace koppelkans::io
