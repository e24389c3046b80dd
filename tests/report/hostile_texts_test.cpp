#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/report/page.h"
#include "tests/report/html_reader.h"
#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::GebiedKind;
using report::ResultData;
using testing::IsEmpty;

// Texts of sources are data, whatever they look like.

std::vector<std::string> hostile_texts() {
    return {"<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='x",
            "\" onmouseover=\"x",
            "javascript:alert(1)",
            "&amp;",
            "&#60;script&#62;",
            "\u202Etrl",
            "מים וביוב",
            "🌳🏗️",
            std::string(10000, 'x'),
            std::string("a\0b", 3),
            "caf\xE9 \xED\xA0\x80 \xFF",
            "\x1B[31m\x07",
            "{{T_kop_product}}",
            "{{>KAART}}{{#ZIN}}",
            "{naam}",
            "{n",
            "]]></style><!--",
            "red;} body{display:none",
            "one\r\ntwo\rthree"};
}

std::string fill(const std::string& text, const std::string& own) {
    // Two opgaven must not become one: what tells them apart stands in front.
    return own + text;
}

void spoil(report::OpgaveRow& row, const std::string& text) {
    for (std::string* field : {&row.naam, &row.soort, &row.domein, &row.trekker, &row.fase,
                               &row.start_tekst, &row.eind_tekst, &row.niveau, &row.kansen,
                               &row.risicos, &row.doelstelling, &row.budget}) {
        *field = text;
    }
    row.type = row.type == "sociaal" ? row.type : text;
    row.rol = row.rol == "rust" ? row.rol : text;
    row.opgave_id = fill(text, row.opgave_id);
}

void spoil(report::KansRow& row, const std::string& text) {
    for (std::string* field : {&row.tijd_zekerheid, &row.verband, &row.aanhaken, &row.type}) {
        *field = text;
    }
    row.koppelkans_id = fill(text, row.koppelkans_id);
    row.buurtcode = fill(text, row.buurtcode);
    row.opgave_a = fill(text, row.opgave_a);
    row.opgave_b = fill(text, row.opgave_b);
    row.eerst = row.eerst.empty() ? "" : fill(text, row.eerst);
}

void spoil(report::CombinatieRow& row, const std::string& text) {
    row.combinatie_id = row.aanhaken = text;
    row.buurtcode = fill(text, row.buurtcode);
    for (std::string& id : row.opgaven) {
        id = fill(text, id);
    }
    for (std::string& soort : row.soorten) {
        soort = text;
    }
}

void spoil(report::RisicoRow& row, const std::string& text) {
    row.risico_id = row.zekerheid = text;
    row.buurtcode = fill(text, row.buurtcode);
    row.eerst = fill(text, row.eerst);
    row.daarna = fill(text, row.daarna);
    row.koppelkans_id = row.koppelkans_id.empty() ? "" : fill(text, row.koppelkans_id);
}

void spoil(report::BuurtRow& row, const std::string& text) {
    row.buurtcode = fill(text, row.buurtcode);
    row.wijkcode = fill(text, row.wijkcode);
    row.gemeentecode = text;
    row.buurtnaam = text;
}

/// The scene with that text in every field of every row.
ResultData spoiled_scene(const std::string& text) {
    ResultData data = scene();
    const auto spoil_all = [&text](auto& rows) {
        for (auto& row : rows) {
            spoil(row, text);
        }
    };
    spoil_all(data.opgaven);
    spoil_all(data.koppelkansen);
    spoil_all(*data.gebiedskansen);
    spoil_all(*data.combinaties);
    spoil_all(*data.risicos);
    spoil_all(data.buurten);
    for (auto& row : *data.wijken) {
        row.code = fill(text, row.code);
    }
    for (report::AfgekeurdRow& row : *data.afgekeurd) {
        row.bron = row.id = row.reden = row.detail = text;
    }
    for (report::BronRow& row : data.bronnen) {
        row.bron = row.pad = text;
    }
    data.run.version = data.run.configuration = text;
    return data;
}

/// All pages of the scene with that text.
std::vector<std::string> spoiled_pages(const std::string& text) {
    Report report(spoiled_scene(text));
    report.bestand = text;
    report.places.clear();
    for (const auto& [buurt, opgaven] : scene_places()) {
        for (const std::string& opgave : opgaven) {
            report.places[fill(text, buurt)].insert(fill(text, opgave));
        }
    }
    std::vector<std::string> pages;
    for (const GebiedKind kind : {GebiedKind::buurt, GebiedKind::wijk, GebiedKind::gemeente}) {
        for (const report::Gebied& gebied : report::gebieden_of(report.data(), kind)) {
            pages.push_back(report.page(kind, gebied.code));
        }
    }
    pages.push_back(report.overview());
    return pages;
}

/// Attributes that the templates write; any other came in with a text.
bool is_ours(const std::string& attribute) {
    static const std::vector<std::string> ours{"aria-hidden",
                                               "aria-label",
                                               "charset",
                                               "class",
                                               "clip-path",
                                               "content",
                                               "cx",
                                               "cy",
                                               "d",
                                               "fill",
                                               "fill-opacity",
                                               "fill-rule",
                                               "font-family",
                                               "font-size",
                                               "font-weight",
                                               "height",
                                               "href",
                                               "id",
                                               "lang",
                                               "name",
                                               "offset",
                                               "patternTransform",
                                               "patternUnits",
                                               "r",
                                               "role",
                                               "rx",
                                               "scope",
                                               "stop-color",
                                               "stop-opacity",
                                               "stroke",
                                               "stroke-dasharray",
                                               "stroke-linejoin",
                                               "stroke-width",
                                               "style",
                                               "tabindex",
                                               "text-anchor",
                                               "title",
                                               "transform",
                                               "viewBox",
                                               "width",
                                               "x",
                                               "x1",
                                               "x2",
                                               "y",
                                               "y1",
                                               "y2"};
    return std::find(ours.begin(), ours.end(), attribute) != ours.end();
}

