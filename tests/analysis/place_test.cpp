#include "engine/analysis/place.h"

#include <gtest/gtest.h>

#include "engine/analysis/overlap.h"
#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using analysis::Member;
using analysis::Places;
using analysis::Scene;

domain::Opgave plek(const std::string& id, geometry::Wkb ground) {
    domain::Opgave one;
    one.opgave_id = id;
    one.werkgebied = std::move(ground);
    one.box = geometry::bounds(one.werkgebied);
    one.werkgebied_m2 = geometry::area_m2(geometry::from_wkb(one.werkgebied));
    return one;
}

domain::BuurtRegister one_buurt(const AsciiMap& map, const std::string& letters) {
    domain::Buurt buurt;
    buurt.buurtcode = "U";
    buurt.polygon = map.area(letters);
    buurt.box = geometry::bounds(buurt.polygon);
    buurt.area_m2 = map.area_m2(letters);
    return domain::BuurtRegister({buurt}, {});
}

// u is the buurt; a lies inside, b across its border, c beside it (touching), d outside.
const AsciiMap town(R"(
    uuuuuu..dd
    uaaubbB.dd
    uaauuucc..
    uuuuuucc..
)",
                    10);

TEST(Scene, CutsTheGroundOfEachOpgaveToTheBuurt) {
    const domain::BuurtRegister buurten = one_buurt(town, "uab");
    const std::vector<domain::Opgave> opgaven = {
        plek("a", town.area("a")), plek("b", town.area("bB")), plek("c", town.area("c")),
        plek("d", town.area("d"))};
    const Places places(opgaven, 1);
    const Scene scene(0, buurten, opgaven, places, [] {});
    ASSERT_EQ(scene.members().size(), 2U) << "touching is no overlap";
    EXPECT_EQ(scene.members()[0].opgave, 0U);
    EXPECT_DOUBLE_EQ(scene.members()[0].area_m2, 400);
    EXPECT_EQ(scene.members()[1].opgave, 1U);
    EXPECT_DOUBLE_EQ(scene.members()[1].area_m2, 200) << "of its 300 m2";
    EXPECT_DOUBLE_EQ(geometry::area_m2(scene.members()[1].ground), 200);
}

TEST(Scene, CutsToEveryPartOfABuurt) {
    // Two islands, and a plan that lies askew over both and the water between them.
    const auto shape = [](const char* wkt) { return geometry::to_wkb(geometry::from_wkt(wkt)); };
    domain::Buurt buurt;
    buurt.buurtcode = "U";
    buurt.polygon = shape(
        "MULTIPOLYGON (((0 0,100 0,100 100,0 100,0 0)),((200 0,300 0,300 100,200 100,200 0)))");
    buurt.box = geometry::bounds(buurt.polygon);
    const domain::BuurtRegister buurten({buurt}, {});
    const std::vector<domain::Opgave> opgaven = {
        plek("a", shape("POLYGON ((50 20,250 30,251 60,49 55,50 20))"))};
    const Scene scene(0, buurten, opgaven, Places(opgaven, 1), [] {});
    ASSERT_EQ(scene.members().size(), 1U);
    EXPECT_EQ(scene.members()[0].ground.size(), 2U);
    EXPECT_NEAR(scene.members()[0].area_m2,
                geometry::area_m2(geometry::intersection(
                    geometry::from_wkb(buurt.polygon), geometry::from_wkb(opgaven[0].werkgebied))),
                1e-6);
}

TEST(Scene, TellsOfGroundThatCannotBeDrawn) {
    const domain::BuurtRegister buurten = one_buurt(town, "uab");
    std::vector<domain::Opgave> opgaven = {plek("a", town.area("a")), plek("b", town.area("b"))};
    opgaven[1].werkgebied = {};
    opgaven[1].geometry = town.area("b");
    opgaven[1].box = geometry::bounds(opgaven[1].geometry);
    opgaven[1].werkafstand_m = -1;  // a buffer that GEOS is not asked for
    const Scene scene(0, buurten, opgaven, Places(opgaven, 1), [] {});
    EXPECT_EQ(scene.members().size(), 1U);
    ASSERT_EQ(scene.undrawn().size(), 1U);
    EXPECT_EQ(scene.undrawn()[0].opgave, 1U);
    EXPECT_EQ(scene.undrawn()[0].detail, "a buffer cannot be -1 m wide");
}

