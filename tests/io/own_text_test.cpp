#include "engine/io/own_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/source_text.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;
using ::testing::ElementsAre;

TEST(ValuesInText, ANumberIsInDigits) {
    for (const auto& [own, text] : std::vector<std::pair<const char*, const char*>>{
             {"2027", "2027"},
             {" 0012", "12"},
             {"+7", "7"},
             {"-3", "-3"},
             {"1.50000", "1.5"},
             {"2027.0", "2027"},
             {"1e3", "1000"},
             {"12345678901234567890123", "12345678901234567890123"},
             {"2,5", "2,5"},
             {"A2", "A2"},
             {"2027-04-15", "2027-04-15"},
             {"1e999", "1e999"},
             {"", ""}}) {
        EXPECT_EQ(number_text(own), text) << own;
    }
}

TEST(ValuesInText, AMomentIsIsoAndAnythingElseStays) {
    for (const auto& [own, text] : std::vector<std::pair<const char*, const char*>>{
             {"2027-04-15", "2027-04-15"},
             {"2027/04/15", "2027-04-15"},
             {"2027-04-15T23:30:00.000Z", "2027-04-15T23:30:00+00:00"},
             {"2027-04-15 23:30:00+02:00", "2027-04-15T23:30:00+02:00"},
             {"2027-04-15 12:00 of later", "2027-04-15 12:00 of later"},
             {"2027-04-15+02:00", "2027-04-15+02:00"},
             {"01-02-27", "01-02-27"},
             {"2027-4-1", "2027-4-1"},
             {"2027-04/15", "2027-04/15"},
             {"voorjaar 2027", "voorjaar 2027"},
             {"", ""}}) {
        EXPECT_EQ(moment_text(own), text) << own;
    }
}

TEST(ValuesInText, ADayOfADbfHasEightDigits) {
    for (const auto& [own, text] :
         std::vector<std::pair<const char*, const char*>>{{"20270415", "2027-04-15"},
                                                          {"00000000", ""},
                                                          {"", ""},
                                                          {"15042027", "15042027"},
                                                          {"2027", "2027"},
                                                          {"15-04-27", "15-04-27"}}) {
        EXPECT_EQ(day_of_dbf(own), text) << own;
    }
}

TEST(ValuesInText, AJulianDayHasDecimals) {
    EXPECT_EQ(julian_text("2461511.5"), "2027-04-16T00:00:00");
    EXPECT_EQ(julian_text("2461511.25"), "2027-04-15T18:00:00");
    EXPECT_EQ(julian_text("2461511"), "2461511");
    EXPECT_EQ(julian_text("46127.5"), "46127.5");
    EXPECT_EQ(julian_text("9999999.5"), "9999999.5");
}

class OwnTextTest : public SourceTest {
  protected:
    struct Texts {
        std::string id;
        std::string start;
        bool operator==(const Texts&) const = default;
    };
    std::vector<Texts> texts_of(const std::string& file, const std::string& filter = {}) {
        run_.crs_of_nameless = "EPSG:28992";
        BronConfiguration bron = riool(file);
        bron.filter = filter.empty() ? std::nullopt : std::optional(filter);
        Source source(bron, run_, rd_);
        std::vector<Texts> texts;
        for (const InputRow& row : all_rows(source)) {
            texts.push_back({row.text(Veld::id), row.text(Veld::start)});
        }
        return texts;
    }
    /// A database of which SQL puts the starts into a column of that type.
    std::string database(const std::string& driver, const std::string& type,
                         const std::vector<std::string>& starts) {
        LayerSpec layer;
        layer.columns = {"id", "start:" + type};
        layer.options = {"SPATIAL_INDEX=NO"};
        for (std::size_t i = 0; i < starts.size(); ++i) {
            layer.rows.push_back({std::to_string(i), "NULL", "POINT (155000 463000)"});
        }
        std::string file = path(driver + type + (driver == "GPKG" ? ".gpkg" : ".sqlite"));
        write_dataset(driver, file, {layer});
        for (std::size_t i = 0; i < starts.size(); ++i) {
            run_sql(file, "UPDATE plannen SET start = " + starts[i] + " WHERE id = '" +
                              std::to_string(i) + "'");
        }
        return file;
    }
};

TEST_F(OwnTextTest, ADatabaseGivesWhatStandsInAColumnOfDatesOrWholeNumbers) {
    for (const char* driver : {"GPKG", "SQLite"}) {
        for (const char* type : {"date", "moment", "int", "int64"}) {
            const std::vector<Texts> texts =
                texts_of(database(driver, type,
                                  {"'15-04-2027'", "'voorjaar 2027'", "2027", "'01-02-27'",
                                   "'2027-04'", "NULL", "'2027-04-15'"}));
            EXPECT_THAT(
                texts, ElementsAre(Texts{"0", "15-04-2027"}, Texts{"1", "voorjaar 2027"},
                                   Texts{"2", "2027"}, Texts{"3", "01-02-27"},
                                   Texts{"4", "2027-04"}, Texts{"5", ""}, Texts{"6", "2027-04-15"}))
                << driver << " " << type;
        }
    }
}

