#include "engine/analysis/couple.h"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/domain/ids.h"
#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

// a and b share c; U is the rest of the buurt. Cells of 10 m.
const AsciiMap town(R"(
    uuuuuuuu
    uaaccbbu
    uuu1---2
    uuuuuuuu
)",
                    10);

class Couple : public testing::Test {
  protected:
    Couple() { world.buurt("U", town.area("uabc12")); }
    Row plan(const std::string& id, const std::string& letters, const std::string& start,
             const std::string& eind) {
        return row(id, town.area(letters)).with(Veld::start, start).with(Veld::eind, eind);
    }
    void pair(const std::string& soort_a, const std::string& start_a, const std::string& eind_a,
              const std::string& soort_b, const std::string& start_b, const std::string& eind_b) {
        world.add(soort_a, plan("a", "ac", start_a, eind_a));
        world.add(soort_b, plan("b", "bc", start_b, eind_b));
    }
    World world;
};

TEST_F(Couple, TwoPlansOnTheSameGroundAreAKoppelkans) {
    pair("riool", "2028", "2028", "warmte", "2029", "2029");
    const Outcome outcome = world.run();
    const domain::Koppelkans& found = outcome.only_koppelkans();
    EXPECT_DOUBLE_EQ(found.oppervlakte_m2, 200);
    EXPECT_DOUBLE_EQ(found.aandeel_a, 0.5);
    EXPECT_DOUBLE_EQ(found.aandeel_b, 0.5);
    EXPECT_DOUBLE_EQ(*found.gedeeld_m3, 200 * 1.2) << "the shallower of the two";
    EXPECT_DOUBLE_EQ(*found.afstand_m, 0);
    EXPECT_EQ(found.lengte_a_m, std::nullopt);
    EXPECT_EQ(found.tijd_zekerheid, time::TijdZekerheid::zeker);
    EXPECT_EQ(found.verband, time::Verband::na_elkaar);
    EXPECT_EQ(found.tussentijd.min_days, 1);
    EXPECT_EQ(found.tussentijd.max_days, 730);
    EXPECT_EQ(found.eerste_start, day("2028-01-01"));
    EXPECT_EQ(found.aanhaken, time::Aanhaken::krap);
    EXPECT_EQ(found.eerst, 0U) << "the sewer lies deepest";
    EXPECT_FALSE(found.volgorde_strijdig);
    EXPECT_FALSE(found.al_samen);
    EXPECT_EQ(found.koppelkans_id, domain::stable_id("U", {"riool:a", "warmte:b"}));
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(found.geometry)), 200);
    EXPECT_EQ(outcome.totals.opgaven[0].koppelkansen, 1);
    EXPECT_EQ(outcome.totals.opgaven[1].koppelkansen, 1);
}

TEST_F(Couple, OneSoortIsNoPairUnlessAskedFor) {
    world.add("riool", plan("a", "ac", "2028", "2028"));
    world.add("riool", plan("b", "bc", "2028", "2028"));
    EXPECT_TRUE(world.run().koppelkansen(world.buurten).empty());
    world.settings.koppel = domain::Koppel::verschillende_opgave;
    EXPECT_EQ(world.run().koppelkansen(world.buurten),
              (std::vector<std::string>{"U riool:a riool:b"}));
}

TEST_F(Couple, TheHorizonIsTheLastDayThatCounts) {
    pair("riool", "2026-12-01", "2027-03-31", "warmte", "2029-03-31", "2029-06-01");
    EXPECT_EQ(world.run().koppelkansen(world.buurten).size(), 1U);
    World late;
    late.buurt("U", town.area("uabc12"));
    late.add("riool", plan("a", "ac", "2026-12-01", "2027-03-31"));
    late.add("warmte", plan("b", "bc", "2029-04-01", "2029-06-01"));
    EXPECT_TRUE(late.run().koppelkansen(late.buurten).empty());
}

