#include "engine/io/source_claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::Veld;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class SourceClaimsTest : public SourceTest {
  protected:
    LayerSpec layer(const std::string& start_type, const std::string& start) {
        LayerSpec layer;
        layer.geometry = "POINT";
        layer.columns = {"id", "start" + start_type, "naam"};
        layer.rows = {{"1", start, "Kade 1 te Wageningen", "POINT (155000 463000)"},
                      {"2", start, "Kade 2", "POINT (155000 463000)"}};
        return layer;
    }
    /// The values of a veld, in row order.
    std::vector<std::string> texts(const BronConfiguration& bron, Veld veld) {
        Source source(bron, run_, rd_);
        std::vector<std::string> texts;
        for (const domain::InputRow& row : all_rows(source)) {
            texts.push_back(row.text(veld));
        }
        warnings_ = source.warnings();
        return texts;
    }
    std::string refusal(const BronConfiguration& bron) {
        return input_error([&] { texts(bron, Veld::start); });
    }
    std::vector<std::string> warnings_;
};

TEST_F(SourceClaimsTest, AByteZeroInATextOfADatabaseIsRefusedWhereItIsRead) {
    for (const auto& [driver, name] : std::vector<std::pair<const char*, const char*>>{
             {"GPKG", "p.gpkg"}, {"SQLite", "p.sqlite"}}) {
        write_dataset(driver, path(name), {layer("", "2027")});
        run_sql(path(name), "ALTER TABLE plannen ADD COLUMN opmerking TEXT");
        run_sql(path(name), "UPDATE plannen SET opmerking = 'a' || char(0) || 'b' WHERE id = '2'");
        EXPECT_THAT(texts(riool(path(name)), Veld::start), ElementsAre("2027", "2027"));
        run_sql(path(name), "UPDATE plannen SET start = '2027' || char(0) || '-04' WHERE id = '2'");
        EXPECT_EQ(refusal(riool(path(name))),
                  path(name) +
                      ", layer plannen: its column start is not read, since a text in it holds a "
                      "byte 0, behind which the rest would be lost; take such bytes out");
    }
}

TEST_F(SourceClaimsTest, AByteZeroInAColumnOfNumbersIsRefusedToo) {
    for (const char* type : {":int", ":real", ":date"}) {
        write_dataset("GPKG", path("p.gpkg"), {layer(type, "NULL")});
        run_sql(path("p.gpkg"), "UPDATE plannen SET start = '20' || char(0) || '27'");
        EXPECT_THAT(refusal(riool(path("p.gpkg"))), HasSubstr("holds a byte 0")) << type;
    }
}

TEST_F(SourceClaimsTest, AByteZeroInADbfEndsATextAndIsToldOf) {
    write_dataset("ESRI Shapefile", path("p.shp"), {layer("", "2027")});
    EXPECT_THAT(texts(riool(path("p.shp")), Veld::naam),
                ElementsAre("Kade 1 te Wageningen", "Kade 2"));
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("byte 0"))));
    replace_in("p.dbf", "Kade 2    ", std::string("Kade 2\0\0 \0", 10));
    EXPECT_THAT(texts(riool(path("p.shp")), Veld::naam),
                ElementsAre("Kade 1 te Wageningen", "Kade 2"));
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("byte 0"))));
    replace_in("p.dbf", "Kade 1 te", std::string("Kade 1\0te", 9));
    EXPECT_THAT(texts(riool(path("p.shp")), Veld::naam), ElementsAre("Kade 1", "Kade 2"));
    EXPECT_THAT(warnings_,
                Contains("texts of naam go on behind a byte 0 in the .dbf; they are read "
                         "up to there, as all programs read them"));
}

TEST_F(SourceClaimsTest, AMemoOfADbfIsRefusedWhereItIsRead) {
    write_dataset("ESRI Shapefile", path("p.shp"), {layer("", "2027")});
    replace_in("p.dbf", std::string("naam\0\0\0\0\0\0\0C", 12),
               std::string("naam\0\0\0\0\0\0\0M", 12));
    EXPECT_THAT(input_error([&] { texts(riool(path("p.shp")), Veld::naam); }),
                HasSubstr("its column naam is not read, since it is a memo"));
}

TEST_F(SourceClaimsTest, BytesOfADatabaseAreNoWkt) {
    write_dataset("GPKG", path("p.gpkg"), {layer("", "2027")});
    run_sql(path("p.gpkg"), "CREATE TABLE los (id TEXT, start TEXT, geom BLOB)");
    run_sql(path("p.gpkg"), "INSERT INTO los SELECT id, start, geom FROM plannen");
    BronConfiguration bron = riool(path("p.gpkg"));
    bron.laag = "los";
    EXPECT_THAT(texts(bron, Veld::start), ElementsAre("2027", "2027"));
    EXPECT_THAT(warnings_, Contains(HasSubstr("its column geom holds bytes and no WKT; a table or "
                                              "view with a geometry has to be registered")));
}