TEST_F(OwnTextTest, AJulianDayIsOneWhereTheDriverKnowsThem) {
    EXPECT_EQ(texts_of(database("SQLite", "date", {"2461511.5"})).at(0).start, "2027-04-16");
    EXPECT_EQ(texts_of(database("GPKG", "date", {"2461511.5"})).at(0).start, "2461511.5");
}

TEST_F(OwnTextTest, AViewGivesThemToo) {
    const std::string file = database("GPKG", "date", {"'eind 2027'"});
    run_sql(file,
            "CREATE VIEW v AS SELECT * FROM plannen; INSERT INTO gpkg_contents "
            "(table_name, identifier, data_type, srs_id) VALUES ('v', 'v', 'attributes', 0)");
    BronConfiguration bron = riool(file);
    bron.laag = "v";
    Source source(bron, run_, rd_);
    EXPECT_EQ(all_rows(source).at(0).text(Veld::start), "eind 2027");
}

TEST_F(OwnTextTest, AFilterComparesDatesAndNumbersAllTheSame) {
    const std::string file =
        database("GPKG", "date", {"'2027-04-15'", "'eind 2027'", "'2026-01-01'"});
    EXPECT_THAT(texts_of(file, "start >= '2027/01/01'"), ElementsAre(Texts{"0", "2027-04-15"}));
    EXPECT_THAT(texts_of(database("GPKG", "int", {"2027", "10000", "3"}), "start > 2026"),
                ElementsAre(Texts{"0", "2027"}, Texts{"1", "10000"}));
    write("p.csv", "id;start;x;y\na;2027;1;2\nb;900;1;2\n");
    write("p.csvt", "String,Integer,Real,Real\n");
    EXPECT_THAT(texts_of(path("p.csv"), "start > 1000"), ElementsAre(Texts{"a", "2027"}));
    write("p.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"a","start":"2027-04-15"},"geometry":null},
{"type":"Feature","properties":{"id":"b","start":"2026-04-15"},"geometry":null},
{"type":"Feature","properties":{"id":"c","start":null},"geometry":null}]})");
    EXPECT_THAT(texts_of(path("p.geojson"), "start IS NULL OR start >= '2027/01/01'"),
                ElementsAre(Texts{"a", "2027-04-15"}, Texts{"c", ""}));
}

TEST_F(OwnTextTest, GeoJsonGivesADayOfTwoDigitsAsItIs) {
    const std::string one = R"({"type":"Feature","properties":{"id":"a","start":"01-02-27"},)"
                            R"("geometry":{"type":"Point","coordinates":[5.1,52.1]}})";
    write("p.geojson", R"({"type":"FeatureCollection","features":[)" + one + "]}");
    write("p.geojsonl", one + "\n" + one + "\n");
    EXPECT_EQ(texts_of(path("p.geojson")).at(0).start, "01-02-27");
    EXPECT_EQ(texts_of(path("p.geojsonl")).at(1).start, "01-02-27");
}

TEST_F(OwnTextTest, ACsvtChangesNoText) {
    write("p.csv", "id;start;x;y\n0012;15-04-2027;1,5;2\nA1;01-02-27;1;2\n");
    write("p.csvt", "Integer,Date,Real,Real\n");
    EXPECT_THAT(texts_of(path("p.csv")),
                ElementsAre(Texts{"0012", "15-04-2027"}, Texts{"A1", "01-02-27"}));
    write("p.csvt", "JSonStringList,Time,Real,Real\n");
    EXPECT_THAT(texts_of(path("p.csv")),
                ElementsAre(Texts{"0012", "15-04-2027"}, Texts{"A1", "01-02-27"}));
}

TEST_F(OwnTextTest, ADbfGivesWhatStandsInAColumnOfDatesOrNumbers) {
    LayerSpec layer;
    layer.geometry = "POINT";
    layer.columns = {"id:int64", "start:date"};
    layer.rows = {{"1234567890123", "2027/04/15", "POINT (155000 463000)"},
                  {"7", "2028/04/15", "POINT (155000 463000)"},
                  {"NULL", "NULL", "POINT (155000 463000)"}};
    write_dataset("ESRI Shapefile", path("p.shp"), {layer});
    replace_in("p.dbf", "1234567890123", "ABC-12       ");
    replace_in("p.dbf", "20270415", "2027    ");
    EXPECT_THAT(texts_of(path("p.shp")),
                ElementsAre(Texts{"ABC-12", "2027"}, Texts{"7", "2028-04-15"}, Texts{"", ""}));
}

