#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/io/workbook_file.h"

namespace koppelkans::io {

/// Rows of a table that found no place in its sheet.
struct RowsLeftOut {
    std::string titel;
    std::int64_t rows = 0;
};

/// Fills a kept sheet with the cover, which tells what the counts of the file hold by now. Internal
/// to report_workbook.
void write_cover(WorkbookFile& file, lxw_worksheet* sheet, const WorkbookCover& cover,
                 const std::vector<RowsLeftOut>& left_out);

}  // namespace koppelkans::io
