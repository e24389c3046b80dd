#include "engine/analysis/group.h"

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

const AsciiMap street(R"(
    uuuuuuuuuuuuuuu
    u1----2----3--u
    uaabb.uuuuuuuuu
    uuuuuuu4uuuuuuu
)",
                      10);

class Group : public testing::Test {
  protected:
    Group() {
        world.buurt("U", geometry::to_wkb(geometry::from_wkt(
                             "POLYGON ((-100 -100,300 -100,300 300,-100 300,-100 -100))")));
        world.bron("riool").groepeer = domain::Groepeer::ja;
    }
    Row in_group(const std::string& group, geometry::Wkb geometry = {}) {
        return row("", std::move(geometry)).with(Veld::groep, group);
    }
    World world;
};

TEST_F(Group, RowsOfOneValueAreOneOpgave) {
    world.add("riool", in_group("P1", street.line("12")).with(Veld::naam, "Kerkstraat"));
    world.add("riool", in_group(" P1 ", street.line("23")));
    world.add("riool", in_group("P2", street.line("23")));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.plans.opgaven.size(), 2U);
    const domain::Opgave& group = outcome.opgave("riool:P1");
    EXPECT_EQ(group.rows.size(), 2U);
    EXPECT_DOUBLE_EQ(*group.lengte_m, 100);
    EXPECT_EQ(group.texts.of(Veld::naam), "Kerkstraat");
    EXPECT_EQ(outcome.plans.accounts[0].samengevoegd, 1);
    EXPECT_TRUE(account_is_closed(outcome));
}

TEST_F(Group, EachMetreOfLineCountsOnce) {
    world.add("riool", in_group("P", street.line("12")));
    world.add("riool", in_group("P", street.line("13")));
    const Outcome outcome = world.run();
    EXPECT_DOUBLE_EQ(*outcome.opgave("riool:P").lengte_m, 100);
    EXPECT_EQ(geometry::dimension(outcome.opgave("riool:P").geometry), geometry::Dimension::line);
}

TEST_F(Group, StartIsTheEarliestAndEindTheLatest) {
    world.add("riool",
              in_group("P", street.line("12")).with(Veld::start, "2028").with(Veld::eind, "2029"));
    world.add(
        "riool",
        in_group("P", street.line("23")).with(Veld::start, "april 2027").with(Veld::eind, "2028"));
    world.add("riool", in_group("P", street.line("23")));
    const time::Tijdlijn& tijdlijn = world.run().opgave("riool:P").tijdlijn;
    EXPECT_EQ(tijdlijn.s1, day("2027-04-01"));
    EXPECT_EQ(tijdlijn.s2, day("2027-04-30"));
    EXPECT_EQ(tijdlijn.e1, day("2029-01-01"));
    EXPECT_EQ(tijdlijn.e2, day("2029-12-31"));
    EXPECT_FALSE(tijdlijn.tijd_onbekend) << "a row without dates does not count beside the others";
}

TEST_F(Group, TextsAreTheFirstThatIsNotEmptyAndFaseGoesWithItsStatus) {
    world.add("riool", in_group("P", street.line("12")));
    world.add("riool", in_group("P", street.line("23"))
                           .with(Veld::status, "uitvoering")
                           .with(Veld::trekker, "Waterschap"));
    world.add("riool", in_group("P", street.line("23"))
                           .with(Veld::status, "gereed")
                           .with(Veld::trekker, "Gemeente")
                           .with(Veld::kansen, "samen open"));
    const Outcome outcome = world.run();
    const domain::Opgave& group = outcome.opgave("riool:P");
    EXPECT_EQ(group.texts.of(Veld::status), "uitvoering");
    EXPECT_EQ(group.fase, domain::Fase::uitvoering);
    EXPECT_EQ(group.texts.of(Veld::trekker), "Waterschap");
    EXPECT_EQ(group.texts.of(Veld::kansen), "samen open");
}

TEST_F(Group, EachRowHasItsOwnWerkafstandAndTheLargestIsTold) {
    world.add("riool", in_group("P", street.line("12")).with(Veld::werkafstand, "1"));
    world.add("riool", in_group("P", street.line("23")).with(Veld::werkafstand, "2"));
    const Outcome outcome = world.run();
    const domain::Opgave& group = outcome.opgave("riool:P");
    EXPECT_DOUBLE_EQ(group.werkafstand_m, 2);
    EXPECT_GT(group.werkgebied_m2, 50 * 2 + 50 * 4);
    EXPECT_LT(group.werkgebied_m2, 50 * 2 + 50 * 4 + 20);
}

