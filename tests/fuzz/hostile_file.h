#pragma once

#include <cstdint>
#include <string>

#include "tests/fuzz/dice.h"

namespace koppelkans::fuzz {

enum class Role { plannen, buurten };

struct HostileFile {
    std::string path;
    std::int64_t rows = 0;
};

/// Writes a valid GeoJSON, GeoPackage or CSV with WKT of up to some tens of hostile rows, rarely
/// hundreds, named `stem` and its ending. As buurten it has a buurtcode and a geometry.
/// What is valid is the file: it may lie about its rows, their extent and their types, as files of
/// others do. Throws std::runtime_error where the disk does not take it.
HostileFile write_hostile_file(Dice& dice, Role role, const std::string& stem);

}  // namespace koppelkans::fuzz
