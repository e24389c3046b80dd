#pragma once

#include <optional>

#include "engine/geometry/vertices.h"

namespace koppelkans::geometry {

/// Metres of a line inside an area, given by all of its rings (valid: no two of them cross).
/// Answers only where that is plain: no point of the one within `clearance_m` of a segment of the
/// other, and no stretch of the line twice. Empty otherwise: ask GEOS, which decides what lies on a
/// border. Cost: the segments of the line times those of the rings near it, a few µs for a plan.
std::optional<double> length_inside(const Vertices& line,
                                    const std::vector<const Vertices*>& rings);

}  // namespace koppelkans::geometry
