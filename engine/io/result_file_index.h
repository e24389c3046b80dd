#pragma once

#include <string>
#include <vector>

#include "engine/geometry/box.h"

struct sqlite3;

namespace koppelkans::io {

/// Fills the empty R-tree of a layer with the boxes of its rows: that at position i is of fid i +
/// 1; empty boxes are left out, as the GeoPackage standard has it. The tree is built of all boxes
/// at once, along a Hilbert curve, and written into the tables behind it, whose form SQLite
/// documents (module rtree): a tenth of the time of one insert a row, and nodes that are full and
/// overlap little. False where SQLite fails; it holds the message. Internal to the result file.
bool fill_spatial_index(sqlite3* connection, const std::string& layer,
                        const std::vector<geometry::Box>& boxes);

}  // namespace koppelkans::io
