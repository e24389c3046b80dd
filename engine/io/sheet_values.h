#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// What a sheet of an Excel workbook says and GDAL would give in another way.
struct SheetClaims {
    /// By the position of a column, from 0, why it may not be read, as a sentence behind `since`:
    /// its first cell of which a spreadsheet program shows another value.
    std::map<std::size_t, std::string> lost;
    std::vector<std::string> warnings;
};

/// Of the sheet `place.layer`. GDAL takes a number for a day where two letters of a day stand
/// anywhere in its format, in a text too; gives the time alone of a day that is shown as a time; a
/// day in 1899 for a text or an error that a formula gave in a cell of days; the first of all texts
/// where a cell names none; a text and how it is pronounced as one; large whole numbers beside
/// decimals and texts (sheet_numbers.h). Throws domain::InputError for
/// cells that name a text that is not there, for cells of a row that are out of order, whose values
/// would come into other columns, for such a header, for days that are counted from 1904, for more
/// rows than Excel knows, which GDAL would keep in memory, and for what sheet_cells.h finds. Cost:
/// reads the sheet, the styles and the texts; memory: a few bytes a text.
SheetClaims claims_of_sheet(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
