#include "engine/analysis/summarise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;
using testing::ElementsAre;

geometry::Wkb shape(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

domain::Opgave at_work(const std::string& start, const std::string& eind) {
    domain::Opgave one;
    one.tijdlijn = std::get<time::Tijdlijn>(
        time::build_tijdlijn({start, eind, ""}, day("2026-11-22"), time::TimeZone()));
    return one;
}

analysis::Busiest busiest(const std::vector<domain::Opgave>& opgaven) {
    std::vector<const domain::Opgave*> all;
    for (const domain::Opgave& one : opgaven) {
        all.push_back(&one);
    }
    return analysis::busiest_day(all, day("2026-11-22"));
}

TEST(BusiestDay, IsTheFirstDayWithMost) {
    const auto found =
        busiest({at_work("2027-01-01", "2027-06-30"), at_work("2027-06-30", "2027-12-31"),
                 at_work("2028-01-01", "2028-02-01"), at_work("2028-01-01", "2028-02-01")});
    EXPECT_EQ(found.opgaven, 2);
    EXPECT_EQ(found.day, day("2027-06-30")) << "both ends are inclusive";
}

TEST(BusiestDay, BeginsAtThePeildatum) {
    const auto found = busiest(
        {at_work("2020", "2027"), at_work("2021", "2026-11-22"), at_work("2019", "2026-11-21")});
    EXPECT_EQ(found.opgaven, 2);
    EXPECT_EQ(found.day, day("2026-11-22"));
}

TEST(BusiestDay, OpenSidesAreAtWorkAllTheTime) {
    const auto found = busiest({at_work("doorlopend", ""), at_work("na 2030", "")});
    EXPECT_EQ(found.opgaven, 2);
    EXPECT_EQ(found.day, day("2031-01-01"));
}

TEST(BusiestDay, UndatedGebiedAndRestDoNotCount) {
    domain::Opgave gebied = at_work("2027", "");
    gebied.niveau = domain::Niveau::gebied;
    domain::Opgave rust = at_work("2027", "");
    rust.rol = domain::Rol::rust;
    const auto found = busiest({at_work("", ""), gebied, rust});
    EXPECT_EQ(found.opgaven, 0);
    EXPECT_EQ(found.day, std::nullopt);
}

TEST(BusiestDay, AgreesWithLookingAtEveryDay) {
    unsigned state = 7;
    const auto next = [&state](unsigned below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8) % below;
    };
    for (int scene = 0; scene < 200; ++scene) {
        std::vector<domain::Opgave> opgaven;
        const time::Day from = day("2026-11-10");
        for (unsigned i = 0; i < 1 + next(8); ++i) {
            domain::Opgave one = at_work("2027", "2027");
            one.tijdlijn.s1 = time::plus_days(from, next(40));
            one.tijdlijn.e2 = time::plus_days(one.tijdlijn.s1, next(15));
            opgaven.push_back(one);
        }
        analysis::Busiest wanted;
        for (int d = 0; d < 80; ++d) {
            const time::Day today = time::plus_days(day("2026-11-22"), d);
            std::int64_t count = 0;
            for (const domain::Opgave& one : opgaven) {
                count += one.tijdlijn.s1 <= today && today <= one.tijdlijn.e2 ? 1 : 0;
            }
            if (count > wanted.opgaven) {
                wanted = {count, today};
            }
        }
        const auto found = busiest(opgaven);
        ASSERT_EQ(found.opgaven, wanted.opgaven) << scene;
        ASSERT_EQ(found.day, wanted.day) << scene;
    }
}

// Two buurten side by side, u and v; a and b share c across their border.
const AsciiMap town(R"(
    uuuuvvvv
    uaaccccb
    uuuuvvvv
)",
                    10);

class Summarise : public testing::Test {
  protected:
    Summarise() {
        world.buurt("U", shape("POLYGON ((0 0,40 0,40 30,0 30,0 0))"), "W1", "G");
        world.buurt("V", shape("POLYGON ((40 0,80 0,80 30,40 30,40 0))"), "W1", "G");
        world.buurt("X", shape("POLYGON ((80 0,90 0,90 30,80 30,80 0))"), "W2", "G");
        world.buurt("Z", shape("POLYGON ((90 0,99 0,99 30,90 30,90 0))"));
        world.add("riool",
                  row("a", town.area("ac")).with(Veld::start, "2029").with(Veld::eind, "2029"));
        world.add("warmte",
                  row("b", town.area("cb")).with(Veld::start, "2029").with(Veld::eind, "2029"));
        world.add("zorg", row("z").with(Veld::wijkcode, "W1").with(Veld::start, "2028"));
    }
    World world;
};

TEST_F(Summarise, ABuurtCountsWhatLiesInIt) {
    const Outcome outcome = world.run();
    const domain::GebiedCounts& u = outcome.buurten[0].counts;
    EXPECT_EQ(u.aantal_opgaven, 3);
    EXPECT_EQ(u.aantal_koppelkansen, 1);
    EXPECT_EQ(u.aantal_gebiedskansen, 2);
    EXPECT_EQ(u.aantal_kansrijk, 1);
    EXPECT_EQ(u.aantal_combinaties, 0);
    EXPECT_EQ(u.aantal_risicos, 0);
    EXPECT_DOUBLE_EQ(u.koppel_m2, 100);
    EXPECT_EQ(u.max_gelijktijdig, 2);
    EXPECT_EQ(u.drukste_dag, day("2029-01-01"));
    EXPECT_THAT(u.domeinen, ElementsAre("energie", "water", "zorg"));
    EXPECT_DOUBLE_EQ(outcome.buurten[1].counts.koppel_m2, 300);
}

