// The short routines that stand in for GEOS where shapes are simple, against GEOS itself.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/line_buffer.h"
#include "engine/geometry/line_clip.h"
#include "engine/geometry/ring_overlay.h"

namespace koppelkans::geometry {
namespace {

constexpr double relative = 1e-9;

/// How many random cases: tests/nightly.sh asks for more.
int cases() {
    const char* wanted = std::getenv("KOPPELKANS_RANDOM_CASES");  // NOLINT(concurrency-mt-unsafe)
    return wanted == nullptr ? 3000 : static_cast<int>(std::strtol(wanted, nullptr, 10));
}

class RandomTown {
  public:
    explicit RandomTown(unsigned seed) : random_(seed) {}
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random_);
    }
    int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    /// A line of 2 to 12 points that wanders through a square of some 200 m in RD.
    Vertices line() {
        const int points = 2 + pick(11);
        Vertices made{{155000 + between(0, 200), 463000 + between(0, 200)}};
        double heading = between(0, 6.3);
        for (int i = 1; i < points; ++i) {
            heading += between(-0.8, 0.8);
            const double step = between(5, 60);
            made.push_back({made.back().x + step * std::cos(heading),
                            made.back().y + step * std::sin(heading)});
        }
        return made;
    }
    /// A line that bends gently, as a street does.
    Vertices street() {
        const int points = 2 + pick(11);
        const double step = between(8, 60);
        const double bend = between(-0.25, 0.25);
        double heading = between(0, 6.3);
        Vertices made{{155000 + between(0, 200), 463000 + between(0, 200)}};
        for (int i = 1; i < points; ++i) {
            heading += bend + between(-0.05, 0.05);
            made.push_back({made.back().x + step * std::cos(heading),
                            made.back().y + step * std::sin(heading)});
        }
        return made;
    }
    /// A star, which is simple whatever its corners.
    Vertices star() {
        const int corners = 3 + pick(20);
        const Vertex middle{155000 + between(0, 200), 463000 + between(0, 200)};
        Vertices made;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::acos(-1.0) * i / corners;
            const double reach = between(10, 120);
            made.push_back(
                {middle.x + reach * std::cos(angle), middle.y + reach * std::sin(angle)});
        }
        return made;
    }
    /// A star, or the werkgebied of a line; empty where that has a hole.
    std::optional<Vertices> ring() {
        if (pick(3) == 0) {
            return star();
        }
        return only_ring(to_wkb(buffered(from_wkb(wkb_of_line(line())), between(0.5, 8))));
    }
    static Wkb wkb_of_line(const Vertices& line) {
        std::string text = "LINESTRING (";
        for (const Vertex& vertex : line) {
            text += (text.back() == '(' ? "" : ",") + number(vertex.x) + " " + number(vertex.y);
        }
        return to_wkb(from_wkt(text + ")"));
    }

  private:
    static std::string number(double value) {
        char buffer[40];
        return {buffer,
                static_cast<std::size_t>(std::snprintf(buffer, sizeof buffer, "%.17g", value))};
    }
    std::mt19937 random_;
};

double area_of(const std::vector<Vertices>& parts) {
    double area = 0;
    for (const Vertices& part : parts) {
        area += signed_area_m2(part);
    }
    return area;
}

TEST(CommonRings, AreThoseOfGeosOnRandomAreas) {
    RandomTown town(7);
    int answered = 0;
    int shared = 0;
    for (int i = 0; i < cases(); ++i) {
        const auto a = town.ring();
        const auto b = town.ring();
        if (!a || !b) {
            continue;
        }
        const auto parts = common_rings(*a, *b);
        if (!parts) {
            continue;
        }
        ++answered;
        shared += parts->empty() ? 0 : 1;
        const Geometry expected = only_areas(
            intersection(from_wkb(multi_polygon_of({*a})), from_wkb(multi_polygon_of({*b}))));
        const double area = area_m2(expected);
        ASSERT_NEAR(area_of(*parts), area, relative * area + 1e-9) << "case " << i;
        if (parts->empty()) {
            continue;
        }
        const Geometry made = from_wkb(multi_polygon_of(*parts));
        ASSERT_TRUE(made.is_valid()) << "case " << i << " " << to_wkt(made);
        if (i % 10 == 0) {  // not only as large, but the same ground
            ASSERT_LT(area_m2(difference(made, expected)), 1e-6) << "case " << i;
        }
    }
    EXPECT_GT(answered, cases() * 8 / 10);
    EXPECT_GT(shared, cases() / 5);
}

