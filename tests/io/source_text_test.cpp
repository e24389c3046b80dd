#include "engine/io/source_text.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;

TEST(Utf8Test, KnowsWhatIsValid) {
    for (const char* text : {"", "abc", "caf\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x9A\xA7",
                             "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        EXPECT_TRUE(is_utf8(text)) << text;
    }
}

TEST(Utf8Test, KnowsWhatIsNot) {
    for (const char* text : {"\x80", "caf\xE9", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF",
                             "\xE2\x82", "\xE2\x28\xA1", "\xED\xA0\x80", "\xF0\x80\x80\xAF",
                             "\xF0\x9F\x9A", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
        EXPECT_FALSE(is_utf8(text));
    }
}

TEST(Cp1252Test, EveryByteBecomesValidUtf8) {
    std::string all;
    for (int byte = 1; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    EXPECT_TRUE(is_utf8(from_cp1252(all)));
    EXPECT_EQ(from_cp1252("\x80\x85\x91\x92\x99 \xE9\xFF"), "€…‘’™ éÿ");
    EXPECT_EQ(from_cp1252("\x81"), "\xEF\xBF\xBD");
}

TEST(TextDecoderTest, KeepsUtf8AndSaysWhenItGuessed) {
    TextDecoder decoder;
    EXPECT_EQ(decoder.decoded("caf\xC3\xA9"), "café");
    EXPECT_FALSE(decoder.guessed());
    EXPECT_EQ(decoder.decoded("caf\xE9"), "café");
    EXPECT_TRUE(decoder.guessed());
}

TEST(TextDecoderTest, ATextOfUtf8ThatIsCutInALetterIsReadUpToThere) {
    TextDecoder decoder;
    for (const char* cut : {"\xC3", "\xE2", "\xE2\x82", "\xF0\x9F", "\xF0\x9F\x98"}) {
        EXPECT_EQ(decoder.decoded((std::string("één caf") + cut).c_str()), "één caf") << cut;
        EXPECT_FALSE(decoder.guessed());
    }
    EXPECT_EQ(decoder.decoded("caf\xC3"), "cafÃ");
    EXPECT_EQ(decoder.decoded("\xC3\xA9 \xE9n"), "Ã© én");
    EXPECT_TRUE(decoder.guessed());
}

TEST(TextDecoderTest, ReadsANamedEncoding) {
    TextDecoder greek("ISO-8859-7");
    EXPECT_EQ(greek.decoded("\xE1\xE2"), "αβ");
    TextDecoder utf8("UTF-8");
    EXPECT_EQ(utf8.decoded("caf\xE9"), "café");
    EXPECT_TRUE(utf8.guessed());
    EXPECT_THROW(TextDecoder("nonsens"), domain::InputError);
}

class FieldTextTest : public SourceTest {
  protected:
    /// What becomes of one value of a column of that type, in a GeoPackage.
    std::string text_of(const std::string& type, const std::string& value) {
        LayerSpec layer;
        layer.geometry = "NONE";
        layer.columns = {"id", "budget:" + type};
        layer.rows = {{"1", value, ""}};
        const std::string file = path("t" + std::to_string(++files_) + ".gpkg");
        write_dataset("GPKG", file, {layer});
        Source source(riool(file), run_, rd_);
        return all_rows(source).at(0).text(Veld::budget);
    }
    int files_ = 0;
};

TEST_F(FieldTextTest, NumbersHaveNoExponent) {
    EXPECT_EQ(text_of("int", "-2147483648"), "-2147483648");
    EXPECT_EQ(text_of("int64", "9223372036854775807"), "9223372036854775807");
    EXPECT_EQ(text_of("real", "2027"), "2027");
    EXPECT_EQ(text_of("real", "20270415"), "20270415");
    EXPECT_EQ(text_of("real", "0.1"), "0.1");
    EXPECT_EQ(text_of("real", "1250000000000"), "1250000000000");
    EXPECT_EQ(text_of("real", "1e21"), "1000000000000000000000");
    EXPECT_EQ(text_of("real", "1e-7"), "0.0000001");
    EXPECT_EQ(text_of("real", "-0.5"), "-0.5");
    EXPECT_EQ(text_of("real", "1e300").size(), 301U);
    EXPECT_EQ(text_of("real", "NULL"), "");
}

TEST_F(FieldTextTest, DatesAndMomentsAreIso) {
    EXPECT_EQ(text_of("date", "2027/04/15"), "2027-04-15");
    EXPECT_EQ(text_of("date", "0001/01/01"), "0001-01-01");
    EXPECT_EQ(text_of("date", "NULL"), "");
    EXPECT_EQ(text_of("moment", "2027/04/15 23:30:00+00"), "2027-04-15T23:30:00+00:00");
    EXPECT_EQ(text_of("moment", "2027/04/15 23:59:59.999+00"), "2027-04-15T23:59:59+00:00");
}

TEST_F(FieldTextTest, MomentsKeepTheirZone) {
    LayerSpec layer;
    layer.columns = {"id", "start:moment"};
    for (const char* zone : {"+02", "-03:30", "", "+00"}) {
        layer.rows.push_back({std::to_string(layer.rows.size()),
                              std::string("2027/04/15 23:30:00") + zone, "POINT (5.1 52.1)"});
    }
    layer.crs = "EPSG:4326";
    layer.options = {"SPATIAL_INDEX=NO"};
    write_dataset("FlatGeobuf", path("p.fgb"), {layer});
    Source source(riool(path("p.fgb")), run_, rd_);
    std::vector<std::string> starts;
    for (const InputRow& row : all_rows(source)) {
        starts.push_back(row.text(Veld::start));
    }
    EXPECT_THAT(starts,
                ::testing::ElementsAre("2027-04-15T23:30:00+02:00", "2027-04-15T23:30:00-03:30",
                                       "2027-04-15T23:30:00", "2027-04-15T23:30:00+00:00"));
}

TEST_F(FieldTextTest, AListIsItsValuesAndBytesAreAsOgrWritesThem) {
    write("p.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
"properties":{"id":1,"naam":["a","b"],"budget":[1,2.5],"doel":{"x":1}},"geometry":null}]})");
    Source source(riool(path("p.geojson")), run_, rd_);
    const InputRow row = all_rows(source).at(0);
    EXPECT_EQ(row.text(Veld::naam), "a, b");
    EXPECT_EQ(row.text(Veld::budget), "1, 2.5");
    EXPECT_EQ(row.text(Veld::doelstelling), "{ \"x\": 1 }");
}

