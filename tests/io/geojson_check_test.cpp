#include "engine/io/geojson_check.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

/// In pieces of three bytes, since a file comes in pieces.
template <typename Follower>
Follower followed(std::string_view text) {
    Follower follower;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        follower.follow(text.substr(at, 3));
    }
    return follower;
}

std::int64_t count(std::string_view text) {
    return followed<FeatureCount>(text).count();
}

std::int64_t broken_line(std::string_view text) {
    auto lines = followed<FeatureLines>(text);
    lines.finish();
    return lines.broken_line();
}

TEST(FeatureCountTest, CountsEveryMemberOfTheOutermostArrays) {
    const std::string type = R"("type":"FeatureCollection")";
    EXPECT_EQ(count("{" + type + R"(,"features":[]})"), 0);
    EXPECT_EQ(
        count(R"({"features" : [ {"a":[1,2]} , null,"x,y",5 ,[], [[1],[2]], {}],)" + type + "}"),
        7);
    EXPECT_EQ(count(R"({"features":[{}],"type" : "FeatureCollection","features":[{},{}]})"), 3);
}

TEST(FeatureCountTest, IsNotLedAstrayByTheSameWordElsewhere) {
    const std::string type = R"("type":"FeatureCollection")";
    EXPECT_EQ(count("{" + type + R"(,"properties":{"features":[1,2]}})"), -1);
    EXPECT_EQ(count(R"({"m":{"features":[1,2]},"n":"features","o":[["features",[1]]],)" + type +
                    R"(,"features":[{"features":[1,2]},{"a":"\"features\":[1,\\"}]})"),
              2);
    EXPECT_EQ(count("{" + type + R"(,"features":{"0":{}}})"), -1);
    EXPECT_EQ(count("{" + type + R"(,"features2":[1]})"), -1);
    EXPECT_EQ(count(R"({"type":"Feature","features":[1,2,3]})"), -1);
    EXPECT_EQ(count(R"({"of":"FeatureCollection","type":5,"features":[1,2,3]})"), -1);
    EXPECT_EQ(count(""), -1);
}

TEST(FeatureCountTest, CountsTheTextsThatStandBehindEachOther) {
    EXPECT_EQ(followed<FeatureCount>("").roots(), 0);
    EXPECT_EQ(followed<FeatureCount>(R"({"a":[{}],"b":"{}"} )").roots(), 1);
    EXPECT_EQ(followed<FeatureCount>("{}\r{\"a\":[]}null,{}").roots(), 3);
    EXPECT_EQ(followed<FeatureCount>("{}}]{}").roots(), 2);
}

TEST(FeatureCountTest, DepthTakesNoStack) {
    const std::string deep = std::string(1000000, '[') + std::string(1000000, ']');
    EXPECT_EQ(count(R"({"type":"FeatureCollection","features":[)" + deep + "," + deep + "]}"), 2);
}

/// `1` for each feature that says where it lies, `0` for each that does not.
std::string places(const std::vector<ClaimedGeometry>& all) {
    std::string text;
    for (const ClaimedGeometry& one : all) {
        text += one.is_there ? '1' : '0';
    }
    return text;
}

struct PlaceCase {
    const char* feature;
    const char* places;
};
constexpr PlaceCase place_cases[] = {
    {R"({"geometry":{"type":"Point","coordinates":[1,2]}})", "1"},
    {R"({"geometry":{"type":"Poinnt","coordinates":[1,2]},"properties":{}})", "1"},
    {R"({"geometry" : {"coordinates":["a","b"]}})", "1"},
    {R"({"geometry":{"type":"Point"}})", "1"},
    {R"({"geometry":"een punt"})", "1"},
    {R"({"geometry":5})", "1"},
    {R"({"geometry":[1,2]})", "1"},
    {R"({"geometry":{"type":"GeometryCollection","geometries":[{}]}})", "1"},
    {R"({"geometry":null})", "0"},
    {R"({"geometry":{}})", "0"},
    {R"({"geometry":""})", "0"},
    {R"({"geometry":{"type":"Point","coordinates":[]},"id":7})", "0"},
    {R"({"geometry":{"type":"Polygon","coordinates":[[ ],[]]}})", "0"},
    {R"({"geometry":{"type":"Point","coordinates":[null, null]}})", "0"},
    {R"({"properties":{"geometry":{"type":"Point","coordinates":[1,2]}},"geometry":null})", "0"},
    {R"({"geometry_2":{"type":"Point","coordinates":[1,2]}})", "0"},
    {R"({"naam":"geometry","lijst":[1,2],"b":"\"geometry\":[1"})", "0"},
    {R"({})", "0"},
};

