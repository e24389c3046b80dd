#include "engine/io/style.h"

#include <memory>
#include <string>
#include <vector>

#include <cpl_minixml.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::test {

namespace {

struct XmlDelete {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using Xml = std::unique_ptr<CPLXMLNode, XmlDelete>;

/// QGIS applies nothing of a style that is not well-formed, and says nothing (see its own reader).
class Styles : public testing::TestWithParam<std::string> {
  protected:
    Styles()
        : layer_(domain::definition(domain::layer_named(GetParam()).value())),
          root_(CPLParseXMLString(std::string(io::style_qml(layer_.layer)).c_str())),
          style_(CPLGetXMLNode(root_.get(), "=qgis")) {}

    const char* text(const char* path) const { return CPLGetXMLValue(style_, path, ""); }
    std::vector<std::string> attributes(const char* path, const char* element,
                                        const char* attribute) const {
        std::vector<std::string> found;
        for (const CPLXMLNode* node = CPLGetXMLNode(style_, path)->psChild; node != nullptr;
             node = node->psNext) {
            if (node->eType == CXT_Element && std::string(node->pszValue) == element) {
                found.emplace_back(CPLGetXMLValue(node, attribute, ""));
            }
        }
        return found;
    }

    const domain::LayerDefinition& layer_;
    Xml root_;
    CPLXMLNode* style_;
};

TEST_P(Styles, are_well_formed_qml) {
    ASSERT_NE(style_, nullptr);
    EXPECT_STREQ(text("styleCategories"), "AllStyleCategories");
}

TEST_P(Styles, give_every_field_the_alias_of_its_definition) {
    ASSERT_NE(style_, nullptr);
    std::vector<std::string> fields;
    std::vector<std::string> aliases;
    for (const domain::Field& field : layer_.fields) {
        fields.emplace_back(field.name);
        aliases.emplace_back(field.alias);
    }
    EXPECT_EQ(attributes("aliases", "alias", "field"), fields);
    EXPECT_EQ(attributes("aliases", "alias", "name"), aliases);
}

TEST_P(Styles, draw_what_the_layer_holds) {
    ASSERT_NE(style_, nullptr);
    switch (layer_.geometry) {
        case domain::LayerGeometry::none:
            EXPECT_EQ(CPLGetXMLNode(style_, "renderer-v2"), nullptr);
            EXPECT_STREQ(text("layerGeometryType"), "4");
            break;
        case domain::LayerGeometry::multipolygon:
            EXPECT_STREQ(text("renderer-v2.symbols.symbol.type"), "fill");
            EXPECT_STREQ(text("layerGeometryType"), "2");
            break;
        case domain::LayerGeometry::any:
            EXPECT_THAT(attributes("renderer-v2.symbols", "symbol", "type"),
                        testing::ElementsAre("marker", "line", "fill"));
            EXPECT_THAT(attributes("renderer-v2.rules", "rule", "filter"),
                        testing::ElementsAre("geometry_type($geometry)='Point'",
                                             "geometry_type($geometry)='Line'",
                                             "geometry_type($geometry)='Polygon'"));
            EXPECT_EQ(CPLGetXMLNode(style_, "layerGeometryType"), nullptr)
                << "a style with a geometry type does not load on a layer of another";
    }
}

TEST_P(Styles, hide_the_row_number) {
    ASSERT_NE(style_, nullptr);
    EXPECT_STREQ(text("fieldConfiguration.field.name"), "fid");
    EXPECT_STREQ(text("fieldConfiguration.field.editWidget.type"), "Hidden");
}

std::vector<std::string> names_of_layers() {
    std::vector<std::string> names;
    for (const domain::LayerDefinition& layer : domain::layer_definitions()) {
        names.emplace_back(layer.name);
    }
    return names;
}

INSTANTIATE_TEST_SUITE_P(AllLayers, Styles, testing::ValuesIn(names_of_layers()),
                         [](const auto& layer) { return layer.param; });

}  // namespace

}  // namespace koppelkans::test
