#include "engine/analysis/judge.h"

#include <gtest/gtest.h>

#include "tests/analysis/world.h"

namespace koppelkans::test {
namespace {

using analysis::judge;
using domain::Fase;
using domain::Reden;

class Judge : public testing::Test {
  protected:
    domain::Opgave opgave(const std::string& soort, const std::string& start,
                          const std::string& eind, Fase fase = Fase::onbekend) {
        domain::Opgave one;
        one.soort = world.soorten.find(soort).value();
        one.fase = fase;
        one.tijdlijn = std::get<time::Tijdlijn>(
            time::build_tijdlijn({start, eind, ""}, world.settings.peildatum, time::TimeZone()));
        return one;
    }
    std::optional<Reden> reden(domain::Opgave& one) {
        const auto verdict = judge(one, world.settings, world.soorten);
        return verdict ? std::optional(verdict->reden) : std::nullopt;
    }
    std::optional<Reden> reden(domain::Opgave&& one) { return reden(one); }
    World world;  // peildatum 2026-11-22; weg rests five years, riool does not
};

TEST_F(Judge, VervallenGoesByItsFase) {
    EXPECT_EQ(reden(opgave("riool", "2028", "2029", Fase::vervallen)), Reden::vervallen);
    EXPECT_EQ(reden(opgave("riool", "2028", "2029", Fase::aangehouden)), std::nullopt);
}

TEST_F(Judge, WhatEndedBeforeThePeildatumIsAfgerond) {
    EXPECT_EQ(reden(opgave("riool", "2025", "2026-11-21")), Reden::afgerond);
    EXPECT_EQ(reden(opgave("riool", "2025", "2026-11-22")), std::nullopt);
}

TEST_F(Judge, AnEindThatIsNotKnownDoesNotEnd) {
    EXPECT_EQ(reden(opgave("riool", "2020", "")), std::nullopt);
    EXPECT_EQ(reden(opgave("riool", "2020", "doorlopend")), std::nullopt);
    EXPECT_EQ(reden(opgave("riool", "", "")), std::nullopt);
}

TEST_F(Judge, GereedIsAfgerondWhateverItsDates) {
    EXPECT_EQ(reden(opgave("riool", "2028", "2029", Fase::gereed)), Reden::afgerond);
    EXPECT_EQ(reden(opgave("weg", "", "", Fase::gereed)), Reden::afgerond) << "no known eind";
    EXPECT_EQ(reden(opgave("weg", "2025", "", Fase::gereed)), Reden::afgerond) << "no known eind";
    EXPECT_EQ(reden(opgave("weg", "2025", "doorlopend", Fase::gereed)), Reden::afgerond);
}

TEST_F(Judge, AFinishedRoadRestsFiveYears) {
    domain::Opgave weg = opgave("weg", "2021", "2021-11-22");
    EXPECT_EQ(reden(weg), std::nullopt);
    EXPECT_EQ(weg.rol, domain::Rol::rust);
    EXPECT_EQ(reden(opgave("weg", "2021", "2021-11-21")), Reden::afgerond) << "a day too long ago";
}

TEST_F(Judge, WorkThatIsGereedAheadOfPlanEndsOnThePeildatum) {
    domain::Opgave weg = opgave("weg", "2026-10-01", "2027-03", Fase::gereed);
    EXPECT_EQ(reden(weg), std::nullopt);
    EXPECT_EQ(weg.rol, domain::Rol::rust);
    EXPECT_EQ(weg.tijdlijn.e1, world.settings.peildatum);
    EXPECT_EQ(weg.tijdlijn.e2, world.settings.peildatum);
    domain::Opgave half = opgave("weg", "2026-10-01", "2026", Fase::gereed);
    EXPECT_EQ(reden(half), std::nullopt);
    EXPECT_EQ(half.tijdlijn.e1, day("2026-10-01"));
    EXPECT_EQ(half.tijdlijn.e2, world.settings.peildatum);
}

TEST_F(Judge, TheVensterLeavesOutWhatLiesWhollyOutside) {
    world.settings.venster = time::Interval{day("2027-01-01"), day("2028-12-31")};
    EXPECT_EQ(reden(opgave("riool", "2026-11-30", "2026-12-31")), Reden::buiten_venster);
    EXPECT_EQ(reden(opgave("riool", "2026-11-30", "2027-01-01")), std::nullopt);
    EXPECT_EQ(reden(opgave("riool", "2028-12-31", "2029")), std::nullopt);
    EXPECT_EQ(reden(opgave("riool", "2029-01-01", "2029")), Reden::buiten_venster);
    EXPECT_EQ(reden(opgave("riool", "", "")), std::nullopt) << "tijd_onbekend stays";
    EXPECT_EQ(reden(opgave("weg", "2026-01-01", "2026-02-01")), std::nullopt) << "rust stays";
}

TEST_F(Judge, AnOpenSideReachesIntoEveryVenster) {
    world.settings.venster = time::Interval{day("2027-01-01"), day("2028-12-31")};
    EXPECT_EQ(reden(opgave("riool", "2026", "doorlopend")), std::nullopt);
    EXPECT_EQ(reden(opgave("riool", "na 2028", "")), Reden::buiten_venster);
}

}  // namespace
}  // namespace koppelkans::test
