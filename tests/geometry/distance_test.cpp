#include <algorithm>
#include <limits>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {
namespace {

/// A ring of many corners round a point, so that the prepared path is taken.
Geometry round_shape(double x, double y, double radius) {
    return buffered(from_wkt("POINT (" + std::to_string(x) + " " + std::to_string(y) + ")"),
                    radius);
}

/// The definition: the least distance between any corner or edge of the one and the other, corner
/// by corner against short pieces.
double by_corners(const Geometry& a, const Geometry& b) {
    double least = std::numeric_limits<double>::infinity();
    Wkb corners = to_wkb(a);
    change_points(corners, [&](double* xy, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) {
            const Geometry point = from_wkt("POINT (" + std::to_string(xy[2 * i]) + " " +
                                            std::to_string(xy[2 * i + 1]) + ")");
            least = std::min(least, distance_m(point, b));
        }
    });
    return least;
}

TEST(Distance, OfLargeShapesIsThatOfTheirNearestParts) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 200);
    for (int i = 0; i < 50; ++i) {
        const Geometry a = round_shape(place(random), place(random), 20);
        const Geometry b = round_shape(place(random), place(random), 15);
        const double found = distance_m(a, b);
        if (area_m2(intersection(a, b)) > 0) {
            EXPECT_EQ(found, 0);
        } else {
            EXPECT_NEAR(found, std::min(by_corners(a, b), by_corners(b, a)), 1e-5);
        }
        EXPECT_NEAR(found, distance_m(b, a), 1e-9);
    }
}

TEST(Distance, OfALargeShapeInsideAnotherIsZero) {
    EXPECT_EQ(distance_m(round_shape(0, 0, 50), round_shape(3, 4, 5)), 0);
    EXPECT_EQ(distance_m(round_shape(3, 4, 5), round_shape(0, 0, 50)), 0);
}

TEST(Distance, OfALargeLineInsideAShapeIsZero) {
    std::string line = "LINESTRING (0 0";
    for (int i = 1; i < 60; ++i) {
        line += "," + std::to_string(i / 10.0) + " " + std::to_string(i % 2);
    }
    const Geometry zigzag = from_wkt(line + ")");
    EXPECT_EQ(distance_m(zigzag, round_shape(3, 0, 50)), 0);
    EXPECT_EQ(distance_m(round_shape(3, 0, 50), zigzag), 0);
    const Geometry circle = round_shape(30, 0, 10);
    EXPECT_NEAR(distance_m(zigzag, circle),
                std::min(by_corners(zigzag, circle), by_corners(circle, zigzag)), 1e-5);
}

}  // namespace
}  // namespace koppelkans::geometry
