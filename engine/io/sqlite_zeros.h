#pragma once

#include <set>
#include <string>
#include <vector>

struct sqlite3;

namespace koppelkans::io {

/// The columns of a table of which a text holds a byte 0: SQLite keeps it, and GDAL gives the text
/// up to there. Empty where the table cannot be read, which the reading of rows will tell.
/// `connection`: a `sqlite3*`, or none. Cost: reads all rows, in a twentieth of the time of GDAL.
std::set<std::string> columns_with_zeros(void* connection, const std::string& table,
                                         const std::vector<std::string>& columns);

/// The first value of a column is bytes: GDAL takes a column of a view that computes them for text.
/// False where it has no value. Cost: reads the rows up to that value.
bool holds_bytes(void* connection, const std::string& table, const std::string& column);

}  // namespace koppelkans::io
