#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/geometry/box.h"
#include "tests/analysis/world.h"

namespace koppelkans::test {

// What the inner loops are timed and counted on; the same every time.

/// A bent line of `corners` corners along one of the streets of a buurt of 800 by 800 m, as WKT.
std::string street_line(unsigned street, double from_m, double until_m, int corners);

/// One buurt with as many plans along its streets, each with a start in ten years.
World town(int plans);

/// Boxes of plans spread over as much ground as they would have, 60 a buurt.
std::vector<geometry::Box> boxes_of(std::int64_t count);

}  // namespace koppelkans::test
