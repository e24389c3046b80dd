#include "engine/geometry/full_rings.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {
namespace {

void put(std::string& bytes, std::uint32_t number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put_points(std::string& bytes, const std::vector<double>& coordinates) {
    put(bytes, static_cast<std::uint32_t>(coordinates.size() / 2));
    for (const double value : coordinates) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
}

std::string header(std::uint32_t type) {
    std::string bytes(1, '\x01');
    put(bytes, type);
    return bytes;
}

Wkb polygon(const std::vector<std::vector<double>>& rings) {
    std::string bytes = header(3);
    put(bytes, static_cast<std::uint32_t>(rings.size()));
    for (const auto& ring : rings) {
        put_points(bytes, ring);
    }
    return checked(bytes);
}

TEST(WithFullRings, LeavesAWholePolygonAlone) {
    const Wkb square = polygon({{0, 0, 4, 0, 4, 4, 0, 4, 0, 0}});
    EXPECT_EQ(with_full_rings(square), square);
    EXPECT_TRUE(with_full_rings({}).empty());
}

TEST(WithFullRings, ClosesAnOpenRing) {
    const Geometry closed = from_wkb(with_full_rings(polygon({{0, 0, 4, 0, 4, 4, 0, 4}})));
    EXPECT_TRUE(closed.is_valid());
    EXPECT_DOUBLE_EQ(area_m2(closed), 16);
}

TEST(WithFullRings, ACollapsedHoleDoesNotLoseThePolygon) {
    const std::vector<std::vector<double>> holes{{1, 1}, {1, 1, 1, 1}, {1, 1, 2, 2}};
    for (const auto& hole : holes) {
        const Wkb collapsed = polygon({{0, 0, 4, 0, 4, 4, 0, 4, 0, 0}, hole});
        EXPECT_THROW(from_wkb(collapsed), GeometryError) << "else this function is not needed";
        const Geometry read = from_wkb(with_full_rings(collapsed));
        EXPECT_FALSE(read.is_valid());
        EXPECT_DOUBLE_EQ(area_m2(made_valid(read)), 16);
    }
}

TEST(WithFullRings, AHoleOfThreePointsReadsWithAndWithout) {
    const Wkb collapsed = polygon({{0, 0, 4, 0, 4, 4, 0, 4, 0, 0}, {1, 1, 2, 2, 1, 1}});
    EXPECT_DOUBLE_EQ(area_m2(made_valid(from_wkb(collapsed))), 16);
    EXPECT_DOUBLE_EQ(area_m2(made_valid(from_wkb(with_full_rings(collapsed)))), 16);
}

TEST(WithFullRings, ALineOfOnePointReadsAndIsNothingWhenRepaired) {
    std::string bytes = header(5);
    put(bytes, 2);
    bytes += header(2);
    put_points(bytes, {7, 7});
    bytes += header(2);
    put_points(bytes, {0, 0, 3, 4});
    const Geometry read = from_wkb(with_full_rings(checked(bytes)));
    EXPECT_FALSE(read.is_valid());
    EXPECT_DOUBLE_EQ(length_m(made_valid(read)), 5);
}

TEST(WithFullRings, KeepsPointsAndEmptyParts) {
    std::string bytes = header(7);
    put(bytes, 2);
    bytes += header(1);
    for (const double value : {1.0, 2.0}) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    bytes += header(2);
    put_points(bytes, {});
    EXPECT_EQ(with_full_rings(Wkb{bytes}).bytes, bytes);
}

TEST(WithFullRings, RefusesBytesThatAreCutOff) {
    Wkb square = polygon({{0, 0, 4, 0, 4, 4, 0, 4, 0, 0}});
    square.bytes.resize(square.bytes.size() - 3);
    EXPECT_THROW(with_full_rings(square), GeometryError);
}

}  // namespace
}  // namespace koppelkans::geometry
