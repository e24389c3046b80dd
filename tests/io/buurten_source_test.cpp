#include "engine/io/buurten_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A square of 100 m with its lower left corner there.
std::string square(int x, int y) {
    const auto corner = [](int cx, int cy) {
        return std::to_string(cx) + " " + std::to_string(cy);
    };
    return "POLYGON ((" + corner(x, y) + "," + corner(x + 100, y) + "," + corner(x + 100, y + 100) +
           "," + corner(x, y + 100) + "," + corner(x, y) + "))";
}

class BuurtenTest : public SourceTest {
  protected:
    ReadBuurten read(const std::vector<LayerSpec>& layers, const std::string& name = "buurten.gpkg",
                     const std::string& driver = "GPKG") {
        write_dataset(driver, path(name), layers);
        run_.buurten.bron = path(name);
        return read_buurten(run_, rd_);
    }
    static LayerSpec buurten(std::vector<std::vector<std::string>> rows) {
        LayerSpec layer;
        layer.name = "buurten";
        layer.columns = {"buurtcode", "buurtnaam", "wijkcode", "gemeentecode"};
        layer.rows = std::move(rows);
        return layer;
    }
};

TEST_F(BuurtenTest, ReadsThemInTheOrderOfTheirCode) {
    const ReadBuurten found =
        read({buurten({{"BU03440102 ", "Zuid", "WK034401", "GM0344", square(155100, 463000)},
                       {"BU03440101", "Noord", "NULL", "GM0344", square(155000, 463000)}})});
    ASSERT_EQ(found.buurten.size(), 2U);
    const domain::Buurt& noord = found.buurten[0];
    EXPECT_EQ(noord.buurtcode, "BU03440101");
    EXPECT_EQ(noord.buurtnaam, "Noord");
    EXPECT_EQ(noord.wijkcode, "");
    EXPECT_EQ(noord.gemeentecode, "GM0344");
    EXPECT_DOUBLE_EQ(noord.area_m2, 10000);
    EXPECT_EQ(noord.box, (geometry::Box{155000, 463000, 155100, 463100}));
    EXPECT_EQ(found.buurten[1].buurtcode, "BU03440102");
    EXPECT_EQ(found.buurten[1].wijkcode, "WK034401");
    EXPECT_EQ(found.laag, "buurten");
    EXPECT_EQ(found.pad, path("buurten.gpkg"));
    EXPECT_THAT(found.files, ElementsAre(path("buurten.gpkg")));
    EXPECT_THAT(found.columns, Contains("buurtcode is the column buurtcode (recognised)"));
    EXPECT_THAT(found.warnings, ElementsAre());
    EXPECT_EQ(found.buurten.jaar(), std::nullopt);
}

TEST_F(BuurtenTest, TakesTheLayerOfBuurtenOutOfTheMapOfTheCbs) {
    LayerSpec wijken = buurten({});
    wijken.name = "wijken";
    wijken.columns = {"wijkcode", "wijknaam", "gemeentecode"};
    wijken.rows = {{"WK034401", "Wijk 1", "GM0344", square(0, 0)}};
    LayerSpec gemeenten = wijken;
    gemeenten.name = "gemeenten";
    gemeenten.columns = {"gemeentecode", "gemeentenaam", "water"};
    const ReadBuurten found =
        read({wijken, gemeenten, buurten({{"BU1", "a", "WK1", "GM1", square(0, 0)}})},
             "wijkenbuurten_2025_v1.gpkg");
    EXPECT_EQ(found.laag, "buurten");
    EXPECT_EQ(found.buurten.jaar(), 2025);
}

