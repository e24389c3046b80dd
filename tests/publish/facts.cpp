#include "tests/publish/facts.h"

#include <gtest/gtest.h>

namespace koppelkans::test {

using domain::Layer;
using publish::Vorm;

namespace {

std::vector<Layer> all_layers() {
    std::vector<Layer> all;
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        all.push_back(layer.layer);
    }
    return all;
}

}  // namespace

publish::ResultFacts empty_facts() {
    publish::ResultFacts facts;
    facts.layers = all_layers();
    facts.crs_code = "EPSG:28992";
    facts.crs_wkt = "PROJCRS[\"Amersfoort / RD New\"]";
    facts.koppelkansen_per_buurt = {0, 0};
    facts.extent = {0, 0, 1000, 500};
    facts.version = "1.2.3";
    facts.timestamp = "2027-04-15T12:00:00.000Z";
    facts.peildatum = *time::Day::from_ymd(2027, 4, 15);
    facts.horizon = time::Period{24, 0};
    facts.aanloop = time::Period{12, 0};
    facts.software = "GDAL 3.6.2";
    return facts;
}

publish::ResultFacts some_facts() {
    publish::ResultFacts facts = empty_facts();
    facts.koppelkansen_per_buurt = {0, 1, 1, 2, 3, 5, 8, 13, 21};
    facts.ernst = {10, 20, 30, 400, 500, 600, 7000};
    facts.classes[Layer::opgaven] = {{Vorm::lijn, "rioolvervanging"},
                                     {Vorm::vlak, "groen"},
                                     {Vorm::vlak, "zonneweide"},
                                     {Vorm::zonder, "wonen"}};
    facts.classes[Layer::werkgebieden] = {
        {Vorm::vlak, "rioolvervanging"}, {Vorm::vlak, "groen"}, {Vorm::vlak, "zonneweide"}};
    facts.classes[Layer::afgekeurd] = {{Vorm::punt, "vervallen"}};
    facts.soort_names = {
        {"groen", "Groen"}, {"rioolvervanging", "Rioolvervanging"}, {"zonneweide", "Zon & weide"}};
    facts.opgaven[Layer::koppelkansen] = {
        {"riool:1", "Kerkstraat"}, {"groen:7", "Park"}, {"groen:8", "Park"}, {"groen:9", ""}};
    facts.bookmark_group = "Wijken";
    facts.bookmarks = {{"WK000001 (Centrum)", {0, 0, 500, 500}},
                       {"WK000002 (Noord)", {500, 0, 1000, 500}}};
    facts.first_start = time::Day::from_ymd(2026, 3, 1);
    facts.last_eind = time::Day::from_ymd(2031, 12, 31);
    facts.buurten_jaar = 2026;
    facts.inputs = {{"buurten", "buurten.gpkg", "aa11"}, {"riool", "PG:dbname=riool", ""}};
    return facts;
}

pugi::xml_document xml(const std::string& text) {
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_string(text.c_str(), pugi::parse_default | pugi::parse_doctype);
    EXPECT_TRUE(result) << result.description() << " in " << text.substr(0, 200);
    return document;
}

std::vector<std::string> values(const pugi::xml_node& root, const char* path,
                                const char* attribute) {
    std::vector<std::string> found;
    for (const pugi::xpath_node one : root.select_nodes(path)) {
        found.emplace_back(one.node().attribute(attribute).value());
    }
    return found;
}

std::vector<std::string> texts(const pugi::xml_node& root, const char* path) {
    std::vector<std::string> found;
    for (const pugi::xpath_node one : root.select_nodes(path)) {
        found.emplace_back(one.node().child_value());
    }
    return found;
}

std::vector<std::string> layer_names() {
    std::vector<std::string> names;
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        names.emplace_back(layer.name);
    }
    return names;
}

}  // namespace koppelkans::test
