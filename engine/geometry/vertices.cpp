#include "engine/geometry/vertices.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "engine/geometry/wkb_cursor.h"

namespace koppelkans::geometry {

namespace {

/// Longer lines are compared faster by GEOS and its indexes.
constexpr std::size_t most_points = 50;

Vertices read_run(const Wkb& geometry, WkbCursor& cursor) {
    const std::uint32_t n = cursor.count(wkb_point_bytes);
    Vertices run(n);
    if (n > 0) {
        std::memcpy(run.data(), geometry.bytes.data() + cursor.points(n), n * wkb_point_bytes);
    }
    return run;
}
static_assert(sizeof(Vertex) == wkb_point_bytes);

void read_rings(const Wkb& geometry, WkbCursor& cursor, std::vector<Vertices>& rings) {
    const std::uint32_t n = cursor.count(sizeof(std::uint32_t));
    for (std::uint32_t i = 0; i < n; ++i) {
        Vertices ring = read_run(geometry, cursor);
        if (ring.size() > 1 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        if (!ring.empty()) {  // a hole without points; GEOS refuses holes in a shell without
            rings.push_back(std::move(ring));
        }
    }
}

/// How many geometries stand behind a header of `single`, or of the Multi of it; 0: another type.
std::uint32_t singles(WkbCursor& cursor, WkbType single, WkbType multi) {
    const WkbType type = cursor.header();
    if (type == single) {
        return 1;
    }
    if (type != multi) {
        return 0;
    }
    const std::uint32_t n = cursor.count(wkb_header_bytes);
    if (n == 1) {
        cursor.header();
    }
    return n;
}

/// Distance of `point` from the line through a and b, above 0 on the left of it.
double beside(Vertex a, Vertex b, Vertex point, double length) {
    return twice_area_m2(a, b, point) / length;
}

bool is_inside_one(Vertex point, const Vertices& ring) {
    bool inside = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const Vertex a = ring[before];
        const Vertex b = ring[i];
        if ((a.y > point.y) != (b.y > point.y) && (twice_area_m2(a, b, point) > 0) == (b.y > a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

bool same_side(double one, double other) {
    return (one > clearance_m && other > clearance_m) ||
           (one < -clearance_m && other < -clearance_m);
}

bool boxes_meet(Vertex p0, Vertex p1, Vertex q0, Vertex q1) {
    return std::min(p0.x, p1.x) <= std::max(q0.x, q1.x) + clearance_m &&
           std::min(q0.x, q1.x) <= std::max(p0.x, p1.x) + clearance_m &&
           std::min(p0.y, p1.y) <= std::max(q0.y, q1.y) + clearance_m &&
           std::min(q0.y, q1.y) <= std::max(p0.y, p1.y) + clearance_m;
}

bool is_on(double distance_m) {
    return std::abs(distance_m) <= clearance_m;
}

template <typename Number>
void append(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_header(std::string& bytes, WkbType type, std::size_t count) {
    bytes += '\x01';
    append(bytes, static_cast<std::uint32_t>(type));
    append(bytes, static_cast<std::uint32_t>(count));
}

/// With the point that closes it.
void append_ring(std::string& bytes, const Vertices& ring) {
    append(bytes, static_cast<std::uint32_t>(ring.size() + 1));
    bytes.append(reinterpret_cast<const char*>(ring.data()), ring.size() * wkb_point_bytes);
    append(bytes, ring.front());
}

}  // namespace

std::optional<Vertices> only_line(const Wkb& geometry) {
    if (geometry.empty()) {
        return std::nullopt;
    }
    WkbCursor cursor(geometry.bytes);
    if (singles(cursor, WkbType::line_string, WkbType::multi_line_string) != 1) {
        return std::nullopt;
    }
    return read_run(geometry, cursor);
}

std::optional<Vertices> only_ring(const Wkb& geometry) {
    if (geometry.empty()) {
        return std::nullopt;
    }
    WkbCursor cursor(geometry.bytes);
    if (singles(cursor, WkbType::polygon, WkbType::multi_polygon) != 1) {
        return std::nullopt;
    }
    std::vector<Vertices> rings;
    read_rings(geometry, cursor, rings);
    return rings.size() == 1 ? std::optional(std::move(rings.front())) : std::nullopt;
}

std::vector<Vertices> all_rings(const Wkb& geometry) {
    std::vector<Vertices> rings;
    if (geometry.empty()) {
        return rings;
    }
    WkbCursor cursor(geometry.bytes);
    const std::uint32_t n = singles(cursor, WkbType::polygon, WkbType::multi_polygon);
    for (std::uint32_t i = 0; i < n; ++i) {
        if (n > 1) {
            cursor.header();
        }
        read_rings(geometry, cursor, rings);
    }
    return rings;
}

void begin_multi_polygon(Wkb& wkb, std::size_t parts) {
    append_header(wkb.bytes, WkbType::multi_polygon, parts);
}

void append_polygon(Wkb& wkb, const Vertices& ring) {
    append_header(wkb.bytes, WkbType::polygon, 1);
    append_ring(wkb.bytes, ring);
}

Wkb multi_polygon_of(const std::vector<Vertices>& rings) {
    Wkb made;
    if (!rings.empty()) {
        begin_multi_polygon(made, rings.size());
        for (const Vertices& ring : rings) {
            append_polygon(made, ring);
        }
    }
    return made;
}

Wkb polygon_of(const std::vector<Vertices>& rings) {
    Wkb made;
    if (!rings.empty()) {
        append_header(made.bytes, WkbType::polygon, rings.size());
        for (const Vertices& ring : rings) {
            append_ring(made.bytes, ring);
        }
    }
    return made;
}

/// Coordinates lie within 1e8 m, so the care that std::hypot takes of overflow is wasted here.
double distance_m(Vertex from, Vertex to) {
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    return std::sqrt(x * x + y * y);
}

double squared_distance_m2(Vertex point, Vertex from, Vertex to) {
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    const double square = x * x + y * y;
    const double along =
        square > 0
            ? std::clamp(((point.x - from.x) * x + (point.y - from.y) * y) / square, 0.0, 1.0)
            : 0;
    const double off_x = point.x - from.x - along * x;
    const double off_y = point.y - from.y - along * y;
    return off_x * off_x + off_y * off_y;
}

double length_m(const Vertices& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += distance_m(line[i - 1], line[i]);
    }
    return length;
}

double signed_area_m2(const Vertices& ring) {
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += twice_area_m2(ring[0], ring[i], ring[i + 1]);
    }
    return twice / 2;
}

Box bounds(const Vertices& vertices) {
    Box box;
    for (const Vertex& vertex : vertices) {
        box = united(box, {vertex.x, vertex.y, vertex.x, vertex.y});
    }
    return box;
}

bool is_inside(Vertex point, const std::vector<Vertices>& rings) {
    bool inside = false;
    for (const Vertices& ring : rings) {
        inside = inside != is_inside_one(point, ring);
    }
    return inside;
}

bool is_inside(Vertex point, const std::vector<const Vertices*>& rings) {
    bool inside = false;
    for (const Vertices* ring : rings) {
        inside = inside != is_inside_one(point, *ring);
    }
    return inside;
}

Crossing crossing(Vertex p0, Vertex p1, Vertex q0, Vertex q1) {
    if (!boxes_meet(p0, p1, q0, q1)) {
        return {};
    }
    const double p_m = distance_m(p0, p1);
    const double q_m = distance_m(q0, q1);
    if (p_m == 0 || q_m == 0) {
        return {};  // a point twice: the segments beside it tell
    }
    const double q0_beside = beside(p0, p1, q0, p_m);
    const double q1_beside = beside(p0, p1, q1, p_m);
    if (same_side(q0_beside, q1_beside)) {
        return {};
    }
    const double p0_beside = beside(q0, q1, p0, q_m);
    const double p1_beside = beside(q0, q1, p1, q_m);
    if (same_side(p0_beside, p1_beside)) {
        return {};
    }
    if (is_on(q0_beside) || is_on(q1_beside) || is_on(p0_beside) || is_on(p1_beside)) {
        Crossing unclear;
        unclear.kind = Crossing::Kind::unclear;
        return unclear;
    }
    const double p_span_m = p0_beside - p1_beside;
    const double q_span_m = q0_beside - q1_beside;
    return {Crossing::Kind::proper, p0_beside / p_span_m, q0_beside / q_span_m,
            clearance_m / std::abs(p_span_m), clearance_m / std::abs(q_span_m)};
}

bool lie_on_one_another(Vertex p0, Vertex p1, Vertex q0, Vertex q1) {
    const double p_m = distance_m(p0, p1);
    if (!boxes_meet(p0, p1, q0, q1) || p_m == 0 || !is_on(beside(p0, p1, q0, p_m)) ||
        !is_on(beside(p0, p1, q1, p_m))) {
        return false;
    }
    // On the line through p: how much of q lies along p itself.
    const auto along = [&](Vertex point) {
        return ((point.x - p0.x) * (p1.x - p0.x) + (point.y - p0.y) * (p1.y - p0.y)) / p_m;
    };
    const double from = std::max(0.0, std::min(along(q0), along(q1)));
    const double until = std::min(p_m, std::max(along(q0), along(q1)));
    return until - from > clearance_m;
}

std::optional<double> plain_distance_m(const Vertices& one, const Vertices& other) {
    if (one.size() < 2 || other.size() < 2 || one.size() > most_points ||
        other.size() > most_points) {
        return std::nullopt;
    }
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < one.size(); ++i) {
        for (std::size_t j = 0; j + 1 < other.size(); ++j) {
            switch (crossing(one[i], one[i + 1], other[j], other[j + 1]).kind) {
                case Crossing::Kind::proper:
                    return 0;
                case Crossing::Kind::unclear:
                    return std::nullopt;
                case Crossing::Kind::apart:
                    break;
            }
            least = std::min({least, squared_distance_m2(one[i], other[j], other[j + 1]),
                              squared_distance_m2(one[i + 1], other[j], other[j + 1]),
                              squared_distance_m2(other[j], one[i], one[i + 1]),
                              squared_distance_m2(other[j + 1], one[i], one[i + 1])});
        }
    }
    return std::sqrt(least);
}

bool is_plainly_simple(const Vertices& line) {
    if (line.size() > most_points) {
        return false;
    }
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (line[i] == line[i + 1]) {
            return false;  // what lies beside it would be told nothing of
        }
        for (std::size_t j = i + 1; j + 1 < line.size(); ++j) {
            const bool meets = j == i + 1
                                   ? lie_on_one_another(line[i], line[i + 1], line[j], line[j + 1])
                                   : crossing(line[i], line[i + 1], line[j], line[j + 1]).kind !=
                                         Crossing::Kind::apart;
            if (meets) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace koppelkans::geometry
