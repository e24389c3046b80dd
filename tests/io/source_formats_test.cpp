#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;
using ::testing::EndsWith;
using ::testing::HasSubstr;

/// A format that GDAL writes and we read, with what it keeps.
struct Format {
    const char* driver;
    const char* file;
    const char* crs;
    const char* start;  ///< what becomes of the date
    std::vector<std::string> options;
};

// What becomes of a date: GDAL gives FlatGeobuf's and FileGDB's as moments, the latter as if in
// UTC.
std::string test_name(const ::testing::TestParamInfo<Format>& info) {
    std::string name;
    for (const char c : std::string(info.param.driver) + info.param.file) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            name += c;
        }
    }
    return name;
}

class FormatTest : public SourceTest, public ::testing::WithParamInterface<Format> {};

TEST_P(FormatTest, ReadsTextsDatesAndGeometry) {
    const Format& format = GetParam();
    const std::string file = path(format.file);
    LayerSpec layer;
    layer.crs = format.crs;
    layer.geometry = "LINESTRING";
    layer.columns = {"id", "naam", "start:date", "nr:int", "lengte:real"};
    const bool degrees = layer.crs == "EPSG:4326";
    const std::string line =
        degrees ? "LINESTRING (5.1 52.1,5.2 52.1)" : "LINESTRING (155000 463000,155100 463000)";
    layer.rows = {{"A1", "Kéizersgracht", "2027/04/15", "7", "2.5", line},
                  {"A2", "NULL", "NULL", "NULL", "NULL", line}};
    write_dataset(format.driver, file, {layer}, format.options);

    Source source(riool(file), run_, rd_);
    EXPECT_EQ(column_of(source, Veld::id), "id");
    EXPECT_EQ(source.crs(), format.crs);
    ASSERT_NE(source.transformation(), nullptr);
    EXPECT_EQ(source.transformation()->is_identity(), !degrees);
    EXPECT_FALSE(source.files().empty());
    const std::vector<InputRow> rows = all_rows(source);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].text(Veld::id), "A1");
    EXPECT_EQ(rows[0].text(Veld::naam), "Kéizersgracht");
    EXPECT_EQ(rows[0].text(Veld::start), format.start);
    EXPECT_EQ(rows[1].text(Veld::naam), "");
    EXPECT_EQ(rows[1].text(Veld::start), "");
    EXPECT_EQ(geometry::dimension(rows[0].geometry), geometry::Dimension::line);
    const geometry::Box box = geometry::bounds(rows[0].geometry);
    EXPECT_NEAR(box.min_x, degrees ? 5.1 : 155000, 0.011);
    EXPECT_NEAR(box.max_y, degrees ? 52.1 : 463000, 0.011);
}

INSTANTIATE_TEST_SUITE_P(
    All, FormatTest,
    ::testing::Values(
        Format{"GPKG", "plannen.gpkg", "EPSG:28992", "2027-04-15", {}},
        Format{"SQLite", "plannen.sqlite", "EPSG:28992", "2027-04-15", {"SPATIALITE=YES"}},
        Format{"ESRI Shapefile", "plannen.shp", "EPSG:28992", "2027-04-15", {}},
        Format{"GeoJSON", "plannen.geojson", "EPSG:28992", "2027-04-15", {}},
        Format{"GeoJSONSeq", "plannen.geojsonl", "EPSG:4326", "2027-04-15", {}},
        Format{"FlatGeobuf", "plannen.fgb", "EPSG:28992", "2027-04-15T00:00:00", {}},
        Format{"OpenFileGDB", "plannen.gdb", "EPSG:28992", "2027-04-15T00:00:00+00:00", {}},
        Format{"GML", "plannen.gml", "EPSG:28992", "2027-04-15", {}},
        Format{"GML", "plannen32.gml", "EPSG:4326", "2027-04-15", {"FORMAT=GML3.2"}}),
    test_name);

