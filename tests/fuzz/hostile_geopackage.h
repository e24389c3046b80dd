#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/fuzz/dice.h"
#include "tests/fuzz/hostile_cells.h"

namespace koppelkans::fuzz {

/// Writes a GeoPackage of one layer of so many rows,
/// whose cells have any type, whose geometries may have a wrong head, envelope, SRS or end, and
/// whose tables of contents may be wrong about extent, number of rows and kind of geometry.
void write_hostile_geopackage(Dice& dice, const std::vector<Column>& columns, std::int64_t rows,
                              const std::string& path);

}  // namespace koppelkans::fuzz
