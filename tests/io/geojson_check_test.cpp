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
    EXPECT_EQ(count(R"({"features":[]})"), 0);
    EXPECT_EQ(count(R"({"features" : [ {"a":[1,2]} , null,"x,y",5 ,[], [[1],[2]], {}]})"), 7);
    EXPECT_EQ(count(R"({"features":[{}],"a":1,"features":[{},{}]})"), 3);
}

TEST(FeatureCountTest, IsNotLedAstrayByTheSameWordElsewhere) {
    EXPECT_EQ(count(R"({"type":"Feature","properties":{"features":[1,2]}})"), -1);
    EXPECT_EQ(count(R"({"m":{"features":[1,2]},"n":"features","o":[["features",[1]]],)"
                    R"("features":[{"features":[1,2]},{"a":"\"features\":[1,\\"}]})"),
              2);
    EXPECT_EQ(count(R"({"features":{"0":{}}})"), -1);
    EXPECT_EQ(count(R"({"features2":[1]})"), -1);
    EXPECT_EQ(count(""), -1);
}

TEST(FeatureCountTest, DepthTakesNoStack) {
    const std::string deep = std::string(1000000, '[') + std::string(1000000, ']');
    EXPECT_EQ(count(R"({"features":[)" + deep + "," + deep + "]}"), 2);
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
