#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace koppelkans::io {

/// The line, counted from 1, of the first byte 0 in a file that GDAL can open by this name; empty
/// where there is none, or no such file. GDAL ends a line of CSV there, within quotes too, and
/// takes what follows, all rows to the end of the file if need be, for one value. Cost: reads the
/// whole file, at the speed of the disk.
std::optional<std::int64_t> line_of_zero_byte(const std::string& name);

}  // namespace koppelkans::io
