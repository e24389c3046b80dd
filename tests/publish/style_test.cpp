#include "engine/publish/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/publish/facts.h"

namespace koppelkans::test {

namespace {

using domain::Layer;
using publish::Vorm;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<double> numbers(const pugi::xml_node& root, const char* path, const char* attribute) {
    std::vector<double> found;
    for (const std::string& text : values(root, path, attribute)) {
        found.push_back(std::stod(text));
    }
    return found;
}

TEST(Styles, of_a_choropleth_take_their_borders_from_the_data) {
    const auto style = xml(publish::style_qml(Layer::buurten, some_facts()));
    EXPECT_THAT(values(style, "//range", "label"),
                ElementsAre("Geen koppelkansen", "1", "2 – 3", "4 – 5", "6 – 13", "14 – 21"));
    EXPECT_THAT(numbers(style, "//range", "lower"), ElementsAre(0, 1, 2, 4, 6, 14));
    EXPECT_THAT(numbers(style, "//range", "upper"), ElementsAre(0, 1, 3, 5, 13, 21));
    const auto sld = xml(publish::style_sld(Layer::buurten, some_facts()));
    EXPECT_THAT(texts(sld, "//Rule/Title"), ElementsAre("Geen koppelkansen", "1", "2 – 3", "4 – 5",
                                                        "6 – 13", "14 – 21", "Opschrift"));
    EXPECT_THAT(texts(sld, "//ogc:Literal"),
                ElementsAre("0", "0", "1", "1", "2", "3", "4", "5", "6", "13", "14", "21"));
}

TEST(Styles, of_few_classes_still_run_over_the_whole_ramp) {
    publish::ResultFacts facts = some_facts();
    facts.koppelkansen_per_buurt = {0, 1, 1, 4};
    const auto style = xml(publish::style_qml(Layer::buurten, facts));
    EXPECT_THAT(values(style, "//range", "label"), ElementsAre("Geen koppelkansen", "1", "2 – 4"));
    // Of the five blues of the file the second and the fourth.
    EXPECT_THAT(values(style, "//symbols/symbol//Option[@name='color']", "value"),
                ElementsAre("255,255,255,0", "186,214,235,204", "83,158,205,204"));
}

TEST(Styles, of_risicos_take_their_borders_from_the_data) {
    EXPECT_THAT(values(xml(publish::style_qml(Layer::risicos, some_facts())), "//range", "label"),
                ElementsAre("tot 30 m²", "30 – 500 m²", "500 m² en meer"));
    EXPECT_THAT(texts(xml(publish::style_sld(Layer::risicos, some_facts())), "//Rule/Title"),
                ElementsAre("tot 30 m²", "30 – 500 m²", "500 m² en meer"));
}

TEST(Styles, without_a_row_are_those_of_the_files) {
    const publish::ResultFacts nothing = empty_facts();
    EXPECT_THAT(values(xml(publish::style_qml(Layer::risicos, nothing)), "//range", "label"),
                ElementsAre(HasSubstr("Licht"), HasSubstr("Midden"), HasSubstr("Zwaar")));
    EXPECT_THAT(values(xml(publish::style_qml(Layer::opgaven, nothing)),
                       "//rule[contains(@key, 'groen')]", "key"),
                ElementsAre("punt:groen", "lijn:groen", "vlak:groen"));
    EXPECT_THAT(values(xml(publish::style_qml(Layer::buurten, nothing)), "//range", "label"),
                ElementsAre("Geen koppelkansen"));
}

TEST(Styles, of_opgaven_hold_the_soorten_that_occur) {
    const auto style = xml(publish::style_qml(Layer::opgaven, some_facts()));
    EXPECT_THAT(values(style, "//rule", "key"),
                ElementsAre("lijn", "lijn:rioolvervanging", "vlak", "vlak:groen", "vlak:zonneweide",
                            "zonder"));
    EXPECT_THAT(values(style, "//rule[@key='vlak:zonneweide']", "label"),
                ElementsAre("Zon & weide"));
    EXPECT_THAT(values(style, "//rule[@key='vlak:zonneweide']", "filter"),
                ElementsAre("\"soort\" = 'zonneweide'"));
    const auto sld = xml(publish::style_sld(Layer::opgaven, some_facts()));
    EXPECT_THAT(texts(sld, "//Rule/Name"),
                ElementsAre("lijn:rioolvervanging", "vlak:groen", "vlak:zonneweide"));
    EXPECT_THAT(texts(sld, "//Rule[Name='vlak:zonneweide']//ogc:Literal"),
                ElementsAre("2", "zonneweide"));
}

TEST(Styles, name_soorten_as_the_run_does) {
    publish::ResultFacts facts = some_facts();
    facts.soort_names["groen"] = "Groen & water";
    EXPECT_THAT(values(xml(publish::style_qml(Layer::opgaven, facts)), "//rule[@key='vlak:groen']",
                       "label"),
                ElementsAre("Groen & water"));
    EXPECT_THAT(
        texts(xml(publish::style_sld(Layer::opgaven, facts)), "//Rule[Name='vlak:groen']/Title"),
        ElementsAre("Groen & water"));
    EXPECT_THAT(values(xml(publish::style_qml(Layer::afgekeurd, facts)),
                       "//rule[@key='punt:vervallen']", "label"),
                ElementsAre("De opgave is vervallen"))
        << "a reden has the words of its file";
}

TEST(Styles, have_a_class_for_every_code_that_a_soort_can_have) {
    publish::ResultFacts facts = some_facts();
    facts.classes[Layer::werkgebieden] = {{Vorm::vlak, "a\\b"},
                                          {Vorm::vlak, "c\nd"},
                                          {Vorm::vlak, "extra1"},
                                          {Vorm::vlak, "overig"},
                                          {Vorm::vlak, "e:f"}};
    const auto style = xml(publish::style_qml(Layer::werkgebieden, facts));
    EXPECT_THAT(values(style, "//rule[@symbol]", "filter"),
                testing::UnorderedElementsAre("\"soort\" = 'a\\\\b'", "\"soort\" = 'c\\nd'",
                                              "\"soort\" = 'extra1'", "\"soort\" = 'overig'",
                                              "\"soort\" = 'e:f'"));
    EXPECT_THAT(texts(xml(publish::style_sld(Layer::werkgebieden, facts)), "//Rule//ogc:Literal"),
                testing::UnorderedElementsAre("a\\b", "c\nd", "extra1", "overig", "e:f"));
}

TEST(Styles, of_descriptors_have_a_rule_where_nothing_has_a_place) {
    publish::ResultFacts facts = some_facts();
    facts.classes[Layer::opgaven] = {{Vorm::zonder, "wonen"}};
    EXPECT_THAT(texts(xml(publish::style_sld(Layer::opgaven, facts)), "//Rule/Name"),
                Not(IsEmpty()));
}

TEST(Styles, of_descriptors_name_rows_without_a_value) {
    const auto sld = xml(publish::style_sld(Layer::koppelkansen, some_facts()));
    EXPECT_THAT(texts(sld, "//Rule[ogc:Filter/ogc:PropertyIsNull]/Title"),
                ElementsAre("Datum onbekend"));
    EXPECT_THAT(texts(sld, "//ElseFilter"), IsEmpty()) << "QGIS takes it for all rows";
}

TEST(Styles, give_soorten_that_no_file_knows_a_colour_each) {
    publish::ResultFacts facts = some_facts();
    facts.classes[Layer::werkgebieden] = {{Vorm::vlak, "a'b"}, {Vorm::vlak, "eigen"}};
    const auto style = xml(publish::style_qml(Layer::werkgebieden, facts));
    EXPECT_THAT(values(style, "//rule[@symbol]", "filter"),
                ElementsAre("\"soort\" = 'a''b'", "\"soort\" = 'eigen'"));
    const auto colours = values(style, "//symbols/symbol//Option[@name='color']", "value");
    ASSERT_EQ(colours.size(), 2U);
    EXPECT_NE(colours[0], colours[1]);
}

/// What QGIS takes from a style depends on these; see its own reader.
class EveryStyle : public testing::TestWithParam<std::string> {
  protected:
    const domain::LayerDefinition& layer_ =
        domain::definition(domain::layer_named(GetParam()).value());
};

TEST_P(EveryStyle, draws_what_the_layer_holds) {
    const auto style = xml(publish::style_qml(layer_.layer, some_facts()));
    const std::vector<std::string> kinds = values(style, "//renderer-v2/symbols/symbol", "type");
    if (layer_.geometry == domain::LayerGeometry::none) {
        EXPECT_THAT(kinds, IsEmpty());
        EXPECT_EQ(texts(style, "//layerGeometryType"), std::vector<std::string>{"4"});
    } else if (layer_.geometry == domain::LayerGeometry::multipolygon) {
        EXPECT_THAT(kinds, Each("fill"));
        EXPECT_THAT(kinds, Not(IsEmpty()));
        EXPECT_EQ(texts(style, "//layerGeometryType"), std::vector<std::string>{"2"});
    } else {
        EXPECT_THAT(texts(style, "//layerGeometryType"), IsEmpty())
            << "a style with a geometry type does not load on a layer of another";
    }
}

TEST_P(EveryStyle, has_one_symbol_a_class) {
    for (const publish::ResultFacts& facts : {some_facts(), empty_facts()}) {
        const auto style = xml(publish::style_qml(layer_.layer, facts));
        const std::vector<std::string> used =
            values(style, "//category | //range | //rule[@symbol]", "symbol");
        if (!used.empty()) {
            EXPECT_EQ(values(style, "//renderer-v2/symbols/symbol", "name"), used)
                << "QGIS takes a symbol away with the first class that names it";
        }
    }
}

TEST_P(EveryStyle, names_no_font) {
    EXPECT_THAT(publish::style_qml(layer_.layer, some_facts()), Not(HasSubstr("fontFamily")))
        << "QGIS warns of a font that a machine lacks";
}

TEST_P(EveryStyle, has_a_descriptor_where_there_is_something_to_draw) {
    const std::string sld = publish::style_sld(layer_.layer, some_facts());
    EXPECT_EQ(sld.empty(), layer_.geometry == domain::LayerGeometry::none);
    if (!sld.empty()) {
        EXPECT_THAT(texts(xml(sld), "/StyledLayerDescriptor/NamedLayer/Name"),
                    ElementsAre(layer_.name));
    }
}

INSTANTIATE_TEST_SUITE_P(AllLayers, EveryStyle, testing::ValuesIn(layer_names()),
                         [](const auto& layer) { return layer.param; });

}  // namespace

}  // namespace koppelkans::test
