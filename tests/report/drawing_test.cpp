#include "engine/report/drawing.h"

#include <cstring>  // which that of ctemplate needs

#include <ctemplate/template_dictionary.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/html_reader.h"
#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using report::BarEnd;
using report::MapShapeKind;
using testing::ElementsAre;
using testing::IsEmpty;

const report::Palette palette{{{"riool", "#000001"}, {"groen", "#000002"}}, {}, "#0000FF", {}};

using ctemplate::TemplateDictionary;

/// A page in which only the figure of that section is filled.
template <typename Draw>
HtmlPage page_with(const std::string& section, const Draw& draw) {
    TemplateDictionary values("gebied");
    draw(*values.AddSectionDictionary(section + "_DEEL")->AddSectionDictionary(section + "_ER_IS"));
    return read_html(report::expanded("gebied", values));
}

HtmlPage page_of(const report::Map& map) {
    return page_with("KAART", [&](TemplateDictionary& values) {
        report::draw_map(values, map, "Kaart van \"Noord\"", palette);
    });
}

HtmlPage page_of(const std::vector<report::LegendEntry>& entries) {
    return page_with("KAART", [&](TemplateDictionary& values) {
        report::draw_legend(values, entries, palette);
    });
}

HtmlPage page_of(const report::Timeline& chart) {
    return page_with("TIJDLIJN", [&](TemplateDictionary& values) {
        report::draw_timeline(values, chart, "Tijdlijn", palette);
    });
}

report::Map small_map() {
    report::Map map;
    map.width = 680;
    map.height = 460;
    map.scale_bar = {100, 2000};
    return map;
}

TEST(AreaLooks, tell_aanhaken_by_more_than_colour) {
    const auto look = [](const char* group) {
        return report::look_of(MapShapeKind::koppelkans, group, palette, "kaart");
    };
    EXPECT_EQ(look("kansrijk").fill, "#009E73");
    EXPECT_EQ(look("krap").fill, "url(#kaart-krap)");
    EXPECT_EQ(look("lopend").fill, "url(#kaart-lopend)");
    EXPECT_EQ(look("lopend").dash, "4 2");
    EXPECT_EQ(look("").dash, "2 3");
    EXPECT_GT(look("kansrijk").width, look("krap").width);
    EXPECT_GT(look("krap").width, look("lopend").width);
}

TEST(AreaLooks, take_colours_from_palette_and_class) {
    EXPECT_EQ(report::look_of(MapShapeKind::werkgebied, "riool", palette, "").fill, "#000001");
    EXPECT_EQ(report::look_of(MapShapeKind::werkgebied, "eigen", palette, "").fill, "#0000FF");
    EXPECT_EQ(report::look_of(MapShapeKind::choropleth, "#E3EEF9", palette, "").fill, "#E3EEF9");
    EXPECT_EQ(report::look_of(MapShapeKind::outline, "", palette, "").fill, "none");
}

TEST(DrawnMaps, hold_each_shape_with_its_look) {
    report::Map map = small_map();
    map.shapes = {{MapShapeKind::werkgebied, "groen", "M1 2L3 4Z", ""},
                  {MapShapeKind::koppelkans, "lopend", "M5 6Z", ""}};
    const HtmlPage page = page_of(map);
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.values("rect", "aria-label"), ElementsAre("Kaart van \"Noord\""));
    EXPECT_THAT(page.values("svg", "viewBox"), ElementsAre("0 0 680.0 460.0"));
    EXPECT_THAT(page.values("path", "d"), testing::IsSupersetOf({"M1 2L3 4Z", "M5 6Z"}));
    EXPECT_THAT(page.values("path", "fill"),
                testing::IsSupersetOf({"#000002", "url(#kaart-lopend)"}));
    EXPECT_THAT(page.values("path", "stroke-dasharray"), ElementsAre("4 2"));
    EXPECT_THAT(page.values("pattern", "id"), ElementsAre("kaart-krap", "kaart-lopend"));
}

TEST(DrawnMaps, lead_where_a_shape_has_a_link) {
    report::Map map = small_map();
    map.shapes = {{MapShapeKind::choropleth, "#FFFFFF", "M1 1Z", "buurt/BU 1?&.html"},
                  {MapShapeKind::choropleth, "#FFFFFF", "M2 2Z", ""}};
    const HtmlPage page = page_of(map);
    EXPECT_THAT(page.faults, IsEmpty());
    std::vector<std::string> linked;
    for (const HtmlElement& element : page.elements) {
        if (element.name == "path" && page.elements[element.parent].name == "a") {
            linked.push_back(page.elements[element.parent].attribute("href") + " " +
                             element.attribute("d"));
        }
    }
    EXPECT_THAT(linked, ElementsAre("buurt/BU 1?&.html M1 1Z"));
}

