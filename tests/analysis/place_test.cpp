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
    EXPECT_DOUBLE_EQ(geometry::area_m2(*scene.members()[1].ground), 200);
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
    EXPECT_FALSE(scene.members()[1].ground.has_value());
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
    for (const analysis::Pair& pair : analysis::neighbours(scene)) {
        pairs.push_back(std::to_string(pair.a) + std::to_string(pair.b));
    }
    EXPECT_EQ(pairs, (std::vector<std::string>{"02", "12"}));
}

Member member(const geometry::Wkb& ground) {
    Member one;
    one.box = geometry::bounds(ground);
    one.ground = geometry::from_wkb(ground);
    one.area_m2 = geometry::area_m2(*one.ground);
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
    EXPECT_DOUBLE_EQ(geometry::area_m2(*shared->ground), 1);
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
    ASSERT_TRUE(shared->ground.has_value());
    const auto both = analysis::overlap(whole, whole, 0);
    ASSERT_TRUE(both.has_value());
    EXPECT_DOUBLE_EQ(both->area_m2, 21);
    EXPECT_FALSE(both->ground.has_value());
}

}  // namespace
}  // namespace koppelkans::test
