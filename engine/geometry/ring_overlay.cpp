#include "engine/geometry/ring_overlay.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace koppelkans::geometry {

namespace {

/// More work than this is faster by GEOS and its indexes.
constexpr std::size_t most_comparisons = 100'000;

/// Where the rings cross: on edge `edge_a` of a (from vertex edge_a to the next) and edge_b of b.
struct Cut {
    std::uint32_t edge_a = 0;
    std::uint32_t edge_b = 0;
    double along_a = 0;
    double along_b = 0;
    double reach_a = 0;  ///< as of a Crossing
    double reach_b = 0;
    Vertex at;
    bool enters = false;  ///< a goes into b here
};

std::size_t next_of(const Vertices& ring, std::size_t i) {
    return i + 1 == ring.size() ? 0 : i + 1;
}

/// An edge of a ring, by its number, with the box round it.
struct Edge {
    std::uint32_t number = 0;
    Vertex from;
    Vertex to;
    Box box;
};

/// The edges that reach the box; each with its own box grown by the clearance.
std::vector<Edge> edges_near(const Box& box, const Vertices& ring) {
    std::vector<Edge> edges;
    edges.reserve(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vertex a = ring[i];
        const Vertex b = ring[next_of(ring, i)];
        const Box own{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x),
                      std::max(a.y, b.y)};
        if (meet(own, box)) {
            edges.push_back({static_cast<std::uint32_t>(i), a, b, grown(own, clearance_m)});
        }
    }
    return edges;
}

Cut cut_of(const Edge& p, const Edge& q, const Crossing& found) {
    const Vertex along_p{p.to.x - p.from.x, p.to.y - p.from.y};
    const double turn = (q.to.x - q.from.x) * along_p.y - (q.to.y - q.from.y) * along_p.x;
    return {p.number,
            q.number,
            found.along_p,
            found.along_q,
            found.reach_p,
            found.reach_q,
            {p.from.x + found.along_p * along_p.x, p.from.y + found.along_p * along_p.y},
            turn > 0};  // the inside of b lies on the left of its edge
}

/// All crossings of the edges named; empty where one is unclear or there are too many to compare.
std::optional<std::vector<Cut>> cuts_of(const RingView& a, const RingView& b) {
    const std::vector<Edge> edges_a = edges_near(grown(b.box, clearance_m), a.vertices);
    const std::vector<Edge> edges_b = edges_near(grown(a.box, clearance_m), b.vertices);
    if (edges_a.size() * edges_b.size() > most_comparisons) {
        return std::nullopt;
    }
    std::vector<Cut> cuts;
    for (const Edge& p : edges_a) {
        for (const Edge& q : edges_b) {
            if (!meet(p.box, q.box)) {
                continue;
            }
            const Crossing found = crossing(p.from, p.to, q.from, q.to);
            if (found.kind == Crossing::Kind::unclear) {
                return std::nullopt;
            }
            if (found.kind == Crossing::Kind::proper) {
                cuts.push_back(cut_of(p, q, found));
            }
        }
    }
    std::sort(cuts.begin(), cuts.end(), [](const Cut& one, const Cut& other) {
        return one.edge_a != other.edge_a ? one.edge_a < other.edge_a : one.along_a < other.along_a;
    });
    return cuts;
}

/// Two rings that do not cross.
enum class Lie { apart, a_in_b, b_in_a };

Lie lie_of(const Vertices& a, const Vertices& b) {
    if (is_inside(a.front(), {&b})) {
        return Lie::a_in_b;
    }
    return is_inside(b.front(), {&a}) ? Lie::b_in_a : Lie::apart;
}

/// What is asked for of two areas: what they share, or what the first has for itself.
enum class Keep { common, rest };

/// Follows a while it is inside b, then b while it is inside a, and so on round each part; for the
/// rest of a it follows a while it is outside b, and then b the other way round.
class Tracer {
  public:
    Tracer(const Vertices& a, const Vertices& b, const std::vector<Cut>& cuts)
        : a_(a), b_(b), cuts_(cuts), order_b_(cuts.size()), place_b_(cuts.size()) {
        std::iota(order_b_.begin(), order_b_.end(), std::size_t{0});
        std::sort(order_b_.begin(), order_b_.end(), [&cuts](std::size_t one, std::size_t other) {
            return cuts[one].edge_b != cuts[other].edge_b ? cuts[one].edge_b < cuts[other].edge_b
                                                          : cuts[one].along_b < cuts[other].along_b;
        });
        for (std::size_t i = 0; i < order_b_.size(); ++i) {
            place_b_[order_b_[i]] = i;
        }
    }

    /// Empty where the order of the crossings is not sure.
    std::optional<std::vector<Vertices>> trace(Keep keep) const {
        if (!are_in_order()) {
            return std::nullopt;
        }
        std::vector<Vertices> parts;
        std::vector<bool> done(cuts_.size(), false);
        for (std::size_t first = 0; first < cuts_.size(); ++first) {
            if (cuts_[first].enters == (keep == Keep::common) && !done[first]) {
                parts.push_back(round_from(first, keep, done));
                if (!(signed_area_m2(parts.back()) > 0)) {
                    return std::nullopt;
                }
            }
        }
        return parts;
    }

