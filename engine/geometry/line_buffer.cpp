#include "engine/geometry/line_buffer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "engine/geometry/box.h"

namespace koppelkans::geometry {

namespace {

constexpr std::size_t most_points = 50;
constexpr double least_distance_m = 0.1;
constexpr double quantum = std::numbers::pi / 2 / 8;  ///< angle of a segment of an arc

// What GEOS does to the curve before it nodes it, as shares of the distance: points nearer than
// this to the last are dropped, ends of two stretches nearer than this are one corner, and corners
// that stand out less than this may be left out.
constexpr double same_point = 1e-6;
constexpr double same_corner = 1e-3;
constexpr double shallow = 0.01;

/// A stretch of the line, moved to its left.
struct Stretch {
    Vertex from;
    Vertex to;
};

enum class Turn { left, right, unclear };

class Curve {
  public:
    explicit Curve(double distance_m) : distance_m_(distance_m) {}

    /// The border along the left of a line and round its end; false where that is not plain.
    bool follow(const Vertices& line) {
        Stretch behind = moved(line[0], line[1]);
        for (std::size_t i = 2; i < line.size(); ++i) {
            const Stretch ahead = moved(line[i - 1], line[i]);
            const Turn turn = turn_at(line[i - 2], line[i - 1], line[i]);
            const bool plain = turn == Turn::right  ? go_round(line[i - 1], behind, ahead)
                               : turn == Turn::left ? cut_corner(behind, ahead)
                                                    : false;
            if (!plain) {
                return false;
            }
            behind = ahead;
        }
        add(behind.to);
        const Vertex end = line.back();
        const Vertex before = line[line.size() - 2];
        const double heading = std::atan2(end.y - before.y, end.x - before.x);
        add_arc(end, heading + std::numbers::pi / 2, std::numbers::pi);
        add({2 * end.x - behind.to.x, 2 * end.y - behind.to.y});
        return true;
    }

    /// Clockwise, without the point that closes it.
    Vertices ring() && {
        while (ring_.size() > 1 && is_same(ring_.front(), ring_.back())) {
            ring_.pop_back();
        }
        return std::move(ring_);
    }

  private:
    Stretch moved(Vertex from, Vertex to) const {
        const double length = distance_m(from, to);
        const double x = distance_m_ * (to.x - from.x) / length;
        const double y = distance_m_ * (to.y - from.y) / length;
        return {{from.x - y, from.y + x}, {to.x - y, to.y + x}};
    }

    /// Not clear where the corner stands out so little that GEOS may leave it out.
    Turn turn_at(Vertex before, Vertex corner, Vertex after) const {
        const double x = after.x - before.x;
        const double y = after.y - before.y;
        const double across = std::sqrt(x * x + y * y);
        const double cross = x * (corner.y - before.y) - y * (corner.x - before.x);
        const double depth_m = across > 0 ? std::abs(cross) / across : 0;
        if (depth_m <= std::max(shallow * distance_m_ * 1.001, clearance_m)) {
            return Turn::unclear;
        }
        return cross > 0 ? Turn::right : Turn::left;  // the corner lies on the left of the chord
    }

    /// The line turns away: an arc round the corner.
    bool go_round(Vertex corner, const Stretch& behind, const Stretch& ahead) {
        if (distance_m(behind.to, ahead.from) < distance_m_ * same_corner) {
            add(behind.to);
            return true;
        }
        const double start = std::atan2(behind.to.y - corner.y, behind.to.x - corner.x);
        const double end = std::atan2(ahead.from.y - corner.y, ahead.from.x - corner.x);
        const double angle = start > end ? start - end : start - end + 2 * std::numbers::pi;
        // Half a segment more or less is a matter of rounding.
        const double segments = angle / quantum + 0.5;
        if (std::abs(segments - std::round(segments)) < 1e-9) {
            return false;
        }
        add(behind.to);
        add_arc(corner, start, angle);
        add(ahead.from);
        return true;
    }

