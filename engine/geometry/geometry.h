#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/vertices.h"
#include "engine/geometry/wkb.h"

struct GEOSGeom_t;
struct GEOSPrepGeom_t;

namespace koppelkans::geometry {

struct GeosDelete {
    void operator()(GEOSGeom_t* geometry) const;
    void operator()(const GEOSPrepGeom_t* prepared) const;
};

/// A GEOS geometry, owned; move-only, never null after construction. It belongs to the thread that
/// made it: contexts are one a thread, and a geometry must be used and destroyed on its own; it
/// must not outlive the thread, so no static ones. Between threads goes Wkb. Every function here
/// throws GeometryError with GEOS' own words when GEOS fails; a predicate that fails throws too, it
/// is never read as true.
///
///     const Geometry ground = buffered(from_wkb(opgave), 3.0);
///     const double overlap = area_m2(intersection(ground, buurt));
class Geometry {
  public:
    /// Takes ownership; null throws GeometryError with the last message of this thread's context.
    explicit Geometry(GEOSGeom_t* owned);
    Geometry(Geometry&&) noexcept = default;
    Geometry& operator=(Geometry&&) noexcept = default;
    const GEOSGeom_t* get() const { return handle_.get(); }
    bool is_empty() const;
    bool is_valid() const;
    Geometry clone() const;
    /// Gives the handle away; only destruction and assignment are left.
    GEOSGeom_t* release() { return handle_.release(); }

  private:
    std::unique_ptr<GEOSGeom_t, GeosDelete> handle_;
};

/// Accelerates predicates of one fixed geometry against many. Owns that geometry.
/// As Geometry, it belongs to its thread (SPEC §7 determinism is not touched by it).
class Prepared {
  public:
    explicit Prepared(Geometry geometry);
    Prepared(Prepared&&) noexcept = default;
    Prepared& operator=(Prepared&& other) noexcept;
    ~Prepared() = default;
    const Geometry& geometry() const { return geometry_; }
    /// True when all of `other` lies inside or on the border.
    bool covers(const Geometry& other) const;
    /// A shared border point counts.
    bool intersects(const Geometry& other) const;
    /// 0 where they meet, infinite where one of the two is empty.
    double distance_m(const Geometry& other) const;

  private:
    Geometry geometry_;
    std::unique_ptr<const GEOSPrepGeom_t, GeosDelete> handle_;
};

/// Refuses rings that are open or have one or two points, and no bytes at all. A closed ring of
/// three points passes: it is invalid, and nothing is left of it once made valid.
Geometry from_wkb(const Wkb& wkb);
/// 2D little-endian; an empty geometry gives no bytes.
Wkb to_wkb(const Geometry& geometry);
Geometry from_wkt(const std::string& wkt);
/// As to_wkt of Wkb: safe for any coordinate. What is empty keeps its type: `POLYGON EMPTY`.
std::string to_wkt(const Geometry& geometry);

/// A line of two points or more, and a polygon of a ring of three or more.
Geometry line_of(const Vertices& line);
Geometry polygon_of_ring(const Vertices& ring);
/// The polygons of a geometry, each as its shell and its holes; other parts fall out.
std::vector<std::vector<Vertices>> polygons_of(const Geometry& geometry);

/// Made valid by the structure method, collapsed parts dropped (SPEC §2), and slivers as in
/// `common` (area.h); may be empty or of a lower dimension. GEOS' own answer may be invalid, and
/// overlay then measures ground that is not there: this one is looked at, and throws where GEOS
/// does not come to a valid one, and where lines cross more than 100,000 times, which would take
/// minutes and gigabytes.
Geometry made_valid(const Geometry& geometry);

/// Round joins and caps, 8 segments a quadrant (SPEC §2). A distance that is negative or not finite
/// throws; with 0 an area comes out clean, a line or point empty.
/// Cost: 20–130 µs for the line of a plan.
Geometry buffered(const Geometry& geometry, double distance_m);

/// Exact overlay in floating point. Where only borders meet, the result is of a lower dimension or
/// a mixture: `only_areas` keeps what counts as overlap (SPEC §2). Invalid areas and coordinates
/// that are not finite are refused where they lie in the way, so give it what is valid.
/// Cost: 90–150 µs for two werkgebieden.
Geometry intersection(const Geometry& a, const Geometry& b);
Geometry difference(const Geometry& a, const Geometry& b);
/// The same with all coordinates on a grid of `grid_m`: slower, and never led astray by rounding.
Geometry intersection(const Geometry& a, const Geometry& b, double grid_m);
Geometry difference(const Geometry& a, const Geometry& b, double grid_m);
/// Dissolves parts that overlap or touch; lines are cut where they cross and each metre is once.
Geometry unary_union(const Geometry& geometry);
/// The union of all parts; an empty list gives an empty polygon.
Geometry united(std::vector<Geometry> parts);

/// Only the parts of the dimension, as one MultiPolygon / MultiLineString / MultiPoint, possibly
/// empty.
Geometry only_areas(const Geometry& geometry);
/// Without parts that are not wider than `width_m` on average (twice the area by the border).
Geometry only_areas(const Geometry& geometry, double width_m);
Geometry only_lines(const Geometry& geometry);

/// In units of the coordinates; of a polygon, length_m is the border. An empty geometry is 0.
double area_m2(const Geometry& geometry);
double length_m(const Geometry& geometry);
std::size_t count_points(const Geometry& geometry);
/// 0 where they meet, infinite where one of the two is empty.
double distance_m(const Geometry& a, const Geometry& b);
/// A point inside, for a label: of an area where it is widest at half its height. An empty geometry
/// throws.
Vertex inner_point(const Geometry& geometry);
/// The empty box for an empty geometry.
Box bounds(const Geometry& geometry);

/// "3.11.1"
std::string geos_version();

}  // namespace koppelkans::geometry