TEST_F(Summarise, ABuurtWithoutPlansIsARowOfZeros) {
    const domain::GebiedCounts x = world.run().buurten[2].counts;
    EXPECT_EQ(x.aantal_opgaven, 0);
    EXPECT_DOUBLE_EQ(x.koppel_m2, 0);
    EXPECT_EQ(x.max_gelijktijdig, 0);
    EXPECT_EQ(x.drukste_dag, std::nullopt);
    EXPECT_TRUE(x.domeinen.empty());
}

TEST_F(Summarise, SquareMetresOfKoppelkansenCountOnce) {
    world.add("groen", row("g", town.area("ac")).with(Veld::start, "2029"));
    const domain::GebiedCounts u = world.run().buurten[0].counts;
    EXPECT_EQ(u.aantal_koppelkansen, 3);
    EXPECT_DOUBLE_EQ(u.koppel_m2, 300) << "groen and riool share all of a and c in U";
    EXPECT_EQ(u.aantal_combinaties, 1);
}

TEST_F(Summarise, AWijkCountsWhatLiesInTwoBuurtenOnce) {
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.totals.wijken.size(), 2U);
    const analysis::GebiedResult& wijk = outcome.totals.wijken[0];
    EXPECT_EQ(wijk.code, "W1");
    EXPECT_EQ(wijk.gemeentecode, "G");
    EXPECT_EQ(wijk.counts.aantal_opgaven, 3);
    EXPECT_EQ(wijk.counts.aantal_koppelkansen, 1);
    EXPECT_EQ(wijk.counts.aantal_kansrijk, 1);
    EXPECT_EQ(wijk.counts.aantal_gebiedskansen, 2);
    EXPECT_DOUBLE_EQ(wijk.counts.koppel_m2, 400);
    EXPECT_EQ(wijk.counts.max_gelijktijdig, 2);
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(wijk.polygon)), 2400);
    EXPECT_EQ(outcome.totals.wijken[1].counts.aantal_opgaven, 0);
}

TEST_F(Summarise, ABuurtWithoutWijkIsInNone) {
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.totals.gemeenten.size(), 1U);
    EXPECT_EQ(outcome.totals.gemeenten[0].code, "G");
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(outcome.totals.gemeenten[0].polygon)),
                     2700);
}

TEST_F(Summarise, GroundThatTwoBuurtenShareCountsOnceInTheWijk) {
    World overlapping;
    overlapping.buurt("U", shape("POLYGON ((0 0,60 0,60 30,0 30,0 0))"), "W1", "G");
    overlapping.buurt("V", shape("POLYGON ((40 0,80 0,80 30,40 30,40 0))"), "W1", "G");
    overlapping.add("riool", row("a", town.area("ac")).with(Veld::start, "2029"));
    overlapping.add("warmte", row("b", town.area("cb")).with(Veld::start, "2029"));
    const Outcome outcome = overlapping.run();
    EXPECT_DOUBLE_EQ(outcome.buurten[0].counts.koppel_m2 + outcome.buurten[1].counts.koppel_m2,
                     600);
    EXPECT_DOUBLE_EQ(outcome.totals.wijken[0].counts.koppel_m2, 400);
}

TEST_F(Summarise, GroundIsKeptOnlyWhereBuurtenOverlap) {
    world.buurt("S", shape("POLYGON ((200 0,210 0,210 10,200 10,200 0))"), "W3", "H");
    world.buurt("T", shape("POLYGON ((205 0,210 0,210 10,205 10,205 0))"), "W3", "H");
    const domain::BuurtRegister buurten(world.buurten, {});
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    const std::vector<domain::Opgave> opgaven;
    const analysis::RollUp roll_up(opgaven, rules, 1, [] {});
    for (std::uint32_t i = 0; i < buurten.size(); ++i) {
        const std::string& code = buurten[i].buurtcode;
        EXPECT_EQ(roll_up.ground_of(i), code == "S" || code == "T"
                                            ? analysis::KoppelGround::kept
                                            : analysis::KoppelGround::measured)
            << code;
    }
}

TEST_F(Summarise, TheLeastAreaItselfIsCounted) {
    world.settings.min_oppervlakte_m2 = 300;
    EXPECT_EQ(world.run().buurten[0].counts.aantal_opgaven, 2) << "a takes 300 m2 of U, b 100";
}

TEST_F(Summarise, LessThanTheLeastAreaIsNotCounted) {
    world.settings.min_oppervlakte_m2 = 301;
    const domain::GebiedCounts u = world.run().buurten[0].counts;
    EXPECT_EQ(u.aantal_opgaven, 1) << "only what takes the whole buurt";
}

TEST(StepsFor, OnlyWhatTheLayersNeed) {
    EXPECT_FALSE(analysis::steps_for({"koppelkansen"}).combine);
    EXPECT_FALSE(analysis::steps_for({"koppelkansen"}).summarise);
    EXPECT_TRUE(analysis::steps_for({"combinaties"}).combine);
    EXPECT_FALSE(analysis::steps_for({"combinaties"}).risk);
    EXPECT_TRUE(analysis::steps_for({"risicos"}).risk);
    const analysis::Steps counts = analysis::steps_for({"wijken"});
    EXPECT_TRUE(counts.combine && counts.risk && counts.summarise);
}

}  // namespace
}  // namespace koppelkans::test
