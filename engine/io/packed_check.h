#pragma once

#include <string>

#include "engine/domain/errors.h"

namespace koppelkans::io {

// Packed files of which GDAL would read a part, or none of it. Internal to the sources.

/// Throws domain::InputError for a gzip file with anything but whole gzip data behind its first
/// whole data: of some GDAL reads no row then, and says nothing. What breaks before that GDAL
/// tells. Cost: unpacks the file once.
void check_gzip(const std::string& file, const domain::InputPlace& place);

/// Throws domain::InputError for a zip with two files of one name, of which GDAL reads the first.
/// Gives the only file in it where GDAL finds none because of what macOS puts beside it
/// (`__MACOSX/._plan.csv`, `.DS_Store`); empty for any other, and for what is no zip. Cost: reads
/// its list of names.
std::string check_zip(const std::string& file, const domain::InputPlace& place);

/// The same checks for whatever file holds `bron`, which may be a path into an archive; gives what
/// check_zip gives.
std::string check_packed(const std::string& bron, const domain::InputPlace& place);

}  // namespace koppelkans::io
