#pragma once

#include <algorithm>
#include <limits>

namespace koppelkans::geometry {

/// An axis-parallel rectangle in metres of the analysis CRS, borders included.
/// The default box is empty: it meets nothing and extends to whatever is added.
struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    constexpr bool empty() const { return !(min_x <= max_x && min_y <= max_y); }
    constexpr bool operator==(const Box&) const = default;
};

/// Boxes that share only a border meet.
constexpr bool meet(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

constexpr bool contains(const Box& outer, const Box& inner) {
    return outer.min_x <= inner.min_x && inner.max_x <= outer.max_x && outer.min_y <= inner.min_y &&
           inner.max_y <= outer.max_y;
}

constexpr Box united(const Box& a, const Box& b) {
    return {std::min(a.min_x, b.min_x), std::min(a.min_y, b.min_y), std::max(a.max_x, b.max_x),
            std::max(a.max_y, b.max_y)};
}

/// What lies in both; the empty box where they do not meet.
constexpr Box common(const Box& a, const Box& b) {
    return {std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x),
            std::min(a.max_y, b.max_y)};
}

constexpr Box grown(const Box& box, double by_m) {
    return {box.min_x - by_m, box.min_y - by_m, box.max_x + by_m, box.max_y + by_m};
}

}  // namespace koppelkans::geometry
