#include "engine/io/source_crs.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CrsTest : public SourceTest {
  protected:
    /// A GeoPackage of one point.
    BronConfiguration gpkg(const std::string& crs, const std::string& wkt) {
        LayerSpec layer;
        layer.crs = crs;
        layer.columns = {"id"};
        layer.rows = {{"1", wkt}};
        write_dataset("GPKG", path("p.gpkg"), {layer});
        return riool(path("p.gpkg"));
    }
    std::string error_of(const BronConfiguration& configuration) {
        return input_error([&] { const Source source(configuration, run_, rd_); });
    }
};

TEST_F(CrsTest, TheLayersOwnIsUsedWithThePrecisionThatProjStates) {
    const Source source(gpkg("EPSG:4258", "POINT (5.1 52.1)"), run_, rd_);
    EXPECT_EQ(source.crs(), "EPSG:4258");
    EXPECT_DOUBLE_EQ(source.nauwkeurigheid_m().value(), 0.25);
    Source reading(gpkg("EPSG:4258", "POINT (5.387203 52.155172)"), run_, rd_);
    geometry::Wkb point = all_rows(reading).at(0).geometry;
    ASSERT_TRUE(reading.transformation()->apply(point));
    EXPECT_NEAR(geometry::bounds(point).min_x, 155000, 1);
    EXPECT_NEAR(geometry::bounds(point).min_y, 463000, 1);
}

TEST_F(CrsTest, UndefinedIsNone) {
    const BronConfiguration configuration = gpkg("", "POINT (155000 463000)");
    EXPECT_THAT(error_of(configuration),
                AllOf(HasSubstr("p.gpkg, layer plannen: it does not say in which CRS"),
                      HasSubstr("EPSG:28992")));
    EXPECT_FALSE(is_usable(nullptr));
    OGRSpatialReference local;
    local.SetLocalCS("Undefined Cartesian SRS");
    EXPECT_FALSE(is_usable(&local));
    OGRSpatialReference geographic;
    geographic.SetGeogCS("Undefined geographic SRS", "Unknown", "Unknown", 6378137, 298);
    EXPECT_FALSE(is_usable(&geographic));
    const OGRSpatialReference empty;
    EXPECT_FALSE(is_usable(&empty));
    OGRSpatialReference rd;
    rd.importFromEPSG(28992);
    EXPECT_TRUE(is_usable(&rd));
}

TEST_F(CrsTest, TheNamelessGetTheOneOfTheCommandLine) {
    const BronConfiguration nameless = gpkg("", "POINT (155000 463000)");
    run_.crs_of_nameless = "EPSG:28992";
    EXPECT_EQ(Source(nameless, run_, rd_).crs(), "EPSG:28992");
    const BronConfiguration named = gpkg("EPSG:4326", "POINT (5.1 52.1)");
    EXPECT_EQ(Source(named, run_, rd_).crs(), "EPSG:4326");
}

TEST_F(CrsTest, TheConfiguredOneComesBeforeTheLayersOwn) {
    BronConfiguration configuration = gpkg("EPSG:4326", "POINT (155000 463000)");
    configuration.crs = "EPSG:28992";
    const Source source(configuration, run_, rd_);
    EXPECT_EQ(source.crs(), "EPSG:28992");
    EXPECT_TRUE(source.transformation()->is_identity());
    EXPECT_EQ(source.nauwkeurigheid_m(), 0.0);

    configuration.crs = "EPSG:999999";
    EXPECT_THAT(error_of(configuration), HasSubstr("its CRS cannot be used"));
}

TEST_F(CrsTest, HeightsInTheCrsPlayNoPart) {
    const Source source(gpkg("EPSG:7415", "POINT Z (155000 463000 3)"), run_, rd_);
    EXPECT_EQ(source.crs(), "EPSG:28992");
    EXPECT_TRUE(source.transformation()->is_identity());
}

