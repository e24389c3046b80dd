#include "engine/io/sheet_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/sheet_scene.h"

namespace koppelkans::io {
namespace {

using ::testing::ElementsAre;

class SheetNumbersTest : public SheetScene {
  protected:
    /// One cell a row, from B2 on; what does not begin with a digit or a sign is a text.
    std::string column(const std::vector<std::string>& values) {
        std::string cells;
        std::size_t row = 2;
        for (const std::string& value : values) {
            cells += row == 2
                         ? ""
                         : fmt::format(R"(</row><row r="{0}"><c r="A{0}"><v>{0}</v></c>)", row);
            const bool is_number = value.find_first_not_of("-0123456789") != 0 && !value.empty();
            cells += is_number ? fmt::format("<c r=\"B{}\"><v>{}</v></c>", row, value)
                               : fmt::format("<c r=\"B{}\" t=\"inlineStr\"><is><t>{}</t></is></c>",
                                             row, value);
            ++row;
        }
        return workbook(cells);
    }
};

TEST_F(SheetNumbersTest, AWholeNumberThatWouldBecomeAnotherTextIsRefused) {
    struct Case {
        std::vector<std::string> values;
        const char* cell;
    };
    for (const Case& one : std::vector<Case>{
             {{"1234567890123456", "12.5", "abc"}, "B2 holds 1234567890123456"},
             {{"12.5", "1234567890123456", "abc"}, "B3 holds 1234567890123456"},
             {{"12.5", "1000000000000000", "abc"}, "B3 holds 1000000000000000"},
             {{"12.5", "1.2345678901234561E+16", "abc"}, "B3 holds 1.2345678901234561E+16"},
             {{"12345678901234567", "12.5"}, "B2 holds 12345678901234567"},
             {{"12.5", "12345678901234567"}, "B3 holds 12345678901234567"},
             {{"12345678901234567890"}, "B2 holds 12345678901234567890"},
             {{"abc", "1.2345678901234561E+16"}, "B3 holds 1.2345678901234561E+16"},
             {{"abc", "1.2345678E7"}, "B3 holds 1.2345678E7"}}) {
        EXPECT_EQ(refusal(column(one.values)),
                  path("plan.xlsx") +
                      ", layer plan & zo: its column start is not read, since cell " + one.cell +
                      ", which would be read as another text than its digits; save the sheet as "
                      "CSV and name that");
    }
}

TEST_F(SheetNumbersTest, AnyOtherNumberIsRead) {
    using Texts = std::vector<std::string>;
    for (const Texts& values : std::vector<Texts>{{"1234567890123456789"},
                                                  {"1234567890123456789", "abc"},
                                                  {"abc", "1234567890123456789", "12.5"},
                                                  {"1234567890123456", "12.5"},
                                                  {"123456789012345", "12.5", "abc"},
                                                  {"12.5", "0.25", "-3", "abc"},
                                                  {"abc", "12345678901234567890"}}) {
        EXPECT_EQ(starts(column(values)), values) << ::testing::PrintToString(values);
    }
    EXPECT_THAT(starts(column({"1.2345678E7", "1.234567890123456E15"})),
                ElementsAre("12345678", "1234567890123456"));
}

}  // namespace
}  // namespace koppelkans::io
