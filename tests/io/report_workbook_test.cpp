#include "engine/io/report_workbook.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/readable_text.h"
#include "tests/io/report_scene.h"
#include "tests/io/result_scene.h"
#include "tests/io/workbook_reader.h"

namespace koppelkans::test {

namespace {

using io::WorkbookContent;
using io::WorkbookCounts;
using io::write_workbook;
using report::Cell;
using report::Column;
using report::ColumnKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::vector<Column> one_text{{"a", "A", ColumnKind::text}};
const std::vector<Column> all_kinds{{"naam", "Naam", ColumnKind::text},
                                    {"n", "Aantal", ColumnKind::integer},
                                    {"x_m2", "Oppervlakte (m²)", ColumnKind::real},
                                    {"dag", "Dag", ColumnKind::date},
                                    {"is", "Is", ColumnKind::boolean},
                                    {"aandeel_a", "Aandeel", ColumnKind::real}};

class Workbooks : public testing::Test {
  protected:
    WorkbookCounts write(const WorkbookContent& content) {
        const WorkbookCounts counts = write_workbook(path_, content);
        EXPECT_THAT(folder_.names(), ElementsAre("x.xlsx"));
        return counts;
    }
    WorkbookCounts write(report::Table rows) { return write(plain_workbook({std::move(rows)})); }
    std::string part(const std::string& name) const { return part_of(path_, name); }

