#include <string>
#include <utility>

#include <fmt/format.h>

#include "engine/publish/form.h"
#include "engine/publish/project_parts.h"
#include "engine/publish/style_parts.h"
#include "engine/publish/xml.h"

namespace koppelkans::publish {

namespace {

using domain::Layer;

/// A relation: rows of `child` whose `field` names a row of `parent`.
struct Relation {  // NOLINT(clang-analyzer-optin.performance.Padding): as it is read
    const char* id;
    const char* title;
    Layer child;
    const char* field;
    Layer parent;
    const char* key;
};

constexpr Relation relations[] = {
    {"koppelkans_van_buurt", "Koppelkansen in deze buurt", Layer::koppelkansen, "buurtcode",
     Layer::buurten, "buurtcode"},
    {"combinatie_van_buurt", "Combinaties in deze buurt", Layer::combinaties, "buurtcode",
     Layer::buurten, "buurtcode"},
    {"risico_van_buurt", "Risico's in deze buurt", Layer::risicos, "buurtcode", Layer::buurten,
     "buurtcode"},
    {"gebiedskans_van_buurt", "Gebiedskansen in deze buurt", Layer::gebiedskansen, "buurtcode",
     Layer::buurten, "buurtcode"},
    {"koppelkans_van_opgave_a", "Koppelkansen, als opgave A", Layer::koppelkansen, "opgave_a",
     Layer::opgaven, "opgave_id"},
    {"koppelkans_van_opgave_b", "Koppelkansen, als opgave B", Layer::koppelkansen, "opgave_b",
     Layer::opgaven, "opgave_id"},
    {"risico_van_eerste", "Risico's, als eerste", Layer::risicos, "eerst", Layer::opgaven,
     "opgave_id"},
    {"risico_van_latere", "Risico's, als latere", Layer::risicos, "daarna", Layer::opgaven,
     "opgave_id"},
    {"risico_van_koppelkans", "Risico's die deze koppelkans wegneemt", Layer::risicos,
     "koppelkans_id", Layer::koppelkansen, "koppelkans_id"},
    {"buurt_van_wijk", "Buurten in deze wijk", Layer::buurten, "wijkcode", Layer::wijken,
     "wijkcode"},
};

/// The column of opgaven, made in the project alone, by which a form names an opgave.
constexpr const char* name_column = "aanduiding";
constexpr const char* name_expression = "coalesce(\"naam\", \"opgave_id\")";

FormExtras extras_of(Layer layer, const ResultFacts& facts) {
    FormExtras extras;
    if (facts.has(Layer::opgaven)) {
        for (const std::string& column : opgave_columns(layer)) {
            extras.lookups.push_back({column, layer_id(Layer::opgaven),
                                      domain::definition(Layer::opgaven).title, "opgave_id",
                                      name_column});
        }
    }
    for (const Relation& relation : relations) {
        if (relation.parent == layer && facts.has(relation.child)) {
            extras.relations.push_back({relation.id, relation.title});
        }
    }
    return extras;
}

void add_name_column(pugi::xml_node maplayer) {
    const pugi::xml_node field = element(element(maplayer, "expressionfields"), "field");
    set_all(field, {{"name", name_column},
                    {"expression", name_expression},
                    {"type", "10"},
                    {"typeName", "string"},
                    {"length", "0"},
                    {"precision", "0"},
                    {"subType", "0"},
                    {"comment", ""}});
    const pugi::xml_node shown = element(maplayer.child("fieldConfiguration"), "field");
    set(shown, "name", name_column);
    set(shown, "configurationFlags", "HideFromWms|HideFromWfs");
}

/// How a layer lies in time, for the TIME of a WMS.
void add_time_dimension(pugi::xml_node maplayer) {
    const pugi::xml_node temporal = maplayer.child("temporal");
    const std::string start = temporal.attribute("startField").value();
    if (start.empty()) {
        return;
    }
    const pugi::xml_node dimension = element(element(maplayer, "wmsDimensions"), "dimension");
    set_all(dimension, {{"name", "TIME"},
                        {"fieldName", start},
                        {"endFieldName", temporal.attribute("endField").value()},
                        {"units", "ISO8601"},
                        {"unitSymbol", ""},
                        {"defaultDisplayType", "0"},
                        {"referenceValue", ""}});
}

void add_identity(pugi::xml_node maplayer, Layer layer, const ResultFacts& facts,
                  const std::string& data_source) {
    const domain::LayerDefinition& definition = domain::definition(layer);
    set(maplayer, "type", "vector");
    if (!has_geometry(layer)) {
        set(maplayer, "geometry", "No geometry");
    } else if (definition.geometry == domain::LayerGeometry::multipolygon) {
        set(maplayer, "geometry", "Polygon");
    }
    element(maplayer, "id", layer_id(layer));
    element(maplayer, "datasource", fmt::format("{}|layername={}", data_source, definition.name));
    element(maplayer, "layername", definition.title);
    element(maplayer, "shortname", definition.name);
    element(maplayer, "title", definition.title);
    element(maplayer, "abstract", definition.description);
    if (has_geometry(layer)) {
        add_crs(element(maplayer, "srs"), facts.crs_code, facts.crs_wkt);
    }
    const pugi::xml_node provider = element(maplayer, "provider", "ogr");
    set(provider, "encoding", "UTF-8");
}

void copy_style(pugi::xml_node style, pugi::xml_node maplayer) {
    for (const pugi::xml_attribute attribute : style.attributes()) {
        const std::string_view name = attribute.name();
        if (name != "version" && name != "styleCategories") {
            set(maplayer, attribute.name(), attribute.value());
        }
    }
    for (const pugi::xml_node child : style.children()) {
        maplayer.append_copy(child);
    }
}

/// A second style beside the layer's own: the same form and labels, another look.
pugi::xml_node add_second_style(pugi::xml_node maplayer, const char* name) {
    const pugi::xml_node manager = element(maplayer, "map-layer-style-manager");
    set(manager, "current", "default");
    set(element(manager, "map-layer-style"), "name", "default");
    const pugi::xml_node second = element(manager, "map-layer-style");
    set(second, "name", name);
    pugi::xml_node style = element(second, "qgis");
    for (const pugi::xml_attribute attribute : maplayer.attributes()) {
        set(style, attribute.name(), attribute.value());
    }
    set(style, "version", qgis_version);
    set(style, "styleCategories", "AllStyleCategories");
    for (const pugi::xml_node child : maplayer.children()) {
        const std::string_view kind = child.name();
        if (kind == "temporal" || kind == "renderer-v2" || kind == "labeling" ||
            kind == "expressionfields" || kind == "fieldConfiguration" || kind == "aliases" ||
            kind == "attributetableconfig" || kind == "editorlayout" ||
            kind == "attributeEditorForm" || kind == "previewExpression" || kind == "mapTip") {
            style.append_copy(child);
        }
    }
    return style;
}

/// Buurten as borders alone, for themes in which something else is the news: all look like the
/// first class, which is that of none.
void add_border_style(pugi::xml_node maplayer) {
    pugi::xml_node style = add_second_style(maplayer, border_style);
    const pugi::xml_node old = style.child("renderer-v2");
    const pugi::xml_node renderer = style.insert_child_after("renderer-v2", old);
    set(renderer, "type", "singleSymbol");
    element(renderer, "symbols").append_copy(old.select_node("symbols/symbol[@name='0']").node());
    style.remove_child(old);
}

/// Opgaven in one grey, below what was found of them.
void add_quiet_style(pugi::xml_node maplayer) {
    const pugi::xml_node style = add_second_style(maplayer, quiet_style);
    for (const pugi::xpath_node found : style.select_nodes("renderer-v2//Option[@name]")) {
        const pugi::xml_node setting = found.node();
        const std::string_view name = setting.attribute("name").value();
        if (name == "color" || name == "line_color") {
            set(setting, "value", "150,150,150,110");
        } else if (name == "outline_color") {
            set(setting, "value", "130,130,130,255");
        } else if (name == "line_width") {
            set(setting, "value", "0.5");
        }
    }
    set(style, "labelsEnabled", "0");
}

void add_layer(pugi::xml_node layers, Layer layer, const ResultFacts& facts,
               const std::string& data_source) {
    pugi::xml_document document;
    add_style(document.root(), layer, facts);
    const pugi::xml_node style = document.child("qgis");
    add_form(style, layer, facts, extras_of(layer, facts));
    const pugi::xml_node maplayer = element(layers, "maplayer");
    add_identity(maplayer, layer, facts, data_source);
    copy_style(style, maplayer);
    add_time_dimension(maplayer);
    if (layer == Layer::opgaven) {
        add_name_column(maplayer);
        add_quiet_style(maplayer);
    }
    if (layer == Layer::buurten) {
        add_border_style(maplayer);
    }
}

/// Tiles of the national base map. A WMTS would be a broken layer without a network; tiles are not.
void add_background(pugi::xml_node layers) {
    const pugi::xml_node maplayer = element(layers, "maplayer");
    set(maplayer, "type", "raster");
    element(maplayer, "id", background_id);
    element(maplayer, "datasource",
            "type=xyz&url=https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/"
            "EPSG:3857/{z}/{x}/{y}.png&zmin=6&zmax=19");
    element(maplayer, "layername", background_title);
    element(maplayer, "shortname", background_id);
    element(maplayer, "title", background_title);
    element(maplayer, "attribution", "Kadaster, PDOK (CC BY 4.0)");
    add_crs(element(maplayer, "srs"), background_crs, "");
    element(maplayer, "provider", "wms");
    const pugi::xml_node pipe = element(maplayer, "pipe");
    const pugi::xml_node renderer = element(pipe, "rasterrenderer");
    set_all(renderer, {{"type", "singlebandcolordata"}, {"band", "1"}, {"opacity", "0.7"}});
}

}  // namespace

void add_layers(pugi::xml_node project, const ResultFacts& facts, const std::string& data_source) {
    const pugi::xml_node layers = element(project, "projectlayers");
    for (const Layer layer : facts.layers) {
        add_layer(layers, layer, facts, data_source);
    }
    if (has_background(facts)) {
        add_background(layers);
    }
}

void add_relations(pugi::xml_node project, const ResultFacts& facts) {
    const pugi::xml_node list = element(project, "relations");
    for (const Relation& relation : relations) {
        if (!facts.has(relation.child) || !facts.has(relation.parent)) {
            continue;
        }
        const pugi::xml_node made = element(list, "relation");
        set_all(made, {{"id", relation.id},
                       {"name", relation.title},
                       {"referencingLayer", layer_id(relation.child)},
                       {"referencedLayer", layer_id(relation.parent)},
                       {"strength", "Association"}});
        const pugi::xml_node field = element(made, "fieldRef");
        set(field, "referencingField", relation.field);
        set(field, "referencedField", relation.key);
    }
}

}  // namespace koppelkans::publish
