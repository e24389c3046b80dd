#include <limits>
#include <string>

#include <geos_c.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/geos_context.h"
#include "engine/geometry/geos_parts.h"

namespace koppelkans::geometry {

double area_m2(const Geometry& geometry) {
    double area = 0;
    const int result = GEOSArea_r(handle(), geometry.get(), &area);
    return measured(result, area, "measure an area");
}

double length_m(const Geometry& geometry) {
    double length = 0;
    const int result = GEOSLength_r(handle(), geometry.get(), &length);
    return measured(result, length, "measure a length");
}

std::size_t count_points(const Geometry& geometry) {
    const int points = GEOSGetNumCoordinates_r(handle(), geometry.get());
    if (points < 0) {
        context().fail("count points");
    }
    return static_cast<std::size_t>(points);
}

double distance_m(const Geometry& a, const Geometry& b) {
    if (a.is_empty() || b.is_empty()) {
        return std::numeric_limits<double>::infinity();
    }
    // GEOS compares every segment of the one with every segment of the other unless one is
    // prepared.
    constexpr double many = 1024;
    if (static_cast<double>(GEOSGetNumCoordinates_r(handle(), a.get())) *
            GEOSGetNumCoordinates_r(handle(), b.get()) >
        many) {
        // A prepared line does not see that it lies inside an area, so the area is prepared.
        const bool area_is_b = GEOSGeom_getDimensions_r(handle(), b.get()) == 2;
        return area_is_b ? Prepared(b.clone()).distance_m(a) : Prepared(a.clone()).distance_m(b);
    }
    double distance = 0;
    const int result = GEOSDistance_r(handle(), a.get(), b.get(), &distance);
    return measured(result, distance, "measure a distance");
}

Vertex inner_point(const Geometry& geometry) {
    const Geometry point =
        owned(GEOSPointOnSurface_r(handle(), geometry.get()), "find a point inside a geometry");
    Vertex inside;
    if (GEOSGeomGetX_r(handle(), point.get(), &inside.x) != 1 ||
        GEOSGeomGetY_r(handle(), point.get(), &inside.y) != 1) {
        context().fail("find a point inside a geometry");
    }
    return inside;
}

Box bounds(const Geometry& geometry) {
    return box_of(geometry.get());
}

std::string geos_version() {
    const std::string text = GEOSversion();  // "3.11.1-CAPI-1.17.1"
    return text.substr(0, text.find('-'));
}

}  // namespace koppelkans::geometry
