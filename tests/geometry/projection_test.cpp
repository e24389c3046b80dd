#include "engine/geometry/projection.h"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {
namespace {

using testing::HasSubstr;

constexpr double infinity = std::numeric_limits<double>::infinity();

// As ArcGIS writes it beside a shapefile, without any code.
const char* const esri_rd_new =
    "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\",SPHEROID[\"Bessel_1841\","
    "6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
    "PROJECTION[\"Double_Stereographic\"],PARAMETER[\"False_Easting\",155000.0],"
    "PARAMETER[\"False_Northing\",463000.0],PARAMETER[\"Central_Meridian\",5.38763888888889],"
    "PARAMETER[\"Scale_Factor\",0.9999079],PARAMETER[\"Latitude_Of_Origin\",52.15616055555555],"
    "UNIT[\"Meter\",1.0]]";

// As older GDAL wrote it, with its own way to WGS 84.
const char* const rd_with_towgs84 =
    "PROJCS[\"Amersfoort / RD New\",GEOGCS[\"Amersfoort\",DATUM[\"Amersfoort\",SPHEROID[\"Bessel "
    "1841\",6377397.155,299.1528128,AUTHORITY[\"EPSG\",\"7004\"]],TOWGS84[565.2369,50.0087,465.658,"
    "-0.406857,0.350733,-1.87035,4.0812],AUTHORITY[\"EPSG\",\"6289\"]],PRIMEM[\"Greenwich\",0],"
    "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4289\"]],"
    "PROJECTION[\"Oblique_Stereographic\"],PARAMETER[\"latitude_of_origin\",52.15616055555555],"
    "PARAMETER[\"central_meridian\",5.38763888888889],PARAMETER[\"scale_factor\",0.9999079],"
    "PARAMETER[\"false_easting\",155000],PARAMETER[\"false_northing\",463000],UNIT[\"metre\",1],"
    "AUTHORITY[\"EPSG\",\"28992\"]]";

const char* const unknown_datum =
    "GEOGCS[\"mine\",DATUM[\"unknown\",SPHEROID[\"own\",6378137,298.3]],PRIMEM[\"Greenwich\",0],"
    "UNIT[\"degree\",0.0174532925199433]]";

const Crs& rd() {
    static const Crs crs("EPSG:28992");
    return crs;
}

Wkb wkb_of(const std::string& wkt) {
    return to_wkb(from_wkt(wkt));
}

Box moved(const Transformation& transformation, double x, double y) {
    Wkb point = wkb_of("POINT (" + std::to_string(x) + " " + std::to_string(y) + ")");
    change_points(point, [x, y](double* xy, std::size_t) {
        xy[0] = x;
        xy[1] = y;
    });
    EXPECT_TRUE(transformation.apply(point));
    return bounds(point);
}

std::string fault(const std::string& definition) {
    try {
        const Crs crs(definition);
    } catch (const GeometryError& error) {
        return error.what();
    }
    return "";
}

TEST(CrsTest, rd_new_by_its_code) {
    EXPECT_EQ(rd().code(), "EPSG:28992");
    EXPECT_EQ(rd().name(), "Amersfoort / RD New");
    EXPECT_EQ(rd().definition(), "EPSG:28992");
    EXPECT_EQ(rd().reference(), "EPSG:28992");
    EXPECT_THAT(rd().wkt(), testing::StartsWith("PROJCRS[\"Amersfoort / RD New\""));
    EXPECT_TRUE(rd().is_projected_in_metres());
    EXPECT_FALSE(rd().is_geographic());
}

TEST(CrsTest, every_way_to_say_rd_new_is_epsg_28992) {
    for (const std::string& definition :
         {std::string(" EPSG:28992\n"), std::string("epsg:28992"),
          std::string("urn:ogc:def:crs:EPSG::28992"), std::string("Amersfoort / RD New"),
          std::string("amersfoort / rd new"), std::string(esri_rd_new),
          std::string(rd_with_towgs84), rd().wkt(), std::string("EPSG:7415"),
          std::string("EPSG:28992+5709")}) {
        const Crs crs(definition);
        EXPECT_EQ(crs.code(), "EPSG:28992") << definition;
        EXPECT_TRUE(crs.is_projected_in_metres()) << definition;
        EXPECT_EQ(crs.wkt(), rd().wkt()) << definition;
        const Transformation same(crs, rd());
        EXPECT_TRUE(same.is_identity()) << definition;
        EXPECT_EQ(same.accuracy_m(), 0.0);
    }
}

TEST(CrsTest, kinds_and_units) {
    EXPECT_TRUE(Crs("EPSG:4326").is_geographic());
    EXPECT_FALSE(Crs("EPSG:4326").is_projected_in_metres());
    EXPECT_EQ(Crs("EPSG:4979").code(), "EPSG:4326") << "heights are left out";
    EXPECT_TRUE(Crs("EPSG:4979").is_geographic());
    EXPECT_TRUE(Crs("EPSG:31370").is_projected_in_metres());
    EXPECT_TRUE(Crs("EPSG:3857").is_projected_in_metres());
    EXPECT_FALSE(Crs("EPSG:2263").is_projected_in_metres()) << "New York, US survey feet";
    EXPECT_FALSE(Crs("EPSG:2263").is_geographic());
}

TEST(CrsTest, without_a_code_the_name_stands_for_it) {
    const Crs crs(unknown_datum);
    EXPECT_EQ(crs.code(), "mine");
    EXPECT_TRUE(crs.is_geographic());
    EXPECT_EQ(crs.reference(), crs.wkt());
}

TEST(CrsTest, what_is_none_is_refused) {
    EXPECT_EQ(fault("EPSG:1234567"), "PROJ does not know the CRS 'EPSG:1234567'");
    EXPECT_EQ(fault(""), "PROJ does not know the CRS ''");
    EXPECT_EQ(fault(" \n"), "PROJ does not know the CRS ''");
    EXPECT_EQ(fault("28992"), "PROJ does not know the CRS '28992'");
    EXPECT_EQ(fault("+proj=noop"), "PROJ does not know the CRS '+proj=noop'");
    EXPECT_EQ(fault("EPSG:1672"), "PROJ does not know the CRS 'EPSG:1672'") << "an operation";
    EXPECT_EQ(fault("EPSG:5709"), "the CRS 'EPSG:5709' is not a horizontal one") << "NAP heights";
    EXPECT_EQ(fault("EPSG:4978"), "the CRS 'EPSG:4978' is not a horizontal one") << "geocentric";
    EXPECT_THAT(fault("PROJCS[\"cut off" + std::string(500, 'x')), testing::EndsWith("xxx...'"));
}

TEST(CrsTest, a_name_that_only_looks_like_one_is_refused) {
    // PROJ itself takes the first for RD/83, a German system.
    EXPECT_EQ(fault("RD"), "PROJ does not know the CRS 'RD'");
    EXPECT_EQ(fault("RD New"), "PROJ does not know the CRS 'RD New'");
    EXPECT_EQ(fault("Amersfoort / RD"), "PROJ does not know the CRS 'Amersfoort / RD'");
}

TEST(TransformationTest, states_the_accuracy_of_proj) {
    const auto accuracy_m = [](const char* code) {
        const Transformation transformation(Crs(code), rd());
        EXPECT_FALSE(transformation.is_identity()) << code;
        EXPECT_FALSE(transformation.is_ballpark()) << code;
        return transformation.accuracy_m();
    };
    // Without the Dutch grids, which Debian lacks.
    EXPECT_EQ(accuracy_m("EPSG:4258"), 0.25);
    EXPECT_EQ(accuracy_m("EPSG:4326"), 1.0);
    EXPECT_EQ(accuracy_m("EPSG:31370"), 0.45);
    EXPECT_EQ(accuracy_m("EPSG:25831"), 0.25);
    EXPECT_EQ(accuracy_m("EPSG:3857"), 1.0);
    EXPECT_EQ(accuracy_m("EPSG:4289"), std::nullopt) << "the datum is the same; PROJ states none";
}

TEST(TransformationTest, known_points) {
    const Transformation from_wgs84(Crs("EPSG:4326"), rd());
    EXPECT_THAT(from_wgs84.description(), HasSubstr("Amersfoort to WGS 84 (4)"));
    // The spire of Amersfoort, where RD has its origin.
    EXPECT_NEAR(moved(from_wgs84, 5.3872035, 52.1551722).min_x, 155000, 0.05);
    EXPECT_NEAR(moved(from_wgs84, 5.3872035, 52.1551722).min_y, 463000, 0.05);
    // On the datum of RD itself it is exact.
    const Transformation from_bessel(Crs("EPSG:4289"), rd());
    const Box origin = moved(from_bessel, 5.38763888888889, 52.15616055555555);
    EXPECT_NEAR(origin.min_x, 155000, 1e-4);
    EXPECT_NEAR(origin.min_y, 463000, 1e-4);
    // The Westertoren in Amsterdam stands at about (120700, 487500).
    const Box tower = moved(from_wgs84, 4.88386, 52.37454);
    EXPECT_NEAR(tower.min_x, 120700, 100);
    EXPECT_NEAR(tower.min_y, 487500, 100);
}

TEST(TransformationTest, there_and_back) {
    for (const char* code : {"EPSG:4258", "EPSG:4326", "EPSG:31370", "EPSG:25831", "EPSG:3857"}) {
        const Transformation there(rd(), Crs(code));
        const Transformation back(Crs(code), rd());
        Wkb line = wkb_of("LINESTRING (173500 441500, 174000.5 442100, 175000 441000)");
        ASSERT_TRUE(there.apply(line)) << code;
        ASSERT_GT(std::abs(bounds(line).min_x - 173500), 1.0) << code;
        ASSERT_TRUE(back.apply(line)) << code;
        EXPECT_LT(distance_m(from_wkb(line), from_wkt("POINT (174000.5 442100)")), 1e-3) << code;
        EXPECT_NEAR(bounds(line).max_x, 175000, 1e-3) << code;
    }
}

TEST(TransformationTest, x_comes_first_whatever_the_definition_says) {
    // Gauss-Krüger zone 2 is defined as northing, easting.
    const Transformation to_rd(Crs("EPSG:31466"), rd());
    const Box point = moved(to_rd, 2500000, 5750000);
    EXPECT_NEAR(point.min_x, 200000, 60000);
    EXPECT_NEAR(point.min_y, 440000, 60000);
    const Transformation same(Crs("OGC:CRS84"), Crs("EPSG:4326"));
    EXPECT_TRUE(same.is_identity());
    EXPECT_EQ(moved(same, 5, 52).min_x, 5.0);
}

TEST(TransformationTest, definition_with_swapped_axes_is_the_same) {
    std::string swapped = rd().wkt();
    const auto replace = [&swapped](const std::string& from, const std::string& to) {
        const std::size_t at = swapped.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        swapped.replace(at, from.size(), to);
    };
    replace("AXIS[\"easting (X)\",east", "AXIS[\"first\",north");
    replace("AXIS[\"northing (Y)\",north", "AXIS[\"second\",east");
    swapped.replace(swapped.rfind("ID[\"EPSG\",28992]"), 16, "REMARK[\"no code\"]");
    EXPECT_TRUE(Transformation(Crs(swapped), rd()).is_identity());
}

TEST(TransformationTest, area_of_use_chooses_but_never_spoils) {
    const Crs degrees("EPSG:4326");
    // In Wageningen; wholly elsewhere; with one stray point; out of range; not finite; one point.
    for (const Box& area :
         {Box{5.6, 51.9, 5.7, 52.0}, Box{52, 5, 53, 6}, Box{0, 0, 5.7, 52.0},
          Box{-400, -400, 900, 900}, Box{0, 0, infinity, 52}, Box{5.6, 51.9, 5.6, 51.9}}) {
        const Transformation to_rd(degrees, rd(), area);
        EXPECT_EQ(to_rd.accuracy_m(), 1.0) << area.min_x << " " << area.max_x;
        EXPECT_FALSE(to_rd.is_ballpark());
    }
    const Crs lambert("EPSG:31370");
    EXPECT_EQ(Transformation(lambert, rd(), {150000, 150000, 160000, 160000}).accuracy_m(), 0.45);
    EXPECT_EQ(Transformation(lambert, rd(), {0, 900000, 1, 900001}).accuracy_m(), 0.45)
        << "north of Belgium no operation holds, but the systems are still known";
}

TEST(TransformationTest, unknown_datum_is_ballpark) {
    const Transformation guess(Crs(unknown_datum), rd());
    EXPECT_TRUE(guess.is_ballpark());
    EXPECT_FALSE(guess.is_identity());
    EXPECT_EQ(guess.accuracy_m(), std::nullopt);
    EXPECT_THAT(guess.description(), HasSubstr("Ballpark"));
    EXPECT_NEAR(moved(guess, 5.387, 52.155).min_x, 155000, 200) << "usable for who wants it";
}

TEST(TransformationTest, own_way_to_wgs84_is_no_guess) {
    const Crs own(
        "+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 "
        "+y_0=463000 +ellps=bessel +towgs84=565.2369,50.0087,465.658,-0.406857,0.350733,-1.87035,"
        "4.0812 +units=m +type=crs");
    EXPECT_TRUE(own.is_projected_in_metres());
    const Transformation to_rd(own, rd());
    EXPECT_FALSE(to_rd.is_ballpark());
    EXPECT_NEAR(moved(to_rd, 174000, 442000).min_x, 174000, 1.0);
}

TEST(TransformationTest, local_system_has_no_way_out) {
    const Crs local("LOCAL_CS[\"building site\",UNIT[\"metre\",1]]");
    EXPECT_FALSE(local.is_projected_in_metres());
    EXPECT_THROW(Transformation(local, rd()), GeometryError);
    EXPECT_TRUE(Transformation(local, local).is_identity());
}

TEST(TransformationTest, points_that_proj_refuses) {
    const Transformation to_rd(Crs("EPSG:4326"), rd());
    for (const char* wkt :
         {"POINT (5 95)", "MULTIPOINT ((5 52), (5 -91))", "LINESTRING (5 52, 5 1e300)"}) {
        Wkb refused = wkb_of(wkt);
        EXPECT_FALSE(to_rd.apply(refused)) << wkt;
    }
    Wkb good = wkb_of("MULTIPOINT ((5 52), (5.1 52.1))");
    EXPECT_TRUE(to_rd.apply(good)) << "an earlier refusal leaves no trace";
}

TEST(TransformationTest, what_is_not_finite_is_refused_by_identity_too) {
    for (const double bad : {infinity, -infinity, std::nan("")}) {
        const Transformation transformations[] = {Transformation(Crs("EPSG:4326"), rd()),
                                                  Transformation(rd(), rd())};
        for (const Transformation& transformation : transformations) {
            Wkb line = wkb_of("LINESTRING (5 52, 6 53)");
            change_points(line, [bad](double* xy, std::size_t) { xy[3] = bad; });
            EXPECT_FALSE(transformation.apply(line));
        }
    }
}

TEST(TransformationTest, identity_changes_no_byte) {
    const Transformation same(rd(), rd());
    EXPECT_EQ(same.description(), "same CRS");
    const Wkb before = wkb_of("GEOMETRYCOLLECTION (POINT (155000.1 463000.2), POINT EMPTY)");
    Wkb after = before;
    EXPECT_TRUE(same.apply(after));
    EXPECT_EQ(after, before);
    Wkb nothing;
    EXPECT_TRUE(same.apply(nothing));
    EXPECT_TRUE(nothing.empty());
    EXPECT_TRUE(same.clone().is_identity());
}

TEST(TransformationTest, rings_stay_closed_and_clones_agree) {
    Transformation to_rd(Crs("EPSG:4258"), rd());
    const Wkb before = wkb_of("POLYGON ((5.6 51.9, 5.7 51.9, 5.7 52, 5.6 51.9))");
    Wkb here = before;
    Wkb there = before;
    const Transformation copy = to_rd.clone();
    EXPECT_EQ(copy.accuracy_m(), 0.25);
    EXPECT_EQ(copy.description(), to_rd.description());
    ASSERT_TRUE(to_rd.apply(here));
    ASSERT_TRUE(copy.apply(there));
    EXPECT_EQ(here, there);
    EXPECT_TRUE(from_wkb(here).is_valid());
    to_rd = Transformation(rd(), rd());
    EXPECT_TRUE(to_rd.is_identity());
}

TEST(ProjVersion, has_three_numbers) {
    EXPECT_THAT(proj_version(), testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
}

}  // namespace
}  // namespace koppelkans::geometry
