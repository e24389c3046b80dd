#include "tests/report/html_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> faults(const std::string& page) {
    return read_html(page).faults;
}

TEST(HtmlReader, takes_a_page_apart) {
    const HtmlPage page = read_html("<!DOCTYPE html>\n<main id=\"a\"><p class='no'>x</p></main>");
    EXPECT_THAT(page.faults, testing::Not(IsEmpty())) << "single quotes are not ours";
    const HtmlPage good = read_html(
        "<!DOCTYPE html>\n<main id=\"a\"><p title=\"1 &lt; 2\">a &amp; b<br>c</p>\n<svg "
        "viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg></main>");
    EXPECT_THAT(good.faults, IsEmpty());
    EXPECT_THAT(good.texts("p"), ElementsAre("a & b\nc"));
    EXPECT_THAT(good.values("p", "title"), ElementsAre("1 < 2"));
    EXPECT_THAT(good.texts("path"), ElementsAre(""));
    EXPECT_TRUE(good.is_within(4, 0));
    EXPECT_FALSE(good.is_within(4, 1));
}

TEST(HtmlReader, finds_what_is_wrong) {
    EXPECT_THAT(faults("<p>a</b></p>"), ElementsAre("</b> closes nothing"));
    EXPECT_THAT(faults("<p>a"), ElementsAre("<p> is not closed"));
    EXPECT_THAT(faults("<p>a & b</p>"), ElementsAre("a bare &"));
    EXPECT_THAT(faults("<p>&nbsp;</p>"), ElementsAre("a bare &"));
    EXPECT_THAT(faults("<p id=\"a\"></p><b id=\"a\"></b>"), ElementsAre("the id a twice"));
    EXPECT_THAT(faults("<p class=\"a\" class=\"b\"></p>"), ElementsAre("class twice in <p>"));
    EXPECT_THAT(faults("<p>a\x01</p>"), ElementsAre("the page holds what is no text"));
    EXPECT_THAT(faults("<p>caf\xE9</p>"), ElementsAre("the page holds what is no text"));
    EXPECT_THAT(faults("<p>1 < 2</p>"), testing::Contains("a bare <"));
    EXPECT_THAT(faults("<p title=\"a\" onclick></p>"), testing::Not(IsEmpty()));
}

TEST(HtmlReader, reads_tables_and_sections) {
    const HtmlPage page = read_html(
        "<main><section><h2>Een</h2><div role=\"region\" "
        "aria-label=\"T\"><table><thead><tr><th>kop</th>"
        "</tr></thead><tbody><tr><th>a</th><td><b>1</b></td></tr><tr><th>b</th><td>2</td></tr>"
        "</tbody></table></div><p>x</p></section><section><h2>Twee</h2><p>y</p></section></main>");
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.rows("T"), ElementsAre(ElementsAre("a", "1"), ElementsAre("b", "2")));
    EXPECT_THAT(page.rows("U"), IsEmpty());
    EXPECT_THAT(page.in_section("Een", "p"), ElementsAre("x"));
    EXPECT_THAT(page.in_section("Twee", "p"), ElementsAre("y"));
}

}  // namespace

}  // namespace koppelkans::test
