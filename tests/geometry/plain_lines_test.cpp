// The buffers, lengths and distances of lines that stand in for GEOS where shapes are simple,
// against GEOS itself.

#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/line_buffer.h"
#include "engine/geometry/line_clip.h"
#include "tests/geometry/random_town.h"

namespace koppelkans::geometry {
namespace {

const Vertices square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

std::optional<double> length_inside(const Vertices& line, const std::vector<Vertices>& rings) {
    std::vector<const Vertices*> views;
    for (const Vertices& ring : rings) {
        views.push_back(&ring);
    }
    return geometry::length_inside(line, views);
}

/// How far two rings that should be the same lie apart, vertex by vertex; infinite where they have
/// not as many. They may begin anywhere.
double farthest_vertex_m(const Vertices& a, const Vertices& b) {
    if (a.size() != b.size()) {
        return std::numeric_limits<double>::infinity();
    }
    std::size_t start = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (std::hypot(b[i].x - a[0].x, b[i].y - a[0].y) <
            std::hypot(b[start].x - a[0].x, b[start].y - a[0].y)) {
            start = i;
        }
    }
    double farthest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Vertex& other = b[(start + i) % b.size()];
        farthest = std::max(farthest, std::hypot(other.x - a[i].x, other.y - a[i].y));
    }
    return farthest;
}

TEST(LengthInside, IsThatOfGeosOnRandomLines) {
    RandomTown town(8);
    int answered = 0;
    int cut = 0;
    for (int i = 0; i < cases(); ++i) {
        const Vertices line = town.line();
        const auto ring = town.ring();
        if (!ring) {
            continue;
        }
        const auto length = length_inside(line, {*ring});
        if (!length) {
            continue;
        }
        ++answered;
        const double expected = length_m(only_lines(intersection(
            from_wkb(RandomTown::wkb_of_line(line)), from_wkb(multi_polygon_of({*ring})))));
        ASSERT_NEAR(*length, expected, relative * expected + 1e-9) << "case " << i;
        cut += expected > 0 ? 1 : 0;
    }
    EXPECT_GT(answered, cases() * 8 / 10);
    EXPECT_GT(cut, cases() / 5);
}

TEST(PlainBuffer, HasTheVerticesOfGeosOnRandomLines) {
    RandomTown town(14);
    int answered = 0;
    for (int i = 0; i < cases(); ++i) {
        const Vertices line = i % 2 == 0 ? town.line() : town.street();
        const double distance = std::pow(10, town.between(-1, 1.2));
        const auto ring = plain_buffer(line, distance);
        if (!ring) {
            continue;
        }
        ++answered;
        auto expected = only_ring(to_wkb(buffered(line_of(line), distance)));
        ASSERT_TRUE(expected) << "case " << i;
        std::reverse(expected->begin(), expected->end());  // GEOS goes round the other way
        ASSERT_LT(farthest_vertex_m(*ring, *expected), 1e-8)
            << "case " << i << ", " << distance << " m round "
            << to_wkt(RandomTown::wkb_of_line(line));
        // Coordinates in RD are rounded to 6e-11 m, all along the border.
        const double rounding_m2 = 1e-10 * length_m(*expected);
        ASSERT_NEAR(signed_area_m2(*ring), signed_area_m2(*expected), rounding_m2) << "case " << i;
    }
    EXPECT_GT(answered, cases() / 2);
}

TEST(PlainBuffer, OfAStraightLineIsAStadium) {
    const auto ring = plain_buffer({{0, 0}, {10, 0}}, 2);
    ASSERT_TRUE(ring);
    EXPECT_EQ(ring->size(), 2U * 17) << "16 segments round each end";
    const double half_circle = 16 * 2 * 2 * std::sin(std::acos(-1.0) / 16) / 2;
    EXPECT_NEAR(signed_area_m2(*ring), 10 * 4 + 2 * half_circle, 1e-12);
    EXPECT_EQ(bounds(*ring).max_y, 2);
}

TEST(PlainBuffer, LeavesToGeosWhatIsNotPlain) {
    EXPECT_FALSE(plain_buffer({{0, 0}}, 1)) << "a point";
    EXPECT_FALSE(plain_buffer({{0, 0}, {10, 0}}, 0.01)) << "narrow";
    EXPECT_FALSE(plain_buffer({{0, 0}, {10, 0}}, std::nan(""))) << "no number";
    EXPECT_FALSE(plain_buffer({{0, 0}, {10, 0}, {20, 0}}, 1)) << "straight on";
    EXPECT_FALSE(plain_buffer({{0, 0}, {10, 0}, {5, 0}}, 1)) << "back over itself";
    EXPECT_FALSE(plain_buffer({{0, 0}, {10, 0}, {10, 0}, {20, 5}}, 1)) << "a point twice";
    EXPECT_FALSE(plain_buffer({{0, 0}, {10, 0}, {20, 0.005}}, 1)) << "a bend that GEOS leaves out";
    EXPECT_FALSE(plain_buffer({{0, 0}, {10, 0}, {10, 1}, {20, 1}}, 3)) << "a short stretch";
    EXPECT_FALSE(plain_buffer({{0, 0}, {40, 0}, {40, 5}, {0, 5}}, 3)) << "a hairpin";
    EXPECT_FALSE(plain_buffer({{0, 0}, {40, 0}, {40, 40}, {0, 40}, {0, 2}}, 3)) << "a hole";
    EXPECT_TRUE(plain_buffer({{0, 0}, {40, 0}, {40, 40}, {0, 40}, {0, 7}}, 3));
}