TEST_F(Couple, OfWhatHasNoDateNothingIsKnown) {
    pair("riool", "", "", "warmte", "2029", "2029");
    EXPECT_TRUE(world.run().koppelkansen(world.buurten).empty());
    world.settings.onbekende_tijd = domain::OnbekendeTijd::meenemen;
    const Outcome outcome = world.run();
    const domain::Koppelkans& found = outcome.only_koppelkans();
    EXPECT_EQ(found.tijd_zekerheid, time::TijdZekerheid::mogelijk);
    EXPECT_EQ(found.aanhaken, std::nullopt);
    EXPECT_TRUE(found.eerste_start.is_open());
    EXPECT_EQ(found.tussentijd.min_days, 0);
    EXPECT_EQ(found.tussentijd.max_days, std::nullopt);
    EXPECT_EQ(found.verband, time::Verband::mogelijk_gelijktijdig);
}

TEST_F(Couple, RustIsNoPlan) {
    pair("weg", "2026-01-01", "2026-06-01", "warmte", "2027", "2027");
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.opgave("weg:a").rol, domain::Rol::rust);
    EXPECT_TRUE(outcome.koppelkansen(world.buurten).empty());
}

TEST_F(Couple, TheOrderIsAgainstTheGroundWhenTheDeepestCertainlyComesLater) {
    pair("groen", "2027", "2027", "riool", "2028-06-01", "2028-09-01");
    const domain::Koppelkans& found = world.run().only_koppelkans();
    EXPECT_EQ(found.eerst, 1U) << "riool:b";
    EXPECT_TRUE(found.volgorde_strijdig);
    EXPECT_EQ(found.gedeeld_m3, std::nullopt) << "groen does not dig";
}

TEST_F(Couple, TheOrderIsFineWhileTheyMayStillOverlap) {
    pair("groen", "2027", "2028-06-01", "riool", "2028-06-01", "2028-09-01");
    EXPECT_FALSE(world.run().only_koppelkans().volgorde_strijdig);
}

TEST_F(Couple, WithoutBouwvolgordeNoneGoesFirst) {
    pair("riool", "2029", "2030", "spelen", "2027", "2028");
    const domain::Koppelkans& found = world.run().only_koppelkans();
    EXPECT_EQ(found.eerst, std::nullopt);
    EXPECT_FALSE(found.volgorde_strijdig);
}

TEST_F(Couple, OneProjectIsOneWorkAlready) {
    world.add("riool", plan("a", "ac", "2028", "").with(Veld::project, " Kerkstraat "));
    world.add("warmte", plan("b", "bc", "2028", "").with(Veld::project, "Kerkstraat"));
    EXPECT_TRUE(world.run().only_koppelkans().al_samen);
}

TEST_F(Couple, AWordForNothingIsNoProject) {
    for (const char* word : {"", "n.v.t.", "onbekend", "-", "ntb"}) {
        World one;
        one.buurt("U", town.area("uabc12"));
        one.add("riool", plan("a", "ac", "2028", "").with(Veld::project, word));
        one.add("warmte", plan("b", "bc", "2028", "").with(Veld::project, word));
        EXPECT_FALSE(one.run().only_koppelkans().al_samen) << word;
    }
}

TEST_F(Couple, ALineIsMeasuredInsideTheOthersGround) {
    world.add("riool",
              row("a", town.line("12")).with(Veld::start, "2028").with(Veld::werkafstand, "6"));
    world.add("weg", row("b", town.area("u")).with(Veld::start, "2028"));
    const Outcome outcome = world.run();
    const domain::Koppelkans& found = outcome.only_koppelkans();
    // The line runs through the middle of its cells, 5 m from u on either side.
    EXPECT_DOUBLE_EQ(*outcome.opgave("riool:a").lengte_m, 40);
    EXPECT_DOUBLE_EQ(*found.lengte_a_m, 0) << "its ground reaches into u, the line itself does not";
    EXPECT_EQ(found.lengte_b_m, std::nullopt);
    EXPECT_GT(*found.afstand_m, 0);
    EXPECT_GT(found.oppervlakte_m2, 0);
}

