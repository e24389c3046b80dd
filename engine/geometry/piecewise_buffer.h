#pragma once

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {

/// The ground within `distance_m`, for what crosses or lies on itself or turns to and fro so often
/// that GEOS, which looks at each crossing of each pair of borders, would need minutes and
/// gigabytes: lines and rings are cut into pieces of 16 segments, and the buffers of those, and
/// polygons themselves, are united two by two, so that what they share is gone at once. It is that
/// of `buffered` of their union but for the arcs at the ends of pieces, whose corners lie elsewhere
/// on the same circle. `distance_m` above 0. Cost: grows with the pieces, as long as what comes out
/// is not huge.
Geometry piecewise_buffer(const Geometry& geometry, double distance_m);

/// The same of many parts, each of them drawn whole. Cost: n log n for n parts.
Geometry partwise_buffer(const Geometry& geometry, double distance_m);

}  // namespace koppelkans::geometry