TEST(FeatureCountTest, TellsWhichFeaturesSayWhereTheyLie) {
    std::string all;
    std::string expected;
    for (const PlaceCase& one : place_cases) {
        all += std::string(all.empty() ? "" : " ,null,5,") + one.feature;
        expected += one.places;
        const std::string text =
            R"({"type":"FeatureCollection","features":[)" + std::string(one.feature) + "]}";
        EXPECT_EQ(places(followed<FeatureCount>(text).geometries()), one.places) << text;
    }
    const std::string text = R"({"type":"FeatureCollection","features":[)" + all + "]}";
    EXPECT_EQ(places(followed<FeatureCount>(text).geometries()), expected);
}

TEST(FeatureLinesTest, TellsWhichFeaturesSayWhereTheyLie) {
    std::string all;
    std::string expected;
    for (const PlaceCase& one : place_cases) {
        all += std::string(one.feature) + "\n";
        expected += one.places;
    }
    auto lines = followed<FeatureLines>(all);
    lines.finish();
    EXPECT_EQ(places(lines.geometries()), expected);
}

TEST(FeatureCountTest, CountsThePositionsOfEachGeometry) {
    for (const auto& [geometry, positions] : std::vector<std::pair<const char*, unsigned>>{
             {R"({"type":"Point","coordinates":[1,2]})", 1},
             {R"({"coordinates":[[[1,2],[3 , 4],["a",5],[null]],[[ ],[{}]]],"type":"Polygon"})", 5},
             {R"({"bbox":[1,2,3,4],"coordinates":[[1,2],[3,4]],"eigen":[[1,2]]})", 2},
             {R"({"geometries":[{"coordinates":[1,2]},{"coordinates":[[3,4],[5,6]]}]})", 3},
             {R"({"type":"Point","coordinates":[]})", 0},
             {R"({"type":"Point","coordinates":"[1,2]"})", 0},
             {"null", 0}}) {
        const std::string feature = R"({"properties":{"coordinates":[[1,2]]},"geometry":)" +
                                    std::string(geometry) + R"(,"bbox":[1,2,3,4]})";
        const std::string collection =
            R"({"type":"FeatureCollection","features":[)" + feature + "]}";
        const auto lines = followed<FeatureLines>(feature + "\n" + feature + "\n");
        for (const std::vector<ClaimedGeometry>& claims :
             {followed<FeatureCount>(collection).geometries(),
              followed<FeatureCount>(feature).geometries(), lines.geometries()}) {
            ASSERT_FALSE(claims.empty());
            EXPECT_EQ(claims.back().positions, positions) << geometry;
        }
    }
}

TEST(FeatureCountTest, TellsOfOneFeatureThatIsTheWholeText) {
    for (const PlaceCase& one : place_cases) {
        EXPECT_EQ(places(followed<FeatureCount>(one.feature).geometries()), one.places)
            << one.feature;
    }
}

TEST(ZeroBytesTest, AreFoundHoweverTheyAreWritten) {
    const std::string pad(200, 'x');
    for (const auto& [text, found] :
         std::vector<std::pair<std::string, bool>>{{R"({"a":"b\u0000c"})", true},
                                                   {R"({"a":"b\\\u0000c"})", true},
                                                   {std::string("{\"a\":\"b\0c\"}", 11), true},
                                                   {R"({"a":"b\\u0000c"})", false},
                                                   {R"({"a":"b\u0001c u0000"})", false},
                                                   {"", false}}) {
        for (const std::string& whole : {text, pad + text + pad}) {
            EXPECT_EQ(followed<ZeroBytes>(whole).found(), found) << whole;
        }
    }
}

TEST(FeatureLinesTest, TellsTheFirstLineThatIsNotOneValue) {
    EXPECT_EQ(broken_line("{\"a\":\"}\\\"\"}\r\n \n\n{}\n"), 0);
    EXPECT_EQ(broken_line("{},\n{},\n"), 0);
    EXPECT_EQ(broken_line("{}\n{\"a\":{\n{}\n{\n"), 2);
    EXPECT_EQ(broken_line("{}\n\n{}{}\n"), 3);
    EXPECT_EQ(broken_line("{}\n{\"a\":\"b\n{}"), 2);
    EXPECT_EQ(broken_line("{}\n{\"a\":"), 2);
}

TEST(FeatureLinesTest, RecordsBehindASeparatorMayTakeSeveralLines) {
    EXPECT_EQ(broken_line("\x1E{\n}\n\x1E{\"a\":\n1}\n"), 0);
    EXPECT_EQ(broken_line("\x1E{\n}\n\x1E{\"a\":\n1\n\x1E{}"), 3);
    auto lines = followed<FeatureLines>("\x1E{\n}\n\x1E{\"a\":\n1}\n");
    lines.finish();
    EXPECT_EQ(lines.count(), 2);
}