TEST(Scene, CutsASlantingBorderToo) {
    // The box of the plan lies inside that of the buurt, and what is left of it has four corners
    // too.
    const auto shape = [](const char* wkt) { return geometry::to_wkb(geometry::from_wkt(wkt)); };
    domain::Buurt buurt;
    buurt.buurtcode = "U";
    buurt.polygon = shape("POLYGON ((0 0,100 0,0 100,0 0))");
    buurt.box = geometry::bounds(buurt.polygon);
    const domain::BuurtRegister buurten({buurt}, std::nullopt);
    const std::vector<domain::Opgave> opgaven = {
        plek("a", shape("POLYGON ((40 40,70 40,70 50,40 50,40 40))")),
        plek("b", shape("POLYGON ((10 10,20 11,20 20,10 20,10 10))")),
        plek("c", shape("POLYGON ((60 60,70 60,70 70,60 70,60 60))"))};
    const Scene scene(0, buurten, opgaven, Places(opgaven, 1), [] {});
    ASSERT_EQ(scene.members().size(), 2U);
    EXPECT_NEAR(scene.members()[0].area_m2, 150, 1e-9) << "20 and 10 m wide, 10 m high";
    EXPECT_EQ(scene.members()[0].ground.at(0).ring().size(), 4U);
    EXPECT_EQ(scene.members()[1].ground.at(0).ring(),
              geometry::areas_of(opgaven[1].werkgebied).at(0).ring())
        << "as it was, untouched";
}

TEST(Scene, AnOpgaveOfTheWholeBuurtIsThereWithoutAGroundOfItsOwn) {
    const domain::BuurtRegister buurten = one_buurt(town, "uab");
    std::vector<domain::Opgave> opgaven = {plek("a", town.area("a")), {}};
    opgaven[1].niveau = domain::Niveau::gebied;
    opgaven[1].gebied = {0};
    const Scene scene(0, buurten, opgaven, Places(opgaven, 1), [] {});
    ASSERT_EQ(scene.members().size(), 2U);
    EXPECT_TRUE(scene.members()[1].whole_buurt);
    EXPECT_DOUBLE_EQ(scene.members()[1].area_m2, town.area_m2("uab"));
    EXPECT_TRUE(scene.members()[1].ground.empty());
}

TEST(Scene, AGroupThatTakesTheBuurtAndAPlekInItIsThereOnce) {
    const domain::BuurtRegister buurten = one_buurt(town, "uab");
    std::vector<domain::Opgave> opgaven = {plek("a", town.area("a"))};
    opgaven[0].niveau = domain::Niveau::gebied;
    opgaven[0].gebied = {0};
    const Scene scene(0, buurten, opgaven, Places(opgaven, 1), [] {});
    ASSERT_EQ(scene.members().size(), 1U);
    EXPECT_TRUE(scene.members()[0].whole_buurt);
}

TEST(Neighbours, ArePairsWhoseBoxesMeetOnceEach) {
    const domain::BuurtRegister buurten = one_buurt(town, "uab");
    std::vector<domain::Opgave> opgaven = {plek("a", town.area("a")), plek("b", town.area("bB")),
                                           plek("u", town.area("uab"))};
    const Scene scene(0, buurten, opgaven, Places(opgaven, 1), [] {});
    std::vector<std::string> pairs;
    int asked = 0;
    analysis::for_each_neighbours(
        scene, [&asked] { ++asked; },
        [&pairs](const analysis::Pair& pair) {
            pairs.push_back(std::to_string(pair.a) + std::to_string(pair.b));
        });
    EXPECT_EQ(pairs, (std::vector<std::string>{"02", "12"}));
    EXPECT_EQ(asked, 3) << "a run can be stopped between two members";
}

