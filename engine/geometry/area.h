#pragma once

#include <optional>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/vertices.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::geometry {

/// A micrometre: far below what a plan can mean, far above the rounding of RD coordinates. Where
/// two areas share an edge that was worked out, overlay leaves slivers along it; what is not wider
/// than this (twice the area by the border) is no ground.
inline constexpr double sliver_m = 1e-6;

/// One connected piece of ground, valid: a ring, or a polygon with holes. A plain value that any
/// thread may use. Metres of the analysis CRS.
class Area {
  public:
    /// At least three vertices, either way round; kept anticlockwise.
    explicit Area(Vertices ring);
    const Box& box() const { return box_; }
    double area_m2() const { return area_m2_; }
    bool has_holes() const { return !with_holes_.empty(); }
    /// Without the point that closes it; no vertices where it has holes.
    const Vertices& ring() const { return ring_; }
    /// The shell and its holes.
    std::vector<Vertices> rings() const;
    /// A Polygon.
    Wkb to_wkb() const;
    Geometry to_geometry() const;
    /// Writes it behind what stands in `wkb`, as a part of a MultiPolygon.
    void append_to(Wkb& wkb) const;

  private:
    friend Area area_of(std::vector<Vertices> rings);
    Area(Wkb with_holes, double area_m2);

    Vertices ring_;
    Wkb with_holes_;
    Box box_;
    double area_m2_ = 0;
};

/// Of a shell and its holes, whichever way they run.
Area area_of(std::vector<Vertices> rings);
/// The polygons of a Polygon or MultiPolygon; none for anything else.
std::vector<Area> areas_of(const Wkb& geometry);
/// The same of a GEOS geometry; parts without area fall out.
std::vector<Area> areas_of(const Geometry& geometry);
/// Puts more areas behind the others.
void append(std::vector<Area>& areas, std::vector<Area> more);
/// All of them as one MultiPolygon, valid, in their order; no bytes for none. They must not overlap
/// but for rounding: those that then share an edge become one, and the order is GEOS' own.
Wkb multi_polygon_of(const std::vector<Area>& areas);
double area_m2(const std::vector<Area>& areas);
/// The box round all.
Box bounds(const std::vector<Area>& areas);

/// What two areas share, less slivers. By the short way where that is plain (ring_overlay.h), else
/// by GEOS, which is held against `plain_common_m2` and whose GeometryError it passes on. Cost:
/// some 5 µs, or 60 to 160 by GEOS.
std::vector<Area> common(const Area& a, const Area& b);
std::vector<Area> common(const Area& a, const std::vector<Area>& b);
std::vector<Area> common(const std::vector<Area>& a, const std::vector<Area>& b);
/// The same by the short way only; empty where that is not plain.
std::optional<std::vector<Area>> plainly_common(const Area& a, const Area& b);
/// What is left of `a` without `b`, less slivers; likewise.
std::vector<Area> rest(const Area& a, const Area& b);
std::vector<Area> rest(const Area& a, const std::vector<Area>& b);

}  // namespace koppelkans::geometry
