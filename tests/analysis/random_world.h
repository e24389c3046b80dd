#pragma once

#include "tests/analysis/world.h"

namespace koppelkans::test {

/// A town of nine square buurten and 18 opgaven: lines, points, circles on whole metres (so that
/// borders coincide), odd polygons, some of a whole buurt, some partly or wholly outside, with
/// dates of every kind. The same seed gives the same town. The rules differ by seed: pairs of one
/// soort, no least area, unknown time taken along.
World random_world(unsigned seed);

}  // namespace koppelkans::test