TEST_F(Couple, ALineAlongABorderIsMeasuredOnBothSidesOfIt) {
    // The border slants, so that its crossings with the street lie beside it by rounding.
    const auto shape = [](const char* wkt) { return geometry::to_wkb(geometry::from_wkt(wkt)); };
    World split;
    split.buurt("U", shape("POLYGON ((155000 463000,155101.65691921557 462997.78402391664,"
                           "155089.90602365116 463102.4810495217,155000 463100,155000 463000))"));
    split.buurt("V", shape("POLYGON ((155101.65691921557 462997.78402391664,155200 463000,"
                           "155200 463100,155089.90602365116 463102.4810495217,"
                           "155101.65691921557 462997.78402391664))"));
    split.add("riool", row("a", shape("LINESTRING (155101.65691921557 462997.78402391664,"
                                      "155089.90602365116 463102.4810495217)"))
                           .with(Veld::start, "2028"));
    split.add("weg", row("b", shape("POLYGON ((155070.3 463020.1,155130.7 463022.9,"
                                    "155131.1 463081.3,155071.9 463079.2,155070.3 463020.1))"))
                         .with(Veld::start, "2028"));
    const Outcome outcome = split.run();
    ASSERT_EQ(outcome.buurten.size(), 2U);
    for (const analysis::BuurtResult& result : outcome.buurten) {
        ASSERT_EQ(result.koppelkansen.size(), 1U);
        EXPECT_NEAR(*result.koppelkansen[0].lengte_a_m, 58.87, 0.01);
    }
}

TEST_F(Couple, TwoWholeGebiedenHaveNoGeometryEvenWhereOneOfThemHasGroundOfItsOwn) {
    world.buurt(
        "V", geometry::to_wkb(geometry::from_wkt("POLYGON ((500 0,540 0,540 40,500 40,500 0))")));
    world.bron("riool").groepeer = domain::Groepeer::ja;
    world.add("riool", row("", town.area("c")).with(Veld::groep, "P").with(Veld::start, "2028"));
    world.add("riool",
              row("").with(Veld::groep, "P").with(Veld::buurtcode, "V").with(Veld::start, "2028"));
    world.add("spelen", row("b").with(Veld::buurtcode, "U").with(Veld::start, "2028"));
    const domain::Koppelkans found = world.run().only_gebiedskans();
    EXPECT_TRUE(found.geometry.empty());
    EXPECT_DOUBLE_EQ(found.oppervlakte_m2, town.area_m2("c"));
}

TEST_F(Couple, LengthStopsAtTheBorderOfTheBuurt) {
    World split;
    const AsciiMap two(R"(
        uuuuvvvv
        1------2
        uuuuvvvv
    )",
                       10);
    const auto shape = [](const char* wkt) { return geometry::to_wkb(geometry::from_wkt(wkt)); };
    split.buurt("U", shape("POLYGON ((0 0,40 0,40 30,0 30,0 0))"));
    split.buurt("V", shape("POLYGON ((40 0,80 0,80 30,40 30,40 0))"));
    split.add("riool", row("a", two.line("12")).with(Veld::start, "2028"));
    split.add(
        "weg",
        row("b", shape("POLYGON ((20 10,60 10,60 20,20 20,20 10))")).with(Veld::start, "2028"));
    const Outcome outcome = split.run();
    EXPECT_EQ(outcome.koppelkansen(split.buurten),
              (std::vector<std::string>{"U riool:a weg:b", "V riool:a weg:b"}));
    for (const analysis::BuurtResult& result : outcome.buurten) {
        EXPECT_DOUBLE_EQ(*result.koppelkansen[0].lengte_a_m, 20);
        EXPECT_DOUBLE_EQ(result.koppelkansen[0].aandeel_b, 0.5 * 0.6)
            << "20 m of 6 m wide ground in each buurt, of 400 m2 in all";
    }
    EXPECT_EQ(outcome.totals.opgaven[0].koppelkansen, 2) << "one a buurt";
}

