#include "engine/analysis/intake.h"

#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/analysis/outline.h"
#include "engine/geometry/geometry.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

geometry::Wkb shape(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

geometry::Wkb raw_point(double x, double y) {
    geometry::Wkb wkb = shape("POINT (1 2)");
    geometry::change_points(wkb, [&](double* xy, std::size_t) {
        xy[0] = x;
        xy[1] = y;
    });
    return wkb;
}

class Intake : public testing::Test {
  protected:
    Intake() {
        world.buurt("BU00000001", shape("POLYGON ((0 0,100 0,100 100,0 100,0 0))"), "WK000000",
                    "GM0000");
        world.buurt("BU00000002", shape("POLYGON ((100 0,200 0,200 100,100 100,100 0))"),
                    "WK000000", "GM0000");
    }
    std::string reden_of(Row one) {
        const std::string id = one.input.text(Veld::id);
        world.add("riool", std::move(one));
        return world.run().reden(id);
    }
    World world;
    const geometry::Wkb square = shape("POLYGON ((10 10,20 10,20 20,10 20,10 10))");
};

TEST_F(Intake, ARowWithoutAnIdIsLeftOut) {
    EXPECT_EQ(reden_of(row("", square)), "id_ontbreekt");
    world.add("riool", row(" \t", square));
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.plans.problems.size(), 2U);
    EXPECT_EQ(outcome.plans.problems[1].reden, domain::Reden::id_ontbreekt);
}

TEST_F(Intake, TheIdIsTrimmedAndTheOtherTextsAreTheSourcesOwn) {
    world.add(
        "riool",
        row(" R 1 ", square).with(Veld::naam, " Kerkstraat ").with(Veld::status, "UITVOERING"));
    const Outcome outcome = world.run();
    const domain::Opgave& opgave = outcome.opgave("riool:R 1");
    EXPECT_EQ(opgave.texts.of(Veld::naam), " Kerkstraat ");
    EXPECT_EQ(opgave.texts.of(Veld::status), "UITVOERING");
    EXPECT_EQ(opgave.fase, domain::Fase::uitvoering);
}

TEST_F(Intake, SoortComesFromTheColumnThroughTheMapThenTheCatalogue) {
    domain::Bron& bron = world.bron("plannen");
    bron.soort.reset();
    bron.soort_waarden["riool - vervangen"] = *world.soorten.find("riool");
    world.add("plannen", row("1", square).with(Veld::soort, " Riool - VERVANGEN"));
    world.add("plannen", row("2", square).with(Veld::soort, "Warmte "));
    world.add("plannen", row("3", square).with(Veld::soort, "kaas"));
    world.add("plannen", row("4", square));
    const Outcome outcome = world.run();
    EXPECT_EQ(world.soorten[outcome.opgave("plannen:1").soort].code, "riool");
    EXPECT_EQ(world.soorten[outcome.opgave("plannen:2").soort].code, "warmte");
    EXPECT_EQ(outcome.reden("3"), "soort_onbekend");
    EXPECT_NE(outcome.problem("3").detail.find("kaas"), std::string::npos);
    EXPECT_EQ(outcome.reden("4"), "soort_onbekend");
}

TEST_F(Intake, AnUnreadableDateIsShownWithItsText) {
    EXPECT_EQ(reden_of(row("1", square).with(Veld::start, "zodra het kan")), "datum_ongeldig");
    EXPECT_NE(world.run().problem("1").detail.find("zodra het kan"), std::string::npos);
}

TEST_F(Intake, AnEindBeforeTheStartIsLeftOut) {
    EXPECT_EQ(reden_of(row("1", square).with(Veld::start, "2029").with(Veld::eind, "2028")),
              "eind_voor_start");
}

TEST_F(Intake, WithoutGeometryAndCodeThereIsNoPlace) {
    EXPECT_EQ(reden_of(row("1")), "geometrie_leeg");
    EXPECT_EQ(reden_of(row("2").with(Veld::buurtcode, "  ")), "geometrie_leeg");
}

TEST_F(Intake, CoordinatesThatAreNoneAreRefused) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    EXPECT_EQ(reden_of(row("1", raw_point(5, nan))), "coordinaten_ongeldig");
    EXPECT_EQ(reden_of(row("2", raw_point(inf, 5))), "coordinaten_ongeldig");
    EXPECT_EQ(reden_of(row("3", raw_point(1.0001e8, 5))), "coordinaten_ongeldig");
    EXPECT_EQ(reden_of(row("4", raw_point(1e8, 5))), "buiten_gebied") << "the limit itself is fine";
    Row faulty = row("5");
    faulty.input.coordinate_fault = "x \"abc\" is no number";
    EXPECT_EQ(reden_of(std::move(faulty)), "coordinaten_ongeldig");
    EXPECT_TRUE(world.run().problem("1").geometry.empty()) << "a NaN cannot be shown";
}

