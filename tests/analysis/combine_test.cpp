#include "engine/analysis/combine.h"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/domain/ids.h"
#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using analysis::maximal_meetings;
using analysis::Span;
using domain::Veld;
using Meetings = std::vector<std::vector<std::uint32_t>>;

Span span(const char* first, const char* last) {
    return {day(first), day(last)};
}

TEST(MaximalMeetings, OfOneSpanIsItself) {
    EXPECT_EQ(maximal_meetings({span("2027-01-01", "2027-01-01")}), (Meetings{{0}}));
    EXPECT_TRUE(maximal_meetings({}).empty());
}

TEST(MaximalMeetings, TheLastDayOfOneIsSharedWithTheFirstOfTheNext) {
    EXPECT_EQ(
        maximal_meetings({span("2027-01-01", "2027-03-01"), span("2027-03-01", "2027-04-01")}),
        (Meetings{{0, 1}}));
    EXPECT_EQ(
        maximal_meetings({span("2027-01-01", "2027-02-28"), span("2027-03-01", "2027-04-01")}),
        (Meetings{{0}, {1}}));
}

TEST(MaximalMeetings, OneLongSpanMeetsEachInTurn) {
    EXPECT_EQ(
        maximal_meetings({span("2027-01-01", "2029-12-31"), span("2027-01-01", "2027-06-01"),
                          span("2028-01-01", "2028-06-01"), span("2029-01-01", "2029-06-01")}),
        (Meetings{{0, 1}, {0, 2}, {0, 3}}));
}

TEST(MaximalMeetings, OpenSidesMeetEverything) {
    EXPECT_EQ(maximal_meetings({{time::Day::open_before(), time::Day::open_after()},
                                span("2027-01-01", "2027-02-01"),
                                span("2030-01-01", "2031-01-01")}),
              (Meetings{{0, 1}, {0, 2}}));
}

// Letters are pieces: r, w and g reach into one another as named by the drawing.
//   1 only riool, 2 riool and warmte, 3 all three, 4 warmte and groen
const AsciiMap town(R"(
    uuuuuuuuuu
    uaabbccdde
    uaabbccdde
    uuuuuuuuuu
)",
                    10);

class Combine : public testing::Test {
  protected:
    Combine() { world.buurt("U", town.area("uabcde")); }
    void plan(const std::string& soort, const std::string& letters, const std::string& start,
              const std::string& eind, const std::string& id = "1") {
        world.add(soort,
                  row(id, town.area(letters)).with(Veld::start, start).with(Veld::eind, eind));
    }
    std::vector<std::string> found() const {
        const Outcome outcome = world.run();
        std::vector<std::string> texts;
        for (const domain::Combinatie& one : outcome.buurten[0].combinaties) {
            std::string text;
            for (const domain::OpgaveIndex index : one.opgaven) {
                text += outcome.plans.opgaven[index].opgave_id + " ";
            }
            texts.push_back(text + std::to_string(std::lround(one.oppervlakte_m2)));
        }
        return texts;
    }
    World world;
};

TEST_F(Combine, ThreeSoortenOnTheSameGroundAreACombinatie) {
    plan("riool", "abc", "2028", "2028");
    plan("warmte", "bcd", "2028", "2029");
    plan("groen", "cde", "2029", "2030");
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.buurten[0].combinaties.size(), 1U);
    const domain::Combinatie& one = outcome.buurten[0].combinaties[0];
    EXPECT_DOUBLE_EQ(one.oppervlakte_m2, town.area_m2("c"));
    EXPECT_EQ(one.eerste_start, day("2028-01-01"));
    EXPECT_EQ(one.laatste_eind, day("2030-12-31"));
    EXPECT_EQ(one.aanhaken, time::Aanhaken::krap);
    EXPECT_EQ(one.combinatie_id, domain::stable_id("U", {"groen:1", "riool:1", "warmte:1"}));
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(one.geometry)), 400);
}

TEST_F(Combine, TwoSoortenAreNotEnough) {
    plan("riool", "abc", "2028", "2028");
    plan("warmte", "abc", "2028", "2029");
    plan("warmte", "abc", "2028", "2029", "2");
    EXPECT_TRUE(found().empty());
}

TEST_F(Combine, MoreSoortenThanBitsOfAWordMakeNoDifference) {
    for (int i = 0; i < 70; ++i) {
        domain::Soort one;
        one.code = "s" + std::to_string(100 + i);
        world.soorten.put(one);
        plan(one.code, i < 67 ? "a" : "b", "2028", "2028");
    }
    const std::vector<std::string> all = found();
    ASSERT_EQ(all.size(), 2U) << "that of the 67 on a, and that of the last three on b";
    EXPECT_EQ(all[1], "s167:1 s168:1 s169:1 400");
}

TEST_F(Combine, AFourthOfTheSameSoortBelongsToIt) {
    plan("riool", "abc", "2028", "2028");
    plan("riool", "abc", "2028", "2028", "2");
    plan("warmte", "abc", "2028", "2028");
    plan("groen", "abc", "2028", "2028");
    EXPECT_EQ(found(), (std::vector<std::string>{"groen:1 riool:1 riool:2 warmte:1 1200"}));
}

TEST_F(Combine, GroundIsCutByEveryPlan) {
    plan("riool", "abcd", "2028", "2028");
    plan("warmte", "abcd", "2028", "2028");
    plan("groen", "abcd", "2028", "2028");
    plan("weg", "cd", "2028", "2028");
    EXPECT_EQ(found(), (std::vector<std::string>{"groen:1 riool:1 warmte:1 800",
                                                 "groen:1 riool:1 warmte:1 weg:1 800"}));
}