TEST_F(SourceClaimsTest, BytesThatAViewComputesAreNoWkt) {
    write_dataset("GPKG", path("p.gpkg"), {layer("", "2027")});
    run_sql(path("p.gpkg"),
            "CREATE VIEW gezien AS SELECT fid AS OGC_FID, id, start, CAST(geom AS BLOB) AS geom "
            "FROM plannen");
    run_sql(path("p.gpkg"),
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES "
            "('gezien', 'attributes', 'gezien')");
    BronConfiguration bron = riool(path("p.gpkg"));
    bron.laag = "gezien";
    EXPECT_THAT(texts(bron, Veld::start), ElementsAre("2027", "2027"));
    EXPECT_THAT(warnings_, Contains(HasSubstr("its column geom holds bytes and no WKT")));
}

TEST_F(SourceClaimsTest, AGeometryThatSaysAnotherCrsThanItsLayerIsToldOf) {
    write_dataset("GPKG", path("p.gpkg"), {layer("", "2027")});
    texts(riool(path("p.gpkg")), Veld::start);
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("another CRS"))));
    const auto set_srs = [this](const std::string& bytes, const std::string& which) {
        for (const char* number : {"1", "2", "3", "4"}) {  // call functions of GDAL
            run_sql(path("p.gpkg"),
                    std::string("DROP TRIGGER IF EXISTS rtree_plannen_geom_update") + number);
        }
        run_sql(path("p.gpkg"), "UPDATE plannen SET geom = CAST(substr(geom, 1, 3) || x'" + bytes +
                                    "' || substr(geom, 9) AS BLOB) WHERE id " + which);
    };
    set_srs("0100000000", "= '1'");  // undefined: says nothing
    texts(riool(path("p.gpkg")), Veld::start);
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("another CRS"))));
    set_srs("01E6100000", "= '2'");
    EXPECT_THAT(texts(riool(path("p.gpkg")), Veld::start), ElementsAre("2027", "2027"));
    EXPECT_THAT(warnings_,
                Contains("geometries of 1 row say another CRS than their layer: the first, of row "
                         "2, says srs_id 4326, and the layer 28992, as which all are read"));
    set_srs("00000010E6", "= '1'");  // the highest byte first
    texts(riool(path("p.gpkg")), Veld::start);
    EXPECT_THAT(warnings_, Contains(HasSubstr("geometries of 2 rows say another CRS than their "
                                              "layer: the first, of row 1, says srs_id 4326")));
}

TEST_F(SourceClaimsTest, AGeometryOfSpatialiteThatSaysAnotherCrsIsToldOf) {
    write_dataset("SQLite", path("p.sqlite"), {layer("", "2027")}, {"SPATIALITE=YES"});
    texts(riool(path("p.sqlite")), Veld::start);
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("another CRS"))));
    const std::string begin("\0\1", 2);
    replace_in("p.sqlite", begin + std::string("\x40\x71\0\0", 4),
               begin + std::string("\xE6\x10\0\0", 4));
    texts(riool(path("p.sqlite")), Veld::start);
    EXPECT_THAT(warnings_,
                Contains(HasSubstr("says srs_id 4326, and the layer 28992, as which all are")));
}

class FgbTexts : public SourceClaimsTest {
  protected:
    BronConfiguration moment(const std::string& text) {
        write_dataset("FlatGeobuf", path("p.fgb"), {layer(":moment", "2027/04/15 12:34:56")});
        std::string all = text;
        all.resize(19, text.find('\0') == std::string::npos ? ' ' : 'x');
        replace_in("p.fgb", "2027-04-15T12:34:56", all);
        return riool(path("p.fgb"));
    }
};

TEST_F(FgbTexts, AMomentThatGdalReadsIsRead) {
    for (const char* text : {"2027-04-15T12:34:56", "2027-04-15T12:34:56", "2027/04/15 12:34:56"}) {
        EXPECT_THAT(texts(moment(text), Veld::start),
                    ElementsAre("2027-04-15T12:34:56", "2027-04-15T12:34:56"))
            << text;
    }
    EXPECT_THAT(texts(moment("2027-04-15"), Veld::start),
                ElementsAre("2027-04-15T00:00:00", "2027-04-15T12:34:56"));
}

TEST_F(FgbTexts, AMomentThatIsNoneIsNotReadAsAnother) {
    for (const char* text : {"voorjaar 2027", "01-02-27", "2027-06", "2027-13-45",
                             "2027-04-15T25:00:00", "15-04-2027", "2027-04-15 of later"}) {
        EXPECT_THAT(
            refusal(moment(text)),
            AllOf(HasSubstr("layer plannen: its column start is not read, since it holds \""),
                  HasSubstr(text), HasSubstr("another day or none; write whole days")));
        BronConfiguration bron = moment(text);
        bron.velden = {{Veld::start, "naam"}};
        EXPECT_THAT(texts(bron, Veld::start), ElementsAre("Kade 1 te Wageningen", "Kade 2"));
    }
}

