#include "engine/geometry/piecewise_buffer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/geometry/geos_parts.h"

namespace koppelkans::geometry {

namespace {

constexpr std::size_t segments_a_piece = 16;

void append_line(const Vertices& points, double distance_m, std::vector<Geometry>& buffers) {
    for (std::size_t first = 0; first + 1 < points.size(); first += segments_a_piece) {
        const std::size_t end = std::min(first + segments_a_piece + 1, points.size());
        const Vertices piece(points.begin() + static_cast<std::ptrdiff_t>(first),
                             points.begin() + static_cast<std::ptrdiff_t>(end));
        buffers.push_back(buffered(line_of(piece), distance_m));
    }
}

void append_buffers(const GEOSGeom_t* leaf, double distance_m, std::vector<Geometry>& buffers) {
    const int type = GEOSGeomTypeId_r(handle(), leaf);
    if (is_line(type)) {
        append_line(points_of(leaf), distance_m, buffers);
        return;
    }
    Geometry part = owned(GEOSGeom_clone_r(handle(), leaf), "copy a part");
    if (type == GEOS_POLYGON) {  // itself, and what lies near its border
        buffers.push_back(std::move(part));
        for_each_ring(leaf, [&](const GEOSGeom_t* ring) {
            append_line(points_of(ring), distance_m, buffers);
        });
    } else {
        buffers.push_back(buffered(part, distance_m));
    }
}

}  // namespace

Geometry piecewise_buffer(const Geometry& geometry, double distance_m) {
    std::vector<Geometry> buffers;
    for_each_leaf(geometry.get(),
                  [&](const GEOSGeom_t* leaf) { append_buffers(leaf, distance_m, buffers); });
    return united(std::move(buffers));
}

Geometry partwise_buffer(const Geometry& geometry, double distance_m) {
    std::vector<Geometry> buffers;
    for_each_leaf(geometry.get(), [&](const GEOSGeom_t* leaf) {
        const Geometry part = owned(GEOSGeom_clone_r(handle(), leaf), "copy a part");
        buffers.push_back(buffered(part, distance_m));
    });
    return united(std::move(buffers));
}

}  // namespace koppelkans::geometry
