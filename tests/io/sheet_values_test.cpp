#include "engine/io/sheet_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/sheet_scene.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class SheetValuesTest : public SheetScene {
  protected:
    /// The one row with a cell of this value and format, quotes written as &quot;.
    std::string number(const std::string& value, const std::string& format) {
        styles_ = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"" + format +
                  "\"/></numFmts><cellXfs><xf numFmtId=\"170\"/><xf numFmtId=\"20\"/>"
                  "<xf numFmtId=\"14\"/></cellXfs></styleSheet>";
        return workbook("<c r=\"B2\" s=\"0\"><v>" + value + "</v></c>");
    }
    std::string styled(const std::string& cell) {
        number("1", "0");
        return workbook(cell);
    }
    std::string with_texts(const std::string& cell, const std::string& texts) {
        std::string file = workbook(cell);
        put("xl/sharedStrings.xml", "<sst>" + texts + "</sst>");
        return file;
    }
};

TEST_F(SheetValuesTest, ANumberWithLettersOfADayInATextOfItsFormatIsRefused) {
    for (const char* format :
         {"&quot;gereed dd. &quot;0", "0&quot;yy&quot;;0", "[dd]0", "&quot;hh &quot;0"}) {
        EXPECT_EQ(refusal(number("2027", format)),
                  path("plan.xlsx") +
                      ", layer plan & zo: its column start is not read, since cell B2 holds 2027 "
                      "with a format of which a text would be taken for the letters of a day; give "
                      "the column another format")
            << format;
    }
}

TEST_F(SheetValuesTest, ANumberWithAnyOtherFormatIsRead) {
    for (const char* format : {"0", "&quot;jaar &quot;0", "[Red]0"}) {
        EXPECT_THAT(starts(number("2027", format)), ElementsAre("2027")) << format;
    }
    for (const char* format : {"yyyy", "dd/mm/yyyy", "&quot;vanaf &quot;yyyy", "[$-413]dd mmmm"}) {
        EXPECT_THAT(starts(number("46492", format)), ElementsAre("2027-04-15")) << format;
    }
    EXPECT_THAT(starts(number("46492.5", "dd/mm/yyyy hh:mm")), ElementsAre("2027-04-15T12:00:00"));
}

TEST_F(SheetValuesTest, ADayThatIsShownAsATimeIsRefused) {
    EXPECT_THAT(refusal(number("46492", "hh:mm")),
                HasSubstr("cell B2 holds a day that is shown as a time"));
    EXPECT_THAT(refusal(styled(R"(<c r="B2" s="1"><v>46492.25</v></c>)")),
                HasSubstr("cell B2 holds a day that is shown as a time"));
    EXPECT_THAT(starts(number("0.5", "hh:mm")), ElementsAre("12:00:00"));
}

TEST_F(SheetValuesTest, ATextInACellOfDaysIsNoDayIn1899) {
    for (const char* cell : {R"(<c r="B2" s="2" t="str"><f>A2</f><v>n.v.t.</v></c>)",
                             R"(<c r="B2" s="2" t="e"><f>A2</f><v>#N/A</v></c>)",
                             R"(<c r="B2" s="2" t="d"><v>2027-04-15T00:00:00</v></c>)"}) {
        EXPECT_THAT(refusal(styled(cell)),
                    AllOf(HasSubstr("its column start is not read, since cell B2 is formatted as a "
                                    "day and holds \""),
                          HasSubstr("would become another day")))
            << cell;
    }
    EXPECT_THAT(starts(styled(R"(<c r="B2" s="2" t="str"><f>A2</f><v></v></c>)")), ElementsAre(""));
    EXPECT_THAT(starts(styled(R"(<c r="B2" s="2" t="str"><f>A2</f><v>46492</v></c>)")),
                ElementsAre("2027-04-15"));
    EXPECT_THAT(
        starts(styled(R"(<c r="B2" s="2" t="inlineStr"><is><t>voorjaar 2027</t></is></c>)")),
        ElementsAre("voorjaar 2027"));
}

