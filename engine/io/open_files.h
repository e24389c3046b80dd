#pragma once

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Throws domain::InputError at `place` where this process may open fewer than two dozen files
/// more: GDAL would take the part of a source that it cannot open for one that is not there, such
/// as the attributes or the CRS of a Shapefile, and say nothing. Sources stay open for a run, so
/// that a thousand of them can get there. Cost: two dozen calls of the system.
void check_open_files(const domain::InputPlace& place);

}  // namespace koppelkans::io