  private:
    /// Going in and out take turns along both rings, and no two crossings of one edge are so near
    /// to one another that rounding decides which comes first: a ring may be narrower than that.
    bool are_in_order() const {
        for (std::size_t i = 0; i < cuts_.size(); ++i) {
            const std::size_t next = (i + 1) % cuts_.size();
            const Cut& a = cuts_[i];
            const Cut& next_a = cuts_[next];
            const Cut& b = cuts_[order_b_[i]];
            const Cut& next_b = cuts_[order_b_[next]];
            if (a.enters == next_a.enters || b.enters == next_b.enters) {
                return false;
            }
            const bool near_a = a.edge_a == next_a.edge_a && next > i &&
                                next_a.along_a - a.along_a <= std::max(a.reach_a, next_a.reach_a);
            const bool near_b = b.edge_b == next_b.edge_b && next > i &&
                                next_b.along_b - b.along_b <= std::max(b.reach_b, next_b.reach_b);
            if (near_a || near_b) {
                return false;
            }
        }
        return true;
    }

    Vertices round_from(std::size_t first, Keep keep, std::vector<bool>& done) const {
        Vertices part;
        std::size_t at = first;
        do {
            done[at] = true;
            const Cut& from = cuts_[at];
            const std::size_t turn = (at + 1) % cuts_.size();
            const Cut& until = cuts_[turn];
            part.push_back(from.at);
            walk(a_, from.edge_a, from.along_a, until.edge_a, until.along_a, part);
            part.push_back(until.at);
            const std::size_t step = keep == Keep::common ? 1 : cuts_.size() - 1;
            at = order_b_[(place_b_[turn] + step) % cuts_.size()];
            const Cut& back = cuts_[at];
            if (keep == Keep::common) {
                walk(b_, until.edge_b, until.along_b, back.edge_b, back.along_b, part);
            } else {
                walk_back(b_, until.edge_b, until.along_b, back.edge_b, back.along_b, part);
            }
        } while (at != first && !done[at]);
        return part;
    }

    /// The vertices of a ring between two places on it, the way it runs.
    static void walk(const Vertices& ring, std::size_t from, double along_from, std::size_t until,
                     double along_until, Vertices& part) {
        if (from == until && along_until > along_from) {
            return;
        }
        std::size_t at = from;
        do {
            at = next_of(ring, at);
            part.push_back(ring[at]);
        } while (at != until);
    }

    /// The same against the way it runs.
    static void walk_back(const Vertices& ring, std::size_t from, double along_from,
                          std::size_t until, double along_until, Vertices& part) {
        if (from == until && along_until < along_from) {
            return;
        }
        const std::size_t last = next_of(ring, until);
        std::size_t at = from;
        part.push_back(ring[at]);
        while (at != last) {
            at = at == 0 ? ring.size() - 1 : at - 1;
            part.push_back(ring[at]);
        }
    }

    const Vertices& a_;
    const Vertices& b_;
    const std::vector<Cut>& cuts_;
    std::vector<std::size_t> order_b_;  ///< the crossings in their order along b
    std::vector<std::size_t> place_b_;  ///< crossing -> its place in that order
};

bool are_apart(const RingView& a, const RingView& b) {
    return !meet(grown(a.box, clearance_m), b.box);
}

}  // namespace

std::optional<std::vector<Vertices>> common_rings(const RingView& a, const RingView& b) {
    if (a.vertices.size() < 3 || b.vertices.size() < 3) {
        return std::nullopt;
    }
    if (are_apart(a, b)) {
        return std::vector<Vertices>{};
    }
    const auto cuts = cuts_of(a, b);
    if (!cuts) {
        return std::nullopt;
    }
    if (!cuts->empty()) {
        return Tracer(a.vertices, b.vertices, *cuts).trace(Keep::common);
    }
    const Lie lie = lie_of(a.vertices, b.vertices);
    return lie == Lie::apart ? std::vector<Vertices>{}
                             : std::vector<Vertices>{lie == Lie::a_in_b ? a.vertices : b.vertices};
}

std::optional<std::vector<Vertices>> remaining_rings(const RingView& a, const RingView& b) {
    if (a.vertices.size() < 3 || b.vertices.size() < 3) {
        return std::nullopt;
    }
    if (are_apart(a, b)) {
        return std::vector<Vertices>{a.vertices};
    }
    const auto cuts = cuts_of(a, b);
    if (!cuts) {
        return std::nullopt;
    }
    if (!cuts->empty()) {
        return Tracer(a.vertices, b.vertices, *cuts).trace(Keep::rest);
    }
    switch (lie_of(a.vertices, b.vertices)) {
        case Lie::apart:
            return std::vector<Vertices>{a.vertices};
        case Lie::a_in_b:
            return std::vector<Vertices>{};
        case Lie::b_in_a:
            break;  // b leaves a hole, which a ring cannot say
    }
    return std::nullopt;
}

}  // namespace koppelkans::geometry
