#include "engine/io/csv_quotes.h"

#include <random>

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

/// "rows line" of those with more values than the header has columns.
std::string wide_rows(std::string_view text, std::size_t piece) {
    CsvQuotes quotes;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        quotes.follow(text.substr(at, piece));
    }
    EXPECT_EQ(quotes.finish(), std::nullopt) << text;
    return fmt::format("{} {}", quotes.wide_rows(), quotes.wide_line());
}

TEST(CsvQuotesTest, TellsRowsWithMoreValuesThanTheHeaderHasColumns) {
    for (const auto& [text, told] : std::vector<std::pair<const char*, const char*>>{
             {"id,x,y\n1,155000,50,460000,25\n2,1,2\n", "1 2"},
             {"id;naam\n1;a\n2;b;c\n3;d;e\n", "2 3"},
             {"id;naam\r\n1;a\r\n2;b;\"c;d\"\r\n", "1 3"},
             {"id;naam\r1;\"a\rb\";c\r2;b;0", "2 2"},
             {"id,\"na,am\"\n1,a\n2,b,c", "1 3"},
             {"\"id\nnummer\",naam\n1,a,b\n", "0 0"},
             {"id\n1\n2,3\n", "0 0"},
             {"id;naam\n1;a,b,c\n2;\"x;y\"\n3\n", "0 0"},
             {"id;naam\n1;a;;;\n2;b; \t;\"\"\n;;;;\n", "0 0"},
             {"id;naam;\n1;a;b\n", "0 0"},
             {"id;na,am\n1;a;b;c,d,e\n", "0 0"}}) {
        for (const std::size_t piece : {1U, 2U, 7U, 200U}) {
            EXPECT_EQ(wide_rows(text, piece), told) << text << " in pieces of " << piece;
        }
    }
}

class CsvCheckTest : public SourceTest {};

TEST_F(CsvCheckTest, RowsWithMoreValuesThanColumnsAreToldOf) {
    Source one(riool(write("een.csv", "id,naam\n1,a\n2,b,c\n")), run_, rd_);
    EXPECT_THAT(one.warnings(),
                Contains("1 row has more values than the header has columns, on line 3: what "
                         "stands behind the last column is not read, and a separator inside a "
                         "value, such as a decimal comma, shifts all values behind it; put such "
                         "values between quotes"));
    Source two(riool(write("twee.csv", "id,naam\n1,a,b\n2,b,c\n")), run_, rd_);
    EXPECT_THAT(two.warnings(), Contains(HasSubstr("2 rows have more values than the header has "
                                                   "columns, the first on line 2: ")));
    Source none(riool(write("geen.csv", "id,naam\n1,a,\n2,b,,\n")), run_, rd_);
    EXPECT_THAT(none.warnings(), Not(Contains(HasSubstr("more values"))));
}

TEST_F(CsvCheckTest, AHintForExcelIsNoHeader) {
    for (const std::string hint : {"sep=;", "\xEF\xBB\xBFsep=;", "SEP=,", "sep=\t"}) {
        const std::string file = write("plan.csv", hint + "\r\nid;naam\r\n1;a\r\n");
        EXPECT_THAT(input_error([&] { Source(riool(file), run_, rd_); }),
                    AllOf(HasSubstr("is a hint for Excel"), HasSubstr("take that line out")))
            << hint;
    }
    for (const char* header : {"sep=id;naam", "sep;naam", "separator=;naam"}) {
        Source source(riool(write("goed.csv", std::string(header) + "\n1;a\n")), run_, rd_);
        EXPECT_EQ(all_rows(source).size(), 1U) << header;
    }
}

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