TEST_F(Combine, WhatIsTooSmallToBeARowStillCuts) {
    world.settings.min_oppervlakte_m2 = 500;
    plan("riool", "abcd", "2028", "2028");
    plan("warmte", "abcd", "2028", "2028");
    plan("groen", "abcd", "2028", "2028");
    plan("weg", "d", "2028", "2028");
    EXPECT_EQ(found(), (std::vector<std::string>{"groen:1 riool:1 warmte:1 1200"}));
}

TEST_F(Combine, PiecesApartWithTheSameSubsetAreOneRow) {
    plan("riool", "abcde", "2028", "2028");
    plan("warmte", "abcde", "2028", "2028");
    plan("groen", "ae", "2028", "2028");
    EXPECT_EQ(found(), (std::vector<std::string>{"groen:1 riool:1 warmte:1 600"}));
}

TEST_F(Combine, WhoDoesNotMeetInTimeMakesSubsetsOfItsOwn) {
    plan("riool", "abc", "2027-01-01", "2027-01-31");
    plan("warmte", "abc", "2028-01-01", "2028-06-30");
    plan("weg", "abc", "2028-01-01", "2030-12-31");
    plan("groen", "abc", "2030-01-01", "2030-12-31");
    // riool ends two years and more before groen starts; warmte and weg meet them both.
    EXPECT_EQ(found(), (std::vector<std::string>{"groen:1 warmte:1 weg:1 1200",
                                                 "riool:1 warmte:1 weg:1 1200"}));
}

TEST_F(Combine, TheHorizonIsTheLastDayShared) {
    plan("riool", "abc", "2027-01-01", "2027-03-31");
    plan("warmte", "abc", "2028-01-01", "2028-06-30");
    plan("groen", "abc", "2029-03-31", "2029-12-31");
    EXPECT_EQ(found().size(), 1U);
    World late;
    late.buurt("U", town.area("uabcde"));
    late.add(
        "riool",
        row("1", town.area("abc")).with(Veld::start, "2027-01-01").with(Veld::eind, "2027-03-31"));
    late.add(
        "warmte",
        row("1", town.area("abc")).with(Veld::start, "2028-01-01").with(Veld::eind, "2028-06-30"));
    late.add(
        "groen",
        row("1", town.area("abc")).with(Veld::start, "2029-04-01").with(Veld::eind, "2029-12-31"));
    EXPECT_TRUE(late.run().buurten[0].combinaties.empty());
}

TEST_F(Combine, TijdregelStartLooksAtStarts) {
    plan("riool", "abc", "2027-01-01", "2029-12-31");
    plan("warmte", "abc", "2028-01-01", "2029-12-31");
    plan("groen", "abc", "2029-06-01", "2029-12-31");
    EXPECT_EQ(found().size(), 1U);
    world.settings.horizon.regel = time::Tijdregel::start;
    EXPECT_TRUE(found().empty());
}

TEST_F(Combine, GebiedenAndUndatedAndRestDoNotCount) {
    plan("riool", "abc", "2028", "2028");
    plan("warmte", "abc", "2028", "2028");
    world.add("zorg", row("z").with(Veld::buurtcode, "U").with(Veld::start, "2028"));
    plan("groen", "abc", "", "");
    plan("weg", "abc", "2025", "2026-06-01");
    EXPECT_TRUE(found().empty());
    world.settings.onbekende_tijd = domain::OnbekendeTijd::meenemen;
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.buurten[0].combinaties.size(), 1U);
    EXPECT_EQ(outcome.buurten[0].combinaties[0].aanhaken, std::nullopt);
    EXPECT_TRUE(outcome.buurten[0].combinaties[0].eerste_start.is_open());
}

TEST_F(Combine, LessThanTheLeastAreaIsNone) {
    plan("riool", "abc", "2028", "2028");
    plan("warmte", "bcd", "2028", "2029");
    plan("groen", "cde", "2029", "2030");
    world.settings.min_oppervlakte_m2 = 400;
    EXPECT_EQ(found().size(), 1U);
    world.settings.min_oppervlakte_m2 = 400.5;
    EXPECT_TRUE(found().empty());
}

TEST_F(Combine, RowsAreOrderedByTheTextOfTheirOpgaven) {
    for (const char* id : {"1", "10"}) {
        plan("riool", "ab", id == std::string("1") ? "2028" : "2033", "", id);
    }
    plan("warmte", "ab", "2028-01-01", "2033-12-31");
    plan("weg", "ab", "2028-01-01", "2033-12-31");
    // ';' sorts behind '0', so the line with riool:10 comes first.
    EXPECT_EQ(found(), (std::vector<std::string>{"riool:10 warmte:1 weg:1 800",
                                                 "riool:1 warmte:1 weg:1 800"}));
}

TEST_F(Combine, TwoHundredPlansOverAWholeBuurtAreNoExplosion) {
    const char* const soorten[] = {"riool", "warmte", "weg", "groen", "spelen"};
    for (int i = 0; i < 200; ++i) {
        plan(soorten[i % 5], "uabcde", std::to_string(2027 + i % 9), "", std::to_string(i));
    }
    // Nine starting years, and a year and two years of horizon behind each: seven maximal meetings.
    EXPECT_EQ(found().size(), 7U);
}

}  // namespace
}  // namespace koppelkans::test
