#pragma once

#include <cstddef>

#include "engine/geometry/geometry.h"

namespace koppelkans::geometry {

// What GEOS would take minutes and gigabytes for, since it looks at each crossing of all lines.

/// Whether `buffered` of the union may take such a time: the segments of its lines pass through one
/// another, or lie on one another, more often than for every fourth of them. A network whose parts
/// only touch does not, however long it is. Cost: n log n for n segments, and no more than some
/// hundred looks a segment where they lie thick.
bool crosses_often(const Geometry& geometry);

/// Whether it may although nothing crosses: so many bends, or points, lie within twice the distance
/// of one another that the borders drawn round them do. Measured with GEOS 3.11: a line to and fro
/// over 30 m, 2,000 times in 100 m, takes 234 s at 25 m. That is more than 50,000 pairs of segments
/// (500,000 of rings, whose borders lie on one side), and eight for each, or as many beyond sixteen
/// of each; less takes some seconds at most, and is left to GEOS. Vertices within a hundredth of
/// the distance of a straight line count for nothing, as GEOS passes by them too. Cost: linear
/// below 300 bends, else as of `crosses_often`.
bool is_crowded(const Geometry& geometry, double distance_m);

/// Whether drawing within the distance may take some hundredths of a second or more, so that what
/// comes out is worth its memory, some fifteen times that of a line, where it is asked for again:
/// more than 5,000 points, a tenth of the pairs that make it crowded, or many parts. Cost: nothing
/// below some 100 points, linear below 100 bends, else as of `crosses_often`.
bool takes_long_to_draw(const Wkb& wkb, double distance_m);

/// Whether the segments of its lines, or those of a polygon, pass through one another, or lie on
/// one another, more often than so; as if they did after 20 million looks at two whose boxes meet.
/// Cost: n log n for n segments, and those looks, a second at most.
bool crosses_more_than(const Geometry& geometry, std::size_t most);

/// Throws GeometryError above 100,000 crossings, which no plan has: GEOS makes a polygon or a node
/// of each, and more of them than that may take minutes and all memory. Cost: as above.
void refuse_endless_crossings(const Geometry& geometry);

/// Whether there are so many parts, however deep, that each is better drawn by itself: more than
/// 5,000, of which GEOS asks of each group that touches no other in which of all others it lies (of
/// 25,000 points for 17 s, where their disks are united in 6); or more than 200 pairs, and eight
/// for each or as many beyond sixteen of each, whose boxes lie within twice the distance of one
/// another, since their borders cross. Of 63 triangles in 30 m, at 10 km, GEOS takes 1.3 s, where
/// united ones take 0.03 s; of 1,000, 18 s and 1.9 GB; of 316 in a millimetre, whose borders are
/// one but for rounding, more than a minute. Cost: n log n for n parts.
bool has_many_parts(const Geometry& geometry, double distance_m);

}  // namespace koppelkans::geometry
