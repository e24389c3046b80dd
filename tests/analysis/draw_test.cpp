#include "engine/analysis/draw.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/analysis/outline.h"
#include "engine/geometry/piecewise_buffer.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

geometry::Wkb shape(const std::string& wkt) {
    return geometry::to_wkb(geometry::from_wkt(wkt));
}

// Two buurten of one wijk, and ground beside them.
const AsciiMap town(R"(
    uuuuvvvv..
    uuuuvvvv..
)",
                    10);

class Draw : public testing::TestWithParam<int> {
  protected:
    Draw() {
        world.buurt("U", town.area("u"), "W");
        world.buurt("V", town.area("v"), "W");
    }
    /// "opgave area", in the order in which they come.
    std::vector<std::string> drawn() {
        const Outcome outcome = world.run();
        std::vector<domain::Opgave> opgaven = outcome.plans.opgaven;
        for (domain::Opgave& opgave : opgaven) {
            if (world.bron("riool").groepeer == domain::Groepeer::nee) {
                opgave.werkgebied = {};  // as it is in a run
            }
        }
        const domain::BuurtRegister buurten(world.buurten, {});
        const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
        const analysis::Progress progress;
        std::vector<std::string> texts;
        analysis::draw_all(opgaven, outcome.totals, rules, GetParam(), progress,
                           [&](std::size_t first, const std::vector<geometry::Wkb>& grounds) {
                               most_at_once_ = std::max(most_at_once_, grounds.size());
                               for (std::size_t i = 0; i < grounds.size(); ++i) {
                                   if (!grounds[i].empty()) {
                                       texts.push_back(opgaven[first + i].opgave_id + " " +
                                                       std::to_string(std::lround(geometry::area_m2(
                                                           geometry::from_wkb(grounds[i])))));
                                   }
                               }
                           });
        return texts;
    }
    World world;
    std::size_t most_at_once_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Jobs, Draw, testing::Values(1, 2));

TEST_P(Draw, GivesThoseThatLieInABuurtInTheirOrder) {
    for (int i = 0; i < 600; ++i) {
        const std::string y = std::to_string(i % 20);
        world.add("riool",
                  row(std::to_string(1000 + i), shape("LINESTRING (10 " + y + ",30 " + y + ")"))
                      .with(Veld::werkafstand, "0.5"));
    }
    world.add("riool", row("0", shape("LINESTRING (1000 0,1010 0)")));
    const std::vector<std::string> texts = drawn();
    ASSERT_EQ(texts.size(), 600U);
    EXPECT_EQ(texts.front(), "riool:1000 21");
    EXPECT_EQ(texts.back(), "riool:1599 21");
    EXPECT_TRUE(std::is_sorted(texts.begin(), texts.end()));
    EXPECT_LE(most_at_once_, 256U) << "some at a time, not all";
}

TEST_P(Draw, AGebiedHasTheGroundOfItsBuurten) {
    world.add("riool", row("u").with(Veld::gebiedscode, "U"));
    world.add("riool", row("w").with(Veld::gebiedscode, "W"));
    world.add("riool", row("w again").with(Veld::gebiedscode, "W"));
    EXPECT_EQ(drawn(),
              (std::vector<std::string>{"riool:u 800", "riool:w 1600", "riool:w again 1600"}));
}

TEST_P(Draw, AGroupOfAGebiedAndAPlaceHasBoth) {
    world.bron("riool").groepeer = domain::Groepeer::ja;
    world.add("riool", row("", {}).with(Veld::groep, "p").with(Veld::gebiedscode, "U"));
    world.add("riool",
              row("", shape("POLYGON ((30 0,60 0,60 10,30 10,30 0))")).with(Veld::groep, "p"));
    EXPECT_EQ(drawn(), (std::vector<std::string>{"riool:p 1000"})) << "20 by 10 m of it beside U";
}

TEST(OwnGround, OfAPolygonWithoutWerkafstandIsThePolygon) {
    domain::Opgave one;
    one.geometry = shape("POLYGON ((0 0,4 0,4 4,0 0))");
    EXPECT_TRUE(analysis::plainly_takes_ground(one));
    ASSERT_EQ(analysis::own_ground(one).size(), 1U);
    EXPECT_EQ(analysis::own_ground(one)[0].ring(), (geometry::Vertices{{0, 0}, {4, 0}, {4, 4}}));
}

/// As intake leaves them: they share a corner at most. Uniting them in each buurt took 25 s of
/// 3,600.
TEST(OwnGround, OfPolygonsWithoutWerkafstandIsThey) {
    domain::Opgave one;
    one.geometry = shape("MULTIPOLYGON (((4 4,8 4,8 8,4 4)),((0 0,4 0,4 4,0 0)))");
    const std::vector<geometry::Area> ground = analysis::own_ground(one);
    ASSERT_EQ(ground.size(), 2U);
    EXPECT_EQ(ground[0].ring(), (geometry::Vertices{{4, 4}, {8, 4}, {8, 8}}));
    EXPECT_EQ(ground[1].ring(), (geometry::Vertices{{0, 0}, {4, 0}, {4, 4}}));
}

