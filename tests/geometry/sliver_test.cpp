#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {
namespace {

constexpr double sliver_m = 1e-6;

TEST(OnlyWiderAreas, LeaveOutTheSliverOfEdgesThatNearlyCoincide) {
    // The second shape repeats a slanting edge of the first with vertices that rounding moved.
    const Geometry a = from_wkt("POLYGON ((0 0,30 10,30 30,0 30,0 0))");
    const Geometry b = from_wkt(
        "POLYGON ((10 3.3333333333336,20 6.6666666666669,20 -5,10 -5,10 3.3333333333336))");
    const Geometry shared = intersection(a, b);
    EXPECT_FALSE(only_areas(shared).is_empty());
    EXPECT_TRUE(only_areas(shared, sliver_m).is_empty());
}

TEST(OnlyWiderAreas, KeepWhatIsNarrowButGround) {
    // 100 m long: two micrometres wide is kept, half a micrometre is not.
    const Geometry both = from_wkt(
        "MULTIPOLYGON (((0 0,100 0,100 0.000002,0 0.000002,0 0)),"
        "((0 5,100 5,100 5.0000005,0 5.0000005,0 5)))");
    EXPECT_NEAR(area_m2(only_areas(both, sliver_m)), 2e-4, 1e-9);
    EXPECT_NEAR(area_m2(only_areas(both)), 2.5e-4, 1e-9);
}

TEST(OnlyWiderAreas, KeepASmallCompactPiece) {
    const Geometry tiny = from_wkt("POLYGON ((0 0,0.001 0,0.001 0.001,0 0.001,0 0))");
    EXPECT_NEAR(area_m2(only_areas(tiny, sliver_m)), 1e-6, 1e-12);
}

}  // namespace
}  // namespace koppelkans::geometry
