#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/publish/project_parts.h"
#include "engine/publish/xml.h"

namespace koppelkans::publish {

namespace {

using domain::Layer;

// QGIS's numbers for the kinds of items on a page.
constexpr int page_item = 65638;
constexpr int map_item = 65639;
constexpr int picture_item = 65640;
constexpr int label_item = 65641;
constexpr int legend_item = 65642;
constexpr int scale_bar_item = 65646;

/// A rectangle on the page, mm from its upper left corner: A4, lying.
struct Frame {
    double x, y, width, height;
};
constexpr Frame page_frame{0, 0, 297, 210};
constexpr Frame title_frame{10, 6, 277, 12};
constexpr Frame map_frame{10, 20, 200, 174};
constexpr Frame figures_frame{214, 20, 73, 42};
constexpr Frame legend_frame{214, 64, 73, 100};
constexpr Frame north_frame{214, 166, 10, 10};
constexpr Frame scale_frame{214, 180, 73, 12};
constexpr Frame foot_frame{10, 196, 277, 8};

/// A needle that points up, so that the layout needs no file of QGIS's own collection.
constexpr const char* north_arrow =
    "base64:"
    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyMCAyMCI+"
    "PHBhdGggZD0iTTEw"
    "IDEgTDE1IDE5IEwxMCAxNSBMNSAxOSBaIiBmaWxsPSIjMjIyIi8+PC9zdmc+";

std::string item_uuid(int number) {
    return fmt::format("{{6b6f7070-656c-4c61-8979-{:012d}}}", number);
}

pugi::xml_node item(pugi::xml_node parent, int kind, const Frame& frame, const char* id,
                    int number) {
    const pugi::xml_node made = element(parent, "LayoutItem");
    const std::string place = fmt::format("{},{},mm", frame.x, frame.y);
    set_all(made, {{"type", std::to_string(kind)},
                   {"id", id},
                   {"uuid", item_uuid(number)},
                   {"templateUuid", item_uuid(number)},
                   {"zValue", std::to_string(number)},
                   {"position", place},
                   {"positionOnPage", place},
                   {"size", fmt::format("{},{},mm", frame.width, frame.height)},
                   {"referencePoint", "0"},
                   {"visibility", "1"},
                   {"opacity", "1"},
                   {"blendMode", "0"}});
    return made;
}

/// A font as Qt writes it, which is what QGIS 3.22 reads; later ones read <text-style>.
std::string font(int size) {
    return fmt::format("Sans Serif,{},-1,5,50,0,0,0,0,0", size);
}

void add_text_style(pugi::xml_node item, int size) {
    const pugi::xml_node style = element(item, "text-style");
    set_all(style, {{"fontSize", std::to_string(size)},
                    {"fontSizeUnit", "Point"},
                    {"textColor", "20,20,20,255"}});
}

void add_label(pugi::xml_node layout, const Frame& frame, const char* id, int number, int size,
               std::string_view text) {
    const pugi::xml_node label = item(layout, label_item, frame, id, number);
    set_all(label, {{"labelText", text},
                    {"htmlState", "0"},
                    {"halign", "1"},
                    {"valign", "32"},
                    {"marginX", "0"},
                    {"marginY", "0"}});
    set(element(label, "LabelFont"), "description", font(size));
    add_text_style(label, size);
}

/// The extent decides the shape of a map, so it gets that of its frame.
geometry::Box shaped(const geometry::Box& box) {
    const double shape = map_frame.width / map_frame.height;
    const double width = std::max(box.max_x - box.min_x, (box.max_y - box.min_y) * shape);
    const double x = (box.min_x + box.max_x) / 2;
    const double y = (box.min_y + box.max_y) / 2;
    return {x - width / 2, y - width / shape / 2, x + width / 2, y + width / shape / 2};
}

void add_map(pugi::xml_node layout, const ResultFacts& facts) {
    const pugi::xml_node map = item(layout, map_item, map_frame, "kaart", 1);
    set_all(map, {{"frame", "true"},
                  {"background", "true"},
                  {"keepLayerSet", "false"},
                  {"followPreset", facts.has(Layer::koppelkansen) ? "true" : "false"},
                  {"followPresetName", koppelkansen_theme},
                  {"mapRotation", "0"},
                  {"drawCanvasItems", "true"}});
    const geometry::Box box = shaped(extent_of(facts));
    const pugi::xml_node extent = element(map, "Extent");
    set_all(extent, {{"xmin", number(box.min_x)},
                     {"ymin", number(box.min_y)},
                     {"xmax", number(box.max_x)},
                     {"ymax", number(box.max_y)}});
    const pugi::xml_node atlas = element(map, "AtlasMap");
    set_all(atlas, {{"atlasDriven", "1"}, {"scalingMode", "2"}, {"margin", "0.1"}});
}

/// A tree of its own: counts of features, which the tree of the project shows, print as [N/A]. The
/// opgaven are all grey on this map; the foot of the page says so.
void add_legend(pugi::xml_node layout, const ResultFacts& facts, const std::string& data_source) {
    const pugi::xml_node legend = item(layout, legend_item, legend_frame, "legenda", 4);
    set_all(legend, {{"title", "Legenda"},
                     {"map_uuid", item_uuid(1)},
                     {"legendFilterByMap", "1"},
                     {"resizeToContents", "1"},
                     {"symbolWidth", "7"},
                     {"symbolHeight", "4"},
                     {"columnCount", "1"},
                     {"boxSpace", "0"}});
    const pugi::xml_node styles = element(legend, "styles");
    const auto add_style = [&styles](const char* name, int size) {
        const pugi::xml_node style = element(styles, "style");
        const bool is_beside_symbol = std::string_view(name) == "symbolLabel";
        set_all(style,
                {{"name", name}, {"marginTop", "2"}, {"marginLeft", is_beside_symbol ? "2" : "0"}});
        set(element(style, "styleFont"), "description", font(size));
        add_text_style(style, size);
    };
    add_style("title", 11);
    add_style("group", 9);
    add_style("subgroup", 9);
    add_style("symbolLabel", 8);
    const pugi::xml_node tree = element(legend, "layer-tree-group");
    for (const Layer layer : {Layer::koppelkansen, Layer::wijken, Layer::buurten}) {
        if (facts.has(layer)) {
            add_tree_layer(tree, layer, data_source);
        }
    }
}

void add_scale_bar(pugi::xml_node layout) {
    const pugi::xml_node bar = item(layout, scale_bar_item, scale_frame, "schaal", 6);
    set_all(bar, {{"mapUuid", item_uuid(1)},
                  {"style", "Single Box"},
                  {"unitType", "meters"},
                  {"unitLabel", "m"},
                  {"numSegments", "2"},
                  {"numSegmentsLeft", "0"},
                  {"numMapUnitsPerScaleBarUnit", "1"},
                  {"segmentSizeMode", "1"},
                  {"minBarWidth", "30"},
                  {"maxBarWidth", "60"},
                  {"height", "3"},
                  {"outlineWidth", "0.3"}});
    add_text_style(bar, 9);
}

void add_north(pugi::xml_node layout) {
    const pugi::xml_node north = item(layout, picture_item, north_frame, "noord", 5);
    set_all(north, {{"file", north_arrow},
                    {"resizeMode", "0"},
                    {"anchorPoint", "4"},
                    {"northMode", "0"},
                    {"mapUuid", item_uuid(1)}});
}

constexpr const char* figures =
    "[% \"aantal_opgaven\" %] opgaven\n"
    "[% \"aantal_koppelkansen\" %] koppelkansen, [% \"aantal_kansrijk\" %] kansrijk\n"
    "[% \"aantal_combinaties\" %] combinaties van drie of meer soorten\n"
    "[% \"aantal_risicos\" %] risico's dat grond opnieuw open gaat\n"
    "[% format_number(\"koppel_m2\", 0, 'nl') %] m² onder koppelkansen\n"
    "[% CASE WHEN \"drukste_dag\" IS NULL THEN '' ELSE 'Drukste dag: ' || "
    "format_date(\"drukste_dag\", 'dd-MM-yyyy') || ', ' || \"max_gelijktijdig\" || ' tegelijk' END "
    "%]";

void add_atlas(pugi::xml_node layout) {
    const std::string name = "coalesce(\"buurtnaam\", \"buurtcode\")";
    const pugi::xml_node atlas = element(layout, "Atlas");
    set_all(atlas, {{"enabled", "1"},
                    {"coverageLayer", layer_id(Layer::buurten)},
                    {"pageNameExpression", name},
                    {"sortFeatures", "1"},
                    {"sortKey", name},
                    {"sortAscending", "1"},
                    {"hideCoverage", "0"},
                    {"filterFeatures", "0"},
                    {"filenamePattern", "'buurt_' || \"buurtcode\""}});
}

}  // namespace

void add_layout(pugi::xml_node project, const ResultFacts& facts, const std::string& data_source) {
    const pugi::xml_node layout = element(element(project, "Layouts"), "Layout");
    set_all(layout, {{"name", "Atlas per buurt"}, {"units", "mm"}, {"printResolution", "300"}});
    const pugi::xml_node page =
        item(element(layout, "PageCollection"), page_item, page_frame, "blad", 0);
    set(page, "background", "true");
    set(page, "frame", "false");
    add_map(layout, facts);
    add_label(layout, title_frame, "titel", 2, 18,
              "Koppelkansen in [% coalesce(\"buurtnaam\", \"buurtcode\") %]");
    add_label(layout, figures_frame, "kerncijfers", 3, 9, figures);
    add_legend(layout, facts, data_source);
    add_north(layout);
    add_scale_bar(layout);
    add_label(
        layout, foot_frame, "voet", 7, 7,
        fmt::format("Grijs: de opgaven zelf. Peildatum {}, horizon {}. Gemaakt door koppelkans {}. "
                    "Blad [% @atlas_featurenumber %] van [% @atlas_totalfeatures %]",
                    dutch(facts.peildatum), dutch(facts.horizon), facts.version));
    add_atlas(layout);
}

}  // namespace koppelkans::publish