TEST(DrawnMaps, put_numbers_in_boxes_and_names_beside) {
    report::Map map = small_map();
    map.labels = {{MapShapeKind::koppelkans, "12", 100, 200, 90, 190, true},
                  {MapShapeKind::neighbour, "Zuid <1>", 300, 400, 300, 400, false}};
    const HtmlPage page = page_of(map);
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.texts("text"), ElementsAre("12", "Zuid <1>", "Zuid <1>", "2 km", ""))
        << "a name has a white edge below it; no catalogue tells which way is north";
    std::vector<std::string> leaders;
    for (const HtmlElement& element : page.elements) {
        if (element.name == "line" && element.attribute("stroke") == "#1A1A1A") {
            leaders.push_back(element.attribute("x1") + " " + element.attribute("y1") + " " +
                              element.attribute("x2") + " " + element.attribute("y2"));
        }
    }
    EXPECT_THAT(leaders, ElementsAre("90.0 190.0 100.0 200.0")) << "only where it was moved";
}

TEST(DrawnMaps, name_their_scale_in_metres_or_kilometres) {
    report::Map map = small_map();
    for (const auto& [metres, text] :
         {std::pair(50.0, "50 m"), std::pair(1000.0, "1 km"), std::pair(500.0, "500 m")}) {
        map.scale_bar.metres = metres;
        EXPECT_THAT(page_of(map).texts("text"), ElementsAre(text, ""));
    }
}

TEST(DrawnLegends, have_a_line_an_entry_with_a_pattern_of_its_own) {
    const HtmlPage page = page_of({{MapShapeKind::koppelkans, "krap", "Krap"},
                                   {MapShapeKind::koppelkans, "lopend", "Lopend"},
                                   {MapShapeKind::werkgebied, "krap", "Een soort die krap heet"},
                                   {MapShapeKind::outline, "", "Grens"}});
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.in_section("", "li"),
                ElementsAre("Krap", "Lopend", "Een soort die krap heet", "Grens"));
    EXPECT_THAT(page.values("pattern", "id"), ElementsAre("teken1-krap", "teken2-lopend"));
    EXPECT_THAT(page.values("rect", "fill"), ElementsAre("#E69F00", "url(#teken1-krap)", "#CC79A7",
                                                         "url(#teken2-lopend)", "#0000FF", "none"));
}

report::TimelineBar bar(const std::string& titel, const std::string& soort, BarEnd begin,
                        BarEnd end) {
    return {titel, titel, soort, 10, 20, 30, begin, end};
}

report::Timeline small_chart() {
    report::Timeline chart;
    chart.width = 680;
    chart.height = 200;
    chart.years = {{2026, 200}, {2027, 300}};
    chart.peildatum_x = 250;
    return chart;
}

TEST(DrawnTimelines, fade_through_one_gradient_a_colour_and_way) {
    report::Timeline chart = small_chart();
    chart.bars = {bar("a", "riool", BarEnd::sharp, BarEnd::fading),
                  bar("b", "riool", BarEnd::sharp, BarEnd::fading),
                  bar("c", "riool", BarEnd::fading, BarEnd::sharp),
                  bar("d", "groen", BarEnd::sharp, BarEnd::fading),
                  bar("e", "groen", BarEnd::sharp, BarEnd::sharp)};
    const HtmlPage page = page_of(chart);
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.values("linearGradient", "id"),
                ElementsAre("verloop-1", "verloop-2", "verloop-3"));
    std::vector<std::string> bars;
    for (const HtmlElement& element : page.elements) {
        if (element.name == "rect" && element.attribute("height") == "11") {
            bars.push_back(element.attribute("fill") + " " + element.attribute("stroke"));
        }
    }
    EXPECT_THAT(bars,
                ElementsAre("url(#verloop-1) none", "url(#verloop-1) none", "url(#verloop-2) none",
                            "url(#verloop-3) none", "#000002 #1A1A1A"));
    EXPECT_THAT(page.values("stop", "stop-opacity"),
                ElementsAre("1", "1", "1", "0", "0", "1", "1", "1", "1", "1", "1", "0"));
}

TEST(DrawnTimelines, carry_the_number_of_each_link_from_one) {
    report::Timeline chart = small_chart();
    chart.bars = {bar("a", "riool", BarEnd::sharp, BarEnd::sharp)};
    chart.links = {{0, 210, 40, 80, 60}, {11, 220, 40, 80, 60}};
    const HtmlPage page = page_of(chart);
    EXPECT_THAT(page.faults, IsEmpty());
    EXPECT_THAT(page.texts("text"), ElementsAre("2026", "2027", "", "a", "1", "12"));
    EXPECT_THAT(page.values("circle", "cx"), ElementsAre("210.0", "210.0", "220.0", "220.0"));
}

TEST(DrawnTimelines, show_the_horizon_where_it_is_in_sight) {
    report::Timeline chart = small_chart();
    EXPECT_EQ(page_of(chart).texts("text").size(), 3U);
    chart.horizon_x = 660;
    const HtmlPage page = page_of(chart);
    EXPECT_EQ(page.texts("text").size(), 4U);
    EXPECT_THAT(page.values("text", "text-anchor"), ElementsAre("end", "start"))
        << "the word of the horizon stays within the drawing";
}

TEST(DrawnTimelines, shorten_names_to_their_column) {
    report::Timeline chart = small_chart();
    chart.bars = {bar(std::string(50, 'x'), "riool", BarEnd::sharp, BarEnd::sharp)};
    EXPECT_THAT(page_of(chart).texts("text"), testing::Contains(std::string(37, 'x') + "…"));
}

}  // namespace

}  // namespace koppelkans::test
