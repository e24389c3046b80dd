#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

struct GEOSGeom_t;
struct GEOSPrepGeom_t;

namespace koppelkans::geometry {

struct GeosDelete {
    void operator()(GEOSGeom_t* geometry) const;
    void operator()(const GEOSPrepGeom_t* prepared) const;
};

/// A GEOS geometry, owned; move-only, never null after construction. It belongs to the thread that
/// made it: contexts are one a thread, and a geometry must be used and destroyed on its own.
/// Every function here throws GeometryError with GEOS' own words when GEOS fails; a predicate that
/// fails throws too, it is never read as true.
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

  private:
    std::unique_ptr<GEOSGeom_t, GeosDelete> handle_;
};

/// Accelerates predicates of one fixed geometry against many. Keeps its own copy of the geometry.
/// As Geometry, it belongs to its thread (SPEC §7 determinism is not touched by it).
class Prepared {
  public:
    explicit Prepared(Geometry geometry);
    const Geometry& geometry() const { return geometry_; }
    /// True when all of `other` lies inside or on the border.
    bool covers(const Geometry& other) const;
    bool intersects(const Geometry& other) const;
    double distance_m(const Geometry& other) const;

  private:
    Geometry geometry_;
    std::unique_ptr<const GEOSPrepGeom_t, GeosDelete> handle_;
};

Geometry from_wkb(const Wkb& wkb);
/// 2D little-endian; an empty geometry gives no bytes.
Wkb to_wkb(const Geometry& geometry);
Geometry from_wkt(const std::string& wkt);
/// For messages and tests; safe for any finite coordinate.
std::string to_wkt(const Geometry& geometry);

/// Made valid by the structure method, collapsed parts dropped (SPEC §2); may be empty or of a lower
/// dimension.
Geometry made_valid(const Geometry& geometry);

/// Round joins and caps, 8 segments a quadrant (SPEC §2). Distance 0 or more.
Geometry buffered(const Geometry& geometry, double distance_m);

Geometry intersection(const Geometry& a, const Geometry& b);
Geometry difference(const Geometry& a, const Geometry& b);
Geometry unary_union(const Geometry& geometry);
/// The union of all parts; an empty list gives an empty polygon.
Geometry united(std::vector<Geometry> parts);

/// Only the parts of the dimension, as one MultiPolygon / MultiLineString / MultiPoint, possibly empty.
Geometry only_areas(const Geometry& geometry);
Geometry only_lines(const Geometry& geometry);

double area_m2(const Geometry& geometry);
double length_m(const Geometry& geometry);
double distance_m(const Geometry& a, const Geometry& b);
Box bounds(const Geometry& geometry);

/// "3.11.1"
std::string geos_version();

}  // namespace koppelkans::geometry
