#pragma once

#include <string>

#include "engine/publish/result_facts.h"

namespace koppelkans::publish {

/// Where the result comes from, as ISO 19115 metadata (XML of ISO 19139): what it is, when and by
/// what it was made, from which sources with which SHA-256. For the whole file.
std::string provenance_iso(const ResultFacts& facts);
/// The standard that it follows, as GeoPackage names it.
inline constexpr const char* provenance_standard = "http://www.isotc211.org/2005/gmd";

/// Title, abstract and history of one layer, as QGIS reads it from a GeoPackage.
std::string layer_metadata_qgis(domain::Layer layer, const ResultFacts& facts);
inline constexpr const char* qgis_standard = "http://mrcc.com/qgis.dtd";

}  // namespace koppelkans::publish
