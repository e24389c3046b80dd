// The overlay of rings that stands in for GEOS where shapes are simple, against GEOS itself.

#include <cmath>

#include <gtest/gtest.h>

#include "engine/geometry/area.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/ring_overlay.h"
#include "tests/geometry/random_town.h"

namespace koppelkans::geometry {
namespace {

const Vertices square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

// Rings either way round, as the tests draw them.
std::optional<std::vector<Vertices>> common_rings(const Vertices& a, const Vertices& b) {
    const Area one(a);
    const Area other(b);
    return common_rings(RingView{one.ring(), one.box()}, RingView{other.ring(), other.box()});
}

std::optional<std::vector<Vertices>> remaining_rings(const Vertices& a, const Vertices& b) {
    const Area one(a);
    const Area other(b);
    return remaining_rings(RingView{one.ring(), one.box()}, RingView{other.ring(), other.box()});
}

double area_of_all(const std::vector<Vertices>& parts) {
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
        ASSERT_NEAR(area_of_all(*parts), area, relative * area + 1e-9) << "case " << i;
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
        ASSERT_NEAR(area_of_all(*parts), area, relative * area + 1e-9) << "case " << i;
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
    EXPECT_DOUBLE_EQ(area_of_all(*parts), 20);
}

TEST(RemainingRings, MayBeSeveralPartsOrNone) {
    const auto beams = remaining_rings(square, {{-1, 4}, {11, 4}, {11, 6}, {-1, 6}});
    ASSERT_TRUE(beams);
    ASSERT_EQ(beams->size(), 2U);
    EXPECT_DOUBLE_EQ(area_of_all(*beams), 80);
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
        ASSERT_LE(area_of_all(*parts), std::abs(signed_area_m2(needle)) * (1 + 1e-6) + 1e-9)
            << "case " << i << ", " << width << " m wide";
    }
    EXPECT_GT(answered, cases() / 10);
}

TEST(Vertices, AreReadFromWhatIsSingle) {
    EXPECT_EQ(only_line(to_wkb(from_wkt("MULTILINESTRING ((0 0,1 2))"))),
              (Vertices{{0, 0}, {1, 2}}));
    EXPECT_FALSE(only_line(to_wkb(from_wkt("MULTILINESTRING ((0 0,1 2),(5 5,6 6))"))));
    EXPECT_FALSE(only_line({}));
    EXPECT_EQ(only_line(Wkb{std::string("\1\2\0\0\0\0\0\0\0", 9)}), Vertices{});
    EXPECT_EQ(only_ring(to_wkb(from_wkt("POLYGON ((0 0,1 0,1 1,0 0))"))),
              (Vertices{{0, 0}, {1, 0}, {1, 1}}));
    EXPECT_FALSE(only_ring(to_wkb(from_wkt("POLYGON ((0 0,9 0,9 9,0 0),(6 1,7 1,7 2,6 1))"))));
    EXPECT_FALSE(only_ring(to_wkb(from_wkt("POINT (1 1)"))));
    EXPECT_EQ(all_rings(to_wkb(from_wkt("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(6 1,7 1,7 2,6 1)),"
                                        "((20 0,21 0,21 1,20 0)))")))
                  .size(),
              3U);
    EXPECT_TRUE(all_rings(to_wkb(from_wkt("LINESTRING (0 0,1 1)"))).empty());
    EXPECT_TRUE(multi_polygon_of(std::vector<Vertices>{}).empty());
    EXPECT_EQ(to_wkt(multi_polygon_of({square})), "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)))");
}

}  // namespace
}  // namespace koppelkans::geometry