TEST_F(SourceTest, ADayOfAFileGdbEndsOnThatDay) {
    LayerSpec layer;
    layer.geometry = "POINT";
    layer.columns = {"id", "eind:moment"};
    layer.rows = {{"1", "2027/12/31 23:59:59", "POINT (155000 463000)"},
                  {"2", "2027/12/30 23:00:00", "POINT (155000 463000)"}};
    write_dataset("OpenFileGDB", path("p.gdb"), {layer});
    Source source(riool(path("p.gdb")), run_, rd_);
    const std::vector<InputRow> rows = all_rows(source);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].text(Veld::eind), "2027-12-31T23:59:59");
    EXPECT_EQ(rows[1].text(Veld::eind), "2027-12-30T23:00:00+00:00");
}

TEST_F(SourceTest, ReadsThePlacemarksOfGoogleEarth) {
    write("plannen.kml",
          "<?xml version='1.0' encoding='UTF-8'?><kml xmlns='http://www.opengis.net/kml/2.2'>"
          "<Document><Folder><name>riool</name><Placemark><name>Dorpsstraat</name>"
          "<TimeSpan><begin>2027-04-15</begin><end>2028-01-31</end></TimeSpan>"
          "<ExtendedData><Data name='nummer'><value>R7</value></Data></ExtendedData>"
          "<LineString><coordinates>5.1,52.1,3 5.2,52.1,3</coordinates></LineString>"
          "</Placemark></Folder></Document></kml>");
    Source source(riool(path("plannen.kml")), run_, rd_);
    EXPECT_EQ(source.laag(), "riool");
    EXPECT_EQ(source.crs(), "EPSG:4326");
    EXPECT_EQ(column_of(source, Veld::naam), "Name");
    const std::vector<InputRow> rows = all_rows(source);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text(Veld::id), "R7");
    EXPECT_EQ(rows[0].text(Veld::naam), "Dorpsstraat");
    EXPECT_EQ(rows[0].text(Veld::start).substr(0, 10), "2027-04-15");
    EXPECT_EQ(rows[0].text(Veld::eind).substr(0, 10), "2028-01-31");
    EXPECT_EQ(geometry::to_wkt(rows[0].geometry), "LINESTRING (5.1 52.1, 5.2 52.1)");
}

TEST_F(SourceTest, ReadsADrawingByItsHandlesWhenTheCrsIsNamed) {
    LayerSpec layer;
    layer.name = "entities";
    layer.crs = "";
    layer.rows = {{"LINESTRING (155000 463000,155100 463000)"}};
    write_dataset("DXF", path("riool.dxf"), {layer});
    EXPECT_THAT(input_error([&] { Source(riool(path("riool.dxf")), run_, rd_); }),
                HasSubstr("its coordinates look like EPSG:28992"));
    run_.crs_of_nameless = "EPSG:28992";
    Source source(riool(path("riool.dxf")), run_, rd_);
    EXPECT_EQ(column_of(source, Veld::id), "EntityHandle");
    const std::vector<InputRow> rows = all_rows(source);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(geometry::to_wkt(rows[0].geometry), "LINESTRING (155000 463000, 155100 463000)");
}

TEST_F(SourceTest, ReadsSpreadsheetsWithTheirFirstRowAsHeader) {
    for (const char* driver : {"XLSX", "ODS"}) {
        LayerSpec layer;
        layer.crs = "";
        layer.geometry = "NONE";
        layer.columns = {"id",        "naam",      "start",      "jaar:int",
                         "eind:date", "buurtcode", "budget:real"};
        layer.rows = {
            {"a", "Eenzaamheid", "voorjaar 2027", "2027", "2028/12/31", "BU1", "1250.5", ""},
            {"NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", ""},
            {"c", "Speelplek", "NULL", "2029", "NULL", "BU2", "3000", ""}};
        const std::string file = path(driver == std::string("XLSX") ? "plan.xlsx" : "plan.ods");
        write_dataset(driver, file, {layer});
        Source source(riool(file), run_, rd_);
        EXPECT_EQ(veld_names(source), "id naam start eind buurtcode budget");
        EXPECT_EQ(source.crs(), "");
        EXPECT_EQ(source.transformation(), nullptr);
        EXPECT_EQ(source.nauwkeurigheid_m(), std::nullopt);
        const std::vector<InputRow> rows = all_rows(source);
        ASSERT_EQ(rows.size(), 2U) << driver;
        EXPECT_EQ(rows[0].text(Veld::start), "voorjaar 2027");
        EXPECT_EQ(rows[0].text(Veld::eind), "2028-12-31");
        EXPECT_EQ(rows[0].text(Veld::budget), "1250.5");
        EXPECT_EQ(rows[1].text(Veld::id), "c");
        EXPECT_EQ(rows[1].text(Veld::budget), "3000");
        EXPECT_TRUE(rows[1].geometry.empty());
        EXPECT_THAT(source.warnings(), ::testing::Contains("1 empty line was skipped"));
    }
}

