#include "engine/geometry/united_area.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/geometry/random_town.h"

namespace koppelkans::geometry {
namespace {

std::vector<Area> areas(const std::string& wkt) {
    return areas_of(to_wkb(from_wkt(wkt)));
}

double by_geos(const std::vector<Area>& all) {
    std::vector<Geometry> parts;
    for (const Area& one : all) {
        parts.push_back(from_wkb(one.to_wkb()));
    }
    return area_m2(united(std::move(parts)));
}

TEST(UnitedArea, OfNoneAndOfOne) {
    EXPECT_EQ(united_area_m2({}), 0);
    EXPECT_EQ(united_area_m2(areas("POLYGON ((0 0,4 0,4 4,0 0))")), 8);
}

TEST(UnitedArea, CountsSharedGroundOnce) {
    std::vector<Area> both = areas("POLYGON ((0 0,10 0,10 10,0 10,0 0))");
    both.push_back(areas("POLYGON ((5 5,15 5,15 15,5 15,5 5))").at(0));
    EXPECT_DOUBLE_EQ(united_area_m2(both), 175);
    both.push_back(both[0]);
    EXPECT_DOUBLE_EQ(united_area_m2(both), 175) << "one of them twice";
    both.push_back(areas("POLYGON ((10 0,12 0,12 5,10 5,10 0))").at(0));
    EXPECT_DOUBLE_EQ(united_area_m2(both), 185) << "along an edge";
}

TEST(UnitedArea, OfCrossingTrianglesIsThatOfTheStar) {
    std::vector<Area> star = areas("POLYGON ((0 0,6 0,3 9,0 0))");
    star.push_back(areas("POLYGON ((0 6,3 -3,6 6,0 6))").at(0));
    EXPECT_NEAR(united_area_m2(star), by_geos(star), 1e-12);
}

TEST(UnitedArea, LeavesHolesOutUnlessSomethingLiesInThem) {
    std::vector<Area> both = areas("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,2 8,8 8,8 2,2 2))");
    EXPECT_DOUBLE_EQ(united_area_m2(both), 64);
    both.push_back(areas("POLYGON ((4 4,6 4,6 6,4 6,4 4))").at(0));
    EXPECT_DOUBLE_EQ(united_area_m2(both), 68);
    both.push_back(areas("POLYGON ((1 1,9 1,9 9,1 9,1 1),(5 5,5 5.5,5.5 5.5,5.5 5,5 5))").at(0));
    EXPECT_DOUBLE_EQ(united_area_m2(both), 100) << "the small hole lies on the square";
}

TEST(UnitedArea, OfBuffersIsThatOfGeosOnRandomLines) {
    const int scenes = cases() / 15;  // of a dozen lines each
    std::mt19937 random(12);
    std::uniform_real_distribution<double> place(0, 150);
    std::uniform_real_distribution<double> width(0.5, 9);
    for (int scene = 0; scene < scenes; ++scene) {
        std::vector<Area> all;
        const int count = 2 + static_cast<int>(random() % 12);
        for (int i = 0; i < count; ++i) {
            std::string line = "LINESTRING (";
            for (int corner = 0; corner < 4; ++corner) {
                line += (corner == 0 ? "" : ",") + std::to_string(155000 + place(random)) + " " +
                        std::to_string(463000 + place(random));
            }
            const Geometry axis = from_wkt(line + ")");
            for (const Area& one : areas_of(buffered(axis, width(random)))) {
                all.push_back(one);
            }
        }
        // What two of them share has edges of both: they coincide.
        for (const Area& shared : common(all[0], all[1])) {
            all.push_back(shared);
        }
        const double expected = by_geos(all);
        ASSERT_NEAR(united_area_m2(all), expected, 1e-9 * expected) << "scene " << scene;
        for (const Area& one : all) {
            ASSERT_NEAR(plain_common_m2(one, all[0]).value_or(-1), area_m2(common(one, all[0])),
                        1e-6)
                << "scene " << scene;
        }
    }
}

TEST(PlainCommon, IsWhatLiesInBoth) {
    const Area ring = areas("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,2 8,8 8,8 2,2 2))").at(0);
    const Area square = areas("POLYGON ((5 5,15 5,15 15,5 15,5 5))").at(0);
    EXPECT_DOUBLE_EQ(plain_common_m2(ring, square).value_or(-1), 25 - 9);
    EXPECT_DOUBLE_EQ(plain_common_m2(square, ring).value_or(-1), 25 - 9);
    EXPECT_DOUBLE_EQ(plain_common_m2(ring, ring).value_or(-1), 64);
    const Area beside = areas("POLYGON ((10 0,20 0,20 10,10 0))").at(0);
    EXPECT_EQ(plain_common_m2(ring, beside), 0) << "a border is no ground";
    EXPECT_EQ(plain_common_m2(beside, areas("POLYGON ((0 20,1 20,1 21,0 20))").at(0)), 0);
}

TEST(CommonGround, IsNearWhatLiesInBoth) {
    CommonGround ground;
    const Area square = areas("POLYGON ((0 0,10 0,10 10,0 10,0 0))").at(0);
    EXPECT_NEAR(ground.about_m2(square, square), 100, 1e-9);
    EXPECT_NEAR(ground.about_m2(square, areas("POLYGON ((9 4,20 4,20 5,9 5,9 4))").at(0)), 1, 1e-9);
    EXPECT_EQ(ground.about_m2(square, areas("POLYGON ((10 0,20 0,20 10,10 0))").at(0)), 0);
    EXPECT_EQ(ground.about_m2(square, areas("POLYGON ((0 10,10 10,10 20,0 10))").at(0)), 0);
    EXPECT_EQ(ground.about_m2(square, areas("POLYGON ((50 50,51 50,51 51,50 50))").at(0)), 0);
    const Area ring =
        areas("POLYGON ((-5 -5,15 -5,15 15,-5 15,-5 -5),(1 1,1 9,9 9,9 1,1 1))").at(0);
    EXPECT_NEAR(ground.about_m2(ring, square), 36, 36 * 0.15);
}

/// What two triangles share grows evenly from line to line, so no line is far off.
TEST(CommonGround, OfTrianglesIsNearTheSweep) {
    std::mt19937 random(15);
    std::uniform_real_distribution<double> place(0, 100);
    CommonGround ground;
    const auto triangle = [&] {
        return Area(Vertices{{place(random), place(random)},
                             {place(random), place(random)},
                             {place(random), place(random)}});
    };
    for (int scene = 0; scene < 1000; ++scene) {
        const Area one = triangle();
        const Area other = triangle();
        const Box box = common(one.box(), other.box());
        const double most =
            box.empty() ? 0 : (box.max_x - box.min_x) * (box.max_y - box.min_y) / 16;
        ASSERT_NEAR(ground.about_m2(one, other), plain_common_m2(one, other).value_or(-1),
                    most + 1e-9)
            << "scene " << scene;
    }
}

TEST(UnitedArea, OfAThickHeapIsThatOfGeosToo) {
    // Each of 90 stars overlaps all others, and each edge passes a tenth of all heights: too much
    // to sweep.
    std::mt19937 random(14);
    std::uniform_real_distribution<double> place(0, 20);
    std::uniform_real_distribution<double> reach(30, 60);
    std::vector<Area> all;
    for (int i = 0; i < 90; ++i) {
        const double x = place(random);
        const double y = place(random);
        Vertices star;
        for (int corner = 0; corner < 60; ++corner) {
            const double angle = 2 * std::acos(-1.0) * corner / 60;
            const double far = reach(random);
            star.push_back({x + far * std::cos(angle), y + far * std::sin(angle)});
        }
        all.emplace_back(std::move(star));
    }
    const double expected = by_geos(all);
    EXPECT_NEAR(united_area_m2(all), expected, 1e-9 * expected);
}

/// Rectangles on whole metres: every edge coincides with some other.
TEST(UnitedArea, OfRectanglesOnAGridIsThatOfTheirCells) {
    std::mt19937 random(13);
    const auto pick = [&random](unsigned n) { return static_cast<double>(random() % n); };
    for (int scene = 0; scene < 300; ++scene) {
        std::vector<Area> all;
        bool covered[20][20] = {};
        for (int i = 0; i < 8; ++i) {
            const double x = pick(12);
            const double y = pick(12);
            const double w = 1 + pick(7);
            const double h = 1 + pick(7);
            all.push_back(Area(Vertices{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}));
            for (int cx = static_cast<int>(x); cx < static_cast<int>(x + w); ++cx) {
                for (int cy = static_cast<int>(y); cy < static_cast<int>(y + h); ++cy) {
                    covered[cx][cy] = true;
                }
            }
        }
        int cells = 0;
        for (const auto& column : covered) {
            for (const bool one : column) {
                cells += one ? 1 : 0;
            }
        }
        ASSERT_NEAR(united_area_m2(all), cells, 1e-9) << "scene " << scene;
    }
}

}  // namespace
}  // namespace koppelkans::geometry
