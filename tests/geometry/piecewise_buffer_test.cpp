#include "engine/geometry/piecewise_buffer.h"

#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/geometry/crowding.h"

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

/// A line to and fro over `height_m`, a stroke every `step_m`.
Vertices zigzag(int strokes, double step_m, double height_m) {
    Vertices line;
    for (int i = 0; i <= strokes; ++i) {
        line.push_back({174000 + step_m * i, 442000 + (i % 2 == 0 ? 0 : height_m)});
    }
    return line;
}

/// As a line is that was made of the cells of a raster.
Vertices stairs(int steps, double size_m) {
    Vertices line;
    for (int i = 0; i < steps; ++i) {
        line.push_back({174000 + size_m * i, 442000 + size_m * i});
        line.push_back({174000 + size_m * (i + 1), 442000 + size_m * i});
    }
    return line;
}

/// Round a middle, each corner nearer to it or farther by up to a third.
std::string jagged_ring(int corners, double radius_m) {
    std::string ring;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::acos(-1.0) * (i % corners) / corners;
        const double r = radius_m * (0.7 + 0.3 * std::fmod(0.618 * (i % corners), 1.0));
        ring += fmt::format("{}{} {}", i == 0 ? "" : ",", 174000 + r * std::cos(angle),
                            442000 + r * std::sin(angle));
    }
    return "(" + ring + ")";
}

