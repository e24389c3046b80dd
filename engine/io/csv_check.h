#pragma once

#include <string>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Throws domain::InputError, with line and what to do, for a CSV of which GDAL would lose rows
/// without a word: it ends a line at a byte 0, within quotes too, and takes what follows, to the
/// end of the file if need be, for one value; and it joins lines behind a quote that stands where
/// none may (csv_quotes.h). Also for a first line `sep=;`, a hint for Excel that GDAL takes for the
/// header. Gives what the user should know: rows with more values than the header has columns;
/// empty where all is well. `name` is what GDAL can open; where it is no file nothing is said.
/// Cost: reads the whole file, at the speed of the disk.
std::string check_csv(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