Member member(const geometry::Wkb& ground) {
    Member one;
    one.box = geometry::bounds(ground);
    one.ground = geometry::areas_of(ground);
    one.area_m2 = geometry::area_m2(geometry::from_wkb(ground));
    return one;
}

// The letters x and y share z.
const AsciiMap crossing(R"(
    xxx....
    xxzyy..
    ...yy.w
)");

TEST(Overlap, IsTheSharedGround) {
    const auto shared =
        analysis::overlap(member(crossing.area("xz")), member(crossing.area("zy")), 0);
    ASSERT_TRUE(shared.has_value());
    EXPECT_DOUBLE_EQ(shared->area_m2, 1);
    EXPECT_DOUBLE_EQ(geometry::area_m2(shared->ground), 1);
}

TEST(Overlap, OfRingsInGeneralPositionIsThatOfGeosToo) {
    const auto shape = [](const char* wkt) { return geometry::to_wkb(geometry::from_wkt(wkt)); };
    const geometry::Wkb a = shape("POLYGON ((0 0,10 0.5,10 10,0 9,0 0))");
    const geometry::Wkb b = shape("POLYGON ((5 -3,8 -2,7 14,4 12,5 -3))");
    const auto plain = analysis::overlap(member(a), member(b), 0);
    ASSERT_TRUE(plain);
    EXPECT_NEAR(
        plain->area_m2,
        geometry::area_m2(geometry::intersection(geometry::from_wkb(a), geometry::from_wkb(b))),
        1e-9);
    EXPECT_NEAR(geometry::area_m2(plain->ground), plain->area_m2, 1e-9);
}

TEST(Overlap, OfAGroundWithAHoleLeavesTheHoleOut) {
    const auto shape = [](const char* wkt) { return geometry::to_wkb(geometry::from_wkt(wkt)); };
    const auto shared = analysis::overlap(
        member(shape("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))")),
        member(shape("POLYGON ((-1 4,11 4,11 5,-1 5,-1 4))")), 0);
    ASSERT_TRUE(shared);
    EXPECT_DOUBLE_EQ(shared->area_m2, 4);
    EXPECT_EQ(shared->ground.size(), 2U);
}

TEST(Overlap, OfExactlyTheLeastAreaCountsAndABitLessDoesNot) {
    const Member a = member(crossing.area("xz"));
    const Member b = member(crossing.area("zy"));
    EXPECT_TRUE(analysis::overlap(a, b, 1.0).has_value());
    EXPECT_FALSE(analysis::overlap(a, b, 1.0000001).has_value());
}

TEST(Overlap, ASharedEdgeOrCornerIsNone) {
    EXPECT_FALSE(
        analysis::overlap(member(crossing.area("z")), member(crossing.area("y")), 0).has_value());
    EXPECT_FALSE(
        analysis::overlap(member(crossing.area("x")), member(crossing.area("y")), 0).has_value());
    EXPECT_FALSE(
        analysis::overlap(member(crossing.area("x")), member(crossing.area("w")), 0).has_value());
}

TEST(Overlap, WithAWholeBuurtIsTheOthersGround) {
    Member whole;
    whole.whole_buurt = true;
    whole.area_m2 = 21;
    const auto shared = analysis::overlap(whole, member(crossing.area("xz")), 0);
    ASSERT_TRUE(shared.has_value());
    EXPECT_DOUBLE_EQ(shared->area_m2, 6);
    EXPECT_DOUBLE_EQ(geometry::area_m2(shared->ground), 6);
    const auto both = analysis::overlap(whole, whole, 0);
    ASSERT_TRUE(both.has_value());
    EXPECT_DOUBLE_EQ(both->area_m2, 21);
    EXPECT_TRUE(both->ground.empty());
}

}  // namespace
}  // namespace koppelkans::test