TEST_F(FgbTexts, AByteZeroIsRefused) {
    EXPECT_THAT(refusal(moment(std::string("2027-04-15\0", 11))), HasSubstr("holds a byte 0"));
    BronConfiguration bron = moment("2027-04-15");
    replace_in("p.fgb", "Kade 1 te", std::string("Kade 1\0te", 9));
    EXPECT_THAT(input_error([&] { texts(bron, Veld::naam); }),
                HasSubstr("its column naam is not read, since a text in it holds a byte 0"));
}

TEST_F(FgbTexts, FilesOfAnySortAreGoneThrough) {
    for (const char* index : {"YES", "NO"}) {
        LayerSpec many = layer(":moment", "2027/04/15 12:34:56");
        many.options = {std::string("SPATIAL_INDEX=") + index};
        many.columns = {"a:int", "b:int64", "c:real", "d:binary", "start:moment", "naam"};
        many.rows.clear();
        for (int i = 0; i < 300; ++i) {
            many.rows.push_back({"1", "2", "3.5", "abc", "2027/04/15 12:34:56",
                                 std::string(i % 2 == 0 ? 10 : 40000, 'x'),
                                 "POINT (155000 463000)"});
        }
        many.rows.back()[4] = "2027/04/15 12:34:57";
        write_dataset("FlatGeobuf", path("p.fgb"), {many});
        EXPECT_EQ(texts(riool(path("p.fgb")), Veld::start).size(), 300U);
        replace_in("p.fgb", "2027-04-15T12:34:57", "eind van het jaar! ");
        EXPECT_THAT(refusal(riool(path("p.fgb"))), HasSubstr("eind van het jaar!")) << index;
    }
}

class GmlNumbers : public SourceClaimsTest {
  protected:
    BronConfiguration width(const std::string& text) {
        LayerSpec layer;
        layer.geometry = "POINT";
        layer.columns = {"id", "werkafstand:real"};
        layer.rows = {{"1", "2.125", "POINT (155000 463000)"}, {"2", "3", "POINT (155000 463000)"}};
        write_dataset("GML", path("p.gml"), {layer});
        replace_in("p.gml", "werkafstand>2.125</", "werkafstand>" + text + "</");
        return riool(path("p.gml"));
    }
};

TEST_F(GmlNumbers, ATextThatIsNoneIsRefusedWhereASchemaSaysThatItIsOne) {
    for (const char* text : {"7,5", "onbekend", "1.234,5", "5 m"}) {
        EXPECT_EQ(refusal(width(text)),
                  path("p.gml") +
                      ", layer plannen: its column werkafstand is not read, since it holds \"" +
                      text +
                      "\", and the schema or .gfs beside it says that it holds real numbers; "
                      "write a point for the comma, or take that file away");
    }
    BronConfiguration bron = width("7,5");
    ASSERT_TRUE(std::filesystem::remove(path("p.xsd")));
    EXPECT_THAT(texts(bron, Veld::werkafstand), ElementsAre("7,5", "3"));
}

TEST_F(GmlNumbers, ANumberThatIsWrittenAnewIsNotReadAsAText) {
    for (const char* text : {"0289010000012345", "1.10", "007", "12345678901234567", "+7"}) {
        BronConfiguration bron = width(text);
        EXPECT_THAT(texts(bron, Veld::werkafstand), ElementsAre(Not(""), "3")) << text;
        for (const Veld veld : {Veld::id, Veld::naam, Veld::start}) {
            bron.velden = {{veld, "werkafstand"}};
            EXPECT_EQ(refusal(bron),
                      path("p.gml") +
                          ", layer plannen: its column werkafstand is not read as texts, since it "
                          "holds \"" +
                          text +
                          "\", and the schema or .gfs beside it says that it holds real numbers, "
                          "in which other digits are written; take that file away, or say in it "
                          "that they are texts");
        }
    }
    BronConfiguration bron = width("1.10");
    ASSERT_TRUE(std::filesystem::remove(path("p.xsd")));
    bron.velden = {{Veld::id, "werkafstand"}};
    EXPECT_THAT(texts(bron, Veld::id), ElementsAre("1.10", "3"));
}

TEST_F(GmlNumbers, ANumberThatIsAnIdIsRead) {
    for (const auto& [text, id] :
         std::vector<std::pair<const char*, const char*>>{{"289010000012345", "289010000012345"},
                                                          {"1234567890123456", "1234567890123456"},
                                                          {"12.0", "12"},
                                                          {"1.2345678E7", "12345678"},
                                                          {"-2.125", "-2.125"},
                                                          {"", ""}}) {
        BronConfiguration bron = width(text);
        bron.velden = {{Veld::id, "werkafstand"}};
        EXPECT_THAT(texts(bron, Veld::id), ElementsAre(id, "3"));
    }
}