TEST_F(BuurtenTest, ReadsTheOldNamesOfTheCbsInAShapefile) {
    LayerSpec layer = buurten({{"BU00010001", "Kern", "WK000100", "GM0001", square(0, 0)}});
    layer.geometry = "POLYGON";
    layer.columns = {"BU_CODE", "BU_NAAM", "WK_CODE", "GM_CODE"};
    const ReadBuurten found = read({layer}, "buurt_2014.shp", "ESRI Shapefile");
    EXPECT_EQ(found.buurten[0].buurtcode, "BU00010001");
    EXPECT_EQ(found.buurten[0].buurtnaam, "Kern");
    EXPECT_EQ(found.buurten[0].wijkcode, "WK000100");
    EXPECT_EQ(found.buurten[0].gemeentecode, "GM0001");
    EXPECT_EQ(found.buurten.jaar(), 2014);
}

TEST_F(BuurtenTest, TheYearIsTheConfiguredOneElseInTheNameElseUnknown) {
    const std::vector<LayerSpec> layers = {buurten({{"BU1", "a", "", "", square(0, 0)}})};
    EXPECT_EQ(read(layers, "buurten_20251.gpkg").buurten.jaar(), std::nullopt);
    EXPECT_EQ(read(layers, "buurten_1899.gpkg").buurten.jaar(), std::nullopt);
    EXPECT_EQ(read(layers, "cbs2016.gpkg").buurten.jaar(), 2016);
    run_.buurten.jaar = 2024;
    EXPECT_EQ(read(layers, "buurten_2016.gpkg").buurten.jaar(), 2024);
    run_.buurten.jaar.reset();
    LayerSpec dated = layers.front();
    dated.name = "buurten_2023";
    EXPECT_EQ(read({dated}, "kaart.gpkg").buurten.jaar(), 2023);
}

TEST_F(BuurtenTest, OtherCodesAreTextAndConfiguredColumnsWin) {
    LayerSpec layer;
    layer.name = "quartiers";
    layer.columns = {"nr:int", "naam"};
    layer.rows = {{"7", "Josaphat", square(0, 0)}};
    run_.buurten.velden = {{"buurtcode", "NR"}, {"buurtnaam", "naam"}};
    const ReadBuurten found = read({layer});
    EXPECT_EQ(found.buurten[0].buurtcode, "7");
    EXPECT_EQ(found.buurten[0].buurtnaam, "Josaphat");
    EXPECT_THAT(found.columns, ElementsAre("buurtcode is the column nr (configured)",
                                           "buurtnaam is the column naam (configured)"));
    run_.buurten.velden = {{"buurtcode", "naamm"}};
    EXPECT_THAT(input_error([&] { read_buurten(run_, rd_); }),
                AllOf(HasSubstr("velden.buurtcode"), HasSubstr("is naam meant?")));
}

TEST_F(BuurtenTest, CodeAndNaamWillDoInAFileOfBuurten) {
    LayerSpec layer;
    layer.name = "quartiers";
    layer.columns = {"code", "naam"};
    layer.rows = {{"Q1", "Josaphat", square(0, 0)}};
    const ReadBuurten found = read({layer});
    EXPECT_EQ(found.buurten[0].buurtcode, "Q1");
    EXPECT_EQ(found.buurten[0].buurtnaam, "Josaphat");
}

TEST_F(BuurtenTest, RowsOfOneCodeAreUnited) {
    const ReadBuurten found = read({buurten({{"BU1", "NULL", "WK1", "GM1", square(0, 0)},
                                             {"BU2", "b", "WK1", "GM1", square(500, 0)},
                                             {"BU1", "a", "WK9", "GM1", square(50, 0)},
                                             {"BU1", "a", "WK1", "GM1", square(1000, 1000)}})});
    ASSERT_EQ(found.buurten.size(), 2U);
    EXPECT_DOUBLE_EQ(found.buurten[0].area_m2, 25000);
    EXPECT_EQ(found.buurten[0].buurtnaam, "a");
    EXPECT_EQ(found.buurten[0].wijkcode, "WK1");
    EXPECT_EQ(found.buurten[0].box, (geometry::Box{0, 0, 1100, 1100}));
    EXPECT_TRUE(geometry::from_wkb(found.buurten[0].polygon).is_valid());
    EXPECT_THAT(found.warnings,
                ElementsAre("buurtcode BU1 has 3 rows, which were united; they differ, and the "
                            "first counts: wijkcode WK1, not WK9"));
}

