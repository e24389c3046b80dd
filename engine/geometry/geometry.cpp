#include "engine/geometry/geometry.h"

#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <geos_c.h>

#include "engine/geometry/area.h"
#include "engine/geometry/crowding.h"
#include "engine/geometry/geos_context.h"
#include "engine/geometry/geos_parts.h"

namespace koppelkans::geometry {
namespace {

constexpr int segments_a_quadrant = 8;

Geometry multi(int type, std::vector<Geometry> parts) {
    std::vector<GEOSGeom_t*> handles;
    handles.reserve(parts.size());
    for (Geometry& part : parts) {
        handles.push_back(part.release());
    }
    // GEOS owns the parts from here on, also when it fails.
    return owned(GEOSGeom_createCollection_r(handle(), type, handles.data(),
                                             static_cast<unsigned int>(handles.size())),
                 "collect geometries");
}

/// A strip that is L long and w wide has an area of L w and a border of some 2 L.
bool is_wider(const GEOSGeom_t* area, double width_m) {
    double area_m2 = 0;
    double border_m = 0;
    const int measured_both =
        GEOSArea_r(handle(), area, &area_m2) == 1 && GEOSLength_r(handle(), area, &border_m) == 1;
    return 2 * measured(measured_both ? 1 : 0, area_m2, "measure an area") > width_m * border_m;
}

void append_parts(const GEOSGeom_t* geometry, Dimension wanted, double width_m,
                  std::vector<Geometry>& parts) {
    const int type = GEOSGeomTypeId_r(handle(), geometry);
    if (type < 0) {
        context().fail("name the type of a geometry");
    }
    if (type >= GEOS_MULTIPOINT) {
        const int n = GEOSGetNumGeometries_r(handle(), geometry);
        for (int i = 0; i < n; ++i) {
            append_parts(GEOSGetGeometryN_r(handle(), geometry, i), wanted, width_m, parts);
        }
        return;
    }
    const bool fits = GEOSGeom_getDimensions_r(handle(), geometry) == static_cast<int>(wanted) &&
                      (width_m == 0 || is_wider(geometry, width_m));
    if (fits && !answer(GEOSisEmpty_r(handle(), geometry), "tell whether a part is empty")) {
        parts.push_back(owned(GEOSGeom_clone_r(handle(), geometry), "copy a part"));
    }
}

Geometry only(const Geometry& geometry, Dimension wanted, int multi_type, double width_m = 0) {
    std::vector<Geometry> parts;
    append_parts(geometry.get(), wanted, width_m, parts);
    return multi(multi_type, std::move(parts));
}

/// Coordinates as they are; a ring is closed by its first vertex once more.
GEOSCoordSequence* sequence_of(const Vertices& vertices, bool closed) {
    Vertices run = vertices;
    if (closed && !run.empty()) {
        run.push_back(run.front());
    }
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
        handle(), &run.data()->x, static_cast<unsigned int>(run.size()), 0, 0);
    if (sequence == nullptr) {
        context().fail("take over coordinates");
    }
    return sequence;
}

/// Of a ring, without the vertex that closes it.
Vertices vertices_of(const GEOSGeom_t* ring) {
    Vertices vertices = points_of(ring);
    if (vertices.size() > 1) {
        vertices.pop_back();
    }
    return vertices;
}

/// The rings of a polygon, outer first; none where it is empty.
std::vector<Vertices> rings_of(const GEOSGeom_t* polygon) {
    std::vector<Vertices> rings;
    for_each_ring(polygon, [&rings](const GEOSGeom_t* ring) {
        Vertices vertices = vertices_of(ring);
        if (!vertices.empty()) {
            rings.push_back(std::move(vertices));
        }
    });
    return rings;
}

/// Ends a GEOS helper object on the context of its thread.
template <class T, void (*destroy)(GEOSContextHandle_t, T*)>
struct HelperDelete {
    void operator()(T* helper) const { destroy(handle(), helper); }
};
template <class T, void (*destroy)(GEOSContextHandle_t, T*)>
using Helper = std::unique_ptr<T, HelperDelete<T, destroy>>;
using WkbReader = Helper<GEOSWKBReader, GEOSWKBReader_destroy_r>;
using WkbWriter = Helper<GEOSWKBWriter, GEOSWKBWriter_destroy_r>;
using WktReader = Helper<GEOSWKTReader, GEOSWKTReader_destroy_r>;
using ValidParams = Helper<GEOSMakeValidParams, GEOSMakeValidParams_destroy_r>;

Wkb written(const Geometry& geometry) {
    const WkbWriter writer(GEOSWKBWriter_create_r(handle()));
    GEOSWKBWriter_setOutputDimension_r(handle(), writer.get(), 2);
    GEOSWKBWriter_setByteOrder_r(handle(), writer.get(), GEOS_WKB_NDR);
    GEOSWKBWriter_setIncludeSRID_r(handle(), writer.get(), 0);
    std::size_t size = 0;
    const auto free_bytes = [](unsigned char* bytes) { GEOSFree_r(handle(), bytes); };
    const std::unique_ptr<unsigned char, decltype(free_bytes)> bytes(
        GEOSWKBWriter_write_r(handle(), writer.get(), geometry.get(), &size), free_bytes);
    if (!bytes) {
        context().fail("write a geometry");
    }
    return {std::string(reinterpret_cast<const char*>(bytes.get()), size)};
}

Geometry repaired_once(const Geometry& geometry) {
    const ValidParams params(GEOSMakeValidParams_create_r(handle()));
    GEOSMakeValidParams_setMethod_r(handle(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(handle(), params.get(), 0);
    return owned(GEOSMakeValidWithParams_r(handle(), geometry.get(), params.get()),
                 "repair a geometry");
}

/// An area as it is, unless parts of it are slivers: among those the overlay of GEOS loses its way.
Geometry without_slivers(Geometry geometry) {
    const int type = GEOSGeomTypeId_r(handle(), geometry.get());
    if (type != GEOS_POLYGON && type != GEOS_MULTIPOLYGON) {
        return geometry;
    }
    Geometry wider = only(geometry, Dimension::area, GEOS_MULTIPOLYGON, sliver_m);
    const bool all = GEOSGetNumGeometries_r(handle(), wider.get()) ==
                     GEOSGetNumGeometries_r(handle(), geometry.get());
    return all ? std::move(geometry) : std::move(wider);
}

}  // namespace

void GeosDelete::operator()(GEOSGeom_t* geometry) const {
    GEOSGeom_destroy_r(handle(), geometry);
}

void GeosDelete::operator()(const GEOSPrepGeom_t* prepared) const {
    GEOSPreparedGeom_destroy_r(handle(), prepared);
}

Geometry::Geometry(GEOSGeom_t* owned_handle) : handle_(owned_handle) {
    if (owned_handle == nullptr) {
        context().fail("make a geometry");
    }
}

bool Geometry::is_empty() const {
    return answer(GEOSisEmpty_r(handle(), get()), "tell whether a geometry is empty");
}

bool Geometry::is_valid() const {
    return answer(GEOSisValid_r(handle(), get()), "tell whether a geometry is valid");
}

Geometry Geometry::clone() const {
    return owned(GEOSGeom_clone_r(handle(), get()), "copy a geometry");
}

Prepared::Prepared(Geometry geometry)
    : geometry_(std::move(geometry)), handle_(GEOSPrepare_r(handle(), geometry_.get())) {
    if (!handle_) {
        context().fail("prepare a geometry");
    }
}

Prepared& Prepared::operator=(Prepared&& other) noexcept {
    // The preparation points into the geometry, so it goes first.
    handle_ = std::move(other.handle_);
    geometry_ = std::move(other.geometry_);
    return *this;
}

bool Prepared::covers(const Geometry& other) const {
    return answer(GEOSPreparedCovers_r(handle(), handle_.get(), other.get()),
                  "tell whether one geometry covers another");
}

bool Prepared::intersects(const Geometry& other) const {
    return answer(GEOSPreparedIntersects_r(handle(), handle_.get(), other.get()),
                  "tell whether geometries intersect");
}

double Prepared::distance_m(const Geometry& other) const {
    if (geometry_.is_empty() || other.is_empty()) {
        return std::numeric_limits<double>::infinity();
    }
    double distance = 0;
    const int result = GEOSPreparedDistance_r(handle(), handle_.get(), other.get(), &distance);
    return measured(result, distance, "measure a distance");
}

Geometry from_wkb(const Wkb& wkb) {
    const WkbReader reader(GEOSWKBReader_create_r(handle()));
    const auto* bytes = reinterpret_cast<const unsigned char*>(wkb.bytes.data());
    return owned(GEOSWKBReader_read_r(handle(), reader.get(), bytes, wkb.bytes.size()),
                 "read a geometry");
}

Wkb to_wkb(const Geometry& geometry) {
    return geometry.is_empty() ? Wkb{} : written(geometry);
}

Geometry from_wkt(const std::string& wkt) {
    const WktReader reader(GEOSWKTReader_create_r(handle()));
    return owned(GEOSWKTReader_read_r(handle(), reader.get(), wkt.c_str()), "read the text");
}

std::string to_wkt(const Geometry& geometry) {
    return to_wkt(written(geometry));
}

Geometry line_of(const Vertices& line) {
    return owned(GEOSGeom_createLineString_r(handle(), sequence_of(line, false)), "make a line");
}

Geometry polygon_of_ring(const Vertices& ring) {
    Geometry shell =
        owned(GEOSGeom_createLinearRing_r(handle(), sequence_of(ring, true)), "make a ring");
    return owned(GEOSGeom_createPolygon_r(handle(), shell.release(), nullptr, 0), "make a polygon");
}

std::vector<std::vector<Vertices>> polygons_of(const Geometry& geometry) {
    std::vector<std::vector<Vertices>> polygons;
    for_each_leaf(geometry.get(), [&polygons](const GEOSGeom_t* leaf) {
        if (GEOSGeomTypeId_r(handle(), leaf) == GEOS_POLYGON) {
            std::vector<Vertices> rings = rings_of(leaf);
            if (!rings.empty()) {
                polygons.push_back(std::move(rings));
            }
        }
    });
    return polygons;
}

Geometry made_valid(const Geometry& geometry) {
    // Where lines cross GEOS rounds, and what it makes may then cross itself by a hair: it is given
    // that to repair in its turn, which has always been enough.
    constexpr int most_rounds = 4;
    refuse_endless_crossings(geometry);
    Geometry repaired = repaired_once(geometry);
    for (int round = 1; !repaired.is_valid(); ++round) {
        if (round == most_rounds) {
            throw GeometryError("GEOS cannot repair a geometry: what it makes of it is not valid");
        }
        repaired = repaired_once(repaired);
    }
    return without_slivers(std::move(repaired));
}

Geometry buffered(const Geometry& geometry, double distance_m) {
    if (!std::isfinite(distance_m) || distance_m < 0) {
        throw GeometryError(fmt::format("a buffer cannot be {} m wide", distance_m));
    }
    return owned(GEOSBuffer_r(handle(), geometry.get(), distance_m, segments_a_quadrant),
                 "buffer a geometry");
}

Geometry intersection(const Geometry& a, const Geometry& b) {
    return owned(GEOSIntersection_r(handle(), a.get(), b.get()), "intersect geometries");
}

Geometry difference(const Geometry& a, const Geometry& b) {
    return owned(GEOSDifference_r(handle(), a.get(), b.get()), "subtract geometries");
}

Geometry intersection(const Geometry& a, const Geometry& b, double grid_m) {
    return owned(GEOSIntersectionPrec_r(handle(), a.get(), b.get(), grid_m),
                 "intersect geometries");
}

Geometry difference(const Geometry& a, const Geometry& b, double grid_m) {
    return owned(GEOSDifferencePrec_r(handle(), a.get(), b.get(), grid_m), "subtract geometries");
}

Geometry unary_union(const Geometry& geometry) {
    return owned(GEOSUnaryUnion_r(handle(), geometry.get()), "unite a geometry");
}

Geometry united(std::vector<Geometry> parts) {
    if (parts.empty()) {
        return owned(GEOSGeom_createEmptyPolygon_r(handle()), "make an empty polygon");
    }
    return unary_union(multi(GEOS_GEOMETRYCOLLECTION, std::move(parts)));
}

Geometry only_areas(const Geometry& geometry) {
    return only(geometry, Dimension::area, GEOS_MULTIPOLYGON);
}

Geometry only_areas(const Geometry& geometry, double width_m) {
    return only(geometry, Dimension::area, GEOS_MULTIPOLYGON, width_m);
}

Geometry only_lines(const Geometry& geometry) {
    return only(geometry, Dimension::line, GEOS_MULTILINESTRING);
}

}  // namespace koppelkans::geometry
