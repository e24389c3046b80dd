#pragma once

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {

/// The ground within `distance_m` of lines and points, as `buffered` of their union gives it but
/// for rounding, for those that cross or lie on one another so often that GEOS, which looks at each
/// crossing of each pair of borders, would need minutes and gigabytes: they are cut into pieces of
/// 16 segments, and the buffers of those are united two by two, so that what they share is gone at
/// once. `distance_m` above 0. Cost: grows with the pieces, as long as what comes out is not huge.
Geometry piecewise_buffer(const Geometry& geometry, double distance_m);

/// Whether `buffered` of the union may take such a time: there are more than 1,000 points, or many
/// of them were added where lines cross.
bool is_better_in_pieces(std::size_t points, std::size_t points_of_union);

}  // namespace koppelkans::geometry
