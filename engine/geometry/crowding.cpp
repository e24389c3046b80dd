#include "engine/geometry/crowding.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/geometry/box.h"
#include "engine/geometry/geos_parts.h"
#include "engine/geometry/spatial_index.h"

namespace koppelkans::geometry {

namespace {

struct Segment {
    Vertex a, b;
};

void append_line(const GEOSGeom_t* line, std::vector<Segment>& segments) {
    const Vertices points = points_of(line);
    for (std::size_t i = 1; i < points.size(); ++i) {
        segments.push_back({points[i - 1], points[i]});
    }
}

/// Of a line, or of the rings of a polygon.
void append_segments(const GEOSGeom_t* leaf, std::vector<Segment>& segments) {
    const int type = GEOSGeomTypeId_r(handle(), leaf);
    if (is_line(type)) {
        append_line(leaf, segments);
    } else if (type == GEOS_POLYGON) {
        for_each_ring(leaf, [&](const GEOSGeom_t* ring) { append_line(ring, segments); });
    }
}

Box box_of(const Segment& segment) {
    const auto [min_x, max_x] = std::minmax(segment.a.x, segment.b.x);
    const auto [min_y, max_y] = std::minmax(segment.a.y, segment.b.y);
    return {min_x, min_y, max_x, max_y};
}

/// Segments that pass through one another, or lie on one another for some length; not those that
/// only touch, as the parts of a network do. The boxes are known to meet.
bool is_crossed(const Segment& one, const Segment& other) {
    const double a = twice_area_m2(one.a, one.b, other.a);
    const double b = twice_area_m2(one.a, one.b, other.b);
    if (a == 0 && b == 0) {
        const Box both = common(box_of(one), box_of(other));
        return both.max_x > both.min_x || both.max_y > both.min_y;
    }
    const double c = twice_area_m2(other.a, other.b, one.a);
    const double d = twice_area_m2(other.a, other.b, one.b);
    return ((a < 0 && b > 0) || (a > 0 && b < 0)) && ((c < 0 && d > 0) || (c > 0 && d < 0));
}

double squared_length(const Vertex& step) {
    return step.x * step.x + step.y * step.y;
}

/// Whether `at` lies ahead of `from`, and within `tolerance` of the line on to `next`.
bool goes_on(const Vertex& from, const Vertex& next, const Vertex& at, double tolerance) {
    const Vertex along{next.x - from.x, next.y - from.y};
    const Vertex step{at.x - next.x, at.y - next.y};
    const double aside = twice_area_m2(from, next, at);
    return along.x * step.x + along.y * step.y >= 0 &&
           aside * aside <= tolerance * tolerance * squared_length(along);
}

/// Without the vertices between which it goes straight on, so that a curve of many short segments
/// counts as the few that it bends by. Linear.
void append_bends(const Vertices& points, double tolerance, std::vector<Segment>& segments) {
    for (std::size_t from = 0; from + 1 < points.size();) {
        std::size_t to = from + 1;
        while (to + 1 < points.size() &&
               squared_length({points[to].x - points[from].x, points[to].y - points[from].y}) <=
                   tolerance * tolerance) {
            ++to;
        }
        const Vertex& next = points[to];
        while (to + 1 < points.size() && goes_on(points[from], next, points[to + 1], tolerance)) {
            ++to;
        }
        segments.push_back({points[from], points[to]});
        from = to;
    }
}

/// What a border is drawn round: the bends of a line or of rings, a point as a segment of no
/// length.
void append_drawn_round(const GEOSGeom_t* leaf, double tolerance, std::vector<Segment>& segments) {
    const int type = GEOSGeomTypeId_r(handle(), leaf);
    if (is_line(type)) {
        append_bends(points_of(leaf), tolerance, segments);
    } else if (type == GEOS_POLYGON) {
        for_each_ring(leaf, [&](const GEOSGeom_t* ring) {
            append_bends(points_of(ring), tolerance, segments);
        });
    } else {
        Vertex at;
        if (GEOSGeomGetX_r(handle(), leaf, &at.x) == 1 &&
            GEOSGeomGetY_r(handle(), leaf, &at.y) == 1) {
            segments.push_back({at, at});
        }
    }
}

double squared_distance(const Vertex& at, const Segment& segment) {
    const Vertex along{segment.b.x - segment.a.x, segment.b.y - segment.a.y};
    const Vertex step{at.x - segment.a.x, at.y - segment.a.y};
    const double length = squared_length(along);
    const double t =
        length > 0 ? std::clamp((along.x * step.x + along.y * step.y) / length, 0.0, 1.0) : 0;
    return squared_length({step.x - t * along.x, step.y - t * along.y});
}

bool are_within(const Segment& one, const Segment& other, double distance_m) {
    const double nearest =
        std::min({squared_distance(one.a, other), squared_distance(one.b, other),
                  squared_distance(other.a, one), squared_distance(other.b, one)});
    return nearest <= distance_m * distance_m || is_crossed(one, other);
}

SpatialIndex index_of(const std::vector<Segment>& segments) {
    std::vector<Box> boxes;
    boxes.reserve(segments.size());
    std::transform(segments.begin(), segments.end(), std::back_inserter(boxes), box_of);
    return SpatialIndex(std::move(boxes));
}

/// How many looks at two segments whose boxes meet are worth it, where more pairs than `most`
/// change what is done: boxes that meet without their segments doing so are looked at in vain, by
/// GEOS as well.
std::size_t looks_worth(std::size_t segments, std::size_t most) {
    return 200 * segments + 10 * most + 10'000;
}

/// Counts pairs of things that lie near one another, one thing after the other.
class Crowd {
  public:
    Crowd(std::size_t things, std::size_t few)
        : few_(few), most_(std::max(few, pairs_for_each * things)) {}
    /// How many more pairs the next one has. What lies apart must not hide a heap beside it, so
    /// that pairs beyond those that a thing of a network has count by themselves.
    void add(std::size_t pairs) {
        pairs_ += pairs;
        heaped_ += pairs - std::min(pairs, 2 * pairs_for_each);
    }
    /// More than eight for each, or as many in heaps; not where there are few.
    bool is_dense() const { return pairs_ > most_ || heaped_ > few_; }
    /// The pairs that are surely dense.
    std::size_t most() const { return most_; }