TEST_F(Couple, AWholeGebiedMakesAGebiedskans) {
    world.add("zorg", row("z").with(Veld::buurtcode, "U").with(Veld::start, "2027"));
    world.add("spelen", row("s").with(Veld::buurtcode, "U").with(Veld::start, "2028"));
    world.add("riool", plan("a", "ac", "2028", ""));
    const Outcome outcome = world.run();
    EXPECT_TRUE(outcome.koppelkansen(world.buurten).empty());
    EXPECT_EQ(
        outcome.gebiedskansen(world.buurten),
        (std::vector<std::string>{"U riool:a spelen:s", "U riool:a zorg:z", "U spelen:s zorg:z"}));
    const auto& rows = outcome.buurten[0].gebiedskansen;
    EXPECT_DOUBLE_EQ(rows[0].oppervlakte_m2, 400);
    EXPECT_DOUBLE_EQ(rows[0].aandeel_a, 1);
    EXPECT_FALSE(rows[0].geometry.empty());
    EXPECT_EQ(rows[0].gedeeld_m3, std::nullopt);
    EXPECT_EQ(rows[0].afstand_m, std::nullopt);
    EXPECT_TRUE(rows[2].geometry.empty());
    EXPECT_DOUBLE_EQ(rows[2].oppervlakte_m2, town.area_m2("uabc12"));
    EXPECT_DOUBLE_EQ(rows[2].aandeel_b, 1);
    EXPECT_EQ(outcome.totals.opgaven[0].koppelkansen, 0) << "a gebiedskans is no koppelkans";
}

TEST_F(Couple, AnOpenStartIsUnderWay) {
    pair("riool", "doorlopend", "", "warmte", "2029", "2029");
    const domain::Koppelkans& found = world.run().only_koppelkans();
    EXPECT_EQ(found.aanhaken, time::Aanhaken::lopend);
    EXPECT_TRUE(found.eerste_start.is_open());
}

/// Of a millionth of a square metre, with corners at 170 km, an overlay may find 1.00001 times all.
TEST(Share, OfAWerkgebiedIsOneAtMost) {
    const World world;
    domain::Buurt buurt;
    buurt.buurtcode = "U";
    buurt.polygon = town.area("uabc12");
    buurt.box = geometry::bounds(buurt.polygon);
    const domain::BuurtRegister buurten({buurt}, {});
    std::vector<domain::Opgave> opgaven(2);
    for (domain::SoortIndex i = 0; i < opgaven.size(); ++i) {
        opgaven[i].opgave_id = std::string(1, static_cast<char>('a' + i));
        opgaven[i].soort = i;
        opgaven[i].geometry = town.area("ac");
        opgaven[i].werkgebied = opgaven[i].geometry;
        opgaven[i].box = geometry::bounds(opgaven[i].werkgebied);
    }
    const analysis::Scene scene(0, buurten, opgaven, analysis::Places(opgaven, 1), [] {});
    ASSERT_EQ(scene.members().size(), 2U);
    analysis::Meeting meeting{0, 1, {}, true};
    meeting.shared.ground = scene.members()[0].ground;
    meeting.shared.area_m2 = 1.00001 * town.area_m2("ac");
    const domain::FaseCatalogus fasen;
    const analysis::Rules rules{world.settings, world.soorten, fasen, buurten};
    const analysis::Couples couples = analysis::couple(scene, {meeting}, rules, [] {});
    ASSERT_EQ(couples.koppelkansen.size(), 1U);
    EXPECT_EQ(couples.koppelkansen[0].aandeel_a, 1);
    EXPECT_EQ(couples.koppelkansen[0].aandeel_b, 1);
}

}  // namespace
}  // namespace koppelkans::test