TEST_F(BuurtenTest, TellsWhereRowsOfOneCodeDiffer) {
    const ReadBuurten found = read({buurten({{"BU1", "NULL", "WK1", "GM1", square(0, 0)},
                                             {"BU1", "a ", "WK9", "GM1 ", square(200, 0)},
                                             {"BU1", "a", "WK8", "GM2", square(400, 0)}})});
    EXPECT_EQ(found.buurten[0].wijkcode, "WK1");
    EXPECT_THAT(found.warnings,
                ElementsAre("buurtcode BU1 has 3 rows, which were united; they differ, and the "
                            "first counts: gemeentecode GM1, not GM2; wijkcode WK1, not WK9"));
}

/// A third of a buurt, all of one, and one within another: three pairs of four buurten.
TEST_F(BuurtenTest, TellsOfBuurtenThatOverlap) {
    const ReadBuurten found =
        read({buurten({{"BU1", "a", "", "", square(0, 0)},
                       {"BU2", "b", "", "", square(67, 0)},
                       {"BU3", "c", "", "", square(500, 0)},
                       {"BU4", "d", "", "", square(500, 0)},
                       {"BU5", "e", "", "", square(600, 0)},
                       {"BU6", "f", "", "", "POLYGON ((0 500,900 500,900 900,0 900,0 500))"},
                       {"BU7", "g", "", "", square(300, 600)}})});
    EXPECT_THAT(found.warnings,
                ElementsAre(HasSubstr("6 buurten overlap, first BU1 and BU2 by about 3300 m2; ")));
}

/// Neighbours share a border, and one that was simplified a sliver along it.
TEST_F(BuurtenTest, NeighboursAndSliversDoNotOverlap) {
    const ReadBuurten found =
        read({buurten({{"BU1", "a", "", "", square(0, 0)},
                       {"BU2", "b", "", "", square(100, 0)},
                       {"BU3", "c", "", "", "POLYGON ((0 100,200 100,200 200,0 200,0 100))"},
                       {"BU4", "d", "", "", "POLYGON ((199.5 0,300 0,300 200,199.5 200,199.5 0))"},
                       {"BU5", "e", "", "",
                        "POLYGON ((-100 -100,400 -100,400 300,-100 300,-100 -100),"
                        "(0 0,300 0,300 200,0 200,0 0))"}})});
    EXPECT_THAT(found.warnings, ElementsAre());
}

TEST_F(BuurtenTest, InvalidPolygonsAreRepaired) {
    const ReadBuurten found = read({buurten(
        {{"BU1", "bowtie", "", "", "POLYGON ((0 0,100 100,100 0,0 100,0 0))"},
         {"BU2", "mixed", "", "",
          "GEOMETRYCOLLECTION (POINT (1 1)," + square(200, 0) + ",LINESTRING (0 0,9 9))"}})});
    ASSERT_EQ(found.buurten.size(), 2U);
    EXPECT_THAT(found.warnings,
                ElementsAre("1 of its polygons is not valid, as one that crosses itself, and was "
                            "repaired, which may move its border: the first is that of row 1 "
                            "(buurtcode BU1)"));
    EXPECT_DOUBLE_EQ(found.buurten[0].area_m2, 5000);
    EXPECT_DOUBLE_EQ(found.buurten[1].area_m2, 10000);
    for (const domain::Buurt& buurt : found.buurten.buurten()) {
        EXPECT_TRUE(geometry::from_wkb(buurt.polygon).is_valid());
        EXPECT_EQ(geometry::dimension(buurt.polygon), geometry::Dimension::area);
    }
}

