#include <cmath>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {
namespace {

constexpr double grid_m = 1e-6;

TEST(OnGrid, IntersectionAndDifferenceMakeUpTheWhole) {
    const Geometry a = from_wkt("POLYGON ((0 0,10 0.3,10 10,0 10,0 0))");
    const Geometry b = from_wkt("POLYGON ((3.1 -2,7.7 1,6 12,3.1 -2))");
    const double shared = area_m2(intersection_on_grid(a, b, grid_m));
    const double rest = area_m2(difference_on_grid(a, b, grid_m));
    EXPECT_NEAR(shared + rest, area_m2(a), 1e-4);
    EXPECT_NEAR(shared, area_m2(intersection(a, b)), 1e-4);
}

TEST(OnGrid, EdgesThatNearlyCoincideLeaveNoSliver) {
    // The second shape repeats a slanting edge of the first with a vertex that rounding moved.
    const Geometry a = from_wkt("POLYGON ((0 0,30 10,30 30,0 30,0 0))");
    const Geometry b = from_wkt(
        "POLYGON ((10 3.3333333333333,20 6.6666666666667,20 -5,10 -5,10 3.3333333333333))");
    EXPECT_TRUE(only_areas(intersection_on_grid(a, b, grid_m)).is_empty());
}

TEST(OnGrid, VerticesLieOnTheGrid) {
    const Geometry a = from_wkt("POLYGON ((0 0,10 0,10 10,0 10,0 0))");
    const Geometry b = from_wkt("POLYGON ((5.4 5.4,20 6,20 20,5.4 5.4))");
    Wkb shared = to_wkb(intersection_on_grid(a, b, 0.5));
    change_points(shared, [](double* xy, std::size_t n) {
        for (std::size_t i = 0; i < 2 * n; ++i) {
            EXPECT_DOUBLE_EQ(xy[i] * 2, std::round(xy[i] * 2));
        }
    });
}

TEST(Rectangle, IsTheBox) {
    EXPECT_EQ(bounds(rectangle({1, 2, 5, 9})), (Box{1, 2, 5, 9}));
    EXPECT_DOUBLE_EQ(area_m2(rectangle({1, 2, 5, 9})), 28);
}

}  // namespace
}  // namespace koppelkans::geometry