TEST_F(Intake, WhatRepairLeavesNothingOfIsBeyondRepair) {
    EXPECT_EQ(reden_of(row("1", shape("LINESTRING (5 5,5 5)"))), "geometrie_onherstelbaar");
    EXPECT_EQ(reden_of(row("2", shape("POLYGON ((0 0,5 5,10 10,0 0))"))),
              "geometrie_onherstelbaar");
    EXPECT_FALSE(world.run().problem("1").geometry.empty()) << "it is shown as it was read";
}

TEST_F(Intake, LinesThatCrossWithoutEndAreNotDrawn) {
    std::string strokes;  // 350 across 350
    for (int i = 0; i < 350; ++i) {
        strokes += fmt::format("{0}({1} 0,{1} 9),(0 {1},9 {1})", i == 0 ? "" : ",", 0.02 * i);
    }
    EXPECT_EQ(reden_of(row("1", shape("MULTILINESTRING (" + strokes + ")"))),
              "geometrie_onherstelbaar");
    EXPECT_THAT(world.run().problem("1").detail, testing::HasSubstr("more than 100000 times"));
}

TEST_F(Intake, AnInvalidPolygonIsRepairedAndMarked) {
    world.add("riool", row("bow", shape("POLYGON ((0 0,10 10,10 0,0 10,0 0))")));
    world.add("riool", row("whole", square));
    const Outcome outcome = world.run();
    EXPECT_TRUE(outcome.opgave("riool:bow").hersteld);
    EXPECT_DOUBLE_EQ(outcome.opgave("riool:bow").werkgebied_m2, 50);
    EXPECT_FALSE(outcome.opgave("riool:whole").hersteld);
}

TEST_F(Intake, ACollectionCountsByItsHighestDimension) {
    world.add("riool", row("1", shape("GEOMETRYCOLLECTION (POINT (5 5),LINESTRING (0 0,9 9),"
                                      "POLYGON ((10 10,20 10,20 20,10 20,10 10)))")));
    EXPECT_DOUBLE_EQ(world.run().opgave("riool:1").werkgebied_m2, 100);
}

TEST_F(Intake, ACodeStandsForAGebiedOnlyWithoutGeometry) {
    world.add("riool", row("plek", square).with(Veld::buurtcode, "nowhere"));
    world.add("riool", row("buurt").with(Veld::buurtcode, "2"));
    world.add("riool", row("wijk").with(Veld::wijkcode, " wk000000 "));
    world.add("riool", row("any").with(Veld::gebiedscode, "GM0000"));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.opgave("riool:plek").niveau, domain::Niveau::plek);
    EXPECT_EQ(outcome.opgave("riool:buurt").gebied, (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(outcome.opgave("riool:wijk").gebied, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(outcome.opgave("riool:any").niveau, domain::Niveau::gebied);
    EXPECT_DOUBLE_EQ(outcome.opgave("riool:any").werkgebied_m2, 20000);
    EXPECT_DOUBLE_EQ(outcome.opgave("riool:any").werkafstand_m, 0);
}

TEST_F(Intake, TheFirstFilledCodeCountsWithoutFallback) {
    EXPECT_EQ(
        reden_of(
            row("1").with(Veld::gebiedscode, "BU99999999").with(Veld::buurtcode, "BU00000001")),
        "gebiedscode_onbekend");
    EXPECT_EQ(reden_of(row("2").with(Veld::buurtcode, "WK000000")), "gebiedscode_onbekend");
}

TEST_F(Intake, WerkafstandComesFromRowThenSourceThenSoort) {
    const geometry::Wkb line = shape("LINESTRING (20 50,80 50)");
    world.add("warmte", row("soort", line));
    world.add("riool", row("bron", line));
    world.bron("riool").werkafstand_m = 4.0;
    world.add("riool", row("row", line).with(Veld::werkafstand, "1,5"));
    const Outcome outcome = world.run();
    EXPECT_DOUBLE_EQ(outcome.opgave("warmte:soort").werkafstand_m, 2);
    EXPECT_DOUBLE_EQ(outcome.opgave("riool:bron").werkafstand_m, 4);
    EXPECT_DOUBLE_EQ(outcome.opgave("riool:row").werkafstand_m, 1.5);
    // 60 m long and 3 m wide, with a cap of 32 segments: half a polygon of 32 corners at each end.
    const double cap = 16 * 1.5 * 1.5 * std::sin(2 * std::acos(-1.0) / 32);
    EXPECT_NEAR(outcome.opgave("riool:row").werkgebied_m2, 180 + cap, 1e-9);
    EXPECT_DOUBLE_EQ(*outcome.opgave("riool:row").lengte_m, 60);
}

/// It is asked for in each buurt, for lengths and for the result.
TEST_F(Intake, GroundThatTakesLongToDrawIsDrawnAndKept) {
    std::string strokes;
    std::string elsewhere;
    for (int i = 0; i < 120; ++i) {
        const char* comma = i == 0 ? "" : ",";
        strokes += fmt::format("{}{} {}", comma, 20 + 0.2 * i, 20 + 30 * (i % 2));
        elsewhere += fmt::format("{}{} {}", comma, 9000 + 0.2 * i, 20 + 30 * (i % 2));
    }
    const geometry::Wkb line = shape("LINESTRING (" + strokes + ")");
    world.add("riool", row("near", line).with(Veld::werkafstand, "25"));
    world.add("riool", row("far", line).with(Veld::werkafstand, "0.01"));
    world.add("riool", row("few", shape("LINESTRING (20 50,80 50)")).with(Veld::werkafstand, "25"));
    world.add("riool", row("bare", square));
    world.add(
        "riool",
        row("elsewhere", shape("LINESTRING (" + elsewhere + ")")).with(Veld::werkafstand, "25"));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.kept, std::vector<std::string>{"riool:near"});
    EXPECT_EQ(outcome.reden("elsewhere"), "buiten_gebied");

    domain::Opgave anew = outcome.opgave("riool:near");
    const geometry::Wkb kept = std::exchange(anew.werkgebied, {});
    EXPECT_EQ(geometry::multi_polygon_of(analysis::own_ground(anew)).bytes, kept.bytes);
}

TEST_F(Intake, APolygonDoesNotLookAtTheSoort) {
    world.add("riool", row("plain", square));
    world.add("riool", row("wide", square).with(Veld::werkafstand, "1"));
    const Outcome outcome = world.run();
    EXPECT_DOUBLE_EQ(outcome.opgave("riool:plain").werkgebied_m2, 100);
    EXPECT_GT(outcome.opgave("riool:wide").werkgebied_m2, 143);
    EXPECT_EQ(outcome.opgave("riool:plain").lengte_m, std::nullopt);
}

TEST_F(Intake, AWerkafstandMustBeAPlausibleNumber) {
    for (const char* text : {"drie", "-1", "10000.01", "nan"}) {
        EXPECT_EQ(reden_of(row(text, square).with(Veld::werkafstand, text)),
                  "werkafstand_ongeldig");
    }
    EXPECT_EQ(reden_of(row("most", square).with(Veld::werkafstand, "10000")), "");
    EXPECT_EQ(reden_of(row("code").with(Veld::buurtcode, "1").with(Veld::werkafstand, "x")),
              "werkafstand_ongeldig");
}

TEST_F(Intake, ALineOrPointWithoutWidthTakesNoGround) {
    world.add("weg", row("line", shape("LINESTRING (0 0,9 9)")));
    world.add("weg", row("point", shape("POINT (5 5)")));
    world.add("weg", row("zero", square).with(Veld::werkafstand, "0"));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.reden("line"), "werkgebied_leeg");
    EXPECT_EQ(outcome.reden("point"), "werkgebied_leeg");
    EXPECT_EQ(outcome.reden("zero"), "");
}

