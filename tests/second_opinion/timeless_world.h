#pragma once

#include "tests/analysis/random_world.h"
#include "tests/second_opinion/spatialite.h"

namespace koppelkans::test {

/// A random town in which time keeps nobody apart, so that only the ground decides.
World timeless_world(unsigned seed);

/// The buurten of a town and its opgaven, as analysed, in the tables of `create_tables`.
void fill(Spatialite& spatialite, const World& world, const Outcome& outcome);

}  // namespace koppelkans::test
