#include "engine/io/csv_quotes.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// What is said of a text that comes in pieces of this size.
std::string fault_of(std::string_view text, std::size_t piece) {
    CsvQuotes quotes;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        quotes.follow(text.substr(at, piece));
    }
    return quotes.finish().value_or("");
}

std::string fault_of(std::string_view text) {
    return fault_of(text, std::max<std::size_t>(text.size(), 1));
}

TEST(CsvQuotesTest, AQuoteInsideAValueMayNotJoinLines) {
    EXPECT_EQ(fault_of("id,naam\n1,buis 24\" breed\n2,b\n3,\"c\"\n4,d\" x\n"),
              "line 2 of this CSV has a quote (\") inside a value that does not begin with one, by "
              "which the rows up to line 5 would be lost; put the value between quotes and double "
              "the quote inside it, as in \"pipe of 24\"\"\"");
}

TEST(CsvQuotesTest, AQuoteThatClosesLinesLaterInAnotherValueIsToldOfWhereItOpens) {
    EXPECT_EQ(fault_of("id,naam\n1,a\n2,\"oude\n3,\"nieuwe\" buis\n4,\"nee\n"),
              "the quote (\") that begins a value on line 3 of this CSV is closed on line 4, with "
              "more text behind it, so rows in between would be lost; close the quote where its "
              "value ends, and double one that belongs to it");
}

TEST(CsvQuotesTest, AQuoteThatIsNeverClosedIsToldOf) {
    EXPECT_EQ(fault_of("id,naam\n1,a\n2,\"24\"\" buis\n3,c\n"),
              "line 3 of this CSV opens a quote (\") that is not closed before the end of the "
              "file, so all behind it would be one value; close it where its value ends, and "
              "double one that belongs to it");
    EXPECT_THAT(fault_of("id,naam\n1,24\" buis\n3,c\n"), HasSubstr("line 2 of"));
    EXPECT_THAT(fault_of("id,\"naam\n1,a\n3,c\n"), HasSubstr("line 1 of"));
}

TEST(CsvQuotesTest, ValuesOfSeveralLinesAreWellFormed) {
    for (const char* text :
         {"id,naam\n1,\"a\nb\"\n2,c\n", "id;naam\r\n1;\"a\r\nb\"\"\r\n\";\"\"\r\n2;c\r\n",
          "id\tnaam\r1\t\"a\rb\"\r2\tc", "\xEF\xBB\xBF\"id\"|naam\n\"1\n\"|\"a\n\n\n|b\"\n",
          "id,naam\n1, \"a\nb\" ,3\n2,c\n", "id,\"naam\nen meer\"\n1,a\n",
          "id,naam\n1,\"a;\n\"\"\"\n", "id;na,am\n1,\"a\nb\"\n2;\"a\nb\"\n"}) {
        EXPECT_EQ(fault_of(text), "") << text;
    }
}

TEST(CsvQuotesTest, QuotesThatBalanceOnTheirLineLoseNothing) {
    for (const char* text : {"id,naam\n1,24\" x 30\"\n2,b\n", "id,naam\n1,\"a\" b\n2,b\n",
                             "id,naam\n1,a\"\"\n2,\"b\nc\"\n", "", "\"\"", "id\n\"\"\n"}) {
        EXPECT_EQ(fault_of(text), "") << text;
    }
}

TEST(CsvQuotesTest, TheSeparatorIsThatOfTheHeader) {
    EXPECT_THAT(fault_of("id;naam\n1;\"a\nb\",c\n2;b\n"), HasSubstr("closed on line 3"));
    EXPECT_THAT(fault_of("id;naam\n1;a,\"b\nc\"\n2;b\n"), HasSubstr("line 2 of"));
    EXPECT_EQ(fault_of("id,\"na;am\"\n1,\"a\nb\",c\n"), "");
}

TEST(CsvQuotesTest, HowAFileComesInPiecesMakesNoDifference) {
    std::mt19937 random(20261128);
    const std::string letters = "ab,;\"\"\n\n\r ";
    int faults = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text = "id,naam\n";
        for (std::size_t size = random() % 60; size > 0; --size) {
            text += letters[random() % letters.size()];
        }
        const std::string whole = fault_of(text);
        faults += whole.empty() ? 0 : 1;
        for (const std::size_t piece : {1U, 2U, 7U, 20U}) {
            ASSERT_EQ(fault_of(text, piece), whole) << text;
        }
    }
    EXPECT_GT(faults, 1000);
    EXPECT_LT(faults, 4000);
}

class CsvCheckTest : public SourceTest {};

TEST_F(CsvCheckTest, NoRowIsLostBehindAQuote) {
    for (const char* name : {"plan.csv", "plan.tsv"}) {
        const std::string file = write(name, "id\tnaam\n1\ta\n2\tbuis 24\" breed\n3\tc\n4\td\n");
        EXPECT_THAT(input_error([&] { Source(riool(file), run_, rd_); }),
                    AllOf(HasSubstr(file + ": line 3 of this CSV"), HasSubstr("close it where")));
    }
    Source source(riool(write("goed.csv", "id,naam\n1,\"a\nb\"\n2,24\" x 30\"\n3,c\n")), run_, rd_);
    EXPECT_EQ(all_rows(source).size(), 3U);
}

}  // namespace
}  // namespace koppelkans::io