TEST_F(GmlNumbers, ANumberIsRead) {
    for (const char* text : {"7.5", " 7.5\n", "+7.5", "75e-1", "<![CDATA[7.5]]>"}) {
        EXPECT_THAT(texts(width(text), Veld::werkafstand), ElementsAre("7.5", "3")) << text;
    }
    EXPECT_THAT(texts(width(""), Veld::werkafstand), ElementsAre("", "3"));
}

TEST_F(SourceClaimsTest, FoldersOfAKmlHaveTheirOwnPlacemarks) {
    const auto placemark = [](const std::string& name, const std::string& where) {
        return "<Placemark><name>" + name + "</name><Point><coordinates>" + where +
               "</coordinates></Point></Placemark>";
    };
    const std::string good = placemark("goed", "5.1,52.1");
    const std::string bad = placemark("fout", "abc");
    write("p.kml", "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document>" +
                       good + "<Folder><name>een</name><Folder><name>twee</name>" + good + bad +
                       "</Folder>" + bad + good + "</Folder><Folder><name>leeg</name></Folder>" +
                       "<Folder><name>drie</name>" + bad + "</Folder>" + good +
                       "</Document></kml>");
    for (const auto& [laag, rows] : std::vector<std::pair<const char*, std::size_t>>{
             {"p", 2}, {"een", 2}, {"twee", 2}, {"drie", 1}}) {
        BronConfiguration bron = riool(path("p.kml"));
        bron.laag = laag;
        Source source(bron, run_, rd_);
        std::size_t found = 0;
        for (const domain::InputRow& row : all_rows(source)) {
            const bool is_bad = row.text(Veld::naam) == "fout";
            EXPECT_EQ(row.geometry_fault, is_bad ? "its geometry cannot be read" : "") << laag;
            ++found;
        }
        EXPECT_EQ(found, rows) << laag;
    }
}

class KmlData : public SourceClaimsTest {
  protected:
    /// Of a KML with a Schema that has `id` and `start`; a text each for a Placemark.
    BronConfiguration kml(const std::vector<std::string>& extended) {
        std::string text =
            "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
            "<Schema id='x'><SimpleField type='string' name='id'/>"
            "<SimpleField type='string' name='start_dag'/></Schema>"
            "<ExtendedData><SchemaData/></ExtendedData>";
        for (const std::string& one : extended) {
            text += "<Placemark><ExtendedData>" + one + "</ExtendedData></Placemark>";
        }
        BronConfiguration bron = riool(write("p.kml", text + "</Document></kml>"));
        bron.velden = {{Veld::start, "start_dag"}};
        return bron;
    }
    static std::string data(const std::string& name, const std::string& value = "2027") {
        return "<Data name='" + name + "'><value>" + value + "</value></Data>";
    }
    static std::string schema_data(const std::string& inside) {
        return "<SchemaData schemaUrl='#x'>" + inside + "</SchemaData>";
    }
    const std::string start_ = "<SimpleData name='start_dag'>2028</SimpleData>";
};

TEST_F(KmlData, ThatNoColumnHasIsToldOf) {
    EXPECT_THAT(texts(kml({data("start-dag") + data("eind"), schema_data(start_) + data("duur"),
                           data("leeg", " ")}),
                      Veld::start),
                ElementsAre("2027", "2028", ""));
    EXPECT_THAT(warnings_,
                Contains("its Data of duur, eind are not read, as it has a Schema or SchemaData, "
                         "which alone give the columns then; put them into the SchemaData, or "
                         "take the Schema out"));
    std::string many;
    for (char letter = 'a'; letter <= 'l'; ++letter) {
        many += data(std::string(1, letter));
    }
    texts(kml({many}), Veld::start);
    EXPECT_THAT(warnings_, Contains(HasSubstr("a, b, c, d, e, f, g, h, i, j and 2 more are")));
    texts(kml({data("start_dag")}), Veld::start);
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("its Data"))));
}

TEST_F(KmlData, BesideSchemaDataItsColumnIsRefused) {
    EXPECT_THAT(refusal(kml({schema_data(start_), schema_data("") + data("start-dag")})),
                HasSubstr("its column start_dag is not read, since Data of that name, in a "
                          "Placemark that has SchemaData as well, would be lost; put all"));
    EXPECT_THAT(texts(kml({schema_data(start_) + data("start_dag", "2028"), data("start_dag")}),
                      Veld::start),
                ElementsAre("2028", "2027"));
}

}  // namespace
}  // namespace koppelkans::io
