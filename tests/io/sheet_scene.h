#pragma once

#include <string>
#include <vector>

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {

/// Workbooks as programs write them, cell by cell.
class SheetScene : public SourceTest {
  protected:
    void put(const std::string& name, const std::string& text) const {
        VSILFILE* const file = VSIFOpenL((archive_ + name).c_str(), "wb");
        ASSERT_NE(file, nullptr);
        EXPECT_EQ(VSIFWriteL(text.data(), 1, text.size(), file), text.size());
        VSIFCloseL(file);
    }

    /// Two sheets, "plan & zo" with a header and one row of which these are the cells from B on,
    /// and "ander"; gives the name of the file.
    std::string workbook(const std::string& cells, const std::string& properties = "",
                         const std::string& other = "") {
        const std::string sheet =
            R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
            R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c>)"
            R"(<c r="B1" t="inlineStr"><is><t>start</t></is></c></row><row r="2">)"
            R"(<c r="A2"><v>1</v></c>{}</row></sheetData></worksheet>)";
        std::string file = path("plan.xlsx");
        VSIUnlink(file.c_str());
        archive_ = "/vsizip/" + file + "/";
        VSILFILE* const all = VSIFOpenL(("/vsizip/" + file).c_str(), "wb");  // keeps it open
        put("[Content_Types].xml",
            R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
            R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
            R"(<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml")"
            R"( ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
            R"(<Override PartName="/xl/worksheets/sheet1.xml")"
            R"( ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>)");
        put("_rels/.rels",
            R"(<Relationships><Relationship Id="rId1" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>)");
        put("xl/styles.xml", styles_);
        put("xl/_rels/workbook.xml.rels",
            R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>)"
            R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>)");
        put("xl/workbook.xml",
            "<" + prefix_ + "workbook>" + properties + "<" + prefix_ + "sheets><" + prefix_ +
                R"(sheet name="plan &amp; zo" sheetId="1" r:id="rId1" )" + state_ + "/><" +
                prefix_ + R"(sheet name="ander" sheetId="2" r:id="rId2"/></)" + prefix_ +
                "sheets></" + prefix_ + "workbook>");
        put("xl/worksheets/sheet1.xml", fmt::format(fmt::runtime(sheet), cells));
        put("xl/worksheets/sheet2.xml", fmt::format(fmt::runtime(sheet), other));
        VSIFCloseL(all);
        return file;
    }
    std::vector<std::string> starts(const std::string& file, const char* laag = "plan & zo") {
        BronConfiguration bron = riool(file);
        bron.laag = laag;
        Source source(bron, run_, rd_);
        std::vector<std::string> texts;
        for (const domain::InputRow& row : all_rows(source)) {
            texts.push_back(row.text(domain::Veld::start));
        }
        warnings_ = source.warnings();
        return texts;
    }
    std::string refusal(const std::string& file, const char* laag = "plan & zo") {
        return input_error([&] { starts(file, laag); });
    }

    std::string prefix_;  ///< of the elements that list the sheets
    std::string state_;   ///< an attribute of the first sheet
    std::string styles_ = "<styleSheet><cellXfs/></styleSheet>";
    std::vector<std::string> warnings_;  ///< of the sheet that was read last

  private:
    std::string archive_;
};

}  // namespace koppelkans::io
