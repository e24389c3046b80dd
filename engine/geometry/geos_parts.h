#pragma once

#include "engine/geometry/box.h"
#include "engine/geometry/geos_context.h"
#include "engine/geometry/vertices.h"

namespace koppelkans::geometry {

// What the geometries of GEOS are made of. Internal to the room.

inline bool is_line(int type) {
    return type == GEOS_LINESTRING || type == GEOS_LINEARRING;
}

/// The points of a line or ring; of a ring the last is the first.
inline Vertices points_of(const GEOSGeom_t* line) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle(), line);
    unsigned int size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(handle(), sequence, &size) != 1) {
        context().fail("read a line");
    }
    Vertices points(size);
    if (size > 0 && GEOSCoordSeq_copyToBuffer_r(handle(), sequence, &points.data()->x, 0, 0) != 1) {
        context().fail("read a line");
    }
    return points;
}

/// The empty box for an empty geometry.
inline Box box_of(const GEOSGeom_t* geometry) {
    Box box;
    if (GEOSisEmpty_r(handle(), geometry) == 0 &&
        GEOSGeom_getExtent_r(handle(), geometry, &box.min_x, &box.min_y, &box.max_x, &box.max_y) !=
            1) {
        context().fail("measure the extent of a geometry");
    }
    return box;
}

/// Calls `visit` with the outer ring of a polygon and then with its holes.
template <typename Visit>
void for_each_ring(const GEOSGeom_t* polygon, const Visit& visit) {
    visit(GEOSGetExteriorRing_r(handle(), polygon));
    const int holes = GEOSGetNumInteriorRings_r(handle(), polygon);
    for (int i = 0; i < holes; ++i) {
        visit(GEOSGetInteriorRingN_r(handle(), polygon, i));
    }
}

/// Calls `visit` with each point, line and polygon that a geometry is made of, however deep.
template <typename Visit>
void for_each_leaf(const GEOSGeom_t* geometry, const Visit& visit) {
    if (GEOSGeomTypeId_r(handle(), geometry) < GEOS_MULTIPOINT) {
        visit(geometry);
        return;
    }
    const int n = GEOSGetNumGeometries_r(handle(), geometry);
    for (int i = 0; i < n; ++i) {
        for_each_leaf(GEOSGetGeometryN_r(handle(), geometry, i), visit);
    }
}

}  // namespace koppelkans::geometry
