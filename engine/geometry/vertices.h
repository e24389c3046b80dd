#pragma once

#include <optional>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::geometry {

struct Vertex {
    double x = 0;
    double y = 0;
    bool operator==(const Vertex&) const = default;
};

/// A line as its points, or a ring without the point that closes it: flat arrays for the short
/// routines that stand in for GEOS where a shape is simple. Metres of the analysis CRS.
using Vertices = std::vector<Vertex>;

/// The points of a LineString, or of a MultiLineString of one; empty for anything else.
std::optional<Vertices> only_line(const Wkb& geometry);
/// The ring of a Polygon without holes, or of a MultiPolygon of one such; empty for anything else.
std::optional<Vertices> only_ring(const Wkb& geometry);
/// All rings of a Polygon or MultiPolygon, shells and holes; none for anything else.
std::vector<Vertices> all_rings(const Wkb& geometry);

/// A MultiPolygon of one polygon a ring; no bytes for no rings.
Wkb multi_polygon_of(const std::vector<Vertices>& rings);

/// The same bit by bit: the head of a MultiPolygon, and a polygon behind it.
void begin_multi_polygon(Wkb& wkb, std::size_t parts);
void append_polygon(Wkb& wkb, const Vertices& ring);
/// A Polygon of a shell and its holes; no bytes for no rings.
Wkb polygon_of(const std::vector<Vertices>& rings);

/// Of the triangle a, b, `point`; above 0 where `point` lies left of the step from a to b.
inline double twice_area_m2(Vertex a, Vertex b, Vertex point) {
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

double length_m(const Vertices& line);
double distance_m(Vertex from, Vertex to);
/// Of a point from a segment, squared: most callers look for the least and need no root.
double squared_distance_m2(Vertex point, Vertex from, Vertex to);
/// Above 0 where the ring runs anticlockwise. Measured from the first vertex, so that the size of
/// RD coordinates costs no digits.
double signed_area_m2(const Vertices& ring);
Box bounds(const Vertices& vertices);

/// Even-odd over all rings; on a border it may say either.
bool is_inside(Vertex point, const std::vector<Vertices>& rings);
bool is_inside(Vertex point, const std::vector<const Vertices*>& rings);

/// Distances below this are not told apart from touching: a tenth of a micrometre, a thousand times
/// the rounding of RD coordinates. What comes so close is left to GEOS.
inline constexpr double clearance_m = 1e-7;

/// How segment p lies to segment q.
struct Crossing {
    enum class Kind { apart, proper, unclear } kind = Kind::apart;
    double along_p = 0;  ///< of a proper crossing, 0 to 1
    double along_q = 0;
    /// How far along p one comes within `clearance_m` of q, to either side: what else lies there is
    /// not told apart from this crossing. Likewise along q.
    double reach_p = 0;
    double reach_q = 0;
};
Crossing crossing(Vertex p0, Vertex p1, Vertex q0, Vertex q1);

/// The least distance between two lines: 0 where they cross. Empty where it is not clear whether
/// they touch, or the lines are too long to compare by hand.
std::optional<double> plain_distance_m(const Vertices& one, const Vertices& other);

/// Whether a line of up to 50 points meets itself nowhere: no two segments come within the
/// clearance but where one goes on from the other. A longer one is never said to be simple.
bool is_plainly_simple(const Vertices& line);

/// Whether the two share more than a point, by the clearance; where q goes on from p1 it does not,
/// unless it turns back.
bool lie_on_one_another(Vertex p0, Vertex p1, Vertex q0, Vertex q1);

}  // namespace koppelkans::geometry
