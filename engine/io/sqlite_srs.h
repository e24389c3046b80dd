#pragma once

#include <string>

struct sqlite3;

namespace koppelkans::io {

/// What the user should know where geometries of a GeoPackage or SpatiaLite say another CRS than
/// their layer does: GDAL reads them as the layer says, without a look at theirs. Empty where none
/// does; one of srs_id 0 or less says nothing. The numbers are those of the table of CRSs in the
/// file.
/// `connection`: a `sqlite3*`, or none. `key`: the column of GDAL's fid, empty where it is the
/// rowid. Cost: reads the begin of all geometries.
std::string told_of_other_srs(void* connection, const std::string& table, const std::string& key);

}  // namespace koppelkans::io
