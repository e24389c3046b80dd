#include "engine/geometry/line_clip.h"

#include <algorithm>
#include <cmath>

namespace koppelkans::geometry {

namespace {

/// More work than this is faster by GEOS and its indexes.
constexpr std::size_t most_comparisons = 10'000;
constexpr std::size_t most_points = 50;

struct Edge {
    Vertex from;
    Vertex to;
};

std::vector<Edge> edges_near(const Box& box, const std::vector<const Vertices*>& rings) {
    std::vector<Edge> edges;
    for (const Vertices* one : rings) {
        const Vertices& ring = *one;
        for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            const Vertex a = ring[before];
            const Vertex b = ring[i];
            if (std::max(a.x, b.x) >= box.min_x && std::min(a.x, b.x) <= box.max_x &&
                std::max(a.y, b.y) >= box.min_y && std::min(a.y, b.y) <= box.max_y) {
                edges.push_back({a, b});
            }
        }
    }
    return edges;
}

/// Whether a stretch of the line may lie on another, or turns straight back: GEOS then counts it
/// once.
bool doubles_back(const Vertices& line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        for (std::size_t j = i + 1; j + 1 < line.size(); ++j) {
            if (lie_on_one_another(line[i], line[i + 1], line[j], line[j + 1])) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

std::optional<double> length_inside(const Vertices& line,
                                    const std::vector<const Vertices*>& rings) {
    if (line.size() < 2 || line.size() > most_points || rings.empty() || doubles_back(line)) {
        return std::nullopt;
    }
    const std::vector<Edge> edges = edges_near(grown(bounds(line), clearance_m), rings);
    if (edges.size() * line.size() > most_comparisons) {
        return std::nullopt;
    }
    bool inside = is_inside(line.front(), rings);
    double length_m = 0;
    std::vector<double> cuts;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        cuts.clear();
        for (const Edge& edge : edges) {
            const Crossing found = crossing(line[i], line[i + 1], edge.from, edge.to);
            if (found.kind == Crossing::Kind::unclear) {
                return std::nullopt;
            }
            if (found.kind == Crossing::Kind::proper) {
                cuts.push_back(found.along_p);
            }
        }
        std::sort(cuts.begin(), cuts.end());
        double share = 0;
        double from = 0;
        for (const double cut : cuts) {
            share += inside ? cut - from : 0;
            from = cut;
            inside = !inside;
        }
        share += inside ? 1 - from : 0;
        length_m += share * std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
    }
    // Counted along the way and looked up at the end: where the two differ, rounding has decided.
    return inside == is_inside(line.back(), rings) ? std::optional(length_m) : std::nullopt;
}

}  // namespace koppelkans::geometry
