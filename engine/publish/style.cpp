#include "engine/publish/style.h"

#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

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
    return domain::text_of(embedded_files(),
                           fmt::format("{}.{}", domain::definition(layer).name, kind));
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

/// How the rules of QML or SLD are read and changed.
struct RuleWords {
    std::function<std::string(pugi::xml_node)> key;
    std::function<void(pugi::xml_node, const std::string& label)> relabel;
    /// Makes a spare rule that of the value of another key.
    std::function<void(pugi::xml_node, const std::string& key)> take;
};

/// Leaves in a list the rules of one vorm ("vlak:groen" and the like) whose values occur, under the
/// names that the run has for them, and adds one for each value that the list does not know; all
/// other rules of that vorm go. Whether one is left.
bool fit_list(pugi::xml_node list, const std::string& vorm, const std::set<std::string>& keys,
              const RuleWords& words, const ResultFacts& facts) {
    std::map<std::string, pugi::xml_node> rules;
    for (const pugi::xml_node rule : list.children()) {
        const std::string key = words.key(rule);
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
        const std::string name = name_of(key, facts);
        const auto known = rules.find(key);
        const auto spare = rules.find(spare_key(vorm, spares));
        if (known != rules.end() && !name.empty()) {
            words.relabel(known->second, name);
        } else if (known == rules.end() && spare != rules.end()) {
            const pugi::xml_node made = list.insert_copy_before(spare->second, spare->second);
            words.take(made, key);
            words.relabel(made, name.empty() ? value_of(key) : name);
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
    const RuleWords words{
        [](pugi::xml_node rule) { return std::string(rule.attribute("key").value()); },
        [](pugi::xml_node rule, const std::string& label) { set(rule, "label", label); },
        [layer](pugi::xml_node rule, const std::string& key) {
            set(rule, "key", key);
            set(rule, "filter",
                fmt::format("\"{}\" = {}", classed_column(layer), expression_text(value_of(key))));
        }};
    return fit_list(list, vorm, keys, words, facts);
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

/// Where nothing of the layer has a place, the file stays as it is: a descriptor needs a rule.
void fit_sld_rules(pugi::xml_node rules, Layer layer, const ResultFacts& facts) {
    std::set<std::string> keys = keys_of(layer, facts);
    keys.erase(class_key(Vorm::zonder, ""));
    if (keys.empty()) {
        return;
    }
    const RuleWords words{
        [](pugi::xml_node rule) { return std::string(rule.child_value("Name")); },
        [](pugi::xml_node rule, const std::string& label) { set_text(rule.child("Title"), label); },
        [](pugi::xml_node rule, const std::string& key) {
            set_text(rule.child("Name"), key);
            // The value stands behind the dimension, where the rule has one.
            const pugi::xpath_node_set literals = rule.select_nodes(".//ogc:Literal");
            set_text(literals[literals.size() - 1].node(), value_of(key));
        }};
    for (const char* vorm : {"punt", "lijn", "vlak"}) {
        fit_list(rules, vorm, keys, words, facts);
    }
}

void fit_sld_ranges(pugi::xml_node rules, Layer layer, const ResultFacts& facts) {
    Nodes old;
    for (const pugi::xml_node rule : children(rules, "Rule")) {
        if (std::string(rule.child_value("Name")).starts_with("klasse")) {
            old.push_back(rule);
        }
    }
    if (old.empty()) {
        return;
    }
    const FittedRanges fitted = fitted_ranges(layer, facts, old.size());
    pugi::xml_node last = old.back();
    for (std::size_t i = 0; i < fitted.ranges.size(); ++i) {
        const ClassRange& range = fitted.ranges[i];
        const pugi::xml_node made =
            rules.insert_copy_after(old[fitted.look_of(i, old.size())], last);
        set_text(made.child("Name"), fmt::format("klasse{}", fitted.kept + i));
        set_text(made.child("Title"), range.label);
        const pugi::xpath_node_set borders = made.select_nodes(".//ogc:Literal");
        set_text(borders[0].node(), number(range.lower));
        set_text(borders[1].node(), number(range.upper));
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
