#include "engine/geometry/area.h"

#include <random>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {
namespace {

std::vector<Area> areas(const std::string& wkt) {
    return areas_of(to_wkb(from_wkt(wkt)));
}

Area area(const std::string& wkt) {
    return areas(wkt).at(0);
}

const std::string square = "POLYGON ((0 0,10 0,10 10,0 10,0 0))";
const std::string with_hole = "POLYGON ((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4))";

TEST(Area, OfARingIsKeptAnticlockwise) {
    const Area one = area("POLYGON ((0 0,0 2,2 2,2 0,0 0))");
    EXPECT_FALSE(one.has_holes());
    EXPECT_EQ(one.ring(), (Vertices{{2, 0}, {2, 2}, {0, 2}, {0, 0}}));
    EXPECT_EQ(one.area_m2(), 4);
    EXPECT_EQ(one.box(), (Box{0, 0, 2, 2}));
}

TEST(Area, WithHolesKeepsThem) {
    const Area one = area(with_hole);
    EXPECT_TRUE(one.has_holes());
    EXPECT_EQ(one.area_m2(), 96);
    EXPECT_EQ(area_m2(areas_of(one.to_wkb())), 96);
}

TEST(AreasOf, KnowsNoRingsWithoutPoints) {
    for (const char* wkt :
         {"POLYGON ((0 0,9 0,9 9,0 0), EMPTY)", "MULTIPOLYGON (EMPTY, ((0 0,9 0,9 9,0 0)))",
          "MULTIPOLYGON (((0 0,9 0,9 9,0 0), EMPTY), EMPTY)"}) {
        EXPECT_EQ(area_m2(areas(wkt)), 40.5) << wkt;
        EXPECT_EQ(area_m2(areas_of(from_wkt(wkt))), 40.5) << wkt;
        for (const Area& part : areas_of(from_wkt(wkt))) {
            EXPECT_FALSE(part.has_holes()) << wkt;
        }
    }
    EXPECT_TRUE(areas("POLYGON EMPTY").empty());
}

TEST(MultiPolygonOf, PartsThatShareAnEdgeBecomeOne) {
    const Area left(Vertices{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    const Area right(Vertices{{10, 2}, {20, 2}, {20, 8}, {10, 8}});
    const Area corner(Vertices{{20, 8}, {30, 8}, {30, 18}, {20, 18}});
    const Geometry one = from_wkb(multi_polygon_of(std::vector<Area>{left, right}));
    EXPECT_TRUE(one.is_valid());
    EXPECT_EQ(polygons_of(one).size(), 1U);
    EXPECT_DOUBLE_EQ(area_m2(one), 160);
    // A point is no edge.
    EXPECT_EQ(
        to_wkt(multi_polygon_of(std::vector<Area>{right, corner})),
        "MULTIPOLYGON (((10 2, 20 2, 20 8, 10 8, 10 2)), ((20 8, 30 8, 30 18, 20 18, 20 8)))");
    std::vector<Area> many(60, left);
    for (std::size_t i = 0; i < many.size(); ++i) {
        const double x = 100.0 + 10 * static_cast<double>(i);
        many[i] = Area(Vertices{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}});
    }
    const Geometry row = from_wkb(multi_polygon_of(many));
    EXPECT_TRUE(row.is_valid());
    EXPECT_DOUBLE_EQ(area_m2(row), 6000);
}

TEST(MultiPolygonOf, WhatPartsThatTouchButForRoundingShareIsValid) {
    // Two parts of a plan along one edge, of which one of the ends differs in its last bits, and
    // the strip round a line that crosses it.
    const auto plan = areas_of(from_wkt(
        "MULTIPOLYGON (((174000 442250, 174250 442500, 174333.33333333334 442416.6666666667, "
        "174500 442250, 174333.33333333334 442083.3333333333, 174250 442000, 174000 442250)), "
        "((174500 442500, 174333.3333333333 442416.66666666674, 174250 442500, 174500 442500)))"));
    const auto strip = areas_of(buffered(
        from_wkt("LINESTRING (174300 442950, 174250 442500, 174100 442150, 174900 442850)"), 3));
    const std::vector<Area> shared = common(plan, strip);
    ASSERT_GT(shared.size(), 1U);
    const Geometry made = from_wkb(multi_polygon_of(shared));
    EXPECT_TRUE(made.is_valid());
    EXPECT_NEAR(area_m2(made), area_m2(shared), 1e-6);
}

TEST(AreasOf, TakesAMultiPolygonApart) {
    const std::vector<Area> both =
        areas("MULTIPOLYGON (((0 0,2 0,2 2,0 0)),((5 5,8 5,8 8,5 5),(6 5.2,7 5.2,7 5.8,6 5.2)))");
    ASSERT_EQ(both.size(), 2U);
    EXPECT_DOUBLE_EQ(area_m2(both), 2 + 4.5 - 0.3);
    EXPECT_EQ(bounds(both), (Box{0, 0, 8, 8}));
    EXPECT_DOUBLE_EQ(area_m2(from_wkb(multi_polygon_of(both))), 6.2);
    EXPECT_TRUE(areas_of({}).empty());
    EXPECT_TRUE(areas("LINESTRING (0 0,1 1)").empty());
    EXPECT_TRUE(multi_polygon_of(std::vector<Area>{}).empty());
}

TEST(Rest, MayHaveAHole) {
    const std::vector<Area> left = rest(area(square), area("POLYGON ((4 4,6 4,6 6,4 6,4 4))"));
    ASSERT_EQ(left.size(), 1U);
    EXPECT_TRUE(left[0].has_holes());
    EXPECT_EQ(left[0].area_m2(), 96);
    EXPECT_EQ(area_m2(common(left[0], area("POLYGON ((-1 3,5 3,5 7,-1 7,-1 3))"))), 20 - 2);
}

TEST(Rest, OfSeveralLosesEachInTurn) {
    const std::vector<Area> beams =
        areas("MULTIPOLYGON (((-1 1,11 1,11 2,-1 2,-1 1)),((-1 5,11 5,11 7,-1 7,-1 5)))");
    EXPECT_EQ(area_m2(rest(area(square), beams)), 70);
    EXPECT_EQ(rest(area(square), beams).size(), 3U);
    EXPECT_EQ(area_m2(common(area(square), beams)), 30);
    EXPECT_EQ(area_m2(rest(area(square), std::vector<Area>{})), 100);
}

TEST(Common, OfWhatOnlyTouchesIsNothing) {
    EXPECT_TRUE(common(area(square), area("POLYGON ((10 0,20 0,20 10,10 10,10 0))")).empty());
    EXPECT_TRUE(
        common(area(square), area("POLYGON ((9.9999999 0,20 0,20 10,9.9999999 10,9.9999999 0))"))
            .empty())
        << "a sliver of a tenth of a micrometre";
    EXPECT_TRUE(rest(area(square), area(square)).empty());
    EXPECT_EQ(common(area(square), area(square)).at(0).ring(), area(square).ring());
    EXPECT_EQ(area_m2(common(area(square), area(square))), 100);
}

/// Corners of the one lie on an edge of the other but for rounding; GEOS said that all of the
/// smaller triangle, 4 m2, was common.
TEST(Common, OfWhatSharesABorderButForRoundingIsNothing) {
    const Area above = area(
        "POLYGON ((1.3416666666666666 9.658333333333333, 5.75 11, 11 0, "
        "1.3416666666666666 9.658333333333333))");
    const Area below =
        area("POLYGON ((1.75 8.25, 2.8963414634146343 8.103658536585366, 11 0, 1.75 8.25))");
    EXPECT_NEAR(area_m2(common(above, below)), 0, 1e-6);
    EXPECT_NEAR(area_m2(rest(above, below)), above.area_m2(), 1e-6);
    EXPECT_NEAR(area_m2(rest(below, above)), below.area_m2(), 1e-6);
}

/// A corner of the triangle lies on the far side of a slit, an eighth of a millimetre wide, but for
/// rounding. GEOS said that it shares 0.9090125 m2, as if the half of the slit were no ground.
TEST(Common, OfWhatEndsAtASlitIsAllOfIt) {
    const Area with_slit = area(
        "POLYGON ((154994.1 463008.3, 155002.09999996424 463014.30000004766, "
        "155000.90000003326 463005.90000023285, 155000.1 463000.3, 154994.1 463008.3), "
        "(155001.3 463008.69999999995, 155001.099875 463007.3, "
        "155000.90000003326 463005.90000023285, 155001.3 463008.69999999995))");
    const Area triangle = area(
        "POLYGON ((155000.0090909091 463008.7545454545, 155001.1 463007.3, 154999.7 463007.5, "
        "155000.0090909091 463008.7545454545))");
    EXPECT_NEAR(area_m2(common(with_slit, triangle)), triangle.area_m2(), 1e-6);
    EXPECT_NEAR(area_m2(rest(with_slit, triangle)), with_slit.area_m2() - triangle.area_m2(), 1e-6);
}

/// Two streets that end at one border of a buurt, which was worked out for each. GEOS leaves a
/// spike along that border on what is left of the first, and then loses its way in the next
/// overlay.
TEST(Rest, LeavesNoSpikeAlongAnEdgeThatWasWorkedOut) {
    const Area street = area(
        "POLYGON ((100979.5008361743 406313.9702319669, 100980.29768801903 406316.07458553516, "
        "100993.2013925906 406353.91687374876, 101004.42369346955 406390.81172729854, "
        "100999.43996650209 406391.6087214296, 100988.44338618746 406355.45085944794, "
        "100975.57656440043 406317.7203003025, 100975.44221734145 406317.1477482783, "
        "100975.42215108234 406316.5599878696, 100975.51713675815 406315.9796063794, "
        "100975.72352412264 406315.42890754296, 100976.03338182515 406314.9290544076, "
        "100976.43480220794 406314.499256049, 100976.91235891079 406314.1560293771, "
        "100977.44769969746 406313.9125644004, 100978.02025172173 406313.77821734146, "
        "100978.60801213038 406313.7581510823, 100979.18839362056 406313.85313675815, "
        "100979.5008361743 406313.9702319669))");
    const Area first = area(
        "POLYGON ((101001.3309778591 406391.3063122159, 100999.3986800876 406384.1974376559, "
        "100984.3367854853 406336.7005217764, 100967.30866174278 406289.8726829447, "
        "100973.80955752393 406287.27582306194, 100990.94028107193 406334.37691052596, "
        "100990.98726884206 406334.51502541924, 101006.09326884206 406382.15102541924, "
        "101006.13445441324 406382.29095768806, 101008.28277785635 406390.19458522246, "
        "101001.3309778591 406391.3063122159))");
    const Area second = area(
        "POLYGON ((101001.9529731987 406391.20684315625, 101001.49446566674 406389.37512686016, "
        "101002.20199177596 406387.19075401116, 101004.24687313983 406386.1464656667, "
        "101006.43124598882 406386.85399177595, 101007.9186388453 406390.2528180784, "
        "101001.9529731987 406391.20684315625))");
    const std::vector<Area> left = rest(street, first);
    EXPECT_NEAR(area_m2(left) + area_m2(common(street, first)), street.area_m2(), 1e-5);
    for (const Area& part : left) {
        EXPECT_TRUE(from_wkb(part.to_wkb()).is_valid());
        EXPECT_NEAR(area_m2(common(part, second)) + area_m2(rest(part, second)), part.area_m2(),
                    1e-5);
    }
}

/// Rectangles on whole metres, whose edges coincide all the time: GEOS must do them all, and the
/// cells tell what is right.
TEST(Overlay, OfRectanglesOnAGridIsThatOfTheirCells) {
    std::mt19937 random(11);
    const auto pick = [&random](int low, int high) {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    };
    for (int scene = 0; scene < 300; ++scene) {
        int at[3][4];
        std::vector<Area> rectangles;
        for (auto& box : at) {
            box[0] = pick(0, 6);
            box[1] = pick(0, 6);
            box[2] = box[0] + pick(1, 5);
            box[3] = box[1] + pick(1, 5);
            rectangles.push_back(
                Area(Vertices{{static_cast<double>(box[0]), static_cast<double>(box[1])},
                              {static_cast<double>(box[2]), static_cast<double>(box[1])},
                              {static_cast<double>(box[2]), static_cast<double>(box[3])},
                              {static_cast<double>(box[0]), static_cast<double>(box[3])}}));
        }
        int shared = 0;
        int left = 0;
        for (int x = 0; x < 12; ++x) {
            for (int y = 0; y < 12; ++y) {
                bool in[3];
                for (int i = 0; i < 3; ++i) {
                    in[i] = x >= at[i][0] && x < at[i][2] && y >= at[i][1] && y < at[i][3];
                }
                shared += in[0] && in[1] && in[2] ? 1 : 0;
                left += in[0] && !in[1] && !in[2] ? 1 : 0;
            }
        }
        std::vector<Area> of_three;
        for (const Area& part : common(rectangles[0], rectangles[1])) {
            of_three = common(part, rectangles[2]);
        }
        ASSERT_NEAR(area_m2(of_three), shared, 1e-9) << "scene " << scene;
        ASSERT_NEAR(area_m2(rest(rectangles[0], {rectangles[1], rectangles[2]})), left, 1e-9)
            << "scene " << scene;
    }
}

}  // namespace
}  // namespace koppelkans::geometry
