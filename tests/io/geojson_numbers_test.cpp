#include "engine/io/geojson_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(ShorterNumberTest, IsOneThatGdalWroteOut) {
    for (const auto& [text, number] : std::vector<std::pair<const char*, const char*>>{
             {"1.1000000000000001", "1.1"},
             {"-0.29999999999999999", "-0.3"},
             {"155000.10000000001", "155000.1"},
             {"0.30000000000000004", ""},  // which is that very number
             {"3.1415926535897931", "3.141592653589793"},
             {"1.1", ""},
             {"1.10", ""},
             {"1.100000000000000001.2", ""},
             {"12345678901234567", ""},
             {"1.1000000000000001 m", ""},
             {"2027-04-15", ""},
             {"", ""}}) {
        EXPECT_EQ(shorter_number(text), number) << text;
    }
}

TEST(QuotedNumbersTest, AreThoseInQuotesHoweverTheyCome) {
    const std::string text =
        R"({"a":"1.1000000000000001","b":2.1000000000000001,"3.1000000000000001":"\"",)"
        R"("c":["4.1000000000000001"],"d":"5.1","e":" 6.1000000000000001","f":"\\"})";
    for (const std::size_t piece : {1U, 5U, 200U}) {
        QuotedNumbers quoted;
        for (std::size_t at = 0; at < text.size(); at += piece) {
            quoted.follow(std::string_view(text).substr(at, piece));
        }
        EXPECT_THAT(quoted.all(),
                    ElementsAre("1.1000000000000001", "3.1000000000000001", "4.1000000000000001"));
    }
}

class GeoJsonNumbers : public SourceTest {
  protected:
    /// The ids that features have of which these are written, in row order.
    std::vector<std::string> ids(const std::vector<std::string>& written) {
        std::string features;
        for (const std::string& id : written) {
            features += std::string(features.empty() ? "" : ",") +
                        R"({"type":"Feature","properties":{"id":)" + id + R"(},"geometry":null})";
        }
        write("p.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}");
        Source source(riool(path("p.geojson")), run_, rd_);
        std::vector<std::string> found;
        for (const domain::InputRow& row : all_rows(source)) {
            found.push_back(row.text(domain::Veld::id));
        }
        return found;
    }
};

TEST_F(GeoJsonNumbers, BesideTextsAreReadAsTheyWereWritten) {
    EXPECT_THAT(ids({"1.1", "\"een\"", "0.3", "1.25", "7", "0.30000000000000004"}),
                ElementsAre("1.1", "een", "0.3", "1.25", "7", "0.30000000000000004"));
}

TEST_F(GeoJsonNumbers, InQuotesStayAsTheyAre) {
    EXPECT_THAT(ids({"\"1.1000000000000001\"", "2.1", "\"een\""}),
                ElementsAre("1.1000000000000001", "2.1", "een"));
}

TEST_F(GeoJsonNumbers, BesideDecimalsThatLoseDigitsAreRefused) {
    for (const char* large : {"1680010000012345678", "9007199254740993", "-9007199254740993"}) {
        EXPECT_THAT(input_error([&] {
                        ids({"1.5", large});
                    }),
                    AllOf(HasSubstr("row 1"),
                          HasSubstr("its column id holds decimals and a number "
                                    "beyond 9007199254740992"),
                          HasSubstr("write such numbers in quotes")));
        EXPECT_THAT(ids({"1", large}), ElementsAre("1", large));
        EXPECT_THAT(ids({"1.5", '"' + std::string(large) + '"'}), ElementsAre("1.5", large));
    }
    EXPECT_THAT(ids({"1.5", "9007199254740991"}), ElementsAre("1.5", "9007199254740991"));
    EXPECT_THAT(ids({"1.5", "1e20"}), ElementsAre("1.5", "100000000000000000000"));
}

}  // namespace
}  // namespace koppelkans::io
