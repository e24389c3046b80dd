#include "engine/geometry/united_area.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "engine/geometry/spatial_index.h"

namespace koppelkans::geometry {

namespace {

/// An edge from low to high, and what it does to the number of areas that cover the ground when it
/// is passed from left to right.
struct Edge {
    Vertex low;
    Vertex high;
    int turn = 0;

    double x_at(double y) const {
        return low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y));
    }
};

/// The edges of an area round `origin`: near it, coordinates have more digits to spare.
void append_edges(const Area& area, Vertex origin, std::vector<Edge>& edges) {
    bool is_shell = true;
    for (const Vertices& ring : area.rings()) {
        // Ground lies on the left of a shell that runs anticlockwise, on the right of its holes.
        const int way = (signed_area_m2(ring) > 0) == is_shell ? 1 : -1;
        is_shell = false;
        for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            const Vertex from{ring[before].x - origin.x, ring[before].y - origin.y};
            const Vertex to{ring[i].x - origin.x, ring[i].y - origin.y};
            if (from.y < to.y) {
                edges.push_back({from, to, -way});
            } else if (to.y < from.y) {
                edges.push_back({to, from, way});
            }
        }
    }
}

/// What a sweep looks at: ground that so many areas cover, between two heights.
struct Sought {
    int covered_by = 1;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// Metres of a line from left to right that so many areas cover: `at` has where it passes an edge
/// and what that does to their number, in order.
double covered_width(const std::vector<std::pair<double, int>>& at, int wanted) {
    double width = 0;
    int covered_by = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (covered_by >= wanted) {
            width += at[i].first - at[i - 1].first;
        }
        covered_by += at[i].second;
    }
    return width;
}

class Sweep {
  public:
    explicit Sweep(std::vector<Edge> edges, Sought sought = {})
        : edges_(std::move(edges)), sought_(sought) {
        std::sort(edges_.begin(), edges_.end(),
                  [](const Edge& one, const Edge& other) { return one.low.y < other.low.y; });
        for (const Edge& edge : edges_) {
            heights_.push_back(std::clamp(edge.low.y, sought.low, sought.high));
            heights_.push_back(std::clamp(edge.high.y, sought.low, sought.high));
        }
        std::sort(heights_.begin(), heights_.end());
        heights_.erase(std::unique(heights_.begin(), heights_.end()), heights_.end());
    }

    /// How often an edge is looked at: once for each height that it passes.
    std::size_t work() const {
        const auto place = [this](double height) {
            return std::lower_bound(heights_.begin(), heights_.end(), height) - heights_.begin();
        };
        std::size_t passes = 0;
        for (const Edge& edge : edges_) {
            passes += static_cast<std::size_t>(place(edge.high.y) - place(edge.low.y));
        }
        return passes;
    }

    double area_m2() {
        double area = 0;
        std::size_t next = 0;
        for (std::size_t i = 0; i + 1 < heights_.size(); ++i) {
            const double low = heights_[i];
            std::erase_if(active_, [low](const Edge* edge) { return edge->high.y <= low; });
            while (next < edges_.size() && edges_[next].low.y <= low) {
                active_.push_back(&edges_[next++]);
            }
            area += slab_m2(low, heights_[i + 1]);
        }
        return area;
    }

  private:
    struct Passed {
        double x_low = 0;
        double x_high = 0;
        int turn = 0;
    };

    /// Between two heights no edge begins or ends; where edges cross in between, it falls apart.
    double slab_m2(double low, double high) {
        passed_.clear();
        for (const Edge* edge : active_) {
            passed_.push_back({edge->x_at(low), edge->x_at(high), edge->turn});
        }
        std::sort(passed_.begin(), passed_.end(), [](const Passed& one, const Passed& other) {
            return one.x_low != other.x_low ? one.x_low < other.x_low : one.x_high < other.x_high;
        });
        find_crossings();
        double area = 0;
        double from = 0;
        for (const double until : crossings_) {
            area += width_at((from + until) / 2) * (until - from);
            from = until;
        }
        area += width_at((from + 1) / 2) * (1 - from);
        return area * (high - low);
    }

    /// Where passed edges change places, as shares of the height, ascending.
    void find_crossings() {
        crossings_.clear();
        furthest_.clear();
        for (const Passed& right : passed_) {
            // Nearly all are in order at the other side too, so looking back ends soon.
            for (std::size_t j = furthest_.size(); j-- > 0 && furthest_[j] > right.x_high;) {
                const Passed& left = passed_[j];
                if (left.x_high > right.x_high) {
                    const double gap_low = right.x_low - left.x_low;
                    crossings_.push_back(gap_low / (gap_low + (left.x_high - right.x_high)));
                }
            }
            furthest_.push_back(furthest_.empty() ? right.x_high
                                                  : std::max(furthest_.back(), right.x_high));
        }
        std::sort(crossings_.begin(), crossings_.end());
    }

