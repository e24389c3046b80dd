#pragma once

#include <string>

#include "engine/domain/errors.h"
#include "engine/io/source_claims.h"

namespace koppelkans::io {

/// Throws domain::InputError for a FlatGeobuf whose header counts another number of features than
/// stand behind it, of which GDAL reads as many as are counted, or as are there, without a word. A
/// count of 0 says that the writer did not know. A feature that is cut off in its middle is told by
/// the reading of rows.
///
/// `name` is what GDAL can open. Memory: the header, at most 10 MB. Cost: reads the file where its
/// features are small, and hops over those that are large.
void check_fgb(const std::string& name, const domain::InputPlace& place);

/// Of a FlatGeobuf that check_fgb let through: of each column the first text of which GDAL gives
/// another value or none. That is a moment that does not begin with a whole day, which it takes for
/// another or for none, and a text with a byte 0, where it ends. `name` is what GDAL can open.
/// Cost: reads the file. Memory: the largest feature.
LostTexts lost_texts_in_fgb(const std::string& name);

}  // namespace koppelkans::io