    const TestFolder folder_;
    const std::string path_ = folder_.file("x.xlsx");
};

TEST_F(Workbooks, hold_values_of_their_kind) {
    write(table("Rijen", all_kinds,
                {{text("Höek"), std::int64_t{-3}, 12.25, day("2027-04-15"), true, 0.27},
                 {Cell(), Cell(), Cell(), Cell(), Cell(), Cell()},
                 {text("x"), std::int64_t{7}, 1e12, day("1900-03-01"), false, 1.5}}));
    const ReadWorkbook read(path_);
    EXPECT_THAT(read.sheets(), ElementsAre("Overzicht", "Rijen"));
    const std::vector<std::string> types{"String", "Integer",          "Real",
                                         "Date",   "Integer(Boolean)", "Real"};
    const std::vector<std::string> first{"Höek", "-3", "12.25", "2027/04/15", "1", "0.27"};
    const std::vector<std::string> last{"x", "7", "1000000000000", "1900/03/01", "0", "1.5"};
    for (int i = 0; i < 6; ++i) {
        const auto at = static_cast<std::size_t>(i);
        EXPECT_EQ(read.type("Rijen", i), types[at]);
        EXPECT_EQ(read.cell("Rijen", 0, i), first[at]);
        EXPECT_EQ(read.cell("Rijen", 1, i), "NULL");
        EXPECT_EQ(read.cell("Rijen", 2, i), last[at]);
    }
}

TEST_F(Workbooks, show_what_excel_cannot_hold_as_a_text) {
    constexpr std::int64_t limit = std::int64_t{1} << 53;
    const double infinite = std::numeric_limits<double>::infinity();
    write(table("Rijen", all_kinds,
                {{text(""), limit, infinite, day("1900-02-28"), Cell(), std::nan("")},
                 {text(""), limit + 1, -infinite, text("ooit"), Cell(), 0.5},
                 {text(""), std::numeric_limits<std::int64_t>::min(), 1.0, Cell(), Cell(), 0.5}}));
    const ReadWorkbook read(path_);
    EXPECT_EQ(read.cell("Rijen", 0, 1), "9007199254740992");
    EXPECT_EQ(read.cell("Rijen", 1, 1), "9007199254740993");
    EXPECT_EQ(read.cell("Rijen", 2, 1), "-9223372036854775808");
    EXPECT_EQ(read.cell("Rijen", 0, 2), "inf");
    EXPECT_EQ(read.cell("Rijen", 0, 3), "1900-02-28");
    EXPECT_EQ(read.cell("Rijen", 1, 3), "ooit");
    EXPECT_EQ(read.cell("Rijen", 0, 5), "nan");
    EXPECT_EQ(read.cell("Rijen", 0, 0), "NULL") << "an empty text is an empty cell";
}

TEST_F(Workbooks, take_every_hostile_text_for_a_text) {
    std::vector<Row> rows;
    for (const std::string& value : hostile_texts()) {
        rows.push_back({text(value), std::int64_t{1}});
    }
    write(table("Rijen", {{"a", "A", ColumnKind::text}, {"n", "N", ColumnKind::integer}}, rows));
    const ReadWorkbook read(path_);
    ASSERT_EQ(read.rows("Rijen"), static_cast<std::int64_t>(rows.size()));
    EXPECT_EQ(read.type("Rijen", 0), "String");
    std::int64_t row = 0;
    for (const std::string& value : hostile_texts()) {
        const std::string shown = domain::readable(value);
        const std::string cell = read.cell("Rijen", row++, 0);
        if (shown.find("_x0041_") != std::string::npos) {
            // What GDAL shows depends on whether it knows the escape, as Excel does.
            EXPECT_THAT(part("xl/worksheets/sheet2.xml"), HasSubstr("_x005F_x0041_ _x005F_x000D_"));
        } else {
            EXPECT_EQ(cell, shown.empty() ? "NULL" : shown);
        }
    }
    for (const std::string& name : parts_of(path_)) {
        if (name.find("sheet") != std::string::npos) {
            EXPECT_THAT(part(name), Not(HasSubstr("<f"))) << name;
            EXPECT_THAT(part(name), Not(HasSubstr("hyperlink"))) << name;
        }
    }
}

TEST_F(Workbooks, count_what_they_could_not_show) {
    const WorkbookCounts counts = write(table("Rijen", one_text,
                                              {{text(std::string(40000, 'x'))},
                                               {text(std::string(32767, 'y'))},
                                               {text("caf\xE9")},
                                               {text(std::string(1, '\0'))},
                                               {text("\xFF" + std::string(40000, 'z'))}}));
    EXPECT_EQ(counts.shortened_texts, 2);
    EXPECT_EQ(counts.repaired_texts, 3);
    EXPECT_EQ(counts.left_out_rows, 0);
    const ReadWorkbook read(path_);
    EXPECT_EQ(read.cell("Rijen", 0, 0), std::string(32766, 'x') + "…");
    EXPECT_EQ(read.cell("Rijen", 1, 0), std::string(32767, 'y'));
    const std::string cover = part("xl/sharedStrings.xml");
    EXPECT_THAT(cover, HasSubstr("2 teksten zijn ingekort"));
    EXPECT_THAT(cover, HasSubstr("3 teksten zijn hersteld"));
    EXPECT_THAT(cover, Not(HasSubstr("pasten niet")));
}

TEST_F(Workbooks, say_how_many_rows_found_no_place) {
    const WorkbookCounts counts =
        write(long_table("Rijen", {{"is", "Is", ColumnKind::boolean}}, 1048578,
                         [](std::int64_t at) { return Row{at % 2 == 0}; }));
    EXPECT_EQ(counts.left_out_rows, 3);
    const std::string sheet = part("xl/worksheets/sheet2.xml");
    EXPECT_THAT(sheet.substr(0, 1000), HasSubstr("<dimension ref=\"A1:A1048576\"/>"));
    EXPECT_THAT(part("xl/sharedStrings.xml"), HasSubstr("3 rijen van Rijen pasten niet"));
}

TEST_F(Workbooks, may_have_empty_tables_and_no_tables) {
    write(table("Rijen", all_kinds, {}));
    EXPECT_THAT(part("xl/worksheets/sheet2.xml"),
                HasSubstr("</row></sheetData><autoFilter ref=\"A1:F1\"/>"));
    EXPECT_THAT(part("xl/worksheets/sheet2.xml"), Not(HasSubstr("<row r=\"2\"")));
    write(table("Kaal", {}, {}));
    EXPECT_THAT(part("xl/workbook.xml"), HasSubstr("<sheet name=\"Kaal\""));
    write(plain_workbook());
    EXPECT_THAT(ReadWorkbook(path_).sheets(), ElementsAre("Overzicht"));
}

TEST_F(Workbooks, make_names_of_sheets_that_excel_takes) {
    write(plain_workbook({table("Risico's", one_text, {{text("a")}}),
                          table("RISICO'S", one_text, {{text("b")}}),
                          table("a/b: \"een lange naam\" & nog veel meer", one_text, {})}));
    EXPECT_THAT(ReadWorkbook(path_).sheets(), ElementsAre("Overzicht", "Risico's", "RISICO'S (2)",
                                                          "a-b- \"een lange naam\" & nog ve…"));
    EXPECT_THAT(part("xl/workbook.xml"), HasSubstr(">'Risico''s'!$A$1:$A$2</definedName>"));
}

TEST_F(Workbooks, are_the_same_twice) {
    const auto again = [] {
        WorkbookContent content =
            plain_workbook({table("Rijen", all_kinds,
                                  std::vector<Row>(50, {text("a"), std::int64_t{1}, 0.1,
                                                        day("2027-01-01"), true, 0.2}))});
        content.cover.ranking =
            io::WorkbookRanking{"R", "B", "K", "J", "C", "x", "y", {{"Naam", "n.html", 3, 1}}};
        return content;
    };
    write(again());
    const std::string first = fingerprint(path_);
    ::setenv("TZ", "America/New_York", 1);  // NOLINT(concurrency-mt-unsafe)
    ::tzset();
    write(again());
    ::unsetenv("TZ");  // NOLINT(concurrency-mt-unsafe)
    ::tzset();
    EXPECT_EQ(fingerprint(path_), first);
    EXPECT_THAT(part("docProps/core.xml"), HasSubstr(">2027-01-01T00:00:00Z</dcterms:created>"));
}

}  // namespace

}  // namespace koppelkans::test