TEST_F(FieldTextTest, AShapefileIsDecodedByTheNameOrTheFilesOwn) {
    LayerSpec layer;
    layer.geometry = "POINT";
    layer.columns = {"id", "naam"};
    layer.rows = {{"1", "Caf\xC3\xA9", "POINT (155000 463000)"}};
    layer.options = {"ENCODING=CP1252"};
    write_dataset("ESRI Shapefile", path("p.shp"), {layer});
    Source own(riool(path("p.shp")), run_, rd_);
    EXPECT_EQ(all_rows(own).at(0).text(Veld::naam), "Café");

    std::filesystem::remove(path("p.cpg"));
    BronConfiguration configuration = riool(path("p.shp"));
    configuration.encoding = "ISO-8859-7";
    Source named(configuration, run_, rd_);
    EXPECT_EQ(all_rows(named).at(0).text(Veld::naam), "Cafι");
}

TEST(MomentsOfAFileGdb, AreUtcButForTheEndOfADay) {
    EXPECT_EQ(moment_of_filegdb("2027-12-31T23:59:59+00:00"), "2027-12-31T23:59:59");
    EXPECT_EQ(moment_of_filegdb("2027-12-31T23:59:00+00:00"), "2027-12-31T23:59:00");
    for (const char* moment : {"2027-12-31T00:00:00+00:00", "2027-12-30T23:00:00+00:00",
                               "2027-12-31T23:58:59+00:00", "2027-12-31T23:59:59+01:00", ""}) {
        EXPECT_EQ(moment_of_filegdb(moment), moment);
    }
}

}  // namespace
}  // namespace koppelkans::io