TEST(OwnGround, ThatIsKeptIsNotDrawn) {
    domain::Opgave one;
    one.geometry = shape("LINESTRING (0 0,10 0)");
    one.werkafstand_m = 1;
    one.werkgebied = shape("MULTIPOLYGON (((0 0,4 0,4 4,0 0)))");
    EXPECT_DOUBLE_EQ(geometry::area_m2(analysis::own_ground(one)), 8);
}

TEST(OwnGround, OfALineNeedsAWerkafstand) {
    domain::Opgave one;
    one.geometry = shape("LINESTRING (0 0,10 0)");
    EXPECT_FALSE(analysis::plainly_takes_ground(one));
    EXPECT_TRUE(analysis::own_ground(one).empty());
    one.werkafstand_m = 1e-3;
    EXPECT_FALSE(analysis::plainly_takes_ground(one)) << "too narrow to be sure of";
    EXPECT_NEAR(geometry::area_m2(analysis::own_ground(one)), 0.02, 1e-4);
    one.werkafstand_m = 1;
    EXPECT_TRUE(analysis::plainly_takes_ground(one));
}

TEST(OwnGround, WithoutAnAreaIsNone) {
    domain::Opgave one;
    one.geometry = shape("POLYGON ((0 0,10 0,5 0,0 0))");
    EXPECT_FALSE(analysis::plainly_takes_ground(one));
    EXPECT_TRUE(analysis::own_ground(one).empty());
}

/// Twenty parts across twenty others, each 200 m long and 3 m wide, if they have a width.
std::string grid(const char* kind, const char* across, const char* along) {
    std::string parts;
    for (int at = 5; at < 200; at += 10) {
        for (const char* part : {across, along}) {
            parts += (parts.empty() ? "" : ",") + fmt::format(fmt::runtime(part), at, at + 3);
        }
    }
    return fmt::format("{} ({})", kind, parts);
}

/// To and fro over 200 m, with strokes at the same places as those of `grid`.
std::string comb(const char* point) {
    std::string points;
    for (int i = 0; i < 40; ++i) {
        points += (points.empty() ? "" : ",") +
                  fmt::format(fmt::runtime(point), 5 + 10 * (i / 2), (i + 1) / 2 % 2 * 200);
    }
    return "(" + points + ")";
}

/// Two combs across one another, since many parts are drawn one by one.
TEST(OwnGround, OfLinesThatCrossOftenIsDrawnInPieces) {
    domain::Opgave one;
    one.geometry = shape("MULTILINESTRING (" + comb("{0} {1}") + "," + comb("{1} {0}") + ")");
    const geometry::Geometry lines = geometry::from_wkb(one.geometry);
    for (const double distance : {0.5, 1.0, 2.0}) {
        one.werkafstand_m = distance;
        const double pieces_m2 =
            geometry::area_m2(geometry::areas_of(geometry::piecewise_buffer(lines, distance)));
        EXPECT_EQ(geometry::area_m2(analysis::own_ground(one)), pieces_m2);
        EXPECT_NE(geometry::area_m2(geometry::buffered(geometry::unary_union(lines), distance)),
                  pieces_m2);
    }
}

/// As intake leaves it: one polygon with 361 holes.
TEST(OwnGround, OfPolygonsThatCrossedOftenIsThatOfGeos) {
    const geometry::Geometry repaired = geometry::made_valid(
        geometry::from_wkb(shape(grid("MULTIPOLYGON", "((0 {0},200 {0},200 {1},0 {1},0 {0}))",
                                      "(({0} 0,{0} 200,{1} 200,{1} 0,{0} 0))"))));
    domain::Opgave one;
    one.geometry = geometry::to_wkb(repaired);
    for (const double distance : {0.5, 1.0}) {
        one.werkafstand_m = distance;
        EXPECT_EQ(geometry::area_m2(analysis::own_ground(one)),
                  geometry::area_m2(geometry::areas_of(geometry::buffered(repaired, distance))));
    }
}

TEST(OwnGround, PartsThatOverlapCountOnce) {
    domain::Opgave one;
    one.geometry = shape("MULTILINESTRING ((0 0,10 0),(0 0,10 0))");
    one.werkafstand_m = 1;
    domain::Opgave single = one;
    single.geometry = shape("LINESTRING (0 0,10 0)");
    EXPECT_NEAR(geometry::area_m2(analysis::own_ground(one)),
                geometry::area_m2(analysis::own_ground(single)), 1e-9);
    EXPECT_TRUE(analysis::own_ground({}).empty());
}

}  // namespace
}  // namespace koppelkans::test
