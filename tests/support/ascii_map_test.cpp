#include "tests/support/ascii_map.h"

#include <stdexcept>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::test {
namespace {

using geometry::area_m2;
using geometry::bounds;
using geometry::Box;
using geometry::from_wkb;
using geometry::to_wkt;

const AsciiMap& example() {
    static const AsciiMap map(R"(
        aaaa....
        aaccbb..
        ..bbbb.1
        2------3
    )",
                              10.0);
    return map;
}

TEST(AsciiMap, area_is_the_union_of_its_letters) {
    const auto ac = from_wkb(example().area("ac"));
    EXPECT_EQ(area_m2(ac), 800.0);
    EXPECT_EQ(example().area_m2("ac"), 800.0);
    EXPECT_EQ(bounds(ac), (Box{0, 20, 40, 40}));
    EXPECT_TRUE(ac.is_valid());
    EXPECT_EQ(geometry::dimension(example().area("ac")), geometry::Dimension::area);
}

TEST(AsciiMap, shared_letter_is_the_overlap) {
    const auto a = from_wkb(example().area("ac"));
    const auto b = from_wkb(example().area("bc"));
    EXPECT_EQ(area_m2(intersection(a, b)), example().area_m2("c"));
    EXPECT_EQ(area_m2(difference(a, b)), example().area_m2("a"));
}

TEST(AsciiMap, one_cell_is_a_square) {
    const AsciiMap map("a", 2.5);
    EXPECT_EQ(to_wkt(map.area("a")), "POLYGON ((0 0, 2.5 0, 2.5 2.5, 0 2.5, 0 0))");
}

TEST(AsciiMap, cells_that_touch_in_a_corner_stay_two_polygons) {
    const AsciiMap map(R"(
        a.
        .a
    )");
    const auto area = map.area("a");
    EXPECT_EQ(to_wkt(area).substr(0, 12), "MULTIPOLYGON");
    EXPECT_EQ(area_m2(from_wkb(area)), 2.0);
    EXPECT_TRUE(from_wkb(area).is_valid());
}

TEST(AsciiMap, ring_has_a_hole) {
    const AsciiMap map(R"(
        aaa
        a.a
        aaa
    )");
    EXPECT_EQ(area_m2(from_wkb(map.area("a"))), 8.0);
    EXPECT_EQ(bounds(map.area("a")), map.box());
}

TEST(AsciiMap, lines_and_points_lie_in_the_middle_of_cells) {
    EXPECT_EQ(to_wkt(example().line("123")), "LINESTRING (75 15, 5 5, 75 5)");
    EXPECT_EQ(to_wkt(example().line("32")), "LINESTRING (75 5, 5 5)");
    EXPECT_EQ(to_wkt(example().point('1')), "POINT (75 15)");
    EXPECT_EQ(to_wkt(example().points("21")), "MULTIPOINT ((75 15), (5 5))");
}

TEST(AsciiMap, points_may_repeat_a_digit_where_a_line_may_not) {
    const AsciiMap map("1.1");
    EXPECT_EQ(to_wkt(map.points("1")), "MULTIPOINT ((0.5 0.5), (2.5 0.5))");
    EXPECT_THROW(map.line("11"), std::invalid_argument);
    EXPECT_THROW(map.point('1'), std::invalid_argument);
}

TEST(AsciiMap, lower_left_corner_moves_the_map) {
    const AsciiMap map("a1", 10.0, {155000, 463000});
    EXPECT_EQ(map.box(), (Box{155000, 463000, 155020, 463010}));
    EXPECT_EQ(bounds(map.area("a")), (Box{155000, 463000, 155010, 463010}));
    EXPECT_EQ(to_wkt(map.point('1')), "POINT (155015 463005)");
}

TEST(AsciiMap, indent_blank_lines_and_uneven_lines_do_not_matter) {
    const AsciiMap map("\n\n     a\n   bb   \n\n   b\n  \n");
    EXPECT_EQ(map.box(), (Box{0, 0, 3, 4}));
    EXPECT_EQ(bounds(map.area("a")), (Box{2, 3, 3, 4}));
    EXPECT_EQ(area_m2(from_wkb(map.area("b"))), 3.0);
}

TEST(AsciiMap, what_is_not_drawn_throws) {
    EXPECT_THROW(example().area("ad"), std::invalid_argument);
    EXPECT_THROW(example().area(""), std::invalid_argument);
    EXPECT_THROW(example().area_m2("z"), std::invalid_argument);
    EXPECT_THROW(example().line("14"), std::invalid_argument);
    EXPECT_THROW(example().points("9"), std::invalid_argument);
    EXPECT_EQ(AsciiMap("").box(), (Box{0, 0, 0, 0}));
}

}  // namespace
}  // namespace koppelkans::test
