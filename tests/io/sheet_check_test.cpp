#include "engine/io/sheet_check.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/sheet_scene.h"

namespace koppelkans::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using SheetCheckTest = SheetScene;

TEST_F(SheetCheckTest, AFormulaWithoutItsValueIsRefused) {
    for (const char* cell :
         {R"(<c r="B2"><f>DATE(2027,4,15)</f></c>)", R"(<c r="B2"><f>TODAY()</f><v></v></c>)",
          R"(<c r="B2"><f>TODAY()</f><v/></c>)", R"(<c r="B2" s="1"><f t="shared" si="0"/></c>)"}) {
        EXPECT_EQ(refusal(workbook(cell)),
                  path("plan.xlsx") +
                      ", layer plan & zo: cell B2 holds a formula without the value that it gave, "
                      "which would be lost; open the workbook in a spreadsheet program and save "
                      "it there")
            << cell;
    }
}

TEST_F(SheetCheckTest, AFormulaWithItsValueIsRead) {
    EXPECT_THAT(starts(workbook(R"(<c r="B2"><f>YEAR(A2)</f><v>2027</v></c>)")),
                ElementsAre("2027"));
    EXPECT_THAT(starts(workbook(R"(<c r="B2"><f>A2</f><v>0</v></c>)")), ElementsAre("0"));
    EXPECT_THAT(starts(workbook(R"(<c r="B2" t="str"><f>""</f><v></v></c>)")), ElementsAre(""));
    EXPECT_THAT(starts(workbook(R"(<c r="B2" t="str"><f>""</f></c>)")), ElementsAre(""));
    EXPECT_THAT(starts(workbook(R"(<c r="B2" s="1"/>)")), ElementsAre(""));
}

TEST_F(SheetCheckTest, ATextInTheCellOfSeveralPartsIsRefused) {
    EXPECT_THAT(
        refusal(workbook(R"(<c r="B2" t="inlineStr"><is><r><t>2027</t></r><r><rPr/><t>-04-15)"
                         R"(</t></r></is></c>)")),
        HasSubstr("layer plan & zo: cell B2 holds a text of several parts, of which GDAL "
                  "reads the first alone"));
    EXPECT_THAT(starts(workbook(R"(<c r="B2" t="inlineStr"><is><r><t></t></r><r><t>2027</t></r>)"
                                R"(<rPh sb="0" eb="1"><t>x</t></rPh></is></c>)")),
                ElementsAre("2027"));
}

TEST_F(SheetCheckTest, DaysThatAreCountedFrom1904AreRefused) {
    const std::string cell = R"(<c r="B2"><v>2027</v></c>)";
    for (const char* value : {"1", "true"}) {
        EXPECT_THAT(refusal(workbook(cell, fmt::format("<workbookPr date1904=\"{}\"/>", value))),
                    HasSubstr("this workbook counts its days from 1904, and they would be read "
                              "four years too early; save the sheet as CSV"));
    }
    for (const char* value : {"0", "false"}) {
        EXPECT_THAT(starts(workbook(cell, fmt::format("<workbookPr date1904=\"{}\"/>", value))),
                    ElementsAre("2027"));
    }
}

TEST_F(SheetCheckTest, RowsWithAPrefixAreRefused) {
    EXPECT_EQ(refusal(workbook(R"(</row><x:row r="3"><x:c r="A3"/></x:row><row r="4">)")),
              path("plan.xlsx") +
                  ", layer plan & zo: its rows are written with a prefix (x:row), of which GDAL "
                  "reads none; open the workbook in a spreadsheet program and save it there");
}

TEST_F(SheetCheckTest, TextsOfAWorkbookWithAPrefixAreRefused) {
    for (const char* prefix : {"x:", ""}) {
        const std::string file = workbook(R"(<c r="B2" t="s"><v>0</v></c>)");
        put("xl/sharedStrings.xml",
            fmt::format("<{0}sst><{0}si><{0}t>voorjaar</{0}t></{0}si></{0}sst>", prefix));
        if (*prefix == '\0') {
            EXPECT_THAT(starts(file), ElementsAre("voorjaar"));
        } else {
            EXPECT_THAT(refusal(file), HasSubstr("missing, empty or written with prefixes"));
        }
    }
}

TEST_F(SheetCheckTest, AWorkbookOfWhichTheListOfSheetsHasAPrefixIsLookedAtAllTheSame) {
    prefix_ = "x:";
    EXPECT_THAT(starts(workbook(R"(<c r="B2"><v>2027</v></c>)")), ElementsAre("2027"));
    const std::string file = workbook(R"(<c r="B2"><f>TODAY()</f></c>)");
    EXPECT_THAT(refusal(file), HasSubstr("cell B2 holds a formula"));
}

TEST_F(SheetCheckTest, LooksAtTheSheetThatIsReadAlone) {
    const std::string broken = R"(<c r="B2"><f>TODAY()</f></c>)";
    const std::string file = workbook(R"(<c r="B2"><v>2027</v></c>)", "", broken);
    EXPECT_THAT(starts(file), ElementsAre("2027"));
    EXPECT_THAT(refusal(file, "ander"), HasSubstr("layer ander: cell B2"));
}

}  // namespace
}  // namespace koppelkans::io
