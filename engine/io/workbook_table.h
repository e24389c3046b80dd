#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "engine/io/workbook_file.h"
#include "engine/report/table.h"

namespace koppelkans::io {

/// Fills a streamed sheet with a table (report_workbook.h says how it looks) and answers how many
/// rows found no place. Internal to report_workbook.
std::int64_t write_table_sheet(WorkbookFile& file, lxw_worksheet* sheet, const report::Table& table,
                               const std::function<std::string(const std::string&)>& link_of_buurt);

}  // namespace koppelkans::io
