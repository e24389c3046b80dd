#include "engine/geometry/geometry.h"

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geometry/box.h"
#include "tests/support/ascii_map.h"

// GEOS 3.11 itself loses the segments it was looking at when a prepared predicate fails; the
// failing one below would otherwise end a run under the address sanitizer.
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl*,readability-identifier-naming)
extern "C" const char* __lsan_default_suppressions() {
    return "leak:geos::noding::SegmentStringUtil::extractSegmentStrings\n";
}

namespace koppelkans::geometry {
namespace {

using test::AsciiMap;
using testing::HasSubstr;
using testing::StartsWith;

constexpr double infinity = std::numeric_limits<double>::infinity();

template <class Work>
std::string fault(Work work) {
    try {
        work();
    } catch (const GeometryError& error) {
        return error.what();
    }
    return "";
}

/// A regular polygon of 4 · 8 corners on the circle: what a buffer of a point is.
double polygon_area_m2(double radius_m) {
    return 16 * radius_m * radius_m * std::sin(2 * std::acos(-1.0) / 32);
}

TEST(Geometry, bytes_go_round) {
    for (const char* wkt : {"POINT (1 2)", "LINESTRING (0 0, 1 1.5)",
                            "POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))",
                            "GEOMETRYCOLLECTION (POINT (1 2), MULTIPOINT ((1 2), (3 4)))"}) {
        const Wkb wkb = to_wkb(from_wkt(wkt));
        EXPECT_EQ(checked(wkb.bytes), wkb);
        EXPECT_EQ(to_wkb(from_wkb(wkb)), wkb);
        EXPECT_EQ(to_wkt(from_wkb(wkb)), wkt);
    }
}

TEST(Geometry, heights_are_dropped_from_bytes) {
    EXPECT_EQ(to_wkt(to_wkb(from_wkt("LINESTRING Z (0 0 7, 1 1 8)"))), "LINESTRING (0 0, 1 1)");
}

TEST(Geometry, empty_gives_no_bytes) {
    for (const char* wkt : {"POLYGON EMPTY", "POINT EMPTY", "GEOMETRYCOLLECTION EMPTY",
                            "GEOMETRYCOLLECTION (POINT EMPTY, LINESTRING EMPTY)"}) {
        const Geometry empty = from_wkt(wkt);
        EXPECT_TRUE(empty.is_empty());
        EXPECT_TRUE(to_wkb(empty).empty());
        EXPECT_TRUE(bounds(empty).empty());
        EXPECT_EQ(to_wkt(empty), wkt);
        EXPECT_EQ(area_m2(empty), 0.0);
    }
}

TEST(Geometry, faults_carry_the_words_of_geos) {
    // GEOS quotes it, which is no word of memory.
    EXPECT_THAT(fault([] { from_wkt("LINESTRING (0 0, std::bad_alloc)"); }),
                HasSubstr("bad_alloc"));
    EXPECT_THAT(fault([] { from_wkt("POLYGON ((0 0, 1 0"); }),
                StartsWith("GEOS cannot read the text: ParseException"));
    EXPECT_THAT(fault([] { from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 1))"); }), HasSubstr("closed"));
    EXPECT_THAT(fault([] { from_wkb(Wkb{}); }), StartsWith("GEOS cannot read a geometry"));
    EXPECT_THAT(fault([] { from_wkb(Wkb{"\1\2"}); }), StartsWith("GEOS cannot read a geometry"));
    EXPECT_THAT(fault([] { Geometry(nullptr); }), StartsWith("GEOS cannot make a geometry"));
}

TEST(Geometry, faults_are_one_line) {
    // Which GEOS complains of with a line break behind it.
    const Wkb of_one_point{std::string("\1\2\0\0\0\1\0\0\0", 9) + std::string(16, '\0')};
    EXPECT_EQ(
        fault([&] { from_wkb(of_one_point); }),
        "GEOS cannot read a geometry: IllegalArgumentException: point array must contain 0 or "
        ">1 elements");
}

/// The bytes of a polygon whose only ring has the points of the line, closed or not.
Wkb ring_of(const std::string& line_wkt) {
    const std::string line = to_wkb(from_wkt(line_wkt)).bytes;
    return checked(std::string("\1\3\0\0\0\1\0\0\0", 9) + line.substr(5));
}

TEST(Geometry, open_and_short_rings_are_refused) {
    EXPECT_THAT(fault([] { from_wkb(ring_of("LINESTRING (0 0, 4 0, 4 4, 0 4)")); }),
                HasSubstr("closed"));
    EXPECT_THAT(fault([] { from_wkb(ring_of("LINESTRING (0 0, 0 0)")); }),
                StartsWith("GEOS cannot read a geometry"));
    const Geometry three = from_wkb(ring_of("LINESTRING (0 0, 1 1, 0 0)"));
    EXPECT_FALSE(three.is_valid());
    EXPECT_TRUE(made_valid(three).is_empty());
}

TEST(Geometry, a_fault_leaves_nothing_behind) {
    EXPECT_NE(fault([] { from_wkt("nonsense"); }), "");
    EXPECT_EQ(fault([] { Geometry(nullptr); }), "GEOS cannot make a geometry: no reason given");
    EXPECT_EQ(area_m2(from_wkt("POLYGON ((0 0, 2 0, 2 2, 0 0))")), 2.0);
}

TEST(Geometry, predicates_that_fail_throw_and_are_never_true) {
    const Geometry area = from_wkt("POLYGON ((0 0, 4 0, 4 4, 0 0))");
    const Prepared prepared(area.clone());
    const Geometry not_finite = from_wkt("LINESTRING (0 0, nan 1, 1 1)");
    EXPECT_THAT(fault([&] { prepared.covers(not_finite); }),
                HasSubstr("cannot tell whether one geometry covers another: IllegalArgument"));
    EXPECT_THAT(fault([&] { Prepared(not_finite.clone()).intersects(area); }),
                HasSubstr("cannot tell whether geometries intersect: IllegalArgument"));
    EXPECT_TRUE(prepared.covers(from_wkt("POINT (3 1)")));
    EXPECT_FALSE(prepared.covers(from_wkt("POINT (1 2)")));
}

TEST(Geometry, overlay_of_invalid_areas_is_refused) {
    const Geometry tie = from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
    const Geometry area = from_wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
    EXPECT_THAT(fault([&] { intersection(tie, area); }),
                StartsWith("GEOS cannot intersect geometries: TopologyException"));
    EXPECT_THAT(fault([&] { difference(area, tie); }),
                StartsWith("GEOS cannot subtract geometries: TopologyException"));
}

TEST(Geometry, moves_and_copies) {
    Geometry first = from_wkt("POINT (1 2)");
    Geometry second = first.clone();
    first = from_wkt("POINT (3 4)");
    EXPECT_EQ(to_wkt(second), "POINT (1 2)");
    second = std::move(first);
    EXPECT_EQ(to_wkt(second), "POINT (3 4)");
}

TEST(MadeValid, bow_tie_becomes_two_areas) {
    const Geometry tie = from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
    EXPECT_FALSE(tie.is_valid());
    const Geometry repaired = made_valid(tie);
    EXPECT_TRUE(repaired.is_valid());
    EXPECT_EQ(area_m2(repaired), 2.0);
    EXPECT_EQ(dimension(to_wkb(repaired)), Dimension::area);
}

TEST(MadeValid, structure_method_unites_overlapping_parts) {
    // The linework method would leave a hole where the two overlap.
    const Geometry overlapping =
        from_wkt("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((2 0, 6 0, 6 4, 2 4, 2 0)))");
    EXPECT_EQ(area_m2(made_valid(overlapping)), 24.0);
}

TEST(MadeValid, collapsed_parts_are_dropped) {
    const Geometry spike = from_wkt("POLYGON ((0 0, 2 0, 2 2, 2 5, 2 2, 0 2, 0 0))");
    EXPECT_EQ(bounds(made_valid(spike)), (Box{0, 0, 2, 2}));
    EXPECT_TRUE(made_valid(from_wkt("POLYGON ((0 0, 2 0, 1 0, 0 0))")).is_empty());
    EXPECT_TRUE(made_valid(from_wkt("LINESTRING (1 1, 1 1)")).is_empty());
}

/// Beside the triangle, rounding leaves a strip of 4 m by 1e-11 m. United with such, GEOS may lose
/// a whole square metre.
TEST(MadeValid, leaves_no_slivers) {
    const Geometry repaired = made_valid(
        from_wkt("POLYGON ((154992.45 463010.5, 155004.5 463003.6, 155010.1 463007.8, "
                 "155008.9 463006.89999999997, 155004.1 463003.3, 154992.45 463010.5))"));
    EXPECT_EQ(polygons_of(repaired).size(), 1U);
    EXPECT_NEAR(area_m2(repaired), 3.1875, 1e-9);
}

/// Of each GEOS makes a ring that crosses itself where it rounded, at first.
TEST(MadeValid, is_valid_where_coordinates_are_large) {
    const Geometry ground = from_wkt(
        "POLYGON ((154990 463000, 155010 463000, 155010 463014, 154990 463014, 154990 463000))");
    for (const char* crossed :
         {"POLYGON ((154996.90000000002 463002.9, 154996.5 463005.1, "
          "155006.9 463012.89999999997, 154995.7 463004.5, 154994.7 463007.5, "
          "154996.90000000002 463002.9))",
          "POLYGON ((154999.29999999946 462999.70000000077, 154996.5 463005.1, "
          "155006.9 463012.89999999997, 154995.7 463004.5, 154994.7 463007.5, "
          "154999.29999999946 462999.70000000077))"}) {
        const Geometry repaired = made_valid(from_wkt(crossed));
        EXPECT_TRUE(repaired.is_valid()) << crossed;
        EXPECT_LE(area_m2(intersection(repaired, ground)), area_m2(repaired) + 1e-6) << crossed;
    }
}

TEST(Buffered, is_round_with_8_segments_a_quadrant) {
    const Geometry circle = buffered(from_wkt("POINT (100 200)"), 10);
    EXPECT_NEAR(area_m2(circle), polygon_area_m2(10), 1e-9);
    EXPECT_EQ(count_points(to_wkb(circle)), 33u);
    const Geometry sausage = buffered(from_wkt("LINESTRING (0 0, 100 0)"), 10);
    EXPECT_NEAR(area_m2(sausage), 2000 + polygon_area_m2(10), 1e-9);
    EXPECT_EQ(bounds(sausage), (Box{-10, -10, 110, 10}));
}

TEST(Buffered, zero_cleans_areas_and_empties_lines) {
    EXPECT_EQ(area_m2(buffered(from_wkt("POLYGON ((0 0, 2 0, 2 2, 0 0))"), 0)), 2.0);
    EXPECT_TRUE(buffered(from_wkt("LINESTRING (0 0, 5 5)"), 0).is_empty());
    EXPECT_TRUE(buffered(from_wkt("POINT (0 0)"), 0).is_empty());
}

TEST(Buffered, refuses_a_width_that_is_none) {
    const Geometry point = from_wkt("POINT (0 0)");
    EXPECT_EQ(fault([&point] { buffered(point, -1); }), "a buffer cannot be -1 m wide");
    EXPECT_THROW(buffered(point, std::numeric_limits<double>::quiet_NaN()), GeometryError);
    EXPECT_THROW(buffered(point, infinity), GeometryError);
}

TEST(Overlay, on_a_map) {
    const AsciiMap map(R"(
        aaaa..dd
        aaccbbdd
        ..bbbb..
    )",
                       10.0);
    const Geometry a = from_wkb(map.area("ac"));
    const Geometry b = from_wkb(map.area("bc"));
    const Geometry d = from_wkb(map.area("d"));
    EXPECT_EQ(area_m2(intersection(a, b)), map.area_m2("c"));
    EXPECT_EQ(area_m2(difference(b, a)), map.area_m2("b"));
    EXPECT_EQ(area_m2(intersection(a, d)), 0.0);
    EXPECT_TRUE(intersection(a, d).is_empty());
    std::vector<Geometry> parts;
    parts.push_back(a.clone());
    parts.push_back(b.clone());
    parts.push_back(d.clone());
    const Geometry all = united(std::move(parts));
    EXPECT_EQ(area_m2(all), map.area_m2("abcd"));
    EXPECT_EQ(bounds(all), map.box());
    EXPECT_EQ(dimension(to_wkb(intersection(b, d))), Dimension::line) << "only a border is shared";
}

TEST(Overlay, touching_leaves_no_area) {
    const Geometry a = from_wkt("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
    const Geometry beside = from_wkt("POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))");
    EXPECT_EQ(to_wkt(only_areas(intersection(a, beside))), "MULTIPOLYGON EMPTY");
    EXPECT_EQ(length_m(only_lines(intersection(a, beside))), 2.0);
}

TEST(United, nothing_is_an_empty_polygon) {
    EXPECT_EQ(to_wkt(united({})), "POLYGON EMPTY");
}

TEST(UnaryUnion, counts_each_metre_once) {
    EXPECT_EQ(length_m(unary_union(from_wkt("MULTILINESTRING ((0 0, 10 0), (5 0, 15 0))"))), 15.0);
    EXPECT_EQ(
        area_m2(unary_union(from_wkt(
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0)), MULTIPOLYGON (((1 0, 3 0, "
            "3 2, 1 2, 1 0))))"))),
        6.0);
}

TEST(Only, parts_of_the_dimension_as_one_multi) {
    const Geometry mixed = from_wkt(
        "GEOMETRYCOLLECTION (POINT (9 9), POLYGON ((0 0, 1 0, 1 1, 0 0)), POLYGON EMPTY, "
        "LINESTRING (5 "
        "5, 6 6), GEOMETRYCOLLECTION (MULTIPOLYGON (((2 2, 3 2, 3 3, 2 2))), LINESTRING (7 7, 8 "
        "8)))");
    EXPECT_EQ(to_wkt(only_areas(mixed)),
              "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((2 2, 3 2, 3 3, 2 2)))");
    EXPECT_EQ(to_wkt(only_lines(mixed)), "MULTILINESTRING ((5 5, 6 6), (7 7, 8 8))");
    EXPECT_EQ(to_wkt(only_areas(from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"))),
              "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))");
    EXPECT_EQ(to_wkt(only_areas(from_wkt("POINT (1 2)"))), "MULTIPOLYGON EMPTY");
    EXPECT_EQ(to_wkt(only_lines(from_wkt("GEOMETRYCOLLECTION EMPTY"))), "MULTILINESTRING EMPTY");
}

TEST(Prepared, says_the_same_as_the_plain_functions) {
    const AsciiMap map(R"(
        aaaa.....1
        aaaa......
        aaaa..2..3
    )");
    const Prepared area(from_wkb(map.area("a")));
    const Geometry line = from_wkb(map.line("23"));
    EXPECT_FALSE(area.intersects(line));
    EXPECT_EQ(area.distance_m(line), 2.5);
    EXPECT_EQ(area.distance_m(line), distance_m(area.geometry(), line));
    EXPECT_TRUE(area.covers(from_wkt("LINESTRING (0 0, 4 0)"))) << "the border counts";
    EXPECT_FALSE(area.covers(from_wkt("LINESTRING (0 0, 5 0)")));
    EXPECT_TRUE(area.intersects(from_wkt("POINT (4 3)")));
    EXPECT_EQ(area.distance_m(from_wkt("POINT (1 1)")), 0.0);
}

TEST(Prepared, moves) {
    std::vector<Prepared> areas;
    for (int i = 0; i < 10; ++i) {
        areas.emplace_back(from_wkt("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))"));
        EXPECT_TRUE(areas.back().covers(from_wkt("POINT (1 1)")));
    }
    areas.front() = std::move(areas.back());
    areas.pop_back();
    EXPECT_TRUE(areas.front().covers(from_wkt("POINT (1 1)")));
}

TEST(Distance, to_nothing_is_infinite) {
    const Geometry nothing = from_wkt("POLYGON EMPTY");
    const Geometry point = from_wkt("POINT (3 4)");
    EXPECT_EQ(distance_m(point, from_wkt("POINT (0 0)")), 5.0);
    EXPECT_EQ(distance_m(point, nothing), infinity);
    EXPECT_EQ(distance_m(nothing, point), infinity);
    EXPECT_EQ(Prepared(point.clone()).distance_m(nothing), infinity);
    EXPECT_EQ(Prepared(nothing.clone()).distance_m(point), infinity);
}

TEST(Measures, of_each_dimension) {
    EXPECT_EQ(area_m2(from_wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))")),
              15.0);
    EXPECT_EQ(length_m(from_wkt("LINESTRING (0 0, 3 4, 3 5)")), 6.0);
    EXPECT_EQ(length_m(from_wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))")), 16.0);
    EXPECT_EQ(length_m(from_wkt("POINT (1 1)")), 0.0);
    EXPECT_EQ(bounds(from_wkt("LINESTRING (3 -4, -1 5)")), (Box{-1, -4, 3, 5}));
}

TEST(Text, enormous_coordinates_are_safe) {
    EXPECT_EQ(to_wkt(from_wkt("LINESTRING (1e300 -1e300, 0.1 1e15)")),
              "LINESTRING (1e+300 -1e+300, 0.1 1000000000000000)");
}

TEST(InnerPoint, lies_inside_also_where_the_middle_does_not) {
    const Geometry hook = from_wkt("POLYGON ((0 0, 10 0, 10 10, 8 10, 8 2, 2 2, 2 10, 0 10, 0 0))");
    const Vertex inside = inner_point(hook);
    EXPECT_TRUE(
        Prepared(hook.clone()).covers(from_wkt(fmt::format("POINT ({} {})", inside.x, inside.y))));
    EXPECT_THROW(inner_point(from_wkt("POLYGON EMPTY")), GeometryError);
}

TEST(Versions, are_those_of_the_libraries) {
    EXPECT_THAT(geos_version(), testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+[a-z0-9]*"));
}

TEST(ArraysOfCoordinates, GoToGeosAndBack) {
    EXPECT_EQ(to_wkt(line_of({{0, 0}, {3, 4}})), "LINESTRING (0 0, 3 4)");
    EXPECT_EQ(to_wkt(polygon_of_ring({{0, 0}, {3, 0}, {0, 4}})), "POLYGON ((0 0, 3 0, 0 4, 0 0))");
    EXPECT_THROW(line_of({{0, 0}}), GeometryError);
    EXPECT_THROW(polygon_of_ring({{0, 0}}), GeometryError);
    const std::vector<std::vector<Vertices>> polygons =
        polygons_of(from_wkt("GEOMETRYCOLLECTION (POINT (1 1), MULTIPOLYGON (((0 0,9 0,9 9,0 0),"
                             "(6 1,7 1,7 2,6 1)),((20 0,21 0,21 1,20 0))), POLYGON EMPTY)"));
    ASSERT_EQ(polygons.size(), 2U);
    ASSERT_EQ(polygons[0].size(), 2U) << "a shell and its hole";
    EXPECT_EQ(polygons[0][1], (Vertices{{6, 1}, {7, 1}, {7, 2}}));
    EXPECT_EQ(polygons[1], (std::vector<Vertices>{{{20, 0}, {21, 0}, {21, 1}}}));
}

}  // namespace
}  // namespace koppelkans::geometry
