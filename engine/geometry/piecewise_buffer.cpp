#include "engine/geometry/piecewise_buffer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/geometry/geos_context.h"

namespace koppelkans::geometry {

namespace {

constexpr std::size_t segments_a_piece = 16;

Vertices points_of(const GEOSGeom_t* line) {
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

void append_line(const Vertices& points, double distance_m, std::vector<Geometry>& buffers) {
    for (std::size_t first = 0; first + 1 < points.size(); first += segments_a_piece) {
        const std::size_t end = std::min(first + segments_a_piece + 1, points.size());
        const Vertices piece(points.begin() + static_cast<std::ptrdiff_t>(first),
                             points.begin() + static_cast<std::ptrdiff_t>(end));
        buffers.push_back(buffered(line_of(piece), distance_m));
    }
}

void append_buffers(const GEOSGeom_t* geometry, double distance_m, std::vector<Geometry>& buffers) {
    const int type = GEOSGeomTypeId_r(handle(), geometry);
    if (type == GEOS_LINESTRING || type == GEOS_LINEARRING) {
        append_line(points_of(geometry), distance_m, buffers);
    } else if (type < GEOS_MULTIPOINT) {
        buffers.push_back(
            buffered(owned(GEOSGeom_clone_r(handle(), geometry), "copy a part"), distance_m));
    } else {
        const int n = GEOSGetNumGeometries_r(handle(), geometry);
        for (int i = 0; i < n; ++i) {
            append_buffers(GEOSGetGeometryN_r(handle(), geometry, i), distance_m, buffers);
        }
    }
}

}  // namespace

Geometry piecewise_buffer(const Geometry& geometry, double distance_m) {
    std::vector<Geometry> buffers;
    append_buffers(geometry.get(), distance_m, buffers);
    return united(std::move(buffers));
}

bool is_better_in_pieces(std::size_t points, std::size_t points_of_union) {
    constexpr std::size_t many = 1000;
    return points > many || points_of_union > 2 * points + many / 10;
}

}  // namespace koppelkans::geometry
