#include "engine/analysis/risk.h"

#include <gtest/gtest.h>

#include "engine/domain/ids.h"
#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

const AsciiMap street(R"(
    uuuuuuuu
    uaaccbbu
    uuuuuuuu
)",
                      10);

/// weg rests five years; riool digs, groen does not. Peildatum 2026-11-22.
class Risk : public testing::Test {
  protected:
    Risk() { world.buurt("U", street.area("uabc")); }
    void plan(const std::string& soort, const std::string& letters, const std::string& start,
              const std::string& eind, const std::string& id = "1") {
        world.add(soort,
                  row(id, street.area(letters)).with(Veld::start, start).with(Veld::eind, eind));
    }
    std::vector<domain::Risico> risks() const { return world.run().buurten[0].risicos; }
    World world;
};

TEST_F(Risk, ANewRoadThatIsDugOpenWithinItsRest) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("riool", "cb", "2030-01-01", "2030-06-30");
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.buurten[0].risicos.size(), 1U);
    const domain::Risico& one = outcome.buurten[0].risicos[0];
    EXPECT_EQ(outcome.plans.opgaven[one.eerst].opgave_id, "weg:1");
    EXPECT_EQ(outcome.plans.opgaven[one.daarna].opgave_id, "riool:1");
    EXPECT_EQ(one.graafrust_tot, day("2032-12-31"));
    EXPECT_EQ(one.zekerheid, time::TijdZekerheid::zeker);
    EXPECT_DOUBLE_EQ(one.oppervlakte_m2, 200);
    // From 2030-01-01 to 2032-12-31 of 2027-12-31 to 2032-12-31.
    EXPECT_DOUBLE_EQ(one.ernst, 200.0 * 1095 / 1827);
    EXPECT_EQ(one.risico_id, domain::stable_id("U", {"weg:1", "riool:1"}));
    EXPECT_EQ(one.koppelkans_id, "") << "more than two years lie between them";
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(one.geometry)), 200);
}

TEST_F(Risk, CouplingWouldTakeItAway) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("riool", "cb", "2029-01-01", "2029-06-30");
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.buurten[0].risicos.size(), 1U);
    EXPECT_EQ(outcome.buurten[0].risicos[0].koppelkans_id,
              outcome.buurten[0].koppelkansen[0].koppelkans_id);
}

TEST_F(Risk, TheLastDayOfTheRestCountsAndTheNextDoesNot) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("riool", "cb", "2032-12-31", "2033-06-30");
    ASSERT_EQ(risks().size(), 1U);
    EXPECT_DOUBLE_EQ(risks()[0].ernst, 0);
    World late;
    late.buurt("U", street.area("uabc"));
    late.add(
        "weg",
        row("1", street.area("ac")).with(Veld::start, "2027-01-01").with(Veld::eind, "2027-12-31"));
    late.add(
        "riool",
        row("1", street.area("cb")).with(Veld::start, "2033-01-01").with(Veld::eind, "2033-06-30"));
    EXPECT_TRUE(late.run().buurten[0].risicos.empty());
}

TEST_F(Risk, WhatMayStartOnTheLastDayOfTheFirstIsNotLater) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("riool", "cb", "2027-12-31", "2028-06-30");
    EXPECT_TRUE(risks().empty());
    plan("warmte", "cb", "2028-01-01", "2028-06-30");
    ASSERT_EQ(risks().size(), 1U);
    EXPECT_DOUBLE_EQ(risks()[0].ernst, 200.0 * 1826 / 1827);
}

TEST_F(Risk, UncertainDatesMakeItPossibleOnly) {
    plan("weg", "ac", "2027-01-01", "2027");
    plan("riool", "cb", "2027", "2030");
    ASSERT_EQ(risks().size(), 0U) << "its latest start is not behind the latest end";
    plan("warmte", "cb", "najaar 2032", "2033");
    const auto found = risks();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].zekerheid, time::TijdZekerheid::mogelijk)
        << "the rest may have begun on the first day of 2027";
}

TEST_F(Risk, WhatMayStartOnTheLastDayOfTheFirstIsPossibleOnly) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("riool", "cb", "31-12-2027 t/m 01-03-2028", "2028-12-31", "1");
    plan("warmte", "cb", "01-01-2028 t/m 01-03-2028", "2028-12-31", "1");
    const auto found = risks();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].zekerheid, time::TijdZekerheid::mogelijk);
    EXPECT_EQ(found[1].zekerheid, time::TijdZekerheid::zeker);
}

