#include "engine/geometry/piecewise_buffer.h"

#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace koppelkans::geometry {
namespace {

double difference_m2(const Geometry& a, const Geometry& b) {
    return area_m2(difference(a, b)) + area_m2(difference(b, a));
}

/// A line to and fro over a square of `size_m`, as many segments, each across all others of every
/// second.
Vertices scribble(std::size_t segments, double size_m) {
    Vertices line;
    for (std::size_t i = 0; i <= segments; ++i) {
        const double angle = 2.4 * static_cast<double>(i);
        line.push_back({174000 + size_m * std::cos(angle), 442000 + size_m * std::sin(angle)});
    }
    return line;
}

/// The corners of the arcs at the cuts make 6.7e-7 and 1.5e-6 of it.
TEST(PiecewiseBuffer, GivesTheBufferOfTheUnionButForArcs) {
    for (const double distance_m : {0.5, 3.0}) {
        const Geometry line = line_of(scribble(20, 100));
        const Geometry whole = buffered(unary_union(line), distance_m);
        EXPECT_LT(difference_m2(piecewise_buffer(line, distance_m), whole), 2e-6 * area_m2(whole));
    }
}

TEST(PiecewiseBuffer, TakesPointsAndPartsOfAnyKind) {
    const Geometry points = from_wkt("MULTIPOINT ((0 0), (1 0), (100 0))");
    EXPECT_NEAR(area_m2(piecewise_buffer(points, 2)), area_m2(buffered(points, 2)), 1e-6);
    const Geometry lines = from_wkt("MULTILINESTRING ((0 0, 10 0), (5 -5, 5 5))");
    EXPECT_NEAR(area_m2(piecewise_buffer(lines, 1)), area_m2(buffered(lines, 1)), 1e-6);
    EXPECT_TRUE(piecewise_buffer(from_wkt("MULTILINESTRING EMPTY"), 1).is_empty());
}

/// GEOS alone takes a minute for 40 such segments and 40 m, and gigabytes for these. Every chord
/// passes the middle at 36.2 m.
TEST(PiecewiseBuffer, DrawsAScribble) {
    const Geometry ground = piecewise_buffer(line_of(scribble(1500, 100)), 3);
    EXPECT_TRUE(ground.is_valid());
    EXPECT_NEAR(area_m2(ground), 3.14159 * (103 * 103 - 33.2 * 33.2), 50);
}

TEST(CrossesOften, WhatIsScribbledOrLiesOnItself) {
    EXPECT_TRUE(crosses_often(line_of(scribble(80, 100))));
    EXPECT_TRUE(crosses_often(line_of(scribble(1500, 100))));
    Vertices to_and_fro;
    for (int i = 0; i < 100; ++i) {
        to_and_fro.push_back({174000.0 + 10 * (i % 2), 442000});
    }
    EXPECT_TRUE(crosses_often(line_of(to_and_fro)));
}

/// Whose ground has to be that of GEOS.
TEST(CrossesOften, NotALongLineNorANetwork) {
    Vertices street;
    for (int i = 0; i < 5000; ++i) {
        street.push_back({174000.0 + i, 442000.0 + (i % 7)});
    }
    EXPECT_FALSE(crosses_often(line_of(street)));
    std::string blocks = "MULTILINESTRING (";
    for (int i = 0; i < 1000; ++i) {
        const int x = 10 * (i % 40);
        const int y = 10 * (i / 40);
        blocks +=
            fmt::format("{}({} {}, {} {}, {} {})", i == 0 ? "" : ",", x + 10, y, x, y, x, y + 10);
    }
    EXPECT_FALSE(crosses_often(from_wkt(blocks + ")")));
    EXPECT_FALSE(crosses_often(from_wkt("LINESTRING (0 0, 10 10, 10 0, 0 10)")))
        << "once is not often";
    EXPECT_FALSE(crosses_often(from_wkt("MULTIPOINT ((0 0), (1 1))")));
}

}  // namespace
}  // namespace koppelkans::geometry