    /// Metres that are covered often enough at a share of the height where no edges cross.
    double width_at(double share) {
        at_.clear();
        for (const Passed& edge : passed_) {
            at_.emplace_back(edge.x_low + share * (edge.x_high - edge.x_low), edge.turn);
        }
        if (!crossings_.empty()) {
            std::sort(at_.begin(), at_.end());
        }
        return covered_width(at_, sought_.covered_by);
    }

    std::vector<Edge> edges_;
    Sought sought_;
    std::vector<double> heights_;
    std::vector<const Edge*> active_;
    // Reused from slab to slab:
    std::vector<Passed> passed_;
    std::vector<double> furthest_;  ///< x_high of the passed edges so far
    std::vector<double> crossings_;
    std::vector<std::pair<double, int>> at_;
};

/// Where very many areas lie on one another, a union that dissolves them two by two is faster.
constexpr std::size_t most_work = 1'000'000;

double by_union(const std::vector<Area>& areas, const std::vector<std::uint32_t>& heap) {
    std::vector<Geometry> parts;
    for (const std::uint32_t position : heap) {
        parts.push_back(areas[position].to_geometry());
    }
    return area_m2(united(std::move(parts)));
}

/// Groups of areas whose boxes hang together.
std::vector<std::vector<std::uint32_t>> heaps(const std::vector<Area>& areas) {
    std::vector<Box> boxes;
    for (const Area& area : areas) {
        boxes.push_back(area.box());
    }
    const SpatialIndex index(boxes);
    std::vector<std::vector<std::uint32_t>> found;
    std::vector<bool> seen(areas.size(), false);
    std::vector<std::uint32_t> near;
    for (std::uint32_t first = 0; first < areas.size(); ++first) {
        if (seen[first]) {
            continue;
        }
        seen[first] = true;
        std::vector<std::uint32_t> heap{first};
        for (std::size_t i = 0; i < heap.size(); ++i) {
            index.query(boxes[heap[i]], near);
            for (const std::uint32_t other : near) {
                if (!seen[other]) {
                    seen[other] = true;
                    heap.push_back(other);
                }
            }
        }
        found.push_back(std::move(heap));
    }
    return found;
}

/// Of two areas those edges that reach the heights of a box, round its lower left corner.
std::vector<Edge> edges_within(const Area& a, const Area& b, const Box& box) {
    const Vertex origin{box.min_x, box.min_y};
    std::vector<Edge> edges;
    append_edges(a, origin, edges);
    append_edges(b, origin, edges);
    const double height = box.max_y - box.min_y;
    std::erase_if(edges,
                  [height](const Edge& edge) { return edge.high.y <= 0 || edge.low.y >= height; });
    return edges;
}

}  // namespace

double united_area_m2(const std::vector<Area>& areas) {
    double all_m2 = 0;
    for (const std::vector<std::uint32_t>& heap : heaps(areas)) {
        if (heap.size() == 1) {
            all_m2 += areas[heap.front()].area_m2();
            continue;
        }
        const Box& box = areas[heap.front()].box();
        std::vector<Edge> edges;
        for (const std::uint32_t position : heap) {
            append_edges(areas[position], {box.min_x, box.min_y}, edges);
        }
        Sweep sweep(std::move(edges));
        all_m2 += sweep.work() <= most_work ? sweep.area_m2() : by_union(areas, heap);
    }
    return all_m2;
}

std::optional<double> plain_common_m2(const Area& a, const Area& b) {
    const Box box = common(a.box(), b.box());
    if (box.empty()) {
        return 0;
    }
    const double height = box.max_y - box.min_y;
    Sweep sweep(edges_within(a, b, box), {2, 0, height});
    return sweep.work() <= most_work ? std::optional(sweep.area_m2()) : std::nullopt;
}

double CommonGround::about_m2(const Area& a, const Area& b) {
    const Box box = common(a.box(), b.box());
    if (box.empty()) {
        return 0;
    }
    const double step = (box.max_y - box.min_y) / lines;
    if (step <= 0) {
        return 0;  // they only touch
    }
    for (std::vector<std::pair<double, int>>& passed : at_) {
        passed.clear();
    }
    for (const Edge& edge : edges_within(a, b, box)) {
        // Line i lies at (i + 0.5) steps; an edge passes those from its lower end up to its upper.
        const double first = std::max(std::ceil(edge.low.y / step - 0.5), 0.0);
        for (int line = static_cast<int>(first); line < lines; ++line) {
            const double y = (line + 0.5) * step;
            if (y >= edge.high.y) {
                break;
            }
            at_[static_cast<std::size_t>(line)].emplace_back(edge.x_at(y), edge.turn);
        }
    }
    double area = 0;
    for (std::vector<std::pair<double, int>>& passed : at_) {
        std::sort(passed.begin(), passed.end());
        area += covered_width(passed, 2) * step;
    }
    return area;
}

}  // namespace koppelkans::geometry