TEST_F(Intake, TheFirstReasonInTheOrderOfTheContractCounts) {
    Row everything = row("1");
    everything.input.coordinate_fault = "x";
    world.bron("plannen").soort.reset();
    world.add("plannen", row("1").with(Veld::soort, "kaas").with(Veld::start, "kaas"));
    world.add("plannen",
              row("2", raw_point(1e9, 0)).with(Veld::soort, "riool").with(Veld::start, "kaas"));
    world.add(
        "plannen",
        row("3", raw_point(1e9, 0)).with(Veld::soort, "riool").with(Veld::werkafstand, "kaas"));
    world.add("plannen", row("4")
                             .with(Veld::soort, "riool")
                             .with(Veld::buurtcode, "x")
                             .with(Veld::werkafstand, "kaas"));
    world.add("plannen", row("5", shape("POINT (500 500)"))
                             .with(Veld::soort, "riool")
                             .with(Veld::status, "vervallen"));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.reden("1"), "soort_onbekend");
    EXPECT_EQ(outcome.reden("2"), "datum_ongeldig");
    EXPECT_EQ(outcome.reden("3"), "coordinaten_ongeldig");
    EXPECT_EQ(outcome.reden("4"), "gebiedscode_onbekend");
    EXPECT_EQ(outcome.reden("5"), "vervallen");
    EXPECT_TRUE(account_is_closed(outcome));
}

TEST_F(Intake, WhatIsLeftOutKeepsItsGeometryAsRead) {
    const geometry::Wkb bow = shape("POLYGON ((0 0,10 10,10 0,0 10,0 0))");
    world.add("riool", row("1", bow).with(Veld::status, "vervallen"));
    world.add("riool", row("2", bow).with(Veld::start, "kaas"));
    world.add("riool", row("2", square));
    const Outcome outcome = world.run();
    EXPECT_EQ(outcome.problem("1").geometry, bow);
    EXPECT_EQ(outcome.problem("2").geometry, bow);
    EXPECT_EQ(outcome.plans.problems.size(), 3U);
}

TEST_F(Intake, EachMetreOfALineThatRetracesItselfIsMeasuredAsDrawn) {
    world.add("riool", row("1", shape("LINESTRING (10 10,20 10,10 10)")));
    EXPECT_DOUBLE_EQ(*world.run().opgave("riool:1").lengte_m, 20);
}

}  // namespace
}  // namespace koppelkans::test
