#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/report_workbook.h"
#include "tests/io/report_scene.h"
#include "tests/io/result_scene.h"
#include "tests/io/workbook_reader.h"

// How a workbook looks, from its XML: what GDAL does not show.

namespace koppelkans::test {

namespace {

using io::WorkbookContent;
using report::Cell;
using report::Column;
using report::ColumnKind;
using testing::HasSubstr;
using testing::Not;

const std::vector<Column> with_buurt{{"id", "Koppelkans", ColumnKind::text},
                                     {"buurtcode", "Buurtcode", ColumnKind::text},
                                     {"buurtnaam", "Buurt", ColumnKind::text},
                                     {"dag", "Start", ColumnKind::date},
                                     {"n", "Tussentijd minstens (dagen)", ColumnKind::integer},
                                     {"m2", "Oppervlakte (m²)", ColumnKind::real}};

std::size_t count_of(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++count;
    }
    return count;
}

class WorkbookLooks : public testing::Test {
  protected:
    void write(const WorkbookContent& content) { io::write_workbook(path_, content); }
    std::string part(const std::string& name) const { return part_of(path_, name); }
    std::string sheet() const { return part("xl/worksheets/sheet2.xml"); }
    std::string links() const { return part("xl/worksheets/_rels/sheet2.xml.rels"); }

