#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time/day.h"

namespace koppelkans::io {

// What a workbook can hold, without the library that writes it. Internal to report_workbook.

inline constexpr std::size_t most_text_units = 32767;     ///< of UTF-16 in a cell
inline constexpr std::size_t most_sheet_name_units = 31;  ///< of UTF-16
inline constexpr std::int64_t most_rows = 1048576;        ///< in a sheet, its head included
inline constexpr std::int64_t most_links = 65530;         ///< in a sheet
inline constexpr std::size_t most_link_bytes = 2079;      ///< as it stands in the file
inline constexpr std::int64_t most_integer = 1LL
                                             << 53U;  ///< to either side; beyond it a double skips

/// A text of a source as it goes into a cell.
struct CellText {
    std::string text;
    bool is_shortened = false;  ///< it was longer than a cell takes
    bool is_repaired = false;   ///< it held bytes or characters that nobody can read
};
CellText cell_text(std::string_view raw);

/// Excel reads `_x0041_` as A; behind `_x005F` such a text stays what it is.
std::string escaped_for_excel(std::string_view text);

/// The number by which Excel knows a day. Empty before 1900-03-01, since Excel believes that 1900
/// was a leap year, and for an open end.
std::optional<double> excel_day(time::Day day);

/// A name that Excel takes for a sheet, unlike those that are `taken` in any case of letters.
std::string sheet_name(std::string_view titel, const std::vector<std::string>& taken);

/// A relative URL for the path of a file: what means something in a URL is percent-encoded, but
/// letters beyond ASCII stand as they are, as in what Excel writes. Empty where it is longer than a
/// link may be.
std::string link_to(std::string_view relative_path);

}  // namespace koppelkans::io