TEST(RemainingRings, AreThoseOfGeosOnRandomAreas) {
    RandomTown town(10);
    int answered = 0;
    int cut = 0;
    for (int i = 0; i < cases(); ++i) {
        const auto a = town.ring();
        const auto b = town.ring();
        if (!a || !b) {
            continue;
        }
        const auto parts = remaining_rings(*a, *b);
        if (!parts) {
            continue;
        }
        ++answered;
        const Geometry expected =
            difference(from_wkb(multi_polygon_of({*a})), from_wkb(multi_polygon_of({*b})));
        const double area = area_m2(expected);
        ASSERT_NEAR(area_of(*parts), area, relative * area + 1e-9) << "case " << i;
        cut += std::abs(area - std::abs(signed_area_m2(*a))) > 1e-6 ? 1 : 0;
        if (parts->empty()) {
            continue;
        }
        const Geometry made = from_wkb(multi_polygon_of(*parts));
        ASSERT_TRUE(made.is_valid()) << "case " << i << " " << to_wkt(made);
        if (i % 10 == 0) {
            ASSERT_LT(area_m2(difference(made, expected)), 1e-6) << "case " << i;
        }
    }
    EXPECT_GT(answered, cases() * 7 / 10);
    EXPECT_GT(cut, cases() / 5);
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

const Vertices square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

TEST(CommonRings, OfOneInsideTheOtherIsTheInnerOne) {
    const Vertices inner{{2, 2}, {2, 4}, {4, 4}, {4, 2}};  // clockwise
    for (const auto& parts : {common_rings(square, inner), common_rings(inner, square)}) {
        ASSERT_TRUE(parts);
        ASSERT_EQ(parts->size(), 1U);
        EXPECT_DOUBLE_EQ(signed_area_m2(parts->front()), 4) << "anticlockwise";
    }
}

TEST(CommonRings, OfAreasApartAreNone) {
    const auto far = common_rings(square, {{20, 0}, {30, 0}, {30, 10}});
    ASSERT_TRUE(far);
    EXPECT_TRUE(far->empty());
    // Their boxes meet.
    const auto near = common_rings({{0, 0}, {10, 0}, {0, 10}}, {{9, 9}, {9, 4}, {4, 9}});
    ASSERT_TRUE(near);
    EXPECT_TRUE(near->empty());
}

TEST(CommonRings, MayBeSeveralParts) {
    // A comb of two teeth over the square.
    const Vertices comb{{1, 5}, {3, 5}, {3, 12}, {6, 12}, {6, 5}, {8, 5}, {8, 14}, {1, 14}};
    const auto parts = common_rings(square, comb);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 2U);
    EXPECT_DOUBLE_EQ(area_of(*parts), 20);
}

TEST(RemainingRings, MayBeSeveralPartsOrNone) {
    const auto beams = remaining_rings(square, {{-1, 4}, {11, 4}, {11, 6}, {-1, 6}});
    ASSERT_TRUE(beams);
    ASSERT_EQ(beams->size(), 2U);
    EXPECT_DOUBLE_EQ(area_of(*beams), 80);
    const auto none = remaining_rings(square, {{-1, -1}, {11, -1}, {11, 11}, {-1, 11}});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->empty());
    const auto all = remaining_rings(square, {{20, 0}, {30, 0}, {30, 10}});
    ASSERT_TRUE(all);
    EXPECT_EQ(*all, (std::vector<Vertices>{square}));
}

TEST(RemainingRings, LeaveToGeosWhatHasAHoleOrTouches) {
    EXPECT_FALSE(remaining_rings(square, {{2, 2}, {4, 2}, {4, 4}})) << "a hole";
    EXPECT_FALSE(remaining_rings(square, square));
    EXPECT_FALSE(remaining_rings(square, {{10, 2}, {14, 2}, {14, 6}, {10, 6}})) << "a shared edge";
}