TEST_F(Risk, ARestPastTheCalendarHasOnlyJustBegun) {
    domain::Soort weg = world.soorten[*world.soorten.find("weg")];
    weg.graafrust = {8000 * 12, 0};
    world.soorten.put(weg);
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("riool", "cb", "2040-01-01", "2040-06-30");
    ASSERT_EQ(risks().size(), 1U);
    EXPECT_EQ(risks()[0].graafrust_tot, time::Day::open_after());
    EXPECT_DOUBLE_EQ(risks()[0].ernst, 200) << "all of what they share";
}

TEST_F(Risk, AnEindThatIsNotKnownStartsNoRest) {
    plan("weg", "ac", "2027-01-01", "");
    plan("riool", "cb", "2029-01-01", "2029-06-30");
    EXPECT_TRUE(risks().empty());
}

TEST_F(Risk, WhoDoesNotDigOpensNothing) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("groen", "cb", "2029-01-01", "2029-06-30");
    EXPECT_TRUE(risks().empty());
}

TEST_F(Risk, WithoutARestNothingIsDisturbed) {
    plan("riool", "ac", "2027-01-01", "2027-12-31");
    plan("warmte", "cb", "2029-01-01", "2029-06-30");
    EXPECT_TRUE(risks().empty());
}

TEST_F(Risk, TheSameSoortCountsToo) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("weg", "cb", "2030-01-01", "2030-12-31", "2");
    ASSERT_EQ(risks().size(), 1U);
}

TEST_F(Risk, AnUncertainStartMayLieBehindTheEind) {
    plan("weg", "ac", "2027-01-01", "2027-06-30", "1");
    plan("weg", "cb", "2027-2028", "2028-01-31", "2");
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.buurten[0].risicos.size(), 1U);
    const domain::Risico& one = outcome.buurten[0].risicos[0];
    EXPECT_EQ(outcome.plans.opgaven[one.eerst].id, "1");
    EXPECT_EQ(one.zekerheid, time::TijdZekerheid::mogelijk);
    EXPECT_DOUBLE_EQ(one.ernst, 200) << "it may open the ground the day after";
}

TEST_F(Risk, FinishedWorkStillRests) {
    plan("weg", "ac", "2024-01-01", "2024-12-31");
    plan("riool", "cb", "2029-01-01", "2029-06-30");
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.opgave("weg:1").rol, domain::Rol::rust);
    ASSERT_EQ(outcome.buurten[0].risicos.size(), 1U);
    EXPECT_EQ(outcome.buurten[0].risicos[0].graafrust_tot, day("2029-12-31"));
    EXPECT_EQ(outcome.buurten[0].risicos[0].koppelkans_id, "");
}

TEST_F(Risk, RestAfterRestIsNoRisk) {
    plan("weg", "ac", "2024-01-01", "2024-12-31");
    plan("weg", "cb", "2025-01-01", "2025-12-31", "2");
    EXPECT_TRUE(risks().empty()) << "the second is no plan";
}

TEST_F(Risk, WholeGebiedenAndUndatedNever) {
    plan("weg", "ac", "2027-01-01", "2027-12-31");
    plan("riool", "cb", "", "");
    world.add("warmte", row("g").with(Veld::buurtcode, "U").with(Veld::start, "2029"));
    world.settings.onbekende_tijd = domain::OnbekendeTijd::meenemen;
    EXPECT_TRUE(risks().empty());
}

TEST_F(Risk, RowsGoByFirstThenLater) {
    plan("weg", "abc", "2027-01-01", "2027-12-31", "b");
    plan("weg", "abc", "2026-12-01", "2026-12-31", "a");
    plan("riool", "c", "2029-01-01", "2029-06-30", "r");
    std::vector<std::string> rows;
    const Outcome outcome = world.run();
    for (const domain::Risico& one : outcome.buurten[0].risicos) {
        rows.push_back(outcome.plans.opgaven[one.eerst].id + outcome.plans.opgaven[one.daarna].id);
    }
    EXPECT_EQ(rows, (std::vector<std::string>{"ar", "ab", "br"}));
}

}  // namespace
}  // namespace koppelkans::test
