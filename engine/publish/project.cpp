#include "engine/publish/project.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/publish/project_parts.h"
#include "engine/publish/xml.h"

namespace koppelkans::publish {

namespace {

using domain::Layer;

/// A group of the tree. Groups and the layers in them stand in drawing order, the first on top.
struct Group {
    const char* title;
    std::vector<Layer> layers;
    bool is_expanded;
};

const std::vector<Group>& groups() {
    static const std::vector<Group> all = {
        {"Kansen en risico's",
         {Layer::koppelkansen, Layer::combinaties, Layer::risicos, Layer::gebiedskansen},
         true},
        {"Plannen", {Layer::opgaven, Layer::werkgebieden, Layer::afgekeurd}, true},
        {"Gebieden", {Layer::wijken, Layer::gemeenten, Layer::buurten}, true},
        {"Tabellen", {Layer::koppelkansen_totaal, Layer::bronnen, Layer::run}, false}};
    return all;
}

/// A view on the map. `subject` comes first: without it there is no such theme.
struct Theme {
    const char* title;
    Layer subject;
    std::vector<Layer> others;
};

const std::vector<Theme>& themes() {
    static const std::vector<Theme> all = {
        {koppelkansen_theme, Layer::koppelkansen, {Layer::opgaven, Layer::wijken, Layer::buurten}},
        {"Combinaties", Layer::combinaties, {Layer::opgaven, Layer::wijken, Layer::buurten}},
        {"Risico's", Layer::risicos, {Layer::opgaven, Layer::wijken, Layer::buurten}},
        {"Drukte per buurt", Layer::buurten, {Layer::wijken, Layer::gemeenten}},
        {"Tijdlijn", Layer::opgaven, {Layer::wijken, Layer::buurten}}};
    return all;
}

/// What is on when the project opens.
bool is_shown_first(Layer layer) {
    return layer == Layer::koppelkansen || layer == Layer::opgaven || layer == Layer::wijken ||
           layer == Layer::buurten;
}

/// Round everything, with some room.
geometry::Box view_of(const ResultFacts& facts) {
    const geometry::Box whole = extent_of(facts);
    const double size = std::max(whole.max_x - whole.min_x, whole.max_y - whole.min_y);
    return geometry::grown(whole, 10 + 0.03 * size);
}

void add_tree(pugi::xml_node project, const ResultFacts& facts, const std::string& data_source) {
    pugi::xml_node root = element(project, "layer-tree-group");
    for (const Group& group : groups()) {
        const pugi::xml_node made = element(root, "layer-tree-group");
        set_all(made, {{"name", group.title},
                       {"checked", "Qt::Checked"},
                       {"expanded", group.is_expanded ? "1" : "0"}});
        for (const Layer layer : group.layers) {
            if (!facts.has(layer)) {
                continue;
            }
            const pugi::xml_node leaf = add_tree_layer(made, layer, data_source);
            set(leaf, "checked", is_shown_first(layer) ? "Qt::Checked" : "Qt::Unchecked");
            set(leaf, "expanded", layer == Layer::koppelkansen ? "1" : "0");
            if (has_geometry(layer)) {
                option(option_map(element(leaf, "customproperties")), "showFeatureCount", "1");
            }
        }
        if (!made.first_child()) {
            root.remove_child(made);
        }
    }
    if (has_background(facts)) {
        const pugi::xml_node background = element(root, "layer-tree-layer");
        set_all(background, {{"id", background_id},
                             {"name", background_title},
                             {"providerKey", "wms"},
                             {"checked", "Qt::Unchecked"},
                             {"expanded", "0"}});
    }
}

void add_canvas(pugi::xml_node project, const ResultFacts& facts) {
    const geometry::Box view = view_of(facts);
    const pugi::xml_node canvas = element(project, "mapcanvas");
    set(canvas, "name", "theMapCanvas");
    set(canvas, "annotationsVisible", "1");
    element(canvas, "units", "meters");
    const pugi::xml_node extent = element(canvas, "extent");
    element(extent, "xmin", number(view.min_x));
    element(extent, "ymin", number(view.min_y));
    element(extent, "xmax", number(view.max_x));
    element(extent, "ymax", number(view.max_y));
    element(canvas, "rotation", "0");
    add_crs(element(canvas, "destinationsrs"), facts.crs_code, facts.crs_wkt);

    const pugi::xml_node settings = element(project, "ProjectViewSettings");
    set(settings, "UseProjectScales", "0");
    set(settings, "rotation", "0");
    // The tiles of the background cover the world; without its own extent "zoom to all" would too.
    for (const char* name : {"DefaultViewExtent", "PresetFullExtent"}) {
        const pugi::xml_node whole = element(settings, name);
        set_all(whole, {{"xmin", number(view.min_x)},
                        {"ymin", number(view.min_y)},
                        {"xmax", number(view.max_x)},
                        {"ymax", number(view.max_y)}});
        add_crs(whole, facts.crs_code, facts.crs_wkt);
    }
}

/// The tiles of the background are in another CRS, and QGIS would ask, before it shows anything, by
/// which of two operations they should be brought to this one (to within a metre, each). This is
/// the first that PROJ names: Amersfoort to WGS 84 (4), EPSG:4833.
void add_transformation(pugi::xml_node project, const ResultFacts& facts) {
    const pugi::xml_node pair = element(element(project, "transformContext"), "srcDest");
    set(pair, "coordinateOp",
        "+proj=pipeline +step +inv +proj=webmerc +lat_0=0 +lon_0=0 +x_0=0 +y_0=0 +ellps=WGS84 "
        "+step +proj=push +v_3 +step +proj=cart +ellps=WGS84 +step +inv +proj=helmert +x=565.4171 "
        "+y=50.3319 +z=465.5524 +rx=0.398957388243134 +ry=-0.343987817378283 "
        "+rz=1.87740163998045 +s=4.0725 +convention=coordinate_frame +step +inv +proj=cart "
        "+ellps=bessel +step +proj=pop +v_3 +step +proj=sterea +lat_0=52.1561605555556 "
        "+lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel");
    set(pair, "allowFallback", "1");
    add_crs(element(pair, "src"), background_crs, "");
    add_crs(element(pair, "dest"), facts.crs_code, facts.crs_wkt);
}

void add_themes(pugi::xml_node project, const ResultFacts& facts) {
    const pugi::xml_node list = element(project, "visibility-presets");
    for (const Theme& theme : themes()) {
        if (!facts.has(theme.subject)) {
            continue;
        }
        const pugi::xml_node made = element(list, "visibility-preset");
        set(made, "name", theme.title);
        set(made, "has-expanded-info", "0");
        std::vector<Layer> shown = theme.others;
        shown.insert(shown.begin(), theme.subject);
        for (const Layer layer : shown) {
            if (!facts.has(layer)) {
                continue;
            }
            const pugi::xml_node one = element(made, "layer");
            set(one, "id", layer_id(layer));
            set(one, "visible", "1");
            const bool is_subject = layer == theme.subject;
            set(one, "style",
                layer == Layer::buurten && !is_subject   ? border_style
                : layer == Layer::opgaven && !is_subject ? quiet_style
                                                         : "default");
        }
    }
}

void add_bookmarks(pugi::xml_node project, const ResultFacts& facts) {
    const pugi::xml_node list = element(project, "Bookmarks");
    int count = 0;
    for (const NamedPlace& place : facts.bookmarks) {
        const geometry::Box& box = place.box;
        const pugi::xml_node made = element(list, "Bookmark");
        set_all(made, {{"id", fmt::format("{{6b6f7070-656c-4b61-8e73-{:012d}}}", ++count)},
                       {"name", place.naam},
                       {"group", facts.bookmark_group}});
        set(made, "extent",
            fmt::format("POLYGON(({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", box.min_x,
                        box.min_y, box.max_x, box.max_y));
        // The whole definition in each of hundreds would be most of the project.
        add_crs(made, facts.crs_code, facts.crs_code.starts_with("EPSG:") ? "" : facts.crs_wkt);
    }
}

std::string moment(time::Day day) {
    return time::iso(day) + "T00:00:00Z";
}

/// A frame of three months over all years of the plans.
void add_time(pugi::xml_node project, const ResultFacts& facts) {
    if (!facts.first_start || !facts.last_eind) {
        return;
    }
    const pugi::xml_node settings = element(project, "ProjectTimeSettings");
    set_all(settings, {{"timeStepUnit", "mon"},
                       {"timeStep", "3"},
                       {"frameRate", "1"},
                       {"cumulativeTemporalRange", "0"}});
    const pugi::xml_node range = element(settings, "TemporalRange");
    element(range, "start", moment(*facts.first_start));
    element(range, "end", moment(*facts.last_eind));
}

pugi::xml_node property(pugi::xml_node parent, const char* name, const char* type,
                        std::string_view value) {
    const pugi::xml_node made = element(parent, name, value);
    set(made, "type", type);
    return made;
}

void add_list(pugi::xml_node parent, const char* name, const std::vector<std::string>& values) {
    const pugi::xml_node made = element(parent, name);
    set(made, "type", "QStringList");
    for (const std::string& value : values) {
        element(made, "value", value);
    }
}

/// On, and over the whole range: every frame mode but that hides most of the plans at first.
void add_controller(pugi::xml_node properties, const ResultFacts& facts) {
    if (!facts.first_start || !facts.last_eind) {
        return;
    }
    const pugi::xml_node controller = element(properties, "TemporalControllerWidget");
    property(controller, "StartDateTime", "QString", moment(*facts.first_start));
    property(controller, "EndDateTime", "QString", moment(*facts.last_eind));
    property(controller, "NavigationMode", "int", "2");
}

void add_server(pugi::xml_node properties, const ResultFacts& facts) {
    property(properties, "WMSServiceCapabilities", "bool", "true");
    property(properties, "WMSServiceTitle", "QString", project_name);
    property(properties, "WMSServiceAbstract", "QString",
             "Waar plannen elkaar treffen, op de plek en in de tijd.");
    property(properties, "WMSRootName", "QString", "koppelkans");
    property(properties, "WMSAddWktGeometry", "bool", "true");
    std::vector<std::string> systems = {"EPSG:28992", "EPSG:4326", "EPSG:3857"};
    if (facts.crs_code.starts_with("EPSG:") && facts.crs_code != systems[0]) {
        systems.insert(systems.begin(), facts.crs_code);
    }
    add_list(properties, "WMSCrsList", systems);
    add_list(properties, "WMSRestrictedLayers", {background_title});
    std::vector<std::string> served;
    for (const Layer layer : facts.layers) {
        served.push_back(layer_id(layer));
    }
    add_list(properties, "WFSLayers", served);
    const pugi::xml_node precision = element(properties, "WFSLayersPrecision");
    for (const std::string& id : served) {
        property(precision, id.c_str(), "int", "3");
    }
}

void add_properties(pugi::xml_node project, const ResultFacts& facts) {
    const pugi::xml_node properties = element(project, "properties");
    property(element(properties, "Paths"), "Absolute", "bool", "false");
    property(element(properties, "SpatialRefSys"), "ProjectionsEnabled", "int", "1");
    add_controller(properties, facts);
    add_server(properties, facts);
}

void add_description(pugi::xml_node project, const ResultFacts& facts) {
    const pugi::xml_node metadata = element(project, "projectMetadata");
    element(metadata, "title", project_name);
    element(metadata, "abstract",
            fmt::format("Koppelkansen op peildatum {}, horizon {}, gemaakt door koppelkans {}.",
                        dutch(facts.peildatum), dutch(facts.horizon), facts.version));
    element(metadata, "language", "nl");
    element(metadata, "creation", facts.timestamp);
}

}  // namespace

geometry::Box extent_of(const ResultFacts& facts) {
    constexpr geometry::Box netherlands{0, 300000, 290000, 630000};
    return facts.extent.empty() ? netherlands : facts.extent;
}

std::string dutch(time::Day day) {
    const time::CalendarDate date = time::calendar_date(day);
    return fmt::format("{:02}-{:02}-{}", date.day, date.month, date.year);
}

std::string dutch(const time::Period& period) {
    constexpr int year = 12;
    std::string text;
    if (period.months != 0) {
        text = period.months % year == 0 ? fmt::format("{} jaar", period.months / year)
               : period.months == 1      ? "1 maand"
                                         : fmt::format("{} maanden", period.months);
    }
    if (period.days != 0 || text.empty()) {
        text += fmt::format("{}{} {}", text.empty() ? "" : " en ", period.days,
                            period.days == 1 ? "dag" : "dagen");
    }
    return text;
}

bool has_background(const ResultFacts& facts) {
    return facts.crs_code == "EPSG:28992";
}

std::string layer_id(Layer layer) {
    return std::string(domain::definition(layer).name) + "_resultaat";
}

bool has_geometry(Layer layer) {
    return domain::definition(layer).geometry != domain::LayerGeometry::none;
}

void add_crs(pugi::xml_node parent, const std::string& code, const std::string& wkt) {
    const pugi::xml_node crs = element(parent, "spatialrefsys");
    if (!wkt.empty()) {
        element(crs, "wkt", wkt);
    }
    if (code.starts_with("EPSG:")) {
        element(crs, "srsid", "2517");
        element(crs, "srid", code.substr(5));
        element(crs, "authid", code);
    }
}

pugi::xml_node add_tree_layer(pugi::xml_node group, Layer layer, const std::string& data_source) {
    const domain::LayerDefinition& definition = domain::definition(layer);
    const pugi::xml_node leaf = element(group, "layer-tree-layer");
    set_all(leaf, {{"id", layer_id(layer)},
                   {"name", definition.title},
                   {"providerKey", "ogr"},
                   {"source", fmt::format("{}|layername={}", data_source, definition.name)}});
    return leaf;
}

std::string project_qgs(const ResultFacts& facts, const std::string& data_source) {
    pugi::xml_document document;
    document.append_child(pugi::node_doctype)
        .set_value("qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'");
    const pugi::xml_node project = document.append_child("qgis");
    set(project, "version", qgis_version);
    set(project, "projectname", project_name);
    element(project, "title", project_name);
    add_crs(element(project, "projectCrs"), facts.crs_code, facts.crs_wkt);
    add_tree(project, facts, data_source);
    add_relations(project, facts);
    add_canvas(project, facts);
    if (has_background(facts)) {
        add_transformation(project, facts);
    }
    add_layers(project, facts, data_source);
    add_themes(project, facts);
    add_description(project, facts);
    if (facts.has(Layer::buurten)) {
        add_layout(project, facts, data_source);
    }
    add_bookmarks(project, facts);
    add_time(project, facts);
    add_properties(project, facts);
    return text_of(document);
}

}  // namespace koppelkans::publish
