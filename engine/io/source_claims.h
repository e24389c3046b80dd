#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/io/sheet_values.h"

class OGRLayer;

namespace koppelkans::io {

class GdalDataset;

/// What a file says of the geometry of one feature.
struct ClaimedGeometry {
    bool is_there = false;
    bool is_broken = false;       ///< a part of it is none, of which GDAL makes another or nothing
    std::uint32_t positions = 0;  ///< at least so many vertices; 0 where that was not counted
};

/// By the folded name of a column why it may not be read: its first text of which GDAL gives
/// another value, or a part. As a sentence behind `since`.
using LostTexts = std::map<std::string, std::string>;
/// The reason where a text goes on behind a byte 0.
inline constexpr const char* holds_zero_byte =
    "a text in it holds a byte 0, behind which the rest would be lost; take such bytes out";

/// What the file of a layer says of its rows and GDAL would lose without a word.
struct SourceClaims {
    std::int64_t count = -1;                  ///< of features in a GeoJSON; -1 where it is not told
    std::vector<ClaimedGeometry> geometries;  ///< of each feature that GDAL reads, in their order
    LostTexts texts;
    std::string crs;  ///< what a GeoJSON says of its CRS, as JSON; empty for nothing
    std::vector<std::string> warnings;  ///< for the user, of what is lost in any program
    /// Columns that may be read as numbers alone, as their texts are lost.
    LostTexts numbers = {};
};

/// To be asked for before a row of the layer is read. Throws domain::InputError for a GeoJSON or a
/// sheet that is not to be read at all (geojson_check.h, ods_check.h, sheet_values.h) and a GML in
/// several CRS (gml_features.h). Cost: reads a GeoJSON, KML, FlatGeobuf, .dbf, ODS, XLSX or GML,
/// the last twice where it has a column of real numbers; all rows of a table of SQLite.
SourceClaims claims_of(const GdalDataset& dataset, OGRLayer& layer, SheetClaims sheet);

/// The part of it that is asked for before the columns of the layer are: GDAL takes a whole sheet
/// of Excel into memory for them. Nothing for other files. Throws as claims_of_sheet.
SheetClaims claims_before_reading(const GdalDataset& dataset, OGRLayer& layer);

}  // namespace koppelkans::io