class GeoJsonCheckTest : public SourceTest {
  protected:
    static std::string feature(const std::string& id) {
        return R"({"type":"Feature","properties":{"id":")" + id +
               R"("},"geometry":{"type":"Point","coordinates":[5.6,51.9]}})";
    }
    std::string refusal(const std::string& name) {
        return input_error([&] {
            Source source(riool(path(name)), run_, rd_);
            all_rows(source);
        });
    }
};

TEST_F(GeoJsonCheckTest, ABrokenLineInTheMiddleIsRefused) {
    const std::string cut = feature("2").substr(0, 50);
    write("plan.geojsonl", feature("1") + "\n" + cut + "\n" + feature("3") + "\n");
    EXPECT_EQ(refusal("plan.geojsonl"),
              path("plan.geojsonl") +
                  ": line 2 of this GeoJSON is not one whole feature, so rows would be lost; put "
                  "each feature whole on a line of its own, or take the line out");
    write("twee.geojsonl", feature("1") + "\n" + feature("2") + feature("3") + "\n");
    EXPECT_THAT(refusal("twee.geojsonl"), HasSubstr("line 2 of"));
    write("fout.geojsonl", feature("1") + "\n{\"type\":Feature}\n" + feature("3") + "\n");
    EXPECT_THAT(refusal("fout.geojsonl"),
                AllOf(HasSubstr("holds 3 lines, of which GDAL reads 2: "), HasSubstr("JSON")));
}

TEST_F(GeoJsonCheckTest, TextsBehindEachOtherThatAreNoFileOfLinesAreRefused) {
    const std::string first = feature("1");
    const std::string second = feature("2");
    for (const std::string& content :
         {first + ",\n" + second + "\n", "\xef\xbb\xbf" + first + "\n" + second + "\n",
          first + "\r" + second + "\r", first + "\nnull\n" + second,
          first + "\n\x1E" + second + "\n", first + "\n" + std::string(1, '\0') + second,
          first + " en " + second, first + "}" + second}) {
        write("plan.geojson", content);
        EXPECT_THAT(refusal("plan.geojson"), HasSubstr("one text behind the other")) << content;
    }
    write("een.geojson", first + "\n");
    Source source(riool(path("een.geojson")), run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 1U);
}

TEST_F(GeoJsonCheckTest, MembersThatAreNoFeaturesAreToldOf) {
    const auto collection = [](const std::string& features) {
        return R"({"type":"FeatureCollection","features":[)" + features + "]}";
    };
    write("plan.geojson", collection(feature("1") + ",null,\"x\",5,[]," + feature("2")));
    Source source(riool(path("plan.geojson")), run_, rd_);
    EXPECT_THAT(source.warnings(), Not(Contains(HasSubstr("features"))));
    EXPECT_EQ(all_rows(source).size(), 2U);
    EXPECT_THAT(source.warnings(),
                Contains("it holds 6 features, of which GDAL reads 2: the others are none, such as "
                         "null or a bare number, and were left out"));
    write("goed.geojson", collection(feature("1") + "," + feature("1")));
    Source whole(riool(path("goed.geojson")), run_, rd_);
    EXPECT_EQ(all_rows(whole).size(), 2U);
    EXPECT_THAT(whole.warnings(), Not(Contains(HasSubstr("features"))));
}

TEST_F(GeoJsonCheckTest, MoreColumnsThanGdalCanLookThroughAreRefused) {
    const auto properties = [](int from, int count) {
        std::string text = R"("id":"1")";
        for (int i = from; i < from + count; ++i) {
            text += fmt::format(R"(,"k:{}":1)", i);
        }
        return R"({"type":"Feature","properties":{)" + text + R"(},"geometry":null})";
    };
    write("een.geojson", properties(0, 16384));
    EXPECT_EQ(refusal("een.geojson"),
              path("een.geojson") +
                  ": its features have 16385 properties, more than 16384; leave out what is not "
                  "needed, or write what differs from feature to feature as a value and not as the "
                  "name of a property");
    write("twee.geojson", R"({"type":"FeatureCollection","features":[)" + properties(0, 9000) +
                              "," + properties(9000, 9000) + "]}");
    EXPECT_THAT(refusal("twee.geojson"), HasSubstr("18001 properties"));
    // A line of these would take GDAL minutes before it has a column.
    write("regel.geojsonl", feature("1") + "\n" + properties(0, 100000) + "\n");
    EXPECT_THAT(refusal("regel.geojsonl"), HasSubstr("its features have 10000"));
    write("goed.geojson", properties(0, 3000));
    Source source(riool(path("goed.geojson")), run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 1U);
}

