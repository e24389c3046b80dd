#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "engine/domain/input_row.h"
#include "engine/geometry/wkb.h"
#include "engine/io/configuration.h"

class OGRGeometry;

namespace koppelkans::io {

/// Those at which rings close included. Cost: a step a vertex.
std::size_t vertices_of(const OGRGeometry& geometry);

/// What OGR read as we keep it (SPEC §2): curves as chords of at most 4 degrees, Z and M dropped,
/// rings closed, those that are no part of a polygon as lines, surfaces of triangles or faces as a
/// MultiPolygon. No bytes for none and for an
/// empty one. Reducing collections, transforming and repair are the engine's. Takes the geometry
/// apart. Throws geometry::GeometryError for what cannot be written down as WKB, and for more than
/// `max_vertices` (curves count as their chords): what follows takes some hundreds of bytes a
/// vertex.
geometry::Wkb taken_over(std::unique_ptr<OGRGeometry> geometry,
                         std::size_t max_vertices = default_max_vertices);

/// Sets the geometry of a row from the text of a column `wkt`, or says in `coordinate_fault` why
/// not, in `geometry_fault` for more than `max_vertices`. An empty text is no geometry. A
/// `SRID=28992;` before it must be that of `crs`, the code of the CRS that the source is taken to
/// be in; SRID=0 says nothing, and neither does a `crs` that has no code of EPSG.
void set_from_wkt(domain::InputRow& row, std::string_view text,
                  std::size_t max_vertices = default_max_vertices, std::string_view crs = {});

/// Sets the geometry of a row from the texts of x and y (decimal point or comma), or says in
/// `coordinate_fault` why not. Both empty is no geometry.
void set_from_xy(domain::InputRow& row, std::string_view x, std::string_view y);

}  // namespace koppelkans::io
