#include "engine/geometry/piecewise_buffer.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/geos_context.h"
#include "engine/geometry/spatial_index.h"

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

struct Segment {
    Vertex a, b;
};

void append_segments(const GEOSGeom_t* geometry, std::vector<Segment>& segments) {
    const int type = GEOSGeomTypeId_r(handle(), geometry);
    if (type == GEOS_LINESTRING || type == GEOS_LINEARRING) {
        const Vertices points = points_of(geometry);
        for (std::size_t i = 1; i < points.size(); ++i) {
            segments.push_back({points[i - 1], points[i]});
        }
    } else if (type >= GEOS_MULTIPOINT) {
        const int n = GEOSGetNumGeometries_r(handle(), geometry);
        for (int i = 0; i < n; ++i) {
            append_segments(GEOSGetGeometryN_r(handle(), geometry, i), segments);
        }
    }
}

Box box_of(const Segment& segment) {
    const auto [min_x, max_x] = std::minmax(segment.a.x, segment.b.x);
    const auto [min_y, max_y] = std::minmax(segment.a.y, segment.b.y);
    return {min_x, min_y, max_x, max_y};
}

/// Above 0 where `at` lies left of the segment.
double side_of(const Segment& segment, const Vertex& at) {
    return (segment.b.x - segment.a.x) * (at.y - segment.a.y) -
           (segment.b.y - segment.a.y) * (at.x - segment.a.x);
}

/// Segments that pass through one another, or lie on one another for some length; not those that
/// only touch, as the parts of a network do. The boxes are known to meet.
bool is_crossed(const Segment& one, const Segment& other) {
    const double a = side_of(one, other.a);
    const double b = side_of(one, other.b);
    if (a == 0 && b == 0) {
        const Box both = common(box_of(one), box_of(other));
        return both.max_x > both.min_x || both.max_y > both.min_y;
    }
    const double c = side_of(other, one.a);
    const double d = side_of(other, one.b);
    return ((a < 0 && b > 0) || (a > 0 && b < 0)) && ((c < 0 && d > 0) || (c > 0 && d < 0));
}

}  // namespace

Geometry piecewise_buffer(const Geometry& geometry, double distance_m) {
    std::vector<Geometry> buffers;
    append_buffers(geometry.get(), distance_m, buffers);
    return united(std::move(buffers));
}

bool crosses_often(const Geometry& geometry) {
    std::vector<Segment> segments;
    append_segments(geometry.get(), segments);
    std::vector<Box> boxes;
    boxes.reserve(segments.size());
    std::transform(segments.begin(), segments.end(), std::back_inserter(boxes), box_of);
    const SpatialIndex index(std::move(boxes));
    const std::size_t most_crossings = segments.size() / 4 + 25;
    // Boxes that meet without their segments doing so are looked at in vain, by GEOS as well.
    const std::size_t most_looks = 200 * segments.size() + 10'000;
    std::size_t crossings = 0;
    std::size_t looks = 0;
    std::vector<std::uint32_t> near;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        index.query(box_of(segments[i]), near);
        const auto later = std::upper_bound(near.begin(), near.end(), i);
        looks += static_cast<std::size_t>(near.end() - later);
        crossings +=
            static_cast<std::size_t>(std::count_if(later, near.end(), [&](std::uint32_t other) {
                return is_crossed(segments[i], segments[other]);
            }));
        if (crossings > most_crossings || looks > most_looks) {
            return true;
        }
    }
    return false;
}

}  // namespace koppelkans::geometry
