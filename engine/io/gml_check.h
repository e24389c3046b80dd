#pragma once

#include <set>
#include <string>

#include "engine/domain/errors.h"
#include "engine/io/source_claims.h"

namespace koppelkans::io {

// GDAL reads a GML by what lies beside it. What was not named may take columns, layers and rows.

/// Throws domain::InputError where a copy with its links resolved, `plan.resolved.gml`, lies beside
/// `plan.gml`: GDAL reads it in its place. `name` is what GDAL can open. Cost: two system calls.
void refuse_resolved_gml(const std::string& name, const domain::InputPlace& place);

/// A sentence for the user where a `plan.gfs` says which layers and columns there are; empty where
/// none does. GDAL writes one beside each GML that it may, so it is not refused.
std::string told_of_gfs(const std::string& name);

/// Throws domain::InputError where a schema `plan.xsd` includes another file: GDAL opens it
/// wherever it lies, and would wait for ever for a pipe; what it gets from a network may include
/// others. So for a schema of more than 2 MB. What is named by the `schemaLocation` of the GML
/// itself is not opened. Cost: reads the schema.
void check_schema(const std::string& name, const domain::InputPlace& place);

/// What GDAL makes another text of, by column.
struct GmlNumbers {
    LostTexts lost;     ///< texts that are no numbers: `7,5` becomes 7, and `onbekend` 0
    LostTexts changed;  ///< numbers that are written in another way: `1.10` becomes 1.1
};

/// Of each of these columns, which a schema or a .gfs says to hold real numbers, the first of each.
/// `12.0` and `1.2E7` are the numbers that programs write so. Cost: reads the file.
GmlNumbers lost_numbers_in_gml(const std::string& name, const std::set<std::string>& columns);

}  // namespace koppelkans::io
