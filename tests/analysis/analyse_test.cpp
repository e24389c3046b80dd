#include "engine/analysis/analyse.h"

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

geometry::Wkb shape(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

class Analyse : public testing::Test {
  protected:
    Analyse() {
        world.buurt("V", shape("POLYGON ((100 0,200 0,200 100,100 100,100 0))"), "W", "G");
        world.buurt("U", shape("POLYGON ((0 0,100 0,100 100,0 100,0 0))"), "W", "G");
    }
    World world;
};

TEST_F(Analyse, BuurtenComeOutByTheirCodeEmptyOnesToo) {
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.buurten.size(), 2U);
    EXPECT_EQ(outcome.buurten[0].buurt, 0U);
    EXPECT_EQ(outcome.buurten[1].buurt, 1U);
    EXPECT_TRUE(outcome.buurten[0].koppelkansen.empty());
}

TEST_F(Analyse, WhatLiesInNoBuurtIsOutside) {
    world.add("riool", row("out", shape("POLYGON ((300 0,310 0,310 10,300 0))")));
    world.add("riool", row("touch", shape("POLYGON ((200 0,210 0,210 10,200 10,200 0))")));
    world.add("riool",
              row("bit", shape("POLYGON ((199.999 0,210 0,210 10,199.999 10,199.999 0))")));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.reden("out"), "buiten_gebied");
    EXPECT_EQ(outcome.reden("touch"), "buiten_gebied");
    EXPECT_EQ(outcome.reden("bit"), "") << "however little";
    EXPECT_TRUE(account_is_closed(outcome));
}

TEST_F(Analyse, AGroupOutsideLeavesRowByRow) {
    world.bron("riool").groepeer = domain::Groepeer::ja;
    for (int i = 0; i < 3; ++i) {
        world.add("riool", row("", shape("LINESTRING (300 0,310 0)")).with(Veld::groep, "P"));
    }
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.plans.problems.size(), 3U);
    EXPECT_EQ(outcome.plans.accounts[0].afgekeurd, 3);
    EXPECT_EQ(outcome.plans.accounts[0].samengevoegd, 0);
    EXPECT_TRUE(account_is_closed(outcome));
}

TEST_F(Analyse, WhatCannotBeDrawnIsLeftOutWithItsReason) {
    world.add("riool", row("in", shape("POLYGON ((30 0,31 0,31 10,30 0))")));
    world.add("riool", row("worse", shape("POLYGON ((30 0,31 0,31 10,30 0))")));
    analysis::Plans plans = world.run().plans;
    plans.opgaven[1].werkgebied = {};
    plans.opgaven[1].werkafstand_m = -1;
    const domain::BuurtRegister buurten(world.buurten, {});
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    analysis::Progress progress;
    const analysis::Totals totals = analysis::analyse(plans.opgaven, rules, {}, 1, progress,
                                                      [](const analysis::BuurtResult&) {});
    analysis::leave_out_outside(totals, plans);
    ASSERT_EQ(plans.problems.size(), 1U);
    EXPECT_EQ(plans.problems[0].id, "worse");
    EXPECT_EQ(plans.problems[0].reden, domain::Reden::geometrie_onherstelbaar);
    EXPECT_EQ(plans.problems[0].detail, "a buffer cannot be -1 m wide");
    EXPECT_EQ(plans.accounts[0].geanalyseerd, 1);
}

TEST_F(Analyse, ACheckFindsTheSameOutside) {
    world.add("riool", row("out", shape("POLYGON ((300 0,310 0,310 10,300 0))")));
    world.add("riool", row("in", shape("POLYGON ((30 0,31 0,31 10,30 0))")));
    const Outcome outcome = world.run();
    const domain::BuurtRegister buurten(world.buurten, {});
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    analysis::Progress progress;
    const analysis::Totals checked = analysis::place_all(outcome.plans.opgaven, rules, 2, progress);
    ASSERT_EQ(checked.opgaven.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(checked.opgaven[i].inside, outcome.totals.opgaven[i].inside);
        EXPECT_EQ(checked.opgaven[i].werkgebied_m2, outcome.totals.opgaven[i].werkgebied_m2);
    }
    EXPECT_TRUE(checked.opgaven[0].inside != checked.opgaven[1].inside);
}

TEST_F(Analyse, PartsInTwoBuurtenAddUpToTheWhole) {
    world.settings.min_oppervlakte_m2 = 0;
    world.add("riool",
              row("a", shape("POLYGON ((40 10,160 30,150 60,40 10))")).with(Veld::start, "2028"));
    world.add(
        "weg",
        row("b", shape("POLYGON ((60 0,140 0,140 90,60 90,60 0))")).with(Veld::start, "2028"));
    const Outcome outcome = world.run();
    double sum = 0;
    for (const analysis::BuurtResult& result : outcome.buurten) {
        ASSERT_EQ(result.koppelkansen.size(), 1U);
        sum += result.koppelkansen[0].oppervlakte_m2;
    }
    const double whole = geometry::area_m2(
        geometry::intersection(geometry::from_wkb(outcome.opgave("riool:a").werkgebied),
                               geometry::from_wkb(outcome.opgave("weg:b").werkgebied)));
    EXPECT_NEAR(sum, whole, 1e-9 * whole);
}

class Counting : public analysis::Progress {
  public:
    void advance(std::int64_t count) override { counted += count; }
    std::int64_t counted = 0;
};

TEST_F(Analyse, EveryBuurtIsOneStepOfTheProgress) {
    const domain::BuurtRegister buurten(world.buurten, {});
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    Counting progress;
    analysis::analyse({}, rules, {}, 1, progress, [](const analysis::BuurtResult&) {});
    EXPECT_EQ(progress.counted, 2);
    analysis::place_all({}, rules, 1, progress);
    EXPECT_EQ(progress.counted, 4);
}

TEST_F(Analyse, StopsWhenTheUserStopsIt) {
    const domain::BuurtRegister buurten(world.buurten, {});
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    analysis::Progress progress;
    progress.cancel();
    EXPECT_THROW(analysis::analyse({}, rules, {}, 2, progress, [](const analysis::BuurtResult&) {}),
                 domain::Cancelled);
}

}  // namespace
}  // namespace koppelkans::test
