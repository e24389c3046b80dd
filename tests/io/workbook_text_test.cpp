#include "engine/io/workbook_text.h"

#include <gtest/gtest.h>

#include "engine/domain/readable_text.h"
#include "tests/io/report_scene.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using io::cell_text;
using io::escaped_for_excel;
using io::excel_day;
using io::link_to;
using io::sheet_name;

/// As Excel reads what stands in a file: from left to right, each `_xHHHH_` a character.
std::string as_excel_reads(std::string text) {
    for (std::size_t at = text.find("_x"); at < text.size(); at = text.find("_x", at + 1)) {
        if (at + 7 <= text.size() && text[at + 6] == '_' &&
            text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6) {
            const int code = std::stoi(text.substr(at + 2, 4), nullptr, 16);
            text.replace(at, 7, 1, static_cast<char>(code));
        }
    }
    return text;
}

TEST(CellTexts, are_what_they_were) {
    for (const char* text : {"", "Höek", "=1+1", "_x", "_x00_", "snake_x_case", "_xGGGG_"}) {
        const io::CellText made = cell_text(text);
        EXPECT_EQ(made.text, text);
        EXPECT_FALSE(made.is_repaired || made.is_shortened) << text;
    }
}

TEST(CellTexts, tell_what_was_done_to_them) {
    EXPECT_TRUE(cell_text("caf\xE9").is_repaired);
    EXPECT_TRUE(cell_text(std::string("a\0b", 3)).is_repaired);
    EXPECT_FALSE(cell_text("a\r\nb").is_repaired) << "a line end is no fault";
    EXPECT_FALSE(cell_text("a\xEF\xBF\xBD").is_repaired) << "the source has the mark itself";
    EXPECT_FALSE(cell_text(std::string(32767, 'x')).is_shortened);
    EXPECT_TRUE(cell_text(std::string(32768, 'x')).is_shortened);
}

TEST(CellTexts, are_cut_by_units_of_utf16) {
    std::string trees;
    for (int i = 0; i < 16384; ++i) {
        trees += "🌳";
    }
    const io::CellText made = cell_text(trees);
    EXPECT_TRUE(made.is_shortened);
    EXPECT_EQ(domain::utf16_units(made.text), 32767U) << "16,383 trees and an ellipsis";
    EXPECT_TRUE(made.text.ends_with("🌳…"));
    EXPECT_FALSE(cell_text(trees.substr(4)).is_shortened);
}

TEST(CellTexts, stay_texts_where_excel_sees_an_escape) {
    EXPECT_EQ(escaped_for_excel("_x0041_"), "_x005F_x0041_");
    for (const char* text :
         {"_x0041_", "a_x000D_b", "_x0041_x0042_", "__x0041__", "_x005F_x0041_"}) {
        EXPECT_EQ(as_excel_reads(escaped_for_excel(text)), text);
    }
}

TEST(CellTexts, fit_with_their_escapes) {
    std::string text;
    while (text.size() < 40000) {
        text += "_x0041";
    }
    text += '_';
    const io::CellText made = cell_text(text);
    EXPECT_TRUE(made.is_shortened);
    EXPECT_LE(domain::utf16_units(made.text), io::most_text_units);
    EXPECT_TRUE(made.text.ends_with("…"));
    // One escape in a text that fills the cell.
    EXPECT_TRUE(cell_text("_x0041_" + std::string(32760, 'x')).is_shortened);
    EXPECT_FALSE(cell_text("_x0041_" + std::string(32754, 'x')).is_shortened);
}

TEST(ExcelDays, count_from_the_march_of_1900) {
    EXPECT_EQ(excel_day(day("1900-03-01")), 61);
    EXPECT_EQ(excel_day(day("2027-04-15")), 46492);
    EXPECT_EQ(excel_day(day("9999-12-31")), 2958465);
    EXPECT_FALSE(excel_day(day("1900-02-28")));
    EXPECT_FALSE(excel_day(day("0001-01-01")));
    EXPECT_FALSE(excel_day(time::Day::open_before()));
    EXPECT_FALSE(excel_day(time::Day::open_after()));
}

TEST(SheetNames, are_what_excel_takes) {
    EXPECT_EQ(sheet_name("Risico's", {}), "Risico's");
    EXPECT_EQ(sheet_name("a/b\\c?d*e[f]g:h", {}), "a-b-c-d-e-f-g-h");
    EXPECT_EQ(sheet_name("'quoted'", {}), "quoted");
    EXPECT_EQ(sheet_name("", {}), "Blad");
    EXPECT_EQ(sheet_name(" ' ", {}), "Blad");
    EXPECT_EQ(sheet_name(std::string(31, 'x'), {}), std::string(31, 'x'));
    EXPECT_EQ(sheet_name(std::string(32, 'x'), {}), std::string(30, 'x') + "…");
    EXPECT_EQ(sheet_name(std::string(30, 'x') + "' en meer", {}), std::string(30, 'x') + "…");
}

TEST(SheetNames, differ) {
    EXPECT_EQ(sheet_name("buurten", {"Overzicht", "Buurten"}), "buurten (2)");
    EXPECT_EQ(sheet_name("Buurten", {"Buurten", "buurten (2)"}), "Buurten (3)");
    const std::string name(31, 'x');
    EXPECT_EQ(sheet_name(name, {name}), std::string(26, 'x') + "… (2)");
}

TEST(Links, are_relative_urls) {
    EXPECT_EQ(link_to("buurt/BU02890101.html"), "buurt/BU02890101.html");
    EXPECT_EQ(link_to("a b/c#d%e?f&g:h.html"), "a%20b/c%23d%25e%3Ff%26g%3Ah.html");
    EXPECT_EQ(link_to("buurt/Höek.html"), "buurt/Höek.html");
    EXPECT_EQ(link_to("internal:x"), "internal%3Ax")
        << "a word that means something to the library";
    EXPECT_EQ(link_to(std::string(2079, 'x')).size(), 2079U);
    EXPECT_EQ(link_to(std::string(2080, 'x')), "");
    EXPECT_EQ(link_to(""), "");
}

}  // namespace

}  // namespace koppelkans::test
