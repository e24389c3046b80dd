#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/geometry/box.h"
#include "engine/geometry/geometry.h"

namespace koppelkans::analysis {

/// Ground to cut, with its number.
struct Ground {
    std::uint32_t number = 0;
    geometry::Geometry area;
    geometry::Box box;
};

/// Ground that the same grounds cover from border to border.
struct Piece {
    geometry::Geometry area;
    geometry::Box box;
    std::vector<std::uint32_t> covered_by;  ///< numbers, ascending
};

/// Cuts all grounds by one another and hands out every piece; pieces do not overlap and together
/// are the union of the grounds, less slivers of up to a micrometre. Grounds come in ascending
/// order of their number. The grounds of one piece of work are cut together; those whose boxes do
/// not meet are cut apart, and a crowd is cut in quarters of its box, so that a piece may come out
/// in parts. A heap of which `is_wanted` says that its grounds can make nothing of interest
/// together is not cut at all. `stop` is asked now and then and may throw.
struct Cutting {
    std::function<bool(const std::vector<std::uint32_t>& numbers)> is_wanted;
    std::function<void(Piece)> on_piece;
    Stop stop;
};
void cut(std::vector<Ground> grounds, const Cutting& cutting);

}  // namespace koppelkans::analysis
