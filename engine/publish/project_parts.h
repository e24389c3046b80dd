#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "engine/publish/result_facts.h"

namespace koppelkans::publish {

// The parts that a project is put together from. Internal to the room.

inline constexpr const char* background_id = "brt_achtergrondkaart";
inline constexpr const char* background_crs = "EPSG:3857";
inline constexpr const char* background_title = "BRT-Achtergrondkaart";

/// Round all buurten; the Netherlands in RD where there is nothing.
geometry::Box extent_of(const ResultFacts& facts);
/// "15-04-2027", and "2 jaar", as people write them.
std::string dutch(time::Day day);
std::string dutch(const time::Period& period);

/// The base map is that of the Netherlands, so it goes with results in RD.
bool has_background(const ResultFacts& facts);

/// QGIS takes ids of more than ten characters only, and gives others a random one.
std::string layer_id(domain::Layer layer);
bool has_geometry(domain::Layer layer);

/// `<spatialrefsys>` as QGIS wants it: a code alone is none to it.
void add_crs(pugi::xml_node parent, const std::string& code, const std::string& wkt);

/// The layers themselves with style, form and relations (project_layers.cpp).
void add_layers(pugi::xml_node project, const ResultFacts& facts, const std::string& data_source);
/// Which rows belong to which: koppelkansen to their opgaven and their buurt.
void add_relations(pugi::xml_node project, const ResultFacts& facts);

/// The print layout with its atlas over the buurten (project_layout.cpp).
void add_layout(pugi::xml_node project, const ResultFacts& facts, const std::string& data_source);
/// A layer of the tree, or of a legend.
pugi::xml_node add_tree_layer(pugi::xml_node group, domain::Layer layer,
                              const std::string& data_source);

inline constexpr const char* koppelkansen_theme = "Koppelkansen";
/// The second style of buurten, and of opgaven.
inline constexpr const char* border_style = "grenzen";
inline constexpr const char* quiet_style = "gedempt";

}  // namespace koppelkans::publish
