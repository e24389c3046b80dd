#pragma once

#include <string>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Throws domain::InputError for a FlatGeobuf whose header counts another number of features than
/// stand behind it, of which GDAL reads as many as are counted, or as are there, without a word. A
/// count of 0 says that the writer did not know. A feature that is cut off in its middle is told by
/// the reading of rows.
///
/// `name` is what GDAL can open. Memory: the header, at most 10 MB. Cost: reads the file where its
/// features are small, and hops over those that are large.
void check_fgb(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
