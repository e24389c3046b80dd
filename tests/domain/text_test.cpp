#include "engine/domain/text.h"

#include <string>

#include <gtest/gtest.h>

#include "engine/domain/plain_number.h"

namespace koppelkans::domain {
namespace {

TEST(PlainNumber, IsAllOfTheTextInTheWayOfPrograms) {
    EXPECT_EQ(plain_number<double>("+7.5e1"), 75.0);
    EXPECT_EQ(plain_number<double>("-.5"), -0.5);
    EXPECT_EQ(plain_number<double>("1e-400"), 0.0);
    EXPECT_EQ(plain_number<int>("-7"), -7);
    for (const char* text : {"", "+", "+-7", "--7", "7,5", " 7", "7 ", "7.5m", "1e999", "0x7"}) {
        EXPECT_EQ(plain_number<double>(text), std::nullopt) << text;
    }
    EXPECT_EQ(plain_number<int>("7.5"), std::nullopt);
    EXPECT_EQ(plain_number<int>("99999999999"), std::nullopt);
}

TEST(Trimmed, TakesBlanksOfEveryKindFromBothEnds) {
    EXPECT_EQ(trimmed("  a b \t\r\n"), "a b");
    EXPECT_EQ(trimmed("\xC2\xA0 BU0289 \xC2\xA0"), "BU0289");
    EXPECT_EQ(trimmed(" \xC2\xA0\t "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Trimmed, LeavesAHalfNoBreakSpaceAlone) {
    EXPECT_EQ(trimmed("\xA0x"), "\xA0x");
}

TEST(Folded, LowersAsciiAndLatinLetters) {
    EXPECT_EQ(folded("  RIOOL-Vervanging "), "riool-vervanging");
    EXPECT_EQ(folded("GEÏNITIEERD ÉÉN"), "geïnitieerd één");
}

TEST(Folded, KeepsTheTimesSignAndOtherScripts) {
    EXPECT_EQ(folded("3×4 Ω"), "3×4 Ω");
}

TEST(UpperCode, TouchesOnlyAsciiLetters) {
    EXPECT_EQ(upper_code(" bu0363a00a "), "BU0363A00A");
    EXPECT_EQ(upper_code("é1"), "é1");
}

struct NumberCase {
    const char* text;
    std::optional<double> value;
};
class ReadNumber : public testing::TestWithParam<NumberCase> {};

TEST_P(ReadNumber, ReadsOrRefuses) {
    EXPECT_EQ(read_number(GetParam().text), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, ReadNumber,
    testing::Values(NumberCase{"3", 3.0}, NumberCase{" 3,5 ", 3.5}, NumberCase{"3.50", 3.5},
                    NumberCase{"-0,25", -0.25}, NumberCase{"+2", 2.0}, NumberCase{"1e3", 1000.0},
                    NumberCase{"173456,78", 173456.78}, NumberCase{"", std::nullopt},
                    NumberCase{",", std::nullopt}, NumberCase{"3 m", std::nullopt},
                    NumberCase{"1.234,5", std::nullopt}, NumberCase{"1,234,567", std::nullopt},
                    NumberCase{"nan", std::nullopt}, NumberCase{"inf", std::nullopt},
                    NumberCase{"1e999", std::nullopt}, NumberCase{"+-2", std::nullopt},
                    NumberCase{"0x10", std::nullopt}, NumberCase{"drie", std::nullopt}));

TEST(CsvLine, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(csv_line({"riool:1", "warmte:2"}), "riool:1;warmte:2");
    EXPECT_EQ(csv_line({"a;b", "c\"d", "e\nf"}), "\"a;b\";\"c\"\"d\";\"e\nf\"");
    EXPECT_EQ(csv_line({"say \"hi\""}), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(csv_line({"cr\rhere", ""}), "\"cr\rhere\";");
    EXPECT_EQ(csv_line({""}), "");
    EXPECT_EQ(csv_line({}), "");
}

TEST(Nearest, FindsASlipOfThePen) {
    const std::vector<std::string> keys = {"horizon", "aanloop", "peildatum"};
    EXPECT_EQ(nearest("horizn", keys), "horizon");
    EXPECT_EQ(nearest("Peildatm", keys), "peildatum");
}

/// Of a file that names a column of megabytes.
TEST(Nearest, TakesTextsOfAnyLength) {
    const std::string endless(2'000'000, 'a');
    EXPECT_EQ(nearest(endless, {"naam", endless}), "");
    EXPECT_EQ(nearest("nam", {endless, "naam"}), "naam");
}

TEST(Nearest, ProposesNothingFarOff) {
    const std::vector<std::string> keys = {"horizon", "crs"};
    EXPECT_EQ(nearest("bestand", keys), "");
    EXPECT_EQ(nearest("xyz", keys), "");
    EXPECT_EQ(nearest("", keys), "");
}

TEST(SqlText, DoublesQuotesAndNothingElse) {
    EXPECT_EQ(sql_text(""), "''");
    EXPECT_EQ(sql_text("it's"), "'it''s'");
    EXPECT_EQ(sql_text("a \\ \" b"), "'a \\ \" b'");
}

TEST(CsvValues, ReadWhatACsvLineIs) {
    const std::vector<std::vector<std::string>> lists{
        {"a"}, {"a", "b;c", "d \"e\""}, {"", "x"}, {"\""}, {";", ";"}, {"riool:1", "groen:\"7\""}};
    for (const std::vector<std::string>& list : lists) {
        EXPECT_EQ(csv_values(csv_line(list)), list) << csv_line(list);
    }
    EXPECT_TRUE(csv_values("").empty());
}

}  // namespace
}  // namespace koppelkans::domain