    const TestFolder folder_;
    const std::string path_ = folder_.file("x.xlsx");
};

TEST_F(WorkbookLooks, keep_the_head_and_the_first_column_in_view) {
    write(plain_workbook({table(
        "Rijen", with_buurt,
        {{text("a"), text("BU1"), text("Höek"), day("2027-01-01"), std::int64_t{1}, 2.5}})}));
    EXPECT_THAT(sheet(), HasSubstr("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" "
                                   "activePane=\"bottomRight\" state=\"frozen\"/>"));
    EXPECT_THAT(sheet(), HasSubstr("<autoFilter ref=\"A1:F2\"/>"));
    EXPECT_THAT(part("xl/workbook.xml"), HasSubstr("Rijen!$1:$1</definedName>"));
    const std::string styles = part("xl/styles.xml");
    for (const char* pattern : {"dd-mm-yyyy", "#,##0.0"}) {
        EXPECT_THAT(styles, HasSubstr("formatCode=\"" + std::string(pattern) + "\""));
    }
}

TEST_F(WorkbookLooks, give_each_column_its_width) {
    write(plain_workbook({table("Rijen", with_buurt,
                                {{text("a"), text(std::string(25, 'x')),
                                  text(std::string(100, 'x')), Cell(), Cell(), Cell()}})}));
    const auto width = [this](int column) {
        const std::string all = sheet();
        const std::string begin = "<col min=\"" + std::to_string(column) + "\"";
        const std::size_t at = all.find("width=\"", all.find(begin)) + 7;
        return std::stoi(all.substr(at));
    };
    EXPECT_EQ(width(1), 18);
    EXPECT_EQ(width(2), 26);
    EXPECT_EQ(width(3), 40);
    EXPECT_EQ(width(4), 12);
    EXPECT_EQ(width(5), 20) << "a long title in two lines";
    EXPECT_THAT(sheet(), HasSubstr("<row r=\"1\" ht=\"30\" customHeight=\"1\">"));
}

TEST_F(WorkbookLooks, lead_from_a_buurt_to_its_page) {
    WorkbookContent content = plain_workbook(
        {table("Rijen", with_buurt,
               {{text("a"), text("BU1"), text("Aan/de =dijk"), Cell(), Cell(), Cell()},
                {text("b"), text("BU 2#%"), text(""), Cell(), Cell(), Cell()},
                {text("c"), text("none"), text("Dorp"), Cell(), Cell(), Cell()},
                {text("d"), Cell(), text("Dorp"), Cell(), Cell(), Cell()},
                {text("e"), text(std::string(3000, 'x')), text("Ver"), Cell(), Cell(), Cell()}})});
    content.link_of_buurt = [](const std::string& code) {
        return code == "none" ? "" : "buurt/" + code + ".html";
    };
    write(content);
    EXPECT_THAT(sheet(), HasSubstr("<hyperlink ref=\"B2\" r:id=\"rId1\"/>"
                                   "<hyperlink ref=\"C2\" r:id=\"rId2\"/>"
                                   "<hyperlink ref=\"B3\" r:id=\"rId3\"/></hyperlinks>"));
    EXPECT_EQ(count_of(links(), "Target=\"buurt/BU1.html\" TargetMode=\"External\""), 2U);
    EXPECT_EQ(count_of(links(), "Target=\"buurt/BU%202%23%25.html\""), 1U);
    EXPECT_EQ(count_of(links(), "Target="), 3U);
    const ReadWorkbook read(path_);
    EXPECT_EQ(read.cell("Rijen", 0, 2), "Aan/de =dijk") << "the slash as it was";
    EXPECT_EQ(read.cell("Rijen", 1, 1), "BU 2#%");
    EXPECT_EQ(read.cell("Rijen", 4, 1), std::string(3000, 'x'));
}

TEST_F(WorkbookLooks, have_no_more_links_than_a_sheet_takes) {
    WorkbookContent content =
        plain_workbook({long_table("Rijen", {{"buurtcode", "Buurtcode", ColumnKind::text}}, 65532,
                                   [](std::int64_t) { return Row{text("BU1")}; })});
    content.link_of_buurt = [](const std::string& code) { return code + ".html"; };
    write(content);
    EXPECT_EQ(count_of(sheet(), "<hyperlink "), 65530U);
    EXPECT_EQ(ReadWorkbook(path_).cell("Rijen", 65531, 0), "BU1");
}

WorkbookContent with_ranking(std::size_t buurten) {
    WorkbookContent content = plain_workbook();
    content.cover.blad = "D'n Höek";
    content.cover.facts = {{"Peildatum", day("2026-11-21")},
                           {"Versie", text("=1+1")},
                           {"Koppelkansen", std::int64_t{91}}};
    content.cover.notes = {"Een eerste zin.", std::string(300, 'z')};
    content.cover.ranking = io::WorkbookRanking{
        "De meeste", "Buurt", "Koppelkansen", "Kansrijk", "=Koppelkansen & meer", "In de buurt",
        "Aantal",    {}};
    for (std::size_t i = 0; i < buurten; ++i) {
        const auto most = static_cast<std::int64_t>(buurten - i);
        content.cover.ranking->rows.push_back({"=Buurt <" + std::to_string(i) + ">",
                                               "buurt/" + std::to_string(i) + ".html", most, 1});
    }
    return content;
}

TEST_F(WorkbookLooks, begin_with_a_cover) {
    write(with_ranking(20));
    const std::string cover = part("xl/worksheets/sheet1.xml");
    EXPECT_THAT(cover, HasSubstr("<v>46347</v>")) << "the peildatum as a number";
    EXPECT_THAT(cover, HasSubstr("<mergeCell ref=\"A7:K7\"/><mergeCell ref=\"A8:K8\"/>"));
    EXPECT_THAT(cover, HasSubstr("<row r=\"8\" spans=\"1:11\" ht=\"45\""))
        << "a long note has the lines it needs";
    EXPECT_EQ(count_of(cover, "<hyperlink "), 20U);
    EXPECT_THAT(cover, Not(HasSubstr("<f>")));
    const std::string texts = part("xl/sharedStrings.xml");
    EXPECT_THAT(texts, HasSubstr("<t>=1+1</t>"));
    EXPECT_THAT(texts, HasSubstr("<t>=Buurt &lt;19&gt;</t>"));
}

TEST_F(WorkbookLooks, show_the_first_fifteen_buurten_as_bars) {
    write(with_ranking(20));
    const std::string chart = part("xl/charts/chart1.xml");
    EXPECT_THAT(chart, HasSubstr("<c:barDir val=\"bar\"/>"));
    EXPECT_EQ(count_of(chart, "<c:cat><c:strRef><c:f>'D''n Höek'!$A$12:$A$26</c:f>"), 2U);
    EXPECT_THAT(chart, HasSubstr("<c:val><c:numRef><c:f>'D''n Höek'!$B$12:$B$26</c:f>"));
    EXPECT_THAT(chart, HasSubstr("<c:val><c:numRef><c:f>'D''n Höek'!$C$12:$C$26</c:f>"));
    EXPECT_THAT(chart, HasSubstr("<c:v>=Buurt &lt;0&gt;</c:v>"))
        << "for viewers that look nothing up";
    EXPECT_THAT(chart, HasSubstr("<a:srgbClr val=\"0072B2\"/>"));
    EXPECT_THAT(chart, HasSubstr("<a:srgbClr val=\"009E73\"/>"));
    for (const char* said : {" =Koppelkansen &amp; meer", "In de buurt", "Aantal"}) {
        EXPECT_THAT(chart, HasSubstr("<a:t>" + std::string(said) + "</a:t>"));
    }
    EXPECT_THAT(chart, HasSubstr("<c:orientation val=\"maxMin\"/>")) << "the first one on top";
}

TEST_F(WorkbookLooks, have_a_chart_of_the_buurten_there_are) {
    write(with_ranking(1));
    EXPECT_THAT(part("xl/charts/chart1.xml"), HasSubstr("!$A$12</c:f>"));
    write(with_ranking(0));
    const std::vector<std::string> parts = parts_of(path_);
    EXPECT_EQ(std::count(parts.begin(), parts.end(), "xl/charts/chart1.xml"), 0);
}

}  // namespace

}  // namespace koppelkans::test