TEST(IsCrowded, WhatTurnsToAndFroNearItself) {
    EXPECT_TRUE(is_crowded(line_of(zigzag(2000, 0.05, 30)), 25)) << "GEOS: 234 s";
    EXPECT_TRUE(is_crowded(line_of(zigzag(2000, 0.05, 30)), 2.5)) << "GEOS: 30 s";
    EXPECT_TRUE(is_crowded(line_of(stairs(1000, 0.5)), 25)) << "GEOS: 12 s";
    EXPECT_TRUE(is_crowded(line_of(stairs(4000, 0.5)), 2.5)) << "GEOS: 24 s";
    EXPECT_TRUE(is_crowded(from_wkt("POLYGON (" + jagged_ring(2000, 30) + ")"), 25));
    EXPECT_FALSE(is_crowded(line_of(zigzag(500, 0.2, 30)), 2.5)) << "GEOS: 0.7 s";
    // A heap at the head of a line that bends far apart: GEOS takes 6 s and 640 MB.
    Vertices both = zigzag(1200, 0.05, 30);
    for (const Vertex& bend : zigzag(60'000, 40, 30)) {
        both.push_back({bend.x + 1000, bend.y});
    }
    EXPECT_TRUE(is_crowded(line_of(both), 2.5));
    EXPECT_FALSE(is_crowded(from_wkt("POLYGON (" + jagged_ring(2000, 1000) + ")"), 25))
        << "GEOS: 0.1 s";
}

/// GEOS makes a polygon of each face between them: of 500 such chords in 2 s, of 6,000 in
/// gigabytes.
TEST(MadeValid, RefusesWhatCrossesWithoutEnd) {
    const auto closed = [](std::size_t chords) {
        Vertices ring = scribble(chords, 100);
        ring.push_back(ring.front());
        std::string text;
        for (const Vertex& vertex : ring) {
            text += fmt::format("{}{} {}", text.empty() ? "" : ",", vertex.x, vertex.y);
        }
        return from_wkt("POLYGON ((" + text + "))");
    };
    EXPECT_TRUE(made_valid(closed(100)).is_valid());
    EXPECT_TRUE(crosses_more_than(closed(100), 2000));
    EXPECT_FALSE(crosses_more_than(closed(100), 5000));
    EXPECT_THROW(made_valid(closed(6000)), GeometryError);
    EXPECT_FALSE(crosses_more_than(
        from_wkt("MULTIPOLYGON (((0 0,9 0,9 9,0 0)),((1 0,10 0,10 9,1 0)),((2 0,9 9,9 0,2 0)))"),
        0))
        << "of each polygon alone";
    EXPECT_TRUE(crosses_more_than(from_wkt("MULTILINESTRING ((0 0,9 9),(9 0,0 9))"), 0))
        << "of all lines together";
}

/// Each lies in the box of every other, as those of a drawing do.
TEST(CrossesMoreThan, NotAHatching) {
    std::string strokes = "MULTILINESTRING (";
    for (int i = 0; i < 1500; ++i) {
        strokes += fmt::format("{}({} 0,{} 1000)", i == 0 ? "" : ",", 0.1 * i, 1000 + 0.1 * i);
    }
    EXPECT_FALSE(crosses_more_than(from_wkt(strokes + ")"), 0));
    EXPECT_NO_THROW(refuse_endless_crossings(from_wkt(strokes + ")")));
}

/// Streets that meet and cross too: their ends are drawn where GEOS draws none.
TEST(PartwiseBuffer, IsThatOfGeosForPartsThatLieApart) {
    std::string points = "MULTIPOINT (";
    std::string streets = "MULTILINESTRING (";
    for (int i = 0; i < 100; ++i) {
        const char* comma = i == 0 ? "" : ",";
        points += fmt::format("{}({} {})", comma, 10 * (i % 10), 10 * (i / 10));
        streets += fmt::format("{0}({1} {2},{3} {2},{3} {4})", comma, 10 * (i % 10), 10 * (i / 10),
                               10 * (i % 10) + 12, 10 * (i / 10) + 9);
    }
    for (const std::string& text : {points, streets}) {
        const Geometry parts = from_wkt(text + ")");
        const Geometry whole = buffered(unary_union(parts), 2);
        EXPECT_LT(difference_m2(partwise_buffer(parts, 2), whole), 1e-6 * area_m2(whole));
    }
}

TEST(HasManyParts, CountsThemHoweverDeep) {
    std::string points = "MULTIPOINT (";
    for (int i = 0; i < 5000; ++i) {
        points += fmt::format("{}({} 0)", i == 0 ? "" : ",", i);
    }
    EXPECT_FALSE(has_many_parts(from_wkt(points + ")"), 0.1));
    EXPECT_TRUE(has_many_parts(
        from_wkt("GEOMETRYCOLLECTION (" + points + "),GEOMETRYCOLLECTION (POINT (1 1)))"), 0.1));
}

/// Triangles of a hundredth of it in a square of `size_m`, none turned as another: GEOS takes some
/// thirty times as long for those.
std::string specks(int count, double size_m, const std::string& more = "") {
    std::string text = "MULTIPOLYGON (";
    for (int i = 0; i < count; ++i) {
        const double x = 174000 + size_m * std::fmod(0.618034 * i, 1.0);
        const double y = 442000 + size_m * std::fmod(0.754878 * i, 1.0);
        const double c = size_m / 100 * std::cos(i);
        const double s = size_m / 100 * std::sin(i);
        text += fmt::format("{0}(({1} {2},{3} {4},{5} {6},{1} {2}))", i == 0 ? "" : ",", x, y,
                            x + c, y + s, x - s, y + c);
    }
    return text + more + ")";
}

TEST(HasManyParts, SomeThatLieInTheirBordersReach) {
    EXPECT_TRUE(has_many_parts(from_wkt(specks(30, 30)), 10000)) << "435 pairs, GEOS: 0.2 s";
    EXPECT_FALSE(has_many_parts(from_wkt(specks(20, 30)), 10000)) << "190 pairs";
    EXPECT_FALSE(has_many_parts(from_wkt(specks(400, 3000)), 25)) << "GEOS: 0.02 s";
}

/// Of 150 at 10 km GEOS takes 12 s and 1.2 GB, however many lie apart.
TEST(HasManyParts, AHeapBesideManyThatLieApart) {
    std::string apart;
    for (int i = 0; i < 1400; ++i) {
        apart += fmt::format(",(({0} 0,{1} 0,{1} 1,{0} 0))", 1000 * i, 1000 * i + 1);
    }
    EXPECT_FALSE(has_many_parts(from_wkt(specks(2, 30, apart)), 100));
    EXPECT_TRUE(has_many_parts(from_wkt(specks(150, 30, apart)), 100));
}

/// Of 150 in a millimetre GEOS takes 6 s, of 316 minutes and gigabytes. The more there are, each
/// with its corners elsewhere on the same circle, the nearer they come to it.
TEST(PartwiseBuffer, DrawsSpecksWhoseBordersAreOne) {
    const Geometry few = from_wkt(specks(40, 0.001));
    const double whole_m2 = area_m2(buffered(few, 10000));
    const Geometry many = from_wkt(specks(1000, 0.001));
    ASSERT_TRUE(has_many_parts(many, 10000));
    EXPECT_NEAR(area_m2(partwise_buffer(few, 10000)), whole_m2, 1e-6 * whole_m2);
    const double drawn_m2 = area_m2(partwise_buffer(many, 10000));
    EXPECT_GT(drawn_m2, whole_m2);
    EXPECT_LT(drawn_m2, std::acos(-1.0) * 10000.001 * 10000.001);
}

/// What is left to GEOS takes 0.5 s of the first two, and little of the others.
TEST(TakesLongToDraw, LongBeforeItIsCrowded) {
    const Geometry strokes = line_of(zigzag(250, 0.4, 30));
    EXPECT_TRUE(takes_long_to_draw(to_wkb(strokes), 25));
    EXPECT_FALSE(is_crowded(strokes, 25));
    const Geometry ring = from_wkt("POLYGON (" + jagged_ring(600, 30) + ")");
    EXPECT_TRUE(takes_long_to_draw(to_wkb(ring), 25));
    EXPECT_FALSE(is_crowded(ring, 25));
    EXPECT_FALSE(takes_long_to_draw(to_wkb(ring), 0)) << "nothing is drawn";
    EXPECT_FALSE(takes_long_to_draw(to_wkb(line_of(zigzag(90, 0.4, 30))), 25));
    EXPECT_FALSE(takes_long_to_draw(to_wkb(line_of(zigzag(250, 40, 30))), 25));
    EXPECT_FALSE(takes_long_to_draw(to_wkb(line_of(zigzag(4999, 40, 30))), 25));
    EXPECT_TRUE(takes_long_to_draw(to_wkb(line_of(zigzag(5000, 40, 30))), 25)) << "5,001 points";
    EXPECT_TRUE(takes_long_to_draw(to_wkb(from_wkt(specks(30, 30))), 10000));
}

TEST(IsCrowded, PointsInAHeap) {
    std::string points = "MULTIPOINT (";
    for (int i = 0; i < 400; ++i) {
        points += fmt::format("{}({} {})", i == 0 ? "" : ",", 0.01 * (i % 20), 0.01 * (i / 20));
    }
    points += ")";
    EXPECT_TRUE(is_crowded(from_wkt(points), 5));
    EXPECT_FALSE(is_crowded(from_wkt(points), 0.004));
}

/// Whose ground has to be that of GEOS, by parts where there are many.
TEST(IsCrowded, NotALongCurveNorANetworkNorHouses) {
    Vertices curve;
    for (int i = 0; i < 20000; ++i) {
        curve.push_back({174000 + 0.1 * i, 442000 + 200 * std::sin(0.001 * i)});
    }
    EXPECT_FALSE(is_crowded(line_of(curve), 25));
    std::string blocks = "MULTILINESTRING (";
    std::string houses = "MULTIPOLYGON (";
    for (int i = 0; i < 1000; ++i) {
        const int x = 100 * (i % 40);
        const int y = 100 * (i / 40);
        const char* comma = i == 0 ? "" : ",";
        blocks += fmt::format("{}({} {},{} {},{} {})", comma, x + 100, y, x, y, x, y + 100);
        houses += fmt::format("{0}(({1} {2},{3} {2},{3} {4},{1} {4},{1} {2}))", comma, x / 8, y / 7,
                              x / 8 + 8, y / 7 + 10);
    }
    EXPECT_FALSE(is_crowded(from_wkt(blocks + ")"), 25));
    EXPECT_FALSE(is_crowded(from_wkt(houses + ")"), 25));
}

/// Where arcs of many pieces lie on one another their corners stand close, so that the ground comes
/// nearer to what is truly within the distance; GEOS, with eight chords a quadrant, says 11,442.4.
TEST(PiecewiseBuffer, DrawsWhatIsCrowded) {
    const Geometry strokes = piecewise_buffer(line_of(zigzag(2000, 0.05, 30)), 25);
    const double truly_m2 = 100 * 30 + 2 * 25 * (100 + 30) + std::acos(-1.0) * 25 * 25;
    EXPECT_GT(area_m2(strokes), 11442.4);
    EXPECT_LT(area_m2(strokes), truly_m2);
}

/// Of these GEOS is still quick; the corners make 9.5e-6 and 5.7e-6 of it.
TEST(PiecewiseBuffer, GivesTheBufferOfStrokesAndPolygonsButForArcs) {
    const Geometry strokes = line_of(zigzag(100, 0.5, 30));
    const Geometry ring = from_wkt("POLYGON (" + jagged_ring(300, 60) +
                                   ",(174010 442000,174000 442010,173990 442000,174010 442000))");
    for (const auto& [shape, distance_m] : {std::pair(&strokes, 5.0), std::pair(&ring, 2.0)}) {
        const Geometry whole = buffered(*shape, distance_m);
        EXPECT_LT(difference_m2(piecewise_buffer(*shape, distance_m), whole),
                  1e-5 * area_m2(whole));
    }
}

}  // namespace
}  // namespace koppelkans::geometry
