#pragma once

#include "engine/geometry/wkb.h"

namespace koppelkans::geometry {

/// The same geometry with every ring closed and of at least four points, and every line of at least
/// two, by repeating a point. GEOS refuses to read a ring that is open or has one or two points (it
/// takes three), so that one collapsed hole would lose a whole polygon; made full, it reads as
/// invalid and the repair drops the collapsed part (SPEC §2). Empty rings and lines stay empty.
/// Expects checked bytes; one pass.
Wkb with_full_rings(const Wkb& geometry);

}  // namespace koppelkans::geometry
