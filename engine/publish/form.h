#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "engine/domain/layers.h"
#include "engine/publish/result_facts.h"

namespace koppelkans::publish {

// The form of a layer: what its table says of each field, put into a style. Internal to the room.

/// A field that holds the id of a row elsewhere, for the project alone: QGIS looks the name up in
/// that layer.
struct FieldLookup {
    std::string field;
    std::string layer_id;
    std::string layer_name;
    std::string key;
    std::string value;
};

/// Related rows shown inside the form, for the project alone.
struct FormRelation {
    std::string relation_id;
    std::string title;
};

struct FormExtras {
    std::vector<FieldLookup> lookups;
    std::vector<FormRelation> relations;
};

/// Puts into `style`, the element <qgis> of a style or <maplayer> of a project: alias and widget of
/// every field, the form in groups, the columns of the attribute table, what a row is called and
/// its map tip. Fields with the id of an opgave show its name: by a list of values from `facts`, or
/// by `extras`.
void add_form(pugi::xml_node style, domain::Layer layer, const ResultFacts& facts,
              const FormExtras& extras = {});

/// The columns of a layer that hold the id of one opgave.
std::vector<std::string> opgave_columns(domain::Layer layer);

}  // namespace koppelkans::publish