TEST_F(OwnTextTest, AKmlGivesWhatStandsInAColumnOfNumbers) {
    const auto placemark = [](const std::string& id, const std::string& start) {
        return "<Placemark><ExtendedData><SchemaData schemaUrl='#s'><SimpleData name='id'>" + id +
               "</SimpleData><SimpleData name='start'>" + start +
               "</SimpleData></SchemaData></ExtendedData>"
               "<Point><coordinates>5.1,52.1</coordinates></Point></Placemark>";
    };
    write("p.kml",
          "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
          "<Schema name='s' id='s'><SimpleField name='id' type='int'/>"
          "<SimpleField name='start' type='int'/></Schema>" +
              placemark("A2", "voorjaar 2027") + placemark("3", "2027") + "</Document></kml>");
    EXPECT_THAT(texts_of(path("p.kml")),
                ElementsAre(Texts{"A2", "voorjaar 2027"}, Texts{"3", "2027"}));
}

TEST_F(OwnTextTest, AGmlWithASchemaGivesWhatStandsThere) {
    LayerSpec layer;
    layer.geometry = "POINT";
    layer.columns = {"id:int", "start:date"};
    layer.rows = {{"77", "2027/04/15", "POINT (155000 463000)"},
                  {"8", "2028/04/15", "POINT (155000 463000)"}};
    write_dataset("GML", path("p.gml"), {layer});
    replace_in("p.gml", ">77<", ">A2<");
    replace_in("p.gml", "2027-04-15", "01-02-27");
    EXPECT_THAT(texts_of(path("p.gml")),
                ElementsAre(Texts{"A2", "01-02-27"}, Texts{"8", "2028-04-15"}));
    replace_in("p.gml", ">8<", "> 008 <");
    EXPECT_EQ(texts_of(path("p.gml")).at(1).id, "008");
    EXPECT_THAT(texts_of(path("p.gml"), "id > 7"), ElementsAre(Texts{"008", "2028-04-15"}));
}

class GmlWithoutSchema : public OwnTextTest {
  protected:
    /// A row for each, of which the first element is the id.
    std::string gml(const std::vector<std::string>& rows) {
        std::string text =
            "<?xml version='1.0'?><c:FeatureCollection xmlns:c='http://c.nl' "
            "xmlns:gml='http://www.opengis.net/gml/3.2'>";
        for (const std::string& row : rows) {
            text += "<c:featureMember><c:plan>" + row +
                    "<c:geom><gml:Point srsName='EPSG:28992'><gml:pos>155000 463000</gml:pos>"
                    "</gml:Point></c:geom></c:plan></c:featureMember>";
        }
        return write("p.gml", text + "</c:FeatureCollection>");
    }
    static std::string id(const std::string& text) {
        return "<c:id>" + text + "</c:id><c:start>2027</c:start>";
    }
};

TEST_F(GmlWithoutSchema, AnIdThatLooksLikeANumberStaysAsItIs) {
    for (const std::vector<std::string>& ids :
         std::vector<std::vector<std::string>>{{"0289010000012345", "0289010000012346"},
                                               {"007", "7", "12345678901234567890"},
                                               {"1.10", "1.1", "9007199254740993", "1e3"}}) {
        std::vector<std::string> rows;
        rows.reserve(ids.size());
        for (const std::string& one : ids) {
            rows.push_back(id(one));
        }
        std::vector<std::string> read;
        for (const Texts& texts : texts_of(gml(rows))) {
            read.push_back(texts.id);
        }
        EXPECT_EQ(read, ids);
    }
}

TEST_F(GmlWithoutSchema, AFilterComparesNumbersAllTheSame) {
    const std::string file = gml({id("007"), id("10"), id("9")});
    EXPECT_THAT(texts_of(file, "id > 8"), ElementsAre(Texts{"10", "2027"}, Texts{"9", "2027"}));
    EXPECT_THAT(texts_of(file, "start >= 2028"), ElementsAre());
    EXPECT_THAT(texts_of(gml({id("A1"), id("2")}), "id = '2'"), ElementsAre(Texts{"2", "2027"}));
}

TEST_F(GmlWithoutSchema, AnElementThatOccursTwiceGivesBothTextsInItsOwnRowOnly) {
    const std::string file =
        gml({id("1") + "<c:start>2028</c:start>", id("2"), id("3") + "<c:id>x</c:id>", id("4,5")});
    EXPECT_THAT(texts_of(file), ElementsAre(Texts{"1", "2027, 2028"}, Texts{"2", "2027"},
                                            Texts{"3, x", "2027"}, Texts{"4,5", "2027"}));
}

}  // namespace
}  // namespace koppelkans::io
