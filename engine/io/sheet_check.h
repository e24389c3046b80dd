#pragma once

#include <string>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Throws domain::InputError for an Excel workbook whose cells point into a table of texts
/// (xl/sharedStrings.xml) that is missing or holds none, or none without a prefix (`<x:si>`): GDAL
/// then gives the number of a text for the text, headers too. A workbook without such cells needs
/// no table. `name` is what GDAL can open. Cost: reads the table up to its first text; the sheets
/// only where there is none.
void check_shared_texts(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