TEST_F(CrsTest, AGuessByProjIsRefusedUnlessAllowed) {
    // An ellipsoid without a datum: nobody knows how far it lies from RD.
    BronConfiguration configuration = gpkg("", "POINT (5.1 52.1)");
    configuration.crs =
        "GEOGCS[\"onbekend\",DATUM[\"onbekend\",SPHEROID[\"Bessel 1841\",6377397.155,299.1528128]],"
        "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";
    EXPECT_THAT(error_of(configuration),
                AllOf(HasSubstr("PROJ can only guess"), HasSubstr("crs_onzeker = true")));
    configuration.ballpark = Ballpark::allowed;
    const Source source(configuration, run_, rd_);
    EXPECT_TRUE(source.transformation()->is_ballpark());
}

TEST_F(CrsTest, NoGeometryInAnyRowNeedsNoCrs) {
    const BronConfiguration configuration = gpkg("", "");
    Source source(configuration, run_, rd_);
    EXPECT_EQ(source.transformation(), nullptr);
    EXPECT_EQ(source.crs(), "");
    EXPECT_EQ(all_rows(source).size(), 1U);
}

TEST_F(CrsTest, AnEsriPrjIsRecognised) {
    LayerSpec layer;
    layer.geometry = "POINT";
    layer.columns = {"id"};
    layer.rows = {{"1", "POINT (155000 463000)"}};
    write_dataset("ESRI Shapefile", path("p.shp"), {layer});
    write("p.prj",
          "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\",SPHEROID["
          "\"Bessel_1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","
          "0.0174532925199433]],PROJECTION[\"Double_Stereographic\"],PARAMETER[\"False_Easting\","
          "155000.0],PARAMETER[\"False_Northing\",463000.0],PARAMETER[\"Central_Meridian\","
          "5.38763888888889],PARAMETER[\"Scale_Factor\",0.9999079],PARAMETER["
          "\"Latitude_Of_Origin\",52.1561605555556],UNIT[\"Meter\",1.0]]");
    const Source source(riool(path("p.shp")), run_, rd_);
    EXPECT_EQ(source.crs(), "EPSG:28992");
    EXPECT_EQ(source.nauwkeurigheid_m(), 0.0);
}

TEST_F(CrsTest, AnAttributeNamedXSaysNothingBesideAGeometry) {
    LayerSpec layer;
    layer.columns = {"id", "x:real", "y:real"};
    layer.rows = {{"1", "1", "2", "POINT (155000 463000)"}};
    write_dataset("GPKG", path("p.gpkg"), {layer});
    BronConfiguration configuration = riool(path("p.gpkg"));
    Source source(configuration, run_, rd_);
    EXPECT_EQ(veld_names(source), "id");
    EXPECT_EQ(geometry::to_wkt(all_rows(source).at(0).geometry), "POINT (155000 463000)");

    layer.rows = {{"1", "155000", "463000", ""}};
    write_dataset("GPKG", path("leeg.gpkg"), {layer});
    Source unfilled(riool(path("leeg.gpkg")), run_, rd_);
    EXPECT_EQ(veld_names(unfilled), "id x y");
    EXPECT_EQ(geometry::to_wkt(all_rows(unfilled).at(0).geometry), "POINT (155000 463000)");

    configuration.velden = {{domain::Veld::x, "x"}, {domain::Veld::y, "y"}};
    Source by_columns(configuration, run_, rd_);
    EXPECT_EQ(geometry::to_wkt(all_rows(by_columns).at(0).geometry), "POINT (1 2)");
}

class GeoJsonCrs : public CrsTest {
  protected:
    /// A point there, and what the file says of its CRS.
    BronConfiguration point(const std::string& where, const std::string& crs) {
        return riool(write("p.geojson", R"({"type":"FeatureCollection",)" + crs +
                                            R"("features":[{"type":"Feature","properties":)" +
                                            R"({"crs":"EPSG:7415"},"geometry":{"type":"Point",)" +
                                            R"("coordinates":)" + where + "}}]}"));
    }
    /// Its CRS and what is told of it.
    std::string told(const BronConfiguration& bron) {
        const Source source(bron, run_, rd_);
        std::string text = source.crs();
        for (const std::string& warning : source.warnings()) {
            text += warning.find("CRS") != std::string::npos ? ": " + warning : "";
        }
        return text;
    }
    const std::string rd_point_ = "[155000,463000]";
    const std::string degrees_ = "[5.1,52.1]";
};

