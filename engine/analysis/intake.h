#pragma once

#include <cstdint>
#include <variant>

#include "engine/analysis/rules.h"
#include "engine/domain/bron.h"
#include "engine/domain/input_row.h"
#include "engine/domain/opgave.h"
#include "engine/domain/problem.h"
#include "engine/geometry/projection.h"

namespace koppelkans::analysis {

/// The source of a row, as the rules see it.
struct BronContext {
    const domain::Bron& bron;
    std::uint32_t index = 0;  ///< position of the source in the configuration
    /// Of this thread; null for a source without geometry.
    const geometry::Transformation* transformation = nullptr;
};

/// The id of a row: the value of its id column, or of its group. Trimmed; empty: none.
std::string_view row_id(const domain::InputRow& row, const domain::Bron& bron);

/// Turns a row into an opgave of its own, or into the first problem that applies, up to and with
/// `werkgebied_leeg` (SPEC §2, §3, §7). Not judged here, since they are judged for a whole group or
/// need all rows: dubbel_id, vervallen, afgerond, buiten_venster, buiten_gebied.
/// Cost: a repair test and a buffer. Safe on any thread with a transformation of its own.
std::variant<domain::Opgave, domain::Problem> take_in(const domain::InputRow& row,
                                                      const BronContext& context,
                                                      const Rules& rules);

/// A row that is left out whatever else it holds, with its geometry as read.
domain::Problem left_out(const domain::InputRow& row, const BronContext& context,
                         domain::Reden reden, std::string detail);

}  // namespace koppelkans::analysis