TEST(LengthInside, TakesParallelStretchesThatLieApart) {
    const std::vector<Vertices> large{{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}}};
    EXPECT_DOUBLE_EQ(*length_inside({{0, 0}, {20, 0}, {20, 5}, {0, 5}}, large), 45) << "a U";
    EXPECT_DOUBLE_EQ(*length_inside({{0, 0}, {5, 0}, {9, 0}, {20, 0}}, large), 20) << "straight on";
    EXPECT_FALSE(length_inside({{0, 0}, {20, 0}, {20, 5}, {10, 0}, {15, 0}}, large)) << "on itself";
    EXPECT_FALSE(length_inside({{0, 0}, {5, 0}}, std::vector<Vertices>{}));
}

TEST(LengthInside, CountsWhatHolesLeave) {
    const std::vector<Vertices> ring_with_hole{square, {{4, 4}, {4, 6}, {6, 6}, {6, 4}}};
    EXPECT_DOUBLE_EQ(*length_inside({{-5, 5}, {15, 5}}, ring_with_hole), 8);
    EXPECT_DOUBLE_EQ(*length_inside({{4.5, 5}, {5.5, 5}}, ring_with_hole), 0);
    EXPECT_DOUBLE_EQ(*length_inside({{1, 1}, {2, 1}, {2, 3}}, ring_with_hole), 3);
    EXPECT_DOUBLE_EQ(*length_inside({{20, 20}, {30, 20}}, ring_with_hole), 0);
}

TEST(LengthInside, LeavesToGeosWhatTouchesOrLiesTwice) {
    EXPECT_FALSE(length_inside({{-5, 10}, {15, 10}}, {square})) << "along an edge";
    EXPECT_FALSE(length_inside({{5, 5}, {10, 5}}, {square})) << "ends on an edge";
    EXPECT_FALSE(length_inside({{-5, -5}, {5, 5}}, {square})) << "through a corner";
    EXPECT_FALSE(length_inside({{1, 1}, {5, 1}, {2, 1}}, {square})) << "goes back over itself";
    EXPECT_FALSE(length_inside({{1, 1}}, {square}));
}

TEST(PlainDistance, IsThatOfGeosOnRandomLines) {
    RandomTown town(15);
    int apart = 0;
    int answered = 0;
    for (int i = 0; i < cases(); ++i) {
        const Vertices one = town.line();
        const Vertices other = town.line();
        const auto distance = plain_distance_m(one, other);
        if (!distance) {
            continue;
        }
        ++answered;
        apart += *distance > 0 ? 1 : 0;
        ASSERT_NEAR(*distance, distance_m(line_of(one), line_of(other)), 1e-9) << "case " << i;
    }
    EXPECT_GT(answered, cases() * 9 / 10);
    EXPECT_GT(apart, cases() / 5);
    EXPECT_GT(answered - apart, cases() / 10) << "that cross";
}

TEST(PlainDistance, LeavesToGeosWhatTouches) {
    EXPECT_EQ(plain_distance_m({{0, 0}, {10, 0}}, {{5, 3}, {5, 9}}), 3);
    EXPECT_EQ(plain_distance_m({{0, 0}, {10, 0}}, {{5, -3}, {5, 9}}), 0);
    EXPECT_FALSE(plain_distance_m({{0, 0}, {10, 0}}, {{5, 0}, {5, 9}})) << "an end on the other";
    EXPECT_FALSE(plain_distance_m({{0, 0}, {10, 0}}, {{2, 0}, {8, 0}})) << "on one another";
    EXPECT_FALSE(plain_distance_m({{0, 0}}, {{2, 0}, {8, 0}}));
}

TEST(Vertices, ALineThatMeetsItselfIsNotSimple) {
    EXPECT_TRUE(is_plainly_simple({{0, 0}, {10, 0}}));
    EXPECT_TRUE(is_plainly_simple({{0, 0}, {10, 0}, {20, 0}, {20, 5}, {0, 5}}));
    EXPECT_FALSE(is_plainly_simple({{0, 0}, {10, 0}, {5, 0}})) << "turns back";
    EXPECT_FALSE(is_plainly_simple({{0, 0}, {10, 0}, {10, 5}, {5, -5}})) << "crosses itself";
    EXPECT_FALSE(is_plainly_simple({{0, 0}, {10, 0}, {10, 5}, {0, 0}})) << "closes";
    EXPECT_FALSE(is_plainly_simple({{0, 0}, {10, 0}, {10, 0}, {20, 3}})) << "a point twice";
    EXPECT_FALSE(is_plainly_simple(Vertices(60, {0, 0}))) << "too long to tell";
    Vertices sawtooth;
    for (int i = 0; i < 51; ++i) {
        sawtooth.push_back({static_cast<double>(i), i % 2 == 0 ? 0.0 : 1.0});
    }
    EXPECT_FALSE(is_plainly_simple(sawtooth)) << "too long to tell";
    sawtooth.pop_back();
    EXPECT_TRUE(is_plainly_simple(sawtooth));
}

}  // namespace
}  // namespace koppelkans::geometry
