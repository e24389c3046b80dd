#include "engine/publish/form.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/publish/layer_texts.h"
#include "engine/publish/style.h"
#include "tests/publish/facts.h"

namespace koppelkans::test {

namespace {

using domain::Layer;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAreArray;

class Forms : public testing::TestWithParam<std::string> {
  protected:
    const domain::LayerDefinition& layer_ =
        domain::definition(domain::layer_named(GetParam()).value());
    const pugi::xml_document style_ = xml(publish::style_qml(layer_.layer, some_facts()));

    std::vector<std::string> fields() const {
        std::vector<std::string> names;
        for (const domain::Field& field : layer_.fields) {
            names.emplace_back(field.name);
        }
        return names;
    }
};

TEST_P(Forms, give_every_field_the_alias_of_its_definition) {
    std::vector<std::string> aliases;
    for (const domain::Field& field : layer_.fields) {
        aliases.emplace_back(field.alias);
    }
    EXPECT_EQ(values(style_, "//aliases/alias", "field"), fields());
    EXPECT_EQ(values(style_, "//aliases/alias", "name"), aliases);
}

TEST_P(Forms, hold_every_field_once) {
    EXPECT_EQ(texts(style_, "//editorlayout"), std::vector<std::string>{"tablayout"});
    EXPECT_THAT(values(style_, "//attributeEditorField", "name"),
                UnorderedElementsAreArray(fields()));
}

TEST_P(Forms, hide_the_row_number) {
    EXPECT_THAT(values(style_, "//fieldConfiguration/field[@name='fid']/editWidget", "type"),
                ElementsAre("Hidden"));
    EXPECT_THAT(values(style_, "//columns/column[@hidden='1']", "name"), ElementsAre("fid"));
}

TEST_P(Forms, say_what_a_row_is_called_and_what_hovering_shows) {
    EXPECT_THAT(texts(style_, "//previewExpression"), Not(Contains("")));
    ASSERT_EQ(texts(style_, "//mapTip").size(), 1U);
    EXPECT_THAT(texts(style_, "//mapTip")[0], HasSubstr("<b>[% "));
}

TEST_P(Forms, show_days_as_people_write_them) {
    for (const domain::Field& field : layer_.fields) {
        const std::string path =
            std::string("//fieldConfiguration/field[@name='") + field.name + "']/editWidget";
        if (field.type == domain::FieldType::date) {
            EXPECT_THAT(values(style_, path.c_str(), "type"), ElementsAre("DateTime"));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AllLayers, Forms, testing::ValuesIn(layer_names()),
                         [](const auto& layer) { return layer.param; });

const char* const value_map = "//field[@name='opgave_a']//Option[@name='map']/Option/Option";

TEST(Names, of_opgaven_stand_in_the_form_in_place_of_ids) {
    const auto style = xml(publish::style_qml(Layer::koppelkansen, some_facts()));
    EXPECT_THAT(values(style, value_map, "value"),
                ElementsAre("riool:1", "groen:7", "groen:8", "groen:9"));
    EXPECT_THAT(values(style, value_map, "name"),
                ElementsAre("Kerkstraat", "Park (groen:7)", "Park (groen:8)", "groen:9"))
        << "what is called alike is told apart, what has no name keeps its id";
}

TEST(Names, of_too_many_opgaven_are_left_out) {
    publish::ResultFacts facts = some_facts();
    facts.opgaven.clear();
    EXPECT_THAT(values(xml(publish::style_qml(Layer::koppelkansen, facts)), value_map, "value"),
                IsEmpty());
}

TEST(Names, that_xml_cannot_hold_do_not_spoil_the_style) {
    publish::ResultFacts facts = some_facts();
    facts.opgaven[Layer::koppelkansen] = {{"a:1", "bel\x07 \x01<b>&\"'\xEF\xBF\xBF é"}};
    const auto style = xml(publish::style_qml(Layer::koppelkansen, facts));
    EXPECT_THAT(values(style, value_map, "name"), ElementsAre("bel   <b>&\"'  é"));
}

TEST(Names, come_from_the_layer_opgaven_in_a_project) {
    pugi::xml_document document;
    const pugi::xml_node layer = document.append_child("maplayer");
    publish::add_form(layer, Layer::risicos, some_facts(),
                      {{{"eerst", "opgaven_x", "Opgaven", "opgave_id", "aanduiding"}}, {}});
    EXPECT_THAT(values(document, "//field[@name='eerst']/editWidget", "type"),
                ElementsAre("ValueRelation"));
    EXPECT_THAT(values(document, "//field[@name='eerst']//Option[@name='Key']", "value"),
                ElementsAre("opgave_id"));
}

TEST(MapTips, show_what_sources_say_and_do_not_obey_it) {
    EXPECT_EQ(publish::html_safe("\"naam\""),
              "replace(to_string(\"naam\"), map('&', '&amp;', '<', '&lt;'))");
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        const std::string tip = publish::layer_texts(layer.layer).map_tip;
        for (const char* source_text : {"\"naam\"", "\"naam_a\"", "\"trekker\"", "\"detail\"",
                                        "\"buurtnaam\"", "represent_value"}) {
            for (std::size_t at = tip.find(source_text); at != std::string::npos;
                 at = tip.find(source_text, at + 1)) {
                const std::size_t open = tip.rfind("[%", at);
                EXPECT_EQ(tip.compare(open, 21, "[% replace(to_string("), 0)
                    << layer.name << ": " << source_text;
            }
        }
    }
}

}  // namespace

}  // namespace koppelkans::test