TEST_F(Group, MixedDimensionsShowTheirGround) {
    world.add("riool", in_group("P", street.line("12")));
    world.add("riool", in_group("P", street.area("a")));
    world.add("riool", in_group("P", street.point('4')));
    const Outcome outcome = world.run();
    const domain::Opgave& group = outcome.opgave("riool:P");
    EXPECT_EQ(group.geometry, group.werkgebied);
    EXPECT_EQ(group.lengte_m, std::nullopt);
}

TEST_F(Group, GroundThatRowsShareCountsOnce) {
    world.add("riool", in_group("P", street.area("a")));
    world.add("riool", in_group("P", street.area("ab")));
    EXPECT_DOUBLE_EQ(world.run().opgave("riool:P").werkgebied_m2, street.area_m2("ab"));
}

TEST_F(Group, AFaultyRowFallsOutAloneWithTheGroupAsItsId) {
    world.add("riool", in_group("P", street.line("12")));
    world.add("riool", in_group("P", street.line("23")).with(Veld::start, "kaas"));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.opgave("riool:P").rows.size(), 1U);
    EXPECT_EQ(outcome.reden("P"), "datum_ongeldig");
    EXPECT_TRUE(account_is_closed(outcome));
}

TEST_F(Group, WhatIsJudgedIsJudgedForTheGroup) {
    world.add("riool", in_group("P", street.line("12")).with(Veld::eind, "2025"));
    world.add("riool", in_group("P", street.line("23")).with(Veld::eind, "2028"));
    world.add("riool", in_group("Q", street.line("12")).with(Veld::eind, "2025"));
    world.add("riool", in_group("Q", street.line("23")).with(Veld::eind, "2024"));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.opgave("riool:P").rows.size(), 2U);
    EXPECT_EQ(outcome.reden("Q"), "afgerond");
    EXPECT_EQ(outcome.plans.accounts[0].afgekeurd, 2);
    EXPECT_EQ(outcome.plans.accounts[0].samengevoegd, 1);
    EXPECT_EQ(outcome.plans.problems[0].geometry, street.line("12")) << "each row as it was read";
    EXPECT_EQ(outcome.plans.problems[1].geometry, street.line("23"));
    EXPECT_TRUE(account_is_closed(outcome));
}

TEST_F(Group, AGroupWithAWholeGebiedIsAGebied) {
    world.add("riool", in_group("P", street.line("12")));
    world.add("riool", in_group("P").with(Veld::buurtcode, "U"));
    const Outcome outcome = world.run();
    const domain::Opgave& group = outcome.opgave("riool:P");
    EXPECT_EQ(group.niveau, domain::Niveau::gebied);
    EXPECT_TRUE(group.geometry.empty());
    EXPECT_DOUBLE_EQ(group.werkgebied_m2, 160000);
    EXPECT_EQ(group.lengte_m, std::nullopt);
}

TEST_F(Group, AreasThatOverlapOrTouchBecomeOneValidShape) {
    const AsciiMap blocks(R"(
        aabbcc
    )",
                          10);
    world.add("weg", in_group("Q", blocks.area("ab")));
    world.add("weg", in_group("Q", blocks.area("bc")));
    world.bron("weg").groepeer = domain::Groepeer::ja;
    const domain::Opgave group = world.run().opgave("weg:Q");
    EXPECT_TRUE(geometry::from_wkb(group.geometry).is_valid());
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(group.geometry)), blocks.area_m2("abc"));
}

TEST_F(Group, OneRowThatIsRepairedMarksTheGroup) {
    const geometry::Wkb bow =
        geometry::to_wkb(geometry::from_wkt("POLYGON ((0 0,10 10,10 0,0 10,0 0))"));
    world.bron("weg").groepeer = domain::Groepeer::ja;
    world.add("weg", in_group("first", bow)).add("weg", in_group("first", street.area("a")));
    world.add("weg", in_group("last", street.area("a"))).add("weg", in_group("last", bow));
    world.add("weg", in_group("none", street.area("a")))
        .add("weg", in_group("none", street.area("b")));
    const Outcome outcome = world.run();
    EXPECT_TRUE(outcome.opgave("weg:first").hersteld);
    EXPECT_TRUE(outcome.opgave("weg:last").hersteld);
    EXPECT_FALSE(outcome.opgave("weg:none").hersteld);
}

TEST_F(Group, AnEmptyGroupIsAMissingId) {
    world.add("riool", in_group(" ", street.line("12")));
    EXPECT_EQ(world.run().reden(""), "id_ontbreekt");
}

TEST_F(Group, OneValueInTwoSourcesIsTwoGroups) {
    world.bron("warmte").groepeer = domain::Groepeer::ja;
    world.add("riool", in_group("P", street.line("12")));
    world.add("warmte", in_group("P", street.line("12")));
    EXPECT_EQ(world.run().plans.opgaven.size(), 2U);
}

}  // namespace
}  // namespace koppelkans::test