/// What a text brought about that is not text.
std::vector<std::string> harm_in(const HtmlPage& page) {
    std::vector<std::string> harm = page.faults;
    for (const HtmlElement& element : page.elements) {
        if (element.name == "script" || element.name == "img") {
            harm.push_back("<" + element.name + ">");
        }
        for (const auto& [attribute, value] : element.attributes) {
            if (!is_ours(attribute)) {
                harm.push_back(attribute);
            }
            if (attribute == "href" && value.find("javascript:") == 0) {
                harm.push_back(value);
            }
            if (attribute == "style" &&
                value.find_first_of(";}(", std::string("background-color:").size()) !=
                    std::string::npos) {
                harm.push_back(value);
            }
        }
    }
    return harm;
}

class HostileTexts : public testing::TestWithParam<std::string> {};

TEST_P(HostileTexts, stay_text) {
    for (const std::string& page : spoiled_pages(GetParam())) {
        EXPECT_THAT(harm_in(read_html(page)), IsEmpty());
        EXPECT_EQ(page.find("<script"), std::string::npos);
        EXPECT_EQ(page.find("<img"), std::string::npos);
        EXPECT_LT(page.size(), 200000U);
    }
}

TEST_P(HostileTexts, leave_the_page_as_many_elements_as_kind_ones) {
    const auto shape = [](const std::string& page) {
        std::map<std::string, int> counts;
        for (const HtmlElement& element : read_html(page).elements) {
            // Names on maps find room or not by their length, and leaders with them; a name of two
            // lines has none. Marks and legends go by words.
            const bool is_drawn = element.name == "text" || element.name == "rect" ||
                                  element.name == "line" || element.name == "li" ||
                                  element.name == "svg" || element.name == "pattern" ||
                                  element.name == "defs" || element.name == "path";
            counts[element.name] += is_drawn ? 0 : 1;
        }
        return counts;
    };
    const std::vector<std::string> pages = spoiled_pages(GetParam());
    const std::vector<std::string> kind = spoiled_pages("vriendelijk");
    ASSERT_EQ(pages.size(), kind.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        EXPECT_EQ(shape(pages[i]), shape(kind[i])) << i;
    }
}

TEST_P(HostileTexts, give_the_same_page_twice) {
    EXPECT_EQ(spoiled_pages(GetParam()), spoiled_pages(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Each, HostileTexts, testing::ValuesIn(hostile_texts()),
                         [](const auto& one) { return std::to_string(one.index); });

TEST(HostileNames, can_be_read_as_they_are) {
    for (const char* name :
         {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&amp;", "{naam}",
          "{{T_kop_product}}", "🌳🏗️", "' onmouseover='x"}) {
        ResultData data = scene();
        buurt_in(data, "BU00010001").buurtnaam = name;
        opgave_in(data, "riool:1").naam = name;
        const HtmlPage page = read_html(Report(data).buurt_page("BU00010001"));
        EXPECT_THAT(page.texts("h1"), testing::ElementsAre(name));
        EXPECT_EQ(page.rows("Alle opgaven")[2][0], name);
        EXPECT_THAT(page.texts("p"), testing::Contains(testing::HasSubstr(
                                         std::string("De beste kans is ") + name + " samen met")));
    }
}

/// Whether every isolate of a text is closed, and nothing else in it turns its direction.
bool keeps_direction(const std::string& text) {
    int open = 0;
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const std::string mark = text.substr(at, 3);
        open += mark == "\u2068" ? 1 : mark == "\u2069" ? -1 : 0;
        if (open < 0 || (mark >= "\u202A" && mark <= "\u202E") ||
            (mark >= "\u2066" && mark <= "\u2067")) {
            return false;
        }
    }
    return open == 0;
}

/// Paragraphs and captions of our own text; a bdi ends what its text began.
std::vector<std::string> sentences_of(const HtmlPage& page) {
    std::vector<std::string> sentences;
    std::set<std::size_t> with_bdi;
    for (const HtmlElement& element : page.elements) {
        if (element.name == "bdi") {
            with_bdi.insert(element.parent);
        }
    }
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const HtmlElement& element = page.elements[i];
        if (!with_bdi.contains(i) && (element.name == "p" || element.name == "figcaption")) {
            // A legend may follow.
            sentences.push_back(element.text.substr(0, element.text.find('\n')));
        }
    }
    return sentences;
}

TEST(HostileNames, do_not_turn_a_sentence_round) {
    for (const char* text : {"\u202Etrl", "\u2067מים", "a\u2068", "\u2069b"}) {
        for (const std::string& page : spoiled_pages(text)) {
            for (const std::string& sentence : sentences_of(read_html(page))) {
                EXPECT_TRUE(keeps_direction(sentence)) << sentence;
            }
        }
    }
}

TEST(HostileLinks, lead_nowhere_else) {
    const Report report;
    const std::vector<geometry::Wkb> ground{ground_at(0, 0), ground_at(100, 0), ground_at(200, 0)};
    const HtmlPage page = read_html(report::overview_page(
        {{"BU00010001", "javascript:alert(1)"}, {"BU00010002", "\" onclick=\"x"}},
        {{"Noord", "javascript:alert(1)"}, {"Zuid", "buurt/a%20b.html"}}, ground,
        report.context()));
    EXPECT_THAT(harm_in(page), IsEmpty());
    EXPECT_THAT(page.values("a", "href"), testing::Contains("buurt/a%20b.html"));
}

}  // namespace

}  // namespace koppelkans::test
