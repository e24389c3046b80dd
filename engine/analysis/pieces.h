#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/geometry/area.h"
#include "engine/geometry/box.h"

namespace koppelkans::analysis {

/// Ground to cut, and the numbers of all that have just this ground.
struct Ground {
    std::vector<std::uint32_t> numbers;
    std::vector<geometry::Area> parts;
    geometry::Box box;
};

/// Ground that the same grounds cover from border to border.
struct Piece {
    geometry::Area area;
    std::vector<std::uint32_t> numbers;  ///< of those that cover it, ascending
};

struct Cutting {
    /// Whether some of these numbers would be of interest together. What can come to no interest is
    /// not cut, and what cannot be part of any interest cuts nothing.
    std::function<bool(const std::vector<std::uint32_t>& numbers)> is_wanted;
    /// What two grounds share, by their positions, first the lower.
    std::function<std::vector<geometry::Area>(std::size_t a, std::size_t b)> shared;
    std::function<void(Piece)> on_piece;
    Stop stop;  ///< asked for each pair and before each overlay; may throw
};

/// Cuts grounds by one another within a window and hands out every piece that is wanted; pieces do
/// not overlap, and slivers are none. A piece that reaches out of the window may come out whole, in
/// part, or not at all. No two grounds are equal. Cost: an overlay for each piece that is still of
/// interest and each ground that reaches it.
void cut(const std::vector<Ground>& grounds, const geometry::Box& window, const Cutting& cutting);

}  // namespace koppelkans::analysis
