#pragma once

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {

/// The ground within `distance_m` of lines and points, for those that cross or lie on one another
/// so often that GEOS, which looks at each crossing of each pair of borders, would need minutes and
/// gigabytes: they are cut into pieces of 16 segments, and the buffers of those are united two by
/// two, so that what they share is gone at once. It is that of `buffered` of their union but for
/// the arcs at the ends of pieces, whose corners lie elsewhere on the same circle. `distance_m`
/// above 0. Cost: grows with the pieces, as long as what comes out is not huge.
Geometry piecewise_buffer(const Geometry& geometry, double distance_m);

/// Whether `buffered` of the union may take such a time: the segments of its lines pass through one
/// another, or lie on one another, more often than for every fourth of them. A network whose parts
/// only touch does not, however long it is: it gets the buffer of GEOS, to the last bit. Cost: n
/// log n for n segments, and no more than some hundred looks a segment where they lie thick.
bool crosses_often(const Geometry& geometry);

}  // namespace koppelkans::geometry
