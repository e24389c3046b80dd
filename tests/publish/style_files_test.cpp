#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "engine/domain/problem.h"
#include "tests/publish/facts.h"

// The files of styles/ as they lie there: both kinds show the classes and colours of the palette.
// They may be edited in QGIS, so nothing else of them is held fast.

namespace koppelkans::test {

namespace {

const std::filesystem::path styles = KOPPELKANS_STYLES;

std::string read(const std::string& name) {
    std::ifstream file(styles / name);
    EXPECT_TRUE(file) << name;
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const toml::table& palette() {
    static const toml::table table = toml::parse_file((styles / "palette.toml").string());
    return table;
}

/// Every colour under a node of the palette, "#RRGGBB" in upper case.
void add_colours(const toml::node& node, std::set<std::string>& colours) {
    if (const auto* table = node.as_table()) {
        for (const auto& [key, value] : *table) {
            add_colours(value, colours);
        }
    } else if (const auto* list = node.as_array()) {
        for (const auto& value : *list) {
            add_colours(value, colours);
        }
    } else if (const auto text = node.value<std::string>(); text && text->starts_with("#")) {
        colours.insert(*text);
    }
}

/// The colours of a layer in the palette; those of a table of classes have a darker outline as
/// well.
std::set<std::string> palette_colours(const toml::table& layer) {
    std::set<std::string> colours;
    add_colours(layer, colours);
    if (const auto list = layer["classes_of"].value<std::string>()) {
        std::set<std::string> fills;
        add_colours(*palette().get(*list), fills);
        for (const std::string& fill : fills) {
            colours.insert(fill);
            std::string outline = "#";
            for (std::size_t i = 1; i < 7; i += 2) {
                const int part = std::stoi(fill.substr(i, 2), nullptr, 16);
                outline += fmt::format("{:02X}", std::lround(part * 0.6));
            }
            colours.insert(outline);
        }
    }
    return colours;
}

std::set<std::string> qml_colours(const pugi::xml_document& style) {
    std::set<std::string> colours;
    for (const pugi::xpath_node found :
         style.select_nodes("//renderer-v2//Option[@name='color' or @name='outline_color' or "
                            "@name='line_color']")) {
        int red = 0;
        int green = 0;
        int blue = 0;
        std::istringstream parts(found.node().attribute("value").value());
        char comma = ',';
        parts >> red >> comma >> green >> comma >> blue;
        colours.insert(fmt::format("#{:02X}{:02X}{:02X}", red, green, blue));
    }
    return colours;
}

std::set<std::string> sld_colours(const pugi::xml_document& style) {
    std::set<std::string> colours;
    for (const pugi::xpath_node found :
         style.select_nodes("//Rule[Name != 'opschrift']//CssParameter[@name='fill' or "
                            "@name='stroke']")) {
        colours.insert(found.node().child_value());
    }
    return colours;
}

std::set<std::string> class_labels(const toml::table& layer) {
    std::set<std::string> labels;
    if (const auto list = layer["classes_of"].value<std::string>()) {
        for (const auto& [value, entry] : *palette()[*list].as_table()) {
            labels.insert(*(*entry.as_table())["label"].value<std::string>());
        }
    } else if (const toml::array* classes = layer["classes"].as_array()) {
        for (const auto& entry : *classes) {
            labels.insert(*(*entry.as_table())["label"].value<std::string>());
        }
    }
    return labels;
}

class StyleFiles : public testing::TestWithParam<std::string> {
  protected:
    const toml::table& layer() const { return *palette()[GetParam()].as_table(); }
    bool is_drawn() const { return layer()["kind"].value<std::string>() != "table"; }
};

TEST_P(StyleFiles, show_the_colours_of_the_palette_and_no_other) {
    const std::set<std::string> wanted = palette_colours(layer());
    EXPECT_EQ(qml_colours(xml(read(GetParam() + ".qml"))), wanted);
    if (is_drawn()) {
        // A fill of which nothing is seen is left out of an SLD.
        std::set<std::string> seen = sld_colours(xml(read(GetParam() + ".sld")));
        EXPECT_TRUE(std::includes(wanted.begin(), wanted.end(), seen.begin(), seen.end()));
        EXPECT_GE(seen.size() + 1, wanted.size());
    }
}

TEST_P(StyleFiles, name_every_class_of_the_palette) {
    const std::set<std::string> wanted = class_labels(layer());
    const pugi::xml_document qml = xml(read(GetParam() + ".qml"));
    const std::vector<std::string> labels =
        values(qml, "//category | //range | //rule[@symbol and contains(@key, ':')]", "label");
    if (layer()["kind"].value<std::string>() != "single") {  // which QGIS gives no label
        EXPECT_EQ(std::set<std::string>(labels.begin(), labels.end()), wanted);
    }
    if (is_drawn()) {
        const pugi::xml_document sld = xml(read(GetParam() + ".sld"));
        const std::vector<std::string> titles = texts(sld, "//Rule[Name != 'opschrift']/Title");
        EXPECT_EQ(std::set<std::string>(titles.begin(), titles.end()), wanted);
    }
}

INSTANTIATE_TEST_SUITE_P(AllLayers, StyleFiles, testing::ValuesIn(layer_names()),
                         [](const auto& layer) { return layer.param; });

TEST(Palette, has_a_class_for_every_reden) {
    for (int i = 0; i < domain::reden_count; ++i) {
        const char* reden = domain::to_text(static_cast<domain::Reden>(i));
        EXPECT_TRUE(palette()["redenen"][reden].is_table()) << reden;
    }
}

TEST(Palette, has_a_class_for_every_soort_of_the_catalogue) {
    const toml::table catalogue = toml::parse_file((styles / "../data/soorten.toml").string());
    ASSERT_GT(catalogue["soorten"].as_table()->size(), 30U);
    for (const auto& [code, soort] : *catalogue["soorten"].as_table()) {
        const auto& drawn = palette()["soorten"][code.str()];
        ASSERT_TRUE(drawn.is_table()) << code.str();
        EXPECT_EQ(*drawn["label"].value<std::string>(),
                  *(*soort.as_table())["naam"].value<std::string>());
        EXPECT_EQ(drawn["marker"].value<std::string>() == "diamond",
                  (*soort.as_table())["aard"].value<std::string>() == "sociaal");
    }
}

/// Light as the eye sees it, 0 to 255, of a colour over white paper.
double light(const toml::table& symbol) {
    const std::string colour = *symbol["fill"].value<std::string>();
    const double opacity = symbol["opacity"].value_or(1.0);
    const auto part = [&colour](std::size_t at) {
        return static_cast<double>(std::stoi(colour.substr(at, 2), nullptr, 16));
    };
    return 255 * (1 - opacity) + opacity * (0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5));
}

TEST(Palette, reads_in_grey_by_width_and_hatching) {
    const toml::array& classes = *palette()["koppelkansen"]["classes"].as_array();
    std::set<std::string> hatches;
    double width = 1e9;
    for (std::size_t i = 0; i < 3; ++i) {
        const toml::table& one = *classes[i].as_table();
        EXPECT_LT(one["width"].value_or(0.0), width) << "the more promise, the wider";
        width = one["width"].value_or(0.0);
        hatches.insert(fmt::format("{}", one["hatch"]["angle"].value_or(-1)));
    }
    EXPECT_EQ(hatches.size(), 3U) << "no two are hatched alike";
}

TEST(Palette, has_ramps_from_light_to_dark) {
    for (const char* layer : {"combinaties", "risicos", "buurten"}) {
        double before = 256;
        for (const auto& one : *palette()[layer]["classes"].as_array()) {
            EXPECT_LT(light(*one.as_table()), before) << layer;
            before = light(*one.as_table());
        }
    }
}

}  // namespace

}  // namespace koppelkans::test
