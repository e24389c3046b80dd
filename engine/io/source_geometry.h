#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/domain/input_row.h"
#include "engine/geometry/wkb.h"

class OGRGeometry;

namespace koppelkans::io {

/// What OGR read as we keep it (SPEC §2): curves as chords of at most 4 degrees, Z and M dropped,
/// rings closed, surfaces of triangles or faces as a MultiPolygon. No bytes for none and for an
/// empty one. Reducing collections, transforming and repair are the engine's. Takes the geometry
/// apart. Throws geometry::GeometryError for what cannot be written down as WKB.
geometry::Wkb taken_over(std::unique_ptr<OGRGeometry> geometry);

/// Sets the geometry of a row from the text of a column `wkt` (`SRID=28992;` before it is skipped),
/// or says in `coordinate_fault` why not. An empty text is no geometry.
void set_from_wkt(domain::InputRow& row, std::string_view text);

/// Sets the geometry of a row from the texts of x and y (decimal point or comma), or says in
/// `coordinate_fault` why not. Both empty is no geometry.
void set_from_xy(domain::InputRow& row, std::string_view x, std::string_view y);

}  // namespace koppelkans::io
