#include "engine/geometry/wkb.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string raw(std::uint32_t number) {
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

std::string raw(double number) {
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

std::string header(std::uint32_t type) {
    return '\1' + raw(type);
}

std::string point(double x, double y) {
    return header(1) + raw(x) + raw(y);
}

std::string line(const std::vector<double>& values) {
    std::string bytes = header(2) + raw(static_cast<std::uint32_t>(values.size() / 2));
    for (const double value : values) {
        bytes += raw(value);
    }
    return bytes;
}

/// Collections in collections, `depth` geometries deep, a point inside.
std::string nested(int depth) {
    std::string bytes;
    for (int i = 1; i < depth; ++i) {
        bytes += header(7) + raw(1u);
    }
    return bytes + point(1, 2);
}

Wkb wkb_of(const std::string& wkt) {
    return to_wkb(from_wkt(wkt));
}

std::string fault(const std::string& bytes) {
    try {
        checked(bytes);
    } catch (const GeometryError& error) {
        return error.what();
    }
    return "";
}

TEST(Checked, well_formed_bytes_pass_unchanged) {
    for (const char* wkt :
         {"POINT (1 2)", "LINESTRING (0 0, 1 1)",
          "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))", "MULTIPOINT ((1 2), (3 4))",
          "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
          "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))"}) {
        const std::string bytes = wkb_of(wkt).bytes;
        EXPECT_EQ(checked(bytes).bytes, bytes) << wkt;
        EXPECT_EQ(to_wkt(Wkb{bytes}), wkt);
    }
    EXPECT_TRUE(checked("").empty());
}

TEST(Checked, only_little_endian_types_1_to_7) {
    std::string big_endian = point(1, 2);
    big_endian[0] = '\0';
    EXPECT_EQ(fault(big_endian), "the geometry is not little-endian WKB");
    EXPECT_EQ(fault("\2" + point(1, 2).substr(1)), "the geometry is not little-endian WKB");
    // 0, above 7, a curve, ISO Z, EWKB Z, EWKB with an SRID
    for (const std::uint32_t type : {0u, 8u, 10u, 1001u, 0x80000001u, 0x20000001u}) {
        EXPECT_EQ(fault(header(type) + raw(1.0) + raw(2.0)),
                  "WKB type " + std::to_string(type) + " is not one of 1 to 7");
    }
}

TEST(Checked, nothing_may_be_missing_or_left_over) {
    EXPECT_EQ(fault("\1"), "the WKB is cut off");
    EXPECT_EQ(fault(header(1)), "the WKB ends inside a coordinate");
    EXPECT_EQ(fault(header(1) + raw(1.0)), "the WKB ends inside a coordinate");
    EXPECT_EQ(fault(header(2)), "the WKB is cut off");
    EXPECT_EQ(fault(point(1, 2) + "x"), "the WKB has 1 bytes after its end");
}

TEST(Checked, hostile_counts_are_refused_without_work) {
    for (std::uint32_t type = 2; type <= 7; ++type) {
        for (const std::uint32_t n : {2u, 0x10000000u, 0x10000001u, 0x80000000u, 0xFFFFFFFFu}) {
            const std::string one_point = type == 2 ? raw(1.0) + raw(2.0) : std::string(6, '\0');
            EXPECT_NE(fault(header(type) + raw(n) + one_point), "") << type << " " << n;
        }
    }
    EXPECT_EQ(fault(header(3) + raw(1u) + raw(0xFFFFFFFFu)),
              "the WKB counts 4294967295 parts where 0 bytes are left");
}

TEST(Checked, parts_of_a_multi_have_its_type) {
    EXPECT_EQ(fault(header(4) + raw(1u) + point(1, 2)), "");
    EXPECT_EQ(fault(header(5) + raw(1u) + point(1, 2)), "WKB type 5 cannot hold a part of type 1");
    EXPECT_EQ(fault(header(4) + raw(1u) + header(4) + raw(1u) + point(1, 2)),
              "WKB type 4 cannot hold a part of type 4");
    EXPECT_EQ(fault(header(6) + raw(1u) + line({0, 0, 1, 1})),
              "WKB type 6 cannot hold a part of type 2");
    EXPECT_EQ(fault(header(7) + raw(1u) + header(4) + raw(1u) + point(1, 2)), "");
}

TEST(Checked, nesting_ends_at_32) {
    EXPECT_EQ(fault(nested(32)), "");
    EXPECT_EQ(to_wkt(Wkb{nested(2)}), "GEOMETRYCOLLECTION (POINT (1 2))");
    EXPECT_EQ(fault(nested(33)), "the WKB nests more than 32 deep");
    EXPECT_EQ(fault(nested(100000)), "the WKB nests more than 32 deep");
    EXPECT_THROW(to_wkt(Wkb{nested(33)}), GeometryError);
}

TEST(Checked, functions_refuse_unchecked_bytes_too) {
    Wkb cut{wkb_of("LINESTRING (0 0, 1 1)").bytes.substr(0, 30)};
    EXPECT_THROW(bounds(cut), GeometryError);
    EXPECT_THROW(dimension(cut), GeometryError);
    EXPECT_THROW(reduced(cut), GeometryError);
    EXPECT_THROW(count_points(cut), GeometryError);
    EXPECT_THROW(all_within(cut, 1), GeometryError);
    EXPECT_THROW(collected(&cut, 1), GeometryError);
    EXPECT_THROW(to_wkt(cut), GeometryError);
    EXPECT_THROW(change_points(cut, [](double*, std::size_t) {}), GeometryError);
}

TEST(Dimension, of_the_highest_part_that_holds_a_point) {
    EXPECT_EQ(dimension(Wkb{}), Dimension::none);
    EXPECT_EQ(dimension(Wkb{point(1, 2)}), Dimension::point);
    EXPECT_EQ(dimension(Wkb{point(nan, nan)}), Dimension::none);
    EXPECT_EQ(dimension(Wkb{point(nan, 2)}), Dimension::point);
    EXPECT_EQ(dimension(Wkb{header(3) + raw(0u)}), Dimension::none);
    EXPECT_EQ(dimension(Wkb{header(3) + raw(1u) + raw(0u)}), Dimension::none);
    EXPECT_EQ(
        dimension(wkb_of("GEOMETRYCOLLECTION (POINT (1 2), POLYGON EMPTY, LINESTRING (0 0, 1 1))")),
        Dimension::line);
}

TEST(Reduced, collection_becomes_its_highest_part_or_multi) {
    const auto text = [](const char* wkt) { return to_wkt(reduced(wkb_of(wkt))); };
    EXPECT_EQ(text("GEOMETRYCOLLECTION (POINT (1 2))"), "POINT (1 2)");
    EXPECT_EQ(text("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))"),
              "LINESTRING (0 0, 1 1)");
    EXPECT_EQ(text("GEOMETRYCOLLECTION (LINESTRING (5 5, 6 6), GEOMETRYCOLLECTION (MULTILINESTRING "
                   "((0 0, 1 1), (2 2, 3 3))), POINT (1 2))"),
              "MULTILINESTRING ((5 5, 6 6), (0 0, 1 1), (2 2, 3 3))");
    EXPECT_TRUE(reduced(Wkb{header(7) + raw(1u) + point(nan, nan)}).empty());
}

TEST(Reduced, others_lose_their_empty_parts_only) {
    EXPECT_EQ(to_wkt(reduced(wkb_of("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))"))),
              "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))");
    const Wkb with_empty{header(4) + raw(2u) + point(nan, nan) + point(1, 2)};
    EXPECT_EQ(to_wkt(with_empty), "MULTIPOINT (EMPTY, (1 2))");
    EXPECT_EQ(to_wkt(reduced(with_empty)), "MULTIPOINT ((1 2))");
    EXPECT_TRUE(reduced(Wkb{point(nan, nan)}).empty());
    EXPECT_TRUE(reduced(Wkb{}).empty());
}

TEST(Bounds, nan_does_not_count_and_nothing_is_empty) {
    EXPECT_TRUE(bounds(Wkb{}).empty());
    EXPECT_TRUE(bounds(Wkb{point(nan, nan)}).empty());
    EXPECT_EQ(bounds(Wkb{line({nan, 1, 2, nan, 3, 4})}), (Box{2, 1, 3, 4}));
    EXPECT_EQ(bounds(Wkb{line({-infinity, 1, 2, 3})}), (Box{-infinity, 1, 2, 3}));
}

TEST(AllWithin, border_counts_and_what_is_not_finite_never_does) {
    EXPECT_TRUE(all_within(Wkb{}, 0));
    EXPECT_TRUE(all_within(Wkb{point(nan, nan)}, 1e8));
    EXPECT_TRUE(all_within(Wkb{line({1e8, -1e8, 0, 0})}, 1e8));
    EXPECT_FALSE(all_within(Wkb{line({0, 0, 0, std::nextafter(1e8, 2e8)})}, 1e8));
    EXPECT_FALSE(all_within(Wkb{point(nan, 0)}, 1e8));
    EXPECT_FALSE(all_within(Wkb{point(0, infinity)}, infinity));
    EXPECT_FALSE(all_within(Wkb{line({0, -infinity, 0, 0})}, infinity));
}

TEST(ChangePoints, gets_every_run_with_nan_and_infinity) {
    Wkb wkb{header(7) + raw(3u) + point(nan, 7) + point(nan, nan) + line({1, 2, infinity, 4})};
    std::vector<std::size_t> runs;
    change_points(wkb, [&runs](double* xy, std::size_t n) {
        runs.push_back(n);
        xy[2 * n - 1] = -1;
    });
    EXPECT_EQ(runs, (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(to_wkt(wkb),
              "GEOMETRYCOLLECTION (POINT (nan -1), POINT EMPTY, LINESTRING (1 2, inf -1))");
}

TEST(Collected, takes_multis_apart_and_refuses_a_mixture) {
    const std::vector<Wkb> areas{wkb_of("POLYGON ((0 0, 1 0, 1 1, 0 0))"), Wkb{},
                                 wkb_of("MULTIPOLYGON (((5 5, 6 5, 6 6, 5 5)))")};
    EXPECT_EQ(to_wkt(collected(areas.data(), areas.size())),
              "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))");
    EXPECT_TRUE(collected(nullptr, 0).empty());
    const std::vector<Wkb> mixed{areas[0], wkb_of("POINT (1 2)")};
    EXPECT_THROW(collected(mixed.data(), mixed.size()), GeometryError);
}

TEST(Text, any_number_is_written_as_short_as_it_reads_back) {
    EXPECT_EQ(to_wkt(Wkb{}), "GEOMETRYCOLLECTION EMPTY");
    EXPECT_EQ(to_wkt(Wkb{line({155000.1, 463000, -0.0, 0.5})}),
              "LINESTRING (155000.1 463000, 0 0.5)");
    EXPECT_EQ(to_wkt(Wkb{point(1e300, -1e-300)}), "POINT (1e+300 -1e-300)");
    const double largest = std::numeric_limits<double>::max();
    EXPECT_EQ(to_wkb(from_wkt(to_wkt(Wkb{point(largest, 0.1)}))).bytes, point(largest, 0.1));
}

}  // namespace
}  // namespace koppelkans::geometry