/// A collection of points, with one `feature` among them.
std::string collection(const std::string& feature) {
    const std::string point = R"({"type":"Feature","properties":{"id":"p"},)"
                              R"("geometry":{"type":"Point","coordinates":[5.1,52.1]}})";
    return R"({"type":"FeatureCollection","features":[)" + point + "," + feature + "," + point +
           "]}";
}

TEST_F(SourceTest, AGeometryThatIsNoneOfGeoJsonIsAFaultOfItsRow) {
    const std::string broken = R"({"type":"Feature","properties":{"id":"b","buurtcode":"BU1"},)"
                               R"("geometry":{"type":"Poinnt","coordinates":[5.1,52.1]}})";
    const std::string none =
        R"({"type":"Feature","properties":{"id":"b","buurtcode":"BU1"},"geometry":null})";
    for (const auto& [feature, fault] : std::vector<std::pair<std::string, std::string>>{
             {broken, "its geometry cannot be read"}, {none, ""}}) {
        for (const char* name : {"p.geojson", "p.geojsonl"}) {
            const std::string line = feature + "\n";
            write(name,
                  std::string(name) == "p.geojson" ? collection(feature) : line + line + line);
            BronConfiguration bron = riool(path(name));
            for (const char* filter : {"", "id <> 'p'"}) {
                bron.filter = *filter == '\0' ? std::nullopt : std::optional<std::string>(filter);
                Source source(bron, run_, rd_);
                for (const domain::InputRow& row : all_rows(source)) {
                    const bool is_it = row.text(domain::Veld::id) == "b";
                    EXPECT_EQ(row.geometry_fault, is_it ? fault : "") << name << " " << filter;
                }
            }
        }
    }
}

TEST_F(SourceTest, AGeoJsonOfWhichAPartCanBeReadIsAFaultOfItsRow) {
    const auto fault_of = [this](const std::string& type, const std::string& coordinates) {
        std::string faults;
        const std::string feature =
            R"({"type":"Feature","properties":{"id":"b"},"geometry":{"type":")" + type +
            R"(","coordinates":)" + coordinates + "}}";
        for (const std::string& text :
             {collection(feature), feature, feature + "\n" + feature + "\n"}) {
            const char* const name = text.back() == '\n' ? "p.geojsonl" : "p.geojson";
            Source source(riool(write(name, text)), run_, rd_);
            for (const domain::InputRow& row : all_rows(source)) {
                faults += row.text(domain::Veld::id) == "b" ? row.geometry_fault + ";" : "";
            }
        }
        return faults;
    };
    const std::string square = "[[5.1,52.1],[5.2,52.1],[5.2,52.2],[5.1,52.1]]";
    EXPECT_EQ(fault_of("MultiPolygon", "[[" + square + "]]"), ";;;;");
    EXPECT_EQ(fault_of("Polygon", "[" + square + ",[]]"), ";;;;");
    EXPECT_EQ(fault_of("LineString", "[[5.1,52.1,3.5],[5.2,52.2,1e0]]"), ";;;;");
    const std::string lost =
        "its geometry cannot be read;its geometry cannot be read;its geometry "
        "cannot be read;its geometry cannot be read;";
    EXPECT_EQ(fault_of("MultiPolygon", "[[" + square + R"(],[[[5.1,"x"],[5.2,52.2]]]])"), lost);
    EXPECT_EQ(fault_of("MultiPoint", R"([[5.1,52.1],["5.2","52.2"]])"), lost);
    EXPECT_EQ(fault_of("Polygon", "[" + square + ",[[5.1]]]"), lost);
    EXPECT_EQ(fault_of("Poinnt", "[5.1,52.1]"), lost);
}

TEST_F(SourceTest, AByteZeroInAGeoJsonIsRefused) {
    write("p.geojson", collection(R"({"type":"Feature","properties":{"id":"2027\u0000-04"}})"));
    EXPECT_THAT(input_error([&] { Source(riool(path("p.geojson")), run_, rd_); }),
                HasSubstr("holds a byte 0"));
}

TEST_F(SourceTest, ANumberOfGeoJsonThatGdalCannotHoldIsRefused) {
    const auto error_of = [this](const std::string& id) {
        write("p.geojson",
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":)" +
                  id + R"(},"geometry":null}]})");
        Source source(riool(path("p.geojson")), run_, rd_);
        return all_rows(source).at(0).text(domain::Veld::id);
    };
    EXPECT_EQ(error_of("9223372036854775806"), "9223372036854775806");
    EXPECT_EQ(error_of("\"12345678901234567890\""), "12345678901234567890");
    for (const char* id : {"12345678901234567890", "-99999999999999999999999"}) {
        EXPECT_THAT(input_error([&] { error_of(id); }),
                    AllOf(HasSubstr(", row "), HasSubstr("column id"), HasSubstr("in quotes")));
    }
}

}  // namespace
}  // namespace koppelkans::io