TEST(CommonRings, LeaveToGeosWhatTouches) {
    EXPECT_FALSE(common_rings(square, square));
    EXPECT_FALSE(common_rings(square, {{10, 2}, {14, 2}, {14, 6}, {10, 6}})) << "a shared edge";
    EXPECT_FALSE(common_rings(square, {{10, 5}, {14, 2}, {14, 8}})) << "a vertex on an edge";
    EXPECT_FALSE(common_rings(square, {{5, 5}, {10.00000001, 5}, {5, 8}})) << "nearly so";
    EXPECT_FALSE(common_rings(square, {{0, 0}, {1, 1}}));
}

TEST(CommonRings, LeaveToGeosWhatIsNarrowerThanRounding) {
    // The long sides of the needle cross one edge so near to one another that their order is
    // chance.
    EXPECT_FALSE(
        common_rings({{-1, -5}, {2, -4}, {2, 2}}, {{0.047965243408230669, -0.99884900531801557},
                                                   {3.1884079895869695, -3.8515002910473704},
                                                   {1.0947794921344769, -1.9497327672278004}}));
    EXPECT_FALSE(common_rings({{155048.62075800105, 463000},
                               {155000, 463021.92440065637},
                               {154957.38021403961, 463000},
                               {155000, 462952.55968242779}},
                              {{155003.85773128609, 463020.15306828305},
                               {155084.11887629703, 463049.91952887375},
                               {155037.68655681028, 463032.69916891068}}));
}

TEST(CommonRings, OfNeedlesAndSlitsAreNeverAWholeRing) {
    RandomTown town(9);
    int answered = 0;
    for (int i = 0; i < cases(); ++i) {
        const Vertices star = town.star();
        // A needle from somewhere to somewhere, as narrow as rounding or a little wider.
        const Vertices line = town.line();
        const double width = std::pow(10, town.between(-11, -3));
        const Vertex from = line.front();
        const Vertex to = line.back();
        const Vertices needle{from,
                              {(from.x + to.x) / 2 + width, (from.y + to.y) / 2 - width},
                              to,
                              {(from.x + to.x) / 2 - width, (from.y + to.y) / 2 + width}};
        const auto parts = common_rings(star, needle);
        if (!parts) {
            continue;
        }
        ++answered;
        ASSERT_LE(area_of(*parts), std::abs(signed_area_m2(needle)) * (1 + 1e-6) + 1e-9)
            << "case " << i << ", " << width << " m wide";
    }
    EXPECT_GT(answered, cases() / 10);
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

TEST(Vertices, AreReadFromWhatIsSingle) {
    EXPECT_EQ(only_line(to_wkb(from_wkt("MULTILINESTRING ((0 0,1 2))"))),
              (Vertices{{0, 0}, {1, 2}}));
    EXPECT_FALSE(only_line(to_wkb(from_wkt("MULTILINESTRING ((0 0,1 2),(5 5,6 6))"))));
    EXPECT_FALSE(only_line({}));
    EXPECT_EQ(only_ring(to_wkb(from_wkt("POLYGON ((0 0,1 0,1 1,0 0))"))),
              (Vertices{{0, 0}, {1, 0}, {1, 1}}));
    EXPECT_FALSE(only_ring(to_wkb(from_wkt("POLYGON ((0 0,9 0,9 9,0 0),(6 1,7 1,7 2,6 1))"))));
    EXPECT_FALSE(only_ring(to_wkb(from_wkt("POINT (1 1)"))));
    EXPECT_EQ(all_rings(to_wkb(from_wkt("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(6 1,7 1,7 2,6 1)),"
                                        "((20 0,21 0,21 1,20 0)))")))
                  .size(),
              3U);
    EXPECT_TRUE(all_rings(to_wkb(from_wkt("LINESTRING (0 0,1 1)"))).empty());
    EXPECT_TRUE(multi_polygon_of({}).empty());
    EXPECT_EQ(to_wkt(multi_polygon_of({square})), "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)))");
}

}  // namespace
}  // namespace koppelkans::geometry