  private:
    static constexpr std::size_t pairs_for_each = 8;
    std::size_t few_, most_;
    std::size_t pairs_ = 0, heaped_ = 0;
};

/// Whether there are enough pairs of segments whose boxes, `reach_m` farther, meet and that are
/// `near` one another, or too many to count: after `most_looks`. `are_enough` is told of each
/// segment how many later ones are near it.
template <typename Near, typename Enough>
bool has_pairs(const std::vector<Segment>& segments, double reach_m, std::size_t most_looks,
               const Near& near, const Enough& are_enough) {
    const SpatialIndex index = index_of(segments);
    std::size_t looks = 0;
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        index.find(grown(box_of(segments[i]), reach_m), found);
        const auto later = std::partition(found.begin(), found.end(),
                                          [i](std::uint32_t other) { return other <= i; });
        looks += static_cast<std::size_t>(found.end() - later);
        if (looks > most_looks) {
            return true;
        }
        const auto pairs = std::count_if(later, found.end(), [&](std::uint32_t other) {
            return near(segments[i], segments[other]);
        });
        if (are_enough(static_cast<std::size_t>(pairs))) {
            return true;
        }
    }
    return false;
}

/// Whether what a border is drawn round lies dense, within twice the distance, by more pairs than a
/// share of what GEOS is left with: it takes 5 to 200 µs for each such pair of points, lines and
/// rings.
bool crowds(const Geometry& geometry, double distance_m, std::size_t one_in) {
    const bool is_area = GEOSGeom_getDimensions_r(handle(), geometry.get()) == 2;
    const std::size_t few_pairs = (is_area ? 500'000 : 50'000) / one_in;
    std::vector<Segment> segments;
    for_each_leaf(geometry.get(), [&](const GEOSGeom_t* leaf) {
        append_drawn_round(leaf, distance_m / 100, segments);
    });
    const std::size_t n = segments.size();
    if (n * n / 2 <= few_pairs) {
        return false;
    }
    Crowd crowd(n, few_pairs);
    return has_pairs(
        segments, 2 * distance_m, looks_worth(n, crowd.most()),
        [&](const Segment& one, const Segment& other) {
            return are_within(one, other, 2 * distance_m);
        },
        [&](std::size_t pairs) {
            crowd.add(pairs);
            return crowd.is_dense();
        });
}

}  // namespace

