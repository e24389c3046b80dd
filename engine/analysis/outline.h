#pragma once

#include <vector>

#include "engine/domain/buurt.h"
#include "engine/domain/opgave.h"
#include "engine/geometry/area.h"
#include "engine/geometry/geometry.h"

namespace koppelkans::analysis {

/// The ground that an opgave takes at its own place: its werkgebied where that is kept, else its
/// geometry, united and buffered by the werkafstand (SPEC §2). None for a pure niveau gebied, and
/// for a line or point without a werkafstand. Throws GeometryError where GEOS gives up. Drawn when
/// it is looked at, since it takes ten times the memory of the short line that most are drawn from.
/// Cost: 10 to 100 µs for a line; that of reading them for polygons without werkafstand.
std::vector<geometry::Area> own_ground(const domain::Opgave& opgave);

/// True where `own_ground` is sure to be some: most opgaven need not be drawn to know that.
bool plainly_takes_ground(const domain::Opgave& opgave);

/// The buurten of a gebied as one geometry.
geometry::Geometry outline(const domain::BuurtRegister& buurten,
                           const std::vector<std::uint32_t>& members);

/// All the ground of an opgave of niveau gebied: its buurten, and a place of its own where it has
/// one.
geometry::Geometry whole_ground(const domain::Opgave& opgave, const domain::BuurtRegister& buurten);

/// Keeps a werkgebied that was made elsewhere, with its box; empty: no ground.
void keep_werkgebied(domain::Opgave& opgave, const geometry::Geometry& werkgebied);

}  // namespace koppelkans::analysis
