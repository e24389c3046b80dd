#include "engine/io/ods_check.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::Veld;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text(const std::string& value) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + value +
           "</text:p></table:table-cell>";
}

std::string row(const std::string& cells, const std::string& repeated = "1") {
    return "<table:table-row table:number-rows-repeated=\"" + repeated + "\">" + cells +
           "</table:table-row>";
}

const std::string comment =
    "<office:annotation><dc:date>2026-01-01</dc:date><text:p>let op</text:p></office:annotation>";
/// Empty rows up to the end of a sheet that has so many before.
std::string last_rows(int before) {
    return row("<table:table-cell table:number-columns-repeated=\"1024\"/>",
               std::to_string(1048575 - before)) +
           row("<table:table-cell table:style-name=\"ce1\"/>");
}

/// Sheets as spreadsheet programs write them, cell by cell.
class OdsCheckTest : public SourceTest {
  protected:
    /// A sheet "plannen" with a header and these rows; gives the name of the file.
    std::string sheet(const std::string& rows, const std::string& header = "naam") {
        std::string file = path("plan.ods");
        VSIUnlink(file.c_str());
        VSILFILE* const all = VSIFOpenL(("/vsizip/" + file).c_str(), "wb");  // keeps it open
        put(file, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        put(file, "content.xml",
            "<?xml version=\"1.0\"?><office:document-content "
            "xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:dc=\"d\"><office:body>"
            "<office:spreadsheet><table:table table:name=\"ander\">" +
                row(text("id")) + row(text("1")) +
                "</table:table><table:table table:name=\"plannen\">" +
                row(text("id") + text(header) + text("start")) + rows +
                "</table:table></office:spreadsheet></office:body></office:document-content>");
        VSIFCloseL(all);
        return file;
    }
    /// "1|Kade|2027" of each row.
    std::vector<std::string> rows_of(const std::string& file) {
        BronConfiguration bron = riool(file);
        bron.laag = "plannen";
        Source source(bron, run_, rd_);
        std::vector<std::string> rows;
        for (const domain::InputRow& one : all_rows(source)) {
            rows.push_back(fmt::format("{}|{}|{}", one.text(Veld::id), one.text(Veld::naam),
                                       one.text(Veld::start)));
        }
        warnings_ = source.warnings();
        return rows;
    }
    std::string refusal(const std::string& file) {
        return input_error([&] { rows_of(file); });
    }
    std::vector<std::string> warnings_;

  private:
    static void put(const std::string& file, const std::string& name, const std::string& bytes) {
        VSILFILE* const part = VSIFOpenL(("/vsizip/" + file + "/" + name).c_str(), "wb");
        ASSERT_NE(part, nullptr);
        EXPECT_EQ(VSIFWriteL(bytes.data(), 1, bytes.size(), part), bytes.size());
        VSIFCloseL(part);
    }
};

const std::string first = row(text("1") + text("Kade") + text("2027"));
const std::string second = row(text("2") + text("Dam") + text("2028"));

TEST_F(OdsCheckTest, ARowThatIsRepeatedUpToTheEndOfTheSheetIsRefusedWhereItHoldsSomething) {
    for (const char* times : {"1048573", "10000000", "100000000", "4294967297"}) {
        EXPECT_EQ(refusal(sheet(first + row(text("2"), times) + second)),
                  path("plan.ods") + ", layer plannen: row 3 is repeated " + times +
                      " times, and row 3 and all behind it would be lost; take the repeated rows "
                      "out in a spreadsheet program and save it there");
    }
}

TEST_F(OdsCheckTest, RowsBehindEmptyOnesUpToTheEndOfTheSheetAreRefused) {
    EXPECT_THAT(refusal(sheet(first + second + row("<table:table-cell/>", "1048572") + second)),
                HasSubstr("row 4 is repeated 1048572 times, and row 1048576 and all"));
}

TEST_F(OdsCheckTest, EmptyRowsUpToTheEndOfTheSheetAreTheEnd) {
    EXPECT_THAT(rows_of(sheet(first + second + last_rows(3))),
                ElementsAre("1|Kade|2027", "2|Dam|2028"));
    EXPECT_THAT(
        rows_of(sheet(first + row("<table:table-cell/>", "5000") + second + last_rows(5003))),
        ElementsAre("1|Kade|2027", "2|Dam|2028"));
}

TEST_F(OdsCheckTest, ACommentThatWouldBecomePartOfAValueIsRefusedWhereItIsRead) {
    const std::string commented = "<table:table-cell office:value-type=\"string\">" + comment +
                                  "<text:p>Dam</text:p></table:table-cell>";
    EXPECT_EQ(refusal(sheet(first + row(text("2") + commented + text("2028")))),
              path("plan.ods") +
                  ", layer plannen: its column naam is not read, since the comment of cell B3 "
                  "would become part of its value; take comments out of the sheet");
    const std::string in_empty = "<table:table-cell>" + comment + "</table:table-cell>";
    EXPECT_THAT(refusal(sheet(first + row(text("2") + in_empty + text("2028")))),
                HasSubstr("the comment of cell B3 would become its value"));
    EXPECT_THAT(rows_of(sheet(row(text("2") + commented + text("2028")), "opmerking")),
                ElementsAre("2||2028"));
}

TEST_F(OdsCheckTest, ACommentThatIsPassedOverIsNoFault) {
    const std::string number =
        "<table:table-cell office:value-type=\"float\" office:value=\"2027\">" + comment +
        "<text:p>2027</text:p></table:table-cell>";
    const std::string in_empty = "<table:table-cell>" + comment + "</table:table-cell>";
    EXPECT_THAT(rows_of(sheet(row(text("1") + text("Kade") + number) +
                              row(text("2") + text("Dam") + in_empty))),
                ElementsAre("1|Kade|2027", "2|Dam|"));
}

TEST_F(OdsCheckTest, ACommentInTheHeaderIsRefused) {
    const std::string header = "naam</text:p>" + comment + "<text:p>";
    EXPECT_THAT(refusal(sheet(first, header)),
                HasSubstr("layer plannen: of its header the comment of cell B1 would become part"));
}

TEST_F(OdsCheckTest, ATextInAnAttributeAloneIsRefused) {
    EXPECT_THAT(refusal(sheet(row(text("1") +
                                  "<table:table-cell office:value-type=\"string\" "
                                  "office:string-value=\"Kade\"/>" +
                                  text("2027")))),
                HasSubstr("cell B2 has its text in office:string-value alone"));
    EXPECT_THAT(rows_of(sheet(row(text("1") +
                                  "<table:table-cell office:value-type=\"string\" "
                                  "office:string-value=\"Kade\"><text:p>Kade</text:p>"
                                  "</table:table-cell>" +
                                  text("2027")))),
                ElementsAre("1|Kade|2027"));
}

TEST_F(OdsCheckTest, CellsBehindMergedOnesThatWouldMoveAreRefused) {
    const auto merged = [](const char* covered) {
        return "<table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\">"
               "<text:p>1</text:p></table:table-cell><table:covered-table-cell " +
               std::string(covered) + "/>";
    };
    EXPECT_THAT(rows_of(sheet(row(merged("") + text("2027")))), ElementsAre("1||2027"));
    const char* two = "table:number-columns-repeated=\"2\"";
    EXPECT_THAT(rows_of(sheet(row(merged(two)))), ElementsAre("1||"));
    EXPECT_THAT(refusal(sheet(row(merged(two) + text("2027")))),
                HasSubstr("cell D2 stands behind merged cells, and would come into another"));
}

TEST_F(OdsCheckTest, LineBreaksWithinAParagraphAreToldOf) {
    rows_of(sheet(row(text("1") + text("Kade<text:s/>2") + text("2027"))));
    EXPECT_THAT(warnings_, Not(Contains(HasSubstr("line break"))));
    for (const char* element : {"<text:line-break/>", "<text:tab/>"}) {
        EXPECT_THAT(rows_of(sheet(
                        row(text("1") + text(std::string("Kade") + element + "2") + text("2027")))),
                    ElementsAre("1|Kade2|2027"));
        EXPECT_THAT(warnings_, Contains("cells such as B2 hold a line break or tab, which is left "
                                        "out of what is read"));
    }
}

}  // namespace
}  // namespace koppelkans::io
