#pragma once

#include <string>
#include <vector>

#include "engine/domain/errors.h"
#include "engine/io/source_claims.h"

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

/// The columns of a .dbf that are memos: GDAL gives the number of a place in a .dbt for the text.
LostTexts memos_of(const std::vector<std::string>& files, const std::string& layer);

/// A sentence for the user where texts of a .dbf go on behind a byte 0, which ends a text for all
/// who read one: some programs leave there what lay in their memory, and others lose what they
/// wrote. Empty where none do. Cost: reads the .dbf. Memory: a row, at least a megabyte.
std::string told_of_zeros(const std::vector<std::string>& files, const std::string& layer);

}  // namespace koppelkans::io
