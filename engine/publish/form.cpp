#include "engine/publish/form.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "engine/publish/layer_texts.h"
#include "engine/publish/xml.h"

namespace koppelkans::publish {

namespace {

using domain::Field;
using domain::FieldType;

pugi::xml_node widget(pugi::xml_node field, const char* type) {
    const pugi::xml_node edit = element(field, "editWidget");
    set(edit, "type", type);
    return element(edit, "config");
}

void date_widget(pugi::xml_node field) {
    const pugi::xml_node map = option_map(widget(field, "DateTime"));
    option(map, "display_format", "dd-MM-yyyy");
    option(map, "field_format", "yyyy-MM-dd");
    option(map, "calendar_popup", "true", "bool");
    option(map, "allow_null", "true", "bool");
}

/// Shares to a thousandth, metres to a tenth: a form that shows ten digits hides the first three.
void number_widget(pugi::xml_node field, const std::string& name) {
    const bool is_share = name.starts_with("aandeel") || name.starts_with("nauwkeurigheid");
    const pugi::xml_node map = option_map(widget(field, "Range"));
    option(map, "AllowNull", "true", "bool");
    option(map, "Min", "0", "double");
    option(map, "Max", "1000000000000", "double");
    option(map, "Precision", is_share ? "3" : "1", "int");
    option(map, "Step", "1", "double");
    option(map, "Style", "SpinBox");
}

void text_widget(pugi::xml_node field) {
    const pugi::xml_node map = option_map(widget(field, "TextEdit"));
    option(map, "IsMultiline", "true", "bool");
}

void list_widget(pugi::xml_node field, const std::vector<NamedOpgave>& opgaven) {
    std::map<std::string, int> uses;
    for (const NamedOpgave& opgave : opgaven) {
        ++uses[opgave.naam];
    }
    const pugi::xml_node map = option_map(widget(field, "ValueMap"));
    const pugi::xml_node list = element(map, "Option");
    set(list, "name", "map");
    set(list, "type", "List");
    for (const NamedOpgave& opgave : opgaven) {
        const std::string label = opgave.naam.empty() ? opgave.opgave_id
                                  : uses[opgave.naam] == 1
                                      ? opgave.naam
                                      : fmt::format("{} ({})", opgave.naam, opgave.opgave_id);
        option(option_map(list), label, opgave.opgave_id);
    }
}

void lookup_widget(pugi::xml_node field, const FieldLookup& lookup) {
    const pugi::xml_node map = option_map(widget(field, "ValueRelation"));
    option(map, "Layer", lookup.layer_id);
    option(map, "LayerName", lookup.layer_name);
    option(map, "LayerProviderName", "ogr");
    option(map, "Key", lookup.key);
    option(map, "Value", lookup.value);
    option(map, "AllowNull", "true", "bool");
    option(map, "OrderByValue", "true", "bool");
    option(map, "UseCompleter", "true", "bool");
}

const FieldLookup* lookup_of(const FormExtras& extras, const std::string& field) {
    for (const FieldLookup& lookup : extras.lookups) {
        if (lookup.field == field) {
            return &lookup;
        }
    }
    return nullptr;
}

bool holds_long_text(const std::string& name) {
    return name == "configuration" || name == "inputs" || name == "detail" || name == "kansen" ||
           name == "risicos" || name == "doelstelling";
}

void add_widget(pugi::xml_node fields, domain::Layer layer, const Field& field,
                const ResultFacts& facts, const FormExtras& extras) {
    const std::string name = field.name;
    const auto added = [&] {
        const pugi::xml_node made = element(fields, "field");
        set(made, "name", name);
        set(made, "configurationFlags", "None");
        return made;
    };
    const std::vector<std::string> ids = opgave_columns(layer);
    const auto opgaven = facts.opgaven.find(layer);
    if (const FieldLookup* lookup = lookup_of(extras, name)) {
        lookup_widget(added(), *lookup);
    } else if (opgaven != facts.opgaven.end() &&
               std::find(ids.begin(), ids.end(), name) != ids.end()) {
        list_widget(added(), opgaven->second);
    } else if (field.type == FieldType::date) {
        date_widget(added());
    } else if (field.type == FieldType::real) {
        number_widget(added(), name);
    } else if (holds_long_text(name)) {
        text_widget(added());
    }
    // The words of an enumeration QGIS takes from the file itself.
}

void add_widgets(pugi::xml_node style, const domain::LayerDefinition& layer,
                 const ResultFacts& facts, const FormExtras& extras) {
    const pugi::xml_node fields = element(style, "fieldConfiguration");
    const pugi::xml_node fid = element(fields, "field");
    set(fid, "name", domain::fid_column);
    set(fid, "configurationFlags", "None");
    element(widget(fid, "Hidden"), "Option");
    for (const Field& field : layer.fields) {
        add_widget(fields, layer.layer, field, facts, extras);
    }
}

void add_aliases(pugi::xml_node style, const domain::LayerDefinition& layer) {
    const pugi::xml_node aliases = element(style, "aliases");
    int index = 0;
    for (const Field& field : layer.fields) {
        const pugi::xml_node alias = element(aliases, "alias");
        set_all(alias,
                {{"field", field.name}, {"name", field.alias}, {"index", std::to_string(++index)}});
    }
}

void add_table_columns(pugi::xml_node style, const domain::LayerDefinition& layer) {
    const pugi::xml_node table = element(style, "attributetableconfig");
    set_all(table, {{"sortOrder", "0"}, {"sortExpression", ""}, {"actionWidgetStyle", "dropDown"}});
    const pugi::xml_node columns = element(table, "columns");
    const auto add = [&columns](const char* name, const char* hidden) {
        const pugi::xml_node column = element(columns, "column");
        set_all(column, {{"type", "field"}, {"name", name}, {"hidden", hidden}, {"width", "-1"}});
    };
    add(domain::fid_column, "1");
    for (const Field& field : layer.fields) {
        add(field.name, "0");
    }
}

pugi::xml_node container(pugi::xml_node parent, std::string_view title, int columns, bool is_box) {
    const pugi::xml_node made = element(parent, "attributeEditorContainer");
    set_all(made, {{"name", title},
                   {"columnCount", std::to_string(columns)},
                   {"groupBox", is_box ? "1" : "0"},
                   {"showLabel", "1"},
                   {"visibilityExpressionEnabled", "0"},
                   {"visibilityExpression", ""}});
    return made;
}

/// Boxes with fields, and on pages of their own the rows of other layers that belong to this one.
void add_groups(pugi::xml_node style, const domain::LayerDefinition& layer,
                const std::vector<FormGroup>& groups, const FormExtras& extras) {
    element(style, "editorlayout", "tablayout");
    const pugi::xml_node form = element(style, "attributeEditorForm");
    const pugi::xml_node page = container(form, layer.title, 1, false);
    pugi::xml_node row = page;
    for (const FormGroup& group : groups) {
        if (group.is_beside_next && row == page) {
            row = container(page, group.title, 2, true);
            set(row, "showLabel", "0");
        }
        const pugi::xml_node box = container(row, group.title, 1, true);
        for (const char* field : group.fields) {
            const pugi::xml_node made = element(box, "attributeEditorField");
            set_all(made, {{"name", field}, {"index", "-1"}, {"showLabel", "1"}});
        }
        if (!group.is_beside_next) {
            row = page;
        }
    }
    for (const FormRelation& relation : extras.relations) {
        const pugi::xml_node related = container(form, relation.title, 1, false);
        const pugi::xml_node made = element(related, "attributeEditorRelation");
        set_all(made, {{"name", relation.relation_id},
                       {"relation", relation.relation_id},
                       {"label", relation.title},
                       {"forceSuppressFormPopup", "0"},
                       {"nmRelationId", ""},
                       {"showLabel", "0"},
                       {"relationWidgetTypeId", "relation_editor"}});
    }
}

}  // namespace

std::vector<std::string> opgave_columns(domain::Layer layer) {
    switch (layer) {
        case domain::Layer::koppelkansen:
        case domain::Layer::gebiedskansen:
            return {"opgave_a", "opgave_b", "eerst"};
        case domain::Layer::koppelkansen_totaal:
            return {"opgave_a", "opgave_b"};
        case domain::Layer::risicos:
            return {"eerst", "daarna"};
        case domain::Layer::werkgebieden:
            return {"opgave_id"};
        default:
            return {};
    }
}

void add_form(pugi::xml_node style, domain::Layer layer, const ResultFacts& facts,
              const FormExtras& extras) {
    const domain::LayerDefinition& definition = domain::definition(layer);
    const LayerTexts texts = layer_texts(layer);
    add_widgets(style, definition, facts, extras);
    add_aliases(style, definition);
    add_table_columns(style, definition);
    add_groups(style, definition, texts.form, extras);
    element(style, "previewExpression", texts.display);
    element(style, "mapTip", texts.map_tip);
}

}  // namespace koppelkans::publish
