#pragma once

#include <pugixml.hpp>

#include "engine/domain/layers.h"
#include "engine/publish/result_facts.h"

namespace koppelkans::publish {

/// Adds the fitted style file of a layer to an empty document, <qgis> and what stands before it,
/// without its form: a project adds another one. Internal to the room.
void add_style(pugi::xml_node document, domain::Layer layer, const ResultFacts& facts);

}  // namespace koppelkans::publish
