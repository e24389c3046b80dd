#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "engine/time/day.h"

namespace koppelkans::report {

/// What the cells of a column are.
enum class ColumnKind { text, integer, real, date, boolean };

struct Column {
    std::string name;   ///< as the layer calls it: "oppervlakte_m2"
    std::string titel;  ///< as people read it: "Oppervlakte (m²)"
    ColumnKind kind = ColumnKind::text;
};

/// A value of a row; none where the result has NULL. Texts are the source's own, bytes and all.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, time::Day, bool>;

/// Rows of a result as a workbook or a CSV shows them, read one at a time, so that a table takes no
/// memory to speak of.
struct Table {
    std::string name;   ///< of its file: "koppelkansen"
    std::string titel;  ///< of its sheet: "Koppelkansen"
    std::vector<Column> columns;
    /// Puts the next row in `cells`, a cell a column; false behind the last one.
    std::function<bool(std::vector<Cell>& cells)> next;
};

}  // namespace koppelkans::report
