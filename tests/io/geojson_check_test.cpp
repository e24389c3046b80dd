#include "engine/io/geojson_check.h"

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

}  // namespace
}  // namespace koppelkans::io
