#pragma once

#include <string>
#include <vector>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Throws domain::InputError for a shapefile whose files do not belong together, of which GDAL
/// reads as many rows as the shortest of them has, without a word: no .dbf, another number of rows
/// in the .dbf than of shapes in the .shx, or shapes in the .shp behind those that the .shx knows.
/// Ground in the .shp that no shape uses, as editing leaves, is let through.
///
/// `files` are those of the dataset as GDAL names them, `layer` the name of the one that is read; a
/// layer that is a .dbf alone is none of this. Cost: reads the .shx.
void check_shapefile(const std::vector<std::string>& files, const std::string& layer,
                     const domain::InputPlace& place);

}  // namespace koppelkans::io