TEST_F(GeoJsonCrs, OneThatIsNamedIsRead) {
    for (const char* name : {"EPSG:28992", "urn:ogc:def:crs:EPSG::28992",
                             "http://www.opengis.net/def/crs/EPSG/0/28992"}) {
        const std::string crs =
            fmt::format(R"("crs" : {{"type":"name","properties":{{"name":"{}"}}}},)", name);
        EXPECT_EQ(told(point(rd_point_, crs)), "EPSG:28992");
    }
    for (const char* name : {"EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "WGS84"}) {
        const std::string crs =
            fmt::format(R"("crs":{{"type":"name","properties":{{"name":"{}"}}}},)", name);
        EXPECT_EQ(told(point(degrees_, crs)), "EPSG:4326") << name;
    }
    EXPECT_EQ(told(point(degrees_, "")), "EPSG:4326");
    EXPECT_EQ(told(point(degrees_, R"("crs":null,)")), "EPSG:4326");
}

TEST_F(GeoJsonCrs, OneThatIsNotUnderstoodIsToldOf) {
    for (const char* said :
         {R"({"type":"name","properties":{"name":"RD Nieuw, echt"}})",
          R"({"type":"link","properties":{"href":"file:///a/b","type":"ogcwkt"}})",
          R"("EPSG:28992")", R"({})"}) {
        const std::string crs = fmt::format("\"crs\":{},", said);
        EXPECT_THAT(told(point(degrees_, crs)),
                    AllOf(HasSubstr("EPSG:4326: it names a CRS that is not understood ("),
                          HasSubstr("so its coordinates are taken for EPSG:4326 (degrees)"),
                          Not(HasSubstr("look like"))))
            << said;
        EXPECT_THAT(told(point(rd_point_, crs)),
                    AllOf(HasSubstr("not understood ("),
                          HasSubstr("its coordinates look like EPSG:28992 (RD New)")))
            << said;
    }
}

TEST_F(GeoJsonCrs, CoordinatesOfRdNewWithoutOneAreToldOfAndTakeTheOneOfTheCommandLine) {
    for (const char* crs : {"", R"("crs":null,)", R"("crs":{"type":"name"},)"}) {
        EXPECT_THAT(told(point(rd_point_, crs)),
                    AllOf(HasSubstr("EPSG:4326: it names "),
                          HasSubstr("its coordinates look like EPSG:28992 (RD New)")));
        run_.crs_of_nameless = "EPSG:28992";
        EXPECT_EQ(told(point(rd_point_, crs)), "EPSG:28992");
        EXPECT_THAT(told(point(degrees_, crs)), ::testing::StartsWith("EPSG:4326"));
        run_.crs_of_nameless.reset();
        BronConfiguration named = point(rd_point_, crs);
        named.crs = "EPSG:28992";
        EXPECT_EQ(told(named), "EPSG:28992");
    }
}

/// Where only one number of an extent is NaN, GDAL's own query for it ends the program.
TEST_F(CrsTest, FindsTheExtentOfAGeoPackageThatDoesNotSayIt) {
    const std::string file = path("plannen.gpkg");
    write_dataset("GPKG", file,
                  {{"plannen",
                    "EPSG:28992",
                    "",
                    {"id"},
                    {{"1", "LINESTRING (174000 442000, 175000 442000)"}},
                    {"SPATIAL_INDEX=NO"}}});
    // The same line, with a NaN for both y of the envelope before it.
    run_sql(file,
            "UPDATE gpkg_contents SET min_x = NULL; UPDATE plannen SET geom = "
            "x'475000034071000000000000803D054100000000C05C0541000000000000F87F000000000000F87F"
            "01020000000200000000000000803D05410000000040FA1A4100000000C05C05410000000040FA1A41'");
    Source source(riool(file), run_, rd_);
    const std::vector<domain::InputRow> rows = all_rows(source);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(geometry::to_wkt(rows[0].geometry), "LINESTRING (174000 442000, 175000 442000)");
}

}  // namespace
}  // namespace koppelkans::io