TEST_F(SourceTest, ASpreadsheetOfTextsOnlyHasAHeaderToo) {
    LayerSpec layer;
    layer.geometry = "NONE";
    layer.columns = {"id", "naam"};
    layer.rows = {{"a", "b", ""}};
    write_dataset("XLSX", path("tekst.xlsx"), {layer});
    Source source(riool(path("tekst.xlsx")), run_, rd_);
    EXPECT_EQ(veld_names(source), "id naam");
    EXPECT_EQ(all_rows(source).size(), 1U);
}

TEST_F(SourceTest, NamesEveryFileOfADatasetInNameOrder) {
    LayerSpec layer;
    layer.geometry = "POINT";
    layer.columns = {"id"};
    layer.rows = {{"1", "POINT (155000 463000)"}};
    write_dataset("ESRI Shapefile", path("p.shp"), {layer});
    const Source shape(riool(path("p.shp")), run_, rd_);
    EXPECT_THAT(shape.files(),
                ::testing::ElementsAre(path("p.dbf"), path("p.prj"), path("p.shp"), path("p.shx")));

    write_dataset("OpenFileGDB", path("p.gdb"), {layer});
    const std::vector<std::string> files = Source(riool(path("p.gdb")), run_, rd_).files();
    EXPECT_GT(files.size(), 10U);
    EXPECT_TRUE(std::is_sorted(files.begin(), files.end()));
    EXPECT_THAT(files, ::testing::Each(HasSubstr("/p.gdb/")));

    write_dataset("GPKG", path("p.gpkg"), {layer});
    EXPECT_THAT(Source(riool(path("p.gpkg")), run_, rd_).files(),
                ::testing::ElementsAre(EndsWith("/p.gpkg")));
}

TEST_F(SourceTest, LeavesNoFilesBesideWhatItReads) {
    LayerSpec layer;
    layer.geometry = "POINT";
    layer.columns = {"id"};
    layer.rows = {{"1", "POINT (155000 463000)"}};
    write_dataset("GML", path("p.gml"), {layer});
    std::filesystem::remove(path("p.xsd"));
    write_dataset("GPKG", path("p.gpkg"), {layer});
    write("p.csv", "id;x;y\n1;155000;463000\n");
    run_.crs_of_nameless = "EPSG:28992";
    for (const char* name : {"p.gml", "p.gpkg", "p.csv"}) {
        Source source(riool(path(name)), run_, rd_);
        EXPECT_EQ(all_rows(source).size(), 1U) << name;
    }
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path("."))) {
        names.push_back(entry.path().filename().string());
    }
    EXPECT_THAT(names, ::testing::UnorderedElementsAre("p.gml", "p.gpkg", "p.csv"));
}

TEST_F(SourceTest, ADatabaseInWalModeIsReadWithoutLeavingItsFiles) {
    LayerSpec layer;
    layer.columns = {"id"};
    layer.rows = {{"1", "POINT (155000 463000)"}};
    write_dataset("GPKG", path("wal.gpkg"), {layer});
    {  // bytes 18 and 19 of an SQLite file say that it is in WAL mode
        std::fstream file(path("wal.gpkg"), std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(18);
        file.write("\x02\x02", 2);
    }
    {
        Source source(riool(path("wal.gpkg")), run_, rd_);
        EXPECT_EQ(all_rows(source).size(), 1U);
    }
    EXPECT_FALSE(std::filesystem::exists(path("wal.gpkg-wal")));
    EXPECT_FALSE(std::filesystem::exists(path("wal.gpkg-shm")));
}

}  // namespace
}  // namespace koppelkans::io
