#include "engine/publish/style.h"

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/publish/embedded.h"
#include "engine/publish/form.h"
#include "engine/publish/style_classes.h"
#include "engine/publish/style_parts.h"
#include "engine/publish/xml.h"

namespace koppelkans::publish {

namespace {

using domain::Layer;
using Nodes = std::vector<pugi::xml_node>;

/// The text of a style file; empty where the layer has none of that kind.
std::string embedded(Layer layer, std::string_view kind) {
    const std::string file = fmt::format("{}.{}", domain::definition(layer).name, kind);
    std::string text;
    for (const EmbeddedStyle& style : embedded_styles()) {
        if (style.name == file) {
            for (const std::string_view part : style.parts) {
                text += part;
            }
        }
    }
    return text;
}

Nodes children(pugi::xml_node parent, const char* name) {
    const auto range = parent.children(name);
    return {range.begin(), range.end()};
}

void fit_ranges(pugi::xml_node renderer, Layer layer, const ResultFacts& facts) {
    pugi::xml_node ranges = renderer.child("ranges");
    const Nodes old = children(ranges, "range");
    const FittedRanges fitted = fitted_ranges(layer, facts, old.size());
    for (std::size_t i = 0; i < fitted.ranges.size(); ++i) {
        const pugi::xml_node made = ranges.append_copy(old[fitted.look_of(i, old.size())]);
        set(made, "lower", number(fitted.ranges[i].lower));
        set(made, "upper", number(fitted.ranges[i].upper));
        set(made, "label", fitted.ranges[i].label);
    }
    for (std::size_t i = fitted.kept; i < old.size(); ++i) {
        ranges.remove_child(old[i]);
    }
}

/// Which rules stay in a list of rules of one vorm, "vlak:groen" and the like: those of values that
/// occur. Where none does, the list is as it was; where one does, the rule for all others goes.
/// `named(rule)` reads a rule's key, `renamed(rule, key)` makes a copy one for another value.
template <typename Named, typename Renamed>
bool fit_list(pugi::xml_node list, const std::string& vorm, const std::set<std::string>& keys,
              const Named& named, const Renamed& renamed) {
    std::map<std::string, pugi::xml_node> rules;
    for (const pugi::xml_node rule : list.children()) {
        const std::string key = named(rule);
        if (key.starts_with(vorm + ":")) {
            rules.emplace(key, rule);
        }
    }
    std::set<std::string> wanted;
    std::size_t spares = 0;
    for (const std::string& key : keys) {
        if (!key.starts_with(vorm + ":")) {
            continue;
        }
        wanted.insert(key);
        const auto spare = rules.find(spare_key(vorm, spares));
        if (!rules.contains(key) && spare != rules.end()) {
            renamed(list.insert_copy_before(spare->second, spare->second), key);
            ++spares;
        }
    }
    for (const auto& [key, rule] : rules) {
        if (!wanted.contains(key)) {
            list.remove_child(rule);
        }
    }
    return !wanted.empty();
}

bool fit_qml_list(pugi::xml_node list, const std::string& vorm, Layer layer,
                  const std::set<std::string>& keys, const ResultFacts& facts) {
    return fit_list(
        list, vorm, keys,
        [](pugi::xml_node rule) { return std::string(rule.attribute("key").value()); },
        [&](pugi::xml_node rule, const std::string& key) {
            set(rule, "key", key);
            set(rule, "label", label_of(key, facts));
            set(rule, "filter",
                fmt::format("\"{}\" = {}", classed_column(layer), domain::sql_text(value_of(key))));
        });
}

/// Groups "punt", "lijn" and "vlak" of rules, a value each, or such rules alone; "zonder" stands by
/// itself.
void fit_rules(pugi::xml_node renderer, Layer layer, const ResultFacts& facts) {
    const std::set<std::string> keys = keys_of(layer, facts);
    if (keys.empty()) {
        return;
    }
    pugi::xml_node rules = renderer.child("rules");
    bool has_groups = false;
    for (const pugi::xml_node group : children(rules, "rule")) {
        const std::string key = group.attribute("key").value();
        if (key == "zonder") {
            if (!keys.contains(key)) {
                rules.remove_child(group);
            }
        } else if (group.child("rule")) {
            has_groups = true;
            if (!fit_qml_list(group, key, layer, keys, facts)) {
                rules.remove_child(group);
            }
        }
    }
    if (!has_groups) {
        fit_qml_list(rules, "vlak", layer, keys, facts);
    }
}

/// Gives every class a symbol of its own and leaves out those that none uses: QGIS takes a symbol
/// away with the first class that names it.
void renumber_symbols(pugi::xml_node renderer) {
    const pugi::xml_node old = renderer.child("symbols");
    pugi::xml_node fresh = renderer.insert_child_after("symbols", old);
    int count = 0;
    for (const pugi::xpath_node found :
         renderer.select_nodes("ranges/range | categories/category | rules//rule[@symbol]")) {
        const pugi::xml_node one = found.node();
        const std::string name = std::to_string(count++);
        const pugi::xml_node symbol =
            old.find_child_by_attribute("name", one.attribute("symbol").value());
        set(fresh.append_copy(symbol), "name", name);
        set(one, "symbol", name);
    }
    if (count == 0) {
        renderer.remove_child(fresh);
    } else {
        renderer.remove_child(old);
    }
}

void fit_sld_rules(pugi::xml_node rules, Layer layer, const ResultFacts& facts) {
    const std::set<std::string> keys = keys_of(layer, facts);
    if (keys.empty()) {
        return;
    }
    for (const char* vorm : {"punt", "lijn", "vlak"}) {
        fit_list(
            rules, vorm, keys,
            [](pugi::xml_node rule) { return std::string(rule.child_value("Name")); },
            [&facts](pugi::xml_node rule, const std::string& key) {
                const std::string spare = value_of(rule.child_value("Name"));
                rule.child("Name").text().set(key.c_str());
                rule.child("Title").text().set(label_of(key, facts).c_str());
                for (const pugi::xpath_node found : rule.select_nodes(".//ogc:Literal")) {
                    if (found.node().child_value() == spare) {
                        found.node().text().set(value_of(key).c_str());
                    }
                }
            });
    }
}

void fit_sld_ranges(pugi::xml_node rules, Layer layer, const ResultFacts& facts) {
    Nodes old;
    for (const pugi::xml_node rule : children(rules, "Rule")) {
        if (std::string(rule.child_value("Name")).starts_with("klasse")) {
            old.push_back(rule);
        }
    }
    const FittedRanges fitted = fitted_ranges(layer, facts, old.size());
    pugi::xml_node last = old.back();
    for (std::size_t i = 0; i < fitted.ranges.size(); ++i) {
        const ClassRange& range = fitted.ranges[i];
        const pugi::xml_node made =
            rules.insert_copy_after(old[fitted.look_of(i, old.size())], last);
        made.child("Name").text().set(fmt::format("klasse{}", fitted.kept + i).c_str());
        made.child("Title").text().set(range.label.c_str());
        const pugi::xpath_node_set borders = made.select_nodes(".//ogc:Literal");
        borders[0].node().text().set(number(range.lower).c_str());
        borders[1].node().text().set(number(range.upper).c_str());
        last = made;
    }
    for (std::size_t i = fitted.kept; i < old.size(); ++i) {
        rules.remove_child(old[i]);
    }
}

/// What a style file says of the look of a layer. QGIS saves all there is to a layer with its
/// style: forms with the names that one result had, fields made in a project.
void keep_looks(pugi::xml_node style) {
    static const std::set<std::string_view> looks = {"temporal",
                                                     "renderer-v2",
                                                     "labeling",
                                                     "blendMode",
                                                     "featureBlendMode",
                                                     "layerOpacity",
                                                     "geometryOptions",
                                                     "layerGeometryType",
                                                     "DiagramLayerSettings",
                                                     "SingleCategoryDiagramRenderer",
                                                     "LinearlyInterpolatedDiagramRenderer"};
    for (const pugi::xml_node child : std::vector<pugi::xml_node>(style.begin(), style.end())) {
        if (!looks.contains(child.name())) {
            style.remove_child(child);
        }
    }
}

}  // namespace

void add_style(pugi::xml_node document, Layer layer, const ResultFacts& facts) {
    pugi::xml_document file;
    parse(file, embedded(layer, "qml"));
    for (const pugi::xml_node node : file.children()) {
        document.append_copy(node);
    }
    keep_looks(document.child("qgis"));
    const pugi::xml_node renderer = document.child("qgis").child("renderer-v2");
    const std::string kind = renderer.attribute("type").value();
    if (kind == "graduatedSymbol") {
        fit_ranges(renderer, layer, facts);
    } else if (kind == "RuleRenderer") {
        fit_rules(renderer, layer, facts);
    }
    if (renderer) {
        renumber_symbols(renderer);
    }
    // A style that QGIS saved names the geometry of the first row, and loads on no row of another.
    if (domain::definition(layer).geometry == domain::LayerGeometry::any) {
        document.child("qgis").remove_child("layerGeometryType");
    }
    // QGIS writes the font it used into every style, and warns of one that another machine lacks.
    for (const pugi::xpath_node found : document.select_nodes("//text-style[@fontFamily]")) {
        found.node().remove_attribute("fontFamily");
    }
}

std::string style_qml(Layer layer, const ResultFacts& facts) {
    pugi::xml_document document;
    add_style(document.root(), layer, facts);
    add_form(document.child("qgis"), layer, facts);
    return text_of(document);
}

std::string style_sld(Layer layer, const ResultFacts& facts) {
    const std::string file = embedded(layer, "sld");
    if (file.empty()) {
        return "";
    }
    pugi::xml_document document;
    parse(document, file);
    const pugi::xml_node rules =
        document.select_node("/StyledLayerDescriptor/NamedLayer/UserStyle/FeatureTypeStyle").node();
    if (layer == Layer::buurten || layer == Layer::risicos) {
        fit_sld_ranges(rules, layer, facts);
    } else {
        fit_sld_rules(rules, layer, facts);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text_of(document);
}

}  // namespace koppelkans::publish