    /// The line turns towards this side: the stretches cross before the corner.
    bool cut_corner(const Stretch& behind, const Stretch& ahead) {
        const Crossing found = crossing(behind.from, behind.to, ahead.from, ahead.to);
        if (found.kind != Crossing::Kind::proper) {
            return false;
        }
        add({behind.from.x + found.along_p * (behind.to.x - behind.from.x),
             behind.from.y + found.along_p * (behind.to.y - behind.from.y)});
        return true;
    }

    /// Clockwise from an angle on.
    void add_arc(Vertex middle, double start, double angle) {
        const int segments = static_cast<int>(std::floor(angle / quantum + 0.5));
        for (int i = 0; i < segments; ++i) {
            const double at = start - i * (angle / segments);
            add({middle.x + distance_m_ * std::cos(at), middle.y + distance_m_ * std::sin(at)});
        }
    }

    bool is_same(Vertex a, Vertex b) const { return distance_m(a, b) < distance_m_ * same_point; }

    void add(Vertex point) {
        if (ring_.empty() || !is_same(ring_.back(), point)) {
            ring_.push_back(point);
        }
    }

    double distance_m_;
    Vertices ring_;
};

/// Edges of a ring that follow one another, with the box round them.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    Box box;
};

/// Each edge of a ring with a box round it, grown by the clearance, and runs of them.
class Edges {
  public:
    explicit Edges(const Vertices& ring) : ring_(ring) {
        const std::size_t n = ring.size();
        boxes_.reserve(n);
        for (std::size_t i = 0; i < n; ++i) {
            const Vertex& a = ring[i];
            const Vertex& b = ring[next(i)];
            boxes_.push_back(grown(
                {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)},
                clearance_m));
        }
        for (std::size_t begin = 0; begin < n; begin += edges_a_run) {
            Run run{begin, std::min(begin + edges_a_run, n), {}};
            for (std::size_t i = run.begin; i < run.end; ++i) {
                run.box = united(run.box, boxes_[i]);
            }
            runs_.push_back(run);
        }
    }

    /// Whether an edge comes within the clearance of one that is not its neighbour.
    bool meet_one_another() const {
        for (std::size_t a = 0; a < runs_.size(); ++a) {
            for (std::size_t b = a; b < runs_.size(); ++b) {
                if (meet(runs_[a].box, runs_[b].box) && meet_between(runs_[a], runs_[b])) {
                    return true;
                }
            }
        }
        return false;
    }

  private:
    static constexpr std::size_t edges_a_run = 5;

    std::size_t next(std::size_t i) const { return i + 1 == ring_.size() ? 0 : i + 1; }

    bool meet_between(const Run& one, const Run& other) const {
        for (std::size_t i = one.begin; i < one.end; ++i) {
            for (std::size_t j = std::max(other.begin, i + 2); j < other.end; ++j) {
                if (meet(boxes_[i], boxes_[j]) && next(j) != i &&
                    crossing(ring_[i], ring_[i + 1], ring_[j], ring_[next(j)]).kind !=
                        Crossing::Kind::apart) {
                    return true;
                }
            }
        }
        return false;
    }

    const Vertices& ring_;
    std::vector<Box> boxes_;
    std::vector<Run> runs_;
};

}  // namespace

std::optional<Vertices> plain_buffer(const Vertices& line, double distance_m) {
    if (line.size() < 2 || line.size() > most_points || !(distance_m >= least_distance_m)) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (geometry::distance_m(line[i - 1], line[i]) <= clearance_m) {
            return std::nullopt;
        }
    }
    Curve curve(distance_m);
    const Vertices back(line.rbegin(), line.rend());
    if (!curve.follow(line) || !curve.follow(back)) {
        return std::nullopt;
    }
    Vertices ring = std::move(curve).ring();
    if (ring.size() < 3 || Edges(ring).meet_one_another()) {
        return std::nullopt;
    }
    std::reverse(ring.begin(), ring.end());
    return signed_area_m2(ring) > 0 ? std::optional(std::move(ring)) : std::nullopt;
}

}  // namespace koppelkans::geometry