TEST_F(BuurtenTest, UnusableRowsAreToldByNumber) {
    const ReadBuurten found = read({buurten({{"BU1", "a", "", "", square(0, 0)},
                                             {" ", "b", "", "", square(200, 0)},
                                             {"BU3", "c", "", "", ""},
                                             {"BU4", "d", "", "", "LINESTRING (0 0,9 9)"},
                                             {"BU5", "e", "", "", "POLYGON ((0 0,1 1,2 2,0 0))"},
                                             {"BU6", "f", "", "", square(2000000000, 0)}})});
    EXPECT_EQ(found.buurten.size(), 1U);
    EXPECT_THAT(found.warnings,
                ElementsAre("row 2 was left out: it has no buurtcode",
                            "row 3 was left out: it has no geometry",
                            "row 4 was left out: its geometry is no polygon",
                            "row 5 was left out: its polygon is broken beyond repair",
                            "row 6 was left out: its coordinates cannot be used"));
}

TEST_F(BuurtenTest, ManyUnusableRowsAreCounted) {
    std::vector<std::vector<std::string>> rows(30, {"", "x", "", "", square(0, 0)});
    rows.push_back({"BU1", "a", "", "", square(0, 0)});
    const ReadBuurten found = read({buurten(rows)});
    EXPECT_EQ(found.warnings.size(), 11U);
    EXPECT_EQ(found.warnings.back(), "20 more rows were left out");
}

TEST_F(BuurtenTest, WhereNoneIsLeftTheFirstReasonIsEnough) {
    const std::vector<std::vector<std::string>> rows(30, {"", "x", "", "", square(0, 0)});
    EXPECT_THAT(input_error([&] { read({buurten(rows)}); }),
                HasSubstr("it holds no buurt that can be used: row 1 was left out: it has no "
                          "buurtcode; 29 more rows were left out"));
}

TEST_F(BuurtenTest, AreTransformed) {
    LayerSpec layer =
        buurten({{"BU1", "a", "", "", "POLYGON ((5 52,5.01 52,5.01 52.01,5 52.01,5 52))"}});
    layer.crs = "EPSG:4326";
    const ReadBuurten found = read({layer}, "buurten.geojson", "GeoJSON");
    EXPECT_NEAR(found.buurten[0].area_m2, 686.6 * 1112.6, 2000);
    EXPECT_NEAR(found.buurten[0].box.min_x, 128410, 100);
}

TEST_F(BuurtenTest, WithoutACrsTheOneOfTheCommandLineIsUsed) {
    LayerSpec layer = buurten({{"BU1", "a", "", "", square(155000, 463000)}});
    layer.crs = "";
    EXPECT_THAT(input_error([&] { read({layer}); }),
                HasSubstr("its coordinates look like EPSG:28992"));
    run_.crs_of_nameless = "EPSG:28992";
    EXPECT_EQ(read_buurten(run_, rd_).buurten.size(), 1U);
    run_.crs_of_nameless.reset();
    run_.buurten.crs = "EPSG:28992";
    EXPECT_EQ(read_buurten(run_, rd_).buurten.size(), 1U);
}

TEST_F(BuurtenTest, NothingUsableIsAnError) {
    EXPECT_THAT(input_error([&] { read({buurten({})}); }),
                HasSubstr("it holds no buurt that can be used"));
    EXPECT_THAT(input_error([&] {
                    read({buurten({{"BU1", "a", "", "", ""}})});
                }),
                AllOf(HasSubstr("it holds no buurt that can be used"), HasSubstr("row 1")));
    LayerSpec nameless;
    nameless.columns = {"kleur"};
    nameless.rows = {{"rood", square(0, 0)}};
    EXPECT_THAT(input_error([&] { read({nameless}); }),
                AllOf(HasSubstr("no column was recognised as the code of a buurt"),
                      HasSubstr("its columns: kleur")));
    LayerSpec table = buurten({{"BU1", "a", "", "", ""}});
    table.geometry = "NONE";
    EXPECT_THAT(input_error([&] { read({table}); }), HasSubstr("buurten are polygons"));
}

}  // namespace
}  // namespace koppelkans::io