TEST_F(SheetValuesTest, ATextThatIsNotThereIsRefused) {
    const std::string texts = "<si><t>voorjaar</t></si><si><t>najaar</t></si>";
    EXPECT_THAT(starts(with_texts(R"(<c r="B2" t="s"><v>1</v></c>)", texts)),
                ElementsAre("najaar"));
    for (const char* number : {"2", "2027", "-1", "x"}) {
        EXPECT_THAT(
            refusal(
                with_texts("<c r=\"B2\" t=\"s\"><v>" + std::string(number) + "</v></c>", texts)),
            HasSubstr("layer plan & zo: this workbook is damaged: cell B2 has text number " +
                      std::string(number) + ", and there are 2"));
    }
    for (const char* cell : {R"(<c r="B2" t="s"/>)", R"(<c r="B2" t="s"><v></v></c>)"}) {
        EXPECT_THAT(refusal(with_texts(cell, texts)),
                    HasSubstr("its column start is not read, since cell B2 names no text"));
    }
}

TEST_F(SheetValuesTest, ATextThatSaysHowItIsPronouncedIsRefusedWhereItIsRead) {
    const std::string texts =
        R"(<si><t>A</t><rPh sb="0" eb="1"><t>FON</t></rPh></si><si><r><t>20</t></r><r><t>27</t></r></si>)";
    EXPECT_THAT(refusal(with_texts(R"(<c r="B2" t="s"><v>0</v></c>)", texts)),
                HasSubstr("cell B2 says how its text is pronounced"));
    EXPECT_THAT(
        starts(with_texts(R"(<c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>0</v></c>)", texts)),
        ElementsAre("2027"));
}

TEST_F(SheetValuesTest, EscapedLettersAreWhatTheyStandFor) {
    EXPECT_THAT(starts(with_texts(R"(<c r="B2" t="s"><v>0</v></c>)",
                                  "<si><t>A_x000D__x005F_x000d_ _x00e9_ _xD800_ _x0000_ _x12</t>"
                                  "</si>")),
                ElementsAre("A\r_x000d_ \xC3\xA9 _xD800_ _x0000_ _x12"));
}

TEST_F(SheetValuesTest, CellsOutOfOrderAreRefused) {
    for (const char* cells :
         {R"(<c r="A2"><v>3</v></c>)", R"(<c r="C2"/><c r="B2"><v>3</v></c>)"}) {
        EXPECT_THAT(refusal(workbook(cells)),
                    HasSubstr("2 is not in its order within its row, and values would come into"));
    }
    EXPECT_THAT(starts(workbook("<c><v>2027</v></c>")), ElementsAre("2027"));
    EXPECT_THAT(starts(workbook(R"(<c r="B2"><v>2027</v></c><c r="E2"/><c/>)")),
                ElementsAre("2027"));
}

/// GDAL would keep each of them in memory: 16 million in a file of 3 MB took a minute and 2 GB.
TEST_F(SheetValuesTest, MoreRowsThanExcelKnowsAreRefused) {
    constexpr int most_rows = 1'048'576;
    std::string rows = R"(<c r="B2"><v>2027</v></c></row>)";
    for (int i = 3; i < most_rows; ++i) {
        rows += "<row/>";
    }
    const domain::InputPlace place{{}, "plan & zo", {}};
    EXPECT_NO_THROW(claims_of_sheet(workbook(rows + "<row>"), place));
    EXPECT_THAT(input_error([&] { claims_of_sheet(workbook(rows + "<row/><row>"), place); }),
                HasSubstr("this sheet has more rows than the 1048576 that Excel knows"));
}

TEST_F(SheetValuesTest, AHiddenSheetIsToldOf) {
    for (const char* state : {"hidden", "veryHidden", "visible"}) {
        state_ = "state=\"" + std::string(state) + "\"";
        EXPECT_THAT(starts(workbook(R"(<c r="B2"><v>2027</v></c>)")), ElementsAre("2027"));
        const auto told = Contains(HasSubstr("this sheet is hidden in its workbook"));
        if (std::string(state) == "visible") {
            EXPECT_THAT(warnings_, Not(told));
        } else {
            EXPECT_THAT(warnings_, told);
        }
    }
}

}  // namespace
}  // namespace koppelkans::io
