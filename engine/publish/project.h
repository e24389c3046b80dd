#pragma once

#include <string>

#include "engine/publish/result_facts.h"

namespace koppelkans::publish {

/// The name of the project inside the GeoPackage, and of the file within its archive.
inline constexpr const char* project_name = "Koppelkansen";

/// A project for QGIS 3.22 and later over the layers of a result: groups in drawing order, forms
/// with related rows, map themes, bookmarks, a layout with an atlas over the buurten, the temporal
/// controller over all years of the plans, a background that is off until it is switched on, and
/// what QGIS Server needs to serve it all. `data_source`: the path of the GeoPackage from the
/// folder of the project ("./koppelkansen.gpkg"); QGIS has no word for "this file itself", so a
/// project survives a move, but no other name of the file.
std::string project_qgs(const ResultFacts& facts, const std::string& data_source);

}  // namespace koppelkans::publish
