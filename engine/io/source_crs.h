#pragma once

#include <optional>
#include <string>

#include "engine/domain/errors.h"
#include "engine/geometry/box.h"
#include "engine/geometry/projection.h"
#include "engine/io/configuration.h"

class OGRSpatialReference;

namespace koppelkans::io {

/// What is known of the coordinates of a layer.
struct CrsQuestion {
    domain::InputPlace place;                  ///< for messages
    const OGRSpatialReference* own = nullptr;  ///< the layer's; null: none
    std::optional<std::string> configured;     ///< comes before the layer's own
    std::optional<std::string> of_nameless;    ///< `--crs`, where the layer has none
    Ballpark ballpark = Ballpark::refused;
    geometry::Box extent;  ///< of the data, in its own coordinates; may be empty
};

struct LayerCrs {
    geometry::Crs crs;
    geometry::Transformation transformation;
};

/// Of a GeoJSON that says `said` of its CRS: GDAL takes its coordinates for EPSG:4326 where that is
/// nothing, and where it does not understand it. Where they all lie as those of RD New do, `--crs`
/// comes before that guess. Gives what the user should know; empty where all is well.
std::string settle_geojson(const std::string& said, CrsQuestion& question);

/// Which CRS the layer is in and how it gets to the analysis CRS (SPEC §2). Throws
/// domain::InputError when it has none (proposing RD New or WGS 84 where the extent fits), when
/// PROJ does not know it, and for a ballpark operation that is not allowed.
LayerCrs crs_of(const CrsQuestion& question, const geometry::Crs& analysis_crs);

/// True for a CRS that names a place on earth; false for none, for `Undefined` (srs_id -1 and 0 of
/// a GeoPackage) and for a local one.
bool is_usable(const OGRSpatialReference* crs);

}  // namespace koppelkans::io