bool crosses_often(const Geometry& geometry) {
    std::vector<Segment> segments;
    for_each_leaf(geometry.get(), [&](const GEOSGeom_t* leaf) {
        if (is_line(GEOSGeomTypeId_r(handle(), leaf))) {
            append_line(leaf, segments);
        }
    });
    const std::size_t most = segments.size() / 4 + 25;
    std::size_t crossings = 0;
    return has_pairs(segments, 0, looks_worth(segments.size(), most), is_crossed,
                     [&](std::size_t pairs) { return (crossings += pairs) > most; });
}

bool crosses_more_than(const Geometry& geometry, std::size_t most) {
    // Six thousand strokes of a hatching lie in one another's boxes and cross nowhere.
    constexpr std::size_t most_looks = 20'000'000;
    std::size_t crossings = 0;
    bool are_more = false;
    const auto count = [&](const std::vector<Segment>& segments) {
        if (!are_more && segments.size() > 1) {
            are_more = has_pairs(segments, 0, most_looks, is_crossed,
                                 [&](std::size_t pairs) { return (crossings += pairs) > most; });
        }
    };
    std::vector<Segment> lines;
    for_each_leaf(geometry.get(), [&](const GEOSGeom_t* leaf) {
        if (is_line(GEOSGeomTypeId_r(handle(), leaf))) {
            append_segments(leaf, lines);
            return;
        }
        std::vector<Segment> rings;
        append_segments(leaf, rings);
        count(rings);
    });
    count(lines);
    return are_more;
}

void refuse_endless_crossings(const Geometry& geometry) {
    constexpr std::size_t most_crossings = 100'000;
    if (crosses_more_than(geometry, most_crossings)) {
        throw GeometryError(
            fmt::format("its lines cross one another more than {} times", most_crossings));
    }
}

bool has_many_parts(const Geometry& geometry, double distance_m) {
    constexpr std::size_t few_parts = 5000;
    constexpr std::size_t few_pairs = 200;
    std::size_t n = 0;
    for_each_leaf(geometry.get(), [&](const GEOSGeom_t* /*leaf*/) { ++n; });
    if (n > few_parts || n * n / 2 <= few_pairs) {
        return n > few_parts;
    }
    std::vector<Box> boxes;
    for_each_leaf(geometry.get(), [&](const GEOSGeom_t* leaf) { boxes.push_back(box_of(leaf)); });
    const SpatialIndex index(boxes);
    Crowd crowd(n, few_pairs);
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < n && !crowd.is_dense(); ++i) {
        index.find(grown(boxes[i], 2 * distance_m), found);
        crowd.add(static_cast<std::size_t>(std::count_if(
            found.begin(), found.end(), [i](std::uint32_t other) { return other > i; })));
    }
    return crowd.is_dense();
}

bool is_crowded(const Geometry& geometry, double distance_m) {
    return crowds(geometry, distance_m, 1);
}

bool takes_long_to_draw(const Wkb& wkb, double distance_m) {
    constexpr std::size_t least_bytes = 1600;  // of 100 points of a line: fewer crowd nothing
    constexpr std::size_t many_points = 5000;
    constexpr std::size_t one_in = 10;
    if (!(distance_m > 0) || wkb.bytes.size() <= least_bytes) {
        return false;
    }
    const Geometry geometry = from_wkb(wkb);
    return count_points(geometry) > many_points || crowds(geometry, distance_m, one_in) ||
           has_many_parts(geometry, distance_m);
}

}  // namespace koppelkans::geometry
