#include "engine/io/source_geometry.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_geometry.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::io {
namespace {

using geometry::to_wkt;
using geometry::Wkb;

std::unique_ptr<OGRGeometry> ogr(const char* wkt) {
    OGRGeometry* geometry = nullptr;
    EXPECT_EQ(OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry), OGRERR_NONE) << wkt;
    return std::unique_ptr<OGRGeometry>(geometry);
}

std::string taken(const char* wkt) {
    return to_wkt(taken_over(ogr(wkt)));
}

TEST(TakenOverTest, NothingIsNoBytes) {
    EXPECT_TRUE(taken_over(nullptr).empty());
    for (const char* wkt : {"POINT EMPTY", "POLYGON EMPTY", "MULTILINESTRING EMPTY",
                            "GEOMETRYCOLLECTION EMPTY", "GEOMETRYCOLLECTION (POINT EMPTY)"}) {
        EXPECT_TRUE(taken_over(ogr(wkt)).empty()) << wkt;
    }
}

TEST(TakenOverTest, HeightsAndMeasuresAreDropped) {
    EXPECT_EQ(taken("POINT Z (1 2 3)"), "POINT (1 2)");
    EXPECT_EQ(taken("LINESTRING M (1 2 3,4 5 6)"), "LINESTRING (1 2, 4 5)");
    EXPECT_EQ(taken("POLYGON ZM ((0 0 1 1,4 0 1 1,4 4 1 1,0 0 1 1))"),
              "POLYGON ((0 0, 4 0, 4 4, 0 0))");
}

TEST(TakenOverTest, OpenRingsAreClosed) {
    EXPECT_EQ(taken("POLYGON ((0 0,4 0,4 4))"), "POLYGON ((0 0, 4 0, 4 4, 0 0))");
    EXPECT_EQ(taken("MULTIPOLYGON (((0 0,4 0,4 4)))"), "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))");
}

TEST(TakenOverTest, RingsByThemselvesBecomeLines) {
    const auto ring = [](const char* wkt) {
        return std::unique_ptr<OGRGeometry>(ogr(wkt)->toPolygon()->stealExteriorRing());
    };
    EXPECT_EQ(to_wkt(taken_over(ring("POLYGON ((0 0,4 0,4 4,0 0))"))),
              "LINESTRING (0 0, 4 0, 4 4, 0 0)");
    EXPECT_EQ(to_wkt(taken_over(ring("POLYGON Z ((0 0 1,4 0 1,4 4 1))"))),
              "LINESTRING (0 0, 4 0, 4 4, 0 0)");
    const auto collection = [&ring] {
        auto parts = std::make_unique<OGRGeometryCollection>();
        parts->addGeometry(ogr("POINT (1 1)").get());
        parts->addGeometryDirectly(ring("POLYGON ((0 0,4 0,4 4,0 0))").release());
        return parts;
    };
    EXPECT_EQ(to_wkt(taken_over(collection())),
              "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 4 0, 4 4, 0 0))");
    EXPECT_THROW(taken_over(collection(), 4), geometry::GeometryError);
    EXPECT_FALSE(taken_over(collection(), 5).empty());
}

TEST(TakenOverTest, CurvesBecomeChordsOfFourDegrees) {
    const Wkb circle = taken_over(ogr("CURVEPOLYGON (CIRCULARSTRING (0 0,20 0,0 0))"));
    EXPECT_EQ(geometry::dimension(circle), geometry::Dimension::area);
    EXPECT_GE(geometry::count_points(circle), 91U);
    EXPECT_NEAR(geometry::area_m2(geometry::from_wkb(circle)), M_PI * 100, 0.4);
    EXPECT_EQ(to_wkt(taken_over(ogr("COMPOUNDCURVE ((0 0,1 0),(1 0,2 0))"))),
              "LINESTRING (0 0, 1 0, 2 0)");
    EXPECT_EQ(taken("MULTICURVE ((0 0,1 0))"), "MULTILINESTRING ((0 0, 1 0))");
    EXPECT_EQ(taken("MULTISURFACE (((0 0,4 0,4 4,0 0)))"), "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))");
}

TEST(TakenOverTest, FacesBecomePolygons) {
    EXPECT_EQ(taken("TRIANGLE ((0 0,4 0,4 4,0 0))"), "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))");
    EXPECT_EQ(taken("TIN Z (((0 0 1,4 0 1,4 4 1,0 0 1)),((0 0 1,4 4 1,0 4 1,0 0 1)))"),
              "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((0 0, 4 4, 0 4, 0 0)))");
    EXPECT_EQ(taken("POLYHEDRALSURFACE Z (((0 0 0,4 0 0,4 4 0,0 0 0)))"),
              "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))");
    EXPECT_EQ(taken("GEOMETRYCOLLECTION (TIN (((0 0,4 0,4 4,0 0))),POINT (1 2))"),
              "GEOMETRYCOLLECTION (MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0))), POINT (1 2))");
}

TEST(TakenOverTest, CollectionsAndNanStayAsTheyAre) {
    EXPECT_EQ(taken("GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1))"),
              "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))");
    auto line = std::make_unique<OGRLineString>();
    line->addPoint(0, 0);
    line->addPoint(std::nan(""), 1);
    const Wkb wkb = taken_over(std::move(line));
    EXPECT_FALSE(geometry::all_within(wkb, 1e8));
    EXPECT_EQ(geometry::count_points(wkb), 2U);
}

TEST(FromXyTest, BothEmptyIsNoGeometryAndNoFault) {
    domain::InputRow row;
    set_from_xy(row, " ", "");
    EXPECT_TRUE(row.geometry.empty());
    EXPECT_EQ(row.coordinate_fault, "");
    set_from_xy(row, "1,5", " -2.5 ");
    EXPECT_EQ(to_wkt(row.geometry), "POINT (1.5 -2.5)");
}

TEST(FromWktTest, ALongTextIsCutBetweenLetters) {
    domain::InputRow row;
    set_from_wkt(row, std::string(59, 'a') + "é" + std::string(20, 'b'));
    EXPECT_EQ(row.coordinate_fault, "no WKT: " + std::string(59, 'a') + "...");
}

}  // namespace
}  // namespace koppelkans::io
