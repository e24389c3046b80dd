#pragma once

#include <vector>

#include "engine/domain/buurt.h"
#include "engine/domain/opgave.h"
#include "engine/geometry/geometry.h"

namespace koppelkans::analysis {

/// Gives an opgave of niveau plek its werkgebied, box, werkgebied_m2 and, for a line, lengte_m from
/// its geometry and werkafstand_m: the unary union, buffered (SPEC §2). An opgave that takes no
/// ground keeps an empty werkgebied; niveau gebied is left alone.
void draw_werkgebied(domain::Opgave& opgave);

/// The buurten of a gebied as one geometry.
geometry::Geometry outline(const domain::BuurtRegister& buurten,
                           const std::vector<std::uint32_t>& members);

/// All the ground that an opgave takes: its own, the buurten of its gebied, or both.
geometry::Geometry whole_werkgebied(const domain::Opgave& opgave,
                                    const domain::BuurtRegister& buurten);

/// Stores a werkgebied that was made elsewhere, with its box and area; empty: no ground.
void set_werkgebied(domain::Opgave& opgave, const geometry::Geometry& werkgebied);

}  // namespace koppelkans::analysis
