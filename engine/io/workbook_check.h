#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace koppelkans::io {

/// Reads a workbook back to see whether it got onto the disk whole, since libxlsxwriter copies a
/// sheet without looking whether the disk takes it: every part ends in the tag that it began with,
/// and a sheet holds as many bytes of rows as were written for it. `bytes_of_rows` is by the name
/// of the part. Throws domain::InputError with `path`. Cost: some 3 ns a byte of XML. Internal to
/// report_workbook.
void check_workbook(const std::string& file, const std::string& path,
                    const std::map<std::string, std::int64_t>& bytes_of_rows);

}  // namespace koppelkans::io
